//! The report as SARIF 2.1.0, which editors and code hosts read.
//!
//! Kept to what those hosts accept: every rule has a short description, every result a place, and no list
//! is empty.

use super::groups::of_rules;
use crate::finding::Severity;
use crate::report::{FindingReport, Place, Report, Unread};
use crate::text::Article;
use serde_json::{Value, json};

/// One log with all reports, and with what could not be read.
#[must_use]
pub fn render<'a>(reports: impl IntoIterator<Item = (&'a Report, &'a Article)>, unread: &[Unread]) -> String {
    let reports: Vec<_> = reports.into_iter().collect();
    let rules = of_rules(reports.iter().map(|(report, _)| *report));
    let numbers: Vec<&str> = rules.iter().map(|f| f.rule.as_str()).collect();
    let results: Vec<Value> = reports
        .iter()
        .flat_map(|(report, article)| report.findings.iter().map(|f| result(f, report, article, &numbers)))
        .collect();
    let artifacts: Vec<Value> = reports.iter().map(|(report, _)| artifact(report)).collect();
    let mut run = json!({
        "tool": {"driver": {
            "name": "presscheck",
            "version": env!("CARGO_PKG_VERSION"),
            "rules": rules.iter().map(|f| rule(f)).collect::<Vec<_>>(),
        }},
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation(unread)],
        "results": results,
    });
    if !artifacts.is_empty() {
        run["artifacts"] = artifacts.into();
    }
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    });
    format!("{log:#}\n")
}

/// How the run went.
fn invocation(unread: &[Unread]) -> Value {
    let mut invocation = json!({"executionSuccessful": unread.iter().all(|u| !u.fails)});
    if !unread.is_empty() {
        let notification = |unread: &Unread| {
            json!({
                "level": if unread.fails { "error" } else { "note" },
                "message": {"text": unread.told()},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(&unread.id)}}}],
            })
        };
        invocation["toolExecutionNotifications"] = unread.iter().map(notification).collect();
    }
    invocation
}

fn rule(finding: &FindingReport) -> Value {
    json!({
        "id": finding.rule,
        "shortDescription": {"text": finding.summary},
        "fullDescription": {"text": finding.why},
        "help": {"text": finding.advice},
        "properties": {"tags": [finding.family.name()]},
    })
}

fn result(finding: &FindingReport, report: &Report, article: &Article, rules: &[&str]) -> Value {
    let mut result = json!({
        "ruleId": finding.rule,
        "ruleIndex": rules.iter().position(|r| *r == finding.rule),
        "level": level(finding, report),
        "message": {"text": finding.message},
        "locations": [location(&finding.primary, report, article)],
        "partialFingerprints": {"presscheck/v1": finding.fingerprint},
        "properties": {
            "severity": finding.severity,
            "confidence": finding.confidence,
            "points": finding.points,
        },
    });
    if !finding.related.is_empty() {
        let related = finding.related.iter().enumerate().map(|(id, place)| {
            let mut location = location(place, report, article);
            location["id"] = json!(id);
            location["message"] = json!({"text": "the other half"});
            location
        });
        result["relatedLocations"] = related.collect();
    }
    if let Some(allowed) = &finding.allowed {
        let why = format!("{} ({})", allowed.reason, allowed.by);
        result["suppressions"] = json!([{"kind": "external", "justification": why}]);
    }
    result
}

/// What makes the run fail is at least a warning.
fn level(finding: &FindingReport, report: &Report) -> &'static str {
    match finding.severity {
        Severity::Critical => "error",
        Severity::Major => "warning",
        Severity::Minor | Severity::Info if report.fails(finding) => "warning",
        Severity::Minor | Severity::Info => "note",
    }
}

fn location(place: &Place, report: &Report, article: &Article) -> Value {
    let (line, column) = end(place, article);
    json!({"physicalLocation": {
        "artifactLocation": {"uri": uri(&report.id)},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": line,
            "endColumn": column,
            "snippet": {"text": place.quote},
        },
    }})
}

/// Line and column right after a place.
fn end(place: &Place, article: &Article) -> (usize, usize) {
    let words = article
        .field(place.field)
        .get(place.start..place.end)
        .unwrap_or_default();
    match words.rsplit_once('\n') {
        None => (place.line, place.column + words.chars().count()),
        Some((before, last)) => (place.line + before.matches('\n').count() + 1, last.chars().count() + 1),
    }
}

/// A path as a relative reference: what has a meaning of its own in one is written as a number.
fn uri(path: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn artifact(report: &Report) -> Value {
    json!({
        "location": {"uri": uri(&report.id)},
        "properties": {
            "score": report.score.scored.then_some(report.score.value),
            "verdict": report.gate.verdict,
            "by": report.gate.by,
        },
    })
}
