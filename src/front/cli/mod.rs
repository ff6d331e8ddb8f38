//! The command line: what a person types, and what comes back.

mod batch;
mod check;
mod clean;
mod explain;
mod input;
mod inspect;
mod rules;
mod shell;

pub use shell::{Outcome, Shell, Stop};

use crate::engine::Engine;
use crate::front::Failure;
use crate::rules::{Rules, builtin};
use clap::{ColorChoice, Parser, Subcommand};
use std::process::ExitCode;

/// Check one news article before publication.
///
/// presscheck reads an article and lists what does not agree with itself, what is stated on nobody's word,
/// what was left over from the page, and what is worded to move rather than to tell. It scores the copy,
/// not the truth and not the outlet. It never opens a network connection: unpublished copy stays here.
#[derive(Debug, Parser)]
#[command(
    name = "presscheck",
    version,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    max_term_width = 100,
    after_help = "Exit codes:
  0  nothing at or above the gate
  1  findings at or above it
  2  could not run: an error says what, where and how to mend it

Examples:
  presscheck check story.txt
  presscheck check --format html story.md > report.html
  presscheck batch < articles.jsonl > reports.jsonl
  presscheck explain consistency/weekday"
)]
pub struct Cli {
    /// When to colour: by default on a terminal, unless `NO_COLOR` is set.
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = false
    )]
    color: ColorChoice,
    #[command(subcommand)]
    command: Command,
}

/// What it can be asked to do.
#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Batch(batch::Batch),
    Clean(clean::Clean),
    Inspect(inspect::Inspect),
    Explain(explain::Explain),
    #[command(subcommand)]
    Rules(rules::Command),
}

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut shell = Shell::new(cli.color);
    let outcome = match cli.command {
        Command::Check(command) => command.run(&mut shell),
        Command::Batch(command) => command.run(&mut shell),
        Command::Clean(command) => command.run(&mut shell),
        Command::Inspect(command) => command.run(&mut shell),
        Command::Explain(command) => command.run(&mut shell),
        Command::Rules(command) => command.run(&mut shell),
    };
    shell.end(outcome)
}

/// The engine that every command runs: one place, so that all of them run the same rules.
fn engine() -> Result<Engine, Failure> {
    let rules = Rules::load(builtin::files(), &builtin::lists()).map_err(|faults| {
        let first = faults.first().map(|f| format!(": {}: {}", f.file, f.message));
        Failure::new(format!("the built-in rules are faulty{}", first.unwrap_or_default()))
            .help("This is a fault of presscheck; please report it.")
    })?;
    Ok(Engine::new(rules))
}
