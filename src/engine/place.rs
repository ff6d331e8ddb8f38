//! From spans of the document to places in the source.

use crate::report::Place;
use crate::text::{Article, Document, Field, Span};

/// A quote longer than this many bytes is cut: a report shows words, not pages.
const MOST_QUOTED: usize = 240;

/// Makes places; knows where the lines of each field begin.
#[derive(Debug)]
pub(super) struct Places<'a> {
    article: &'a Article,
    document: &'a Document,
    lines: Vec<(Field, Vec<usize>)>,
}

impl<'a> Places<'a> {
    pub(super) fn new(article: &'a Article, document: &'a Document) -> Self {
        Self {
            article,
            document,
            lines: Vec::new(),
        }
    }

    /// The place of a span. Text that stood nowhere gets the place before it.
    pub(super) fn of(&mut self, span: Span) -> Place {
        let (field, at) = self
            .document
            .origin
            .locate(span)
            .unwrap_or((self.article.body.field(), Span::default()));
        let source = self.article.field(field);
        let (line, line_start) = self.line(field, at.start as usize);
        let column = source[line_start..at.start as usize].chars().count() + 1;
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

    /// The number of the line that holds a byte, from 1, and where it begins.
    fn line(&mut self, field: Field, offset: usize) -> (usize, usize) {
        let slot = self.lines.iter().position(|(f, _)| *f == field).unwrap_or_else(|| {
            let source = self.article.field(field).as_bytes();
            let starts = source
                .iter()
                .enumerate()
                .filter(|(_, b)| **b == b'\n')
                .map(|(i, _)| i + 1);
            self.lines.push((field, std::iter::once(0).chain(starts).collect()));
            self.lines.len() - 1
        });
        let starts = &self.lines[slot].1;
        let line = starts.partition_point(|s| *s <= offset);
        (line, starts[line - 1])
    }
}

fn cut(words: &str) -> String {
    if words.len() <= MOST_QUOTED {
        return words.to_owned();
    }
    let mut end = MOST_QUOTED;
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}…", &words[..end])
}
