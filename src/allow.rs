//! Floor 4: findings that somebody let stand: which, why, on whose word, and until when.
//!
//! They are written in a file beside the article, or as a comment in its Markdown or HTML:
//! `<!-- presscheck: allow RULE because REASON (INITIALS) -->`. What is let stand stays in the report,
//! costs nothing and does not hold the gate.

mod comment;
mod written;

pub use comment::{Comment, comments};

use crate::finding::fingerprint;
use crate::rules::Spanned;
use crate::rules::fault::Fault;
use crate::rules::reading::{read, written_by_hand};
use jiff::civil::Date;
use std::ops::Range;
use written::{AllowAsWritten, FileAsWritten};

/// Longer than this it is no longer initials, and a report has no room for more.
const MOST_INITIALS: usize = 12;

/// One decision to let something stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// What is let stand.
    pub what: What,
    /// Why.
    pub reason: String,
    /// Whose decision: initials.
    pub by: String,
    /// Who agreed.
    pub second: Option<String>,
    /// The last day it holds; without one it holds until the words change.
    pub until: Option<Date>,
    /// Where it is written, for messages.
    pub from: String,
}

/// What is let stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// One finding of a rule, by its words.
    Words {
        /// The rule's id.
        rule: String,
        /// Its words.
        quote: String,
        /// What the finding is known by.
        fingerprint: String,
    },
    /// Whatever was in an archive before: nobody is asked again, and nothing is said when it is gone.
    Archive {
        /// What the finding is known by.
        fingerprint: String,
    },
}

impl What {
    /// What the finding is known by.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        match self {
            Self::Words { fingerprint, .. } | Self::Archive { fingerprint } => fingerprint,
        }
    }
}

impl Allow {
    /// A finding that was there before anybody began to look.
    #[must_use]
    pub fn archive(fingerprint: &str, from: &str) -> Self {
        Self {
            what: What::Archive {
                fingerprint: fingerprint.to_owned(),
            },
            reason: "it was there before the baseline".to_owned(),
            by: "baseline".to_owned(),
            second: None,
            until: None,
            from: from.to_owned(),
        }
    }
}

/// Reads a file of allowances.
///
/// # Errors
/// Everything that is wrong with it.
pub fn load(file: &str, text: &str) -> Result<Vec<Allow>, Vec<Fault>> {
    let mut faults = Vec::new();
    let written = read::<FileAsWritten>("a file of allowances", file, text, &mut faults);
    let mut out = Vec::new();
    for allow in written.into_iter().flat_map(|w| w.allow) {
        out.extend(sound(allow, file, text, &mut faults));
    }
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}

fn sound(allow: AllowAsWritten, file: &str, text: &str, faults: &mut Vec<Fault>) -> Option<Allow> {
    let before = faults.len();
    let mut fault = |span: Range<usize>, message: String, help: &str| {
        if written_by_hand(&span) {
            faults.push(Fault::new(file, Some(span), message).with_help(Some(help.to_owned())));
        }
    };
    let names = std::iter::once(("by", &allow.by)).chain(allow.second.iter().map(|s| ("second", s)));
    for (key, name) in names {
        if !are_initials(name.get_ref()) {
            fault(
                name.span(),
                format!("`{key}` is no initials"),
                "write who decided, as in \"AB\"",
            );
        }
    }
    let again = |s: &&Spanned<String>| signed_twice(allow.by.get_ref(), s.get_ref());
    if let Some(second) = allow.second.as_ref().filter(again) {
        fault(
            second.span(),
            "`second` is the same person as `by`".to_owned(),
            "a second name is that of somebody else",
        );
    }
    if allow.reason.get_ref().trim().is_empty() {
        fault(
            allow.reason.span(),
            "`reason` is empty".to_owned(),
            "say why it may stand: whoever reads this next year will ask",
        );
    }
    if *allow.nth.get_ref() == 0 {
        fault(
            allow.nth.span(),
            "`nth` counts from 1".to_owned(),
            "write 1 for the first finding on these words, or leave it out",
        );
    }
    let until = allow.until.as_ref().filter(|u| u.get_ref() != "changed");
    let day = until.and_then(|u| u.get_ref().parse::<Date>().ok());
    if let (Some(until), None) = (until, day) {
        fault(
            until.span(),
            format!("`until` is \"{}\", which is no day", until.get_ref()),
            "write a day like \"2026-12-31\", or \"changed\": until the words change",
        );
    }
    if faults.len() > before {
        return None;
    }
    let line = |at: &Spanned<String>| text.get(..at.span().start).map_or(0, |t| t.matches('\n').count()) + 1;
    Some(Allow {
        from: format!("{file}:{}", line(&allow.rule)),
        what: What::Words {
            fingerprint: fingerprint(allow.rule.get_ref(), &allow.quote, *allow.nth.get_ref()),
            rule: allow.rule.into_inner(),
            quote: allow.quote,
        },
        reason: allow.reason.into_inner(),
        by: allow.by.into_inner(),
        second: allow.second.map(Spanned::into_inner),
        until: day,
    })
}

/// May this stand for a person?
#[must_use]
pub fn are_initials(text: &str) -> bool {
    let letters = |c: char| c.is_alphabetic() || matches!(c, '.' | '-' | ' ');
    text.chars().any(char::is_alphabetic) && text.chars().all(letters) && text.chars().count() <= MOST_INITIALS
}

/// Are two initials those of one person, however they are set? "AB", "ab" and "A. B." are.
#[must_use]
pub fn signed_twice(by: &str, second: &str) -> bool {
    let letters = |name: &str| {
        let letters = name.chars().filter(|c| c.is_alphabetic());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    letters(by) == letters(second)
}

#[cfg(test)]
mod tests {
    use super::{are_initials, load, signed_twice};

    #[test]
    fn a_file_says_everything_that_is_wrong_with_it() {
        let text = "[[allow]]\nrule = \"tone/x\"\nquote = \"fury\"\nreason = \"\"\nby = \"somebody at the desk\"\n\
                    second = \"7\"\nuntil = \"May\"\nnth = 0\n";
        let faults = load("a.toml", text).expect_err("it is faulty");
        let messages: Vec<&str> = faults.iter().map(|f| f.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "`by` is no initials",
                "`second` is no initials",
                "`reason` is empty",
                "`nth` counts from 1",
                "`until` is \"May\", which is no day",
            ]
        );
    }

    #[test]
    fn initials_are_short() {
        assert!(["AB", "A. B.", "Jö"].into_iter().all(are_initials));
        assert!(!["", "7", "the whole desk agrees"].into_iter().any(are_initials));
        assert!(signed_twice("AB", "a. b.") && !signed_twice("AB", "BA"));
    }
}
