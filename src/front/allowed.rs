//! What was let stand, in files: beside an article, or for a whole archive.

use super::Failure;
use super::files::{self, trouble};
use crate::allow::{Allow, load};
use crate::report::FindingReport;
use crate::rules::fault::draw;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What the name of a file of allowances has more than that of its article.
const ENDING: &str = ".presscheck.toml";

/// The first line of a baseline: another version of it may be written otherwise.
const HEAD: &str = "# presscheck baseline 1: fingerprint, rule, article";

/// The file of allowances of an article: `story.txt.presscheck.toml` beside `story.txt`.
#[must_use]
pub fn path(article: &Path) -> PathBuf {
    let mut name = article.file_name().unwrap_or_default().to_owned();
    name.push(ENDING);
    article.with_file_name(name)
}

/// What was let stand in an article: nothing where there is no such file.
///
/// # Errors
/// If the file cannot be read or is faulty; all faults are drawn.
pub fn read(article: &Path) -> Result<Vec<Allow>, Failure> {
    let path = path(article);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(trouble(&error).at(path.display())),
    };
    parse(&path, &text)
}

/// Reads the text of a file of allowances.
///
/// # Errors
/// If it is faulty; all faults are drawn.
pub fn parse(path: &Path, text: &str) -> Result<Vec<Allow>, Failure> {
    load(&files::id(path), text).map_err(|faults| {
        let drawn = draw(&faults, |_| Some(text), true);
        Failure::new(format!(
            "these allowances cannot be used as they are\n\n{}",
            drawn.trim_end()
        ))
        .at(files::id(path))
    })
}

/// What an archive held before anybody began to look: by the path of each article.
#[derive(Debug, Default)]
pub struct Baseline(BTreeMap<String, Vec<Allow>>);

impl Baseline {
    /// Reads a baseline that `presscheck baseline` wrote.
    ///
    /// # Errors
    /// If it cannot be read or is no baseline.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).map_err(|e| trouble(&e).at(&name))?;
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return Err(Failure::new("is no baseline of this version")
                .at(&name)
                .help("`presscheck baseline FOLDER > FILE` makes one."));
        }
        let mut out = Self::default();
        for (number, line) in lines.enumerate() {
            let mut cells = line.splitn(3, '\t');
            let (Some(fingerprint), Some(_), Some(article)) = (cells.next(), cells.next(), cells.next()) else {
                // The head is line 1.
                return Err(Failure::new(format!("line {} is cut short", number + 2))
                    .at(&name)
                    .help("Make the baseline anew; it is not meant to be edited by hand."));
            };
            let allow = Allow::archive(fingerprint, &name);
            out.0.entry(article.to_owned()).or_default().push(allow);
        }
        Ok(out)
    }

    /// What it says of an article.
    #[must_use]
    pub fn of(&self, article: &str) -> &[Allow] {
        self.0.get(plain(article)).map_or(&[], Vec::as_slice)
    }

    /// The first line of a baseline.
    #[must_use]
    pub fn head() -> String {
        format!("{HEAD}\n")
    }

    /// The lines for an article.
    #[must_use]
    pub fn lines(article: &str, findings: &[FindingReport]) -> String {
        let mut out = String::new();
        for finding in findings.iter().filter(|f| f.allowed.is_none()) {
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{}\t{}\t{}", finding.fingerprint, finding.rule, plain(article));
        }
        out
    }
}

/// `./archive/a.txt` and `archive/a.txt` are one article.
fn plain(article: &str) -> &str {
    article.trim_start_matches("./")
}
