//! Many articles in, one report a line out, in the same order.

mod finished;
pub(super) mod lines;
mod record;
mod remarks;
mod source;

pub use finished::Finished;
pub(super) use record::Record;
pub use source::Source;

use super::files::EMPTY;
use super::house::Opened;
use super::{Failure, shield};
use crate::engine::{Engine, Options};
use crate::report::SCHEMA;
use crate::report::Verdict;
use crate::text::Article;
use lines::Line;
use rayon::prelude::*;
use remarks::Remarks;
use serde_json::{Value, json};
use source::Item;
use std::io::{self, Write};
use std::path::Path;

/// How a batch went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles checked.
    pub checked: u64,
    /// Those that may be published, are to be mended, wait for a second reader.
    pub verdicts: [u64; 3],
    /// Articles that became error lines.
    pub failed: u64,
    /// Articles that an earlier run had finished, good and bad.
    pub before: u64,
    /// Bytes of their input.
    pub bytes_before: u64,
    /// Bytes of the input of this run.
    pub bytes: u64,
}

/// Why a batch stopped.
#[derive(Debug)]
pub enum Halt {
    /// The output cannot be written, or nobody reads it any more.
    Output(io::Error),
    /// Anything else.
    Failure(Failure),
}

impl From<io::Error> for Halt {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<Failure> for Halt {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

/// How the articles of a batch are checked.
pub struct Batch<'a> {
    /// The rules.
    pub engine: &'a Engine,
    /// Whether reports hold what was read, too.
    pub analysis: bool,
    /// Reads the article of a file, with what was let stand in it.
    pub open: &'a (dyn Fn(&Path) -> Result<Opened, Failure> + Sync),
}

/// Where the answers of a batch go.
pub struct Outlets<'a> {
    /// One report or error a line, in the order of the articles.
    pub reports: &'a mut dyn Write,
    /// The lines that could not be checked, as they came; for files, their error lines.
    pub rejects: Option<&'a mut dyn Write>,
    /// Called after each chunk that was written, with how it stands.
    pub progress: &'a dyn Fn(&Tally),
    /// Called with what is odd about an article that was checked all the same.
    pub note: &'a mut dyn FnMut(&str),
}

impl Batch<'_> {
    /// Checks one article after another, on all cores. A bad one becomes an error line, and the run goes on.
    ///
    /// Only as many articles are in memory as keep the cores busy, and an answer is written as soon as
    /// all before it are, so a batch may be fed by hand or by a queue. After each chunk everything is
    /// handed to the system: who is killed then has lost nothing that was finished.
    ///
    /// # Errors
    /// If the input cannot be read, the output cannot be written, or what an earlier run finished is not
    /// of this input.
    pub fn run(
        &self,
        source: Source,
        mut finished: Option<Finished>,
        outlets: &mut Outlets<'_>,
    ) -> Result<Tally, Halt> {
        let mut tally = Tally::default();
        let mut remarks = Remarks::default();
        for chunk in source.read() {
            let mut items = chunk?.into_iter();
            if let Some(before) = &mut finished {
                let mut again = Vec::new();
                while !before.is_over()
                    && let Some(item) = items.next()
                {
                    let line = skip(before, &item, &mut tally, outlets)?;
                    if tally.before <= CHECKED_AGAIN {
                        again.push((item, line));
                    }
                }
                self.compare(&again, before)?;
            }
            let answers: Vec<Answer> = items.as_slice().par_iter().map(|item| self.answer(item)).collect();
            for (answer, item) in answers.iter().zip(items) {
                tally.add(&item, answer);
                remarks.make(&item, answer, outlets.note);
                outlets.reports.write_all(&answer.line)?;
                outlets.reports.write_all(b"\n")?;
                if answer.verdict.is_none() {
                    outlets.reject(&item, &answer.line)?;
                }
            }
            outlets.flush()?;
            (outlets.progress)(&tally);
        }
        match finished {
            Some(before) if !before.is_over() => Err(before.longer_than_input().into()),
            _ => Ok(tally),
        }
    }

    /// Holds what an earlier run finished against what is found now: reports of two settings must not stand in one
    /// file.
    fn compare(&self, finished: &[(Item, String)], before: &Finished) -> Result<(), Failure> {
        let other = finished
            .par_iter()
            .position_first(|(item, line)| self.answer(item).line != line.as_bytes());
        match other {
            Some(at) => Err(before.of_other_settings(&finished[at].0.id())),
            None => Ok(()),
        }
    }

    fn answer(&self, item: &Item) -> Answer {
        let mut strange = Vec::new();
        let article = match item {
            Item::Line(Line::Whole(line), number) => Record::read(line)
                .and_then(Record::article)
                .and_then(not_empty)
                .map(|article| (article, Vec::new()))
                .inspect(|_| strange = record::strange_keys(line))
                .map_err(|what| format!("line {number}: {what}")),
            Item::Line(Line::TooLong, number) => Err(format!("line {number}: {}", too_long())),
            Item::File(path, _) => (self.open)(path).map_err(|failure| failure.what),
        };
        let answer = article
            .and_then(|(article, allow)| {
                let options = Options {
                    analysis: self.analysis,
                    allow: &allow,
                };
                shield::check(self.engine, &article, options)
            })
            .and_then(|report| {
                let mut line = Vec::with_capacity(USUAL_REPORT);
                serde_json::to_writer(&mut line, &report).map_err(|e| e.to_string())?;
                Ok((Some(report.gate.verdict), line, Some(remarks::mark(&report.id))))
            });
        let (verdict, line, id) =
            answer.unwrap_or_else(|message| (None, error(&item.id(), &message).into_bytes(), None));
        Answer {
            verdict,
            line,
            id,
            strange,
        }
    }
}

