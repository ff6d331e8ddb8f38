//! When two figures are of one thing, and how much their sentences share.

use crate::facts::Class;
use crate::facts::quantity::{Quantity, Stem, Unit};
use crate::rules::Page;

/// Are they of one sort: both percentages, both money, both counts?
pub(super) fn same_sort(figure: &Quantity, body: &Quantity) -> bool {
    match (figure.unit, body.unit) {
        (Unit::Measure(a), Unit::Measure(b)) => a == b,
        // "A 7.8-magnitude earthquake" counts nothing.
        (Unit::Count, Unit::Count) => is_whole(figure) == is_whole(body),
        (a, b) => std::mem::discriminant(&a) == std::mem::discriminant(&b),
    }
}

/// Is it written without a decimal, or as so many millions?
pub(super) fn is_whole(figure: &Quantity) -> bool {
    figure.magnitude || figure.step >= 1.0
}

/// Do they count or measure the same thing, as far as the word after (or, in a name, before) them says?
pub(super) fn alike(page: &Page<'_>, figure: &Quantity, body: &Quantity) -> bool {
    match (figure.unit, body.unit) {
        (Unit::Name, _) | (_, Unit::Name) => {
            let same = |side: fn(&Page<'_>, &Quantity) -> Option<Stem>| {
                side(page, figure).is_some_and(|word| side(page, body) == Some(word))
            };
            same(before) || same(after)
        }
        (Unit::Count, Unit::Count) => figure.counted.zip(body.counted).is_some_and(|(a, b)| a.head == b.head),
        (Unit::Percent | Unit::Point, Unit::Percent | Unit::Point) => true,
        (Unit::Age, _) => false,
        _ => same_sort(figure, body),
    }
}

/// The word before a figure.
pub(super) fn before(page: &Page<'_>, figure: &Quantity) -> Option<Stem> {
    let token = page.document.tokens.get(figure.tokens.start.checked_sub(1)?)?;
    token.is_word().then(|| Stem::of(page.words(token.span)))
}

/// The capitalised word after a figure: "Channel 4 News".
fn after(page: &Page<'_>, figure: &Quantity) -> Option<Stem> {
    let token = page.document.tokens.get(figure.tokens.end)?;
    token.is_capitalised().then(|| Stem::of(page.words(token.span)))
}

/// The words of a figure's sentence that say what it is about, as stems.
pub(super) fn content(page: &Page<'_>, sentence: usize, figure: &Quantity) -> Vec<Stem> {
    let Some(sentence) = page.document.sentences.get(sentence) else {
        return Vec::new();
    };
    let tokens = sentence.tokens.clone().filter(|i| !figure.tokens.contains(i));
    let mut words: Vec<Stem> = tokens
        .map(|i| &page.document.tokens[i])
        // Words of three letters and less are mostly grammar.
        .filter(|t| t.is_word() && t.span.len() > 3)
        .filter(|t| !page.lexicon.any(t.word, &[Class::FigureStop, Class::NumberWord]))
        .map(|t| Stem::of(page.words(t.span)))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// How many of these words stand in the sentence of a figure.
pub(super) fn shared(page: &Page<'_>, words: &[Stem], figure: &Quantity) -> usize {
    let there = content(page, figure.sentence, figure);
    words.iter().filter(|w| there.binary_search(w).is_ok()).count()
}
