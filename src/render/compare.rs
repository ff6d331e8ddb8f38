//! Copies of a story side by side, as people and machines read them.

pub mod html;
pub mod human;

use super::wording::counted;
use crate::report::comparison::{Agreement, Comparison, Row, Slot, Value, Voicing};

/// The comparison on one line of JSON, with its line end.
#[must_use]
pub fn json(comparison: &Comparison) -> String {
    // It holds nothing that JSON cannot say.
    serde_json::to_string(comparison)
        .map(|line| line + "\n")
        .unwrap_or_default()
}

/// What a slot is called above its rows.
fn title(slot: Slot) -> &'static str {
    match slot {
        Slot::Target => "Target",
        Slot::Time => "Time",
        Slot::Toll => "Toll",
        Slot::Damage => "Damage",
        Slot::Count => "Figures",
        Slot::Taken => "Places taken",
        Slot::Venue => "Where it was said",
        Slot::Quotation => "Quotations",
        Slot::Responsibility => "Responsibility",
        Slot::Name => "Names",
    }
}

/// Who says a value, for a reader.
fn speaker(value: &Value) -> String {
    match (&value.who, value.voice) {
        (Some(who), _) => format!("on the word of {who}"),
        (None, Voicing::Quoted) => "quoted".to_owned(),
        (None, Voicing::Reported) => "reported".to_owned(),
        (None, Voicing::Own) => "in its own voice".to_owned(),
    }
}

/// What a verdict asks of an editor.
fn meaning(verdict: Agreement) -> &'static str {
    match verdict {
        Agreement::Agree => "they agree",
        Agreement::Differ => "they differ: find out which is right before any of them runs",
        Agreement::Unlike => "not told in the same terms: see whether they mean the same",
        Agreement::One => "one copy alone",
    }
}

/// "4 copies of one story", "5 copies of 2 stories".
fn summary(comparison: &Comparison) -> String {
    let copies: usize = comparison.stories.iter().map(|s| s.copies.len()).sum();
    let copies = match copies {
        1 => "1 copy".to_owned(),
        n => format!("{n} copies"),
    };
    match comparison.stories.len() {
        1 => format!("{copies} of one story"),
        n => format!("{copies} of {n} stories: those of different stories are not held against each other"),
    }
}

/// The rows to show: where copies differ first within their slot; what one copy alone tells only where
/// that says something, and what all agree on last.
fn shown(rows: &[Row]) -> Vec<(Slot, Vec<&Row>)> {
    let mut out: Vec<(Slot, Vec<&Row>)> = Vec::new();
    for row in rows {
        match out.last_mut() {
            Some((slot, list)) if *slot == row.slot => list.push(row),
            _ => out.push((row.slot, vec![row])),
        }
    }
    for (_, list) in &mut out {
        list.sort_by_key(|row| match row.verdict {
            Agreement::Differ => 0,
            Agreement::Unlike => 1,
            Agreement::Agree => 2,
            Agreement::One => 3,
        });
    }
    out
}

/// "2 differ, 1 unlike, 3 agree".
fn tally(rows: &[Row]) -> String {
    let count = |verdict| rows.iter().filter(|r| r.verdict == verdict).count();
    let parts = [
        (Agreement::Differ, "differ"),
        (Agreement::Unlike, "in unlike terms"),
        (Agreement::Agree, "agree"),
        (Agreement::One, "in one copy alone"),
    ];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(verdict, _)| count(*verdict) > 0)
        .map(|(verdict, words)| format!("{} {words}", count(*verdict)))
        .collect();
    format!("{}: {}", counted(rows.len(), "thing"), parts.join(", "))
}
