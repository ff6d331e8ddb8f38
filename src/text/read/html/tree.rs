//! The elements and texts of a page, in the order they were opened.
//!
//! Every node knows its parent and where its subtree ends, so each later pass is one loop over a
//! list: nothing recurses, and nesting of any depth costs nothing.

use super::tag::Tag;
use super::tokens::{Attribute, Bytes, Token, Tokens};
use std::ops::Range;

/// Elements nested deeper than this are taken for siblings.
const DEPTH: usize = 512;

/// The number of a node in its tree.
pub(super) type NodeId = u32;

/// An element or a text.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) tag: Tag,
    pub(super) parent: NodeId,
    /// One past the last node inside it.
    pub(super) end: NodeId,
    /// The text, or the start tag.
    pub(super) place: Bytes,
    attributes: Range<u32>,
}

/// A page.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub(super) source: &'a str,
    /// The first stands for the page and is its own parent.
    pub(super) nodes: Vec<Node>,
    attributes: Vec<Attribute>,
}

impl<'a> Tree<'a> {
    /// Reads a page. Takes time in proportion to its length.
    pub(super) fn new(source: &'a str) -> Self {
        let mut build = Build {
            tree: Tree {
                source,
                nodes: Vec::with_capacity(source.len() / 40 + 1),
                attributes: Vec::new(),
            },
            open: Vec::new(),
            beyond: 0,
            paragraphs: 0,
            anchors: 0,
            drawings: 0,
        };
        build.add(Tag::Other, 0..0, &[]);
        build.open.push(Open {
            node: 0,
            tag: Tag::Other,
            closed: false,
        });
        let mut tokens = Tokens::new(source);
        while let Some(token) = tokens.next() {
            match token {
                Token::Text(place) => {
                    build.leave_closed();
                    build.add(Tag::Text, place, &[]);
                }
                Token::Start { tag, place, closed } => {
                    if closed && build.drawings > 0 {
                        tokens.not_raw();
                    }
                    build.start(tag, place, closed, &tokens.attributes);
                }
                Token::End { tag } => build.end(tag),
            }
        }
        build.pop_to(0);
        let all = build.tree.nodes.len() as u32;
        build.tree.nodes[0].end = all;
        build.tree
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    /// The number of nodes.
    pub(super) fn len(&self) -> u32 {
        self.nodes.len() as u32
    }

    /// The attributes of an element with their names, in the order written.
    pub(super) fn attributes(&self, id: NodeId) -> impl Iterator<Item = (&'a str, &'a str)> {
        let Range { start, end } = self.node(id).attributes;
        self.attributes[start as usize..end as usize]
            .iter()
            .map(|a| (self.slice(&a.name), self.slice(&a.value)))
    }

    /// One attribute of an element, entities undecoded.
    pub(super) fn attribute(&self, id: NodeId, name: &str) -> Option<&'a str> {
        self.attributes(id)
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    /// The name of an element as written.
    pub(super) fn name(&self, id: NodeId) -> &'a str {
        let written = self.slice(&self.node(id).place).trim_start_matches('<');
        let end = written.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        &written[..end.unwrap_or(written.len())]
    }

    /// A range of the source.
    pub(super) fn slice(&self, place: &Bytes) -> &'a str {
        &self.source[place.start as usize..place.end as usize]
    }
}

/// An element whose end is still to come.
struct Open {
    node: NodeId,
    tag: Tag,
    /// A formatting element whose end tag came while a block inside it was open: it ends as soon as
    /// that block does.
    closed: bool,
}

struct Build<'a> {
    tree: Tree<'a>,
    open: Vec<Open>,
    /// How many elements are open beyond [`DEPTH`].
    beyond: usize,
    /// How many of the open elements are `p`, `a`, `svg` or `math`: most tags need not look for them.
    paragraphs: usize,
    anchors: usize,
    drawings: usize,
}

