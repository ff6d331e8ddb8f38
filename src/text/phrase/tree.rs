//! The tree of phrases as it grows.

use super::Tag;
use crate::text::lists::Lists;
use crate::text::notation::{Element, Notation, Part, PhraseFault};
use crate::text::vocabulary::Vocabulary;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// A place in the tree of phrases: phrases that begin alike share their beginning, and a list that
/// many rules name is walked once.
pub(super) type NodeId = u32;

/// Where every phrase begins.
pub(super) const ROOT: NodeId = 0;
/// About so many nodes has the tree of the built-in rules; made ready at once, no table is made twice.
const USUAL_NODES: usize = 12 << 10;

/// All phrases, those that begin alike together.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Tree {
    pub(super) notation: Notation,
    /// From where to each node, the root left out, and with what, in the order in which they came.
    pub(super) edges: Vec<(NodeId, Element)>,
    /// Whose phrases end where.
    pub(super) ends: Vec<(NodeId, Tag)>,
    /// Where a phrase goes on from a node with an element: the edges by where they come from. Made anew
    /// after they were unpacked, should another phrase come.
    #[serde(skip)]
    steps: FxHashMap<(NodeId, Element), NodeId>,
}

impl Tree {
    /// Adds phrases under one tag; see [`Phrases::add_all`](super::Phrases::add_all).
    pub(super) fn add_all<'a>(
        &mut self,
        written: impl IntoIterator<Item = &'a str>,
        tag: Tag,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
    ) -> Vec<(usize, PhraseFault)> {
        let mut faults = Vec::new();
        // Single words are most of what lists hold: together they are one set, and one node.
        let mut singles = Vec::new();
        let mut parts = Vec::new();
        for (number, phrase) in written.into_iter().enumerate() {
            if Notation::plain_word(phrase, vocabulary, &mut singles) {
                continue;
            }
            parts.clear();
            let read = self.notation.parts(phrase, lists, vocabulary, &mut parts);
            if let Err(fault) = read.and_then(|()| begins_well(&parts)) {
                faults.push((number, fault));
            } else if let [part] = parts.as_slice() {
                for way in part.ways() {
                    if let [Element::Words(words)] = way {
                        self.notation.sets.extend(*words, &mut singles);
                    } else {
                        let node = self.walk(ROOT, way);
                        self.ends.push((node, tag));
                    }
                }
            } else {
                self.spell_out(&parts, tag);
            }
        }
        if !singles.is_empty() {
            let words = self.notation.sets.intern(&mut singles);
            let node = self.step(ROOT, Element::Words(words));
            self.ends.push((node, tag));
        }
        faults
    }

    /// Adds all phrases that the parts of one stand for.
    fn spell_out(&mut self, parts: &[Part], tag: Tag) {
        let (mut reached, mut next) = (vec![ROOT], Vec::new());
        for part in parts {
            for node in reached.drain(..) {
                next.extend(part.ways().map(|way| self.walk(node, way)));
            }
            std::mem::swap(&mut reached, &mut next);
        }
        self.ends.extend(reached.into_iter().map(|node| (node, tag)));
    }

    /// The node behind some elements.
    fn walk(&mut self, from: NodeId, way: &[Element]) -> NodeId {
        way.iter().fold(from, |node, element| self.step(node, *element))
    }

    /// The node behind an element.
    fn step(&mut self, from: NodeId, element: Element) -> NodeId {
        if self.steps.len() != self.edges.len() || self.steps.is_empty() {
            self.steps.reserve(USUAL_NODES.max(self.edges.len()));
            self.edges.reserve(USUAL_NODES);
            self.ends.reserve(USUAL_NODES);
            self.steps.extend(self.edges.iter().copied().zip(1..));
        }
        let new = self.edges.len() as NodeId + 1;
        let node = *self.steps.entry((from, element)).or_insert(new);
        if node == new {
            self.edges.push((from, element));
        }
        node
    }
}

/// Does a phrase of these parts begin with something certain, whichever of them are left out?
fn begins_well(parts: &[Part]) -> Result<(), PhraseFault> {
    for part in parts {
        let mut left_out = false;
        for way in part.ways() {
            match way.first() {
                None => left_out = true,
                Some(Element::Gap(_) | Element::Optional(_)) => return Err(PhraseFault::OpenStart),
                Some(_) => {}
            }
        }
        if !left_out {
            return Ok(());
        }
    }
    Err(PhraseFault::Empty)
}
