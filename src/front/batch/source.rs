//! Where the articles of a batch come from: lines of files and of standard input, and files of folders.

use super::lines::{self, Chunks, Line, Numbered, Sender};
use super::record;
use crate::front::Failure;
use crate::front::files::{self, Form, trouble};
use serde::Deserialize;
use serde_json::Value;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// Files that are handed on together: they are read by whoever checks them.
const MOST_FILES: usize = 64;

/// Everything that a batch is to check, in order.
#[derive(Debug)]
pub struct Source {
    parts: Vec<Part>,
    bytes: Option<u64>,
}

/// A run of articles.
#[derive(Debug)]
enum Part {
    Input,
    Lines(PathBuf),
    Article(PathBuf, u64),
}

/// One article, not yet read.
#[derive(Debug)]
pub(super) enum Item {
    /// A line of JSON, and which of its input it is.
    Line(Line, u64),
    /// A file, and how many bytes it had.
    File(PathBuf, u64),
}

impl Source {
    /// Files of JSON lines, folders of articles, single articles (told by their endings); `-`, or
    /// nothing, is standard input.
    ///
    /// # Errors
    /// If one is not there, or a folder holds no article.
    pub fn new(paths: &[PathBuf]) -> Result<Self, Failure> {
        let (mut parts, mut bytes) = (Vec::new(), Some(0));
        let mut add = |part: Part, size: Option<u64>| {
            bytes = bytes.zip(size).map(|(all, more)| all + more);
            parts.push(part);
        };
        if paths.is_empty() {
            add(Part::Input, None);
        }
        for path in paths {
            if path.as_os_str() == "-" {
                add(Part::Input, None);
                continue;
            }
            let data = fs::metadata(path).map_err(|e| trouble(&e).at(path.display()))?;
            if data.is_dir() {
                for file in files::articles(path)? {
                    let size = fs::metadata(&file).map_or(0, |d| d.len());
                    add(Part::Article(file, size), Some(size));
                }
            } else if is_article(path) {
                add(Part::Article(path.clone(), data.len()), Some(data.len()));
            } else {
                add(Part::Lines(path.clone()), data.is_file().then_some(data.len()));
            }
        }
        Ok(Self { parts, bytes })
    }

    /// Is this file among what is to be read?
    #[must_use]
    pub fn holds(&self, file: &Path) -> bool {
        self.parts.iter().any(|part| match part {
            Part::Input => false,
            Part::Lines(path) | Part::Article(path, _) => files::are_one(path, file),
        })
    }

    /// How many bytes there are to read, where that can be known.
    #[must_use]
    pub fn bytes(&self) -> Option<u64> {
        self.bytes
    }

    /// Reads, on a thread of its own.
    pub(super) fn read(self) -> Chunks<Item, Failure> {
        // Whoever does not listen any more has stopped for a reason of its own.
        Chunks::read(Item::weight, |sender| drop(feed(self.parts, sender)))
    }
}

/// Is a file one article? All but those whose ending promises one are JSON lines, and a .json file is what its first
/// line shows: whole records, or the beginning of one article.
fn is_article(path: &Path) -> bool {
    let json = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
    Form::of(path).is_some() && !(json && begins_with_a_record(path))
}

/// Is the first line of a file a record as `batch` takes it?
fn begins_with_a_record(path: &Path) -> bool {
    /// What an article in the JSON of another system has not: an id and a text as they are called here.
    #[derive(Deserialize)]
    struct Record {
        #[serde(rename = "id")]
        _id: Value,
        text: Option<String>,
        html: Option<String>,
        markdown: Option<String>,
    }
    let Ok(file) = File::open(path) else { return false };
    let mut first = Vec::new();
    let limit = lines::MOST_BYTES as u64;
    let read = BufReader::new(file.take(limit)).read_until(b'\n', &mut first);
    let record = read.ok().and_then(|_| serde_json::from_slice::<Record>(&first).ok());
    record.is_some_and(|r| r.text.or(r.html).or(r.markdown).is_some())
}

/// Nobody listens any more.
struct Deaf;

fn feed(parts: Vec<Part>, sender: &Sender<Item, Failure>) -> Result<(), Deaf> {
    let send = |chunk| sender.send(chunk).map_err(|_| Deaf);
    let mut waiting = Vec::new();
    for part in parts {
        let path = match part {
            Part::Article(path, size) => {
                waiting.push(Item::File(path, size));
                if waiting.len() >= MOST_FILES {
                    send(Ok(std::mem::take(&mut waiting)))?;
                }
                continue;
            }
            Part::Input => None,
            Part::Lines(path) => Some(path),
        };
        send(Ok(std::mem::take(&mut waiting)))?;
        let item = |(number, line)| Item::Line(line, number);
        let hand_on = |lines: Vec<Numbered>| send(Ok(lines.into_iter().map(item).collect())).is_ok();
        let read = match &path {
            None => lines::feed(io::stdin(), hand_on),
            Some(path) => File::open(path).and_then(|file| lines::feed(file, hand_on)),
        };
        if let Err(error) = read {
            let name = path.as_ref().map_or("<stdin>".into(), |p| p.to_string_lossy());
            send(Err(trouble(&error).at(name)))?;
        }
    }
    send(Ok(waiting))
}

impl Item {
    /// What the article is called: null if that cannot be told.
    pub(super) fn id(&self) -> Value {
        match self {
            Self::Line(Line::Whole(line), _) => record::id(line),
            Self::Line(Line::TooLong, _) => Value::Null,
            Self::File(path, _) => Value::String(files::id(path)),
        }
    }

    /// How many bytes of it are in memory.
    fn weight(&self) -> usize {
        match self {
            Self::Line(line, _) => line.weight(),
            Self::File(..) => 0,
        }
    }

    /// How much there is to read, as far as it is known.
    pub(super) fn bytes(&self) -> u64 {
        match self {
            Self::Line(Line::Whole(line), _) => line.len() as u64 + 1,
            Self::Line(Line::TooLong, _) => 0,
            Self::File(_, size) => *size,
        }
    }
}
