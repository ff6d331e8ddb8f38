//! Pairs of quotations that drift, by the saying they are of: one altered copy of four is one finding.

use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Wordings of one saying that are shown beside the odd one.
const MOST_SHOWN: usize = 3;

/// The pairs that drift, by the saying they are of: a quotation that stands four times and once otherwise is
/// altered once. Of each saying the wording that most others contradict, of equals the last, and the others.
pub(super) fn sayings(drifted: &[(usize, usize)]) -> Vec<(usize, Vec<usize>)> {
    // For each quotation the first one of its saying, by way of earlier ones.
    let mut first: FxHashMap<usize, usize> = FxHashMap::default();
    let root = |first: &FxHashMap<usize, usize>, mut n: usize| {
        while let Some(up) = first.get(&n).filter(|up| **up != n) {
            n = *up;
        }
        n
    };
    let mut against: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (a, b) in drifted {
        let (x, y) = (root(&first, *a), root(&first, *b));
        let (x, y) = (x.min(y), x.max(y));
        first.insert(y, x);
        // What is hung under the first itself is found in one step.
        first.insert(*b, x);
        against.entry(*a).or_default().push(*b);
        against.entry(*b).or_default().push(*a);
    }
    let mut odd: BTreeMap<usize, usize> = BTreeMap::new();
    for (n, others) in &against {
        let best = odd.entry(root(&first, *n)).or_insert(*n);
        if others.len() >= against.get(best).map_or(0, Vec::len) {
            *best = *n;
        }
    }
    let mut out: Vec<(usize, Vec<usize>)> = odd
        .into_values()
        .map(|odd| {
            (
                odd,
                against
                    .get(&odd)
                    .map_or(Vec::new(), |others| others.iter().copied().take(MOST_SHOWN).collect()),
            )
        })
        .collect();
    out.sort_unstable();
    out
}
