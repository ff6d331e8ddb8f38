//! `presscheck rules`: what it looks for, for those who write rules.

use super::help::Help;
use super::{Outcome, Shell, Stop};

mod catalogue;
mod import;
pub(super) mod kinds;
mod list;
mod measure;
mod new;
mod test;

/// List, begin, prove and measure rules.
#[derive(Debug, clap::Subcommand)]
#[command(
    disable_help_subcommand = true,
    after_help = "Examples:
  presscheck rules list
  presscheck rules new house/water-jargon --kind lexicon
  presscheck rules test
  presscheck rules help import csv"
)]
pub(super) enum Command {
    List(list::List),
    Kinds(kinds::Kinds),
    Catalogue(catalogue::Catalogue),
    New(new::New),
    #[command(subcommand)]
    Import(import::Import),
    Test(test::Test),
    Measure(measure::Measure),
    Help(Help),
}

impl Command {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        match self {
            Self::List(command) => command.run(shell),
            Self::Catalogue(command) => command.run(shell),
            Self::Kinds(command) => command.run(shell),
            Self::New(command) => command.run(shell),
            Self::Import(command) => command.run(shell),
            Self::Test(command) => command.run(shell),
            Self::Measure(command) => command.run(shell),
            Self::Help(command) => command.run(&["rules"], shell),
        }
    }
}
