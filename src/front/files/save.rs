//! Writing a file whole or not at all.

use super::unwritable;
use crate::front::Failure;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file: beside it first, then in its place, so that nobody ever sees half of it and a full
/// disk costs nothing that was there. Through a link the file it leads to is written.
///
/// # Errors
/// If it cannot be written; what stood there before is untouched then.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |e: &io::Error| unwritable(e).at(path.display());
    let target = fs::canonicalize(path).ok().filter(|_| path.is_symlink());
    let path = target.as_deref().unwrap_or(path);
    let Some(name) = path.file_name() else {
        return Err(Failure::new("is no name for a file").at(path.display()));
    };
    let beside = path.with_file_name(format!(".{}.{}.new", name.to_string_lossy(), std::process::id()));
    let written = write(&beside, bytes, path).and_then(|()| fs::rename(&beside, path));
    written.map_err(|e| {
        // If it was never made there is nothing to remove.
        let _ = fs::remove_file(&beside);
        failed(&e)
    })
}

fn write(beside: &Path, bytes: &[u8], old: &Path) -> io::Result<()> {
    let mut file = File::create_new(beside)?;
    if let Ok(data) = fs::metadata(old) {
        file.set_permissions(data.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_and_leaves_nothing_beside() {
        let folder = std::env::temp_dir().join(format!("presscheck-save-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("copy.txt");
        save(&path, b"one").expect("written");
        save(&path, b"two").expect("written");
        assert_eq!(fs::read(&path).expect("read"), b"two");
        assert_eq!(fs::read_dir(&folder).expect("read").count(), 1);
        assert!(save(&folder.join("no/copy.txt"), b"x").is_err());
        #[cfg(unix)]
        {
            let link = folder.join("link.txt");
            std::os::unix::fs::symlink("copy.txt", &link).expect("a link");
            save(&link, b"three").expect("written");
            assert!(link.is_symlink(), "the link stays");
            assert_eq!(fs::read(&path).expect("read"), b"three");
        }
        fs::remove_dir_all(&folder).expect("removed");
    }
}
