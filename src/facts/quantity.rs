//! Figures and what they count.

use super::Lexicon;
use crate::text::{Document, Span};

/// A figure in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The figure with its approximation and unit: `as many as 91`, `$3.5 million`.
    pub span: Span,
}

/// All figures of a document, in order.
#[must_use]
pub fn find(_document: &Document, _lexicon: &Lexicon) -> Vec<Quantity> {
    Vec::new()
}
