//! Whether two sides speak of one event.

use super::Side;
use crate::facts::{EventMention, NameKind, NameMention};
use crate::rules::Page;

/// Events of an article from which on a sentence that names none cannot be told.
const MOST_EVENTS: usize = 5;
/// Sentences back to an event that a sentence without one speaks of.
const NEAR: usize = 3;

/// Do they speak of one event?
pub(super) fn same_event(page: &Page<'_>, left: &Side, right: &Side) -> bool {
    match (event_of(page, left), event_of(page, right)) {
        (Some(a), Some(b)) => a == b || same_words(page, left, right),
        // An article that names no event tells of one.
        (None, None) => true,
        _ => false,
    }
}

/// Do the two stand among places of which none is the same? A list of incidents has a place for each, and
/// its bare "no casualties were reported" is of the one told right before.
pub(super) fn elsewhere(page: &Page<'_>, left: &Side, right: &Side) -> bool {
    let (left, right) = (setting(page, left.sentence), setting(page, right.sentence));
    let apart =
        !left.places.is_empty() && !right.places.is_empty() && !left.places.iter().any(|p| right.places.contains(p));
    // "The hospital strike" is one of the "air strikes", and may have hurt nobody.
    let numbers = left.plural.zip(right.plural).is_some_and(|(a, b)| a != b);
    apart || numbers
}

/// Where a sentence is, and whether it speaks of one event or of several.
struct Setting {
    /// The bearers of the places that it names, or, where it names none, the one before it in its paragraph.
    places: Vec<usize>,
    /// Is its first event in the plural, if it names one?
    plural: Option<bool>,
}

fn setting(page: &Page<'_>, sentence: usize) -> Setting {
    let names = &page.facts.names;
    let places = |sentence: usize| -> Vec<usize> {
        let first = names.partition_point(|n| n.sentence < sentence);
        let here = names[first..].iter().take_while(|n| n.sentence == sentence);
        let is_place = |n: &&NameMention| {
            let before = n.tokens.start.checked_sub(1).and_then(|i| page.document.tokens.get(i));
            let set = before.is_some_and(|t| ["in", "at", "near"].contains(&page.words(t.span)));
            n.kind == NameKind::Place || (n.kind == NameKind::Unknown && set)
        };
        let here = here.filter(is_place);
        here.map(|n| n.bearer).collect()
    };
    let own = places(sentence);
    let block = |n: usize| page.document.sentences.get(n).map(|s| s.block);
    let before = sentence
        .checked_sub(1)
        .filter(|b| own.is_empty() && block(*b) == block(sentence));
    Setting {
        places: before.map_or(own, places),
        plural: events_in(page, sentence).first().map(|e| e.plural),
    }
}

/// Does one side say "the crash" and the other "a crash", with no two places between them? The chain may
/// have gone to another crash since; the words have not.
fn same_words(page: &Page<'_>, left: &Side, right: &Side) -> bool {
    let noun = |e: &EventMention| {
        page.words(page.document.tokens[e.tokens.end - 1].span)
            .trim_end_matches('s')
    };
    let place = |e: &EventMention| {
        let name = e.place.and_then(|p| page.facts.names.get(p));
        name.map(|n| page.words(n.last(page.document)))
    };
    events_in(page, right.sentence).iter().any(|r| {
        events_in(page, left.sentence).iter().any(|l| {
            let apart = matches!((place(l), place(r)), (Some(x), Some(y)) if x != y);
            (l.definite || r.definite) && !apart && noun(l).eq_ignore_ascii_case(noun(r))
        })
    })
}

fn events_in<'a>(page: &Page<'a>, sentence: usize) -> &'a [EventMention] {
    let events = &page.facts.events;
    let start = events.partition_point(|e| e.sentence < sentence);
    let end = events.partition_point(|e| e.sentence <= sentence);
    &events[start..end]
}

/// The event a side speaks of: the one named nearest in its sentence, else the one named last before in
/// its paragraph, else the one the article speaks of most.
fn event_of(page: &Page<'_>, side: &Side) -> Option<usize> {
    let events = &page.facts.events;
    let sentence = &page.document.sentences[side.sentence];
    let start = events.partition_point(|e| e.sentence < side.sentence);
    let end = events.partition_point(|e| e.sentence <= side.sentence);
    let distance = |e: &EventMention| e.tokens.start.abs_diff(side.found.tokens.start);
    if let Some(nearest) = events[start..end].iter().min_by_key(|e| distance(e)) {
        return Some(nearest.event);
    }
    // In an account of many events a sentence without one may speak of any.
    if page.facts.distinct_events() > MOST_EVENTS {
        return None;
    }
    let before = events[..start].last();
    before
        .filter(|e| side.sentence - e.sentence <= NEAR && page.document.sentences[e.sentence].block == sentence.block)
        .map(|e| e.event)
        .or_else(|| page.facts.main_event())
}
