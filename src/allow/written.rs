//! A file of allowances as its author wrote it.

use crate::rules::Spanned;
use serde::Deserialize;

/// `story.txt.presscheck.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileAsWritten {
    /// What is let stand.
    #[serde(default)]
    pub(super) allow: Vec<AllowAsWritten>,
}

/// `[[allow]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AllowAsWritten {
    /// The rule's id.
    pub(super) rule: Spanned<String>,
    /// The words it found.
    pub(super) quote: String,
    /// The first finding of the rule on these words, or a later one.
    #[serde(default = "first")]
    pub(super) nth: Spanned<u32>,
    /// Why.
    pub(super) reason: Spanned<String>,
    /// Whose decision.
    pub(super) by: Spanned<String>,
    /// Who agreed.
    pub(super) second: Option<Spanned<String>>,
    /// `changed`, or the last day.
    pub(super) until: Option<Spanned<String>>,
}

fn first() -> Spanned<u32> {
    Spanned::new(0..0, 1)
}
