//! The report for reading in a terminal or a log.
//!
//! Colour only repeats what marks and words already say: a log without it loses nothing.

mod drawing;
mod finding;
mod palette;
mod sources;
mod sum;

use super::groups::groups;
use super::wording::{self, counted};
use super::wrap::wrap;
use crate::finding::Severity;
use crate::report::{Report, Verdict};
use crate::text::{Article, inert_words};
use palette::{BOLD, FAINT, of_severity, of_verdict};
use std::collections::BTreeSet;
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

/// The report as text with ANSI styles; whoever prints it takes them out where they are not wanted.
#[must_use]
pub fn render(report: &Report, article: &Article, style: Style) -> String {
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
        let asks = wording::asks(group.severity);
        let how = if shown { "" } else { "; --notes shows them" };
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(
            out,
            "\n{colour}{name}{colour:#}  {FAINT}{}: {asks}{how}{FAINT:#}",
            counted(group.len(), "finding")
        );
        for item in group.items.iter().filter(|_| shown) {
            out.push('\n');
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
    let _ = write!(
        out,
        "\n{FAINT}{}{FAINT:#}\n",
        wrap(wording::CANNOT_SEE, style.width, "", "")
    );
    out
}

fn head(report: &Report, style: Style, out: &mut String) {
    let first = format!("presscheck {}", wording::OF_THE_COPY);
    let _ = write!(out, "{FAINT}{}{FAINT:#}\n\n", wrap(&first, style.width, "", ""));
    let _ = writeln!(out, "{BOLD}{}{BOLD:#}", inert_words(&report.id));
    let (verdict, meaning) = wording::verdict(report);
    let (word, colour) = (verdict.name(), of_verdict(verdict));
    let mut line = format!("{}: {meaning}", word.to_uppercase());
    if report.gate.verdict > Verdict::Pass {
        line = format!("{line}: {}", report.gate.by.join(", "));
    }
    let lines = wrap(&line, style.width, "", "  ");
    let rest = &lines[word.len()..];
    let _ = write!(out, "{colour}{}{colour:#}{rest}\n\n", word.to_uppercase());
    sum::draw(report, style.width, out);
}
