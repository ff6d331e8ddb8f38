//! XML cut into elements and text, each with its byte offsets.
//!
//! A thin tree over quick-xml, which checks that the tags match. Entities of a document's own are
//! never expanded, so a file cannot blow up: what the page of an entity would say is not copy anyway.

use crate::text::one_line;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Error, Reader};
use std::borrow::Cow;
use std::ops::Range;

/// The number of a node in its tree.
pub(super) type NodeId = usize;

/// News items nest about fifteen elements, Word tables in text boxes forty. The limit keeps a
/// hostile file from costing its depth at every node.
const DEEPEST: usize = 256;

/// A novel in Word has half a million elements and texts. The limit bounds memory: they are larger
/// here than in a hostile file.
const MOST: usize = 2_000_000;

/// Why a source is no XML; what stood before that place can be read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// Where, in bytes.
    pub(super) at: usize,
    /// What is wrong, as the end of "is broken: …".
    pub(super) why: String,
}

/// An element or a piece of text.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    /// The element's name without its prefix; empty for text.
    pub(super) name: &'a str,
    /// What stands between the `<` and the `>` of an element's start tag; the words of a text.
    pub(super) place: Range<usize>,
    /// The source between start tag and end tag; of a text, the text.
    pub(super) inside: Range<usize>,
    /// One past the last node inside it.
    pub(super) end: NodeId,
    /// The element it stands in; the root stands in itself.
    pub(super) parent: NodeId,
    /// Is it a text that means what it says, without entities?
    pub(super) raw: bool,
}

impl Node<'_> {
    /// Is it a text? The node that holds all others has no name and no place either.
    pub(super) fn is_text(&self) -> bool {
        self.name.is_empty() && !self.place.is_empty()
    }
}

/// The elements and texts of a source in its order; the first node holds all others.
#[derive(Clone, Debug)]
pub(super) struct Tree<'a> {
    pub(super) source: &'a str,
    pub(super) nodes: Vec<Node<'a>>,
    /// Where it stopped being XML.
    pub(super) broken: Option<Broken>,
}

impl<'a> Tree<'a> {
    /// Cuts a source, up to where it stops being XML.
    pub(super) fn new(source: &'a str) -> Self {
        let whole = Node {
            name: "",
            place: 0..0,
            inside: 0..source.len(),
            end: 1,
            parent: 0,
            raw: false,
        };
        let mut tree = Self {
            source,
            nodes: vec![whole],
            broken: None,
        };
        let mut open = vec![0];
        let mut reader = Reader::from_str(source);
        loop {
            let start = reader.buffer_position() as usize;
            if tree.nodes.len() > MOST {
                tree.stop(start, format!("it has more than {MOST} elements"));
                break;
            }
            let event = reader.read_event();
            let place = start..reader.buffer_position() as usize;
            match event {
                Ok(Event::Start(tag)) => {
                    if open.len() > DEEPEST {
                        tree.stop(start, format!("elements stand {DEEPEST} deep in each other"));
                        break;
                    }
                    let id = tree.element(&tag, place, *open.last().unwrap_or(&0));
                    open.push(id);
                }
                Ok(Event::Empty(tag)) => {
                    tree.element(&tag, place, *open.last().unwrap_or(&0));
                }
                Ok(Event::End(_)) => {
                    if let Some(id) = open.pop() {
                        tree.nodes[id].inside.end = start;
                        tree.nodes[id].end = tree.nodes.len();
                    }
                }
                Ok(Event::Text(_) | Event::GeneralRef(_)) => tree.text(place, false, *open.last().unwrap_or(&0)),
                Ok(Event::CData(_)) => {
                    let inside = (place.start + "<![CDATA[".len())..place.end.saturating_sub("]]>".len());
                    tree.text(inside, true, *open.last().unwrap_or(&0));
                }
                Ok(Event::Eof) => {
                    if let Some(id) = open.iter().skip(1).next_back() {
                        let why = format!("it ends inside <{}>", tree.nodes[*id].name);
                        tree.stop(source.len(), why);
                    }
                    break;
                }
                Ok(_) => {}
                Err(error) => {
                    tree.stop(reader.error_position() as usize, why(&error));
                    break;
                }
            }
        }
        let end = tree.nodes.len();
        for id in open {
            tree.nodes[id].end = end;
        }
        tree
    }

