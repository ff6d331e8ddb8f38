//! An amount with the words around it.

use super::aligned;
use crate::facts::Class;
use crate::facts::quantity::{Bound, Currency, Dimension, Quantity, Stem, Unit};
use crate::rules::Page;
use crate::text::TokenKind;

/// Content words read on each side of a figure: its noun phrase, its verb and what that governs.
const AROUND: usize = 6;

/// What an amount is an amount of: figures with two sorts are never held against each other.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    Counted(Stem),
    Money(Currency),
    Measured(Dimension),
}

pub(super) struct Amount<'a> {
    pub quantity: &'a Quantity,
    /// Does a word of its sentence say that it changed?
    pub updated: bool,
    /// Does one right beside it?
    pub near: bool,
    /// Does "the", "its" or a possessive stand before it?
    pub definite: bool,
    /// The words of the noun phrase after it.
    pub phrase: Vec<Stem>,
    pub around: Vec<Stem>,
    /// The content words right before it and right after it with its noun.
    pub beside: [Option<Stem>; 2],
    pub names: Vec<Stem>,
    pub times: Vec<Stem>,
}

impl<'a> Amount<'a> {
    pub(super) fn new(page: &Page<'_>, quantity: &'a Quantity) -> Self {
        let tokens = &page.document.tokens;
        let own = quantity.counted.map_or(usize::MAX, |c| c.token);
        let sentence = page
            .document
            .sentences
            .get(quantity.sentence)
            .map_or(0..0, |s| s.tokens.clone());
        let grammar = [Class::FigureStop, Class::NumberWord, Class::Month, Class::Weekday];
        let tells = |i: &usize| {
            let token = &tokens[*i];
            *i != own && token.is_word() && token.span.len() > 3 && !page.lexicon.any(token.word, &grammar)
        };
        let after = (quantity.tokens.end..sentence.end).filter(tells).take(AROUND);
        let before = (sentence.start..quantity.tokens.start).rev().filter(tells).take(AROUND);
        let stem = |i: usize| Stem::of(page.words(tokens[i].span));
        let end = quantity.counted.map_or(quantity.tokens.end, |c| c.token + 1);
        let beside = [
            (sentence.start..quantity.tokens.start).rev().find(tells).map(stem),
            (end..sentence.end).find(tells).map(stem),
        ];
        let mut around: Vec<Stem> = after.chain(before).map(stem).collect();
        around.sort_unstable();
        around.dedup();
        let names = sentence.clone().skip(1).filter(|i| tokens[*i].is_capitalised());
        let names = names.filter(|i| tells(i)).map(stem).collect();
        let is_time = |i: &usize| {
            page.lexicon.any(tokens[*i].word, &[Class::Month, Class::Weekday])
                || (tokens[*i].span.len() == 4 && page.words(tokens[*i].span).parse::<u16>().is_ok())
        };
        let mut times: Vec<Stem> = sentence.filter(is_time).map(stem).collect();
        times.sort_unstable();
        times.dedup();
        Self {
            quantity,
            updated: false,
            near: false,
            definite: is_definite(page, quantity),
            phrase: aligned::phrase(page, quantity),
            around,
            beside,
            names,
            times,
        }
    }
}

/// Does "the", "its" or a possessive stand before a figure?
fn is_definite(page: &Page<'_>, quantity: &Quantity) -> bool {
    let before = page.document.tokens_in(quantity.span).start.checked_sub(1);
    before.and_then(|i| page.document.tokens.get(i)).is_some_and(|t| {
        let word = page.words(t.span);
        let determined =
            page.lexicon.is(t, Class::Determiner) && !["a", "an", "no", "some", "any", "every", "each"].contains(&word);
        t.kind == TokenKind::Possessive || determined
    })
}

/// Is it a figure that may be given a second time?
pub(super) fn counts(page: &Page<'_>, quantity: &Quantity) -> bool {
    let sentence = page.document.sentences.get(quantity.sentence);
    sentence.is_some() && !matches!(quantity.bound, Bound::Vague | Bound::Range) && quantity.value > 1.0
}

/// What it is an amount of, where that can be told.
pub(super) fn sort(quantity: &Quantity) -> Option<Sort> {
    match quantity.unit {
        Unit::Count => quantity.counted.filter(|c| !c.further).map(|c| Sort::Counted(c.head)),
        Unit::Money(currency) => Some(Sort::Money(currency)),
        Unit::Measure(measure) => Some(Sort::Measured(measure.dimension)),
        _ => None,
    }
}
