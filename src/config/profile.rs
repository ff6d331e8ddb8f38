//! Profiles: how strict to be at each desk an article passes.

use super::written::Switch;
use crate::finding::Severity;
use crate::rules::builtin;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The names of the profiles, from the first draft to the live page.
pub const PROFILES: [&str; 6] = ["draft", "desk", "legal", "publish", "wire", "live"];

/// How strict to be.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// For which desk.
    pub about: String,
    /// Rules of lesser severity are switched off.
    pub least: Option<Severity>,
    /// The least severity that makes the exit code 1.
    pub fail_on: FailOn,
    /// Switches made before the house's own.
    #[serde(default)]
    pub rules: BTreeMap<String, Switch>,
}

/// What makes the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Critical findings.
    Critical,
    /// Major findings and graver.
    Major,
    /// Minor findings and graver.
    Minor,
    /// Any finding.
    Info,
    /// Nothing does.
    Never,
}

impl FailOn {
    /// As it is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.severity().map_or("never", Severity::name)
    }

    /// The severity it names.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Critical => Some(Severity::Critical),
            Self::Major => Some(Severity::Major),
            Self::Minor => Some(Severity::Minor),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}

/// The built-in profiles. Empty if `rules/profiles.toml` cannot be read, which a test would show.
#[must_use]
pub fn profiles() -> BTreeMap<String, Profile> {
    toml::from_str(builtin::file("profiles").map_or("", |file| file.text)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_built_in_profiles_can_be_read() {
        let names: Vec<String> = super::profiles().into_keys().collect();
        let mut known = super::PROFILES;
        known.sort_unstable();
        assert_eq!(names, known);
    }
}
