//! What makes a run fail: the exit code, and what is said of it.

use super::{FindingReport, Report};
use crate::finding::Severity;

/// What makes a run fail. It stands beside the gate, which asks about publication: a desk may want to hear of less,
/// and a draft may fail on nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Findings this grave and graver do; `None` if no severity does.
    pub least: Option<Severity>,
    /// What the gate asks for does.
    pub gate: bool,
}

impl Default for Bar {
    /// As where nobody has set anything.
    fn default() -> Self {
        Self {
            least: Some(Severity::Major),
            gate: true,
        }
    }
}

impl Report {
    /// Does this finding make the run fail?
    #[must_use]
    pub fn fails(&self, finding: &FindingReport) -> bool {
        let grave = self.bar.least.is_some_and(|least| finding.severity >= least);
        let asked = self.bar.gate && self.gate.by.contains(&finding.rule);
        finding.allowed.is_none() && (grave || asked)
    }

    /// The findings that make the run fail.
    pub fn failing(&self) -> impl Iterator<Item = &FindingReport> {
        self.findings.iter().filter(|finding| self.fails(finding))
    }
}
