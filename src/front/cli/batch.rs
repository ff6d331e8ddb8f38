//! `presscheck batch`: many articles in, JSON lines out.

mod progress;

use super::{Outcome, Shell, Stop, engine};
use crate::front::Failure;
use crate::front::batch::{self, Finished, Halt, Outlets, Source};
use crate::front::files::{self, unwritable};
use clap::Args;
use progress::Progress;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Check many articles: one JSON object a line in, one report a line out, in the same order.
///
/// A line is {"id": …, "headline"?: …, "standfirst"?: …, "text" or "html" or "markdown": …,
/// "published"?: "YYYY-MM-DD", "genre"?: …}. Of a folder every article is checked, and its path is its id.
/// What cannot be checked becomes {"schema": 1, "id": …, "error": …} and the run goes on; keys that are not
/// read are named once on standard error. The exit code is 0 whatever the reports say; 2 if the input cannot
/// be read.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck batch < articles.jsonl > reports.jsonl
  presscheck batch --analysis articles.jsonl > reports.jsonl
  presscheck batch --out reports.jsonl --rejects bad.jsonl archive/
  presscheck batch --out reports.jsonl --resume archive/   # to go on
  zcat archive.jsonl.gz | presscheck batch > reports.jsonl
  jq -c 'select(.score.scored) | [.id, .score.value]' reports.jsonl")]
pub(super) struct Batch {
    /// Files of JSON lines, folders of articles, or articles; `-` or nothing reads lines from standard input.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Put what was read into each report: blocks, sentences, figures, dates, names, quotations.
    #[arg(long)]
    analysis: bool,
    /// Write the reports to a new file instead of standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Go on where an interrupted run with the same input and settings stopped writing its --out file.
    #[arg(long, requires = "out")]
    resume: bool,
    /// Keep the lines that could not be checked, as they came, in a new file.
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// How many articles are checked at a time; by default as many as there are cores.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=512))]
    jobs: Option<u16>,
    /// Say nothing on standard error but errors.
    #[arg(long, short)]
    quiet: bool,
}

impl From<Halt> for Stop {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Output(error) => error.into(),
            Halt::Failure(failure) => failure.into(),
        }
    }
}

impl Batch {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        if let Some(jobs) = self.jobs {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs));
            // It can only be refused if it was set before, and nothing sets it before.
            drop(pool.build_global());
        }
        let engine = engine(shell)?;
        let house = shell.house()?;
        let source = Source::new(&self.paths)?;
        self.apart(&source)?;
        let (finished, mut out) = self.out()?;
        let mut rejects = self.rejects.as_deref().map(|path| self.create(path)).transpose()?;
        let progress = Progress::new(source.bytes(), self.quiet, self.out.is_some());
        let batch = batch::Batch {
            engine: &engine,
            analysis: self.analysis,
            open: &|path| house.open(path),
        };
        let mut outlets = Outlets {
            reports: &mut *out,
            rejects: rejects.as_mut().map(|file| file as &mut dyn Write),
            progress: &|tally| progress.show(tally),
            note: &mut |text| {
                if !self.quiet {
                    progress.aside(|| shell.note(text));
                }
            },
        };
        let tally = batch.run(source, finished, &mut outlets);
        progress.end();
        let tally = tally?;
        if !self.quiet {
            shell.note(&progress.summary(&tally));
        }
        Ok(Outcome::Clean)
    }

    /// Does each file have one purpose? Reports written over articles would cost the articles.
    fn apart(&self, source: &Source) -> Result<(), Failure> {
        for path in self.out.iter().chain(&self.rejects) {
            if path.as_os_str() == "-" {
                return Err(Failure::new("`-` is no name for a file to write")
                    .help("Without --out the reports go to standard output; --rejects wants a file."));
            }
            if source.holds(path) {
                return Err(Failure::new("is among the articles, and would be written over")
                    .at(path.display())
                    .help("Name another file to write."));
            }
        }
        match (&self.out, &self.rejects) {
            (Some(out), Some(rejects)) if files::are_one(out, rejects) => Err(Failure::new(
                "is named for the reports and for the lines that could not be checked",
            )
            .at(out.display())
            .help("Name one file for --out and another for --rejects.")),
            _ => Ok(()),
        }
    }

    /// Where the reports go, and what stands there already.
    fn out(&self) -> Result<(Option<Finished>, Box<dyn Write>), Failure> {
        let Some(path) = &self.out else {
            return Ok((None, Box::new(BufWriter::new(io::stdout().lock()))));
        };
        if self.resume {
            let (finished, file) = Finished::open(path)?;
            return Ok((Some(finished), Box::new(BufWriter::new(file))));
        }
        Ok((None, Box::new(self.create(path)?)))
    }

    /// A new file; one that holds something is overwritten only to go on with it.
    fn create(&self, path: &Path) -> Result<BufWriter<File>, Failure> {
        let filled = path.metadata().is_ok_and(|data| data.is_file() && data.len() > 0);
        if filled && !self.resume {
            return Err(Failure::new("is there already")
                .at(path.display())
                .help("Name another file, or remove it; --resume goes on with the --out file of an interrupted run."));
        }
        let file = File::create(path).map_err(|e| unwritable(&e).at(path.display()))?;
        Ok(BufWriter::new(file))
    }
}
