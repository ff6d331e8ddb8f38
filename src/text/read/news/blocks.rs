//! The copy of a news item, paragraph by paragraph.

use super::item::{Item, Setting};
use crate::text::origin::Origin;
use crate::text::read::xml::{Node, NodeId, Tree};
use crate::text::read::{RawBlock, Reading, html, plain};
use crate::text::{BlockKind, Field, Span};

/// Where findings in a news item point.
const FIELD: Field = Field::Text;

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
        inner.replaced(&tree.decoded(node), FIELD, node.place.start, node.place.len());
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

/// Writes text into blocks: white space folded, each word with its place.
pub(super) struct Pour<'a, 'r> {
    tree: &'a Tree<'a>,
    reading: &'r mut Reading,
    /// Where the block begins that is being written, and what it is.
    open: Option<(usize, BlockKind)>,
    /// White space not yet written: it stands only between words.
    space: Option<std::ops::Range<usize>>,
    /// Line breaks since the last word.
    breaks: u32,
}

impl<'a, 'r> Pour<'a, 'r> {
    pub(super) fn new(tree: &'a Tree<'a>, reading: &'r mut Reading) -> Self {
        Self {
            tree,
            reading,
            open: None,
            space: None,
            breaks: 0,
        }
    }

    /// Writes all text of an element as one block.
    pub(super) fn whole(mut self, id: NodeId, kind: BlockKind) {
        for inside in id..self.tree.node(id).end {
            let node = self.tree.node(inside);
            if node.name.is_empty() {
                self.text(node, kind);
            }
        }
        self.close();
    }

    fn text(&mut self, node: &Node<'_>, kind: BlockKind) {
        let decoded = self.tree.decoded(node);
        let written = node.place.clone();
        if decoded.len() != written.len() {
            if decoded.chars().all(char::is_whitespace) {
                self.see_space(written);
            } else {
                self.word(&decoded, written.start, written.len(), kind);
            }
            return;
        }
        let mut at = 0;
        for part in decoded.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let word = part.trim_end_matches(|c: char| c.is_ascii_whitespace());
            let start = written.start + at;
            if !word.is_empty() {
                self.word(word, start, word.len(), kind);
            }
            if word.len() < part.len() {
                let space = start + word.len()..start + part.len();
                if kind == BlockKind::List && part.ends_with('\n') && self.in_pre(node) {
                    self.close();
                } else {
                    self.see_space(space);
                }
            }
            at += part.len();
        }
    }

    /// Lines of preformatted text are rows of a table, as a rule.
    fn in_pre(&self, node: &Node<'_>) -> bool {
        self.tree.node(node.parent).name == "pre"
    }

    fn see_space(&mut self, place: std::ops::Range<usize>) {
        if self.open.is_none() {
            return;
        }
        match &mut self.space {
            Some(space) if space.end == place.start => space.end = place.end,
            Some(_) => {}
            None => self.space = Some(place),
        }
    }

    fn line_break(&mut self, node: &Node<'_>) {
        if self.open.is_none() {
            return;
        }
        self.breaks += 1;
        if self.breaks == 1 {
            // With the angle brackets of its tag.
            self.space = Some(node.place.start - 1..node.place.end + 1);
        } else {
            self.close();
        }
    }

    fn word(&mut self, word: &str, at: usize, source_len: usize, kind: BlockKind) {
        if self.open.is_none() {
            self.reading.part();
            self.open = Some((self.reading.text.len(), kind));
            self.space = None;
        }
        if let Some(space) = self.space.take() {
            let sign = if self.breaks > 0 { "\n" } else { " " };
            self.reading.replaced(sign, FIELD, space.start, space.len());
        }
        self.breaks = 0;
        self.reading.replaced(word, FIELD, at, source_len);
    }

    fn close(&mut self) {
        self.space = None;
        self.breaks = 0;
        if let Some((start, kind)) = self.open.take() {
            let span = Span::new(start, self.reading.text.len());
            self.reading.blocks.push(RawBlock { span, kind });
        }
    }
}
