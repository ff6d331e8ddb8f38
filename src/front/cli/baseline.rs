//! `presscheck baseline`: what an archive holds today, so that only what is new counts tomorrow.

use super::input::Input;
use super::{Outcome, Shell, Stop, engine, report};
use crate::engine::Options;
use crate::front::allowed::{self, Baseline};
use clap::Args;

/// List what an archive holds today, so that `check --baseline` counts only what is new.
///
/// A line for each finding: its fingerprint, its rule, its article. Articles are known by their paths, so
/// check them from the same folder.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck baseline archive/ > archive.baseline
  presscheck check --baseline archive.baseline archive/")]
pub(super) struct Make {
    #[command(flatten)]
    input: Input,
}

impl Make {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let engine = engine(shell)?;
        let house = shell.house()?;
        let paths = self.input.paths(shell)?;
        shell.print(&Baseline::head())?;
        for path in paths {
            let read = self.input.read(&path, &house).and_then(|(article, _)| {
                let allow = allowed::read(&path)?;
                let options = Options {
                    allow: &allow,
                    ..Options::default()
                };
                report(&engine, &article, options)
            });
            match read {
                Ok(report) => shell.print(&Baseline::lines(&report.id, &report.findings))?,
                Err(failure) => shell.fail(&failure),
            }
        }
        Ok(Outcome::Clean)
    }
}
