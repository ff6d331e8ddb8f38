//! Word files: the parts of a zip archive, within bounds.

use crate::front::Failure;
use crate::text::read::docx::{Manuscript, Parts, manuscript};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// More than this is not unpacked from one part: it is the limit for articles of any form.
const MOST_BYTES: u64 = super::MOST_BYTES;
/// Word's XML shrinks to a tenth or, with long tables, to a fiftieth. What shrinks to less was made
/// to fill the memory of whoever opens it.
const MOST_RATIO: u64 = 200;
/// Small parts may well shrink more; they do no harm.
const SMALL: u64 = 1024 * 1024;

/// Is it a zip archive, which a Word file is?
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Takes the copy out of a Word file.
///
/// # Errors
/// If it is no Word file, damaged, locked, larger than the limit, or there is no text in it.
pub(super) fn open(bytes: &[u8]) -> Result<Manuscript, Failure> {
    if !is_zip(bytes) {
        return Err(no_word_file());
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let document = part(&mut archive, "word/document.xml")?.ok_or_else(|| {
        Failure::new("is a zip file, but no Word file: there is no word/document.xml in it")
            .help("Hand over the article itself as .docx, text, Markdown or HTML.")
    })?;
    let styles = part(&mut archive, "word/styles.xml")?;
    let core = part(&mut archive, "docProps/core.xml")?;
    let parts = Parts {
        document: &document,
        styles: styles.as_deref(),
        core: core.as_deref(),
    };
    manuscript(parts).map_err(|why| {
        Failure::new(format!("is a Word file that cannot be read: {why}"))
            .help("Open it in Word and save it again, or save it as text.")
    })
}

/// It was said to be a Word file, and is none.
pub(super) fn no_word_file() -> Failure {
    Failure::new("is no Word file (.docx)").help("Leave --input-format out, or name the form the copy has.")
}

fn damaged() -> Failure {
    Failure::new("is a damaged Word or zip file: it ends too early, or its list of parts is wrong")
        .help("Get the file again, or open it in Word and save it anew.")
}

/// A part of the archive as text, if there is one of this name.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Failure> {
    let member = match archive.by_name(name) {
        Ok(member) => member,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword) => {
            return Err(
                Failure::new(format!("is packed in a way that Word does not use, or locked ({name})"))
                    .help("Open it in Word and save it as .docx, without a password."),
            );
        }
        Err(_) => return Err(damaged()),
    };
    let packed = member.compressed_size().max(1);
    let mut bytes = Vec::new();
    // What the archive says of its sizes is not believed.
    let limit = MOST_BYTES.min((packed.saturating_mul(MOST_RATIO)).max(SMALL));
    member.take(limit + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
    if bytes.len() as u64 > limit {
        let failure = if limit == MOST_BYTES {
            let limit = MOST_BYTES / (1024 * 1024);
            Failure::new(format!(
                "unpacks to more than {limit} MiB ({name}), the limit for one article"
            ))
        } else {
            Failure::new(format!(
                "unpacks to more than {MOST_RATIO} times its size ({name}), as no Word file does"
            ))
        };
        return Err(failure.help("If it is an article, save it as text and hand that over."));
    }
    // Word writes UTF-8; some converters write UTF-16.
    let text = match super::decode(&bytes) {
        Ok(decoded) => decoded.text,
        Err(_) => String::new(),
    };
    Ok(Some(text))
}
