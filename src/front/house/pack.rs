//! The packs in a newsroom's folders: their files as they are, not yet read as rules.

use crate::front::Failure;
use crate::front::files::{self, trouble};
use crate::rules::fault::Fault;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A pack of the house.
#[derive(Debug)]
pub struct HousePack {
    /// Its name: that of its folder.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Its rule files: id of the rule, path, text.
    pub(super) files: Vec<(String, PathBuf, String)>,
    /// Its lists: name, path, text.
    pub(super) lists: Vec<(String, PathBuf, String)>,
}

/// The packs in a folder: the folder itself if it is one, otherwise the folders in it that are. A file of a pack
/// that cannot be read is a fault of its own.
///
/// # Errors
/// If the folder cannot be read.
pub(super) fn find(folder: &Path, faults: &mut Vec<Fault>) -> Result<Vec<HousePack>, Failure> {
    if folder.join("pack.toml").is_file() {
        return Ok(vec![pack(folder, faults)?]);
    }
    let mut out = Vec::new();
    for path in entries(folder)? {
        let mut inside = if path.is_dir() {
            entries(&path)?.into_iter()
        } else {
            continue;
        };
        // A folder of rules without a pack.toml is taken for a pack, so that the lack is pointed out.
        if inside.any(|p| p.extension().is_some_and(|e| e == "toml")) {
            out.push(pack(&path, faults)?);
        }
    }
    Ok(out)
}

fn pack(folder: &Path, faults: &mut Vec<Fault>) -> Result<HousePack, Failure> {
    let pack_name = folder
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let mut read = |path: PathBuf, id: String| match fs::read_to_string(&path) {
        Ok(text) => Some((id, path, text)),
        Err(error) => {
            faults.push(unreadable(&path, &error));
            None
        }
    };
    let stem = |path: &Path| {
        path.file_stem()
            .map(|s| s.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let with = |paths: Vec<PathBuf>, ending: &str| {
        let ending = ending.to_owned();
        paths
            .into_iter()
            .filter(move |p| p.extension().is_some_and(|e| e == ending.as_str()))
    };
    let mut files = Vec::new();
    for path in with(entries(folder)?, "toml") {
        let id = format!("{pack_name}/{}", stem(&path));
        files.extend(read(path, id));
    }
    let mut lists = Vec::new();
    if folder.join("lists").is_dir() {
        for path in with(entries(&folder.join("lists"))?, "txt") {
            let list = stem(&path);
            lists.extend(read(path, list));
        }
    }
    Ok(HousePack {
        name: pack_name,
        folder: folder.to_owned(),
        files,
        lists,
    })
}

/// A file of a pack that is there and cannot be read.
fn unreadable(path: &Path, error: &io::Error) -> Fault {
    let lost = error.kind() == io::ErrorKind::NotFound && path.is_symlink();
    let what = if lost {
        "is a link that leads nowhere".to_owned()
    } else {
        trouble(error).what
    };
    let help = match error.kind() {
        io::ErrorKind::InvalidData => "save it as UTF-8, without any other change".to_owned(),
        _ => format!(
            "every .{} of a pack is read: mend it, or take it out of the folder",
            path.extension().unwrap_or_default().to_string_lossy()
        ),
    };
    Fault::new(&files::id(path), None, format!("this file {what}")).with_help(Some(help))
}

/// What lies in a folder, in order of name, hidden files left out.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |e: io::Error| trouble(&e).at(folder.display());
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            out.push(entry.path());
        }
    }
    out.sort();
    Ok(out)
}
