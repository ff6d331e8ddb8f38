//! The copy score with its parts.

use crate::finding::Family;
use serde::Serialize;

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
