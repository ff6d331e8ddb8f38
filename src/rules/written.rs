//! Rules and packs as their authors wrote them.

use super::guard::Scope;
use super::kinds::CheckAsWritten;
use crate::finding::{Family, Severity};
use crate::rules::{PhrasesAsWritten, Spanned};
use serde::{Deserialize, Serialize};

/// A rule file as written.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleAsWritten {
    /// What the rule finds, in a few words.
    pub summary: Spanned<String>,
    /// What is wrong, with gaps for what was found.
    pub message: Spanned<String>,
    /// Why it matters: a sentence an editor can read aloud.
    pub why: Spanned<String>,
    /// What to do.
    pub advice: Spanned<String>,
    /// How much it matters.
    pub severity: Severity,
    /// How far the rule is trusted.
    #[serde(default)]
    pub status: Status,
    /// The version it came in.
    #[serde(default)]
    pub since: String,
    /// Rows of the taxonomy that it covers.
    #[serde(default)]
    pub covers: Vec<Spanned<String>>,
    /// The standards it rests on.
    #[serde(default)]
    pub standards: Vec<String>,
    /// What it is known to miss.
    #[serde(default)]
    pub misses: Vec<String>,
    /// In whose voice it looks.
    #[serde(default)]
    pub scope: Scope,
    /// Phrases that must not stand right before the hit.
    #[serde(default)]
    pub unless_before: PhrasesAsWritten,
    /// Phrases that must not stand right after it.
    #[serde(default)]
    pub unless_after: PhrasesAsWritten,
    /// Phrases that must not stand in its sentence.
    #[serde(default)]
    pub unless_in_sentence: PhrasesAsWritten,
    /// Phrases of which one must stand in its sentence.
    #[serde(default)]
    pub only_in_sentence: PhrasesAsWritten,
    /// Phrases that must stand nowhere in the article.
    #[serde(default)]
    pub unless_in_article: PhrasesAsWritten,
    /// Phrases of which at least three must stand in the article: what the story is about.
    #[serde(default)]
    pub only_in_article: PhrasesAsWritten,
    /// Is a finding about the article as a whole? Then it costs its points once, however long the article is.
    #[serde(default)]
    pub whole: bool,
    /// Sorts of story that it leaves alone.
    #[serde(default)]
    pub unless_genre: Vec<String>,
    /// Words for a class of people ("analysts") and for one of them ("analyst", "economist"): a hit that holds one is
    /// let off where somebody whose office holds one speaks by name right beside it.
    #[serde(default)]
    pub unless_named_beside: PhrasesAsWritten,
    /// Is one and the same source asked for once? Later findings on it are shown with the first.
    #[serde(default)]
    pub once_a_source: bool,
    /// What it looks for: the table's name is the kind.
    pub check: Spanned<CheckAsWritten>,
    /// What it must and must not find.
    #[serde(default)]
    pub example: Vec<Spanned<ExampleAsWritten>>,
    /// How often it was right, written by the tool.
    pub measured: Option<Measured>,
}

/// How far a rule is trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// On trial: it runs, and its findings are shown as notes.
    Trial,
    /// In use.
    #[default]
    Stable,
    /// Kept for its name; it does not run.
    Retired,
}

/// One proof that a rule does what it says. Exactly one key is given.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExampleAsWritten {
    /// Copy in which the words between `[[` and `]]` are found.
    pub flags: Option<Spanned<String>>,
    /// Copy in which nothing is found.
    pub passes: Option<Spanned<String>>,
    /// A known gap: should be found and is not.
    pub should_flag: Option<Spanned<String>>,
    /// A known false alarm: should not be found and is.
    pub should_pass: Option<Spanned<String>>,
}

/// How often a rule was right.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// Findings that were right.
    pub right: u32,
    /// Findings that were wrong.
    pub wrong: u32,
    /// On what they were counted.
    pub on: String,
}

/// A pack file as written.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackAsWritten {
    /// Its name for readers.
    pub title: String,
    /// Its version.
    pub version: String,
    /// What it is for.
    pub about: String,
    /// Which part of the score its findings weigh on; by default its own name.
    pub family: Option<Family>,
}
