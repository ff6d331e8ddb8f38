//! Sides of which the body must know the one that the top has: a woman there and men alone below.

use crate::facts::{Class, Voice};
use crate::rules::{Hit, Page};
use crate::text::phrase::Tag;
use std::ops::Range;

/// Uses of one side in the body from which on the story is of it.
const LEAST_OF_SIDE: usize = 3;

/// The first word of a side at the top, where the body has words of the other side and none of its own.
pub(super) fn parted(page: &Page<'_>, sides: &[Tag], top: &[Range<usize>]) -> Option<Hit> {
    let is_top = |at: usize| top.iter().any(|range| range.contains(&at));
    let mut seen = sides.iter().map(|tag| {
        let (mut above, mut below) = (None, Vec::new());
        for found in page.matches.of(*tag) {
            if is_top(found.tokens.start) {
                above = above.or(Some(&found.tokens).filter(|t| is_one_person(page, t.start)));
            } else if page
                .block_kind_at(page.document.tokens[found.tokens.start].span)
                .is_copy()
            {
                below.push(&found.tokens);
            }
        }
        (above, below)
    });
    let (one, two) = (seen.next()?, seen.next()?);
    let hit = |(above, own): &(Option<&Range<usize>>, Vec<&Range<usize>>),
               other: &(Option<&Range<usize>>, Vec<&Range<usize>>)| {
        let clash = own.is_empty() && other.0.is_none() && other.1.len() >= LEAST_OF_SIDE;
        let span = |tokens: &Range<usize>| page.document.span_of(tokens.clone());
        above
            .filter(|_| clash)
            .map(|above| Hit::pair(span(above), span(other.1[0])))
    };
    hit(&one, &two).or_else(|| hit(&two, &one))
}

/// Does the word name one person, on the article's own word? "Men" in a story of women are those it is about.
fn is_one_person(page: &Page<'_>, at: usize) -> bool {
    let token = &page.document.tokens[at];
    let word = page.words(token.span);
    // "Her" may be of one whom the body only names.
    if page.reads(at, &POSSESSIVE) && is_of_several(page, at) {
        return false;
    }
    let plural = word.ends_with(['s', 'S']) || word.to_lowercase().ends_with("men");
    !plural && !page.lexicon.is(token, Class::PersonPronoun) && page.facts.voice(at) != Voice::Quoted
}

/// Pronouns that the lexicon does not count among those of persons.
const POSSESSIVE: [&str; 6] = ["her", "hers", "herself", "him", "his", "himself"];

/// Does its sentence name more than one person?
fn is_of_several(page: &Page<'_>, at: usize) -> bool {
    let sentence = page.document.sentence_at(page.document.tokens[at].span.start);
    let mut names = page.facts.names_in(sentence);
    let first = names.next().map(|n| n.bearer);
    names.any(|n| Some(n.bearer) != first)
}
