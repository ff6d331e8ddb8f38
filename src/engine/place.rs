//! From spans of the document to places in the source.

use crate::report::Place;
use crate::text::{Article, Document, Field, Span};
use std::ops::Range;

/// A quote longer than this many bytes is cut: a report shows words, not pages.
const MOST_QUOTED: usize = 240;

/// Makes places; knows where the lines of each field begin.
#[derive(Debug)]
pub(super) struct Places<'a> {
    article: &'a Article,
    document: &'a Document,
    fields: Vec<(Field, Lines)>,
}

/// Where the lines of a field begin, and how many characters stand before each stretch of it, so that a
/// column far into an endless line need not be counted from the line's beginning.
#[derive(Debug)]
struct Lines {
    starts: Vec<usize>,
    characters: Vec<usize>,
}

/// Bytes between two counts of characters: short to count over for every place, and few to keep.
const STRETCH: usize = 128;

impl Lines {
    fn new(source: &[u8]) -> Self {
        let ends = memchr::memchr_iter(b'\n', source);
        let characters = source.chunks(STRETCH).scan(0, |before, stretch| {
            let here = *before;
            *before += characters(stretch);
            Some(here)
        });
        Self {
            starts: std::iter::once(0).chain(ends.map(|i| i + 1)).collect(),
            characters: characters.collect(),
        }
    }

    /// The characters before a byte.
    fn characters_before(&self, source: &[u8], offset: usize) -> usize {
        let stretch = offset / STRETCH;
        let before = self.characters.get(stretch).copied();
        before.map_or_else(
            || characters(&source[..offset]),
            |before| before + characters(&source[stretch * STRETCH..offset]),
        )
    }
}

/// How many characters begin in these bytes of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    // A stretch holds no more than a byte can count, and bytes are added many at a time.
    let begin = |b: &u8| u8::from(*b & 0xc0 != 0x80);
    let stretches = bytes.chunks(STRETCH);
    stretches.map(|s| usize::from(s.iter().map(begin).sum::<u8>())).sum()
}

impl<'a> Places<'a> {
    pub(super) fn new(article: &'a Article, document: &'a Document) -> Self {
        Self {
            article,
            document,
            fields: Vec::new(),
        }
    }

    /// All the words of the source that a span was read from, markup included.
    pub(super) fn words(&self, span: Span) -> &'a str {
        let (field, at) = self.locate(span);
        at.of(self.article.field(field))
    }

    fn locate(&self, span: Span) -> (Field, Span) {
        let found = self.document.origin.locate(span);
        found.unwrap_or((self.article.body.field(), Span::default()))
    }

    /// The place of a span. Text that stood nowhere gets the place before it.
    pub(super) fn of(&mut self, span: Span) -> Place {
        let (field, at) = self.locate(span);
        let source = self.article.field(field);
        let (line, column) = self.line_and_column(field, at.start as usize);
        let quote = cut(at.of(source));
        Place {
            field,
            start: at.start as usize,
            end: at.end as usize,
            line,
            column,
            quote,
        }
    }

    /// The place of some bytes of the body as it was written.
    pub(super) fn in_body(&mut self, bytes: Range<usize>) -> Place {
        let field = self.article.body.field();
        let (line, column) = self.line_and_column(field, bytes.start);
        Place {
            field,
            start: bytes.start,
            end: bytes.end,
            line,
            column,
            quote: cut(&self.article.field(field)[bytes]),
        }
    }

    /// The line that holds a byte, and its column in characters, both from 1.
    fn line_and_column(&mut self, field: Field, offset: usize) -> (usize, usize) {
        let source = self.article.field(field).as_bytes();
        let slot = self.fields.iter().position(|(f, _)| *f == field).unwrap_or_else(|| {
            self.fields.push((field, Lines::new(source)));
            self.fields.len() - 1
        });
        let lines = &self.fields[slot].1;
        let line = lines.starts.partition_point(|s| *s <= offset);
        let before = |offset| lines.characters_before(source, offset);
        (line, before(offset) - before(lines.starts[line - 1]) + 1)
    }
}

fn cut(words: &str) -> String {
    if words.len() <= MOST_QUOTED {
        return words.to_owned();
    }
    format!("{}…", &words[..words.floor_char_boundary(MOST_QUOTED)])
}
