//! Looking at the tokens of one sentence.

use crate::facts::{Class, DateMention, Lexicon};
use crate::text::{Document, Token, TokenKind};
use std::ops::Range;

/// The longest word that any table of this grammar holds.
const LONGEST: usize = 24;

/// "A million", "US$": a word before a figure that belongs to it and is no number has two letters at most.
pub(super) const LONGEST_PREFIX: usize = 2;

/// The tokens of one sentence, with what is known of words.
pub(super) struct Scan<'a> {
    pub(super) document: &'a Document,
    pub(super) lexicon: &'a Lexicon,
    pub(super) range: Range<usize>,
    dates: &'a [DateMention],
}

/// A word in lower case, on the stack.
pub(super) struct Lower {
    bytes: [u8; LONGEST],
    len: usize,
}

impl Lower {
    pub(super) fn new(word: &str) -> Self {
        let mut bytes = [0; LONGEST];
        let len = if word.len() <= LONGEST && word.is_ascii() {
            word.len()
        } else {
            0
        };
        bytes[..len].copy_from_slice(&word.as_bytes()[..len]);
        bytes[..len].make_ascii_lowercase();
        Self { bytes, len }
    }

    /// The word; empty if it is longer than any that a table holds.
    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

impl<'a> Scan<'a> {
    pub(super) fn new(
        document: &'a Document,
        lexicon: &'a Lexicon,
        range: Range<usize>,
        dates: &'a [DateMention],
    ) -> Self {
        let first = dates.partition_point(|d| d.tokens.end <= range.start);
        let last = dates.partition_point(|d| d.tokens.start < range.end);
        Self {
            document,
            lexicon,
            range,
            dates: &dates[first..last.max(first)],
        }
    }

    /// The token at a number, if it is in the sentence.
    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        if self.range.contains(&at) {
            self.document.tokens.get(at)
        } else {
            None
        }
    }

    /// The token before a number, if it is in the sentence.
    pub(super) fn before(&self, at: usize) -> Option<&'a Token> {
        self.token(at.checked_sub(1)?)
    }

    /// The word at a number as written; empty for marks and out of range.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.token(at)
            .filter(|t| t.is_word() || t.kind == TokenKind::Number)
            .map_or("", |t| t.span.of(&self.document.text))
    }

    /// The word at a number in lower case.
    pub(super) fn lower(&self, at: usize) -> Lower {
        Lower::new(self.text(at))
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.token(at).is_some_and(|t| t.is(mark))
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// Is the token at a number set off from the one before it?
    pub(super) fn spaced(&self, at: usize) -> bool {
        self.token(at).is_none_or(|t| t.spaced)
    }

    pub(super) fn has(&self, at: usize, class: Class) -> bool {
        self.token(at).is_some_and(|t| self.lexicon.is(t, class))
    }

    /// Is it a hyphen without space before it and after it?
    pub(super) fn is_joint(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|t| (t.is('-') || t.is('\u{2011}')) && !t.spaced)
            && !self.spaced(at + 1)
    }

    /// Is it a hyphen or dash without space around it?
    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.is_joint(at) || (self.is_mark(at, '\u{2013}') && !self.spaced(at) && !self.spaced(at + 1))
    }

    /// Can a figure begin here?
    pub(super) fn starts_figure(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| match t.kind {
            TokenKind::Number => true,
            TokenKind::Mark(mark) => super::unit::is_currency_mark(mark),
            TokenKind::Word => {
                self.lexicon.is(t, Class::NumberWord)
                    || t.span.len() <= LONGEST_PREFIX
                        && ((matches!(self.text(at), "a" | "A" | "an" | "An") && self.has(at + 1, Class::NumberWord))
                            || super::unit::is_currency_prefix(self, at))
            }
            TokenKind::Possessive => false,
        })
    }

    /// The date that holds a token.
    pub(super) fn date_at(&self, at: usize) -> Option<&'a DateMention> {
        self.dates.iter().find(|d| d.tokens.contains(&at))
    }
}
