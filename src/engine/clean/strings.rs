//! The strings of a JSON file, and what goes with a line of furniture in one.

use super::markup;
use std::ops::Range;

/// The strings of a source, in order.
#[derive(Debug)]
pub(super) struct Strings {
    strings: Vec<Text>,
}

/// The characters of a string, between its quotation marks.
#[derive(Debug)]
struct Text {
    place: Range<usize>,
    /// Does it hold HTML?
    markup: bool,
    /// Its lines where it does not: where each begins, ends, and the next one begins.
    lines: Vec<(usize, usize, usize)>,
}

impl Strings {
    /// Finds the strings of JSON that is known to be sound.
    pub(super) fn new(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut strings = Vec::new();
        let mut at = 0;
        while let Some(open) = memchr::memchr(b'"', &bytes[at..]) {
            let start = at + open + 1;
            let mut end = start;
            let mut breaks = Vec::new();
            while let Some(byte) = bytes.get(end).filter(|b| **b != b'"') {
                if *byte == b'\\' {
                    if matches!(bytes.get(end + 1), Some(b'n' | b'r')) {
                        breaks.push(end);
                    }
                    end += 1;
                }
                end += 1;
            }
            let end = end.min(bytes.len());
            strings.push(Text::new(source, start..end, &breaks));
            at = (end + 1).min(bytes.len());
        }
        Self { strings }
    }

    /// The characters of the string around a byte.
    pub(super) fn around(&self, at: usize) -> Option<Range<usize>> {
        let string = self.strings.get(self.strings.partition_point(|s| s.place.end < at))?;
        string.place.contains(&at).then(|| string.place.clone())
    }

    /// What has to go for the words at a place.
    pub(super) fn range(&self, source: &str, words: Range<usize>) -> Option<Range<usize>> {
        let at = self.strings.partition_point(|s| s.place.end < words.start);
        let text = self.strings.get(at)?;
        if text.place.start > words.start || words.end > text.place.end {
            return None;
        }
        if text.markup {
            markup::range(source, words, &text.place)
        } else {
            text.line(source, &words)
        }
    }
}

impl Text {
    fn new(source: &str, place: Range<usize>, breaks: &[usize]) -> Self {
        let text = source.get(place.clone()).unwrap_or_default();
        let markup = ["</", "<\\/", "<br"].iter().any(|sign| text.contains(sign));
        let mut lines = Vec::new();
        if !markup {
            let mut start = place.start;
            for at in breaks {
                lines.push((start, *at, at + 2));
                start = at + 2;
            }
            lines.push((start, place.end, place.end));
        }
        Self { place, markup, lines }
    }

    /// The line that is these words and nothing else, with the blank lines under it if there are some above.
    fn line(&self, source: &str, words: &Range<usize>) -> Option<Range<usize>> {
        let at = self.lines.partition_point(|l| l.1 < words.end);
        let (start, end, mut next) = *self.lines.get(at)?;
        let rest = [source.get(start..words.start)?, source.get(words.end..end)?];
        if rest.iter().any(|r| r.contains(char::is_alphanumeric)) {
            return None;
        }
        let blank = |line: &(usize, usize, usize)| source.get(line.0..line.1).is_some_and(|t| t.trim().is_empty());
        let last = self.lines[at + 1..].iter().take_while(|l| blank(l)).last();
        if let Some(last) = last.filter(|_| at == 0 || blank(&self.lines[at - 1])) {
            next = last.2;
        }
        if next < self.place.end || at == 0 {
            return Some(start..next);
        }
        // It is the last: the breaks above it would be left over.
        let above = self.lines[..at].iter().rposition(|l| !blank(l));
        Some(above.map_or(self.place.start, |above| self.lines[above].1)..next)
    }
}
