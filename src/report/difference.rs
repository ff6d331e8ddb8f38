//! What a new draft changed: the contract of `diff`, schema 1.

use super::comparison::Value;
use super::{FindingReport, Place, Verdict};
use serde::Serialize;

/// The version of this contract.
pub const DIFFERENCE_SCHEMA: u32 = 1;

/// Two drafts of one article, held against each other.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Difference {
    /// [`DIFFERENCE_SCHEMA`].
    pub schema: u32,
    /// The draft that was.
    pub old: Draft,
    /// The draft that is.
    pub new: Draft,
    /// Findings of the old draft that the new one does not earn any more; their places are in the old draft.
    pub fixed: Vec<FindingReport>,
    /// Findings that the old draft did not earn.
    pub introduced: Vec<FindingReport>,
    /// Findings of both.
    pub left: Vec<Left>,
    /// Figures, days, names and quotations that are not what they were: by sort, then by place.
    pub changes: Vec<Change>,
}

/// One of the two drafts.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Draft {
    /// Its id, as given.
    pub id: String,
    /// Its copy score, 0–100.
    pub score: f64,
    /// False where it is too short to score.
    pub scored: bool,
    /// The gate's answer.
    pub verdict: Verdict,
}

/// A finding that both drafts earn.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Left {
    /// Where it stood.
    pub was: Place,
    /// As it stands.
    pub finding: FindingReport,
}

/// Something that is not told as it was.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Change {
    /// What sort of thing.
    pub sort: Sort,
    /// What became of it.
    pub how: How,
    /// As the old draft has it; nothing where it is new.
    pub old: Option<Value>,
    /// As the new draft has it; nothing where it is gone.
    pub new: Option<Value>,
    /// Where the new draft still says what the old one said.
    pub still: Option<Place>,
}

/// What sort of thing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// A figure with what it counts.
    Figure,
    /// A weekday, a date or a part of one.
    Day,
    /// A name.
    Name,
    /// Words between quotation marks.
    Quotation,
}

impl Sort {
    /// All of them, in the order they are listed in.
    pub const ALL: [Self; 4] = [Self::Figure, Self::Day, Self::Name, Self::Quotation];
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Something else stands in its place.
    Changed,
    /// The same words stand on another's word.
    Speaker,
    /// It stands nowhere any more.
    Gone,
    /// It stood nowhere before.
    Added,
}
