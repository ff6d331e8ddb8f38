//! Stretches of a source, asked whether others overlap them: a page may hold thousands.

use std::collections::BTreeMap;
use std::ops::Range;

/// Stretches that do not overlap: those that do are joined.
#[derive(Debug, Default)]
pub(super) struct Stretches(BTreeMap<usize, usize>);

impl Stretches {
    /// Puts in a stretch.
    pub(super) fn add(&mut self, stretch: &Range<usize>) {
        let mut joined = stretch.clone();
        while let Some((start, end)) = self.last_before(joined.end).filter(|(_, end)| *end > joined.start) {
            self.0.remove(&start);
            joined = start.min(joined.start)..end.max(joined.end);
        }
        let end = self.0.entry(joined.start).or_insert(joined.end);
        *end = joined.end.max(*end);
    }

    /// Is a part of a stretch in one that was put in?
    pub(super) fn overlap(&self, stretch: &Range<usize>) -> bool {
        self.last_before(stretch.end)
            .is_some_and(|(_, end)| end > stretch.start)
    }

    fn last_before(&self, at: usize) -> Option<(usize, usize)> {
        self.0.range(..at).next_back().map(|(start, end)| (*start, *end))
    }
}

impl<'a> FromIterator<&'a Range<usize>> for Stretches {
    fn from_iter<I: IntoIterator<Item = &'a Range<usize>>>(all: I) -> Self {
        let mut out = Self::default();
        for stretch in all {
            out.add(stretch);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::Stretches;

    #[test]
    fn they_overlap_as_one_by_one() {
        let all = [4..9, 20..25, 8..12, 0..2, 2..4, 30..31, 24..32];
        for known in 0..=all.len() {
            let stretches: Stretches = all[..known].iter().collect();
            for start in 0..35 {
                for end in start + 1..36 {
                    let wanted = all[..known].iter().any(|s| s.start < end && start < s.end);
                    assert_eq!(stretches.overlap(&(start..end)), wanted, "{known} {start} {end}");
                }
            }
        }
    }
}
