//! Crimes told by a verb: "killed the ferryman", "accused of stabbing Ada Crewe".
//!
//! A noun names an act by itself ("the attack"); a verb does so only with the one it was done to, so a deed
//! is a verb with an object that tells something, and two deeds are one where they are of one sort and share
//! a word of their object.

use super::view::View;
use crate::facts::{Class, EventMention, EventSort};
use std::ops::Range;

/// The chain of every deed: which of them are one is asked of each two.
pub(super) const DEED: usize = usize::MAX;

/// Tokens of an object that are read: "the night watchman of the rope works".
const MOST_OBJECT: usize = 5;
/// Words for those to whom something was done that tell them from nobody.
const NOBODY: [&str; 26] = [
    "people",
    "person",
    "persons",
    "man",
    "men",
    "woman",
    "women",
    "civilian",
    "civilians",
    "other",
    "others",
    "victim",
    "victims",
    "many",
    "more",
    "several",
    "dozens",
    "hundreds",
    "thousands",
    "dead",
    "least",
    "that",
    "back",
    "down",
    "off",
    "out",
];

impl View<'_> {
    /// The deeds of a document, in order.
    pub(super) fn deeds(&self) -> Vec<EventMention> {
        let mut out: Vec<EventMention> = Vec::new();
        let lists = [("act-killing", EventSort::Attack), ("act-crime", EventSort::Scheme)];
        for (list, sort) in lists {
            for found in self.found(list, 0..self.document.tokens.len()) {
                out.extend(self.deed(found.tokens.clone(), sort));
            }
        }
        out.sort_by_key(|deed| deed.tokens.start);
        out
    }

    fn deed(&self, verb: Range<usize>, sort: EventSort) -> Option<EventMention> {
        let document = self.document;
        let number = document.sentence_at(document.tokens[verb.start].span.start);
        let sentence = document
            .sentences
            .get(number)
            .filter(|s| document.kind_of(s).is_copy())?;
        let before = |back: usize| {
            let at = verb.start.checked_sub(back).filter(|at| *at >= sentence.tokens.start);
            at.map_or(String::new(), |at| self.word(at))
        };
        let end = sentence.tokens.end;
        let object = self.object(verb.end..end);
        if !object.clone().any(|at| self.identifies(at)) {
            return None;
        }
        // "The shot": a noun.
        let determined = document.tokens[..verb.start]
            .last()
            .is_some_and(|t| self.lexicon.is(t, Class::Determiner));
        // "Was killed by": whoever follows did it.
        let passive = ["was", "were", "been", "being", "be", "is", "are"].contains(&before(1).as_str());
        if passive || determined {
            return None;
        }
        let negated = (1..=2).any(|back| {
            matches!(
                before(back).as_str(),
                "not" | "never" | "n't" | "didn't" | "hadn't" | "hasn't"
            )
        });
        Some(EventMention {
            acted: false,
            span: document.span_of(verb.start..object.end),
            tokens: verb.start..object.end,
            sort,
            // Only a finite verb says by itself that it was done.
            definite: !self.word(verb.start).ends_with("ing"),
            plural: false,
            negated,
            hedge: None,
            place: None,
            event: DEED,
            sentence: number,
        })
    }

    /// The noun phrase that begins at a token.
    fn object(&self, within: Range<usize>) -> Range<usize> {
        let start = within.start;
        let ends = |at: &usize| {
            let token = &self.document.tokens[*at];
            let grammar = [Class::Preposition, Class::Conjunction, Class::Auxiliary];
            let inside = token.is_word() || token.is('-') || token.kind == crate::text::TokenKind::Possessive;
            !inside || self.lexicon.any(token.word, &grammar)
        };
        let last = within.take(MOST_OBJECT).take_while(|at| !ends(at)).last();
        start..last.map_or(start, |last| last + 1)
    }

    /// Does a word tell whom it was done to?
    fn identifies(&self, at: usize) -> bool {
        let token = &self.document.tokens[at];
        let word = self.word(at);
        self.lexicon.is_content(token) && word.len() > 2 && !word.ends_with("ly") && !NOBODY.contains(&word.as_str())
    }

    /// Are two deeds one: of one sort, or one verb, done to one?
    pub(super) fn is_one_deed(&self, one: &EventMention, two: &EventMention) -> bool {
        let object = |deed: &EventMention| -> Vec<String> {
            let words = deed.tokens.clone().skip(1).filter(|at| self.identifies(*at));
            words.map(|at| self.word(at)).collect()
        };
        let stem = |deed: &EventMention| self.word(deed.tokens.start).chars().take(3).collect::<String>();
        let one_sort = one.sort == two.sort && (one.sort == EventSort::Attack || stem(one) == stem(two));
        let theirs = object(two);
        one_sort && object(one).iter().any(|word| theirs.contains(word))
    }
}