impl Build<'_> {
    fn add(&mut self, tag: Tag, place: Bytes, attributes: &[Attribute]) -> NodeId {
        let id = self.tree.nodes.len() as u32;
        let start = self.tree.attributes.len() as u32;
        self.tree.attributes.extend_from_slice(attributes);
        let attributes = start..self.tree.attributes.len() as u32;
        let parent = self.open.last().map_or(0, |o| o.node);
        self.tree.nodes.push(Node {
            tag,
            parent,
            end: id + 1,
            place,
            attributes,
        });
        id
    }

    fn start(&mut self, tag: Tag, place: Bytes, closed: bool, attributes: &[Attribute]) {
        self.leave_closed();
        if self.open.last().is_some_and(|o| o.tag == Tag::Head) && !tag.is_head_matter() {
            self.pop();
        }
        if tag.ends_paragraph() && self.paragraphs > 0 {
            self.close(
                |t| t == Tag::P,
                |t| {
                    matches!(
                        t,
                        Tag::Button | Tag::Caption | Tag::Td | Tag::Th | Tag::Object | Tag::Template
                    )
                },
            );
        }
        match tag {
            Tag::Html | Tag::Body | Tag::Head if self.open.iter().any(|o| o.tag == tag) => return,
            Tag::A if self.anchors > 0 => self.end(Tag::A),
            Tag::Li => self.close(
                |t| t == Tag::Li,
                |t| matches!(t, Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dir) || stops_list(t),
            ),
            Tag::Dt | Tag::Dd => self.close(|t| matches!(t, Tag::Dt | Tag::Dd), |t| t == Tag::Dl || stops_list(t)),
            Tag::Option | Tag::Optgroup => self.close(|t| t == Tag::Option, |t| t != Tag::Option),
            Tag::Tr => self.close(|t| t == Tag::Tr, |t| t == Tag::Table),
            Tag::Td | Tag::Th => self.close(
                |t| matches!(t, Tag::Td | Tag::Th),
                |t| matches!(t, Tag::Table | Tag::Tr),
            ),
            Tag::Tbody | Tag::Thead | Tag::Tfoot => {
                self.close(
                    |t| matches!(t, Tag::Tbody | Tag::Thead | Tag::Tfoot),
                    |t| t == Tag::Table,
                );
            }
            _ if tag.is_heading() && self.open.last().is_some_and(|o| o.tag.is_heading()) => self.pop(),
            _ => {}
        }
        let node = self.add(tag, place, attributes);
        if tag.is_void() || (closed && self.drawings > 0) {
            return;
        }
        if self.open.len() > DEPTH {
            self.beyond += 1;
            return;
        }
        self.count(tag, true);
        self.open.push(Open {
            node,
            tag,
            closed: false,
        });
    }

    fn end(&mut self, tag: Tag) {
        self.leave_closed();
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        if matches!(tag, Tag::Html | Tag::Body) || tag.is_void() {
            return;
        }
        if tag.is_formatting() {
            let found = self.open.iter().rposition(|o| o.tag == tag && !o.closed);
            let Some(found) = found else { return };
            if self.open[found + 1..].iter().any(|o| o.tag.is_block()) {
                self.open[found].closed = true;
                self.count(tag, false);
            } else {
                self.pop_to(found);
            }
        } else if tag.is_block() {
            let keep = |t: Tag| {
                t == Tag::Template
                    || (matches!(t, Tag::Td | Tag::Th | Tag::Table)
                        && !matches!(
                            tag,
                            Tag::Td | Tag::Th | Tag::Tr | Tag::Table | Tag::Tbody | Tag::Thead | Tag::Tfoot
                        ))
            };
            if tag.is_heading() {
                self.close(Tag::is_heading, keep);
            } else {
                self.close(|t| t == tag, keep);
            }
        } else {
            self.close(|t| t == tag, Tag::is_block);
        }
    }

    /// Ends the innermost open element that `wanted` accepts, and all inside it; looks no further
    /// than the first that `stop` accepts.
    fn close(&mut self, wanted: impl Fn(Tag) -> bool, stop: impl Fn(Tag) -> bool) {
        for at in (1..self.open.len()).rev() {
            let open = &self.open[at];
            if wanted(open.tag) && !open.closed {
                return self.pop_to(at);
            }
            if stop(open.tag) {
                return;
            }
        }
    }

    /// Ends the elements that were closed early and hold no open block any more.
    fn leave_closed(&mut self) {
        while self.open.last().is_some_and(|o| o.closed) {
            self.pop();
        }
    }

    fn pop_to(&mut self, at: usize) {
        while self.open.len() > at.max(1) {
            self.pop();
        }
    }

    fn pop(&mut self) {
        if let Some(open) = self.open.pop() {
            self.tree.nodes[open.node as usize].end = self.tree.nodes.len() as u32;
            if !open.closed {
                self.count(open.tag, false);
            }
        }
    }

    fn count(&mut self, tag: Tag, up: bool) {
        let counter = match tag {
            Tag::P => &mut self.paragraphs,
            Tag::A => &mut self.anchors,
            Tag::Svg | Tag::Math => &mut self.drawings,
            _ => return,
        };
        *counter = if up { *counter + 1 } else { counter.saturating_sub(1) };
    }
}

/// Does an open `li` outside this element stay open when another begins inside it?
fn stops_list(tag: Tag) -> bool {
    tag.is_block() && !matches!(tag, Tag::Li | Tag::Dt | Tag::Dd | Tag::Address | Tag::Div | Tag::P)
}
