//! What an earlier run of a batch finished before it was interrupted.

use crate::front::Failure;
use crate::front::files::{trouble, unwritable};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Take};
use std::path::Path;

/// The answers that stand in a file of reports, one after another.
#[derive(Debug)]
pub struct Finished {
    name: String,
    lines: BufReader<Take<File>>,
    left: u64,
    at: u64,
}

/// The least of an answer that tells what it is about.
#[derive(Deserialize)]
struct Answered {
    id: Value,
    error: Option<IgnoredAny>,
}

/// Read at once.
const BUFFER: usize = 1024 * 1024;

impl Finished {
    /// Opens a file of reports to go on with it: gives what it holds, and the file with its end after
    /// the last whole line. A line that the interruption tore is cut off.
    ///
    /// # Errors
    /// If it cannot be read or written.
    pub fn open(path: &Path) -> Result<(Self, File), Failure> {
        let failed = |e: io::Error| trouble(&e).at(path.display());
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(|e| unwritable(&e).at(path.display()))?;
        let (lines, end) = whole_lines(&mut file).map_err(failed)?;
        file.set_len(end).map_err(failed)?;
        file.seek(SeekFrom::Start(end)).map_err(failed)?;
        let before = Self {
            name: path.display().to_string(),
            lines: BufReader::with_capacity(BUFFER, File::open(path).map_err(failed)?.take(end)),
            left: lines,
            at: 0,
        };
        Ok((before, file))
    }

    /// Have all answers been given?
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.left == 0
    }

    /// The next answer, and whether it is an error, if it is about the article with this id.
    pub(super) fn next(&mut self, id: &Value) -> Result<(String, bool), Failure> {
        let mut line = String::new();
        self.lines
            .read_line(&mut line)
            .map_err(|e| trouble(&e).at(&self.name))?;
        self.left -= 1;
        self.at += 1;
        line.truncate(line.trim_end().len());
        let answered: Answered = serde_json::from_str(&line).map_err(|_| {
            Failure::new(format!("line {} is no report", self.at))
                .at(&self.name)
                .help("It was not written by `presscheck batch --out`: name another file.")
        })?;
        if answered.id != *id {
            let what = format!("line {} is about {}, and article {0} is {id}", self.at, answered.id);
            return Err(Failure::new(what)
                .at(&self.name)
                .help("--resume needs the input, and the order, that the file was begun with."));
        }
        Ok((line, answered.error.is_some()))
    }

    /// It answers otherwise than this run would.
    pub(super) fn of_other_settings(&self, id: &Value) -> Failure {
        Failure::new(format!("the report on {id} would be another one now"))
            .at(&self.name)
            .help(
                "--resume needs the articles and the settings that the file was begun with: rules, --profile, \
--analysis. With others, begin a new file.",
            )
    }

    /// More was answered than asked.
    pub(super) fn longer_than_input(&self) -> Failure {
        Failure::new(format!("holds {} reports more than there are articles", self.left))
            .at(&self.name)
            .help("--resume needs the input that the file was begun with.")
    }
}

/// How many whole lines a file has, and where the last of them ends.
fn whole_lines(file: &mut File) -> io::Result<(u64, u64)> {
    let (mut lines, mut end, mut at) = (0, 0, 0);
    let mut buffer = vec![0; BUFFER];
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok((lines, end));
        }
        for here in memchr::memchr_iter(b'\n', &buffer[..read]) {
            lines += 1;
            end = at + here as u64 + 1;
        }
        at += read as u64;
    }
}
