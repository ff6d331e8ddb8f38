//! Findings as annotations of a GitHub Actions run, which shows them beside the lines of a pull request. What makes
//! the run fail is at least a warning: a notice above a failed run would be looked past.

use super::groups::open;
use crate::finding::Severity;
use crate::report::{Report, Unread};
use crate::text::inert_words;
use std::fmt::Write as _;

/// One workflow command a line for each finding; notes only if they are asked for.
#[must_use]
pub fn render(report: &Report, notes: bool) -> String {
    let mut out = String::new();
    for finding in open(report).filter(|f| notes || f.severity > Severity::Info) {
        let level = match finding.severity {
            Severity::Critical => "error",
            Severity::Major => "warning",
            Severity::Minor | Severity::Info if report.fails(finding) => "warning",
            Severity::Minor | Severity::Info => "notice",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "::{level} file={},line={},col={},title={}::{} {}",
            property(&report.id),
            finding.primary.line,
            finding.primary.column,
            property(&format!("{} ({})", finding.rule, finding.severity.name())),
            data(&sentence(&finding.message)),
            data(&finding.advice)
        );
    }
    out
}

/// The workflow command for a file that could not be read.
#[must_use]
pub fn unread(unread: &Unread) -> String {
    let level = if unread.fails { "error" } else { "notice" };
    format!(
        "::{level} file={},title=not checked::{}\n",
        property(&unread.id),
        data(&unread.told())
    )
}

/// A message as a sentence: it may end with a quotation that has its own stop.
fn sentence(message: &str) -> String {
    let last = message.trim_end_matches(['”', '’', '"', '\'']).chars().next_back();
    let stop = if matches!(last, Some('.' | '!' | '?' | '…')) {
        ""
    } else {
        "."
    };
    format!("{message}{stop}")
}

/// What the runner takes for the end of a command is written as it wants it, and the log is told nothing else.
fn data(words: &str) -> String {
    let words = words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    inert_words(&words).into_owned()
}

/// Likewise for what ends a property.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}
