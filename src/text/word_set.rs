//! Sets of words, each held once however many phrases name it.

use super::table::Table;
use super::vocabulary::WordId;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// One word, or any of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) enum Words {
    /// This word.
    One(WordId),
    /// A word of this set.
    Any(SetId),
}

/// The number of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct SetId(u32);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct WordSets {
    /// Sorted, without repeats.
    sets: Vec<Box<[WordId]>>,
    /// The number of each set: made when the first is added, anew after they were unpacked.
    #[serde(skip)]
    numbers: FxHashMap<Box<[WordId]>, SetId>,
}

impl WordSets {
    /// The set of these words, new or old; `words` is sorted.
    pub(super) fn intern(&mut self, words: &mut Vec<WordId>) -> Words {
        if let [word] = words.as_slice() {
            return Words::One(*word);
        }
        words.sort_unstable();
        words.dedup();
        if let [word] = words.as_slice() {
            return Words::One(*word);
        }
        if self.numbers.len() != self.sets.len() {
            let numbered = self.sets.iter().cloned().zip((0..).map(SetId));
            self.numbers = numbered.collect();
        }
        if let Some(number) = self.numbers.get(words.as_slice()) {
            return Words::Any(*number);
        }
        let set: Box<[WordId]> = words.as_slice().into();
        let number = SetId(self.sets.len() as u32);
        self.sets.push(set.clone());
        self.numbers.insert(set, number);
        Words::Any(number)
    }

    /// The words of a set, in order.
    #[inline]
    pub(super) fn of(&self, set: SetId) -> &[WordId] {
        self.sets.get(set.0 as usize).map_or(&[], |words| words)
    }

    /// The words that are meant.
    pub(super) fn all<'a>(&'a self, words: &'a Words) -> &'a [WordId] {
        match words {
            Words::One(word) => std::slice::from_ref(word),
            Words::Any(set) => self.of(*set),
        }
    }

    /// Appends all words.
    pub(super) fn extend(&self, words: Words, out: &mut Vec<WordId>) {
        out.extend_from_slice(self.all(&words));
    }
}

/// Sets as they are asked for at every token: a bit for each word from about its first to its last.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct BitSets {
    /// By set, the number of the first 64 words that bits are kept of, and where those bits begin.
    places: Table<(u32, u32)>,
    blocks: Table<u64>,
}

impl BitSets {
    /// Adds the bits of a set, which is sorted; the answer is its number.
    pub(super) fn add(&mut self, set: &[WordId]) -> u32 {
        let first = set.first().map_or(0, |word| word.0 / 64);
        let mut blocks = vec![0_u64; set.last().map_or(0, |last| (last.0 / 64 - first) as usize + 1)];
        for word in set {
            blocks[(word.0 / 64 - first) as usize] |= 1 << (word.0 % 64);
        }
        self.places.push(&(first, self.blocks.len() as u32));
        for block in &blocks {
            self.blocks.push(block);
        }
        self.places.len() as u32 - 1
    }

    /// Is the word one of the set? An unknown word never is.
    #[inline]
    pub(super) fn has(&self, set: u32, word: WordId) -> bool {
        let set = set as usize;
        let Some((first, from)) = self.places.get(set) else {
            return false;
        };
        let past = self
            .places
            .get(set + 1)
            .map_or(self.blocks.len(), |next| next.1 as usize);
        let block = from as usize + (word.0 / 64).wrapping_sub(first) as usize;
        // Of the last set the table itself is the bound.
        block < past && self.blocks.get(block).is_some_and(|b| b & (1 << (word.0 % 64)) != 0)
    }
}
