//! From findings to a score that is a sum.

use crate::finding::{Family, Finding, Severity};
use crate::report::{FamilyScore, FamilyScores, ScoreReport};

/// What the score counts findings against.
#[derive(Clone, Copy, Debug, Default)]
pub struct Exposure {
    /// Words outside quotations, noise left out.
    pub words: usize,
    /// Sentences that make a claim, sourced or not.
    pub claims: usize,
}

/// Below this an article is too short to score: one finding would decide everything.
const LEAST_WORDS: usize = 120;
/// Likewise for claims.
const LEAST_CLAIMS: usize = 5;

/// The score and the points of each finding, in the order given.
#[must_use]
pub fn score(findings: &[Finding], exposure: Exposure) -> (ScoreReport, Vec<f64>) {
    let mut points = vec![0.0; findings.len()];
    let mut families = FamilyScores::default();
    let mut total = 0.0;
    for family in Family::ALL {
        let raw = |f: &Finding| if f.family == family { raw_loss(f, exposure) } else { 0.0 };
        let sum: f64 = findings.iter().map(raw).sum();
        if sum <= 0.0 {
            continue;
        }
        let cap = cap(family);
        let loss = cap * (1.0 - (-sum / cap).exp());
        for (point, finding) in points.iter_mut().zip(findings) {
            *point += loss * raw(finding) / sum;
        }
        total += loss;
        let part = FamilyScore {
            value: 100.0 * (1.0 - loss / cap),
            loss,
        };
        match family {
            Family::Consistency => families.consistency = part,
            Family::Sourcing => families.sourcing = part,
            Family::Noise => families.noise = part,
            Family::Tone => families.tone = part,
        }
    }
    let value = 100.0 - total;
    let scored = exposure.words >= LEAST_WORDS && exposure.claims >= LEAST_CLAIMS;
    (
        ScoreReport {
            value,
            low: value,
            high: value,
            scored,
            families,
        },
        points,
    )
}

fn cap(family: Family) -> f64 {
    match family {
        Family::Consistency => 45.0,
        Family::Sourcing => 30.0,
        Family::Noise => 10.0,
        Family::Tone => 15.0,
    }
}

fn raw_loss(finding: &Finding, exposure: Exposure) -> f64 {
    let points = match finding.severity {
        Severity::Critical => 10.0,
        Severity::Major => 4.0,
        Severity::Minor => 1.2,
        Severity::Info => 0.0,
    };
    match finding.family {
        Family::Consistency => 1.6 * points,
        Family::Sourcing => points * 12.0 / (exposure.claims as f64 + 6.0),
        Family::Tone => points * 450.0 / (exposure.words as f64 + 300.0),
        Family::Noise => points,
    }
}