    fn element(&mut self, tag: &BytesStart<'_>, place: Range<usize>, parent: NodeId) -> NodeId {
        let name = place.start + 1..place.start + 1 + tag.name().as_ref().len();
        let name = self.source.get(name).unwrap_or_default();
        let id = self.nodes.len();
        self.nodes.push(Node {
            name: name.rsplit(':').next().unwrap_or(name),
            place: place.start + 1..place.end - 1,
            inside: place.end..place.end,
            end: id + 1,
            parent,
            raw: false,
        });
        id
    }

    fn text(&mut self, place: Range<usize>, raw: bool, parent: NodeId) {
        let id = self.nodes.len();
        self.nodes.push(Node {
            name: "",
            inside: place.clone(),
            place,
            end: id + 1,
            parent,
            raw,
        });
    }

    fn stop(&mut self, at: usize, why: String) {
        self.broken = Some(Broken { at, why });
    }

    pub(super) fn node(&self, id: NodeId) -> &Node<'a> {
        &self.nodes[id]
    }

    /// The outermost element.
    pub(super) fn root(&self) -> Option<NodeId> {
        self.children(0).find(|id| !self.node(*id).name.is_empty())
    }

    /// The nodes right inside an element.
    pub(super) fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let before = self.node(id).end;
        let next = move |at: &NodeId| Some(self.node(*at).end).filter(|at| *at < before);
        std::iter::successors(Some(id + 1).filter(|at| *at < before), next)
    }

    /// The elements of this name right inside an element.
    pub(super) fn named(&self, id: NodeId, name: &str) -> impl Iterator<Item = NodeId> {
        self.children(id).filter(move |child| self.node(*child).name == name)
    }

    /// The elements of this name anywhere inside an element.
    pub(super) fn inside(&self, id: NodeId, name: &str) -> impl Iterator<Item = NodeId> {
        (id + 1..self.node(id).end).filter(move |child| self.node(*child).name == name)
    }

    /// The first element at the end of a path of names.
    pub(super) fn path(&self, id: NodeId, names: &[&str]) -> Option<NodeId> {
        match names {
            [] => Some(id),
            [first, rest @ ..] => self.named(id, first).find_map(|child| self.path(child, rest)),
        }
    }

    /// The value of an element's attribute, by its name without prefix.
    pub(super) fn attribute(&self, id: NodeId, name: &str) -> Option<Cow<'a, str>> {
        let place = self.node(id).place.clone();
        let tag = self.source.get(place)?;
        let named = tag
            .find(|c: char| c.is_ascii_whitespace() || c == '/')
            .unwrap_or(tag.len());
        let tag = BytesStart::from_content(tag.strip_suffix('/').unwrap_or(tag), named);
        let value = tag
            .attributes()
            .flatten()
            .find(|a| a.key.local_name().as_ref() == name)
            .map(|a| a.value.into_owned())?;
        Some(htmlize::unescape_attribute(value.as_str()).into_owned().into())
    }

    /// All text inside an element, entities decoded, white space folded.
    pub(super) fn words(&self, id: NodeId) -> String {
        let mut words = String::new();
        for node in &self.nodes[id..self.node(id).end] {
            if node.is_text() {
                words.push_str(&self.decoded(node));
            } else {
                words.push(' ');
            }
        }
        one_line(&words)
    }

    /// What a text says.
    pub(super) fn decoded(&self, text: &Node<'a>) -> Cow<'a, str> {
        let written = &self.source[text.place.clone()];
        if !text.raw && written.starts_with('&') {
            let decoded = htmlize::unescape(written);
            // A piece of equal lengths would pass for verbatim: such an entity stays as written.
            if decoded.len() != written.len() {
                return decoded;
            }
        }
        Cow::Borrowed(written)
    }
}

/// What quick-xml found, in the words of somebody who does not know XML by heart.
fn why(error: &Error) -> String {
    use quick_xml::errors::IllFormedError as Ill;
    match error {
        Error::IllFormed(Ill::MismatchedEndTag { expected, found }) => {
            format!("</{found}> stands where </{expected}> is due")
        }
        Error::IllFormed(Ill::UnmatchedEndTag(name)) => format!("</{name}> closes what was never opened"),
        Error::IllFormed(Ill::UnclosedReference) => {
            "an & begins no entity (an & of the text is written &amp;)".to_owned()
        }
        Error::Syntax(_) => "a tag, comment or declaration is not closed".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests;
