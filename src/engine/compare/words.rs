//! The words that `rules/compare.toml` lists, and where they stand in a copy.

use crate::text::Document;
use serde::Deserialize;
use std::ops::Range;

/// `rules/compare.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Words {
    pub hits: Vec<String>,
    pub not_before_hits: Vec<String>,
    pub onto: Vec<String>,
    pub venues: Vec<String>,
    pub before_venue: Vec<String>,
    pub times: Vec<String>,
    pub day_before: Vec<String>,
    pub none: Vec<String>,
    pub none_before: Vec<String>,
    pub figure: Vec<Figure>,
    pub damage: Vec<Damage>,
    pub taking: Vec<Taking>,
    pub stance: Vec<Stance>,
}

/// A figure that is held side by side, by the words around it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Figure {
    pub name: String,
    /// Does "no casualties" speak of it too?
    #[serde(default)]
    pub toll: bool,
    #[serde(default)]
    pub before: Vec<String>,
    #[serde(default)]
    pub after: Vec<String>,
}

/// How much was broken.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Damage {
    pub name: String,
    /// Is it what the story is about, where that is a fire?
    #[serde(default)]
    pub of_event: bool,
    pub words: Vec<String>,
}

/// A word for taking a place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Taking {
    pub name: String,
    pub words: Vec<String>,
}

/// What is said of who did it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stance {
    pub name: String,
    pub words: Vec<String>,
}

impl Words {
    /// The words that come with the program.
    pub(super) fn builtin() -> Self {
        // That the file reads is held by a test.
        toml::from_str(include_str!("../../../rules/compare.toml")).unwrap_or_default()
    }
}

/// The words of a document's tokens in small letters, marks as they are.
#[derive(Debug)]
pub(super) struct Lower(Vec<String>);

impl Lower {
    pub(super) fn of(document: &Document) -> Self {
        let words = document.tokens.iter().map(|t| document.words(t.span).to_lowercase());
        Self(words.collect())
    }

    /// The word at a token; nothing where there is none.
    pub(super) fn word(&self, at: usize) -> &str {
        self.0.get(at).map_or("", String::as_str)
    }

    /// The tokens of the longest of these phrases that begins at a token and ends within the range.
    pub(super) fn begins(&self, at: usize, within: &Range<usize>, phrases: &[String]) -> Option<Range<usize>> {
        let ends = phrases.iter().filter_map(|phrase| {
            let mut end = at;
            for word in phrase.split(' ') {
                if end >= within.end || self.word(end) != word {
                    return None;
                }
                end += 1;
            }
            Some(end)
        });
        ends.max().map(|end| at..end)
    }

    /// Where the first of these phrases begins that ends right before a token, within the range.
    pub(super) fn ends(&self, at: usize, within: &Range<usize>, phrases: &[String]) -> Option<usize> {
        phrases.iter().find_map(|phrase| {
            let start = at.checked_sub(phrase.split(' ').count())?;
            let same = || {
                phrase
                    .split(' ')
                    .enumerate()
                    .all(|(i, word)| self.word(start + i) == word)
            };
            (start >= within.start && same()).then_some(start)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_words_read() {
        let words = Words::builtin();
        assert!(
            words.figure.len() > 3 && words.stance.len() > 3 && !words.taking.is_empty() && !words.venues.is_empty()
        );
    }
}
