//! The report as one line of JSON: the machine contract.

use crate::report::Report;

/// The report on one line, with its line end.
#[must_use]
pub fn render(report: &Report) -> String {
    // A report holds nothing that JSON cannot say: no map with odd keys, no endless number.
    serde_json::to_string(report)
        .map(|line| line + "\n")
        .unwrap_or_default()
}
