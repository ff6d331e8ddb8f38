//! For which stories a setting of a newsroom is meant.

use crate::text::Document;

/// Which stories are meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// Stories of a sort, in lower case: "opinion" is meant by "Opinion piece" too.
    Genre(String),
    /// Stories in a place, by its pattern as the settings write it.
    Path(String),
}

impl When {
    /// Is this story meant, of this sort and in these places?
    #[must_use]
    pub fn fits(&self, genre: Option<&str>, sections: &[String]) -> bool {
        match self {
            Self::Genre(wanted) => genre.is_some_and(|genre| genre.to_lowercase().contains(wanted.as_str())),
            Self::Path(wanted) => sections.contains(wanted),
        }
    }

    /// Is this article meant?
    #[must_use]
    pub fn meets(&self, document: &Document) -> bool {
        self.fits(document.genre.as_deref(), &document.sections)
    }

    /// As the settings write it.
    #[must_use]
    pub fn section(&self) -> String {
        match self {
            Self::Genre(genre) => format!("genre.{genre}."),
            Self::Path(path) => format!("path.\"{path}\"."),
        }
    }
}
