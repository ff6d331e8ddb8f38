//! Writes the text of elements into blocks.

use crate::text::read::xml::{Node, NodeId, Tree};
use crate::text::read::{RawBlock, Reading};
use crate::text::{BlockKind, Field, Span};

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

    pub(super) fn text(&mut self, node: &Node<'_>, kind: BlockKind) {
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

    pub(super) fn line_break(&mut self, node: &Node<'_>) {
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
            self.reading.replaced(sign, Field::Xml, space.start, space.len());
        }
        self.breaks = 0;
        self.reading.replaced(word, Field::Xml, at, source_len);
    }

    pub(super) fn close(&mut self) {
        self.space = None;
        self.breaks = 0;
        if let Some((start, kind)) = self.open.take() {
            let span = Span::new(start, self.reading.text.len());
            self.reading.blocks.push(RawBlock { span, kind });
        }
    }
}
