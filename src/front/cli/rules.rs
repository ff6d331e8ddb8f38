//! `presscheck rules`: what it looks for, for those who write rules.

use super::{Outcome, Shell, Stop};

mod list;

/// List the rules.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Command {
    List(list::List),
}

impl Command {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        match self {
            Self::List(command) => command.run(shell),
        }
    }
}
