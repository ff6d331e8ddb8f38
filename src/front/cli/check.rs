//! `presscheck check`: an article in, a report out.

mod told;

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
use told::Told;

/// Check articles and report what an editor should look at.
#[derive(Debug, Args)]
#[command(
    after_help = "Positions in the reports are those of the file as decoded text, without a byte order mark: \
lines and columns from 1, offsets in bytes of UTF-8 from 0.

Without --fail-on the exit code is 1 if the gate says fix or hold, or a finding is as grave as the profile \
fails on (major, where none is named). The report says which findings make it 1, and JUnit counts just those \
as failures. A file that cannot be read makes it 2; an empty one in a folder is told and stops nothing.

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
        matches!(self, Self::Html | Self::Markdown | Self::Sarif | Self::Junit)
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
        let mut told = Told::default();
        let mut all = Vec::new();
        for paths in paths.chunks(AT_ONCE) {
            let one = |path: &PathBuf| self.one(&engine, &house, &baseline, path);
            let checked: Vec<_> = match paths {
                // Waking other threads takes longer than one article.
                [path] => vec![one(path)],
                paths => paths.par_iter().map(one).collect(),
            };
            for (path, checked) in paths.iter().zip(checked) {
                match checked {
                    Ok(checked) => {
                        if checked.report.failing().next().is_some() {
                            outcome = Outcome::Findings;
                            shell.found(outcome);
                        }
                        if let Some(note) = &checked.note {
                            shell.note(note);
                        }
                        if !self.format.joins() {
                            self.print(&checked, told.articles() == 0, shell)?;
                        }
                        told.add(&checked.report);
                        if self.format.joins() {
                            all.push(checked);
                        }
                    }
                    Err(failure) => told.miss(path, self.input.names(path), failure, shell),
                }
            }
        }
        told.end(shell);
        self.join(&all, &told, shell)?;
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

    /// Prints the one document for all articles, or what stands below the last of them.
    fn join(&self, all: &[Checked], told: &Told, shell: &mut Shell) -> Result<(), Stop> {
        let unread = &told.unread[..];
        match self.format {
            Format::Github => {
                let lines: String = unread.iter().map(render::github::unread).collect();
                return shell.print(&lines);
            }
            Format::Human if told.articles() > 0 => {
                shell.print(&render::human::closing(shell.width()))?;
                return told
                    .tally()
                    .map_or(Ok(()), |tally| shell.print(&format!("\n{tally}\n")));
            }
            Format::Human | Format::Json | Format::Typerighter => return Ok(()),
            Format::Html | Format::Sarif | Format::Markdown | Format::Junit => {}
        }
        let set = |all: &[&Checked]| {
            let pairs = all.iter().map(|c| (&c.report, &c.article));
            match self.format {
                Format::Html => render::html::render(pairs, unread),
                Format::Sarif => render::sarif::render(pairs, unread),
                Format::Markdown => render::markdown::render(pairs, unread),
                _ => render::junit::render(pairs, unread),
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
            Format::Github => render::github::render(report, self.notes),
            Format::Typerighter => render::typerighter::render(report, article),
            _ => render::human::one(report, article, style),
        };
        match shielded(set) {
            Ok(document) => {
                if self.format == Format::Human {
                    let before = if first {
                        render::human::opening(shell.width())
                    } else {
                        "\n".to_owned()
                    };
                    shell.print(&before)?;
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
