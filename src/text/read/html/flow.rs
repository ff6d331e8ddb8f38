//! The words of a page as a reader sees them: runs of text between block boundaries.

use super::hints::Hints;
use super::tag::Tag;
use super::tree::{NodeId, Tree};
use crate::text::article::Field;
use crate::text::origin::Piece;
use std::borrow::Cow;
use std::ops::Range;

/// A run of text without a block boundary in it.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The innermost block element around it.
    pub(super) owner: NodeId,
    /// Its first text node.
    pub(super) first: NodeId,
    /// Its last text node.
    pub(super) last: NodeId,
    /// Its words, in [`Flow::text`].
    pub(super) text: Range<usize>,
    /// Their places, in [`Flow::pieces`].
    pub(super) pieces: Range<usize>,
    /// What the elements around it, or around most of it, say.
    pub(super) hints: Hints,
    pub(super) words: u32,
    /// How many of its words are link text.
    pub(super) linked: u32,
    /// How many bytes are set in bold or italics.
    pub(super) strong: u32,
    /// Does it end as a sentence does?
    pub(super) stopped: bool,
}

/// All runs of a page.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) runs: Vec<Run>,
}

impl Flow {
    /// The words of a run.
    pub(super) fn words(&self, run: &Run) -> &str {
        &self.text[run.text.clone()]
    }

    /// A run that begins here.
    pub(super) fn open(&self, owner: NodeId, first: NodeId, hints: Hints) -> Run {
        let (text, pieces) = (self.text.len(), self.pieces.len());
        Run {
            owner,
            first,
            last: first,
            text: text..text,
            pieces: pieces..pieces,
            hints,
            words: 0,
            linked: 0,
            strong: 0,
            stopped: false,
        }
    }

    /// Writes words of `run` that were read from `source_len` bytes at `source`. A line break folded
    /// to a space counts as verbatim: what matters is where it stood.
    pub(super) fn push(&mut self, run: &Run, words: &str, source: usize, source_len: usize) {
        let piece = Piece {
            start: self.text.len() as u32,
            len: words.len() as u32,
            field: Field::Html,
            source: source as u32,
            source_len: source_len as u32,
        };
        self.text.push_str(words);
        if self.pieces.len() > run.pieces.start
            && let Some(last) = self.pieces.last_mut()
            && piece.len == piece.source_len
            && last.len == last.source_len
            && last.source + last.source_len == piece.source
        {
            last.len += piece.len;
            last.source_len += piece.len;
        } else {
            self.pieces.push(piece);
        }
    }

    /// Ends a run.
    pub(super) fn close(&mut self, run: Option<Run>) {
        let Some(mut run) = run else { return };
        run.text.end = self.text.len();
        run.pieces.end = self.pieces.len();
        let words = &self.text[run.text.clone()];
        run.words = words
            .split_whitespace()
            .filter(|w| w.chars().any(char::is_alphanumeric))
            .count() as u32;
        // So far `linked` is in bytes.
        let len = words.len().max(1) as u64;
        run.linked = ((u64::from(run.linked) * u64::from(run.words) + len / 2) / len) as u32;
        let last = words.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’)]»".contains(c));
        run.stopped = last.ends_with(['.', '!', '?', '…', ':', ';']);
        self.runs.push(run);
    }
}

/// Cuts a page into runs. `hints` holds the inherited hints of every node.
pub(super) fn flow(tree: &Tree<'_>, hints: &[Hints]) -> Flow {
    let mut pour = Pour {
        tree,
        hints,
        flow: Flow::default(),
        blocks: vec![(0, tree.len())],
        run: None,
        space: None,
        breaks: 0,
    };
    let mut id = 0;
    while id < tree.len() {
        let node = tree.node(id);
        while pour.blocks.last().is_some_and(|b| b.1 <= id) && pour.blocks.len() > 1 {
            pour.end_run();
            pour.blocks.pop();
        }
        if node.tag == Tag::Text {
            pour.text(id);
        } else if node.tag.is_wordless() {
            if !matches!(
                node.tag,
                Tag::Script | Tag::Style | Tag::Noscript | Tag::Svg | Tag::Math | Tag::Template
            ) {
                pour.end_run();
            }
            id = node.end;
            continue;
        } else if node.tag == Tag::Br {
            pour.line_break(id);
        } else if node.tag.is_block() || (node.tag == Tag::Custom && !pour.in_paragraph()) {
            pour.end_run();
            pour.blocks.push((id, node.end));
        }
        id += 1;
    }
    pour.end_run();
    pour.flow
}

