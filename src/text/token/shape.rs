//! How far a word or a number goes, and how it is written.

use super::{Case, is_apostrophe};

pub(super) fn number_len(bytes: &[u8]) -> usize {
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

/// Which bytes are ASCII letters and digits: asked of every letter of every article.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    plain
};

/// The length of the word that `text` begins with, and whether all of it is ASCII.
pub(super) fn word_len(text: &str) -> (usize, bool) {
    // Nearly every word is plain letters up to a space or a mark that cannot stand inside one. A stop
    // belongs to a word only behind a single letter.
    let plain = text.bytes().take_while(|b| PLAIN[usize::from(*b)]).count();
    match text.as_bytes().get(plain) {
        _ if plain == 0 => {}
        None => return (plain, true),
        Some(b'.') if plain > 1 => return (plain, true),
        Some(b) if b.is_ascii() && !matches!(b, b'\'' | b'.') => return (plain, true),
        Some(_) => {}
    }
    let len = long_word_len(text);
    (len, text.as_bytes()[..len].is_ascii())
}

/// The length of a word that may hold more than plain letters.
pub(super) fn long_word_len(text: &str) -> usize {
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

pub(super) fn possessive_len(text: &str) -> Option<usize> {
    let first = text.chars().next().filter(|c| is_apostrophe(*c))?;
    let after = &text[first.len_utf8()..];
    if ends_in_possessive(after) {
        return Some(first.len_utf8() + 1);
    }
    None
}

pub(super) fn case_of(word: &str) -> Case {
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
