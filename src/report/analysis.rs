//! What was read of an article.

use super::Place;
use super::about::AboutReport;
use crate::text::BlockKind;
use serde::Serialize;

/// What was read.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Analysis {
    /// What the article says about itself, or was said of it.
    pub about: AboutReport,
    /// The body as read, noise removed.
    pub text: String,
    /// Its parts.
    pub blocks: Vec<BlockReport>,
    /// Its sentences.
    pub sentences: Vec<SentenceReport>,
    /// Its figures.
    pub quantities: Vec<Place>,
    /// Its dates.
    pub dates: Vec<Place>,
    /// Its names.
    pub names: Vec<Place>,
    /// Its quotations.
    pub quotations: Vec<Place>,
    /// What somebody alleges and somebody else denies, each with every sentence that speaks of it.
    pub acts: Vec<ActReport>,
}

/// An act in dispute.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ActReport {
    /// The article's own words for it.
    pub name: String,
    /// What is in dispute: `happened` (whether it did) or `doer` (who did it).
    pub question: &'static str,
    /// The sentences that speak of it, in order.
    pub lines: Vec<ActLineReport>,
}

/// A sentence that speaks of a disputed act.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ActLineReport {
    /// The sentence.
    #[serde(flatten)]
    pub place: Place,
    /// `denied`, `left open`, `alleged`, `attributed` or `asserted` (in the article's own voice).
    pub stance: &'static str,
    /// The words that say so, on one line.
    pub words: String,
    /// Whose stance it is, where somebody is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
}

/// One block.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BlockReport {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// What it is.
    pub kind: BlockKind,
}

/// One sentence.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SentenceReport {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// Does it stand inside a quotation?
    pub quoted: bool,
    /// Who stands behind it: `named`, `institution`, `anonymous`, `vague` or `none`.
    pub attribution: &'static str,
    /// How much it wants checking, 0–1.
    pub claim: f64,
    /// How loaded its wording is in the author's voice, 0–1.
    pub tone: f64,
}
