//! Which phrases begin with a word.

use super::phrase::NodeId;
use super::vocabulary::WordId;

/// For each word a chain of nodes, in the order in which they came. All links stand in one table: a
/// table for each word would be thousands to ask memory for.
#[derive(Clone, Debug, Default)]
pub(super) struct Chains {
    /// For each word its first and its last link, by their numbers; 0 where there is none.
    ends: Vec<(u32, u32)>,
    /// A node, and the number of the next link; 0 at the end of a chain.
    links: Vec<(NodeId, u32)>,
}

impl Chains {
    /// Adds a node behind a word.
    pub(super) fn push(&mut self, word: WordId, node: NodeId) {
        let slot = word.0 as usize;
        if self.ends.len() <= slot {
            self.ends.resize(slot + 1, (0, 0));
        }
        self.links.push((node, 0));
        let new = self.links.len() as u32;
        let (first, last) = &mut self.ends[slot];
        match last.checked_sub(1) {
            None => *first = new,
            Some(before) => self.links[before as usize].1 = new,
        }
        *last = new;
    }

    /// The nodes behind a word.
    pub(super) fn of(&self, word: WordId) -> impl Iterator<Item = NodeId> {
        let mut next = self.ends.get(word.0 as usize).map_or(0, |(first, _)| *first);
        std::iter::from_fn(move || {
            let (node, after) = *self.links.get(next.checked_sub(1)? as usize)?;
            next = after;
            Some(node)
        })
    }
}
