//! Words by their first letters.

/// The first letters of a word in lower case, as one number: "destroy" and "destruction" have the same first
/// five, which stand for their stem, and nothing is copied to find that out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Prefix(u128);

/// Bits that hold any letter of Unicode.
const LETTER: u32 = 21;

impl Prefix {
    /// So many letters can be held.
    pub const MOST: usize = (u128::BITS / LETTER) as usize;

    /// The first letters of a word, [`Prefix::MOST`] at most, or all of a shorter one.
    #[must_use]
    pub fn of(word: &str, letters: usize) -> Self {
        let letters = letters.min(Self::MOST);
        let join = |prefix: u128, letter: u32| prefix << LETTER | u128::from(letter);
        let prefix = if word.is_ascii() {
            let bytes = word.bytes().take(letters);
            bytes.fold(0, |prefix, byte| join(prefix, byte.to_ascii_lowercase().into()))
        } else {
            let chars = word.chars().flat_map(char::to_lowercase).take(letters);
            chars.fold(0, |prefix, letter| join(prefix, letter.into()))
        };
        Self(prefix)
    }

    /// How many letters it has.
    #[must_use]
    pub fn len(self) -> usize {
        (u128::BITS - self.0.leading_zeros()).div_ceil(LETTER) as usize
    }

    /// Is it of no letters?
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_stem_are_equal_in_any_case() {
        assert_eq!(Prefix::of("Destroy", 5), Prefix::of("destruction", 5));
        assert_ne!(Prefix::of("Destroy", 6), Prefix::of("destruction", 6));
        assert_eq!(Prefix::of("ÉLAN", 4), Prefix::of("élan", 4));
        assert_eq!(Prefix::of("ab", 4).len(), 2);
        assert_eq!(Prefix::of("zzzzzzzz", 9).len(), Prefix::MOST);
        assert!(Prefix::of("", 4).is_empty());
    }
}
