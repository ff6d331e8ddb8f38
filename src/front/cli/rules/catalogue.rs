//! `presscheck rules catalogue`.

use crate::front::Failure;
use crate::front::cli::{Outcome, Shell, Stop};
use crate::render::catalogue;
use crate::rules::Pack;
use crate::rules::near::nearest;
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;

/// Print all rules with their reasons, examples and records, for readers who write none.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck rules catalogue > rules.md
  presscheck rules catalogue house --format html > house-style.html")]
pub(in crate::front::cli) struct Catalogue {
    /// The pack; by default all of them, the house's and the built-in ones.
    #[arg(value_name = "PACK")]
    pack: Option<String>,
    /// How it is set.
    #[arg(long, value_name = "FORMAT", default_value = "markdown")]
    format: Format,
}

/// How a catalogue is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a wiki or a code host.
    Markdown,
    /// One page for a browser or for paper.
    Html,
}

impl Catalogue {
    pub(super) fn run(&self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let rules = shell.house()?.rules_with_examples()?;
        let all = rules.packs.iter();
        let packs: Vec<&Pack> = match &self.pack {
            None => all.collect(),
            Some(wanted) => all.filter(|pack| pack.name == *wanted).collect(),
        };
        if let (Some(wanted), true) = (&self.pack, packs.is_empty()) {
            let names = || rules.packs.iter().map(|pack| pack.name.as_str());
            let help = nearest(wanted, names()).map_or_else(
                || format!("The packs are: {}.", names().collect::<Vec<_>>().join(", ")),
                |near| format!("Did you mean `{near}`?"),
            );
            return Err(Failure::new(format!("there is no pack called `{wanted}`"))
                .help(help)
                .into());
        }
        let origin = "Made by `presscheck rules catalogue` from the rules as they hold here.";
        let text = match self.format {
            Format::Markdown => catalogue::render(&rules, &packs, origin, &BTreeMap::new()),
            Format::Html => catalogue::html::render(&rules, &packs, &origin.replace('`', "")),
        };
        shell.print(&text)?;
        Ok(Outcome::Clean)
    }
}
