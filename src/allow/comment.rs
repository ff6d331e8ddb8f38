//! Allowances in comments of Markdown and HTML.

use super::{are_initials, signed_twice};
use crate::text::one_line;
use jiff::civil::Date;
use memchr::memmem;
use std::ops::Range;

/// A comment that is meant for presscheck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its bytes in the source.
    pub span: Range<usize>,
    /// What it says; `None` if that cannot be read.
    pub meant: Option<Meant>,
}

/// What a comment lets stand: what a rule finds in the paragraph it stands in, or in the one after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The rule's id.
    pub rule: String,
    /// Why.
    pub reason: String,
    /// Whose decision: initials.
    pub by: String,
    /// Who agreed.
    pub second: Option<String>,
    /// The last day it holds.
    pub until: Option<Date>,
}

/// The comments in a source that begin with `presscheck:`.
#[must_use]
pub fn comments(source: &str) -> Vec<Comment> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = memmem::find(&source.as_bytes()[at..], b"<!--").map(|found| at + found) {
        let inside = start + "<!--".len();
        // A comment that is never closed goes to the end, and so does all that could follow.
        let Some(close) = memmem::find(&source.as_bytes()[inside..], b"-->").map(|found| inside + found) else {
            break;
        };
        at = close + "-->".len();
        if let Some(words) = source[inside..close].trim().strip_prefix("presscheck:") {
            out.push(Comment {
                span: start..at,
                meant: meant(words),
            });
        }
    }
    out
}

/// `allow RULE because REASON (AB, CD) until 2026-12-31`; the second name and the day may be missing.
fn meant(words: &str) -> Option<Meant> {
    let words = one_line(words);
    let rest = words.strip_prefix("allow ")?;
    let (rule, rest) = rest.split_once(" because ")?;
    let (reason, rest) = rest.rsplit_once('(')?;
    let (names, after) = rest.split_once(')')?;
    let until = match after.trim() {
        "" | "until changed" => None,
        day => Some(day.strip_prefix("until ")?.parse().ok()?),
    };
    let mut names = names.split(',').map(str::trim);
    let by = names.next().filter(|n| are_initials(n))?.to_owned();
    let second = names.next().map(str::to_owned);
    let sound = !rule.contains(' ')
        && !reason.trim().is_empty()
        && names.next().is_none()
        && second.as_ref().is_none_or(|s| are_initials(s) && !signed_twice(&by, s));
    sound.then(|| Meant {
        rule: rule.to_owned(),
        reason: reason.trim().to_owned(),
        by,
        second,
        until,
    })
}

#[cfg(test)]
mod tests {
    use super::{comments, meant};

    #[test]
    fn what_comments_say() {
        let found = comments(
            "a <!-- x --> b <!-- presscheck: allow tone/x because the\ncourt (it) said so (AB, CD) until 2026-12-31 --> <!--",
        );
        assert_eq!(found.len(), 1);
        let said = found[0].meant.as_ref().expect("it can be read");
        assert_eq!(
            (said.rule.as_str(), said.reason.as_str()),
            ("tone/x", "the court (it) said so")
        );
        assert_eq!((said.by.as_str(), said.second.as_deref()), ("AB", Some("CD")));
        assert!(said.until.is_some());
    }

    #[test]
    fn what_is_not_said_whole_is_not_said() {
        for wrong in [
            " allow tone/x",
            " allow tone/x because (AB)",
            " allow tone/x because of it",
            " allow tone/x because of it (AB, AB)",
            " allow tone/x because of it (AB, ab)",
            " allow tone/x because of it (AB) until May",
            " allow tone/x tone/y because of it (AB)",
        ] {
            assert_eq!(meant(wrong), None, "{wrong}");
        }
    }
}
