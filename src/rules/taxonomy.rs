//! The rows of the taxonomy: what a checker of news copy should find, and which rules do.

use super::pack::{Rule, Rules};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What is to be found.
    pub title: String,
    /// Why no rule finds it.
    pub out_of_reach: Option<String>,
}

/// All rows by their names: `C01`, `S16`.
///
/// # Errors
/// If `rules/taxonomy.toml` cannot be read, which a test would show.
pub fn rows() -> Result<BTreeMap<String, Row>, toml::de::Error> {
    toml::from_str(super::builtin::file("taxonomy").map_or("", |file| file.text))
}

impl Rules {
    /// The rules that cover a row.
    pub fn covering<'a>(&'a self, row: &'a str) -> impl Iterator<Item = &'a Rule> {
        self.rules
            .iter()
            .filter(move |rule| rule.covers.iter().any(|r| r == row))
    }
}
