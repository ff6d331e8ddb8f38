//! Words made safe to stand in HTML and XML.

use crate::text::inert;
use std::fmt;

/// Words with everything that means something there written as an entity.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for char in self.0.chars() {
            write_escaped(char, f)?;
        }
        Ok(())
    }
}

/// Writes one character.
pub(super) fn write_escaped(char: char, out: &mut impl fmt::Write) -> fmt::Result {
    match char {
        '&' => out.write_str("&amp;"),
        '<' => out.write_str("&lt;"),
        '>' => out.write_str("&gt;"),
        '"' => out.write_str("&quot;"),
        '\'' => out.write_str("&#39;"),
        c => out.write_char(inert(c)),
    }
}
