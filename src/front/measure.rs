//! How often rules are right: counted on a labelled corpus, and written into their files.

mod record;

pub(super) use record::recorded;

use super::corpus::Labelled;
use super::shield;
use crate::engine::{Engine, Options};
use crate::finding::{Precision, Severity};
use crate::report::FindingReport;
use crate::rules::Rule;
use crate::rules::written::Status;
use std::collections::BTreeMap;

/// What was counted over a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// Articles.
    pub(super) articles: usize,
    /// Those of which somebody said something.
    pub(super) labelled: usize,
    /// Words of copy as read, headlines included.
    pub(super) words: usize,
    /// By rule id.
    pub(super) rules: BTreeMap<String, Count>,
}

/// What was counted of one rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// All its findings.
    pub(super) found: usize,
    /// Those that somebody judged.
    pub(super) judged: Precision,
}

impl Tally {
    /// What one article adds.
    ///
    /// # Errors
    /// If the engine failed on it.
    pub(super) fn of(engine: &Engine, labelled: &Labelled) -> Result<Self, String> {
        let report = shield::check(engine, &labelled.article, Options::with_analysis())?;
        let headline = labelled.article.headline.as_deref().unwrap_or_default();
        let body = report.analysis.as_ref().map_or("", |a| &a.text);
        let mut tally = Self {
            articles: 1,
            labelled: usize::from(labelled.is_labelled()),
            words: headline.split_whitespace().chain(body.split_whitespace()).count(),
            rules: BTreeMap::new(),
        };
        for finding in &report.findings {
            let rule = engine.rules().rules.iter().find(|r| *r.id == *finding.rule);
            if rule.is_some_and(|rule| !speaks_for(rule, finding)) {
                continue;
            }
            let count = tally.rules.entry(finding.rule.clone()).or_default();
            count.found += 1;
            match labelled.judge(finding) {
                Some(true) => count.judged.right += 1,
                Some(false) => count.judged.wrong += 1,
                None => {}
            }
        }
        Ok(tally)
    }

    /// Adds what another counted.
    pub(super) fn add(&mut self, other: Self) {
        self.articles += other.articles;
        self.labelled += other.labelled;
        self.words += other.words;
        for (rule, more) in other.rules {
            let count = self.rules.entry(rule).or_default();
            count.found += more.found;
            count.judged.right += more.judged.right;
            count.judged.wrong += more.judged.wrong;
        }
    }
}

/// Does the finding stand for its rule? Where the check itself made it lighter than the rule is, as for a word
/// that the sentence earns, it is a note beside the rule, and says nothing of how often the rule is right.
fn speaks_for(rule: &Rule, finding: &FindingReport) -> bool {
    rule.status == Status::Trial || finding.severity >= rule.severity
}

/// The gravest severity that a rule of this record may carry; `None` if nobody counted.
pub(super) fn may_carry(judged: Precision) -> Option<Severity> {
    judged.share().map(Severity::most_for)
}
