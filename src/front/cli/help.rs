//! `presscheck help`, and what each command offers in its own: one definition for parsing, help, manual pages and
//! completions.

use super::{Cli, Outcome, Shell, Stop};
use crate::front::Failure;
use clap::{Args, CommandFactory};

/// Print the help of presscheck or of one of its commands.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck help check
  presscheck help rules import csv")]
pub(super) struct Help {
    /// The command; by default the one that stands before `help`.
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

impl Help {
    /// Prints the help of a command below this one.
    pub(super) fn run(self, within: &[&str], shell: &mut Shell) -> Result<Outcome, Stop> {
        let below = self.command.iter().map(String::as_str);
        let mut command = find(within.iter().copied().chain(below))?;
        shell.print(&command.render_long_help().ansi().to_string())?;
        Ok(Outcome::Clean)
    }
}

/// The command of that name, built with all it takes.
pub(super) fn find<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<clap::Command, Failure> {
    let mut command = definition();
    command.build();
    for name in names {
        let below = command.find_subcommand(name).cloned();
        let within = command.get_bin_name().unwrap_or("presscheck").to_owned();
        command = below.ok_or_else(|| {
            Failure::new(format!("there is no command `{name}`")).help(format!("`{within} --help` lists them."))
        })?;
    }
    Ok(command)
}

/// Commands that read nothing of the house: its settings, its profile and its reference change nothing there.
const WITHOUT_HOUSE: [&[&str]; 8] = [
    &["init"],
    &["schema"],
    &["completions"],
    &["man"],
    &["help"],
    &["rules", "kinds"],
    &["rules", "help"],
    &["rules", "import", "help"],
];
/// Commands whose answer has no place among other articles in it.
const WITHOUT_REFERENCE: [&[&str]; 15] = [
    &["clean"],
    &["inspect"],
    &["explain"],
    &["compare"],
    &["diff"],
    &["allow"],
    &["baseline"],
    &["reference"],
    &["rules", "list"],
    &["rules", "catalogue"],
    &["rules", "new"],
    &["rules", "test"],
    &["rules", "measure"],
    &["rules", "import", "vale"],
    &["rules", "import", "csv"],
];
/// Commands that are as strict under every profile.
const WITHOUT_PROFILE: [&[&str]; 3] = [
    &["rules", "new"],
    &["rules", "import", "vale"],
    &["rules", "import", "csv"],
];

/// The command line. An option of all commands is not offered where it does nothing; it is still taken there, so that
/// an alias with one works everywhere.
pub(super) fn definition() -> clap::Command {
    let mut whole = Cli::command();
    let hidden = |name: &str| {
        let found = whole.get_arguments().find(|arg| arg.get_id() == name);
        found.map(|arg| arg.clone().hide(true))
    };
    let [config, profile, reference] = ["config", "profile", "reference"].map(hidden);
    let without = [
        (&WITHOUT_HOUSE[..], [config, profile.clone(), reference.clone()]),
        (&WITHOUT_REFERENCE[..], [None, None, reference]),
        (&WITHOUT_PROFILE[..], [None, profile, None]),
    ];
    for (commands, hidden) in without {
        for path in commands {
            let hidden = hidden.clone();
            whole = at(whole, path, &|command| command.args(hidden.iter().flatten().cloned()));
        }
    }
    for (path, what) in [("vale", "The style's folder"), ("csv", "The list, a CSV file")] {
        whole = at(whole, &["rules", "import", path], &|command| {
            command.mut_arg("path", |arg| arg.help(what))
        });
    }
    whole
}

/// Changes a command below another.
fn at(whole: clap::Command, path: &[&str], change: &dyn Fn(clap::Command) -> clap::Command) -> clap::Command {
    match path {
        [] => change(whole),
        [first, rest @ ..] => whole.mut_subcommand(*first, |below| at(below, rest, change)),
    }
}
