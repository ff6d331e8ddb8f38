//! An allowance that lets nothing stand, as a finding.

use crate::allow::{Allow, What};
use crate::finding::{Confidence, Family, Severity, fingerprint};
use crate::report::{Allowance, FindingReport, Place};
use crate::rules::Rules;

/// The id under which an allowance is reported that lets nothing stand. It is no rule of a pack: it is about
/// the newsroom's own decisions and not about the copy, and so costs no points.
pub const STALE: &str = "allow/stale";
/// What it finds, in a few words.
const STALE_SUMMARY: &str = "an allowance that lets nothing stand";
/// Why it matters.
pub const STALE_WHY: &str = "An exception that nobody needs any more hides the next mistake.";

/// Why it matters where nobody can tell what was decided.
pub(super) const UNREADABLE_WHY: &str =
    "A decision that cannot be read decides nothing: what it was to let stand still counts.";

/// An allowance that lets nothing stand.
pub(in crate::engine) struct Stale {
    pub(super) rule: String,
    pub(super) place: Place,
    pub(super) message: String,
    pub(super) why: &'static str,
    pub(super) advice: &'static str,
}

impl Stale {
    /// As a finding: minor, so that it is seen; in the family of the rule it names; without points.
    /// What an archive held already stands, as any other finding does.
    pub(in crate::engine) fn report(self, rules: &Rules, beside: &[Allow]) -> FindingReport {
        let fingerprint = fingerprint(STALE, &self.message, 1);
        let held = beside
            .iter()
            .find(|allow| matches!(allow.what, What::Archive { .. }) && allow.what.fingerprint() == fingerprint);
        let of_rule = rules.rules.iter().find(|r| *r.id == *self.rule).map(|r| r.family);
        FindingReport {
            rule: STALE.to_owned(),
            summary: STALE_SUMMARY.to_owned(),
            // An instruction that nobody can follow is something left over in the copy.
            family: of_rule.unwrap_or(Family::Noise),
            severity: Severity::Minor,
            confidence: Confidence::High,
            measured: None,
            fingerprint,
            message: self.message,
            why: self.why.to_owned(),
            advice: self.advice.to_owned(),
            points: 0.0,
            sentences: vec![self.place.clone()],
            primary: self.place,
            related: Vec::new(),
            also: Vec::new(),
            allowed: held.map(Allowance::of),
        }
    }
}
