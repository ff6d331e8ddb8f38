//! May it be published? Rules decide, never a number.

use crate::finding::{Finding, Precision, Severity};
use crate::report::{Gate, Verdict};
use crate::rules::{Rule, Rules};
use serde::Deserialize;
use std::sync::Arc;

/// What each rule may ask for, as `rules/gate.toml` says.
#[derive(Clone, Debug, Default)]
pub struct Gatekeeper {
    /// By rule id, in order.
    rules: Vec<(Arc<str>, Ask)>,
    earned: Earned,
}

/// What the findings of one rule ask for.
#[derive(Clone, Copy, Debug)]
struct Ask {
    verdict: Verdict,
    /// From this severity on.
    severity: Severity,
}

/// The gate as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateAsWritten {
    earned: Earned,
    #[serde(default)]
    hold: Vec<Named>,
    #[serde(default)]
    fix: Vec<Named>,
}

/// What a rule must have shown before it may hold an article.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Earned {
    share: f64,
    hits: u32,
}

/// Rules, named.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    #[serde(default)]
    rules: Vec<String>,
    #[serde(default)]
    covers: Vec<String>,
    #[serde(default = "minor")]
    severity: Severity,
}

/// A note asks for nothing.
fn minor() -> Severity {
    Severity::Minor
}

impl Named {
    fn names(&self, rule: &Rule) -> bool {
        let by_id = self.rules.iter().any(|name| match name.strip_suffix('*') {
            Some(pack) => rule.id.starts_with(pack),
            None => &*rule.id == name,
        });
        by_id || self.covers.iter().any(|row| rule.covers.contains(row))
    }
}

impl GateAsWritten {
    /// Reads a gate.
    ///
    /// # Errors
    /// If a key is missing, unknown, or of the wrong type.
    pub fn read(toml: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(toml)
    }

    /// The built-in gate.
    ///
    /// # Panics
    /// If `rules/gate.toml` has a fault, which a test would show.
    #[must_use]
    pub fn builtin() -> Self {
        Self::read(include_str!("../rules/gate.toml")).unwrap_or_else(|e| panic!("rules/gate.toml is faulty: {e}"))
    }
}

impl Earned {
    fn by(self, precision: Precision) -> bool {
        let hits = precision.right + precision.wrong;
        hits >= self.hits && precision.share().is_some_and(|share| share >= self.share)
    }
}

impl Gatekeeper {
    /// A gatekeeper for these rules.
    #[must_use]
    pub fn new(written: &GateAsWritten, rules: &Rules) -> Self {
        let asks = rules.rules.iter().flat_map(|rule| {
            let ask = |named: &[Named], verdict| {
                let named = named.iter().find(|n| n.names(rule))?;
                let severity = named.severity;
                Some((rule.id.clone(), Ask { verdict, severity }))
            };
            [ask(&written.hold, Verdict::Hold), ask(&written.fix, Verdict::Fix)]
        });
        Self {
            rules: asks.flatten().collect(),
            earned: written.earned,
        }
    }

    /// The answer for an article with these findings.
    #[must_use]
    pub fn judge<'a>(&self, findings: impl IntoIterator<Item = &'a Finding>) -> Gate {
        let mut gate = Gate {
            verdict: Verdict::Pass,
            by: Vec::new(),
        };
        for finding in findings {
            let verdict = self.verdict(finding);
            if verdict > gate.verdict {
                gate.verdict = verdict;
                gate.by.clear();
            }
            if verdict == gate.verdict && verdict > Verdict::Pass {
                gate.by.push(finding.rule.to_string());
            }
        }
        gate.by.sort();
        gate.by.dedup();
        gate
    }

    fn verdict(&self, finding: &Finding) -> Verdict {
        let asks = self.rules.iter().filter(|(id, _)| *id == finding.rule);
        let asked = asks
            .filter(|(_, ask)| finding.severity >= ask.severity)
            .map(|(_, ask)| ask.verdict)
            .max();
        match asked {
            Some(Verdict::Hold) if !self.earned.by(finding.precision) => Verdict::Fix,
            Some(verdict) => verdict,
            None => Verdict::Pass,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Confidence, Family};
    use crate::text::Span;

    fn keeper() -> Gatekeeper {
        let ask = |verdict, severity| Ask { verdict, severity };
        Gatekeeper {
            rules: vec![
                ("a/hold".into(), ask(Verdict::Hold, Severity::Major)),
                ("b/fix".into(), ask(Verdict::Fix, Severity::Minor)),
            ],
            earned: Earned { share: 0.95, hits: 20 },
        }
    }

    fn finding(rule: &str, severity: Severity, right: u32, wrong: u32) -> Finding {
        Finding {
            rule: rule.into(),
            family: Family::Consistency,
            severity,
            confidence: Confidence::Low,
            precision: Precision { right, wrong },
            message: String::new(),
            why: "".into(),
            advice: "".into(),
            primary: Span::default(),
            related: Vec::new(),
            also: Vec::new(),
            whole: false,
        }
    }

    #[test]
    fn the_right_to_hold_is_earned() {
        let verdict = |right, wrong| {
            let finding = finding("a/hold", Severity::Major, right, wrong);
            keeper().judge([&finding]).verdict
        };
        assert_eq!(verdict(20, 1), Verdict::Hold);
        assert_eq!(verdict(20, 2), Verdict::Fix, "too often wrong");
        assert_eq!(verdict(19, 0), Verdict::Fix, "too few counted");
        assert_eq!(verdict(0, 0), Verdict::Fix, "never counted");
    }

    #[test]
    fn the_gravest_answer_names_its_rules() {
        let fix = finding("b/fix", Severity::Minor, 0, 0);
        let light = finding("a/hold", Severity::Minor, 99, 0);
        let hold = finding("a/hold", Severity::Critical, 99, 0);
        let other = finding("c/other", Severity::Critical, 99, 0);
        let gate = keeper().judge([&light, &other]);
        assert_eq!((gate.verdict, gate.by.len()), (Verdict::Pass, 0));
        let gate = keeper().judge([&fix, &fix, &light]);
        assert_eq!((gate.verdict, gate.by), (Verdict::Fix, vec!["b/fix".to_owned()]));
        let gate = keeper().judge([&hold, &fix]);
        assert_eq!((gate.verdict, gate.by), (Verdict::Hold, vec!["a/hold".to_owned()]));
    }

    #[test]
    fn every_hold_and_fix_of_the_built_in_gate_can_be_read() {
        let written = GateAsWritten::builtin();
        assert!(!written.hold.is_empty() && !written.fix.is_empty());
    }
}
