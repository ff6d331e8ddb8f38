//! HTML text cut into tags and text, each with its byte offsets.
//!
//! The states of the WHATWG tokenizer that matter for text are here: raw text elements, comments,
//! quoted and unquoted attributes, text that only looks like a tag. Entities are left alone: they
//! are decoded where the text is used, so that a token is always a plain range of the source.

use super::tag::Tag;
use memchr::{memchr, memmem};
use std::ops::Range;

/// A range of bytes of the source.
pub(super) type Bytes = Range<u32>;

/// One attribute of a start tag: its name and its value as written, without quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Attribute {
    pub(super) name: Bytes,
    pub(super) value: Bytes,
}

/// What the tokenizer found next.
#[derive(Clone, Debug)]
pub(super) enum Token {
    /// Characters, entities undecoded.
    Text(Bytes),
    /// A start tag; its attributes are those the tokenizer holds until the next one.
    Start { tag: Tag, place: Bytes, closed: bool },
    /// An end tag.
    End { tag: Tag },
}

/// Reads tokens off a source.
pub(super) struct Tokens<'a> {
    source: &'a str,
    at: usize,
    /// The raw text element we are in.
    raw: Option<(Tag, Range<usize>)>,
    /// Is the end of a CDATA section still to come?
    cdata: bool,
    /// The attributes of the start tag read last.
    pub(super) attributes: Vec<Attribute>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            at: 0,
            raw: None,
            cdata: false,
            attributes: Vec::new(),
        }
    }

    /// The next token, or `None` at the end of the source.
    pub(super) fn next(&mut self) -> Option<Token> {
        if let Some((_, name)) = self.raw.clone() {
            let end = self.raw_end(name);
            self.raw = None;
            if end > self.at {
                return Some(Token::Text(self.take(end)));
            }
        }
        let bytes = self.source.as_bytes();
        while self.at < bytes.len() {
            let mut from = self.at;
            let open = loop {
                match memchr(b'<', &bytes[from..]) {
                    Some(found) if is_markup(&bytes[from + found..]) => break from + found,
                    Some(found) => from += found + 1,
                    None => break bytes.len(),
                }
            };
            if self.cdata
                && let Some(found) = memmem::find(&bytes[self.at..open], b"]]>")
            {
                let text = self.take(self.at + found);
                self.at += 3;
                self.cdata = false;
                return Some(Token::Text(text));
            }
            if open > self.at {
                return Some(Token::Text(self.take(open)));
            }
            match bytes[open + 1] {
                b'!' | b'?' => {
                    self.cdata |= bytes[open..].starts_with(b"<![CDATA[");
                    self.at = self.comment_end(open);
                }
                b'/' => {
                    let name = self.name_end(open + 2);
                    let tag = Tag::named(&self.source[open + 2..name]);
                    self.at = self.tag_end(name).0;
                    return Some(Token::End { tag });
                }
                _ => {
                    let name = self.name_end(open + 1);
                    let tag = Tag::named(&self.source[open + 1..name]);
                    let (end, closed) = self.tag_end(name);
                    self.at = end;
                    if tag.is_raw() {
                        self.raw = Some((tag, open + 1..name));
                    }
                    return Some(Token::Start {
                        tag,
                        place: open as u32..end as u32,
                        closed,
                    });
                }
            }
        }
        None
    }

    /// A self-closed tag inside SVG is no raw text element after all.
    pub(super) fn not_raw(&mut self) {
        self.raw = None;
    }

    fn take(&mut self, end: usize) -> Bytes {
        let taken = self.at as u32..end as u32;
        self.at = end;
        taken
    }

    /// Where the end tag of the raw text element of this name begins.
    fn raw_end(&self, name: Range<usize>) -> usize {
        let bytes = self.source.as_bytes();
        let name = &bytes[name];
        for found in memmem::find_iter(&bytes[self.at..], b"</") {
            let start = self.at + found + 2;
            let named = bytes
                .get(start..start + name.len())
                .is_some_and(|n| n.eq_ignore_ascii_case(name));
            let after = bytes.get(start + name.len());
            if named && after.is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>')) {
                return start - 2;
            }
        }
        bytes.len()
    }

    /// The end of a comment, a document type, a CDATA section or a processing instruction.
    fn comment_end(&self, open: usize) -> usize {
        let rest = &self.source.as_bytes()[open..];
        let end = if rest.starts_with(b"<!-->") {
            Some(5)
        } else if rest.starts_with(b"<!--->") {
            Some(6)
        } else if rest.starts_with(b"<!--") {
            memmem::find(&rest[4..], b"-->").map(|found| found + 7)
        } else if rest.starts_with(b"<![CDATA[") {
            // The section's content is read as if the section were not there.
            Some(9)
        } else {
            memchr(b'>', rest).map(|found| found + 1)
        };
        end.map_or(self.source.len(), |end| open + end)
    }

    /// The end of a tag name that begins at `from`.
    fn name_end(&self, from: usize) -> usize {
        let bytes = &self.source.as_bytes()[from..];
        let len = bytes
            .iter()
            .position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'));
        from + len.unwrap_or(bytes.len())
    }

    /// Reads attributes up to the end of the tag. Gives that end, and whether it was `/>`.
    fn tag_end(&mut self, from: usize) -> (usize, bool) {
        let bytes = self.source.as_bytes();
        self.attributes.clear();
        let mut at = from;
        let mut slash = false;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'>' => return (at + 1, slash),
                b'/' => {
                    slash = true;
                    at += 1;
                }
                _ if byte.is_ascii_whitespace() => at += 1,
                _ => {
                    slash = false;
                    at = self.attribute(at);
                }
            }
        }
        (bytes.len(), false)
    }

    /// Reads the attribute that begins at `from` and gives the place after it.
    fn attribute(&mut self, from: usize) -> usize {
        let bytes = self.source.as_bytes();
        let find = |from: usize, stop: fn(u8) -> bool| {
            bytes[from..]
                .iter()
                .position(|b| stop(*b))
                .map_or(bytes.len(), |found| from + found)
        };
        // An attribute may begin with "=", which is then part of its name.
        let name = find(from + 1, |b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>' | b'='));
        let equals = find(name, |b| !b.is_ascii_whitespace());
        let (value, end) = if bytes.get(equals) == Some(&b'=') {
            let start = find(equals + 1, |b| !b.is_ascii_whitespace());
            if let Some(quote @ (b'"' | b'\'')) = bytes.get(start) {
                let close = memchr(*quote, &bytes[start + 1..]).map_or(bytes.len(), |f| start + 1 + f);
                (start + 1..close, (close + 1).min(bytes.len()))
            } else {
                let close = find(start, |b| b.is_ascii_whitespace() || b == b'>');
                (start..close, close)
            }
        } else {
            (name..name, name)
        };
        self.attributes.push(Attribute {
            name: from as u32..name as u32,
            value: value.start as u32..value.end as u32,
        });
        end
    }
}

/// Does a `<` that begins these bytes begin a tag or a comment?
fn is_markup(bytes: &[u8]) -> bool {
    match bytes.get(1) {
        Some(b'!' | b'?') => true,
        Some(b'/') => bytes.get(2).is_some_and(u8::is_ascii_alphabetic),
        Some(byte) => byte.is_ascii_alphabetic(),
        None => false,
    }
}
