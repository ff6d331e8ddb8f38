//! A stretch of text.

use std::borrow::Cow;

/// A half-open stretch of a document's text, in UTF-8 bytes.
///
/// Both ends lie on character boundaries of the text that the span was made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte; never before `start`.
    pub end: u32,
}

impl Span {
    /// A span from two byte offsets.
    #[must_use]
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends at or after its start");
        Self {
            start: start as u32,
            end: end as u32,
        }
    }

    /// How many bytes it covers.
    #[must_use]
    #[inline]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Does it cover nothing?
    #[must_use]
    #[inline]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range, to cut text with.
    #[must_use]
    #[inline]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words it covers in `text`, the text it was made for.
    #[must_use]
    #[inline]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Do the two share at least one byte?
    #[must_use]
    #[inline]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Does it hold all of `other`?
    #[must_use]
    #[inline]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// How many bytes the two share.
    #[must_use]
    pub fn shared(self, other: Self) -> u32 {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// The span without white space at either end; empty at its start if nothing is left.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start as usize + (words.len() - words.trim_start().len());
        Self::new(start, (start + words.trim().len()).max(start))
    }
}

/// Words in small letters; nearly all of them stand so already, and are not copied.
#[must_use]
pub fn lower_case(words: &str) -> Cow<'_, str> {
    if words.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        Cow::Borrowed(words)
    } else {
        Cow::Owned(words.to_lowercase())
    }
}

/// A character that prints, or a sign that one stood there: a terminal obeys control characters, and they have no
/// place in HTML or XML at all. Line ends and tabs stay.
#[must_use]
pub fn inert(char: char) -> char {
    if char.is_control() && !matches!(char, '\n' | '\t') {
        char::REPLACEMENT_CHARACTER
    } else {
        char
    }
}

/// Words of which every character is [inert].
#[must_use]
pub fn inert_words(words: &str) -> Cow<'_, str> {
    if words.chars().all(|c| inert(c) == c) {
        Cow::Borrowed(words)
    } else {
        Cow::Owned(words.chars().map(inert).collect())
    }
}

/// Words on one line, with one space between two, however they were broken.
#[must_use]
pub fn one_line(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
