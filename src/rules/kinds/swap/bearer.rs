//! Of whom or what a use of a word is said, as far as the names and the counts beside it tell.

use super::usage::Use;
use crate::facts::{Class, LIGHT};
use crate::text::{Token, TokenKind};

/// Tokens between a name and the verb of which it is the subject, and between a verb and its object.
const SUBJECT_REACH: usize = 12;
const OBJECT_REACH: usize = 4;
/// Words between a word and the name that it belongs to: "front-runner", "front-runner of the party" is too far.
const NAME_REACH: usize = 2;

impl Use<'_> {
    /// Do names or counts say that the two are of two things: "front-runner Moll" and "front-runner Haan", "three decades"
    /// and "32 years"?
    pub(super) fn is_of_another(&self, other: &Self) -> bool {
        let names = self.name_behind().zip(other.name_behind());
        let counts = self.count_before().zip(other.count_before());
        // "Marr lost to Haan" and "Haan defeated Marr" are one.
        let turned = self.is_of_summary() && self.name_before().is_some_and(|name| other.is_followed_by(name));
        turned || names.is_some_and(|(a, b)| a != b) || counts.is_some_and(|(a, b)| a != b)
    }

    /// Whose name stands right behind it, if one does.
    fn name_behind(&self) -> Option<usize> {
        let names = &self.page.facts.names;
        let end = self.tokens.end;
        let next = names.get(names.partition_point(|n| n.tokens.start < end))?;
        let tokens = &self.page.document.tokens;
        let near = next.tokens.start <= end + NAME_REACH;
        let noun = |t: &Token| t.is_word() && !self.page.lexicon.any(t.word, &LIGHT);
        (near && tokens[end..next.tokens.start].iter().all(noun)).then_some(next.bearer)
    }

    /// Whose name stands last before it in its clause.
    fn name_before(&self) -> Option<usize> {
        let names = &self.page.facts.names;
        let last = names
            .partition_point(|n| n.tokens.end <= self.tokens.start)
            .checked_sub(1)?;
        let name = &names[last];
        let between = &self.page.document.tokens[name.tokens.end..self.tokens.start];
        let near = between.len() <= SUBJECT_REACH && !between.iter().any(|t| t.is('.'));
        near.then_some(name.bearer)
    }

    /// Is somebody its object?
    fn is_followed_by(&self, bearer: usize) -> bool {
        let names = &self.page.facts.names;
        let behind = names[names.partition_point(|n| n.tokens.start < self.tokens.end)..].iter();
        let mut near = behind.take_while(|n| n.tokens.start <= self.tokens.end + OBJECT_REACH);
        near.any(|n| n.bearer == bearer)
    }

    /// The number right before it, if one is there.
    fn count_before(&self) -> Option<&str> {
        let before = &self.page.document.tokens[self.tokens.start.checked_sub(1)?];
        let counts = before.kind == TokenKind::Number || self.page.lexicon.is(before, Class::NumberWord);
        counts.then(|| self.page.words(before.span))
    }
}
