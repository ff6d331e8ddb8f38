//! Where an article lies among a newsroom's settings.

use super::House;
use crate::allow::Allow;
use crate::front::{Failure, allowed, files};
use crate::text::Article;
use std::fs;
use std::path::Path;

/// An article of a file with what was let stand in it.
pub type Opened = (Article, Vec<Allow>);

impl House {
    /// Reads the article of a file, in its place, with what was let stand in it.
    ///
    /// # Errors
    /// If the file or its allowances cannot be read.
    pub fn open(&self, path: &Path) -> Result<Opened, Failure> {
        let mut article = Article {
            id: files::id(path),
            body: files::read(path, None)?.body,
            ..Article::default()
        };
        self.place(&mut article, path);
        Ok((article, allowed::read(path)?))
    }

    /// Says of an article what the configuration says of its place: the sort of story, unless it is known,
    /// and the sections that are meant for it.
    pub fn place(&self, article: &mut Article, path: &Path) {
        if let Some(below) = self.below(path) {
            article.sections = self.config.sections_of(&below);
            let genre = article.genre.take();
            article.genre = genre.or_else(|| self.config.genre_of(&below).map(str::to_owned));
        }
    }

    /// An article's path from the configuration's folder.
    fn below(&self, article: &Path) -> Option<String> {
        let root = self.path.as_deref()?.parent()?;
        let root = fs::canonicalize(if root.as_os_str().is_empty() {
            Path::new(".")
        } else {
            root
        })
        .ok()?;
        let path = fs::canonicalize(article).ok()?;
        path.strip_prefix(&root).ok().map(files::id)
    }
}
