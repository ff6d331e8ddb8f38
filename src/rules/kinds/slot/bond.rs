//! What binds two figures to one event: the top of the story, or one named place and time.

use crate::facts::quantity::Quantity;
use crate::facts::{Class, NameKind, NameMention};
use crate::rules::Page;
use crate::text::{BlockKind, WordId};
use std::ops::Range;

/// Where a story has its top.
pub(super) struct Story {
    /// The first two sentences of the body; what they count is what the headline counts.
    pub lead: [Option<usize>; 2],
    /// Tokens at the head of the body that say the headline once more; they bear nothing out.
    pub echo: Range<usize>,
}

/// Tokens of a sentence of the body from which on it is one: fewer are a label or a date.
const LEAST_SENTENCE: usize = 6;
/// Tokens before the headline's own words in an echo: a day and the name of an agency.
const ECHO_LEAD: usize = 12;
/// Tokens that must be the headline's for an echo.
const ECHO: usize = 5;

impl Story {
    pub(super) fn new(page: &Page<'_>) -> Self {
        let document = page.document;
        let body = document
            .blocks
            .iter()
            .filter(|b| b.kind.is_body())
            .flat_map(|b| b.sentences.clone());
        let mut lead = body.filter(|s| document.sentences[*s].tokens.len() >= LEAST_SENTENCE);
        Self {
            lead: [lead.next(), lead.next()],
            echo: echo(page).unwrap_or(0..0),
        }
    }
}

fn echo(page: &Page<'_>) -> Option<Range<usize>> {
    let document = page.document;
    let headline = document.blocks.iter().find(|b| b.kind == BlockKind::Headline)?;
    let body = document.blocks.iter().find(|b| b.kind.is_body())?.tokens.start;
    let same = |i: usize, j: usize| {
        let (Some(a), Some(b)) = (document.tokens.get(i), document.tokens.get(j)) else {
            return false;
        };
        page.words(a.span).eq_ignore_ascii_case(page.words(b.span))
    };
    (body..body + ECHO_LEAD).find_map(|start| {
        let alike = headline.tokens.clone().zip(start..).take_while(|(i, j)| same(*i, *j));
        let alike = alike.count();
        (alike >= ECHO).then(|| start..start + alike)
    })
}

/// Do the sentences of two figures name one place and one month, and no two days or years?
pub(super) fn one_setting(page: &Page<'_>, one: &Quantity, other: &Quantity) -> bool {
    let (a, b) = (months(page, one.sentence), months(page, other.sentence));
    let (x, y) = (dates(page, one.sentence), dates(page, other.sentence));
    let dated_apart = !x.is_empty() && !y.is_empty() && x != y;
    let placed = places(page, one.sentence);
    !dated_apart && a.iter().any(|m| b.contains(m)) && places(page, other.sentence).iter().any(|p| placed.contains(p))
}

/// Words before the name of a place.
const SET: [&str; 5] = ["in", "at", "near", "outside", "around"];

/// The bearers of the places that a sentence names.
pub(super) fn places(page: &Page<'_>, sentence: usize) -> Vec<usize> {
    let is_place = |n: &&NameMention| {
        let before = n.tokens.start.checked_sub(1).and_then(|i| page.document.tokens.get(i));
        let set = before.is_some_and(|t| SET.iter().any(|w| w.eq_ignore_ascii_case(page.words(t.span))));
        n.kind == NameKind::Place || (n.kind == NameKind::Unknown && set)
    };
    names_of(page, sentence)
        .iter()
        .filter(is_place)
        .map(|n| n.bearer)
        .collect()
}

/// The months that a sentence names; a weekday comes again every week.
fn months(page: &Page<'_>, sentence: usize) -> Vec<WordId> {
    let tokens = page.document.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
    let tokens = page.document.tokens[tokens].iter();
    // "May" and "march" are verbs in small letters.
    let months = tokens.filter(|t| t.is_capitalised() && page.lexicon.is(t, Class::Month));
    months.map(|t| t.word).collect()
}

/// The days and years that a sentence names.
fn dates(page: &Page<'_>, sentence: usize) -> Vec<(Option<i8>, Option<i16>)> {
    let dates = &page.facts.dates;
    let first = dates.partition_point(|d| d.sentence < sentence);
    let here = dates[first..].iter().take_while(|d| d.sentence == sentence);
    let dated = here.filter(|d| d.day.is_some() || d.year.is_some());
    dated.map(|d| (d.day, d.year)).collect()
}

/// Does a sentence name places, and none that another names?
pub(super) fn is_placed_apart(page: &Page<'_>, sentence: usize, from: usize) -> bool {
    let here = places(page, sentence);
    let there = names_of(page, from);
    !here.is_empty() && !there.iter().any(|n| here.contains(&n.bearer))
}

fn names_of<'a>(page: &Page<'a>, sentence: usize) -> &'a [NameMention] {
    let names = &page.facts.names;
    let first = names.partition_point(|n| n.sentence < sentence);
    let last = names.partition_point(|n| n.sentence <= sentence);
    &names[first..last]
}

/// Is the first event of a sentence in the plural, if it names one?
pub(super) fn plural_event(page: &Page<'_>, sentence: usize) -> Option<bool> {
    let events = &page.facts.events;
    let first = events.partition_point(|e| e.sentence < sentence);
    events.get(first).filter(|e| e.sentence == sentence).map(|e| e.plural)
}
