//! Words, numbers and marks.

mod shape;

use super::span::Span;
use super::vocabulary::{Vocabulary, WordId, fold};
use super::word_key::WordKey;
use shape::{case_of, number_len, possessive_len, word_len};

/// A word, a number or a mark.
///
/// A possessive ending is a token of its own (`Russia` `'s`), and so is each part of a hyphenated
/// word (`three` `-` `year`), so that lists need to hold a word only once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its number in the engine's [`Vocabulary`]; punctuation has none.
    pub word: WordId,
    /// A word's letters, mixed: words that differ in case alone share it, and hardly any others do.
    /// 0 for marks.
    pub hash: u32,
    /// What it is.
    pub kind: TokenKind,
    /// How it is written.
    pub case: Case,
    /// Is there white space before it?
    pub spaced: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with apostrophes (`don't`) and stops (`U.S.`) inside.
    Word,
    /// `'s`, or a bare apostrophe after a plural.
    Possessive,
    /// Digits, with commas and a decimal point inside.
    Number,
    /// One mark.
    Mark(char),
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// `drone`, and everything that is no word.
    Lower,
    /// `Kazan`.
    Capital,
    /// `NATO`, `U.S.`; at least two letters.
    Upper,
    /// `iPhone`, `McCain`.
    Mixed,
}

impl Token {
    /// Is it this mark?
    #[must_use]
    #[inline]
    pub fn is(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    /// Is it a dash: set long, or a hyphen with space before it? "AL-QAIM" has a hyphen.
    #[must_use]
    pub fn is_dash(&self) -> bool {
        self.is('–') || self.is('—') || self.is('-') && self.spaced
    }

    /// Is it a word?
    #[must_use]
    #[inline]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Is it a word that begins with a capital letter?
    #[must_use]
    #[inline]
    pub fn is_capitalised(&self) -> bool {
        self.is_word() && self.case != Case::Lower
    }
}

/// Cuts `text[span]` into tokens and appends them to `out`.
pub fn tokenize(text: &str, span: Span, vocabulary: &Vocabulary, out: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let mut folded = String::new();
    let end = span.end as usize;
    let mut at = span.start as usize;
    let mut spaced = true;
    let mut follows_word = false;
    while at < end {
        let byte = bytes[at];
        let start = at;
        let (kind, plain) = if byte.is_ascii_alphabetic() {
            let (len, plain) = word_len(&text[at..end]);
            at += len;
            (TokenKind::Word, plain)
        } else if matches!(byte, b' ' | b'\t'..=b'\r') {
            at += 1;
            (spaced, follows_word) = (true, false);
            continue;
        } else if byte.is_ascii_digit() {
            at += number_len(&bytes[at..end]);
            (TokenKind::Number, true)
        } else if byte.is_ascii() && byte != b'\'' {
            at += 1;
            (TokenKind::Mark(char::from(byte)), true)
        } else {
            let Some(c) = text[at..end].chars().next() else { break };
            if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
                at += c.len_utf8();
                (spaced, follows_word) = (true, false);
                continue;
            }
            if c.is_alphabetic() {
                let (len, plain) = word_len(&text[at..end]);
                at += len;
                (TokenKind::Word, plain)
            } else if follows_word && let Some(len) = possessive_len(&text[at..end]) {
                at += len;
                (TokenKind::Possessive, false)
            } else {
                at += c.len_utf8();
                (TokenKind::Mark(c), true)
            }
        };
        let (word, hash, case) = match kind {
            TokenKind::Mark(_) => (WordId::UNKNOWN, 0, Case::Lower),
            _ if plain => {
                let (key, case) = WordKey::of_plain(bytes, start, at);
                (vocabulary.get_plain(key, &bytes[start..at]), key.hash, case)
            }
            _ => {
                folded.clear();
                fold(&text[start..at], &mut folded);
                let case = if kind == TokenKind::Word {
                    case_of(&text[start..at])
                } else {
                    Case::Lower
                };
                (vocabulary.get(&folded), WordKey::of_folded(&folded).hash, case)
            }
        };
        out.push(Token {
            span: Span::new(start, at),
            word,
            hash,
            kind,
            case,
            spaced,
        });
        follows_word = matches!(kind, TokenKind::Word | TokenKind::Number);
        spaced = false;
    }
}

/// What [`Token::hash`] is of a word that is folded already (see [`fold`]).
#[must_use]
pub const fn hash_of(folded: &str) -> u32 {
    WordKey::of_folded(folded).hash
}

/// The same of several words: made when the program is compiled, they are asked for by one number each.
#[must_use]
pub const fn hashes_of<const N: usize>(folded: [&str; N]) -> [u32; N] {
    let mut hashes = [0; N];
    let mut at = 0;
    while at < N {
        hashes[at] = hash_of(folded[at]);
        at += 1;
    }
    hashes
}

/// Is this an apostrophe, straight or curly?
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        tokenize(text, Span::new(0, text.len()), &Vocabulary::default(), &mut out);
        out.iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn possessives_hyphens_and_chains_of_initials() {
        assert_eq!(
            words("Russia’s three-year war"),
            ["Russia", "’s", "three", "-", "year", "war"]
        );
        assert_eq!(
            words("the U.S. Senate at 9 a.m."),
            ["the", "U.S.", "Senate", "at", "9", "a.m."]
        );
        assert_eq!(words("Mr. O'Neill didn’t."), ["Mr", ".", "O'Neill", "didn’t", "."]);
        assert_eq!(
            words("$3.5m, 1,000km (620)"),
            ["$", "3.5", "m", ",", "1,000", "km", "(", "620", ")"]
        );
        assert_eq!(
            words("‘A National’ – it's"),
            ["‘", "A", "National", "’", "–", "it", "'s"]
        );
    }
}
