//! Allowances that let nothing stand.

use crate::finding::{Confidence, Family, Severity, fingerprint};
use crate::report::{FindingReport, Place};
use crate::rules::Rules;

/// The id under which an allowance is reported that lets nothing stand. It is no rule of a pack: it is about
/// the newsroom's own decisions and not about the copy, and so costs no points.
pub const STALE: &str = "allow/stale";
/// Why it matters.
pub const STALE_WHY: &str = "An exception that nobody needs any more hides the next mistake.";

/// An allowance that lets nothing stand.
pub(in crate::engine) struct Stale {
    /// The rule it names, if it names one.
    pub(super) rule: String,
    pub(super) place: Place,
    pub(super) message: String,
    pub(super) advice: &'static str,
}

impl Stale {
    /// As a finding: minor, so that it is seen; in the family of the rule it names; without points.
    pub(in crate::engine) fn report(self, rules: &Rules) -> FindingReport {
        let of_rule = rules.rules.iter().find(|r| *r.id == *self.rule).map(|r| r.family);
        FindingReport {
            rule: STALE.to_owned(),
            // An instruction that nobody can follow is something left over in the copy.
            family: of_rule.unwrap_or(Family::Noise),
            severity: Severity::Minor,
            confidence: Confidence::High,
            measured: None,
            fingerprint: fingerprint(STALE, &self.message, 1),
            message: self.message,
            why: STALE_WHY.to_owned(),
            advice: self.advice.to_owned(),
            points: 0.0,
            sentences: vec![self.place.clone()],
            primary: self.place,
            related: Vec::new(),
            also: Vec::new(),
            allowed: None,
        }
    }
}
