//! Items that hold their copy twice, as text and as HTML: what goes from one goes from the other.

use super::Furniture;
use super::strings::Strings;
use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;

/// Where the removed lines stand once more as lines of their own, and what has to go there. Only a string
/// that is about as long as the one a line was found in is a copy: a keyword may say the same words.
pub(super) fn elsewhere(source: &str, strings: &Strings, removed: &[Furniture]) -> Vec<(Furniture, Range<usize>)> {
    let written = removed.iter().map(|f| source.get(f.place.clone()).unwrap_or_default());
    let finder = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(written);
    let Ok(finder) = finder else { return Vec::new() };
    let mut lines = 1;
    let mut counted = 0;
    let mut found = Vec::new();
    for again in finder.find_iter(source).filter(|again| !again.is_empty()) {
        let first = &removed[again.pattern().as_usize()];
        let place = again.start()..again.end();
        let (Some(own), Some(other)) = (strings.around(first.place.start), strings.around(place.start)) else {
            continue;
        };
        if own == other || other.len() * 2 < own.len() {
            continue;
        }
        if let Some(range) = strings.range(source, place.clone()) {
            lines += memchr::memchr_iter(b'\n', &source.as_bytes()[counted..place.start]).count();
            counted = place.start;
            let furniture = Furniture {
                line: lines,
                place,
                ..first.clone()
            };
            found.push((furniture, range));
        }
    }
    found
}
