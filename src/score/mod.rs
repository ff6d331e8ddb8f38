//! From findings to a score that is a sum.
//!
//! score = 100 − Σ losses: every lost point names a finding, and mending it returns that many points.
//! The constants stand in `rules/score.toml`. The only user of `statrs`.

mod band;
mod reference;
mod share;
mod weights;

pub use reference::{LEAST_STORIES, Measure, Reference, Stories, Story};
pub use share::{at_least, estimate};
pub use weights::{Part, Per, Weights};

use crate::finding::{Family, Finding};
use crate::report::{FamilyScore, FamilyScores, ScoreReport};

/// What the score counts findings against.
#[derive(Clone, Copy, Debug, Default)]
pub struct Exposure {
    /// Words outside quotations, noise left out.
    pub words: usize,
    /// Sentences that make a claim, sourced or not.
    pub claims: usize,
}

/// The score, and the points of each finding in the order given.
///
/// All numbers are whole tenths: the points of a family's findings add up to its loss, and the losses
/// to 100 less the score.
#[must_use]
pub fn score(findings: &[Finding], exposure: Exposure, weights: &Weights) -> (ScoreReport, Vec<f64>) {
    let mut tenths = vec![0_u32; findings.len()];
    let mut families = FamilyScores::default();
    let mut gone = 0;
    for family in Family::ALL {
        let part = weights.part(family);
        let raw: Vec<f64> = findings
            .iter()
            .map(|f| {
                if f.family == family {
                    weights.raw(f, exposure)
                } else {
                    0.0
                }
            })
            .collect();
        let sum: f64 = raw.iter().sum();
        if sum <= 0.0 {
            continue;
        }
        let loss = part.cap * (1.0 - (-sum / part.cap).exp());
        let total = to_tenths(loss);
        for (tenth, share) in tenths.iter_mut().zip(shared(total, &raw, sum)) {
            *tenth += share;
        }
        gone += total;
        *families.of_mut(family) = FamilyScore {
            value: from_tenths(to_tenths(100.0 * (1.0 - loss / part.cap))),
            loss: from_tenths(total),
        };
    }
    let value = from_tenths(1000_u32.saturating_sub(gone));
    let points: Vec<f64> = tenths.into_iter().map(from_tenths).collect();
    let (low, high) = band::band(findings, &points, value, weights);
    let report = ScoreReport {
        value,
        low,
        high,
        scored: weights.least.is_met_by(exposure),
        families,
        standing: Vec::new(),
    };
    (report, points)
}

/// Shares out whole tenths in proportion: all get their floor, and those that lost most by it one more.
fn shared(total: u32, raw: &[f64], sum: f64) -> Vec<u32> {
    let exact: Vec<f64> = raw.iter().map(|r| f64::from(total) * r / sum).collect();
    let mut out: Vec<u32> = exact.iter().map(|e| whole(e.floor())).collect();
    let left = total.saturating_sub(out.iter().sum()) as usize;
    let mut order: Vec<usize> = (0..raw.len()).filter(|i| raw[*i] > 0.0).collect();
    // Equal remainders by place, so that the same findings always get the same points.
    order.sort_by(|a, b| exact[*b].fract().total_cmp(&exact[*a].fract()).then(a.cmp(b)));
    for i in order.into_iter().take(left) {
        out[i] += 1;
    }
    out
}

fn to_tenths(points: f64) -> u32 {
    whole((points * 10.0).round())
}

fn from_tenths(tenths: u32) -> f64 {
    f64::from(tenths) / 10.0
}

/// A number without a fraction, as one. Losses lie between 0 and 1000 tenths.
#[expect(clippy::cast_sign_loss, reason = "clamped to what fits")]
fn whole(number: f64) -> u32 {
    number.clamp(0.0, 1_000_000.0) as u32
}

#[cfg(test)]
mod tests;
