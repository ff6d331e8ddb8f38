//! The words that somebody asked about, numbered.

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// The number of a known word; [`WordId::UNKNOWN`] for every other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

impl WordId {
    /// A word no list and no rule names.
    pub const UNKNOWN: Self = Self(0);
}

/// All words that lists and rules name, in lower case, each with its number.
///
/// Built once with the engine; reading an article only looks words up, so that a token is a number
/// and comparing two words compares two numbers. The words stand in one string, because asking for
/// memory once a word took a fifth of the time to start.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    numbers: HashTable<WordId>,
    letters: String,
    /// Where in `letters` each word ends.
    ends: Vec<u32>,
    folded: String,
}

impl Vocabulary {
    /// The number of a word, which is added if it is new. Case and the shape of the apostrophe do
    /// not matter.
    pub fn add(&mut self, word: &str) -> WordId {
        // Most words come folded, and most of those were added before.
        match self.get(word) {
            WordId::UNKNOWN => {}
            known => return known,
        }
        let mut folded = std::mem::take(&mut self.folded);
        folded.clear();
        fold(word, &mut folded);
        let mut id = if folded == word {
            WordId::UNKNOWN
        } else {
            self.get(&folded)
        };
        if id == WordId::UNKNOWN {
            self.letters.push_str(&folded);
            self.ends.push(self.letters.len() as u32);
            id = WordId(self.ends.len() as u32);
            let Self {
                numbers, letters, ends, ..
            } = self;
            numbers.insert_unique(hash(&folded), id, |other| hash(word_at(letters, ends, *other)));
        }
        self.folded = folded;
        id
    }

    /// The number of a folded word (see [`fold`]).
    #[must_use]
    pub fn get(&self, folded: &str) -> WordId {
        let found = self.numbers.find(hash(folded), |id| self.word(*id) == folded);
        found.copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The word behind a number, folded; empty for an unknown one.
    #[must_use]
    pub fn word(&self, id: WordId) -> &str {
        word_at(&self.letters, &self.ends, id)
    }

    /// How many numbers are in use, [`WordId::UNKNOWN`] included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len() + 1
    }

    /// Is no word known?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

fn word_at<'a>(letters: &'a str, ends: &[u32], id: WordId) -> &'a str {
    let number = id.0 as usize;
    let Some(end) = number.checked_sub(1).and_then(|last| ends.get(last)) else {
        return "";
    };
    let start = number.checked_sub(2).map_or(0, |last| ends[last]);
    letters.get(start as usize..*end as usize).unwrap_or_default()
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// Appends `word` in lower case with straight apostrophes to `out`.
pub fn fold(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.push_str(word);
        let start = out.len() - word.len();
        out[start..].make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => out.push('\''),
            '\u{ad}' => {} // a soft hyphen is a typesetter's mark, not a letter
            _ => out.extend(c.to_lowercase()),
        }
    }
}
