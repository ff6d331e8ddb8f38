//! Reading and writing files: encodings, limits, whole or not at all.

mod decode;
mod save;
mod walk;

pub use decode::{Decoded, decode};
pub use save::save;
pub use walk::{Form, articles, is_lines, stories};

use super::Failure;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Larger files are refused before they are read. A long read of 20,000 words is 120 kB; 32 MiB is two
/// hundred times the longest thing a newspaper prints, and still fits any machine.
pub const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// Reads an article from a file.
///
/// # Errors
/// If there is no such file, it is a folder, cannot be read, is too large, empty, or no text.
pub fn read(path: &Path) -> Result<Decoded, Failure> {
    let name = path.display();
    let data = path.metadata().map_err(|e| trouble(&e).at(&name))?;
    if data.is_dir() {
        return Err(Failure::new("is a folder, and a file is wanted").at(name));
    }
    if data.len() > MOST_BYTES {
        return Err(too_large().at(name));
    }
    let file = File::open(path).map_err(|e| trouble(&e).at(&name))?;
    text(file).map_err(|f| f.at(name))
}

/// Reads an article from standard input.
///
/// # Errors
/// If it cannot be read, is too large, empty, or no text.
pub fn read_stdin() -> Result<Decoded, Failure> {
    text(io::stdin().lock()).map_err(|f| f.at("<stdin>"))
}

/// Reads at most the limit, whatever the size that was promised.
fn text(source: impl Read) -> Result<Decoded, Failure> {
    let mut bytes = Vec::new();
    source
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| trouble(&e))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_large());
    }
    decode(&bytes)
}

fn too_large() -> Failure {
    let limit = MOST_BYTES / (1024 * 1024);
    Failure::new(format!("is larger than {limit} MiB, the limit for one article"))
        .help("Hand over one article a file, or many as JSON lines to `presscheck batch`.")
}

/// An error of the system in plain words.
#[must_use]
pub fn trouble(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::new("no such file").help("Check the spelling; `-` reads standard input."),
        io::ErrorKind::PermissionDenied => {
            Failure::new("may not be read").help("Ask its owner for the right to read it.")
        }
        io::ErrorKind::IsADirectory => Failure::new("is a folder, and a file is wanted"),
        _ => Failure::new(format!("cannot be read ({error})")),
    }
}
