//! Which sentence of a new draft was which of the old one.
//!
//! Equal sentences first, however far they were moved. Of the rest two belong together that share most of
//! their words; candidates are found by the words that few sentences hold, so that the time grows with the
//! article and not with its square.

use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;

/// Least share of words in common, twice those over both lengths (Dice 1945), for an edited sentence.
const LEAST_SAME: f64 = 0.5;
/// A word in more sentences than this tells none of them from the others.
const MOST_SENTENCES: usize = 32;

/// For each old sentence the number of the new one that it became, if there is one.
pub(super) fn align(old: &[Vec<String>], new: &[Vec<String>]) -> Vec<Option<usize>> {
    let mut same: FxHashMap<&[String], VecDeque<usize>> = FxHashMap::default();
    for (number, words) in new.iter().enumerate() {
        same.entry(words).or_default().push_back(number);
    }
    let mut became: Vec<Option<usize>> = old
        .iter()
        .map(|words| same.get_mut(words.as_slice())?.pop_front())
        .collect();
    let mut taken: FxHashSet<usize> = became.iter().flatten().copied().collect();
    let mut holding: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (number, words) in new.iter().enumerate().filter(|(n, _)| !taken.contains(n)) {
        let words: FxHashSet<&str> = words.iter().map(String::as_str).collect();
        for word in words {
            holding.entry(word).or_default().push(number);
        }
    }
    for (number, words) in old.iter().enumerate() {
        if became[number].is_some() {
            continue;
        }
        let words: FxHashSet<&str> = words.iter().map(String::as_str).collect();
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        for word in &words {
            let sentences = holding.get(word).filter(|s| s.len() <= MOST_SENTENCES);
            for sentence in sentences.into_iter().flatten() {
                *shared.entry(*sentence).or_default() += 1;
            }
        }
        let candidates = shared.keys().filter(|c| !taken.contains(c)).copied();
        let alike = candidates.map(|c| (dice(&words, &new[c]), c));
        // Of two that are equally alike the one that comes first.
        let best = alike.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, best)) = best.filter(|(share, _)| *share >= LEAST_SAME) {
            became[number] = Some(best);
            taken.insert(best);
        }
    }
    became
}

fn dice(words: &FxHashSet<&str>, other: &[String]) -> f64 {
    let other: FxHashSet<&str> = other.iter().map(String::as_str).collect();
    let shared = words.intersection(&other).count();
    2.0 * shared as f64 / (words.len() + other.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(sentences: &[&str]) -> Vec<Vec<String>> {
        let words = |s: &&str| s.split(' ').map(str::to_owned).collect();
        sentences.iter().map(words).collect()
    }

    #[test]
    fn a_moved_sentence_and_an_edited_one_are_known_again() {
        let old = words(&["the bridge opened in may", "nine boats sank off the point", "it rained"]);
        let new = words(&[
            "eleven boats sank off the point",
            "a new mayor spoke",
            "the bridge opened in may",
        ]);
        assert_eq!(align(&old, &new), [Some(2), Some(0), None]);
    }

    #[test]
    fn equal_sentences_keep_their_order() {
        let old = words(&["it rained", "it rained"]);
        assert_eq!(align(&old, &old), [Some(0), Some(1)]);
    }
}
