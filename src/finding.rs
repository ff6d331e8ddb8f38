//! What a rule has to say about a place in the text. Knows spans and nothing else.

use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One of the four built-in packs, which are also the four parts of the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// Internal contradictions.
    Consistency,
    /// Claims nobody stands behind.
    Sourcing,
    /// Boilerplate left in the copy.
    Noise,
    /// Emotive wording in the author's own voice.
    Tone,
}

impl Family {
    /// All four, in the order reports show them.
    pub const ALL: [Self; 4] = [Self::Consistency, Self::Sourcing, Self::Noise, Self::Tone];

    /// Its name, which is its pack's folder.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Consistency => "consistency",
            Self::Sourcing => "sourcing",
            Self::Noise => "noise",
            Self::Tone => "tone",
        }
    }
}

/// How much it matters if the finding is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Shown on request, never scored.
    Info,
    /// Should be mended.
    Minor,
    /// Mend or answer before publication.
    Major,
    /// A second reader before publication.
    Critical,
}

impl Severity {
    /// All four, gravest first.
    pub const ALL: [Self; 4] = [Self::Critical, Self::Major, Self::Minor, Self::Info];

    /// The gravest that a rule may carry which is right this often, 0–1. Less than three times in four it
    /// must not hold anybody up; more often wrong than right it may only make notes.
    #[must_use]
    pub fn most_for(share: f64) -> Self {
        match share {
            s if s >= 0.75 => Self::Critical,
            s if s >= 0.5 => Self::Minor,
            _ => Self::Info,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::Major => "major",
            Self::Minor => "minor",
            Self::Info => "info",
        }
    }
}

/// How often the rule has been right where it was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Less than three times in four, or never measured.
    Low,
    /// At least three times in four.
    Medium,
    /// At least nine times in ten.
    High,
}

impl Confidence {
    /// What a share of right findings, 0–1, earns.
    #[must_use]
    pub fn of_precision(share: f64) -> Self {
        match share {
            s if s >= 0.9 => Self::High,
            s if s >= 0.75 => Self::Medium,
            _ => Self::Low,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }
}

/// One thing for an editor to look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's id, `pack/name`.
    pub rule: Arc<str>,
    /// Which part of the score it weighs on.
    pub family: Family,
    /// How much it matters if it is right.
    pub severity: Severity,
    /// How often the rule is right.
    pub confidence: Confidence,
    /// The share of its findings that were right, 0–1, as far as they were counted.
    pub precision: Precision,
    /// What is wrong, quoting the article.
    pub message: String,
    /// Why it matters.
    pub why: Arc<str>,
    /// What to do.
    pub advice: Arc<str>,
    /// The words it is about.
    pub primary: Span,
    /// The other half of a contradiction, and whatever else the reader must see beside it.
    pub related: Vec<Span>,
    /// Rules that found the same words and were folded into this finding.
    pub also: Vec<Arc<str>>,
    /// Is it about the article as a whole, and its place only an example?
    pub whole: bool,
}

/// The same for the same rule on the same words, wherever in the article they move: the `nth` such finding, from 1.
///
/// FNV-1a over the rule and the quote, case and white space folded: a fingerprint must stay the same on every
/// machine and in every version, which the standard library's hashers do not promise.
#[must_use]
pub fn fingerprint(rule: &str, quote: &str, nth: u32) -> String {
    mark(words_hash(rule, quote), nth)
}

/// What a fingerprint is made of, beside the number of the finding.
#[must_use]
pub fn words_hash(rule: &str, quote: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    rule.bytes().for_each(&mut eat);
    for word in quote.split_whitespace() {
        eat(b' ');
        if word.is_ascii() {
            word.bytes().map(|byte| byte.to_ascii_lowercase()).for_each(&mut eat);
        } else {
            word.to_lowercase().bytes().for_each(&mut eat);
        }
    }
    hash
}

/// The fingerprint of the `nth` finding with a hash.
#[must_use]
pub fn mark(hash: u64, nth: u32) -> String {
    format!("{hash:016x}-{nth}")
}

/// How often a rule was right when somebody counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Precision {
    /// Findings that were right.
    pub right: u32,
    /// Findings that were wrong.
    pub wrong: u32,
}

impl Precision {
    /// The share that was right, 0–1; `None` if nobody counted.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        let all = self.right + self.wrong;
        (all > 0).then(|| f64::from(self.right) / f64::from(all))
    }

    /// The confidence it earns.
    #[must_use]
    pub fn confidence(self) -> Confidence {
        self.share().map_or(Confidence::Low, Confidence::of_precision)
    }
}
