//! Who says so: everyone the article lets speak, in order of first line.

use super::place::Places;
use crate::facts::{Attribution, Class, NameKind, Source, SourceKind};
use crate::report::SourceReport;
use crate::rules::Page;
use crate::text::one_line;
use std::collections::HashMap;

/// One row for each source. A person is one source under every form of the name, and a pronoun stands for
/// whoever spoke last; all others are told apart by their words.
pub(super) fn sources(page: &Page<'_>, places: &mut Places<'_>) -> Vec<SourceReport> {
    let mut rows: Vec<SourceReport> = Vec::new();
    let mut numbers: HashMap<Key, usize> = HashMap::new();
    let mut last = None;
    let mut attributions: Vec<&Attribution> = page.facts.attributions.iter().collect();
    attributions.sort_by_key(|a| a.cue);
    for attribution in attributions {
        let source = &attribution.source;
        let who = one_line(page.words(source.span));
        if source.kind == SourceKind::None || who.is_empty() {
            continue;
        }
        let verb = one_line(page.words(attribution.cue)).to_lowercase();
        let key = match bearer(page, source) {
            Some(bearer) => Key::Bearer(bearer),
            None => Key::Words(plain(&who)),
        };
        let pronoun = page.document.tokens_in(source.span).all(|i| {
            let token = &page.document.tokens[i];
            page.lexicon.is(token, Class::PersonPronoun)
        });
        if pronoun && let Some(row) = last.and_then(|n: usize| rows.get_mut(n)) {
            again(row, verb);
            continue;
        }
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
        if source.kind == SourceKind::Named {
            source.kind.name().clone_into(&mut row.kind);
        }
        // "She" is nobody's document.
        if matches!(source.kind, SourceKind::Named | SourceKind::Anonymous) {
            last = Some(number);
        }
        // The fullest form of a name tells most: "Ruben Falk" rather than "Falk".
        if who.chars().count() > row.who.chars().count() {
            row.who = who;
        }
        again(row, verb);
    }
    rows
}

/// A source speaks (again).
fn again(row: &mut SourceReport, verb: String) {
    row.count += 1;
    if !row.verbs.contains(&verb) {
        row.verbs.push(verb);
    }
}

/// Whose name the source carries, if it is a person's: "police chief Ruben Falk" and "Falk" are one.
fn bearer(page: &Page<'_>, source: &Source) -> Option<usize> {
    let names = &page.facts.names;
    let inside = || {
        let beyond = names.partition_point(|n| n.span.start < source.span.end);
        names[..beyond]
            .iter()
            .rev()
            .take_while(|n| n.span.start >= source.span.start)
            .find(|n| source.span.contains(n.span) && !n.possessive)
    };
    let given = source.name.and_then(|n| names.get(n));
    let name = given.or_else(inside)?;
    let person = match source.kind {
        SourceKind::Named => name.kind != NameKind::Place,
        _ => name.kind == NameKind::Person && name.span.end == source.span.end,
    };
    person.then_some(name.bearer)
}

/// What makes two sources one.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Bearer(usize),
    Words(String),
}

/// "The Defence Ministry" and "the defence ministry’s" speak with one mouth.
fn plain(who: &str) -> String {
    let lower = who.to_lowercase().replace('\u{2019}', "'");
    let lower = lower.strip_suffix("'s").unwrap_or(&lower);
    let lower = lower.strip_prefix("the ").unwrap_or(lower);
    lower.to_owned()
}
