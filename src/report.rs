//! What a check has to say about one article, with positions: the machine contract, schema 1.
//!
//! A report knows nothing of rules or documents; renderers see nothing else.

pub mod about;
pub mod comparison;
pub mod difference;

use crate::finding::{Confidence, Family, Severity};
use crate::text::{BlockKind, Field};
use serde::Serialize;

/// The version of this contract.
pub const SCHEMA: u32 = 1;

/// The report on one article.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// [`SCHEMA`].
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

/// The copy score: of the copy, not of the truth and not of the outlet.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ScoreReport {
    /// 100 less all losses, 0–100.
    pub value: f64,
    /// Lower end of the 90 % band.
    pub low: f64,
    /// Upper end of the 90 % band.
    pub high: f64,
    /// False where the article is too short to score.
    pub scored: bool,
    /// The four parts.
    pub families: FamilyScores,
    /// Where the article stands among others, where a reference was given. No part of the score.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub standing: Vec<Standing>,
}

/// Where an article stands among the stories of a reference.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    /// What is compared: `loaded-words` or `unsourced-claims`.
    pub measure: String,
    /// The article's own rate: by 1,000 words of the author's own, by 100 sentences that make a claim.
    pub rate: f64,
    /// Of 100 stories, so many have a lower rate, 0–100.
    pub more_than: u32,
    /// So many at least, at 95 % confidence: Wilson's lower bound.
    pub at_least: u32,
    /// Stories compared with.
    pub stories: usize,
    /// The reference's name.
    pub reference: String,
    /// The genre whose stories they are; `null` for all.
    pub genre: Option<String>,
}

/// The score's four parts.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FamilyScores {
    /// Internal contradictions.
    pub consistency: FamilyScore,
    /// Unsourced claims.
    pub sourcing: FamilyScore,
    /// Boilerplate.
    pub noise: FamilyScore,
    /// Emotive wording.
    pub tone: FamilyScore,
}

impl FamilyScores {
    /// The part of a family.
    #[must_use]
    pub fn of(&self, family: Family) -> &FamilyScore {
        match family {
            Family::Consistency => &self.consistency,
            Family::Sourcing => &self.sourcing,
            Family::Noise => &self.noise,
            Family::Tone => &self.tone,
        }
    }

    /// The part of a family, to be filled in.
    pub fn of_mut(&mut self, family: Family) -> &mut FamilyScore {
        match family {
            Family::Consistency => &mut self.consistency,
            Family::Sourcing => &mut self.sourcing,
            Family::Noise => &mut self.noise,
            Family::Tone => &mut self.tone,
        }
    }
}

/// One part of the score.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FamilyScore {
    /// 100 less the family's loss as a share of its cap, 0–100.
    pub value: f64,
    /// Points the family takes off the total.
    pub loss: f64,
}

impl Default for FamilyScore {
    fn default() -> Self {
        Self {
            value: 100.0,
            loss: 0.0,
        }
    }
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

/// One finding, with positions.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FindingReport {
    /// The rule's id.
    pub rule: String,
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
    /// `named`, `institution`, `anonymous` or `vague`.
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

/// What was read.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Analysis {
    /// What the article says about itself, or was said of it.
    pub about: about::AboutReport,
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
