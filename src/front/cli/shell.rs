//! Where commands print, and how they end.

use crate::front::Failure;
use crate::front::house::House;
use crate::text::inert_words;
use anstream::AutoStream;
use clap::ColorChoice;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Prose wider than this is hard to read, however wide the window.
const WIDEST: usize = 100;
/// Below this nothing lines up; a window that says it is narrower is not believed.
const NARROWEST: usize = 40;
/// What a log, a mail and a default terminal show.
const USUAL: usize = 80;

/// Where commands print.
#[derive(Debug)]
pub struct Shell {
    out: BufWriter<AutoStream<io::Stdout>>,
    err: AutoStream<io::Stderr>,
    width: Option<usize>,
    failed: bool,
    /// How it stands so far: a pipe that nobody reads any more does not undo it.
    so_far: Outcome,
    setup: Setup,
    house: Option<Arc<House>>,
}

/// What was said about the house's rules on the command line.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// Its settings, instead of those found.
    pub config: Option<PathBuf>,
    /// The profile, instead of the settings' own.
    pub profile: Option<String>,
    /// The reference, instead of the settings' own.
    pub reference: Option<PathBuf>,
}

/// How a command ended that could do its work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Nothing at or above the gate.
    #[default]
    Clean,
    /// Findings at or above it.
    Findings,
}

/// Why a command stopped.
#[derive(Debug)]
pub enum Stop {
    /// It could not do its work.
    Failure(Failure),
    /// Nobody reads the output any more: no error.
    ClosedPipe,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::ClosedPipe
        } else {
            Self::Failure(Failure::new(format!("the output cannot be written ({error})")))
        }
    }
}

impl Shell {
    /// A shell on standard output and standard error.
    #[must_use]
    pub fn new(color: ColorChoice, setup: Setup) -> Self {
        let choice = |auto: anstream::ColorChoice| match color {
            ColorChoice::Auto => auto,
            ColorChoice::Always => anstream::ColorChoice::AlwaysAnsi,
            ColorChoice::Never => anstream::ColorChoice::Never,
        };
        let out_choice = choice(AutoStream::choice(&io::stdout()));
        let err_choice = choice(AutoStream::choice(&io::stderr()));
        Self {
            out: BufWriter::new(AutoStream::new(io::stdout(), out_choice)),
            err: AutoStream::new(io::stderr(), err_choice),
            width: width(),
            failed: false,
            so_far: Outcome::Clean,
            setup,
            house: None,
        }
    }

    /// How many columns there are.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width.unwrap_or(USUAL)
    }

    /// How many columns there are where somebody looks: lists that are piped into another program stay a line each.
    #[must_use]
    pub fn window(&self) -> Option<usize> {
        self.width
    }

    /// The house whose rules hold here; read once.
    ///
    /// # Errors
    /// If what the house has set up is faulty.
    pub fn house(&mut self) -> Result<Arc<House>, Failure> {
        if let Some(house) = &self.house {
            return Ok(Arc::clone(house));
        }
        let mut house = House::find(self.setup.config.as_deref(), self.setup.profile.as_deref())?;
        house.asked.clone_from(&self.setup.reference);
        let house = Arc::new(house);
        self.house = Some(Arc::clone(&house));
        Ok(house)
    }

    /// Prints to standard output.
    ///
    /// # Errors
    /// If nobody reads it any more, or it cannot be written.
    pub fn print(&mut self, text: &str) -> Result<(), Stop> {
        Ok(self.out.write_all(text.as_bytes())?)
    }

    /// Prints bytes as they are, escapes and all.
    ///
    /// # Errors
    /// If nobody reads it any more, or it cannot be written.
    pub fn pass_on(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        self.out.flush()?;
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        Ok(out.flush()?)
    }

    /// Notes how it stands so far.
    pub fn found(&mut self, outcome: Outcome) {
        self.so_far = self.so_far.max(outcome);
    }

    /// Says something beside the output.
    pub fn note(&mut self, text: &str) {
        // Where standard error is gone there is nobody left to tell.
        let _ = writeln!(self.err, "{NOTE}note{NOTE:#}: {}", inert_words(text));
    }

    /// Reports what could not be done and goes on; the exit code will say so.
    pub fn fail(&mut self, failure: &Failure) {
        self.failed = true;
        let _ = writeln!(self.err, "{ERROR}error{ERROR:#}: {}", drawn(&failure.to_string()));
    }

    /// Flushes the output and makes the exit code.
    #[must_use]
    pub fn end(mut self, outcome: Result<Outcome, Stop>) -> ExitCode {
        let flushed = self.out.flush().map_err(Stop::from);
        let outcome = match outcome.and_then(|o| flushed.map(|()| o)) {
            Ok(outcome) => outcome,
            // A pager that was left early is no mistake, and what was found before stays found.
            Err(Stop::ClosedPipe) => self.so_far,
            Err(Stop::Failure(failure)) => {
                self.fail(&failure);
                Outcome::Clean
            }
        };
        if self.failed {
            return ExitCode::from(2);
        }
        ExitCode::from(u8::from(outcome == Outcome::Findings))
    }
}

/// What a failure says, with the colours of faults that were drawn, and nothing else that a terminal would obey: it may
/// hold words of the copy, and the name of a file may be anything.
fn drawn(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = inert_words(parts.next().unwrap_or_default()).into_owned();
    for part in parts {
        let digits = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        let escape = if digits.starts_with('m') {
            "\u{1b}["
        } else {
            "\u{fffd}["
        };
        out.push_str(escape);
        out.push_str(&inert_words(part));
    }
    out
}

const NOTE: anstyle::Style = anstyle::AnsiColor::Cyan.on_default().bold();
const ERROR: anstyle::Style = anstyle::AnsiColor::Red.on_default().bold();

fn width() -> Option<usize> {
    // Some shells say 0 where they do not know.
    let set = std::env::var("COLUMNS")
        .ok()
        .and_then(|c| c.parse().ok())
        .filter(|c| *c > 0);
    let seen = || {
        let size = io::stdout().is_terminal().then(terminal_size::terminal_size).flatten();
        size.map(|(w, _)| usize::from(w.0))
    };
    set.or_else(seen).map(|width| width.clamp(NARROWEST, WIDEST))
}
