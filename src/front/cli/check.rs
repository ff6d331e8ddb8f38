//! `presscheck check`: an article in, a report out.

use super::input::Input;
use super::{Outcome, Shell, Stop, engine, fail_on, report};
use crate::config::FailOn;
use crate::engine::{Engine, Options};
use crate::finding::Severity;
use crate::front::Failure;
use crate::front::allowed::{self, Baseline};
use crate::front::house::House;
use crate::front::shield::{self, shielded};
use crate::render;
use crate::report::{Bar, Report};
use crate::text::Article;
use clap::{Args, ValueEnum};
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// Check articles and report what an editor should look at.
#[derive(Debug, Args)]
#[command(
    after_help = "Positions in the reports are those of the file as decoded text, without a byte order mark: \
lines and columns from 1, offsets in bytes of UTF-8 from 0.

Without --fail-on the exit code is 1 if the gate says fix or hold, or a finding is as grave as the profile \
fails on (major, where none is named). The report says which findings make it 1, and JUnit counts just those \
as failures.

Examples:
  presscheck check story.txt
  presscheck check --fail-on critical drafts/
  presscheck check --format html --as-of 2026-11-22 story.md > report.html
  presscheck check --baseline archive.baseline archive/
  pbpaste | presscheck check -"
)]
pub(super) struct Check {
    #[command(flatten)]
    input: Input,
    /// Show notes too: findings for information, which are never scored.
    #[arg(long)]
    notes: bool,
    /// Show what each finding is known by, for `presscheck allow`.
    #[arg(long)]
    fingerprints: bool,
    /// Count only what is new: leave standing what this file of `presscheck baseline` lists.
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// How the report is set.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// The least severity that makes the exit code 1, whatever the gate says.
    #[arg(long, value_name = "SEVERITY")]
    fail_on: Option<FailOn>,
}

/// How a report is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading in a terminal or a log.
    Human,
    /// One JSON object a line for each article.
    Json,
    /// One page with all articles, for a browser or for paper.
    Html,
    /// For a comment beside the copy.
    Markdown,
    /// Annotations of a GitHub Actions run.
    Github,
    /// SARIF 2.1.0, for editors and code hosts.
    Sarif,
    /// A test run, for build servers.
    Junit,
    /// Matches in the shape of the Guardian's Typerighter, for editors that draw those.
    Typerighter,
}

impl Format {
    /// Is there one document for all articles, and not one for each?
    fn joins(self) -> bool {
        matches!(self, Self::Html | Self::Sarif | Self::Junit)
    }
}

/// One article with what came of it.
struct Checked {
    article: Article,
    note: Option<String>,
    report: Report,
}

/// Articles that are checked together: enough for every core, and the first report comes soon.
const AT_ONCE: usize = 64;

impl Check {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let engine = engine(shell)?;
        let house = shell.house()?;
        let baseline = match &self.baseline {
            Some(path) => Baseline::read(path)?,
            None => Baseline::default(),
        };
        let paths = self.input.paths(shell)?;
        let mut outcome = Outcome::Clean;
        let mut first = true;
        let mut all = Vec::new();
        for paths in paths.chunks(AT_ONCE) {
            let one = |path: &PathBuf| self.one(&engine, &house, &baseline, path);
            let checked: Vec<_> = match paths {
                // Waking other threads takes longer than one article.
                [path] => vec![one(path)],
                paths => paths.par_iter().map(one).collect(),
            };
            for checked in checked {
                match checked {
                    Ok(checked) => {
                        if checked.report.failing().next().is_some() {
                            outcome = Outcome::Findings;
                            shell.found(outcome);
                        }
                        if let Some(note) = &checked.note {
                            shell.note(note);
                        }
                        if self.format.joins() {
                            all.push(checked);
                        } else {
                            self.print(&checked, first, shell)?;
                        }
                        first = false;
                    }
                    Err(failure) => shell.fail(&failure),
                }
            }
        }
        self.join(&all, shell)?;
        Ok(outcome)
    }

    fn one(&self, engine: &Engine, house: &House, baseline: &Baseline, path: &Path) -> Result<Checked, Failure> {
        let (article, note) = self.input.read(path, house)?;
        let mut allow = allowed::read(path)?;
        allow.extend_from_slice(baseline.of(&article.id));
        let options = Options {
            analysis: self.format == Format::Html,
            allow: &allow,
        };
        let mut report = report(engine, &article, options)?;
        report.bar = self.bar(|| fail_on(engine, house, &article));
        Ok(Checked { article, note, report })
    }

    fn style(&self, shell: &Shell) -> render::human::Style {
        render::human::Style {
            width: shell.width(),
            notes: self.notes,
            fingerprints: self.fingerprints,
        }
    }

    /// What makes the exit code 1: the command line's word, else the profile's and the gate's.
    fn bar(&self, usual: impl FnOnce() -> Option<Severity>) -> Bar {
        let asked = self.fail_on.map(|fail_on| Bar {
            least: fail_on.severity(),
            gate: false,
        });
        asked.unwrap_or_else(|| {
            let least = usual();
            let gate = least.is_some();
            Bar { least, gate }
        })
    }

    /// Prints the one document for all articles.
    fn join(&self, all: &[Checked], shell: &mut Shell) -> Result<(), Stop> {
        if !self.format.joins() {
            return Ok(());
        }
        let set = |all: &[&Checked]| {
            let pairs = all.iter().map(|c| (&c.report, &c.article));
            match self.format {
                Format::Html => render::html::render(pairs),
                Format::Sarif => render::sarif::render(pairs),
                _ => render::junit::render(all.iter().map(|c| &c.report)),
            }
        };
        let (document, bad) = shield::together(all, set).map_err(Failure::new)?;
        for (checked, message) in bad {
            shell.fail(&Failure::new(message).at(&checked.article.id));
        }
        shell.print(&document)
    }

    /// Prints the document for one article.
    fn print(&self, checked: &Checked, first: bool, shell: &mut Shell) -> Result<(), Stop> {
        let (report, article) = (&checked.report, &checked.article);
        let style = self.style(shell);
        let set = || match self.format {
            Format::Json => render::json::render(report),
            Format::Markdown => render::markdown::render(report, article),
            Format::Github => render::github::render(report, self.notes),
            Format::Typerighter => render::typerighter::render(report, article),
            _ => render::human::render(report, article, style),
        };
        match shielded(set) {
            Ok(document) => {
                if self.format == Format::Human && !first {
                    shell.print("\n")?;
                }
                shell.print(&document)
            }
            Err(message) => {
                shell.fail(&Failure::new(message).at(&article.id));
                Ok(())
            }
        }
    }
}
