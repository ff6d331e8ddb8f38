//! The articles a command is asked about.

use super::{Shell, Stop};
use crate::front::Failure;
use crate::front::files::{self, Copy, Form};
use crate::front::house::House;
use crate::text::Article;
use clap::Args;
use jiff::civil::Date;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// Which articles, and how to read them.
#[derive(Debug, Args)]
pub(super) struct Input {
    /// Files or folders; `-` is standard input, which is also read if nothing is named.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    how: How,
}

/// How articles are read.
#[derive(Debug, Args)]
pub(super) struct How {
    /// The form of the copy; by default its beginning decides where it leaves no doubt, then the file's ending,
    /// else it is text, or Markdown if it begins with front matter or a heading.
    #[arg(long = "input-format", value_name = "FORM")]
    form: Option<Form>,
    /// What "today" means: the day of publication, as YYYY-MM-DD.
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
    /// The sort of story, in your own word ("sport", "opinion"); some rules leave some sorts alone.
    #[arg(long, value_name = "WORD")]
    genre: Option<String>,
}

/// A day, as an argument.
pub(super) fn day(written: &str) -> Result<Date, String> {
    let day = written.parse();
    day.map_err(|_| "it is no day: write one as 2026-11-22 (the computer's clock is not asked)".to_owned())
}

impl Input {
    /// The files that are meant, folders walked; `-` stands for standard input.
    pub(super) fn paths(&self, shell: &mut Shell) -> Result<Vec<PathBuf>, Stop> {
        if self.paths.is_empty() {
            if io::stdin().is_terminal() {
                let failure =
                    Failure::new("no article was named").help("Name a file or a folder, or pipe the copy in.");
                return Err(failure.into());
            }
            return Ok(vec![PathBuf::from("-")]);
        }
        let mut out = Vec::new();
        for path in &self.paths {
            if path.is_dir() {
                match files::articles(path) {
                    Ok(found) => {
                        out.extend(found);
                        tell_unread(path, shell);
                    }
                    Err(failure) => shell.fail(&failure),
                }
            } else {
                out.push(path.clone());
            }
        }
        Ok(out)
    }

    /// Was this one named, or does it only lie in a folder that was?
    pub(super) fn names(&self, path: &Path) -> bool {
        self.paths.is_empty() || self.paths.iter().any(|named| named == path)
    }

    /// Reads one of them and says what had to be done to read it, or why it could not be read.
    pub(super) fn open(&self, path: &Path, house: &House, shell: &mut Shell) -> Option<Article> {
        match self.read(path, house) {
            Ok((article, note)) => {
                if let Some(note) = note {
                    shell.note(&note);
                }
                Some(article)
            }
            Err(failure) => {
                shell.fail(&failure);
                None
            }
        }
    }

    /// Reads one of them; a note says what had to be done to read it.
    pub(super) fn read(&self, path: &Path, house: &House) -> Result<(Article, Option<String>), Failure> {
        self.how.read(path, house)
    }
}

/// Says what else lies in a folder: a desk that hands one over must not take what was left out for checked.
fn tell_unread(folder: &Path, shell: &mut Shell) {
    let unread = files::unread(folder);
    let number: usize = unread.values().sum();
    if number > 0 {
        let sorts: Vec<String> = unread
            .iter()
            .map(|(ending, count)| format!("{count} {ending}"))
            .collect();
        let files = if number == 1 { "file" } else { "files" };
        shell.note(&format!(
            "{}: {number} {files} not read: {}",
            files::id(folder),
            sorts.join(", ")
        ));
    }
}

impl How {
    /// Reads an article, in its place among the house's settings; a note says what had to be done to read it.
    pub(super) fn read(&self, path: &Path, house: &House) -> Result<(Article, Option<String>), Failure> {
        if path.as_os_str() == "-" {
            return self.stdin(None);
        }
        self.file(path, house).map_err(|failure| {
            if failure.what == files::NO_SUCH_FILE {
                failure.help("Check the spelling; `-` reads standard input.")
            } else {
                failure
            }
        })
    }

    /// Reads an article from standard input, which is likely to have a form.
    pub(super) fn stdin(&self, promised: Option<Form>) -> Result<(Article, Option<String>), Failure> {
        Ok(self.article("<stdin>".to_owned(), files::read_stdin(self.form, promised)?))
    }

    /// Reads an article from a file, whatever it is called.
    pub(super) fn file(&self, path: &Path, house: &House) -> Result<(Article, Option<String>), Failure> {
        let (mut article, note) = self.article(files::id(path), files::read(path, self.form)?);
        house.place(&mut article, path);
        Ok((article, note))
    }

    fn article(&self, id: String, copy: Copy) -> (Article, Option<String>) {
        let note = copy.note.map(|n| format!("{id}: {n}"));
        let article = Article {
            id,
            headline: None,
            standfirst: None,
            body: copy.body,
            published: self.as_of,
            genre: self.genre.clone(),
            sections: Vec::new(),
        };
        (article, note)
    }
}
