//! A small figure that whoever sums up worked out: thirteen councillors over eleven for and two against, the seven lost
//! of twelve boats over the five that were saved, nine minutes later over the first minute and the tenth.

use super::alike;
use crate::facts::quantity::{Bound, Dimension, Quantity, Stem, Unit, same};
use crate::facts::relation::RelationKind;
use crate::rules::Page;

/// Figures behind one that are tried with it: the work must not grow with their square.
const MOST_PAIRED: usize = 3;
/// Moments whose sentence is searched for the first minute: an endless one is a list.
const MOST_MOMENTS: usize = 8;
/// Below this two figures add up by chance whatever they count; from here on `of_two` asks for less.
const LARGE: f64 = 20.0;
/// And below this they nearly always do.
const LEAST: f64 = 3.0;

/// Can it be worked out from two figures of one sentence of the body or of two that follow each other?
pub(super) fn is_derived(page: &Page<'_>, figure: &Quantity, body: &[&Quantity]) -> bool {
    match figure.unit {
        Unit::Count => is_sum(page, figure, body) || is_remainder(page, figure),
        Unit::Measure(measure) if measure.dimension == Dimension::Time => is_between(page, figure, body),
        _ => false,
    }
}

/// "Eleven councillors voted for it and two against": 13 councillors. Five killed and three hurt are no eight killed, so
/// that the two must count what the figure counts, or stand side by side; a bare "two against" is one of them only where
/// the top itself tells a part of the whole: "eleven of 13".
fn is_sum(page: &Page<'_>, figure: &Quantity, body: &[&Quantity]) -> bool {
    if !(LEAST..LARGE).contains(&figure.value) {
        return false;
    }
    let quantities = &page.facts.quantities;
    let is_whole = page.facts.relations.iter().any(|relation| {
        relation.kind != RelationKind::Restated && quantities[relation.other].tokens.start == figure.tokens.start
    });
    let counts = |q: &Quantity| q.unit == Unit::Count && q.bound != Bound::Vague;
    let person = |q: &Quantity| q.counted.is_some_and(|c| c.person);
    let of_one_lot = |a: &Quantity, b: &Quantity| {
        let told = [a, b].iter().filter(|q| alike(page, figure, q)).count();
        let bare = a.counted.is_none() || b.counted.is_none();
        let joined = a
            .counted
            .is_some_and(|c| c.token + 2 == b.tokens.start && page.reads(c.token + 1, &["and"]));
        told == 2
            || is_whole && bare && (told == 1 || figure.counted.is_none())
            || joined && person(figure) && person(a) && person(b)
    };
    pairs(body).any(|(a, b)| {
        let makes = a.sentence == b.sentence && !a.same_value(b) && same(a.value + b.value, figure.value);
        makes && counts(a) && counts(b) && of_one_lot(a, b)
    })
}

/// What is left of a whole: "five of the 12 boats were saved" for the seven that were lost.
fn is_remainder(page: &Page<'_>, figure: &Quantity) -> bool {
    let quantities = &page.facts.quantities;
    page.facts.relations.iter().any(|relation| {
        let (part, whole) = (&quantities[relation.one], &quantities[relation.other]);
        let body = page
            .document
            .kind_of(&page.document.sentences[whole.sentence])
            .is_body();
        let of_it = figure.counted.is_none() || whole.counted.is_none() || alike(page, figure, whole);
        body && of_it && relation.kind == RelationKind::PartOf && same(whole.value - part.value, figure.value)
    })
}

/// Words that open a span: "the first minute".
const OPENING: [&str; 3] = ["first", "opening", "1st"];

/// "Nine minutes later" over a goal in the first minute and one in the tenth.
fn is_between(page: &Page<'_>, figure: &Quantity, body: &[&Quantity]) -> bool {
    let unit = figure.tokens.end.checked_sub(1).map(|at| word(page, at));
    let named = |at: usize| {
        unit.is_some()
            && page
                .document
                .tokens
                .get(at)
                .is_some_and(|_| Some(word(page, at)) == unit)
    };
    let moment = |q: &Quantity| q.unit == figure.unit || q.unit == Unit::Ordinal && named(q.tokens.end);
    let apart = |a: f64, b: f64| same((a - b).abs(), figure.value);
    let moments: Vec<&Quantity> = body.iter().copied().filter(|q| moment(q)).collect();
    let opens = |sentence: usize| {
        let tokens = page.document.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
        tokens.into_iter().any(|at| page.reads(at, &OPENING) && named(at + 1))
    };
    pairs(&moments).any(|(a, b)| apart(a.value, b.value))
        || moments
            .iter()
            .filter(|q| apart(q.value, 1.0))
            .take(MOST_MOMENTS)
            .any(|q| opens(q.sentence) || q.sentence.checked_sub(1).is_some_and(opens))
}

fn word(page: &Page<'_>, at: usize) -> Stem {
    Stem::of(page.words(page.document.tokens[at].span))
}

/// Figures that stand near each other, in order.
fn pairs<'a>(figures: &'a [&'a Quantity]) -> impl Iterator<Item = (&'a Quantity, &'a Quantity)> {
    figures.iter().enumerate().flat_map(move |(at, a)| {
        let later = figures[at + 1..].iter().take(MOST_PAIRED);
        let near = later.take_while(move |b| b.sentence <= a.sentence + 1);
        near.map(move |b| (*a, *b))
    })
}
