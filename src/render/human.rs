//! The report for reading in a terminal or a log.
//!
//! Colour only repeats what marks and words already say: a log without it loses nothing.

mod drawing;
mod finding;
mod palette;
mod sources;
mod sum;

use super::groups::{Group, Item, groups};
use super::verdict::{answer, asks};
use super::wording::{self, counted};
use super::wrap::wrap;
use crate::finding::{Family, Severity};
use crate::report::Report;
use crate::text::{Article, inert_words};
use palette::{BOLD, FAINT, of_severity, of_verdict};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What a reader may choose.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Columns.
    pub width: usize,
    /// Show notes too.
    pub notes: bool,
    /// Show what each finding is known by.
    pub fingerprints: bool,
}

/// The report on one article as text with ANSI styles; whoever prints it takes them out where they are not wanted.
#[must_use]
pub fn render(report: &Report, article: &Article, style: Style) -> String {
    opening(style.width) + &one(report, article, style) + &closing(style.width)
}

/// What stands above the first article.
#[must_use]
pub fn opening(width: usize) -> String {
    let first = format!("presscheck {}", wording::OF_THE_COPY);
    format!("{FAINT}{}{FAINT:#}\n\n", wrap(&first, width, "", ""))
}

/// What stands below the last one.
#[must_use]
pub fn closing(width: usize) -> String {
    format!("\n{FAINT}{}{FAINT:#}\n", wrap(wording::CANNOT_SEE, width, "", ""))
}

/// One article's part of a report on many.
#[must_use]
pub fn one(report: &Report, article: &Article, style: Style) -> String {
    let mut out = String::new();
    head(report, style, &mut out);
    let groups = groups(report);
    let mut told = BTreeSet::new();
    if groups.is_empty() {
        let _ = write!(out, "\n{}\n", wording::NOTHING);
    }
    for group in &groups {
        let (colour, name) = (of_severity(group.severity), group.severity.name().to_uppercase());
        let shown = group.severity > Severity::Info || style.notes;
        let asks = asks(report, group.severity);
        let how = if shown { "" } else { "; --notes shows them" };
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(
            out,
            "\n{colour}{name}{colour:#}  {FAINT}{}: {asks}{how}{FAINT:#}",
            counted(group.len(), "finding")
        );
        let set = leftovers(group);
        let mut drawn = false;
        for item in group.items.iter().filter(|_| shown) {
            let in_set = set.iter().any(|other| std::ptr::eq(*other, item));
            if in_set && drawn {
                continue;
            }
            out.push('\n');
            if in_set {
                drawn = true;
                finding::draw_set(&set, article, style, &mut told, &mut out);
                continue;
            }
            let new = told.insert(item.finding.rule.as_str());
            finding::draw(item, article, style, !new, &mut out);
        }
    }
    let stand: Vec<String> = wording::let_stand(report).collect();
    if !stand.is_empty() {
        let _ = writeln!(
            out,
            "\n{BOLD}LET STAND{BOLD:#}  {FAINT}{}: no points, and the gate does not mind{FAINT:#}",
            counted(stand.len(), "finding")
        );
        for line in &stand {
            let _ = writeln!(out, "{}", wrap(line, style.width, "  ", "    "));
        }
    }
    if let Some(line) = wording::set_aside(report) {
        let _ = writeln!(out, "\n{FAINT}{}{FAINT:#}", wrap(&line, style.width, "", ""));
    }
    sources::draw(report, style.width, &mut out);
    out
}

/// From so many leftovers on that ask for the same they are set as one.
const SET: usize = 3;

/// The leftovers of the page that ask for what most of them ask for, which is mostly to delete the line.
fn leftovers<'g, 'a>(group: &'g Group<'a>) -> Vec<&'g Item<'a>> {
    let alone = |item: &&Item<'_>| {
        item.finding.family == Family::Noise && item.finding.related.is_empty() && item.folded.is_empty()
    };
    let mut by_advice: BTreeMap<&str, Vec<&Item<'a>>> = BTreeMap::new();
    for item in group.items.iter().filter(alone) {
        by_advice.entry(&item.finding.advice).or_default().push(item);
    }
    let largest = by_advice.into_values().max_by_key(Vec::len).unwrap_or_default();
    if largest.len() < SET { Vec::new() } else { largest }
}

fn head(report: &Report, style: Style, out: &mut String) {
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "{BOLD}{}{BOLD:#}", inert_words(&report.id));
    let answer = answer(report);
    let (word, colour) = (answer.verdict.name(), of_verdict(answer.verdict));
    let line = format!("{}: {}", word.to_uppercase(), answer.text(ToOwned::to_owned));
    let lines = wrap(&line, style.width, "", "  ");
    let rest = &lines[word.len()..];
    let _ = write!(out, "{colour}{}{colour:#}{rest}\n\n", word.to_uppercase());
    sum::draw(report, style.width, out);
}
