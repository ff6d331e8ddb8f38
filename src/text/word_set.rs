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
    /// For long sets a bit for each word up to their last: looked up at every token.
    bits: Vec<Box<[u64]>>,
    numbers: FxHashMap<Arc<[WordId]>, SetId>,
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
        if let Some(number) = self.numbers.get(words.as_slice()) {
            return Words::Any(*number);
        }
        let set: Arc<[WordId]> = words.as_slice().into();
        let number = SetId(self.sets.len() as u32);
        self.bits.push(bits(&set));
        self.sets.push(Arc::clone(&set));
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

    /// Is the word one of them? An unknown word never is.
    #[inline]
    pub(super) fn has(&self, words: Words, word: WordId) -> bool {
        match words {
            Words::One(one) => one == word,
            Words::Any(set) => match self.bits.get(set.0 as usize) {
                Some(bits) if !bits.is_empty() => {
                    let number = word.0 as usize;
                    bits.get(number / 64).is_some_and(|b| b & (1 << (number % 64)) != 0)
                }
                _ => self.of(set).contains(&word),
            },
        }
    }
}

/// The bits of a set; none if it is so short that going through it is as fast.
fn bits(set: &[WordId]) -> Box<[u64]> {
    const SHORT: usize = 8;
    let Some(last) = set.last().filter(|_| set.len() > SHORT) else {
        return Box::default();
    };
    let mut bits = vec![0_u64; last.0 as usize / 64 + 1];
    for word in set {
        bits[word.0 as usize / 64] |= 1 << (word.0 % 64);
    }
    bits.into()
}
