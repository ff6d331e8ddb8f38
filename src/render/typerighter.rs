//! The report as the matches of the Guardian's Typerighter, which its plug-in for `ProseMirror` editors draws.
//!
//! The shape is `ITypeRighterResponse` of guardian/prosemirror-typerighter. Positions count UTF-16 units, as
//! JavaScript does, from the start of the field; an article is one block. Findings with no place in the body
//! (in a headline that came as a field of its own) are left to the other formats.

use crate::finding::{Family, Severity};
use crate::report::{FindingReport, Place, Report};
use crate::text::Article;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Characters of copy shown on either side of a match.
const CONTEXT: usize = 60;

/// One answer, as the service gives for one block.
#[must_use]
pub fn render(report: &Report, article: &Article) -> String {
    let source = article.body.source();
    let field = article.body.field();
    let findings: Vec<&FindingReport> = report.findings.iter().filter(|f| f.primary.field == field).collect();
    let units = Units::of(source, findings.iter().flat_map(|f| [f.primary.start, f.primary.end]));
    let matches: Vec<Value> = findings.iter().map(|f| matched(f, source, &units)).collect();
    let block = json!({
        "id": report.id,
        "text": source,
        "from": 0,
        "to": source.encode_utf16().count(),
    });
    let answer = json!({
        "requestId": report.id,
        "categoryIds": Family::ALL.map(Family::name),
        "blocks": [block],
        "matches": matches,
    });
    format!("{answer:#}\n")
}

fn matched(finding: &FindingReport, source: &str, units: &Units) -> Value {
    let Place { start, end, .. } = finding.primary;
    let words = source.get(start..end).unwrap_or_default();
    json!({
        "matchId": finding.fingerprint,
        "fromPos": units.at(start),
        "toPos": units.at(end),
        "matchedText": words,
        "message": format!("{}. {} {}", finding.message, finding.why, finding.advice),
        "shortMessage": finding.message,
        "suggestions": [],
        "markAsCorrect": finding.allowed.is_some(),
        "matchContext": context(source, start, end),
        "rule": {
            "id": finding.rule,
            "description": finding.why,
            "category": {
                "id": finding.family.name(),
                "name": finding.family.name(),
                "colour": colour(finding.severity),
            },
            "suggestions": [],
            "issueType": finding.severity.name(),
        },
    })
}

/// The match in double brackets between the words around it, as the service writes it.
fn context(source: &str, start: usize, end: usize) -> String {
    let (before, rest) = source.split_at_checked(start).unwrap_or((source, ""));
    let (words, after) = rest.split_at_checked(end.saturating_sub(start)).unwrap_or((rest, ""));
    let from = before
        .char_indices()
        .rev()
        .take(CONTEXT)
        .last()
        .map_or(before.len(), |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    format!("{}[[{words}]]{}", &before[from..], &after[..to])
}

/// The colours of the plug-in's own key: a fault, a doubt, a note.
fn colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "d90000",
        Severity::Major => "e67300",
        Severity::Minor | Severity::Info => "3db540",
    }
}

/// Bytes counted in UTF-16 units.
struct Units(BTreeMap<usize, usize>);

impl Units {
    /// Counts up to each of these places in one pass.
    fn of(source: &str, places: impl IntoIterator<Item = usize>) -> Self {
        let mut units: BTreeMap<usize, usize> = places.into_iter().map(|p| (p, 0)).collect();
        let (mut from, mut count) = (0, 0);
        for (place, unit) in &mut units {
            count += source.get(from..*place).map_or(0, |part| part.encode_utf16().count());
            *unit = count;
            from = *place;
        }
        Self(units)
    }

    fn at(&self, place: usize) -> usize {
        self.0.get(&place).copied().unwrap_or_default()
    }
}
