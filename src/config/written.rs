//! `presscheck.toml` as its author wrote it.

use super::profile::FailOn;
use crate::finding::Severity;
use crate::rules::Spanned;
use serde::Deserialize;
use std::collections::BTreeMap;

/// By rule and by key.
pub(super) type Thresholds = BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, f64>>;

/// A configuration as written.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct ConfigAsWritten {
    /// Configurations that this one is laid over.
    #[serde(default)]
    pub(super) extends: Vec<Spanned<String>>,
    /// Folders of packs.
    #[serde(default)]
    pub(super) packs: Vec<Spanned<String>>,
    /// How strict to be.
    pub(super) profile: Option<Spanned<String>>,
    /// The archive that articles are compared with.
    pub(super) reference: Option<Spanned<String>>,
    /// Rules of lesser severity are switched off.
    pub(super) least: Option<Spanned<Severity>>,
    /// The least severity that makes the exit code 1.
    pub(super) fail_on: Option<Spanned<FailOn>>,
    /// What becomes of rules.
    #[serde(default)]
    pub(super) rules: BTreeMap<Spanned<String>, Switch>,
    /// Numbers of rules, by the key of their check.
    #[serde(default)]
    pub(super) thresholds: Thresholds,
    /// The same for one sort of story.
    #[serde(default)]
    pub(super) genre: BTreeMap<Spanned<String>, GenreAsWritten>,
    /// The same for what lies in a place, and which sort of story that is.
    #[serde(default)]
    pub(super) path: BTreeMap<Spanned<String>, PathAsWritten>,
    /// Entries for lists.
    #[serde(default)]
    pub(super) lists: BTreeMap<String, Vec<Spanned<String>>>,
    /// Words the newsroom stands by.
    #[serde(default)]
    pub(super) allow: Vec<AllowAsWritten>,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct GenreAsWritten {
    /// Rules of lesser severity are switched off.
    pub(super) least: Option<Spanned<Severity>>,
    /// The least severity that makes the exit code 1.
    pub(super) fail_on: Option<Spanned<FailOn>>,
    /// What becomes of rules.
    #[serde(default)]
    pub(super) rules: BTreeMap<Spanned<String>, Switch>,
    /// Numbers of rules.
    #[serde(default)]
    pub(super) thresholds: Thresholds,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct PathAsWritten {
    /// The sort of story that lies there.
    pub(super) genre: Option<Spanned<String>>,
    /// Rules of lesser severity are switched off.
    pub(super) least: Option<Spanned<Severity>>,
    /// The least severity that makes the exit code 1.
    pub(super) fail_on: Option<Spanned<FailOn>>,
    /// What becomes of rules.
    #[serde(default)]
    pub(super) rules: BTreeMap<Spanned<String>, Switch>,
    /// Numbers of rules.
    #[serde(default)]
    pub(super) thresholds: Thresholds,
}

#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct AllowAsWritten {
    /// A rule's id, `pack/*`, or `*`.
    pub(super) rules: Spanned<String>,
    /// The words that may stand.
    pub(super) words: Spanned<Vec<Spanned<String>>>,
    /// Why.
    pub(super) reason: Spanned<String>,
    /// Whose decision: initials.
    pub(super) by: Option<Spanned<String>>,
    /// Who agreed: initials. Critical findings need this second name.
    pub(super) second: Option<Spanned<String>>,
}

/// What becomes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Switch {
    /// It does not run.
    Off,
    /// It runs and scores, be it on trial or retired.
    On,
    /// It runs, and its findings are notes.
    Info,
    /// It runs, and its findings are minor.
    Minor,
    /// It runs, and its findings are major.
    Major,
    /// It runs, and its findings are critical.
    Critical,
}

impl Switch {
    /// The severity it sets.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off | Self::On => None,
            Self::Info => Some(Severity::Info),
            Self::Minor => Some(Severity::Minor),
            Self::Major => Some(Severity::Major),
            Self::Critical => Some(Severity::Critical),
        }
    }

    /// As it is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::On => "on",
            other => other.severity().map_or("", Severity::name),
        }
    }
}
