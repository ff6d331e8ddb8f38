//! RTF, as older newsroom systems and the clipboards of word processors write it.
//!
//! No crate that reads RTF keeps where the words stood, hence an own reader: `scan` cuts the source
//! into groups, control words and text, `charset` knows the code pages. What is read is what Word
//! shows: hidden and deleted text, footnotes, headers, comments and pictures are left out.
//! Source: Rich Text Format Specification 1.9.1, Microsoft 2008.

mod charset;
mod scan;
mod state;

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

#[cfg(test)]
mod tests;
