//! Which findings two drafts share.
//!
//! First by what allowances know them by: rule and words. Of several on the same words those in the same
//! sentence belong together, then each to the next. Then by rule and sentence: who edits flagged words
//! without mending them has left the finding, not fixed one and introduced another.

use crate::facts::wording;
use crate::report::FindingReport;
use crate::report::difference::Left;
use std::collections::BTreeMap;

/// Findings, told apart by what became of them.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub fixed: Vec<FindingReport>,
    pub introduced: Vec<FindingReport>,
    pub left: Vec<Left>,
}

/// Least share of the shorter sentence's words that come back in order in a sentence that was edited.
const LEAST_SAME: f64 = 0.6;
/// Findings of one rule that are held against each other sentence by sentence: more are a habit, and their
/// order decides well enough.
const MOST_OF_A_RULE: usize = 50;

/// Tells the findings of an old and a new draft apart.
pub(super) fn of(old: Vec<FindingReport>, new: Vec<FindingReport>) -> Findings {
    let mut pairs = Pairs {
        became: vec![None; old.len()],
        was: vec![None; new.len()],
    };
    let words = |f: &FindingReport| {
        f.fingerprint
            .rsplit_once('-')
            .map_or(String::new(), |(w, _)| w.to_owned())
    };
    for group in groups(&old, &new, words).values() {
        pairs.pair(group, |a, b| sentence(&old[a]) == sentence(&new[b]));
        pairs.rest(group);
    }
    for group in groups(&old, &new, |f| f.rule.clone()).values() {
        pairs.pair(group, |a, b| is_edited(&old[a], &new[b]));
    }
    let was = pairs.was;
    let mut out = Findings::default();
    let mut left: Vec<Option<FindingReport>> = old.into_iter().map(Some).collect();
    for (finding, was) in new.into_iter().zip(was) {
        match was.and_then(|at: usize| left[at].take()) {
            Some(old) => out.left.push(Left {
                was: old.primary,
                finding,
            }),
            None => out.introduced.push(finding),
        }
    }
    out.fixed = left.into_iter().flatten().collect();
    out
}

/// The numbers of findings of the old and the new draft.
type Group = (Vec<usize>, Vec<usize>);

/// Which findings are one.
struct Pairs {
    became: Vec<Option<usize>>,
    was: Vec<Option<usize>>,
}

impl Pairs {
    /// Of a group those that are still alone, the first of many.
    fn alone(&self, group: &Group) -> Group {
        let old = group.0.iter().copied().filter(|n| self.became[*n].is_none());
        let new = group.1.iter().copied().filter(|n| self.was[*n].is_none());
        (old.collect(), new.collect())
    }

    fn join(&mut self, old: usize, new: usize) {
        self.became[old] = Some(new);
        self.was[new] = Some(old);
    }

    /// Joins each of the first of the old ones with the first new one that is the same.
    fn pair(&mut self, group: &Group, same: impl Fn(usize, usize) -> bool) {
        let (mut old, mut new) = self.alone(group);
        old.truncate(MOST_OF_A_RULE);
        new.truncate(MOST_OF_A_RULE);
        for o in old {
            if let Some(at) = new.iter().position(|n| same(o, *n)) {
                self.join(o, new.remove(at));
            }
        }
    }

    /// Joins what is left, in order.
    fn rest(&mut self, group: &Group) {
        let (old, new) = self.alone(group);
        for (o, n) in old.into_iter().zip(new) {
            self.join(o, n);
        }
    }
}

/// The numbers of the findings of both drafts that share a key, in order.
fn groups(
    old: &[FindingReport],
    new: &[FindingReport],
    key: impl Fn(&FindingReport) -> String,
) -> BTreeMap<String, Group> {
    let mut out: BTreeMap<String, Group> = BTreeMap::new();
    for (number, finding) in old.iter().enumerate() {
        out.entry(key(finding)).or_default().0.push(number);
    }
    for (number, finding) in new.iter().enumerate() {
        if let Some(group) = out.get_mut(&key(finding)) {
            group.1.push(number);
        }
    }
    out
}

/// The words of the sentence that a finding stands in, as far as a report keeps them.
fn sentence(finding: &FindingReport) -> Vec<String> {
    let quote = finding.sentences.first().unwrap_or(&finding.primary);
    let words = quote.quote.split(|c: char| !c.is_alphanumeric());
    words.filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

fn is_edited(old: &FindingReport, new: &FindingReport) -> bool {
    let (a, b) = (sentence(old), sentence(new));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    // A finding on the whole copy stands on no words.
    !short.is_empty() && wording::is_alike(short, long, LEAST_SAME)
}
