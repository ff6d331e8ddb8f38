//! The difference for a terminal.

use super::{CANNOT_SEE, SAME, asks, gate, open, score, tally, title, told};
use crate::finding::Severity;
use crate::render::wording::{self, at, counted};
use crate::render::wrap::wrap;
use crate::report::FindingReport;
use crate::report::difference::{Difference, Sort};
use anstyle::{AnsiColor, Style};
use std::fmt::Write as _;

const HEAD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const WORSE: Style = AnsiColor::Red.on_default().bold();
const BETTER: Style = AnsiColor::Green.on_default().bold();

/// The difference, lines wrapped to so many columns; with its notes where they are asked for.
#[must_use]
pub fn render(difference: &Difference, width: usize, notes: bool) -> String {
    let d = difference;
    let mut out = String::new();
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "{HEAD}{} → {}{HEAD:#}", d.old.id, d.new.id);
    let _ = writeln!(out, "{}; {}", score(&d.old, &d.new), gate(&d.old, &d.new));
    let _ = writeln!(out, "{}", tally(d));
    let introduced = open(d.introduced.iter(), notes);
    if !introduced.is_empty() {
        let _ = writeln!(
            out,
            "\n{WORSE}INTRODUCED{WORSE:#}  {FAINT}lines of the new draft{FAINT:#}"
        );
        for finding in introduced {
            one(finding, true, width, &mut out);
        }
    }
    let left = open(d.left.iter().map(|l| &l.finding), notes);
    if !left.is_empty() {
        let _ = writeln!(out, "\n{HEAD}LEFT{HEAD:#}  {FAINT}lines of the new draft{FAINT:#}");
        for finding in left {
            one(finding, false, width, &mut out);
        }
    }
    let fixed = open(d.fixed.iter(), notes);
    if !fixed.is_empty() {
        let _ = writeln!(out, "\n{BETTER}FIXED{BETTER:#}  {FAINT}lines of the old draft{FAINT:#}");
        for finding in fixed {
            one(finding, false, width, &mut out);
        }
    }
    changes(d, width, &mut out);
    hidden(d, notes, &mut out);
    let _ = writeln!(out, "\n{FAINT}{}{FAINT:#}", wrap(CANNOT_SEE, width, "", ""));
    out
}

/// A finding on a line or two; with its reasons where it is new.
fn one(finding: &FindingReport, whole: bool, width: usize, out: &mut String) {
    let what = format!(
        "{} {}: {}",
        finding.severity.name(),
        at(&finding.primary),
        finding.message
    );
    let _ = writeln!(out, "{}", wrap(&what, width, "* ", "  "));
    let by = format!("{} · {}", finding.rule, wording::measured(finding));
    let _ = writeln!(out, "{FAINT}{}{FAINT:#}", wrap(&by, width, "  ", "  "));
    if whole {
        for (name, text) in [("why", &finding.why), ("do", &finding.advice)] {
            if !text.is_empty() {
                let _ = writeln!(out, "{}", wrap(text, width, &format!("  {name:4}"), "      "));
            }
        }
    }
}

fn changes(difference: &Difference, width: usize, out: &mut String) {
    if difference.changes.is_empty() {
        let _ = writeln!(out, "\n{SAME}");
        return;
    }
    for sort in Sort::ALL {
        let of_sort: Vec<_> = difference.changes.iter().filter(|c| c.sort == sort).collect();
        if of_sort.is_empty() {
            continue;
        }
        let _ = writeln!(out, "\n{HEAD}{}{HEAD:#}", title(sort));
        for change in of_sort {
            let _ = writeln!(out, "{}", wrap(&told(change), width, "  ", "    "));
            if let Some(asks) = asks(change) {
                let _ = writeln!(out, "{WORSE}{}{WORSE:#}", wrap(&asks, width, "    ", "    "));
            }
        }
    }
}

/// How many findings are not shown.
fn hidden(difference: &Difference, notes: bool, out: &mut String) {
    let left = difference.left.iter().map(|l| &l.finding);
    let all = || {
        difference
            .fixed
            .iter()
            .chain(&difference.introduced)
            .chain(left.clone())
    };
    let stand = all().filter(|f| f.allowed.is_some()).count();
    let quiet = all()
        .filter(|f| f.allowed.is_none() && f.severity == Severity::Info)
        .count();
    if quiet > 0 && !notes {
        let _ = writeln!(out, "\n{FAINT}{}; --notes shows them{FAINT:#}", counted(quiet, "note"));
    }
    if stand > 0 {
        let _ = writeln!(out, "\n{FAINT}{} let stand{FAINT:#}", counted(stand, "finding"));
    }
}
