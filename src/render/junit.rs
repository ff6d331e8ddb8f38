//! The report as a test run: a suite for each article, a failed case for each finding, so that a build
//! server shows it.

use super::escape::Escaped;
use super::groups::open;
use super::wording::at;
use crate::finding::{Family, Severity};
use crate::report::{FindingReport, Report};
use std::fmt::Write as _;

/// One document with a suite for each report. A part of the score without findings is a case that passed, a finding
/// that makes the run fail one that failed; others are shown as skipped, and notes are left out.
#[must_use]
pub fn render<'a>(reports: impl IntoIterator<Item = &'a Report>) -> String {
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"presscheck\">\n".to_owned();
    for report in reports {
        suite(report, &mut out);
    }
    out.push_str("</testsuites>\n");
    out
}

fn suite(report: &Report, out: &mut String) {
    let of = |family| open(report).filter(move |f| f.family == family && f.severity > Severity::Info);
    let found: usize = Family::ALL.iter().map(|f| of(*f).count()).sum();
    let failed = Family::ALL
        .iter()
        .flat_map(|f| of(*f))
        .filter(|f| report.fails(f))
        .count();
    let passed: Vec<Family> = Family::ALL.into_iter().filter(|f| of(*f).next().is_none()).collect();
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(
        out,
        "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{failed}\" errors=\"0\" skipped=\"{}\">",
        Escaped(&report.id),
        found + passed.len(),
        found - failed
    );
    for family in passed {
        let _ = writeln!(out, "    <testcase classname=\"{0}\" name=\"{0}\"/>", family.name());
    }
    for finding in Family::ALL.into_iter().flat_map(of) {
        case(finding, report.fails(finding), out);
    }
    out.push_str("  </testsuite>\n");
}

fn case(finding: &FindingReport, fails: bool, out: &mut String) {
    let place = at(&finding.primary);
    let _ = writeln!(
        out,
        "    <testcase classname=\"{}\" name=\"{} {place}\">",
        finding.family.name(),
        Escaped(&finding.rule)
    );
    let (severity, message) = (finding.severity.name(), Escaped(&finding.message));
    let _ = if fails {
        let (why, advice) = (Escaped(&finding.why), Escaped(&finding.advice));
        writeln!(
            out,
            "      <failure type=\"{severity}\" message=\"{message}\">{why}\n{advice}</failure>"
        )
    } else {
        // A case that was skipped has no room for more than a line.
        writeln!(out, "      <skipped message=\"{severity}: {message}\"/>")
    };
    out.push_str("    </testcase>\n");
}