/// What came of one article.
struct Answer {
    /// `None` if it could not be checked.
    verdict: Option<Verdict>,
    line: Vec<u8>,
    /// What its id is told from others by.
    id: Option<u64>,
    /// The keys of its line that were not read.
    strange: Vec<String>,
}

/// So many finished articles are checked once more when a batch goes on: settings that change nothing in so many
/// reports are the same, and checking them takes less than a second.
const CHECKED_AGAIN: u64 = 64;

/// Most reports of a news story have fewer bytes than this, and their memory is asked for once.
const USUAL_REPORT: usize = 8 * 1024;

impl Tally {
    fn add(&mut self, item: &Item, answer: &Answer) {
        self.bytes += item.bytes();
        match answer.verdict {
            Some(verdict) => {
                self.checked += 1;
                self.verdicts[verdict as usize] += 1;
            }
            None => self.failed += 1,
        }
    }
}

impl Outlets<'_> {
    fn reject(&mut self, item: &Item, error: &[u8]) -> io::Result<()> {
        let Some(rejects) = &mut self.rejects else {
            return Ok(());
        };
        match item {
            Item::Line(Line::Whole(line), _) => rejects.write_all(line)?,
            Item::Line(Line::TooLong, _) | Item::File(..) => rejects.write_all(error)?,
        }
        rejects.write_all(b"\n")
    }

    fn flush(&mut self) -> io::Result<()> {
        self.reports.flush()?;
        if let Some(rejects) = &mut self.rejects {
            rejects.flush()?;
        }
        Ok(())
    }
}

/// Takes the answer that an earlier run gave to an article, if it is one to this article.
fn skip(before: &mut Finished, item: &Item, tally: &mut Tally, outlets: &mut Outlets<'_>) -> Result<String, Halt> {
    let (line, failed) = before.next(&item.id())?;
    tally.before += 1;
    tally.bytes_before += item.bytes();
    if failed {
        outlets.reject(item, line.as_bytes())?;
    }
    Ok(line)
}

/// An article without a word is refused, as an empty file is: a "pass" for it would be read as a pass for the copy.
fn not_empty(article: Article) -> Result<Article, String> {
    let empty = |part: Option<&str>| part.is_none_or(|part| part.trim().is_empty());
    let top = [article.headline.as_deref(), article.standfirst.as_deref()];
    if top.into_iter().all(empty) && empty(Some(article.body.source())) {
        return Err(EMPTY.to_owned());
    }
    Ok(article)
}

fn too_long() -> String {
    format!("it is longer than {} MiB", lines::MOST_BYTES / (1024 * 1024))
}

/// The line for an article that could not be checked.
fn error(id: &Value, message: &str) -> String {
    // In the order of the contract, which a map would not keep.
    format!("{{\"schema\":{SCHEMA},\"id\":{id},\"error\":{}}}", json!(message))
}
