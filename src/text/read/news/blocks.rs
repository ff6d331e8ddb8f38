//! The copy of a news item, paragraph by paragraph.

use super::item::{Item, Setting};
use super::pour::Pour;
use crate::text::origin::Origin;
use crate::text::read::xml::{NodeId, Tree};
use crate::text::read::{RawBlock, Reading, html, plain};
use crate::text::{BlockKind, Field, Span};

/// Elements whose text is not copy: what is said about the item, footnotes, programs.
const SILENT: &[&str] = &[
    "head",
    "body.head",
    "media-metadata",
    "media-reference",
    "object",
    "fn",
    "script",
    "style",
    "del",
    "docdata",
];

/// Elements that end a paragraph where they begin and where they end.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "block",
    "body.content",
    "body.end",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "header",
    "hedline",
    "hr",
    "main",
    "media",
    "note",
    "ol",
    "p",
    "section",
    "table",
    "tbody",
    "thead",
    "title",
    "ul",
];

/// What a block is whose element says so; paragraphs inside are the same.
fn kind(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hl1" | "hl2" => BlockKind::Heading,
        "li" | "td" | "th" | "tr" | "pre" => BlockKind::List,
        "blockquote" | "bq" => BlockKind::Quote,
        "figcaption" | "caption" | "media-caption" | "media-producer" | "credit" => BlockKind::Caption,
        "byline" | "tagline" => BlockKind::Byline,
        "dateline" => BlockKind::Dateline,
        "abstract" => BlockKind::Standfirst,
        _ => return None,
    })
}

/// Appends the copy.
pub(super) fn read(tree: &Tree<'_>, item: &Item, reading: &mut Reading) {
    match item.setting {
        Setting::Elements => elements(tree, item.copy, reading),
        Setting::Plain => text(tree, item.copy, reading),
    }
}

fn elements(tree: &Tree<'_>, copy: NodeId, reading: &mut Reading) {
    let headline = reading.blocks.iter().find(|b| b.kind == BlockKind::Headline);
    let headline = headline.map(|b| b.span.of(&reading.text).to_owned());
    // What the elements around this place make of a paragraph, and where each ends.
    let mut around: Vec<(NodeId, BlockKind)> = Vec::new();
    let mut pour = Pour::new(tree, reading);
    let mut id = copy + 1;
    let end = tree.node(copy).end;
    let mut first = true;
    while id < end {
        let node = tree.node(id);
        while around.last().is_some_and(|a| a.0 <= id) {
            pour.close();
            around.pop();
        }
        let outer = around.last().map_or(BlockKind::Paragraph, |a| a.1);
        if node.name.is_empty() {
            pour.text(node, outer);
        } else if SILENT.contains(&node.name) {
            id = node.end;
            continue;
        } else if node.name == "br" {
            pour.line_break(node);
        } else if let Some(kind) = kind(node.name) {
            pour.close();
            if node.name == "h1" && std::mem::take(&mut first) {
                match &headline {
                    Some(headline) if *headline == tree.words(id) => {
                        id = node.end;
                        continue;
                    }
                    None => around.push((node.end, BlockKind::Headline)),
                    Some(_) => around.push((node.end, kind)),
                }
            } else {
                around.push((node.end, if outer == BlockKind::Caption { outer } else { kind }));
            }
        } else if BLOCKS.contains(&node.name) {
            pour.close();
            around.push((node.end, outer));
        }
        id += 1;
    }
    pour.close();
}

/// Copy that is text in its element, perhaps with the tags of HTML escaped.
fn text(tree: &Tree<'_>, copy: NodeId, reading: &mut Reading) {
    let mut inner = Reading::default();
    for id in tree.children(copy) {
        let node = tree.node(id);
        inner.replaced(&tree.decoded(node), Field::Xml, node.place.start, node.place.len());
    }
    let mut read = Reading::default();
    // A headline that is known is not looked for in the text.
    let known = reading.blocks.iter().filter(|b| b.kind == BlockKind::Headline);
    read.blocks.extend(known.map(|b| RawBlock {
        span: Span::default(),
        kind: b.kind,
    }));
    let is_html =
        inner.text.contains("</p>") || tree.attribute(copy, "contenttype").is_some_and(|t| t.contains("html"));
    if is_html {
        html::read(&inner.text, &mut read);
    } else {
        plain::read(&inner.text, &mut read);
    }
    graft(&read, &inner.origin, reading);
}

/// Appends what was read from a text that was itself read from a source.
fn graft(read: &Reading, outer: &Origin, reading: &mut Reading) {
    reading.part();
    let base = reading.text.len();
    let mut at = 0;
    for piece in read.origin.pieces() {
        let (start, end) = (piece.start as usize, (piece.start + piece.len) as usize);
        reading.text.push_str(&read.text[at..start]);
        at = end;
        let place = Span {
            start: piece.source,
            end: piece.source + piece.source_len,
        };
        if piece.len != piece.source_len {
            if let Some((field, span)) = outer.locate(place) {
                reading.replaced(&read.text[start..end], field, span.start as usize, span.len());
            }
            continue;
        }
        // A verbatim piece is cut where the source's own pieces part.
        let first = outer.pieces().partition_point(|p| p.start + p.len <= place.start);
        for part in outer.pieces()[first..].iter().take_while(|p| p.start < place.end) {
            let from = part.start.max(place.start);
            let to = (part.start + part.len).min(place.end);
            let verbatim = part.len == part.source_len;
            let words = &read.text[start + (from - place.start) as usize..start + (to - place.start) as usize];
            let (source, len) = if verbatim {
                (part.source + from - part.start, to - from)
            } else {
                (part.source, part.source_len)
            };
            reading.replaced(words, part.field, source as usize, len as usize);
        }
    }
    reading.text.push_str(&read.text[at..]);
    for block in &read.blocks {
        if !block.span.is_empty() {
            let span = Span::new(base + block.span.start as usize, base + block.span.end as usize);
            reading.blocks.push(RawBlock { span, kind: block.kind });
        }
    }
}
