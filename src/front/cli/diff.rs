//! `presscheck diff`: what a new draft fixed, introduced and left.

use super::input::How;
use super::{Outcome, Shell, Stop, engine, fail_on};
use crate::allow::Allow;
use crate::config::FailOn;
use crate::engine::Options;
use crate::finding::Severity;
use crate::front::files::Form;
use crate::front::shield::{self, shielded};
use crate::front::{Failure, allowed};
use crate::render;
use crate::report::difference::Difference;
use crate::text::Article;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// Hold a new draft against an old one: findings fixed, introduced and left, and what is not told as it was.
#[derive(Debug, Args)]
#[command(
    after_help = "Below the findings stand the figures, days, names and quotations that changed between the \
drafts; where a figure was mended in one place and stands in another as it was, that is said. Files of \
allowances beside the drafts count as they do for `presscheck check`.

The exit code is 1 if the new draft introduces a finding as grave as --fail-on says, or where it says \
nothing as the profile fails on (major, where none is named); 0 if not, whatever was left; 2 if a draft could \
not be read.

Examples:
  presscheck diff monday.txt tuesday.txt
  presscheck diff --format html old.md new.md > changes.html
  git show HEAD:story.md |
    presscheck diff --input-format markdown --fail-on minor - story.md
  presscheck diff --format json a.txt b.txt | jq '.changes[] | select(.still)'"
)]
pub(super) struct Diff {
    /// The draft that was; `-` is standard input.
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The draft that is; `-` is standard input.
    #[arg(value_name = "NEW")]
    new: PathBuf,
    #[command(flatten)]
    how: How,
    /// Show notes too: findings for information, which are never scored.
    #[arg(long)]
    notes: bool,
    /// How it is set.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// The least severity of an introduced finding that makes the exit code 1.
    #[arg(long, value_name = "SEVERITY")]
    fail_on: Option<FailOn>,
}

/// How it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading in a terminal or a log.
    Human,
    /// One JSON object, with its own schema number.
    Json,
    /// One page, for a browser or for paper.
    Html,
}

impl Diff {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        if self.old.as_os_str() == "-" && self.new.as_os_str() == "-" {
            let failure = Failure::new("both drafts are to come from standard input, which holds only one");
            return Err(failure.help("Name a file for one of them.").into());
        }
        let engine = engine(shell)?;
        let old = self.draft(&self.old, &self.new, shell)?;
        let new = self.draft(&self.new, &self.old, shell)?;
        let difference = shield::diff(&engine, (&old.0, options(&old.1)), (&new.0, options(&new.1)));
        let difference = difference.map_err(|m| Failure::new(m).at(&new.0.id))?;
        let text = shielded(|| match self.format {
            Format::Human => render::diff::human::render(&difference, shell.width(), self.notes),
            Format::Json => render::diff::json(&difference),
            Format::Html => render::diff::html::render(&difference),
        });
        let text = text.map_err(|m| Failure::new(m).at(&new.0.id))?;
        shell.print(&text)?;
        let usual = fail_on(&engine, &*shell.house()?, &new.0);
        let least = self.fail_on.map_or(usual, FailOn::severity);
        Ok(judge(&difference, least))
    }

    /// A draft with what was let stand in it. From standard input it has the form of the other, if it shows none.
    fn draft(&self, path: &Path, other: &Path, shell: &mut Shell) -> Result<(Article, Vec<Allow>), Stop> {
        if path.is_dir() {
            let failure = Failure::new("this is a folder, and a draft is one file").at(path.display());
            return Err(failure
                .help("Name the two files that are to be held against each other.")
                .into());
        }
        let (article, note) = if path.as_os_str() == "-" {
            self.how.stdin(Form::beside(other))?
        } else {
            self.how.read(path, &*shell.house()?)?
        };
        if let Some(note) = note {
            shell.note(&note);
        }
        Ok((article, allowed::read(path)?))
    }
}

fn options(allow: &[Allow]) -> Options<'_> {
    Options { analysis: false, allow }
}

fn judge(difference: &Difference, least: Option<Severity>) -> Outcome {
    let open = difference.introduced.iter().filter(|f| f.allowed.is_none());
    let grave = open.map(|f| f.severity).max();
    if least.is_some_and(|least| grave.is_some_and(|grave| grave >= least)) {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}
