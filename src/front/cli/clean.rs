//! `presscheck clean`: the copy without its boilerplate.

use super::input::Input;
use super::{Outcome, Shell, Stop, engine};
use crate::engine::Options;
use crate::engine::clean::{Cleaned, clean, copy};
use crate::front::shield;
use crate::front::{Failure, files};
use crate::engine::Engine;
use crate::text::{Article, Body};
use clap::{Args, ValueEnum};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Print the copy with its boilerplate removed, and list what went.
///
/// The copy goes to standard output, the list to standard error. Lines that only may be boilerplate are
/// listed as suspect and stay.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck clean story.txt > clean.txt
  presscheck clean --write story.txt
  presscheck clean --as markdown post.json > post.md
  pbpaste | presscheck clean | pbcopy")]
pub(super) struct Clean {
    #[command(flatten)]
    input: Input,
    /// Write each file back instead of printing it.
    #[arg(long)]
    write: bool,
    /// The form of what is printed.
    #[arg(long = "as", value_name = "FORM", default_value = "same", conflicts_with = "write")]
    shape: Shape,
}

/// The form of clean copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// As it came: the file without its boilerplate, all else byte for byte.
    Same,
    /// Plain text: headline, copy and captions, a blank line between.
    Text,
    /// Markdown.
    Markdown,
}

impl Clean {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let engine = engine(shell)?;
        for path in self.input.paths(shell)? {
            let (article, note) = match self.input.read(&path) {
                Ok(read) => read,
                Err(failure) => {
                    shell.fail(&failure);
                    continue;
                }
            };
            if let Some(note) = &note {
                shell.note(note);
            }
            let cleaned = self.one(&engine, &article, shell)?;
            if !self.write || path.as_os_str() == "-" {
                shell.print(&self.shaped(&engine, &article, cleaned))?;
            } else if let Some(failure) = unwritable(&article, note.is_some()) {
                shell.fail(&failure);
            } else if cleaned.copy != article.body.source() {
                let mut bytes = mark(&path).to_vec();
                bytes.extend_from_slice(cleaned.copy.as_bytes());
                files::save(&path, &bytes)?;
            }
        }
        Ok(Outcome::Clean)
    }

    /// Cleans one article; what went and what is doubtful is listed.
    fn one(&self, engine: &Engine, article: &Article, shell: &mut Shell) -> Result<Cleaned, Failure> {
        let report =
            shield::check(engine, article, Options { analysis: true }).map_err(|m| Failure::new(m).at(&article.id))?;
        let cleaned = clean(article, &report);
        for (word, list) in [("removed", &cleaned.removed), ("suspect", &cleaned.suspect)] {
            for furniture in list {
                let (line, words, rule) = (furniture.line, &furniture.words, &furniture.rule);
                shell.note(&format!(
                    "{}:{line}: {word} \u{201c}{words}\u{201d} ({rule})",
                    article.id
                ));
            }
        }
        Ok(cleaned)
    }

    fn shaped(&self, engine: &Engine, article: &Article, cleaned: Cleaned) -> String {
        match self.shape {
            Shape::Same => cleaned.copy,
            Shape::Text | Shape::Markdown => {
                copy(&engine.read(article).document, &cleaned, self.shape == Shape::Markdown)
            }
        }
    }
}

/// Why a file is not written back, if so.
fn unwritable(article: &Article, decoded: bool) -> Option<Failure> {
    if matches!(article.body, Body::Docx(_)) {
        let failure = Failure::new("is a Word file, which is not written back");
        let help = "Leave --write out to print its clean text, or delete the listed lines in Word.";
        Some(failure.at(&article.id).help(help))
    } else if decoded {
        // Its declaration of an encoding would be wrong, and bytes that could not be read would be lost.
        let failure = Failure::new("is not plain UTF-8 and is not written back");
        let help = "Save it as UTF-8 first, or leave --write out to print the clean copy.";
        Some(failure.at(&article.id).help(help))
    } else {
        None
    }
}

/// The byte order mark of a UTF-8 file, which stays.
fn mark(path: &Path) -> &'static [u8] {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let mut start = [0; MARK.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut start));
    if read.is_ok() && start == MARK { MARK } else { &[] }
}
