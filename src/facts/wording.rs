//! Two wordings of one thing said.
//!
//! Two quotations of one speech share most of their words in order: the longest common subsequence of the
//! shorter with a window of the longer, not a contiguous copy.

/// Do the words of the shorter stand in the longer as they are?
#[must_use]
pub fn holds<W: PartialEq>(short: &[W], long: &[W]) -> bool {
    short.is_empty() || long.windows(short.len()).any(|w| w == short)
}

/// How many words two quotations have in common, order left out, each as often as it stands in both. Their
/// words are sorted. No more than these can come back in order, and they are counted far faster than
/// [`is_alike`] finds out.
#[must_use]
pub fn in_common<W: Ord>(one: &[W], other: &[W]) -> usize {
    let (mut at, mut common) = (0, 0);
    for word in one {
        at += other[at..].iter().take_while(|o| *o < word).count();
        if other.get(at) == Some(word) {
            at += 1;
            common += 1;
        }
    }
    common
}

/// Do so large a share (0–1) of the shorter one's words come back in order and together in the longer one?
#[must_use]
pub fn is_alike<W: PartialEq>(short: &[W], long: &[W], least: f64) -> bool {
    // Each row holds (length, where it began).
    let mut row: Vec<(usize, usize)> = vec![(0, 0); long.len() + 1];
    for word in short {
        let mut diagonal = row[0];
        for (at, other) in long.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other {
                (diagonal.0 + 1, if diagonal.0 == 0 { at } else { diagonal.1 })
            } else if above.0 >= row[at].0 {
                above
            } else {
                row[at]
            };
            diagonal = above;
        }
    }
    let Some((length, _)) = row.last().copied() else {
        return false;
    };
    // The words in common must stand together in the longer one, not be scattered over a speech.
    let together = row
        .iter()
        .enumerate()
        .filter(|(_, (l, _))| *l == length)
        .map(|(end, (_, start))| end - start)
        .min()
        .unwrap_or(usize::MAX);
    length as f64 >= least * short.len() as f64 && together <= short.len() + short.len() / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_common_are_counted_as_often_as_both_have_them() {
        assert_eq!(in_common(&[1, 1, 2, 5], &[1, 2, 2, 4]), 2);
        assert_eq!(in_common(&[1, 1], &[1, 1, 1]), 2);
        assert_eq!(in_common::<u32>(&[], &[1]), 0);
    }

    #[test]
    fn no_more_come_back_in_order_than_are_in_common() {
        let (short, long) = (
            ["we", "will", "not", "move"],
            ["they", "say", "we", "will", "never", "move"],
        );
        let sorted = |words: &[&'static str]| {
            let mut words = words.to_vec();
            words.sort_unstable();
            words
        };
        assert_eq!(in_common(&sorted(&short), &sorted(&long)), 3);
        assert!(is_alike(&short, &long, 0.75));
        assert!(!is_alike(&short, &long, 0.8));
    }
}
