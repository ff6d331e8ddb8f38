//! How much a sentence wants checking, 0–1.
//!
//! A small additive model in the tradition of `ClaimBuster` (Hassan et al. 2017): figures, deeds and
//! rankings make a sentence checkable, plans, feelings, questions and courtesies do not. The weights
//! are set by hand; each says why. It ranks sentences for a reader and never flags one.

use super::{Class, Lexicon};
use crate::text::{Document, Sentence, TokenKind};

/// Where the model starts: most sentences make no checkable claim.
const BASE: f64 = -2.1;
/// A figure is the surest sign of a checkable claim.
const FIGURE: f64 = 1.5;
/// A second figure, or a unit such as percent or million, makes it firmer.
const MORE_FIGURES: f64 = 0.7;
/// Words of amount and rank: more, every, never, highest.
const RANK: f64 = 0.6;
/// Deeds on record: voted, spent, signed.
const DEED: f64 = 0.7;
/// What public figures are about: jobs, taxes, crime.
const TOPIC: f64 = 0.7;
/// A name ties the claim to somebody.
const NAME: f64 = 0.35;
/// What is said of a third person can be held against them.
const OTHERS: f64 = 0.35;
/// What never happened can be looked up as well as what did.
const DENIAL: f64 = 0.3;
/// A past tense tells what happened.
const PAST: f64 = 0.35;
/// Few words hold no claim.
const SHORT: f64 = -1.9;
/// A long sentence has room for one.
const LONG: f64 = 0.4;
/// A question asserts nothing.
const QUESTION: f64 = -1.3;
/// What the speaker thinks, wants or will do cannot be looked up.
const INTENT: f64 = -1.0;
/// Talk with the audience.
const COURTESY: f64 = -0.9;

/// How much each sentence wants checking, 0–1.
#[must_use]
pub fn weigh(document: &Document, lexicon: &Lexicon, sentence: &Sentence) -> f64 {
    let mut words = 0_u32;
    let (mut figures, mut ranks, mut deeds, mut topics, mut names, mut past) =
        (0_u32, 0_u32, 0_u32, 0_u32, 0_u32, 0_u32);
    let (mut others, mut denials) = (0_u32, 0_u32);
    let (mut intents, mut courtesies) = (0_u32, 0_u32);
    for i in sentence.tokens.clone() {
        let token = &document.tokens[i];
        if token.kind == TokenKind::Number {
            figures += 1;
            words += 1;
        }
        if !token.is_word() {
            continue;
        }
        words += 1;
        let is = |class: Class| lexicon.is(token, class);
        figures += u32::from(is(Class::NumberWord) && !document.words(token.span).eq_ignore_ascii_case("one"));
        ranks += u32::from(is(Class::Rank));
        deeds += u32::from(is(Class::Deed));
        topics += u32::from(is(Class::Topic));
        others += u32::from(
            is(Class::PersonPronoun)
                && matches!(
                    document.words(token.span),
                    "he" | "she" | "they" | "He" | "She" | "They"
                ),
        );
        denials += u32::from(is(Class::Negation));
        intents += u32::from(is(Class::Intent));
        courtesies += u32::from(is(Class::Courtesy));
        names += u32::from(token.is_capitalised() && i > sentence.tokens.start && document.words(token.span) != "I");
        past += u32::from(document.words(token.span).ends_with("ed"));
    }
    let some = |count: u32, most: u32| f64::from(count.min(most));
    let question = document
        .words(sentence.span)
        .trim_end_matches(['"', '\u{201d}', ' '])
        .ends_with('?');
    let sum = BASE
        + FIGURE * some(figures, 1)
        + MORE_FIGURES * some(figures.saturating_sub(1), 1)
        + RANK * some(ranks, 2)
        + DEED * some(deeds, 2)
        + TOPIC * some(topics, 2)
        + NAME * some(names, 3)
        + OTHERS * some(others, 1)
        + DENIAL * some(denials, 1)
        + PAST * some(past, 2)
        + if words < 6 { SHORT } else { 0.0 }
        + if words > 14 { LONG } else { 0.0 }
        + if question { QUESTION } else { 0.0 }
        + INTENT * some(intents, 2)
        + COURTESY * some(courtesies, 2);
    1.0 / (1.0 + (-sum).exp())
}
