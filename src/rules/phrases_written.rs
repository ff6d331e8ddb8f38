//! Sets of phrases and of words as rules hold them.

use crate::rules::Spanned;
use crate::text::WordId;
use crate::text::phrase::Tag;
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// Phrases of a rule, in the notation of [`phrase`](crate::text::phrase).
#[derive(Clone, Debug)]
pub enum PhrasesAsWritten {
    /// As they stand in its file.
    Spelt(Vec<Spanned<String>>),
    /// The tag under which they were packed when the program was built.
    Numbered(Tag),
}

/// Single words of a rule, in the same notation.
#[derive(Clone, Debug)]
pub enum WordsAsWritten {
    /// As they stand in its file.
    Spelt(Vec<Spanned<String>>),
    /// Their numbers, in order.
    Numbered(Vec<WordId>),
}

impl Default for PhrasesAsWritten {
    fn default() -> Self {
        Self::Spelt(Vec::new())
    }
}

impl Default for WordsAsWritten {
    fn default() -> Self {
        Self::Spelt(Vec::new())
    }
}

impl PhrasesAsWritten {
    /// Is there no phrase?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Spelt(phrases) if phrases.is_empty())
    }
}

impl<'de> Deserialize<'de> for PhrasesAsWritten {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            Vec::deserialize(deserializer).map(Self::Spelt)
        } else {
            deserializer.deserialize_any(Phrases)
        }
    }
}

impl<'de> Deserialize<'de> for WordsAsWritten {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            Vec::deserialize(deserializer).map(Self::Spelt)
        } else {
            deserializer.deserialize_any(Words)
        }
    }
}

/// Reads packed phrases.
struct Phrases;

impl<'de> Visitor<'de> for Phrases {
    type Value = PhrasesAsWritten;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("phrases or the number of their tag")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<PhrasesAsWritten, E> {
        let number = u32::try_from(number).map_err(E::custom)?;
        Ok(PhrasesAsWritten::Numbered(Tag(number)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<PhrasesAsWritten, A::Error> {
        spelt(seq).map(PhrasesAsWritten::Spelt)
    }
}

/// Reads packed words.
struct Words;

impl<'de> Visitor<'de> for Words {
    type Value = WordsAsWritten;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("words or a line of their numbers")
    }

    fn visit_str<E: Error>(self, numbers: &str) -> Result<WordsAsWritten, E> {
        let numbers = numbers.split(' ').map(|n| n.parse().map(WordId).map_err(E::custom));
        numbers.collect::<Result<_, E>>().map(WordsAsWritten::Numbered)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<WordsAsWritten, A::Error> {
        spelt(seq).map(WordsAsWritten::Spelt)
    }
}

fn spelt<'de, A: SeqAccess<'de>>(mut seq: A) -> Result<Vec<Spanned<String>>, A::Error> {
    let mut all = Vec::new();
    while let Some(one) = seq.next_element()? {
        all.push(one);
    }
    Ok(all)
}

/// To whoever writes a rule they are what stands in its file.
#[cfg(feature = "schema")]
macro_rules! schema_of_strings {
    ($($name:ty),*) => {$(
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                <Vec<String>>::inline_schema()
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                <Vec<String>>::schema_name()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                <Vec<String>>::schema_id()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <Vec<String>>::json_schema(generator)
            }
        }
    )*};
}

#[cfg(feature = "schema")]
schema_of_strings!(PhrasesAsWritten, WordsAsWritten);
