//! The constants of the score, as `rules/score.toml` gives them.

use super::{Exposure, estimate};
use crate::finding::{Family, Finding, Precision, Severity};
use serde::Deserialize;

/// The constants of the score.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    points: Points,
    /// Findings that every rule is taken to have been right and wrong about before any was counted.
    pub prior: Prior,
    family: Families,
    /// Below this an article is too short to score.
    pub least: Least,
    /// The band around the score.
    pub band: Band,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Points {
    critical: f64,
    major: f64,
    minor: f64,
    info: f64,
}

/// What is believed of a rule before it was measured.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prior {
    /// Findings taken to have been right.
    pub right: f64,
    /// Findings taken to have been wrong.
    pub wrong: f64,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Families {
    consistency: Part,
    sourcing: Part,
    noise: Part,
    tone: Part,
}

/// One family's part of the score.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The most it can take off the score.
    pub cap: f64,
    /// What its findings are counted against.
    #[serde(default)]
    pub per: Per,
    /// What a finding's points are multiplied by …
    pub scale: f64,
    /// … and divided by, together with the exposure.
    pub floor: f64,
}

/// What findings are counted against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Per {
    /// Nothing: each stands for itself.
    #[default]
    Article,
    /// Sentences that make a claim.
    Claims,
    /// The author's own words.
    Words,
}

/// The least copy that is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Least {
    /// Words of copy outside quotations.
    pub words: usize,
    /// Sentences that make a claim.
    pub claims: usize,
}

impl Least {
    /// Is there enough copy to be scored?
    #[must_use]
    pub fn is_met_by(self, exposure: Exposure) -> bool {
        exposure.words >= self.words && exposure.claims >= self.claims
    }
}

/// The band around the score.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The probability with which it holds the score, 0–1.
    pub holds: f64,
}

impl Weights {
    /// Reads the constants.
    ///
    /// # Errors
    /// If a key is missing, unknown, or of the wrong type.
    pub fn read(toml: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(toml)
    }

    /// The built-in constants.
    ///
    /// # Panics
    /// If `rules/score.toml` has a fault, which a test would show.
    #[must_use]
    pub fn builtin() -> Self {
        Self::read(include_str!("../../rules/score.toml")).unwrap_or_else(|e| panic!("rules/score.toml is faulty: {e}"))
    }

    /// A family's part.
    #[must_use]
    pub fn part(&self, family: Family) -> &Part {
        match family {
            Family::Consistency => &self.family.consistency,
            Family::Sourcing => &self.family.sourcing,
            Family::Noise => &self.family.noise,
            Family::Tone => &self.family.tone,
        }
    }

    /// How often a rule of this record is right, 0–1.
    #[must_use]
    pub fn trust(&self, precision: Precision) -> f64 {
        let (a, b) = self.shapes(precision);
        estimate(a, b)
    }

    /// The shapes of the Beta distribution of how often a rule of this record is right.
    #[must_use]
    pub fn shapes(&self, precision: Precision) -> (f64, f64) {
        (
            1.0 + self.prior.right + f64::from(precision.right),
            1.0 + self.prior.wrong + f64::from(precision.wrong),
        )
    }

    /// What a finding costs before its family's cap.
    #[must_use]
    pub fn raw(&self, finding: &Finding, exposure: Exposure) -> f64 {
        let part = self.part(finding.family);
        // A line of furniture is a line, whatever the rule thinks of it, unless it is a mere note.
        let severity = match (finding.family, finding.severity) {
            (Family::Noise, Severity::Major | Severity::Critical) => Severity::Minor,
            (_, severity) => severity,
        };
        let points = match severity {
            Severity::Critical => self.points.critical,
            Severity::Major => self.points.major,
            Severity::Minor => self.points.minor,
            Severity::Info => self.points.info,
        };
        // What is said of the whole article is said once.
        if finding.whole {
            return points * self.trust(finding.precision);
        }
        let exposure = match part.per {
            Per::Article => 0,
            Per::Claims => exposure.claims,
            Per::Words => exposure.words,
        };
        points * self.trust(finding.precision) * part.scale / (exposure as f64 + part.floor)
    }
}
