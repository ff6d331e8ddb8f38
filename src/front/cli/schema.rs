//! `presscheck schema`: what may stand in a file, for editors that complete and mark TOML and JSON.

use super::{Outcome, Shell, Stop};
use crate::front::schema::Subject;
use clap::{Args, ValueEnum};

/// Print the JSON Schema of rules, packs, configurations or reports, for editors and pipelines.
#[derive(Debug, Args)]
#[command(
    after_help = "An editor that knows TOML schemas (Taplo, Even Better TOML) completes and checks a file whose
first line names one:

  #:schema ./presscheck-rule.json

Examples:
  presscheck schema rule > presscheck-rule.json
  presscheck schema config > presscheck-config.json
  presscheck schema report"
)]
pub(super) struct Schema {
    /// Of what.
    #[arg(value_name = "WHAT")]
    what: What,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    /// A rule's file.
    Rule,
    /// A pack's pack.toml.
    Pack,
    /// A newsroom's presscheck.toml.
    Config,
    /// A report, as `batch` and `check --format json` write it.
    Report,
}

impl Schema {
    pub(super) fn run(&self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let subject = match self.what {
            What::Rule => Subject::Rule,
            What::Pack => Subject::Pack,
            What::Config => Subject::Config,
            What::Report => Subject::Report,
        };
        shell.print(&subject.schema())?;
        Ok(Outcome::Clean)
    }
}
