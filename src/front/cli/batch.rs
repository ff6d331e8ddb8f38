//! `presscheck batch`: JSON lines in, JSON lines out.

use super::{Outcome, Shell, Stop, engine};
use crate::engine::Options;
use crate::front::batch;
use crate::front::files;
use clap::Args;
use std::fs::File;
use std::io;
use std::path::PathBuf;

/// Check many articles: one JSON object a line in, one report a line out, in the same order.
///
/// A line is {"id": …, "headline"?: …, "standfirst"?: …, "text" or "html" or "markdown": …,
/// "published"?: "YYYY-MM-DD", "genre"?: …}. A bad line becomes {"schema": 1, "id": …, "error": …} and
/// the run goes on. The exit code is 0 whatever the reports say; 2 if the input cannot be read.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck batch < articles.jsonl > reports.jsonl
  presscheck batch --analysis articles.jsonl > reports.jsonl
  zcat archive.jsonl.gz | presscheck batch | jq -c '[.id, .score.value]'")]
pub(super) struct Batch {
    /// A file of JSON lines; `-` or nothing reads standard input.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Put what was read into each report: blocks, sentences, figures, dates, names, quotations.
    #[arg(long)]
    analysis: bool,
}

impl Batch {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let engine = engine(shell)?;
        let options = Options {
            analysis: self.analysis,
        };
        let out = io::BufWriter::new(io::stdout().lock());
        let tally = match self.file.filter(|f| f.as_os_str() != "-") {
            None => batch::run(&engine, options, io::stdin(), out)?,
            Some(path) => {
                let file = File::open(&path).map_err(|e| files::trouble(&e).at(path.display()))?;
                batch::run(&engine, options, file, out)?
            }
        };
        if tally.failed > 0 {
            let lines = if tally.failed == 1 { "line" } else { "lines" };
            shell.note(&format!("{} {lines} could not be checked; see \"error\"", tally.failed));
        }
        Ok(Outcome::Clean)
    }
}
