//! The copy of a news item, paragraph by paragraph.

use super::item::{Item, Setting};
use super::pour::Pour;
use crate::text::read::xml::{NodeId, Tree};
use crate::text::read::{Reading, graft};
use crate::text::{BlockKind, Field};

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
    let named = ["contenttype", "type"].iter().find_map(|key| tree.attribute(copy, key));
    let setting = if named.is_some_and(|t| t.contains("html")) {
        graft::Setting::Html
    } else {
        graft::Setting::of(&inner.text)
    };
    graft::body(&inner, setting, reading);
}
