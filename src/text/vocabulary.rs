//! The words that somebody asked about, numbered.

use super::table::{Row, Table, row_of_number};
use super::word_key::{WordKey, same_rest};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;

/// The number of a known word; [`WordId::UNKNOWN`] for every other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WordId(pub u32);

impl WordId {
    /// A word no list and no rule names.
    pub const UNKNOWN: Self = Self(0);
}

row_of_number!(WordId);

/// All words that lists and rules name, in lower case, each with its number.
///
/// Built once with the engine; reading an article only looks words up, so that a token is a number
/// and comparing two words compares two numbers. The words stand in one string, because asking for
/// memory once a word took a fifth of the time to start; and the table holds the first letters of each
/// beside its number, so that most words are found without a look at that string.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Vocabulary {
    /// A word stands in the slot that its hash names or in one of the next; half of them are free, so
    /// that a look rarely goes far. Their count is a power of two.
    slots: Table<Slot>,
    #[serde(deserialize_with = "in_program")]
    letters: Cow<'static, str>,
    /// Where in `letters` each word ends.
    ends: Table<u32>,
    /// Room to put a word in lower case, and to join one.
    #[serde(skip)]
    folded: String,
    #[serde(skip)]
    joined: String,
}

/// Letters of the program.
fn in_program<'de: 'static, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'static, str>, D::Error> {
    <&'static str>::deserialize(deserializer).map(Cow::Borrowed)
}

/// One place of the table; free while its number is [`WordId::UNKNOWN`].
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    first: u64,
    len: u32,
    id: WordId,
}

impl Row for Slot {
    const BYTES: usize = u64::BYTES + 2 * u32::BYTES;

    fn put(&self, bytes: &mut [u8]) {
        (self.first, (self.len, self.id)).put(bytes);
    }

    #[inline]
    fn of(bytes: &[u8]) -> Self {
        let (first, (len, id)) = Row::of(bytes);
        Self { first, len, id }
    }
}

/// Slots of the first table: the built-in lists fill half of it.
const FIRST_SLOTS: usize = 1 << 15;
/// So many letters has a word of the built-in lists.
const USUAL_LETTERS: usize = 8;

impl Vocabulary {
    /// The number of a word, which is added if it is new. Case and the shape of the apostrophe do
    /// not matter.
    pub fn add(&mut self, word: &str) -> WordId {
        // Nearly all words come folded.
        if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
            return self.add_folded(word);
        }
        let mut folded = std::mem::take(&mut self.folded);
        folded.clear();
        fold(word, &mut folded);
        let id = self.add_folded(&folded);
        self.folded = folded;
        id
    }

    /// The number of a word made of two parts, as [`Vocabulary::add`] has it.
    pub(super) fn add_joined(&mut self, stem: &str, ending: &str) -> WordId {
        let mut word = std::mem::take(&mut self.joined);
        word.clear();
        word.push_str(stem);
        word.push_str(ending);
        let id = self.add(&word);
        self.joined = word;
        id
    }

    fn add_folded(&mut self, word: &str) -> WordId {
        let key = WordKey::of_folded(word);
        let known = self.find(key, |other| other == word.as_bytes());
        if known != WordId::UNKNOWN {
            return known;
        }
        self.letters.to_mut().push_str(word);
        self.ends.push(&(self.letters.len() as u32));
        let id = WordId(self.ends.len() as u32);
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        } else {
            put(&mut self.slots, key, id);
        }
        id
    }

    /// Makes the table twice as large, and puts all words into it.
    fn grow(&mut self) {
        let slots = (self.slots.len() * 2).max(FIRST_SLOTS);
        self.ends.reserve(slots / 2 - self.ends.len());
        self.letters
            .to_mut()
            .reserve((slots / 2 - self.ends.len()) * USUAL_LETTERS);
        self.spread(slots);
    }

    /// Puts all words into a new table of so many slots.
    fn spread(&mut self, slots: usize) {
        let mut slots = std::iter::repeat_n(Slot::default(), slots).collect();
        for number in 1..=self.ends.len() as u32 {
            let id = WordId(number);
            put(&mut slots, WordKey::of_folded(self.word(id)), id);
        }
        self.slots = slots;
    }

    /// The number of a folded word (see [`fold`]).
    #[must_use]
    pub fn get(&self, folded: &str) -> WordId {
        self.find(WordKey::of_folded(folded), |other| other == folded.as_bytes())
    }

    /// The number of a word with a key, as it stands in the text: plain ASCII, in any case.
    #[inline]
    pub(super) fn get_plain(&self, key: WordKey, word: &[u8]) -> WordId {
        self.find(key, |other| same_rest(word, other))
    }

    /// The number of the word with a key, and the same bytes behind the first eight.
    #[inline]
    fn find(&self, key: WordKey, same: impl Fn(&[u8]) -> bool) -> WordId {
        let last = self.slots.len().wrapping_sub(1);
        let mut at = key.hash as usize & last;
        while let Some(slot) = self.slots.get(at) {
            let alike = slot.first == key.first && slot.len == key.len;
            let found = alike && (key.len <= 8 || same(self.word(slot.id).as_bytes()));
            if found || slot.id == WordId::UNKNOWN {
                return slot.id;
            }
            at = (at + 1) & last;
        }
        WordId::UNKNOWN
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

/// Puts a new word into the first free slot from its own on.
fn put(slots: &mut Table<Slot>, key: WordKey, id: WordId) {
    let last = slots.len().wrapping_sub(1);
    let mut at = key.hash as usize & last;
    while let Some(slot) = slots.get(at) {
        if slot.id == WordId::UNKNOWN {
            let (first, len) = (key.first, key.len);
            return slots.set(at, &Slot { first, len, id });
        }
        at = (at + 1) & last;
    }
}

fn word_at<'a>(letters: &'a str, ends: &Table<u32>, id: WordId) -> &'a str {
    let number = id.0 as usize;
    let Some(end) = number.checked_sub(1).and_then(|last| ends.get(last)) else {
        return "";
    };
    let start = number.checked_sub(2).and_then(|last| ends.get(last)).unwrap_or(0);
    letters.get(start as usize..end as usize).unwrap_or_default()
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
