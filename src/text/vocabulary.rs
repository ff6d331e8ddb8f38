//! The words that somebody asked about, numbered.

use rustc_hash::FxHashMap;

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
/// and comparing two words compares two numbers.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Box<str>>,
}

impl Vocabulary {
    /// The number of a word, which is added if it is new. Case and the shape of the apostrophe do
    /// not matter.
    pub fn add(&mut self, word: &str) -> WordId {
        // Most words come folded, and most of those were added before.
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let mut folded = String::with_capacity(word.len());
        fold(word, &mut folded);
        if let Some(id) = self.ids.get(folded.as_str()) {
            return *id;
        }
        self.words.push(folded.clone().into_boxed_str());
        let id = WordId(self.words.len() as u32);
        self.ids.insert(folded.into_boxed_str(), id);
        id
    }

    /// The number of a folded word (see [`fold`]).
    #[must_use]
    pub fn get(&self, folded: &str) -> WordId {
        self.ids.get(folded).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The word behind a number, folded; empty for an unknown one.
    #[must_use]
    pub fn word(&self, id: WordId) -> &str {
        match id {
            WordId::UNKNOWN => "",
            WordId(n) => self.words.get(n as usize - 1).map_or("", |w| w),
        }
    }

    /// How many numbers are in use, [`WordId::UNKNOWN`] included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len() + 1
    }

    /// Is no word known?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
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
