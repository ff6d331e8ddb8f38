//! The report as a test run: a suite for each article, a failed case for each finding, so that a build
//! server shows it; and an error for each file that could not be read.

use super::escape::Escaped;
use super::excerpt::words;
use super::groups::open;
use super::wording::at;
use crate::finding::{Family, Severity};
use crate::report::{FindingReport, Report, Unread};
use crate::text::Article;
use std::fmt::Write as _;

/// How many cases there are, and how they ended.
#[derive(Clone, Copy, Default)]
struct Count {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

/// One document with a suite for each report. A part of the score without findings is a case that passed, a finding
/// that makes the run fail one that failed; others are shown as skipped, and notes are left out.
#[must_use]
pub fn render<'a>(reports: impl IntoIterator<Item = (&'a Report, &'a Article)>, unread: &[Unread]) -> String {
    let (mut all, mut suites) = (Count::default(), String::new());
    for (report, article) in reports {
        all.add(suite(report, article, &mut suites));
    }
    for file in unread {
        all.add(error(file, &mut suites));
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"presscheck\" {}>\n{suites}</testsuites>\n",
        all.attributes()
    )
}

impl Count {
    fn add(&mut self, other: Self) {
        self.tests += other.tests;
        self.failures += other.failures;
        self.errors += other.errors;
        self.skipped += other.skipped;
    }

    fn attributes(self) -> String {
        let Self {
            tests,
            failures,
            errors,
            skipped,
        } = self;
        format!("tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\"")
    }
}

fn suite(report: &Report, article: &Article, out: &mut String) -> Count {
    let of = |family| open(report).filter(move |f| f.family == family && f.severity > Severity::Info);
    let found: usize = Family::ALL.iter().map(|f| of(*f).count()).sum();
    let failures = Family::ALL
        .iter()
        .flat_map(|f| of(*f))
        .filter(|f| report.fails(f))
        .count();
    let passed: Vec<Family> = Family::ALL.into_iter().filter(|f| of(*f).next().is_none()).collect();
    let count = Count {
        tests: found + passed.len(),
        failures,
        errors: 0,
        skipped: found - failures,
    };
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(
        out,
        "  <testsuite name=\"{}\" {}>",
        Escaped(&report.id),
        count.attributes()
    );
    for family in passed {
        let _ = writeln!(out, "    <testcase classname=\"{0}\" name=\"{0}\"/>", family.name());
    }
    for finding in Family::ALL.into_iter().flat_map(of) {
        case(finding, report, article, out);
    }
    out.push_str("  </testsuite>\n");
    count
}

fn case(finding: &FindingReport, report: &Report, article: &Article, out: &mut String) {
    let place = at(&finding.primary);
    let _ = writeln!(
        out,
        "    <testcase classname=\"{}\" name=\"{} {place}\" file=\"{}\" line=\"{}\">",
        finding.family.name(),
        Escaped(&finding.rule),
        Escaped(&report.id),
        finding.primary.line
    );
    let (severity, message) = (finding.severity.name(), Escaped(&finding.message));
    let _ = if report.fails(finding) {
        let (why, advice) = (Escaped(&finding.why), Escaped(&finding.advice));
        let around = words(article, finding.sentences.first().unwrap_or(&finding.primary));
        writeln!(
            out,
            "      <failure type=\"{severity}\" message=\"{message}\">{place}: “{}”\n{why}\n{advice}</failure>",
            Escaped(&around)
        )
    } else {
        // A case that was skipped has no room for more than a line.
        writeln!(out, "      <skipped message=\"{severity}: {message}\"/>")
    };
    out.push_str("    </testcase>\n");
}

/// The suite of a file that could not be read.
fn error(file: &Unread, out: &mut String) -> Count {
    let count = Count {
        tests: 1,
        failures: 0,
        errors: usize::from(file.fails),
        skipped: usize::from(!file.fails),
    };
    let (id, told) = (Escaped(&file.id), file.told());
    let tag = if file.fails { "error type=\"unread\"" } else { "skipped" };
    let _ = writeln!(
        out,
        "  <testsuite name=\"{id}\" {}>\n    <testcase classname=\"presscheck\" name=\"read\" file=\"{id}\">\n      \
         <{tag} message=\"{}\"/>\n    </testcase>\n  </testsuite>",
        count.attributes(),
        Escaped(&told)
    );
    count
}
