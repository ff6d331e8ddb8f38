//! What can be wrong with a phrase.

use super::MOST_SPELLINGS;

/// What is wrong with a phrase as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhraseFault {
    /// A brace or bracket without its partner.
    Unclosed(String),
    /// No list of that name.
    NoList(String),
    /// Nothing to match.
    Empty,
    /// It begins with a gap or an optional word, so it could begin anywhere.
    OpenStart,
    /// It names a list that, itself or by others, names itself.
    Circle(String),
    /// Spelt out it is more than 4096 phrases.
    TooMany,
}

impl std::fmt::Display for PhraseFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unclosed(part) => write!(f, "`{part}` opens a brace or bracket that nothing closes"),
            Self::NoList(name) => write!(f, "there is no list called `@{name}`"),
            Self::Empty => write!(f, "there is nothing here to match"),
            Self::OpenStart => write!(f, "a phrase must begin with a word, not with `*` or an optional word"),
            Self::Circle(name) => write!(f, "the list `@{name}` contains itself"),
            Self::TooMany => write!(f, "spelt out, this is more than {MOST_SPELLINGS} phrases"),
        }
    }
}
