//! JSON Schemas of the files that newsrooms write and read.
//!
//! Drawn from the very types that read and write those files (by schemars), so that the two cannot part.
//! Draft 7, which the TOML and JSON modes of editors know.

use crate::config;
use crate::report::{Report, SCHEMA};
use crate::rules::written::{PackAsWritten, RuleAsWritten};
use crate::text::one_line;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

/// What there is a schema of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A rule's file.
    Rule,
    /// A pack's `pack.toml`.
    Pack,
    /// A newsroom's `presscheck.toml`.
    Config,
    /// A report, as `batch` and `check --format json` write it.
    Report,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Rule, Self::Pack, Self::Config, Self::Report];

    /// Its name on the command line and in the names of files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Pack => "pack",
            Self::Config => "config",
            Self::Report => "report",
        }
    }

    /// Its schema as JSON, ending in a line break. The same on every machine.
    #[must_use]
    pub fn schema(self) -> String {
        let schema = match self {
            Self::Rule => reads::<RuleAsWritten>("A rule of presscheck"),
            Self::Pack => reads::<PackAsWritten>("A pack of presscheck rules"),
            Self::Config => titled(config::schema(settings()), "The configuration of presscheck"),
            Self::Report => writes::<Report>(&format!("A report of presscheck, schema {SCHEMA}")),
        };
        format!("{:#}\n", schema.to_value())
    }
}

/// A key of a kind's table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its name.
    pub name: String,
    /// What it says.
    pub about: String,
    /// Must it be there?
    pub needed: bool,
}

/// The keys of a kind's table, those that must be there first; none if there is no such kind.
#[must_use]
pub fn keys_of(kind: &str) -> Vec<Key> {
    let schema = reads::<RuleAsWritten>("").to_value();
    let defined = |name: &str| schema.get("definitions").and_then(|all| all.get(name));
    let kinds = defined("CheckAsWritten").and_then(|check| check.get("oneOf")?.as_array());
    let mut tables = kinds
        .into_iter()
        .flatten()
        .filter_map(|one| one.get("properties")?.get(kind));
    let settings = tables.next().and_then(|table| {
        let name = table.get("$ref")?.as_str()?.rsplit('/').next()?;
        defined(name)
    });
    let Some(settings) = settings else { return Vec::new() };
    let needed = |name: &str| {
        let required = settings.get("required").and_then(|r| r.as_array());
        required.is_some_and(|required| required.iter().any(|r| r.as_str() == Some(name)))
    };
    let all = settings.get("properties").and_then(|p| p.as_object());
    let mut keys: Vec<Key> = all
        .into_iter()
        .flatten()
        .map(|(name, key)| Key {
            name: name.clone(),
            about: one_line(key.get("description").and_then(|d| d.as_str()).unwrap_or_default()),
            needed: needed(name),
        })
        .collect();
    keys.sort_by_key(|key| !key.needed);
    keys
}

fn settings() -> SchemaSettings {
    SchemaSettings::draft07()
}

fn reads<T: JsonSchema>(title: &str) -> Schema {
    titled(settings().into_generator().into_root_schema_for::<T>(), title)
}

fn writes<T: JsonSchema>(title: &str) -> Schema {
    titled(
        settings().for_serialize().into_generator().into_root_schema_for::<T>(),
        title,
    )
}

fn titled(mut schema: Schema, title: &str) -> Schema {
    schema.insert("title".to_owned(), title.into());
    schema
}
