//! The report for reading in a terminal or a log.

use crate::report::Report;
use crate::text::Article;
use std::fmt::Write as _;

/// The report as text of at most `width` columns, with ANSI styles.
#[must_use]
pub fn render(report: &Report, _article: &Article, _width: usize) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "{}: copy score {:.0} (of the copy, not of the truth and not of the outlet)",
        report.id, report.score.value
    );
    for finding in &report.findings {
        let place = &finding.primary;
        let _ = writeln!(
            out,
            "{}:{}: {} [{}] {}",
            place.line,
            place.column,
            finding.severity.name(),
            finding.rule,
            finding.message
        );
    }
    out
}
