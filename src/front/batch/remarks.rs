//! What is odd about the lines of a batch, said once for each thing and not once for each line.

use super::source::Item;
use super::{Answer, record};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many keys that are not read are told: who hands over more has a form of their own, and knows it.
const MOST_KEYS: usize = 12;

/// What was said so far.
#[derive(Default)]
pub(super) struct Remarks {
    keys: BTreeSet<String>,
    ids: FxHashSet<u64>,
    twice: bool,
}

/// What an id is told from others by: an archive of millions must not keep all their names in memory.
pub(super) fn mark(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

impl Remarks {
    /// Makes those that are new.
    pub(super) fn make(&mut self, item: &Item, answer: &Answer, note: &mut dyn FnMut(&str)) {
        let Item::Line(_, number) = item else { return };
        for key in &answer.strange {
            if self.keys.len() < MOST_KEYS && self.keys.insert(key.clone()) {
                note(&record::strange(key, *number));
            }
        }
        let known = answer.id.is_some_and(|id| !self.ids.insert(id));
        if known && !self.twice {
            self.twice = true;
            note(&format!(
                "line {number}: its id {} stands on an earlier line too; both are checked (said once)",
                item.id()
            ));
        }
    }
}
