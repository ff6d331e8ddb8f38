//! `presscheck clean`: the copy without its boilerplate.

use super::input::Input;
use super::{Outcome, Shell, Stop, engine, report};
use crate::engine::Engine;
use crate::engine::Options;
use crate::engine::clean::{Cleaned, clean, copy};
use crate::front::shield::shielded;
use crate::front::{Failure, files};
use crate::text::{Article, Body};
use clap::{Args, ValueEnum};
use std::fs;
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
    /// As it came: the file without its boilerplate, all else as it was. In UTF-8 that is byte for byte; a file in
    /// another encoding is printed in UTF-8.
    Same,
    /// Plain text: headline, copy and captions, a blank line between.
    Text,
    /// Markdown.
    Markdown,
}

impl Clean {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let engine = engine(shell)?;
        let house = shell.house()?;
        for path in self.input.paths(shell)? {
            let Some(article) = self.input.open(&path, &house, shell) else {
                continue;
            };
            let cleaned = match cleaned(&engine, &article, shell) {
                Ok(cleaned) => cleaned,
                Err(failure) => {
                    shell.fail(&failure);
                    continue;
                }
            };
            if !self.write || path.as_os_str() == "-" {
                self.print(&path, &engine, &article, &cleaned, shell)?;
            } else if cleaned.copy != article.body.source()
                && let Err(failure) = write_back(&path, &article, &cleaned.copy)
            {
                shell.fail(&failure);
            }
        }
        Ok(Outcome::Clean)
    }

    fn print(
        &self,
        path: &Path,
        engine: &Engine,
        article: &Article,
        cleaned: &Cleaned,
        shell: &mut Shell,
    ) -> Result<(), Stop> {
        if self.shape != Shape::Same {
            let set = || copy(&engine.read(article).document, cleaned, self.shape == Shape::Markdown);
            match shielded(set) {
                Ok(copy) => shell.print(&copy)?,
                Err(message) => shell.fail(&Failure::new(message).at(&article.id)),
            }
            return Ok(());
        }
        // Of standard input nothing is left to look for a mark in; copy of another encoding is UTF-8 now.
        let bytes = if path.as_os_str() == "-" {
            None
        } else {
            fs::read(path).ok()
        };
        if bytes.is_some_and(|bytes| bytes.starts_with(MARK)) {
            shell.pass_on(MARK)?;
        }
        shell.pass_on(cleaned.copy.as_bytes())
    }
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Cleans one article; what went and what is doubtful is listed.
fn cleaned(engine: &Engine, article: &Article, shell: &mut Shell) -> Result<Cleaned, Failure> {
    let report = report(engine, article, Options::with_analysis())?;
    let cleaned = shielded(|| clean(article, &report)).map_err(|m| Failure::new(m).at(&article.id))?;
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

/// Writes the copy in the place of its file.
fn write_back(path: &Path, article: &Article, copy: &str) -> Result<(), Failure> {
    if matches!(article.body, Body::Docx(_)) {
        return Err(Failure::new("is a Word file, which is not written back")
            .at(&article.id)
            .help("Leave --write out to print its clean text, or delete the listed lines in Word."));
    }
    let bytes = fs::read(path).map_err(|e| files::trouble(&e).at(&article.id))?;
    let mark = if bytes.starts_with(MARK) { MARK } else { &[] };
    // In another encoding its declaration would be wrong afterwards, and bytes that could not be read lost.
    if bytes[mark.len()..] != *article.body.source().as_bytes() {
        return Err(Failure::new("is not in UTF-8 and is not written back")
            .at(&article.id)
            .help("Save it as UTF-8 first, or leave --write out to print the clean copy."));
    }
    files::save(path, &[mark, copy.as_bytes()].concat())
}
