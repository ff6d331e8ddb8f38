//! How a check of several articles went, one line at its end, and what could not be read.

use crate::front::cli::Shell;
use crate::front::{Failure, files};
use crate::render;
use crate::report::{Report, Unread, Verdict};
use std::path::Path;

/// How it stands so far.
#[derive(Default)]
pub(super) struct Told {
    /// Articles that pass, are to be mended, wait for a second reader.
    verdicts: [usize; 3],
    /// Files that there is no report on.
    pub(super) unread: Vec<Unread>,
}

impl Told {
    /// How many articles there was a report on.
    pub(super) fn articles(&self) -> usize {
        self.verdicts.iter().sum()
    }

    pub(super) fn add(&mut self, report: &Report) {
        self.verdicts[render::verdict(report) as usize] += 1;
    }

    /// Takes a file that could not be read. An empty one that only lay in a folder waits for the end: beside other
    /// articles it is told and stops nothing.
    pub(super) fn miss(&mut self, path: &Path, named: bool, failure: Failure, shell: &mut Shell) {
        let fails = named || failure.what != files::EMPTY;
        if fails {
            shell.fail(&failure);
        }
        self.unread.push(Unread {
            id: failure.place.unwrap_or_else(|| files::id(path)),
            what: failure.what,
            help: failure.help,
            fails,
        });
    }

    /// Tells of the empty files. Where there was nothing else, nothing was checked, and that is a failure.
    pub(super) fn end(&mut self, shell: &mut Shell) {
        let none = self.articles() == 0;
        for file in self.unread.iter_mut().filter(|file| !file.fails) {
            file.fails = none;
            let failure = Failure::new(file.what.clone()).at(&file.id);
            if none {
                shell.fail(&failure);
            } else {
                shell.note(&failure.to_string());
            }
        }
    }

    /// The last line: how many articles there were and what is to be done about them. Nothing where there was one.
    pub(super) fn tally(&self) -> Option<String> {
        let (all, missed) = (self.articles(), self.unread.len());
        if all + missed < 2 || all == 0 {
            return None;
        }
        let mut parts: Vec<String> = [Verdict::Hold, Verdict::Fix, Verdict::Pass]
            .into_iter()
            .filter(|verdict| self.verdicts[*verdict as usize] > 0)
            .map(|verdict| format!("{} {}", self.verdicts[verdict as usize], verdict.name()))
            .collect();
        if missed > 0 {
            parts.push(format!("{missed} not checked"));
        }
        let articles = if all + missed == 1 { "article" } else { "articles" };
        Some(format!("{} {articles}: {}", all + missed, parts.join(", ")))
    }
}
