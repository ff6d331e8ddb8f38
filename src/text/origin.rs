//! Where each piece of a document's text stood in the article.

use super::article::Field;
use super::span::Span;

/// The map from a document's text back to the fields of its article.
///
/// Pieces are in text order and do not overlap. Text between two pieces (the line breaks a reader
/// puts between blocks) stood nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    pieces: Vec<Piece>,
}

/// A run of text and the source bytes it was read from.
///
/// Where `len` equals `source_len` the bytes are the same; otherwise the piece is one unit (a
/// decoded entity, folded white space) and a span that touches it takes all of its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// First byte in the document's text.
    pub start: u32,
    /// Length in the document's text.
    pub len: u32,
    /// The field it was read from.
    pub field: Field,
    /// First byte in that field.
    pub source: u32,
    /// Length in that field.
    pub source_len: u32,
}

impl Piece {
    fn end(&self) -> u32 {
        self.start + self.len
    }

    fn verbatim(&self) -> bool {
        self.len == self.source_len
    }
}

impl Origin {
    /// Adds the piece for the next run of text. Runs that continue each other are made one.
    pub fn push(&mut self, piece: Piece) {
        if piece.len == 0 {
            return;
        }
        if let Some(last) = self.pieces.last_mut() {
            debug_assert!(last.end() <= piece.start, "pieces are pushed in text order");
            let continues =
                last.end() == piece.start && last.source + last.source_len == piece.source && last.field == piece.field;
            if continues && last.verbatim() && piece.verbatim() {
                last.len += piece.len;
                last.source_len += piece.len;
                return;
            }
        }
        self.pieces.push(piece);
    }

    /// The field and the byte range in it that a span of the text was read from.
    ///
    /// A span over two fields keeps the part in the first. `None` if none of it stood in the source.
    #[must_use]
    pub fn locate(&self, span: Span) -> Option<(Field, Span)> {
        let first = self.pieces.partition_point(|p| p.end() <= span.start);
        let head = self.pieces.get(first)?;
        if head.start >= span.end.max(span.start + 1) {
            return None;
        }
        let beyond = self.pieces.partition_point(|p| p.start < span.end.max(span.start + 1));
        let within = self.pieces.get(first..beyond).unwrap_or_default();
        // Nearly always the last one; a span over two fields is short of the second.
        let tail = within.iter().rfind(|p| p.field == head.field).unwrap_or(head);
        let start = if head.verbatim() {
            head.source + span.start.saturating_sub(head.start)
        } else {
            head.source
        };
        let end = if tail.verbatim() {
            tail.source + span.end.min(tail.end()).saturating_sub(tail.start)
        } else {
            tail.source + tail.source_len
        };
        Some((
            head.field,
            Span {
                start,
                end: end.max(start),
            },
        ))
    }

    /// All pieces, in text order.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_is_one_unit() {
        let mut origin = Origin::default();
        // "a &amp; b" read as "a & b"
        origin.push(Piece {
            start: 0,
            len: 2,
            field: Field::Html,
            source: 10,
            source_len: 2,
        });
        origin.push(Piece {
            start: 2,
            len: 1,
            field: Field::Html,
            source: 12,
            source_len: 5,
        });
        origin.push(Piece {
            start: 3,
            len: 2,
            field: Field::Html,
            source: 17,
            source_len: 2,
        });
        assert_eq!(origin.locate(Span::new(0, 1)), Some((Field::Html, Span::new(10, 11))));
        assert_eq!(origin.locate(Span::new(2, 3)), Some((Field::Html, Span::new(12, 17))));
        assert_eq!(origin.locate(Span::new(1, 5)), Some((Field::Html, Span::new(11, 19))));
        assert_eq!(origin.locate(Span::new(5, 6)), None);
    }
}