struct Pour<'a> {
    tree: &'a Tree<'a>,
    hints: &'a [Hints],
    flow: Flow,
    /// The block elements around this place and their ends.
    blocks: Vec<(NodeId, NodeId)>,
    run: Option<Run>,
    /// White space not yet written: it stands only between words.
    space: Option<Range<u32>>,
    /// Line breaks since the last word.
    breaks: u32,
}

impl Pour<'_> {
    fn in_paragraph(&self) -> bool {
        self.blocks.last().is_some_and(|b| {
            let tag = self.tree.node(b.0).tag;
            tag == Tag::P || tag.is_heading()
        })
    }

    fn line_break(&mut self, id: NodeId) {
        if self.run.is_none() {
            return;
        }
        self.breaks += 1;
        if self.breaks == 1 {
            self.space = Some(self.tree.node(id).place.clone());
        } else {
            self.end_run();
        }
    }

    fn text(&mut self, id: NodeId) {
        let owner = self.blocks.last().map_or(0, |b| b.0);
        if self.hints[id as usize].has(Hints::HIDDEN) && !self.hints[owner as usize].has(Hints::HIDDEN) {
            // Words for screen readers inside a line that everybody sees.
            return;
        }
        let place = self.tree.node(id).place.clone();
        let source = self.tree.source.as_bytes();
        let (mut at, end) = (place.start as usize, place.end as usize);
        let before = self.flow.text.len();
        while at < end {
            let byte = source[at];
            if byte.is_ascii_whitespace() {
                let len = source[at..end].iter().take_while(|b| b.is_ascii_whitespace()).count();
                self.see_space(at, len);
                at += len;
                continue;
            }
            if byte == b'&' {
                let (decoded, len) = entity(self.tree.source, at, end);
                if decoded.bytes().all(|b| b.is_ascii_whitespace()) {
                    self.see_space(at, len);
                } else {
                    self.write(id, &decoded, at, len);
                }
                at += len;
                continue;
            }
            let len = 1 + source[at + 1..end]
                .iter()
                .take_while(|b| !b.is_ascii_whitespace() && **b != b'&')
                .count();
            let verbatim = self.tree.slice(&(at as u32..(at + len) as u32));
            self.write(id, verbatim, at, len);
            at += len;
        }
        if let Some(run) = &mut self.run {
            run.last = id;
            let written = (self.flow.text.len() - before) as u32;
            let hints = self.hints[id as usize];
            run.linked += if hints.has(Hints::LINK) { written } else { 0 };
            run.strong += if hints.has(Hints::STRONG) { written } else { 0 };
        }
    }

    fn see_space(&mut self, at: usize, len: usize) {
        if self.space.is_none() && self.run.is_some() {
            self.space = Some(at as u32..(at + len) as u32);
        }
    }

    /// Writes words that stand at `at` in the source, with the white space before them.
    fn write(&mut self, id: NodeId, words: &str, at: usize, source_len: usize) {
        if self.run.is_none() {
            if words.chars().all(char::is_whitespace) {
                return;
            }
            let owner = self.blocks.last().map_or(0, |b| b.0);
            self.run = Some(self.flow.open(owner, id, self.hints[id as usize]));
            self.space = None;
        }
        let Some(run) = &self.run else { return };
        if let Some(space) = self.space.take() {
            let sign = if self.breaks > 0 { "\n" } else { " " };
            self.flow.push(run, sign, space.start as usize, space.len());
        }
        self.breaks = 0;
        self.flow.push(run, words, at, source_len);
    }

    fn end_run(&mut self) {
        self.space = None;
        self.breaks = 0;
        let run = self.run.take();
        self.flow.close(run);
    }
}

/// Decodes the entity that begins at `at`; gives its length too. What only looks like an entity is
/// given back as written.
pub(super) fn entity(source: &str, at: usize, end: usize) -> (Cow<'_, str>, usize) {
    let len = entity_len(&source.as_bytes()[at..end]);
    if len > 1 {
        let decoded = htmlize::unescape(&source[at..at + len]);
        // A piece of equal lengths would pass for verbatim: such an entity (there are a few
        // mathematical ones) stays as written.
        if decoded.len() != len {
            return (decoded, len);
        }
    }
    (Cow::Borrowed(&source[at..=at]), 1)
}

/// How long the entity is that begins these bytes; 1 where none does.
fn entity_len(bytes: &[u8]) -> usize {
    let named = bytes[1..]
        .iter()
        .take(40)
        .take_while(|b| b.is_ascii_alphanumeric() || **b == b'#')
        .count();
    1 + named + usize::from(named > 0 && bytes.get(1 + named) == Some(&b';'))
}
