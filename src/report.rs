//! What a check has to say about one article, with positions: the machine contract, schema 1.
//!
//! A report knows nothing of rules or documents; renderers see nothing else.

pub mod about;
mod analysis;
mod bar;
pub mod comparison;
pub mod difference;
mod score;
mod unread;

pub use analysis::{ActLineReport, ActReport, Analysis, BlockReport, SentenceReport};
pub use bar::Bar;
pub use score::{FamilyScore, FamilyScores, ScoreReport, Standing};
pub use unread::Unread;

use crate::finding::{Confidence, Family, Severity};
use crate::text::Field;
use serde::Serialize;

/// The version of this contract.
pub const SCHEMA: u32 = 1;

/// The report on one article.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// The version of this contract.
    pub schema: u32,
    /// The article's id, as given.
    pub id: String,
    /// The copy score with its parts.
    pub score: ScoreReport,
    /// May it be published?
    pub gate: Gate,
    /// What was found, by place, then by rule.
    pub findings: Vec<FindingReport>,
    /// Everyone the article lets speak.
    pub sources: Vec<SourceReport>,
    /// What stands on nobody's word, who is accused, and what was done to find out.
    pub sourcing: SourcingReport,
    /// What was read, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub analysis: Option<Analysis>,
    /// How many lines among its copy were taken for the page's own, and judged by no rule; the analysis has them.
    #[serde(skip)]
    pub set_aside: usize,
    /// What makes the run fail that the report was made in, for those who say so.
    #[serde(skip)]
    pub bar: Bar,
}

/// A stretch of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// The field it stands in.
    pub field: Field,
    /// First byte in that field.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Line in that field, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The exact bytes there, or their beginning with "…".
    pub quote: String,
}

/// May it be published?
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gate {
    /// The answer.
    pub verdict: Verdict,
    /// The rules that decided it.
    pub by: Vec<String>,
}

/// The gate's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Nothing stands against it.
    Pass,
    /// Mend what is listed.
    Fix,
    /// A second reader decides.
    Hold,
}

impl Verdict {
    /// As reports have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fix => "fix",
            Self::Hold => "hold",
        }
    }
}

/// One finding, with positions.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingReport {
    /// The rule's id.
    pub rule: String,
    /// What the rule finds, in a few words, for formats that list the rules.
    #[serde(skip)]
    pub summary: String,
    /// Its family.
    pub family: Family,
    /// How much it matters.
    pub severity: Severity,
    /// How often the rule is right.
    pub confidence: Confidence,
    /// How often it was right when somebody counted; `None` if nobody did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measured: Option<Measured>,
    /// What is wrong.
    pub message: String,
    /// Why it matters.
    pub why: String,
    /// What to do.
    pub advice: String,
    /// Points it takes off the score; mended, they return.
    pub points: f64,
    /// The words it is about.
    pub primary: Place,
    /// The other half, and what else to show.
    pub related: Vec<Place>,
    /// The sentences around the primary place and each related one, in that order, for those who draw
    /// them. Their words are cut like all quotes: take them from the article.
    #[serde(skip)]
    pub sentences: Vec<Place>,
    /// Rules that found the same words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The same for the same rule on the same words, wherever they move.
    pub fingerprint: String,
    /// Who let it stand, and why.
    pub allowed: Option<Allowance>,
}

/// How often a rule was right when somebody counted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Measured {
    /// Findings that were right.
    pub right: u32,
    /// Findings that were wrong.
    pub wrong: u32,
    /// The share that is right at least, at 95 % confidence: Wilson's lower bound.
    pub at_least: f64,
}

/// A finding that somebody let stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Allowance {
    /// Why.
    pub reason: String,
    /// Whose decision: initials.
    pub by: String,
    /// Who agreed: initials. Critical findings need this second name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<String>,
    /// The last day it holds; without one it holds until the words change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
}

/// One source of the article.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceReport {
    /// The name, or the words for it.
    pub who: String,
    /// The office, trade or rank that the article gives beside the name.
    pub role: Option<String>,
    /// `named`, `institution`, `office` (one that a single person holds), `anonymous` or `vague`.
    pub kind: String,
    /// How often it speaks, under whatever words.
    pub count: usize,
    /// The verbs used for it, in order of first use.
    pub verbs: Vec<String>,
    /// Where it first speaks.
    pub first: Place,
}

/// What stands on nobody's word, who is accused, and what was done to find out.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourcingReport {
    /// Reports whose source the article does not name: "some say", "it was claimed".
    pub unnamed: usize,
    /// Deaths, accusations and motives with nobody behind them, as far as a finding says so.
    pub hard_claims: Vec<Place>,
    /// Who is accused by name.
    pub accused: Vec<AccusedReport>,
    /// Lines that say what was checked, or who was asked.
    pub verified: Vec<Place>,
}

/// Somebody who is accused by name.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccusedReport {
    /// The name.
    pub who: String,
    /// Where.
    pub place: Place,
    /// Where they answer, or are said to have been asked; `null` if nowhere.
    pub answer: Option<Place>,
}
