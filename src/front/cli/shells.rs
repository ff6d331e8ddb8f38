//! `presscheck completions` and `presscheck man`: from the one definition of the command line.

use super::{Cli, Outcome, Shell, Stop};
use crate::front::Failure;
use clap::{Args, CommandFactory};

/// Print the completions for a shell.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck completions bash > ~/.local/share/bash-completion/completions/presscheck
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
        clap_complete::generate(self.shell, &mut Cli::command(), "presscheck", &mut bytes);
        shell.print(&String::from_utf8_lossy(&bytes))?;
        Ok(Outcome::Clean)
    }
}

impl Man {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let mut whole = Cli::command();
        whole.build();
        let mut command = whole;
        // As it is typed, and as the page is called: `rules list`, rules-list.
        for name in self.command.iter().flat_map(|names| names.split([' ', '-'])) {
            let below = command.find_subcommand(name).cloned();
            let within = command.get_bin_name().unwrap_or("presscheck").to_owned();
            command = below.ok_or_else(|| {
                Failure::new(format!("there is no command `{name}`")).help(format!("`{within} --help` lists them."))
            })?;
        }
        let mut bytes = Vec::new();
        clap_mangen::Man::new(command).render(&mut bytes)?;
        shell.print(&String::from_utf8_lossy(&bytes))?;
        Ok(Outcome::Clean)
    }
}
