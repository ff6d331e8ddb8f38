//! How far the score can be trusted: the tool's own error.
//!
//! A finding of a rule that is right with probability p costs l/p if it is right and nothing if not, and
//! l on average, which is what the score takes off. Of the rule p is known as far as somebody counted:
//! Beta(a, b). Findings of one rule stand and fall together as far as p is unknown. That gives the
//! variance of the score; the band is the quantiles of the Beta distribution on 0–100 with the score for
//! its mean and that variance, so that it never leaves the scale and is lopsided where the score is.

use super::Weights;
use crate::finding::Finding;
use rustc_hash::FxHashMap;
use statrs::distribution::{Beta, ContinuousCDF};

/// Both shapes are kept in the range in which the quantiles of `statrs` 0.19 are exact.
const SHAPES: std::ops::RangeInclusive<f64> = 1e-2..=1e5;
/// Likewise the probabilities.
const LEAST_PROBABILITY: f64 = 1e-6;

/// The band around a score.
pub(super) fn band(findings: &[Finding], points: &[f64], value: f64, weights: &Weights) -> (f64, f64) {
    let variance = variance(findings, points, weights) / 1e4;
    let mean = value / 100.0;
    if variance <= 0.0 || mean <= 0.0 || mean >= 1.0 {
        return (value, value);
    }
    // No distribution on 0–1 spreads wider than this around its mean.
    let size = (mean * (1.0 - mean) / variance - 1.0).max(0.0);
    let shape = |share: f64| (share * size).clamp(*SHAPES.start(), *SHAPES.end());
    let Ok(beta) = Beta::new(shape(mean), shape(1.0 - mean)) else {
        return (value, value);
    };
    let outside = ((1.0 - weights.band.holds) / 2.0).max(LEAST_PROBABILITY);
    let tenth = |p: f64| (beta.inverse_cdf(p) * 1000.0).round() / 10.0;
    (tenth(outside).min(value), tenth(1.0 - outside).max(value))
}

/// The variance of the score.
fn variance(findings: &[Finding], points: &[f64], weights: &Weights) -> f64 {
    let mut rules: FxHashMap<&str, (f64, f64, f64)> = FxHashMap::default();
    let mut variance = 0.0;
    for (finding, loss) in findings.iter().zip(points) {
        let (a, b) = weights.shapes(finding.precision);
        let p = a / (a + b);
        let full = loss / p;
        variance += full * full * p * (1.0 - p);
        let unknown = p * (1.0 - p) / (a + b + 1.0);
        let of_rule = rules.entry(&finding.rule).or_insert((0.0, 0.0, unknown));
        of_rule.0 += full;
        of_rule.1 += full * full;
    }
    let mut shared: Vec<(&str, f64)> = rules
        .into_iter()
        .map(|(rule, (sum, squares, unknown))| (rule, (sum * sum - squares) * unknown))
        .collect();
    // Floating-point sums depend on their order.
    shared.sort_by_key(|(rule, _)| *rule);
    variance + shared.iter().map(|(_, v)| v).sum::<f64>()
}
