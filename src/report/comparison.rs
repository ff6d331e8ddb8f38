//! What several copies of a story say, side by side: the contract of `compare`, schema 1.

use super::Place;
use serde::Serialize;

/// The version of this contract.
pub const COMPARISON_SCHEMA: u32 = 1;

/// Copies of one story, or of several, told apart by what they are about.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Comparison {
    /// [`COMPARISON_SCHEMA`].
    pub schema: u32,
    /// The stories, in the order of their first copy.
    pub stories: Vec<Story>,
}

/// One story with its copies.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Story {
    /// What the copies share: names that stand at the top of most of them.
    pub about: Vec<String>,
    /// The ids of its copies, in the order they were given in.
    pub copies: Vec<String>,
    /// What is held against each other; empty for a story with one copy.
    pub rows: Vec<Row>,
}

/// One thing that the copies tell.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Row {
    /// What sort of thing.
    pub slot: Slot,
    /// Its name for a reader: `people killed`.
    pub name: String,
    /// How the copies stand to each other.
    pub verdict: Agreement,
    /// What each copy says, in the order of [`Story::copies`]; an empty list where it says nothing.
    pub copies: Vec<Vec<Value>>,
}

/// What sort of thing a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Slot {
    /// What was hit, or where it burned.
    Target,
    /// When it happened.
    Time,
    /// Killed, injured, missing, or nobody.
    Toll,
    /// How much was broken.
    Damage,
    /// Any other figure.
    Count,
    /// Places that changed hands, and the word for it.
    Taken,
    /// Where it was said.
    Venue,
    /// Words between quotation marks.
    Quotation,
    /// Who did it, who denies it, who is silent.
    Responsibility,
    /// A name that is not spelt alike.
    Name,
}

/// How copies stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// All that speak of it say the same.
    Agree,
    /// Two say what cannot both hold.
    Differ,
    /// The words are not the same; whether they mean the same is for a reader to say.
    Unlike,
    /// One copy alone tells it.
    One,
}

impl Agreement {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Differ => "differ",
            Self::Unlike => "unlike",
            Self::One => "one copy",
        }
    }
}

/// What one copy says.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Value {
    /// Its words, on one line.
    pub words: String,
    /// Where they stand in that copy.
    pub place: Place,
    /// On whose word: the source's own words; nothing where the copy says it itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// In whose voice.
    pub voice: Voicing,
}

/// In whose voice a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Voicing {
    /// The copy's own.
    Own,
    /// Reported from a source.
    Reported,
    /// Between quotation marks.
    Quoted,
}
