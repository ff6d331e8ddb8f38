//! The styles of the report in a terminal.

use crate::finding::Severity;
use crate::report::Verdict;
use anstyle::{AnsiColor, Style};

pub(super) const BOLD: Style = Style::new().bold();
pub(super) const FAINT: Style = Style::new().dimmed();

/// The sixteen colours only: they follow the reader's own theme, light or dark.
pub(super) fn of_severity(severity: Severity) -> Style {
    match severity {
        Severity::Critical => AnsiColor::Red.on_default().bold(),
        Severity::Major => AnsiColor::Yellow.on_default().bold(),
        Severity::Minor => AnsiColor::Cyan.on_default().bold(),
        Severity::Info => Style::new().bold(),
    }
}

pub(super) fn of_verdict(verdict: Verdict) -> Style {
    match verdict {
        Verdict::Pass => AnsiColor::Green.on_default().bold(),
        Verdict::Fix => AnsiColor::Yellow.on_default().bold(),
        Verdict::Hold => AnsiColor::Red.on_default().bold(),
    }
}
