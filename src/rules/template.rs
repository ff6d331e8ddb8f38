//! Messages with gaps for what was found.

use super::check::{Hit, Page};

/// Quoted words longer than this are cut: a message is read at a glance.
const MOST_QUOTED: usize = 90;

/// A message with named gaps: `{match} is stated without a source`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Words(String),
    Gap(String),
}

impl Template {
    /// Reads a message. A brace without a partner is an ordinary character.
    #[must_use]
    pub fn new(written: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = written;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((name, tail)) = after.split_once('}') else {
                break;
            };
            parts.push(Part::Words(before.to_owned()));
            parts.push(Part::Gap(name.to_owned()));
            rest = tail;
        }
        parts.push(Part::Words(rest.to_owned()));
        Self { parts }
    }

    /// Does a brace open that nothing closes?
    #[must_use]
    pub fn is_unclosed(&self) -> bool {
        self.parts
            .iter()
            .any(|p| matches!(p, Part::Words(words) if words.contains('{')))
    }

    /// The names of its gaps.
    pub fn gaps(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|p| match p {
            Part::Gap(name) => Some(name.as_str()),
            Part::Words(_) => None,
        })
    }

    /// The message for a hit.
    #[must_use]
    pub fn fill(&self, hit: &Hit, page: &Page<'_>) -> String {
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Words(words) => out.push_str(words),
                Part::Gap(name) => match name.as_str() {
                    "match" => quote(page.words(hit.primary), &mut out),
                    "other" => quote(hit.related.first().map_or("", |s| page.words(*s)), &mut out),
                    name => out.push_str(hit.values.iter().find(|(n, _)| *n == name).map_or("", |(_, v)| v)),
                },
            }
        }
        out
    }
}

/// Appends words between quotation marks, on one line, cut if they are long.
fn quote(words: &str, out: &mut String) {
    // Words that stand in marks of their own need no second pair.
    let words = words.trim_matches(['"', '\u{201c}', '\u{201d}']);
    out.push('\u{201c}');
    let mut length = 0;
    for (i, word) in words.split_whitespace().enumerate() {
        length += word.chars().count() + 1;
        if length > MOST_QUOTED {
            out.push('…');
            break;
        }
        if i > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
    out.push('\u{201d}');
}
