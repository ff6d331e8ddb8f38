//! The command line: what a person types, and what comes back.

mod allow;
mod baseline;
mod batch;
mod check;
mod clean;
mod compare;
mod config;
mod diff;
mod explain;
mod fail_on;
mod help;
mod init;
mod input;
mod inspect;
mod reference;
mod rules;
mod schema;
mod shell;
mod shells;

pub use shell::{Outcome, Setup, Shell, Stop};

use crate::config::PROFILES;
use crate::engine::{Engine, Options};
use crate::finding::Severity;
use crate::front::house::House;
use crate::front::{Failure, shield};
use crate::report::Report;
use crate::text::Article;
use clap::{ColorChoice, FromArgMatches, Parser, Subcommand};
use std::mem::ManuallyDrop;
use std::path::PathBuf;
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
    max_term_width = 100,
    disable_help_subcommand = true,
    after_help = "Exit codes:
  0  nothing at or above the gate
  1  findings at or above it
  2  could not run: an error says what, where and how to mend it

Examples:
  presscheck check story.txt
  presscheck check --format html story.md > report.html
  presscheck batch < articles.jsonl > reports.jsonl
  presscheck explain consistency/weekday-against-date"
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
    /// The house's settings; by default the first presscheck.toml in this folder or one above it.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// How strict to be: draft, desk, legal, publish, wire or live.
    #[arg(long, global = true, value_name = "NAME", value_parser = PROFILES, hide_possible_values = true)]
    profile: Option<String>,
    /// The archive that articles are placed among; `presscheck reference` makes it.
    #[arg(long, global = true, value_name = "FILE")]
    reference: Option<PathBuf>,
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
    Compare(compare::Compare),
    Diff(diff::Diff),
    Allow(allow::Allow),
    Baseline(baseline::Make),
    #[command(subcommand)]
    Rules(rules::Command),
    #[command(visible_alias = "profile")]
    Reference(reference::MakeReference),
    Init(init::Init),
    Config(config::Config),
    Schema(schema::Schema),
    Completions(shells::Completions),
    Man(shells::Man),
    Help(help::Help),
}

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::from_arg_matches(&help::definition().get_matches()).unwrap_or_else(|error| error.exit());
    let mut shell = Shell::new(
        cli.color,
        Setup {
            config: cli.config,
            profile: cli.profile,
            reference: cli.reference,
        },
    );
    let outcome = match cli.command {
        Command::Check(command) => command.run(&mut shell),
        Command::Batch(command) => command.run(&mut shell),
        Command::Clean(command) => command.run(&mut shell),
        Command::Inspect(command) => command.run(&mut shell),
        Command::Explain(command) => command.run(&mut shell),
        Command::Compare(command) => command.run(&mut shell),
        Command::Diff(command) => command.run(&mut shell),
        Command::Allow(command) => command.run(&mut shell),
        Command::Baseline(command) => command.run(&mut shell),
        Command::Rules(command) => command.run(&mut shell),
        Command::Reference(command) => command.run(&mut shell),
        Command::Init(command) => command.run(&mut shell),
        Command::Config(command) => command.run(&mut shell),
        Command::Schema(command) => command.run(&mut shell),
        Command::Completions(command) => command.run(&mut shell),
        Command::Man(command) => command.run(&mut shell),
        Command::Help(command) => command.run(&[], &mut shell),
    };
    shell.end(outcome)
}

/// Checks an article; what fails is said with its name.
fn report(engine: &Engine, article: &Article, options: Options<'_>) -> Result<Report, Failure> {
    shield::check(engine, article, options).map_err(|message| Failure::new(message).at(&article.id))
}

/// The least severity that makes the exit code 1 for an article, where the command line does not say.
fn fail_on(engine: &Engine, house: &House, article: &Article) -> Option<Severity> {
    // The file itself may name the sort of story; it is asked only where that matters.
    let genre = article.genre.clone().or_else(|| {
        let asked = house.config.fails_by_genre();
        asked.then(|| engine.genre(article)).flatten()
    });
    house.fail_on(genre.as_deref(), &article.sections)
}

/// The engine that every command runs: one place, so that all of them run the same rules.
///
/// It lasts as long as the process: taking its thousands of small tables apart at the end would cost a
/// check of one article a fifteenth of its time.
fn engine(shell: &mut Shell) -> Result<ManuallyDrop<Engine>, Failure> {
    let house = shell.house()?;
    let reference = house.reference()?;
    if let Some(made) = reference.as_ref().filter(|r| r.rules != house.mark()) {
        shell.note(&format!(
            "the reference “{}” was made with other rules; make it again with `presscheck reference`",
            made.name
        ));
    }
    Ok(ManuallyDrop::new(Engine::new(house.rules()?).with_reference(reference)))
}
