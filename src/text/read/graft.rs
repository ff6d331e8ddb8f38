//! Copy that stands inside something else: HTML in a JSON string, plain text in an XML element.
//!
//! A file's string is decoded into a layer (a [`Reading`] without blocks), the layer is read like an
//! article of its own, and the result is set into the reading of the file with each piece led back
//! through the layer to the bytes of the file.

use super::{RawBlock, Reading, html, plain};
use crate::text::{BlockKind, Span};

/// How the copy in a layer is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// Its lines are paragraphs.
    Lines,
    /// HTML.
    Html,
}

impl Setting {
    /// The setting that copy looks like, where nothing says so.
    pub(super) fn of(copy: &str) -> Self {
        let markup = |at: usize| {
            let rest = copy[at + 1..].trim_start_matches('/');
            let name = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let known = [
                "p", "br", "div", "b", "i", "em", "strong", "a", "ul", "li", "span", "h1", "h2", "h3", "figure",
            ];
            known.iter().any(|k| rest[..name].eq_ignore_ascii_case(k))
                && rest[name..].starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace())
        };
        if copy.match_indices('<').any(|(at, _)| markup(at)) {
            Self::Html
        } else {
            Self::Lines
        }
    }
}

/// Appends the copy of a layer as the body. Headline and standfirst that stand already are not read again.
pub(super) fn body(layer: &Reading, setting: Setting, reading: &mut Reading) {
    let mut inner = Reading::default();
    for block in &reading.blocks {
        if matches!(block.kind, BlockKind::Headline | BlockKind::Standfirst) {
            inner.part();
            let start = inner.text.len();
            inner.text.push_str(block.span.of(&reading.text));
            let span = Span::new(start, inner.text.len());
            inner.blocks.push(RawBlock { span, kind: block.kind });
        }
    }
    let known = inner.blocks.len();
    match setting {
        Setting::Lines => plain::read(&layer.text, &mut inner),
        Setting::Html => html::read(&layer.text, &mut inner),
    }
    inner.blocks.drain(..known);
    let correction = inner.meta.correction.take();
    reading.meta.correction = reading.meta.correction.take().or(correction);
    graft(&inner, layer, reading);
}

/// Appends the words of a layer as one sort of block; tags and entities in them are read as HTML.
pub(super) fn words(layer: &Reading, kind: BlockKind, reading: &mut Reading) {
    let mut inner = Reading::default();
    if layer.text.contains(['<', '&']) {
        html::read(&layer.text, &mut inner);
        for block in &mut inner.blocks {
            block.kind = kind;
        }
    } else {
        inner.field(&layer.text, crate::text::Field::Text, kind);
    }
    graft(&inner, layer, reading);
}

/// Appends what was read from a layer, its places led back through that layer.
pub(super) fn graft(inner: &Reading, layer: &Reading, reading: &mut Reading) {
    let Some(first) = inner.origin.pieces().first() else {
        return;
    };
    reading.part();
    let from = first.start as usize;
    let to = reading.text.len();
    let mut at = from;
    for piece in inner.origin.pieces() {
        let (start, end) = (piece.start as usize, (piece.start + piece.len) as usize);
        reading.text.push_str(&inner.text[at..start]);
        at = end;
        let words = &inner.text[start..end];
        let place = Span {
            start: piece.source,
            end: piece.source + piece.source_len,
        };
        if piece.len == piece.source_len {
            verbatim(words, place, layer, reading);
        } else if let Some((field, place)) = layer.origin.locate(place) {
            reading.replaced(words, field, place.start as usize, place.len());
        } else {
            reading.text.push_str(words);
        }
    }
    reading.text.push_str(&inner.text[at..]);
    for block in inner.blocks.iter().filter(|b| b.span.start as usize >= from) {
        let (start, end) = (block.span.start as usize - from, block.span.end as usize - from);
        reading.blocks.push(RawBlock {
            span: Span::new(to + start, to + end),
            kind: block.kind,
        });
    }
}

/// Appends words that stand as they are in the layer, cut where the layer's own pieces part.
fn verbatim(words: &str, place: Span, layer: &Reading, reading: &mut Reading) {
    let cut = |from: u32, to: u32| {
        let range = (from - place.start) as usize..(to - place.start) as usize;
        words.get(range).unwrap_or_default()
    };
    let pieces = layer.origin.pieces();
    let first = pieces.partition_point(|p| p.start + p.len <= place.start);
    let mut at = place.start;
    for piece in pieces[first..].iter().take_while(|p| p.start < place.end) {
        let from = piece.start.max(place.start);
        let to = (piece.start + piece.len).min(place.end);
        reading.text.push_str(cut(at, from));
        let (source, len) = if piece.len == piece.source_len {
            (piece.source + from - piece.start, to - from)
        } else {
            (piece.source, piece.source_len)
        };
        reading.replaced(cut(from, to), piece.field, source as usize, len as usize);
        at = to;
    }
    reading.text.push_str(cut(at, place.end));
}
