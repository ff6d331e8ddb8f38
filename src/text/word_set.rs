//! Sets of words, each held once however many phrases name it.

use super::vocabulary::WordId;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// One word, or any of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Words {
    /// This word.
    One(WordId),
    /// A word of this set.
    Any(SetId),
}

/// The number of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct SetId(u32);

#[derive(Clone, Debug, Default)]
pub(super) struct WordSets {
    /// Sorted, without repeats.
    sets: Vec<Arc<[WordId]>>,
    numbers: FxHashMap<Arc<[WordId]>, SetId>,
}

impl WordSets {
    /// The set of these words, new or old.
    pub(super) fn intern(&mut self, mut words: Vec<WordId>) -> Words {
        words.sort_unstable();
        words.dedup();
        if let [word] = words.as_slice() {
            return Words::One(*word);
        }
        if let Some(number) = self.numbers.get(words.as_slice()) {
            return Words::Any(*number);
        }
        let set: Arc<[WordId]> = words.into();
        let number = SetId(self.sets.len() as u32);
        self.sets.push(Arc::clone(&set));
        self.numbers.insert(set, number);
        Words::Any(number)
    }

    /// The words of a set, in order.
    pub(super) fn of(&self, set: SetId) -> &[WordId] {
        self.sets.get(set.0 as usize).map_or(&[], |words| words)
    }

    /// Appends all words.
    pub(super) fn extend(&self, words: Words, out: &mut Vec<WordId>) {
        match words {
            Words::One(word) => out.push(word),
            Words::Any(set) => out.extend_from_slice(self.of(set)),
        }
    }

    /// Is the word one of them? An unknown word never is.
    pub(super) fn has(&self, words: Words, word: WordId) -> bool {
        match words {
            Words::One(one) => one == word,
            Words::Any(set) => self.of(set).binary_search(&word).is_ok(),
        }
    }
}
