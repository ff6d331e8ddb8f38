//! JSON Schemas of the files that newsrooms write and read.
//!
//! Drawn from the very types that read and write those files (by schemars), so that the two cannot part.
//! Draft 7, which the TOML and JSON modes of editors know.

use crate::config;
use crate::report::{Report, SCHEMA};
use crate::rules::written::{PackAsWritten, RuleAsWritten};
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
