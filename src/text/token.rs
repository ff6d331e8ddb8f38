//! Words, numbers and marks.

use super::span::Span;
use super::vocabulary::{Vocabulary, WordId, fold};

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
    pub fn is(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    /// Is it a word?
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Is it a word that begins with a capital letter?
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.is_word() && self.case != Case::Lower
    }
}

/// Cuts `text[span]` into tokens and appends them to `out`.
pub fn tokenize(text: &str, span: Span, vocabulary: &Vocabulary, out: &mut Vec<Token>) {
    let mut folded = String::with_capacity(32);
    let end = span.end as usize;
    let mut at = span.start as usize;
    let mut spaced = true;
    while let Some(c) = text[at..end].chars().next() {
        if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
            at += c.len_utf8();
            spaced = true;
            continue;
        }
        let follows_word = !spaced && out.last().is_some_and(|t| t.is_word() || t.kind == TokenKind::Number);
        let (kind, len) = if c.is_ascii_digit() {
            (TokenKind::Number, number_len(&text.as_bytes()[at..end]))
        } else if c.is_alphabetic() {
            (TokenKind::Word, word_len(&text[at..end]))
        } else if follows_word && let Some(len) = possessive_len(&text[at..end]) {
            (TokenKind::Possessive, len)
        } else {
            (TokenKind::Mark(c), c.len_utf8())
        };
        let span = Span::new(at, at + len);
        let (word, case) = match kind {
            TokenKind::Mark(_) => (WordId::UNKNOWN, Case::Lower),
            TokenKind::Number | TokenKind::Possessive => {
                folded.clear();
                fold(span.of(text), &mut folded);
                (vocabulary.get(&folded), Case::Lower)
            }
            TokenKind::Word => {
                folded.clear();
                fold(span.of(text), &mut folded);
                (vocabulary.get(&folded), case_of(span.of(text)))
            }
        };
        out.push(Token {
            span,
            word,
            kind,
            case,
            spaced,
        });
        at += len;
        spaced = false;
    }
}

/// Is this an apostrophe, straight or curly?
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

fn number_len(bytes: &[u8]) -> usize {
    let mut len = 0;
    while len < bytes.len() {
        let inside = matches!(bytes[len], b'.' | b',') && bytes.get(len + 1).is_some_and(u8::is_ascii_digit);
        if !bytes[len].is_ascii_digit() && !inside {
            break;
        }
        len += 1;
    }
    len
}

fn word_len(text: &str) -> usize {
    // Nearly every word is plain letters up to a space or a mark that cannot stand inside one.
    let plain = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let after = text.as_bytes().get(plain);
    if plain > 0 && after.is_none_or(|b| b.is_ascii() && !matches!(b, b'\'' | b'.')) {
        return plain;
    }
    let mut chars = text.char_indices().peekable();
    let mut len = 0;
    let mut letters = 0_usize; // since the last stop
    let mut stops = 0_usize;
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() || is_combining(c) || c == '\u{ad}' {
            len = at + c.len_utf8();
            letters += 1;
            continue;
        }
        let next = chars.peek().map(|(_, n)| *n);
        if is_apostrophe(c) && next.is_some_and(char::is_alphabetic) {
            if ends_in_possessive(&text[at + c.len_utf8()..]) {
                break;
            }
            letters = 0;
            continue;
        }
        if c == '.' && letters == 1 {
            // "U.S.", "a.m.": single letters with stops. The last stop belongs only to such a chain.
            if next.is_some_and(char::is_alphabetic) {
                letters = 0;
                stops += 1;
                continue;
            }
            if stops > 0 {
                len = at + 1;
            }
        }
        break;
    }
    len
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Is the text after an apostrophe a lone `s`?
fn ends_in_possessive(after: &str) -> bool {
    let mut chars = after.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

fn possessive_len(text: &str) -> Option<usize> {
    let first = text.chars().next().filter(|c| is_apostrophe(*c))?;
    let after = &text[first.len_utf8()..];
    if ends_in_possessive(after) {
        return Some(first.len_utf8() + 1);
    }
    None
}

fn case_of(word: &str) -> Case {
    let bytes = word.as_bytes();
    if word.is_ascii()
        && bytes
            .get(1..)
            .is_some_and(|rest| rest.iter().all(u8::is_ascii_lowercase))
    {
        return if bytes[0].is_ascii_uppercase() {
            Case::Capital
        } else {
            Case::Lower
        };
    }
    let mut upper = 0;
    let mut lower = 0;
    let mut first_upper = false;
    for (i, c) in word.chars().filter(|c| c.is_alphabetic()).enumerate() {
        if c.is_uppercase() {
            upper += 1;
            first_upper |= i == 0;
        } else {
            lower += 1;
        }
    }
    match (upper, lower) {
        (0, _) => Case::Lower,
        (1, _) if first_upper => Case::Capital,
        (_, 0) => Case::Upper,
        _ => Case::Mixed,
    }
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
