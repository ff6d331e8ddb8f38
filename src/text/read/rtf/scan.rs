//! RTF cut into groups, control words and text, each with its byte offsets.

use std::ops::Range;

/// What stands next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) what: What<'a>,
    /// Where it stands, with the space that ends a control word.
    pub(super) place: Range<usize>,
}

/// The parts RTF is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A control word and its number.
    Word(&'a str, Option<i32>),
    /// A control symbol: a backslash and a sign.
    Symbol(char),
    /// A byte of the code page, `\'hh`.
    Byte(u8),
    /// Characters as they stand.
    Text(&'a str),
}

/// Cuts a source.
pub(super) struct Scan<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            at: source.len() - source.trim_start().len(),
        }
    }

    pub(super) fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let start = self.at;
            let rest = &self.source[start..];
            let what = match rest.bytes().next()? {
                b'{' => self.step(1, What::Open),
                b'}' => self.step(1, What::Close),
                b'\\' => self.control(&rest[1..]),
                // Line ends of the file mean nothing.
                b'\r' | b'\n' => {
                    self.at += 1;
                    continue;
                }
                _ => {
                    let len = rest.find(['{', '}', '\\', '\r', '\n']).unwrap_or(rest.len());
                    self.step(len, What::Text(&rest[..len]))
                }
            };
            return Some(Token {
                what,
                place: start..self.at,
            });
        }
    }

    /// Passes over as many bytes as `\bin` promises, or to the end.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.at = self.source.ceil_char_boundary(self.at.saturating_add(bytes));
    }

    fn step(&mut self, len: usize, what: What<'a>) -> What<'a> {
        self.at += len;
        what
    }

    /// What follows a backslash.
    fn control(&mut self, rest: &'a str) -> What<'a> {
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        if letters == 0 {
            if let Some(byte) = rest.strip_prefix('\'').and_then(hex) {
                return self.step(4, What::Byte(byte));
            }
            let sign = rest.chars().next().unwrap_or('\\');
            return self.step(1 + rest.chars().next().map_or(0, char::len_utf8), What::Symbol(sign));
        }
        let name = &rest[..letters];
        let tail = &rest[letters..];
        let minus = usize::from(tail.starts_with('-'));
        // A number has ten digits at most; a longer one is no number that anything is done with.
        let digits = tail[minus..].bytes().take_while(u8::is_ascii_digit).count();
        let number = if digits == 0 {
            None
        } else {
            tail[..minus + digits].parse().ok()
        };
        let mut len = 1 + letters + if digits == 0 { 0 } else { minus + digits };
        if rest[len - 1..].starts_with(' ') {
            len += 1;
        }
        self.step(len, What::Word(name, number))
    }
}

fn hex(rest: &str) -> Option<u8> {
    let digits = rest.get(..2).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
    u8::from_str_radix(digits, 16).ok()
}
