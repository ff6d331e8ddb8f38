//! `rules/tone.toml` as written.

use crate::rules::{PhrasesAsWritten, Spanned};
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ToneAsWritten {
    /// Its version.
    pub version: String,
    /// The sum of a sentence that has none of the features.
    pub start: f64,
    /// What a word counts in a paraphrase, where 1 is a word of the writer's own.
    pub reported: f64,
    /// What makes an article the writer's own.
    pub personal: Option<PersonalAsWritten>,
    /// The features.
    #[serde(default)]
    pub feature: Vec<FeatureAsWritten>,
}

/// What makes an article the writer's own (a column, a letter, a review), as written.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PersonalAsWritten {
    /// Words of the first person.
    pub words: PhrasesAsWritten,
    /// So many sentences hold one in the writer's voice, at least.
    pub least: usize,
    /// And this share of all sentences.
    pub share: f64,
}

/// One feature as written. Exactly one of `words`, `endings` and `surface` is given.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FeatureAsWritten {
    /// What it is called in a report.
    pub name: Spanned<String>,
    /// Phrases, each counted once.
    #[serde(default)]
    pub words: PhrasesAsWritten,
    /// Endings of words of six letters and more.
    #[serde(default)]
    pub endings: Vec<String>,
    /// A property of the sentence.
    pub surface: Option<Surface>,
    /// What one occurrence adds.
    pub weight: f64,
    /// Occurrences beyond this many add nothing.
    pub most: f64,
    /// Why it is here, and why it weighs what it weighs.
    pub reason: String,
}

/// What can be seen of a sentence without knowing its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Surface {
    /// It ends with a question mark.
    Question,
    /// It holds an exclamation mark outside quotations.
    Exclamation,
    /// How many figures it holds.
    Figures,
    /// The share of its words that have a capital inside the sentence.
    Capitals,
    /// The share of its words that are not the writer's.
    Quoted,
    /// Dashes, colons and semicolons outside quotations.
    Breaks,
}
