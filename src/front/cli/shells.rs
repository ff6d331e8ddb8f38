//! `presscheck completions` and `presscheck man`: from the one definition of the command line.

use super::help::{definition, find};
use super::{Outcome, Shell, Stop};
use clap::Args;

/// Print the completions for a shell.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck completions bash > \\
      ~/.local/share/bash-completion/completions/presscheck
  presscheck completions zsh > ~/.zfunc/_presscheck
  presscheck completions fish > ~/.config/fish/completions/presscheck.fish")]
pub(super) struct Completions {
    /// Which shell.
    #[arg(value_name = "SHELL")]
    shell: clap_complete::Shell,
}

/// Print the manual page of presscheck or of one of its commands.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck man | man -l -
  presscheck man check > presscheck-check.1
  presscheck man rules import csv | man -l -")]
pub(super) struct Man {
    /// The command; by default presscheck as a whole.
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

impl Completions {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let mut bytes = Vec::new();
        clap_complete::generate(self.shell, &mut definition(), "presscheck", &mut bytes);
        shell.print(&String::from_utf8_lossy(&bytes))?;
        Ok(Outcome::Clean)
    }
}

impl Man {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        // As it is typed, and as the page is called: `rules list`, rules-list.
        let command = find(self.command.iter().flat_map(|names| names.split([' ', '-'])))?;
        let mut bytes = Vec::new();
        clap_mangen::Man::new(command).render(&mut bytes)?;
        shell.print(&String::from_utf8_lossy(&bytes))?;
        Ok(Outcome::Clean)
    }
}
