//! What fills a slot: a figure with the words of its sentence.

use crate::facts::Class;
use crate::facts::quantity::{Quantity, Stem};
use crate::facts::relation::RelationKind;
use crate::rules::Page;
use crate::text::TokenKind;
use rustc_hash::FxHashSet;
use std::cell::OnceCell;

/// What fills a slot.
pub(super) struct Filler<'a> {
    pub quantity: &'a Quantity,
    /// The words of its sentence, read when they are first asked for: most figures have no like.
    words: OnceCell<Vec<Stem>>,
    /// The words of what is counted.
    pub nouns: Vec<Stem>,
    /// Does "the", "these" or "their" stand before it?
    pub definite: bool,
    /// Does somebody own what is counted: "its two seasons", "the town's boats"?
    pub owned: bool,
}

impl<'a> Filler<'a> {
    /// The figures of a slot, in text order.
    pub(super) fn all(page: &Page<'_>, quantities: &[&'a Quantity]) -> Vec<Self> {
        let all = quantities.iter().copied();
        all.map(|quantity| Self::new(page, quantity)).collect()
    }

    pub(super) fn new(page: &Page<'_>, quantity: &'a Quantity) -> Self {
        let before = page.document.tokens_in(quantity.span).start.checked_sub(1);
        let before = before.and_then(|i| page.document.tokens.get(i));
        let possessor = before.is_some_and(|t| t.kind == TokenKind::Possessive);
        let before = before.map_or("", |t| page.words(t.span));
        let is = |words: &[&str]| words.iter().any(|d| d.eq_ignore_ascii_case(before));
        let owned = possessor || is(&["their", "his", "her", "its", "our", "my"]);
        Self {
            quantity,
            words: OnceCell::new(),
            nouns: nouns(page, quantity),
            definite: owned || is(&["the", "these", "those", "above"]),
            owned,
        }
    }

    /// The words of its sentence, its own noun left out, as stems.
    pub(super) fn words(&self, page: &Page<'_>) -> &[Stem] {
        self.words.get_or_init(|| words(page, self.quantity))
    }

    /// How many words the two sentences have in common.
    pub(super) fn shared_with(&self, other: &Self, page: &Page<'_>) -> usize {
        let mine = self.words(page);
        let theirs = other.words(page).iter();
        theirs.filter(|w| mine.binary_search(w).is_ok()).count()
    }
}

/// One past the last token of a figure and what it counts.
pub(super) fn end_of(page: &Page<'_>, quantity: &Quantity) -> usize {
    let own = page.document.tokens_in(quantity.span).end;
    quantity.counted.map_or(own, |c| c.token + 1)
}

/// The numbers of the figures that are a part of something, or the whole of parts.
pub(super) fn parts(page: &Page<'_>) -> FxHashSet<usize> {
    let relations = page.facts.relations.iter();
    relations
        .flat_map(|r| match r.kind {
            RelationKind::PartOf => vec![r.one, r.other],
            // Of "six people, including three children" the six are told in full.
            RelationKind::Including => vec![r.one],
            RelationKind::Restated => Vec::new(),
        })
        .collect()
}

/// Do two sources stand behind two sentences? Then that they differ is the story.
pub(in crate::rules::kinds) fn sources_differ(page: &Page<'_>, one: usize, other: usize) -> bool {
    let source = |sentence: usize| {
        let attribution = page.facts.attribution_of(sentence)?;
        // "She" may be the one who was named before.
        let last = page.document.tokens_in(attribution.source.span).last()?;
        let last = &page.document.tokens[last];
        (!page.lexicon.is(last, Class::PersonPronoun)).then(|| Stem::of(page.words(last.span)))
    };
    source(one).zip(source(other)).is_some_and(|(a, b)| a != b)
}

/// The words of a figure's sentence, its own noun left out, as stems.
fn words(page: &Page<'_>, quantity: &Quantity) -> Vec<Stem> {
    let own = quantity.counted.map_or(usize::MAX, |c| c.token);
    words_but(page, quantity.sentence, |i| i == own || quantity.tokens.contains(&i))
}

/// The words of a sentence as stems, but for some of its tokens.
pub(super) fn words_but(page: &Page<'_>, sentence: usize, but: impl Fn(usize) -> bool) -> Vec<Stem> {
    let Some(sentence) = page.document.sentences.get(sentence) else {
        return Vec::new();
    };
    let tokens = sentence.tokens.clone().filter(|i| !but(*i));
    let grammar = [Class::FigureStop, Class::NumberWord, Class::Month, Class::Weekday];
    let mut words: Vec<Stem> = tokens
        .map(|i| &page.document.tokens[i])
        // Words of three letters and less are mostly grammar.
        .filter(|t| t.is_word() && t.span.len() > 3 && !page.lexicon.any(t.word, &grammar))
        .map(|t| Stem::of(page.words(t.span)))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The words of what is counted, as stems.
fn nouns(page: &Page<'_>, quantity: &Quantity) -> Vec<Stem> {
    let Some(counted) = quantity.counted else {
        return Vec::new();
    };
    let tokens = page.document.tokens_in(counted.span);
    let words = tokens.map(|i| &page.document.tokens[i]).filter(|t| t.is_word());
    words.map(|t| Stem::of(page.words(t.span))).collect()
}
