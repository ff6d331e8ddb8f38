//! RTF, as older newsroom systems and the clipboards of word processors write it.
//!
//! No crate that reads RTF keeps where the words stood, hence an own reader: `scan` cuts the source
//! into groups, control words and text, `charset` knows the code pages. What is read is what Word
//! shows: hidden and deleted text, footnotes, headers, comments and pictures are left out.
//! Source: Rich Text Format Specification 1.9.1, Microsoft 2008.

mod charset;
mod scan;
mod state;
mod words;

use super::Reading;

/// Is this the beginning of an RTF file?
#[must_use]
pub fn is_rtf(source: &str) -> bool {
    source.trim_start().starts_with("{\\rtf")
}

/// Appends the copy of an RTF body.
pub fn read(source: &str, reading: &mut Reading) {
    let mut state = state::State::new(source, reading);
    let mut scan = scan::Scan::new(source);
    while let Some(token) = scan.next() {
        state.take(&token, &mut scan);
    }
    state.finish();
}

/// Is a file that begins as RTF cut off before its end? Then words are missing.
#[must_use]
pub fn is_cut_off(source: &str) -> bool {
    let mut scan = scan::Scan::new(source);
    let mut depth = 0u32;
    while let Some(token) = scan.next() {
        match token.what {
            scan::What::Open => depth += 1,
            scan::What::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        // What stands behind the last group is no RTF any more.
        if depth == 0 {
            return false;
        }
    }
    true
}

/// The character that a control word, a control symbol or a brace at the beginning of some RTF
/// stands for, and how many bytes it takes; for a reader who is shown an excerpt.
#[must_use]
pub fn shown(source: &str) -> (Option<char>, usize) {
    let mut scan = scan::Scan::new(source);
    let Some(token) = scan.next() else {
        return (None, source.len());
    };
    let len = token.place.end;
    let char = match token.what {
        scan::What::Byte(byte) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(&[byte])
            .0
            .chars()
            .next(),
        scan::What::Word("u", number) => {
            // The stand-in for old programs after it is passed over as well: a byte only if it is one.
            let stand_in = match scan.next() {
                Some(scan::Token {
                    what: scan::What::Byte(_),
                    place,
                }) if place.start == len => place.len(),
                _ => usize::from(source[len..].starts_with('?')),
            };
            let char = number.and_then(|n| char::from_u32(n.cast_unsigned() & 0xffff));
            return (char, len + stand_in);
        }
        scan::What::Word("par" | "line" | "cell" | "tab", _) | scan::What::Symbol('~') => Some(' '),
        scan::What::Word(word, _) => words::sign(word).and_then(|sign| sign.chars().next()),
        scan::What::Symbol(sign @ ('\\' | '{' | '}')) => Some(sign),
        scan::What::Symbol('_') => Some('-'),
        scan::What::Text(_) => return (source.chars().next(), source.chars().next().map_or(1, char::len_utf8)),
        _ => None,
    };
    (char, len)
}

#[cfg(test)]
mod tests;
