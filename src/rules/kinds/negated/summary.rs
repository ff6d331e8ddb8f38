//! "Not" in a summary, which tells the story's sentences again: the place that it tells is known by the words around.

use super::{
    MOST_NOTS, NegatedCheck, Told, Uses, is_denied, is_not, is_telling, is_used, open_words, uses_of, word_span,
};
use crate::rules::kinds::around::{
    Reach, Sides, Word, around, around_in_summary, beside, in_common, is_beside, leaves_open, weight,
};
use crate::rules::{Hit, Page};
use crate::text::Sentence;
use std::ops::Range;

/// Words between a "not" and what it turns round in a whole sentence: "will not now be approved".
const BETWEEN: [&str; 19] = [
    "about",
    "in",
    "on",
    "a",
    "an",
    "able",
    "any",
    "be",
    "been",
    "being",
    "have",
    "help",
    "immediately",
    "now",
    "really",
    "the",
    "to",
    "want",
    "yet",
];
/// How many of these are passed.
const MOST_BETWEEN: usize = 4;
/// Telling words of one sentence that are looked at: more are no summary.
const MOST_TELLING: usize = 48;
/// Tokens before a word within which its "not" stands: "not be merged".
const BEFORE: usize = 2;
/// What the words in common must weigh, and which part of those of the summary's clause: two words come together by
/// chance in a story of one subject, and a sentence that tells less than two in five of a clause tells something else.
const LEAST_SHARED: usize = 3;
const LEAST_PART: f64 = 0.4;
/// The same where the next word is the same on one side or the other: "remain open", "a direct reaction". That word
/// speaks for one in common, and the part must be larger for it.
const LEAST_BESIDE: usize = 2;
const LEAST_PART_BESIDE: f64 = 0.5;

impl NegatedCheck {
    /// A "not" of a summary's sentence that the body does not have, or one of the body that it does not have.
    pub(super) fn in_summary(&self, page: &Page<'_>, sentence: &Sentence, body: &Uses, out: &mut Vec<Hit>) {
        let nots = sentence.tokens.clone();
        let nots = nots.filter(|i| is_not(page, *i) || page.reads(*i, &["no"]));
        for at in nots.take(MOST_NOTS) {
            let passed = (at + 1..sentence.tokens.end).take_while(|i| page.reads(*i, &BETWEEN));
            let turned = at + 1 + passed.take(MOST_BETWEEN).count();
            if turned >= sentence.tokens.end || !is_said(page, turned) {
                continue;
            }
            // The body must say it, must never deny it, and must say it of the same thing.
            let uses = uses_of(page, body, turned);
            if uses.is_empty() || is_denied(page, body, turned) {
                continue;
            }
            let place = Place::of(page, turned, around_in_summary);
            // "No nurses will lose their jobs" over "Eighty nurses will lose their jobs": what is said of them is the same.
            let none = page.reads(at, &["no"]);
            let is_told = |u: &&Told| place.is_told(page, u.at) || none && is_counted_there(page, &place, u.at);
            if let Some(same) = uses.iter().find(is_told) {
                out.push(Hit::pair(
                    page.document.span_of(at..turned + 1),
                    word_span(page, same.at),
                ));
            }
        }
        // Where the summary has a no of its own somewhere, which word it turns is not told.
        if !sentence.tokens.clone().any(|i| self.denies(page, i)) {
            out.extend(affirmed(page, sentence, body));
        }
    }
}

/// A word of a summary that the body has under a "not" alone, in a sentence about the same: "will be merged" over "will
/// not be merged".
fn affirmed(page: &Page<'_>, sentence: &Sentence, body: &Uses) -> Option<Hit> {
    // Short words are everywhere: "make", "bank".
    let telling = sentence
        .tokens
        .clone()
        .filter(|at| is_telling(page, *at) && is_said(page, *at));
    telling.take(MOST_TELLING).find_map(|at| {
        let uses = uses_of(page, body, at);
        let (denied, said): (Vec<Told>, Vec<Told>) = uses.iter().partition(|u| u.denied);
        let place = Place::of(page, at, around_in_summary);
        let there = denied.into_iter().map(|u| u.at);
        let (there, not) = there.filter(|t| place.is_told(page, *t)).find_map(|t| {
            // The "not" must stand right before it there.
            let not = (t.saturating_sub(BEFORE)..t).rev().find(|i| is_not(page, *i))?;
            Some((t, not))
        })?;
        let said_too = said.iter().any(|u| place.is_told(page, u.at));
        (!said_too).then(|| Hit::pair(word_span(page, at), page.document.span_of(not..there + 1)))
    })
}

/// Does the body count the things at a token, and say of them with two words what the summary says of none?
fn is_counted_there(page: &Page<'_>, place: &Place, at: usize) -> bool {
    let quantities = &page.facts.quantities;
    let before = quantities[..quantities.partition_point(|q| q.tokens.start < at)].last();
    let counted = before.is_some_and(|q| q.counted.is_some_and(|c| c.token == at));
    let [_, after] = beside(page, &(at..at + 1));
    counted && after.iter().all(Option::is_some) && after == place.sides[1]
}

/// A word, with the words that tell what it is said of.
struct Place {
    around: Vec<Word>,
    sides: Sides,
    open: bool,
}

impl Place {
    fn of(page: &Page<'_>, at: usize, around: impl Fn(&Page<'_>, &Range<usize>) -> Vec<Word>) -> Self {
        let tokens = at..at + 1;
        Self {
            around: around(page, &tokens),
            sides: beside(page, &tokens),
            open: open_words(page, at).any(|i| leaves_open(page, i)),
        }
    }

    /// Does the word of the body at a token stand among the same words, and is it said to be so?
    fn is_told(&self, page: &Page<'_>, at: usize) -> bool {
        let there = Self::of(page, at, |page, tokens| around(page, tokens, Reach::Sentence));
        if there.open && !self.open {
            return false;
        }
        let shared = in_common(&self.around, &there.around);
        let part = shared as f64 / weight(&self.around).max(1) as f64;
        let beside = is_beside(&self.sides, &there.sides);
        shared >= LEAST_SHARED && part >= LEAST_PART || beside && shared >= LEAST_BESIDE && part >= LEAST_PART_BESIDE
    }
}

/// Is it a word that a sentence says of somebody, or denies? "Not Biden" picks one of two, and "not doing enough" measures.
fn is_said(page: &Page<'_>, at: usize) -> bool {
    let tokens = &page.document.tokens;
    is_used(page, at) && !tokens[at].is_capitalised() && !page.reads(at + 1, &["enough"])
}
