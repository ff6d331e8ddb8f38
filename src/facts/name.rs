//! Names of people, places and bodies.

use super::Lexicon;
use crate::text::{Document, Span};

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// The words, titles left out.
    pub span: Span,
}

/// All names of a document, in order.
#[must_use]
pub fn find(_document: &Document, _lexicon: &Lexicon) -> Vec<NameMention> {
    Vec::new()
}
