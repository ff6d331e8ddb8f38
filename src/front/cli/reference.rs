//! `presscheck reference`: percentiles of a newsroom's archive.

use super::{Outcome, Shell, Stop};
use crate::engine::{Engine, Options};
use crate::front::batch::Record;
use crate::front::batch::lines::{self, Line};
use crate::front::files::{self, save, trouble, unwritable};
use crate::front::house::Opened;
use crate::front::{Failure, shield};
use crate::score::{LEAST_STORIES, Reference, Story};
use crate::text::Article;
use clap::Args;
use rayon::prelude::*;
use rustc_hash::{FxHashSet, FxHasher};
use std::fs::{self, File};
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// Make a reference of an archive: percentiles that reports place an article by.
///
/// The reference says how loaded words and claims on nobody's word are spread over the stories of the
/// archive, all together and by genre. It holds numbers alone, not a word of any story. With
/// `presscheck check --reference FILE`, or `reference = "FILE"` in presscheck.toml, a report says
/// "more loaded words than 97 of 100 stories": beside the score and never a part of it.
///
/// (The percentiles have nothing to do with `--profile`, which says how strict to be.)
///
/// Files ending in .jsonl hold a story a line, as `presscheck batch` takes them; other files are read as
/// `presscheck check` reads them. Stories too short to score and stories that come twice are left out.
/// What was let stand beside an article does not count, as in its report.
/// The same archive and the same rules give the same file, byte for byte.
/// A reference that is there already is made anew; no other file is ever overwritten.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck reference archive/ --name 'our news pages, 2025' --output news.toml
  presscheck reference stories.jsonl > news.toml
  presscheck check --reference news.toml story.txt")]
pub(super) struct MakeReference {
    /// Folders, files of JSON lines and articles.
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// What the archive is, for readers of a report; by default the name of the first path.
    #[arg(long, value_name = "WORDS")]
    name: Option<String>,
    /// The file to write: a new one, or a reference to make anew; by default standard output.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What came of an archive.
#[derive(Debug, Default)]
struct Archive {
    stories: Vec<Story>,
    seen: FxHashSet<u64>,
    /// Left out: too short to score, and come twice.
    short: usize,
    twice: usize,
}

impl MakeReference {
    pub(super) fn run(&self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let house = shell.house()?;
        let older = self.output.as_deref().map(older).transpose()?.flatten();
        let engine = Engine::new(house.rules()?);
        let mut archive = Archive::default();
        for path in &self.paths {
            let found = if path.is_dir() {
                files::stories(path)?
            } else {
                vec![path.clone()]
            };
            let (many, single): (Vec<_>, Vec<_>) = found.into_iter().partition(|p| files::is_lines(p));
            for path in &many {
                archive.add_lines(&engine, path, shell)?;
            }
            for paths in single.chunks(lines::MOST_LINES) {
                let articles = paths.par_iter().map(|path| house.open(path)).collect();
                archive.add(&engine, articles, shell);
            }
        }
        let Archive {
            stories, short, twice, ..
        } = archive;
        let number = stories.len();
        let Some(reference) = Reference::of(&self.name(), &house.mark(), stories) else {
            return Err(Failure::new(format!(
                "of this archive {number} stories can be used, and {LEAST_STORIES} are wanted"
            ))
            .help(format!(
                "{short} were too short to score, {twice} came twice. Percentiles of so few say nothing."
            ))
            .into());
        };
        shell.note(&format!(
            "{number} stories; left out: {short} too short to score, {twice} that came twice"
        ));
        let text = format!("{HEAD}{}", reference.write());
        match &self.output {
            Some(path) => {
                save(path, text.as_bytes())?;
                if let Some(older) = older.filter(|older| *older != text) {
                    let name = Reference::read(&older).map_or_else(|_| "another one".to_owned(), |r| r.name);
                    shell.note(&format!("{}: took the place of the reference “{name}”", path.display()));
                }
            }
            None => shell.print(&text)?,
        }
        Ok(Outcome::Clean)
    }

    fn name(&self) -> String {
        let first = self.paths.first().and_then(|p| p.file_stem());
        let name = self
            .name
            .clone()
            .or_else(|| first.map(|n| n.to_string_lossy().into_owned()));
        name.unwrap_or_else(|| "the archive".to_owned())
    }
}

/// The reference that stands in a file already; `None` if there is no file, or nothing in it. Every other file is
/// somebody's copy.
fn older(path: &Path) -> Result<Option<String>, Failure> {
    let text = match fs::read(path) {
        Ok(bytes) if bytes.is_empty() => return Ok(None),
        Ok(bytes) => String::from_utf8(bytes).unwrap_or_default(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unwritable(&error).at(path.display())),
    };
    if HEAD.lines().next() == text.lines().next() {
        return Ok(Some(text));
    }
    Err(
        Failure::new("is there already and is no reference, so it was left as it is")
            .at(path.display())
            .help("Name another file with --output; only a reference is made anew in its place."),
    )
}

const HEAD: &str = "\
# Made by `presscheck reference`: percentiles of an archive, not a word of it.
# loaded-words by 1,000 words of the author's own, unsourced-claims by 100 sentences that make a claim.
";

impl Archive {
    fn add_lines(&mut self, engine: &Engine, path: &Path, shell: &mut Shell) -> Result<(), Failure> {
        let name = path.display();
        let chunks = lines::read(File::open(path).map_err(|e| trouble(&e).at(&name))?);
        let mut number = 0;
        for chunk in chunks {
            let chunk = chunk.map_err(|e| trouble(&e).at(&name))?;
            let read = |(i, line): (usize, &Line)| {
                let record = match line {
                    Line::TooLong => Err("the line is too long".to_owned()),
                    Line::Whole(line) => Record::read(line),
                };
                let article = record.and_then(Record::article);
                article
                    .map(|article| (article, Vec::new()))
                    .map_err(|what| Failure::new(what).at(format!("{name}, story {}", number + i + 1)))
            };
            let articles = chunk.par_iter().enumerate().map(|(i, line)| read((i, line))).collect();
            number += chunk.len();
            self.add(engine, articles, shell);
        }
        Ok(())
    }

    /// Adds stories; those that cannot be read are told of and left out.
    fn add(&mut self, engine: &Engine, articles: Vec<Result<Opened, Failure>>, shell: &mut Shell) {
        let mut new = Vec::new();
        for article in articles {
            match article {
                Ok(found) if self.seen.insert(hash(&found.0)) => new.push(found),
                Ok(_) => self.twice += 1,
                Err(failure) => shell.fail(&failure),
            }
        }
        let tell = |(article, allow): &Opened| {
            let options = Options {
                allow,
                ..Options::default()
            };
            shield::story(engine, article, options)
        };
        let told: Vec<_> = new.par_iter().map(|found| (&found.0, tell(found))).collect();
        for (article, story) in told {
            match story {
                Ok(Some(story)) => self.stories.push(story),
                Ok(None) => self.short += 1,
                Err(what) => shell.fail(&Failure::new(what).at(&article.id)),
            }
        }
    }
}

/// Two stories with the same copy are one story, whatever they are called.
fn hash(article: &Article) -> u64 {
    let mut hasher = FxHasher::default();
    article
        .body
        .source()
        .split_whitespace()
        .for_each(|word| word.hash(&mut hasher));
    hasher.finish()
}
