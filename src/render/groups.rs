//! Findings as an editor wants them: worst first, the many of one sort folded.

use super::wording::points;
use crate::finding::Severity;
use crate::report::{FindingReport, Report};
use crate::text::one_line;
use std::collections::BTreeMap;

/// The findings of one severity.
#[derive(Debug)]
pub(super) struct Group<'a> {
    pub(super) severity: Severity,
    pub(super) items: Vec<Item<'a>>,
}

/// A finding, and those of the same rule that are folded under it.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) finding: &'a FindingReport,
    pub(super) folded: Vec<&'a FindingReport>,
    /// Is the article scored at all?
    scored: bool,
}

impl Group<'_> {
    /// How many findings it holds, folded ones included.
    pub(super) fn len(&self) -> usize {
        self.items.iter().map(|i| 1 + i.folded.len()).sum()
    }
}

impl<'a> Item<'a> {
    fn alone(finding: &'a FindingReport, scored: bool) -> Self {
        let folded = Vec::new();
        Self {
            finding,
            folded,
            scored,
        }
    }

    /// What it costs, in words; nothing where the article is too short to score.
    pub(super) fn cost(&self) -> Option<String> {
        self.scored.then(|| points(self.points()))
    }

    /// Does every folded finding say the same as the first, of other words?
    pub(super) fn says_one_thing(&self) -> bool {
        let said = saying(self.finding);
        self.folded.iter().all(|folded| saying(folded) == said)
    }

    /// The points of the finding and those folded under it.
    fn points(&self) -> f64 {
        self.finding.points + self.folded.iter().map(|f| f.points).sum::<f64>()
    }
}

/// What a finding says, with a gap for the words that it is about: its message may quote them or not.
fn saying(finding: &FindingReport) -> String {
    let quote = one_line(&finding.primary.quote);
    if quote.is_empty() {
        return finding.message.clone();
    }
    finding.message.replace(&quote, "\u{fffc}")
}

/// So many findings of one rule are shown in full; more are a habit of the author, and one example with the
/// list of the rest says it better.
const MOST_OF_A_RULE: usize = 3;

/// The findings that nobody let stand, by place.
pub(super) fn open(report: &Report) -> impl Iterator<Item = &FindingReport> {
    report.findings.iter().filter(|f| f.allowed.is_none())
}

/// One finding of each rule that found something, in order of the rules' ids.
pub(super) fn of_rules<'a>(reports: impl Iterator<Item = &'a Report>) -> Vec<&'a FindingReport> {
    let mut out: Vec<&FindingReport> = reports.flat_map(|r| &r.findings).collect();
    out.sort_by(|a, b| a.rule.cmp(&b.rule));
    out.dedup_by(|a, b| a.rule == b.rule);
    out
}

/// The groups of a report, gravest first; in each the findings by points lost, then by place. Findings that
/// somebody let stand are left out.
pub(super) fn groups(report: &Report) -> Vec<Group<'_>> {
    let of = |severity| {
        let findings: Vec<_> = open(report).filter(|f| f.severity == severity).collect();
        let findings = narrower_first(&findings);
        let items = items(&findings, report.score.scored);
        Group { severity, items }
    };
    let groups = Severity::ALL.into_iter().map(of);
    groups.filter(|g| !g.items.is_empty()).collect()
}

/// Findings in order of their places, but what is on a whole passage behind what is on words in it: the words
/// say more exactly what is meant.
fn narrower_first<'a>(findings: &[&'a FindingReport]) -> Vec<&'a FindingReport> {
    let mut out = Vec::with_capacity(findings.len());
    // Passages whose words may still come, outermost first.
    let mut held: Vec<&'a FindingReport> = Vec::new();
    for (at, &finding) in findings.iter().enumerate() {
        while held.last().is_some_and(|passage| !holds(passage, finding)) {
            out.extend(held.pop());
        }
        if findings.get(at + 1).is_some_and(|next| holds(finding, next)) {
            held.push(finding);
        } else {
            out.push(finding);
        }
    }
    out.extend(held.into_iter().rev());
    out
}

/// Does one finding's place hold the other's, and more?
fn holds(passage: &FindingReport, words: &FindingReport) -> bool {
    let (a, b) = (&passage.primary, &words.primary);
    a.field == b.field && a.start <= b.start && b.end <= a.end && b.end - b.start < a.end - a.start
}

fn items<'a>(findings: &[&'a FindingReport], scored: bool) -> Vec<Item<'a>> {
    let mut items: Vec<Item<'_>> = Vec::new();
    // A finding with a second half is never folded. Counted once: there may be thousands of findings.
    let single = |f: &&FindingReport| f.related.is_empty();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in findings.iter().copied().filter(single) {
        *counts.entry(&finding.rule).or_default() += 1;
    }
    let mut firsts: BTreeMap<&str, usize> = BTreeMap::new();
    for &finding in findings {
        let many = counts.get(&*finding.rule).is_some_and(|count| *count > MOST_OF_A_RULE);
        if !single(&finding) || !many {
            items.push(Item::alone(finding, scored));
        } else if let Some(first) = firsts.get(&*finding.rule) {
            items[*first].folded.push(finding);
        } else {
            firsts.insert(&finding.rule, items.len());
            items.push(Item::alone(finding, scored));
        }
    }
    // A stable sort: equal points stay in the order of the text.
    items.sort_by(|a, b| b.points().total_cmp(&a.points()));
    items
}
