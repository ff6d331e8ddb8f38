//! Who says so: everyone the article lets speak, in order of first line.

use super::place::Places;
use crate::facts::{Attribution, SourceKind};
use crate::report::SourceReport;
use crate::rules::Page;
use std::collections::HashMap;

/// One row for each source. A named source is one person under every form of the name; all others are
/// told apart by their words.
pub(super) fn sources(page: &Page<'_>, places: &mut Places<'_>) -> Vec<SourceReport> {
    let mut rows: Vec<SourceReport> = Vec::new();
    let mut numbers: HashMap<Key, usize> = HashMap::new();
    let mut attributions: Vec<&Attribution> = page.facts.attributions.iter().collect();
    attributions.sort_by_key(|a| a.cue);
    for attribution in attributions {
        let source = &attribution.source;
        let who = one_line(page.words(source.span));
        if source.kind == SourceKind::None || who.is_empty() {
            continue;
        }
        let verb = one_line(page.words(attribution.cue)).to_lowercase();
        let key = source.name.map_or_else(|| Key::Words(plain(&who)), Key::Name);
        let number = *numbers.entry(key).or_insert_with(|| {
            rows.push(SourceReport {
                who: who.clone(),
                kind: source.kind.name().to_owned(),
                count: 0,
                verbs: Vec::new(),
                first: places.of(source.span.join(attribution.cue)),
            });
            rows.len() - 1
        });
        let row = &mut rows[number];
        row.count += 1;
        // The fullest form of a name tells most: "Ruben Falk" rather than "Falk".
        if who.chars().count() > row.who.chars().count() {
            row.who = who;
        }
        if !row.verbs.contains(&verb) {
            row.verbs.push(verb);
        }
    }
    rows
}

/// What makes two sources one.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Name(usize),
    Words(String),
}

/// "The Defence Ministry" and "the defence ministry’s" speak with one mouth.
fn plain(who: &str) -> String {
    let lower = who.to_lowercase().replace('\u{2019}', "'");
    let lower = lower.strip_suffix("'s").unwrap_or(&lower);
    let lower = lower.strip_prefix("the ").unwrap_or(lower);
    lower.to_owned()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
