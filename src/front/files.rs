//! Reading and writing files: encodings, limits, whole or not at all.

mod decode;
mod guess;
mod save;
mod walk;
mod word;

pub use decode::{Decoded, EMPTY, decode};
pub use save::save;
pub use walk::{Form, articles, ending_in, is_lines, stories, unread};

use super::Failure;
use crate::text::Body;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Larger files are refused before they are read. A long read of 20,000 words is 120 kB; 32 MiB is two
/// hundred times the longest thing a newspaper prints, and still fits any machine.
pub const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// The copy of a file, and what had to be done to get it.
#[derive(Clone, Debug, PartialEq)]
pub struct Copy {
    /// The copy, in the form it has.
    pub body: Body,
    /// What an editor should know about how it was read.
    pub note: Option<String>,
}

/// What is said of a file that is not there.
pub const NO_SUCH_FILE: &str = "no such file";

/// What a file is called in reports and messages: the same on every system.
#[must_use]
pub fn id(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

/// Do two paths lead to one file?
#[must_use]
pub fn are_one(a: &Path, b: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    a == b || real(a).is_some_and(|a| real(b) == Some(a))
}

/// Reads an article from a file. Its form is the one given, else the one its content shows, else the
/// one its ending promises, else Markdown, if it begins like that, else text.
///
/// # Errors
/// If there is no such file, it is a folder, cannot be read, is too large, empty, no text, or not of
/// its form.
pub fn read(path: &Path, form: Option<Form>) -> Result<Copy, Failure> {
    let name = path.display();
    let data = path.metadata().map_err(|e| trouble(&e).at(&name))?;
    if data.is_dir() {
        return Err(Failure::new("is a folder, and a file is wanted").at(name));
    }
    if data.len() > MOST_BYTES {
        return Err(too_large().at(name));
    }
    if form.is_none() && is_lines(path) {
        return Err(json_lines(path.display()).at(name));
    }
    let file = File::open(path).map_err(|e| trouble(&e).at(&name))?;
    let bytes = bytes(file).map_err(|f| f.at(&name))?;
    copy(&bytes, form, Form::of(path)).map_err(|f| f.at(name))
}

/// Reads an article from standard input; `promised` is the form it is likely to have.
///
/// # Errors
/// If it cannot be read, is too large, empty, or no text.
pub fn read_stdin(form: Option<Form>, promised: Option<Form>) -> Result<Copy, Failure> {
    let copy = bytes(io::stdin().lock()).and_then(|bytes| copy(&bytes, form, promised));
    copy.map_err(|f| f.at("<stdin>"))
}

/// Reads at most the limit, whatever the size that was promised.
fn bytes(source: impl Read) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    source
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| trouble(&e))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_large());
    }
    Ok(bytes)
}

/// The copy in some bytes.
fn copy(bytes: &[u8], given: Option<Form>, promised: Option<Form>) -> Result<Copy, Failure> {
    if given == Some(Form::Docx) || (given.is_none() && word::is_zip(bytes)) {
        let body = Body::Docx(word::open(bytes)?);
        return Ok(Copy { body, note: None });
    }
    let Decoded { text, mut note } = decode(bytes)?;
    if given.is_none() && holds_lines(&text) {
        return Err(json_lines("FILE"));
    }
    let known = given.or_else(|| Form::shown(&text)).or(promised);
    let form = known.unwrap_or_else(|| Form::likely(&text));
    if known.is_none() && form == Form::Markdown {
        let read = "read as Markdown, for it begins like that; --input-format text reads it as text";
        note = Some(note.map_or_else(|| read.to_owned(), |note| format!("{note}; {read}")));
    }
    Ok(Copy {
        body: form.body(text)?,
        note,
    })
}

/// Are these many articles, one JSON object a line? As prose they would pass for clean copy.
fn holds_lines(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let mut is_object = || {
        let line = lines.next().map(str::trim).filter(|line| line.starts_with('{'));
        line.is_some_and(|line| serde_json::from_str::<serde::de::IgnoredAny>(line).is_ok())
    };
    is_object() && is_object()
}

fn json_lines(file: impl std::fmt::Display) -> Failure {
    Failure::new("holds JSON lines, an article each, and not one article")
        .help(format!("Check them with `presscheck batch {file}`."))
}

fn too_large() -> Failure {
    let limit = MOST_BYTES / (1024 * 1024);
    Failure::new(format!("is larger than {limit} MiB, the limit for one article"))
        .help("Hand over one article a file, or many as JSON lines to `presscheck batch`.")
}

/// An error of the system in reading, in plain words.
#[must_use]
pub fn trouble(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::new(NO_SUCH_FILE).help("Check the spelling."),
        io::ErrorKind::PermissionDenied => {
            Failure::new("may not be read").help("Ask its owner for the right to read it.")
        }
        io::ErrorKind::IsADirectory => Failure::new("is a folder, and a file is wanted"),
        io::ErrorKind::InvalidData => {
            Failure::new("is not in UTF-8").help("Save it as UTF-8, without any other change.")
        }
        _ => Failure::new(format!("cannot be read ({error})")),
    }
}

/// An error of the system in writing, in plain words.
#[must_use]
pub fn unwritable(error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => {
            Failure::new("cannot be written: there is no such folder").help("Make the folder first.")
        }
        io::ErrorKind::PermissionDenied => {
            Failure::new("may not be written").help("Ask the owner of the folder for the right to write there.")
        }
        io::ErrorKind::IsADirectory => Failure::new("is a folder, and a file is to be written"),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            Failure::new("cannot be written: a part of its path is a file and no folder").help("Name another path.")
        }
        _ => Failure::new(format!("cannot be written ({error})")),
    }
}
