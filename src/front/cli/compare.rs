//! `presscheck compare`: copies of one story side by side.

use super::input::Input;
use super::{Outcome, Shell, Stop, engine};
use crate::front::Failure;
use crate::front::shield::{self, shielded};
use crate::render;
use clap::{Args, ValueEnum};

/// Put copies of one story side by side: what they agree on, where they differ, and who says what.
#[derive(Debug, Args)]
#[command(
    after_help = "Copies of different stories are told apart first and never held against each other. \
Then each thing that copies tell has a row: what was hit, when, how many, the toll, where it was said, \
quotations, who did it. It does not say which copy is right.

The exit code is 0 whatever is found, and 2 if a copy could not be read.

Examples:
  presscheck compare ours.txt agency.txt rival.html
  presscheck compare --one-story ours.txt agency.txt
  presscheck compare --format html copies/ > side-by-side.html
  presscheck compare --format json copies/ |
    jq '.stories[].rows[] | select(.verdict == \"differ\")'"
)]
pub(super) struct Compare {
    #[command(flatten)]
    input: Input,
    /// Hold all copies against each other, however different their words: you know that they tell one story
    #[arg(long)]
    one_story: bool,
    /// How it is set.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// How it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading in a terminal.
    Human,
    /// One JSON object, with its own schema number.
    Json,
    /// One page with a table for each story.
    Html,
}

impl Compare {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let engine = engine(shell)?;
        let house = shell.house()?;
        let mut articles = Vec::new();
        for path in self.input.paths(shell)? {
            articles.extend(self.input.open(&path, &house, shell));
        }
        if articles.len() < 2 {
            let failure = Failure::new("there is nothing to compare: fewer than two copies could be read");
            return Err(failure
                .help("Name two copies of a story or more, or a folder with them.")
                .into());
        }
        let comparison = shield::compare(&engine, &articles, self.one_story).map_err(Failure::new)?;
        if comparison.stories.len() == articles.len() {
            shell.note("no two of the copies were taken for one story; if you know that they are, say --one-story");
        }
        let text = shielded(|| match self.format {
            Format::Human => render::compare::human::render(&comparison, shell.width()),
            Format::Json => render::compare::json(&comparison),
            Format::Html => render::compare::html::render(&comparison),
        });
        let text = text.map_err(Failure::new)?;
        shell.print(&text)?;
        Ok(Outcome::Clean)
    }
}
