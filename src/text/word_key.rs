//! By what a word is looked up: its letters as numbers, eight at a time.
//!
//! Nearly all words of an article are plain ASCII, and for letters, digits, stops and apostrophes lower
//! case is one bit. So a word is read, put in lower case and counted in a few steps without being copied.

use super::token::Case;

/// A folded word (see [`fold`](super::vocabulary::fold)) as it is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WordKey {
    /// The first eight bytes, the first lowest; zeros where there are fewer.
    pub(super) first: u64,
    /// How many bytes there are.
    pub(super) len: u32,
    /// All bytes, mixed.
    pub(super) hash: u32,
}

/// The bit that is set in lower-case letters, in digits, and in the marks that stand inside words.
const SMALL: u8 = 0x20;
/// The bit that is set in letters of either case and in no digit or mark inside words.
const LETTER: u64 = 0x4040_4040_4040_4040;
/// An odd number without pattern (2^64 divided by the golden ratio), which spreads what it multiplies.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Bytes as one number.
const EIGHT: usize = 8;

impl WordKey {
    /// The key of a word that is folded already.
    pub(super) const fn of_folded(word: &str) -> Self {
        let bytes = word.as_bytes();
        let mut mixer = Mixer::new(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            mixer.add(eight(bytes, at, bytes.len()));
            at += EIGHT;
        }
        mixer.key(bytes.len())
    }

    /// The key of the word `text[start..end]` and how it is written. It holds only ASCII letters, digits,
    /// stops, commas and apostrophes, and begins with a letter or a digit.
    #[inline]
    pub(super) fn of_plain(text: &[u8], start: usize, end: usize) -> (Self, Case) {
        let mut mixer = Mixer::new(end - start);
        let (mut large, mut small) = (0, 0);
        let mut at = start;
        while at < end {
            let raw = eight(text, at, end);
            let letters = raw & LETTER;
            let small_here = letters & (raw << 1);
            // The first letter counts apart.
            let first = if at == start { letters & FIRST } else { 0 };
            large |= (letters ^ small_here) & !first;
            small |= small_here & !first;
            mixer.add(raw | (SMALLS & filled(end - at)));
            at += EIGHT;
        }
        let capital = text[start].is_ascii_uppercase();
        let case = match (capital, large != 0, small != 0) {
            (false, false, _) => Case::Lower,
            (true, false, _) => Case::Capital,
            (true, true, false) => Case::Upper,
            _ => Case::Mixed,
        };
        (mixer.key(end - start), case)
    }
}

/// The bit of a letter in the first byte.
const FIRST: u64 = 0x40;
const SMALLS: u64 = u64::from_le_bytes([SMALL; EIGHT]);

/// Is a plain word (see [`WordKey::of_plain`]) this folded one? The first eight bytes are known to agree.
#[inline]
pub(super) fn same_rest(plain: &[u8], folded: &[u8]) -> bool {
    let rest = plain.iter().zip(folded).skip(EIGHT);
    plain.len() == folded.len() && rest.into_iter().all(|(a, b)| a | SMALL == *b)
}

/// Up to eight bytes from `at` on, those from `end` on left out.
#[inline]
const fn eight(bytes: &[u8], at: usize, end: usize) -> u64 {
    let Some((_, rest)) = bytes.split_at_checked(at) else {
        return 0;
    };
    if let Some(whole) = rest.first_chunk() {
        return u64::from_le_bytes(*whole) & filled(end - at);
    }
    let (mut number, mut last) = (0, end - at);
    while last > 0 {
        last -= 1;
        number = number << 8 | rest[last] as u64;
    }
    number
}

/// All bits of so many bytes, eight at most.
#[inline]
const fn filled(bytes: usize) -> u64 {
    if bytes >= EIGHT {
        u64::MAX
    } else {
        (1 << (8 * bytes)) - 1
    }
}

/// Mixes the bytes of a word.
struct Mixer {
    first: Option<u64>,
    state: u64,
}

impl Mixer {
    const fn new(len: usize) -> Self {
        Self {
            first: None,
            state: len as u64,
        }
    }

    #[inline]
    const fn add(&mut self, number: u64) {
        if self.first.is_none() {
            self.first = Some(number);
        }
        self.state = (self.state ^ number).wrapping_mul(SPREAD);
        // The high bits know of all bits below them; the next number is to meet them everywhere.
        self.state ^= self.state >> 32;
    }

    #[inline]
    const fn key(self, len: usize) -> WordKey {
        WordKey {
            first: match self.first {
                Some(first) => first,
                None => 0,
            },
            len: len as u32,
            hash: self.state as u32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_word_has_the_key_of_its_folded_form() {
        for (word, case) in [
            ("drone", Case::Lower),
            ("I", Case::Capital),
            ("Kazan", Case::Capital),
            ("NATO", Case::Upper),
            ("U.S.", Case::Upper),
            ("McCain", Case::Mixed),
            ("iPhone", Case::Mixed),
            ("Constantinople's", Case::Capital),
            ("1,250.75", Case::Lower),
            ("COVID19", Case::Upper),
        ] {
            let folded = word.to_ascii_lowercase();
            for text in [word.to_owned(), format!("{word} and so on"), format!("in {word}")] {
                let start = text.find(word).expect("it is there");
                let (key, seen) = WordKey::of_plain(text.as_bytes(), start, start + word.len());
                assert_eq!((key, seen), (WordKey::of_folded(&folded), case), "{text}");
            }
            assert!(same_rest(word.as_bytes(), folded.as_bytes()));
        }
    }
}
