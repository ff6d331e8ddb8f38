//! `presscheck rules kinds`.

use crate::front::cli::{Outcome, Shell, Stop};
use crate::render::wrap::wrap;
use crate::rules::kinds::KINDS;
use clap::Args;
use std::fmt::Write as _;

/// List the kinds of rule: what a rule can look for.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck rules kinds
  presscheck rules new house/water-jargon --kind lexicon")]
pub(in crate::front::cli) struct Kinds;

impl Kinds {
    pub(super) fn run(shell: &mut Shell) -> Result<Outcome, Stop> {
        let mut out = String::new();
        let width = KINDS.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
        for (name, summary) in KINDS {
            // Writing to a string cannot fail.
            let line = format!("{name:width$}  {summary}");
            let _ = match shell.window() {
                None => writeln!(out, "{line}"),
                Some(window) => writeln!(out, "{}", wrap(&line, window, "", &" ".repeat(width + 2))),
            };
        }
        shell.print(&out)?;
        Ok(Outcome::Clean)
    }
}
