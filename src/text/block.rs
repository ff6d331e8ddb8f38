//! The parts an article is set in.

use super::span::Span;
use serde::{Deserialize, Serialize};

/// One part of the article: a headline, a paragraph, a caption, a line of furniture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands, without white space around it.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Its sentences, as a range of [`Document::sentences`](super::Document::sentences).
    pub sentences: std::ops::Range<usize>,
    /// Its tokens, as a range of [`Document::tokens`](super::Document::tokens).
    pub tokens: std::ops::Range<usize>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The headline, or one of two left in the copy.
    Headline,
    /// The summary under the headline.
    Standfirst,
    /// "By Jane Doe".
    Byline,
    /// A place and day on a line of their own.
    Dateline,
    /// Running copy.
    Paragraph,
    /// A subhead inside the body.
    Heading,
    /// A list item, a line of verse, a row of a table.
    List,
    /// The words under a picture, or its credit.
    Caption,
    /// A block quotation: all of it is somebody's words.
    Quote,
    /// Furniture: not part of the article.
    Noise,
}

impl BlockKind {
    /// Is it running copy or set off from it (a list, a block quotation)?
    #[must_use]
    #[inline]
    pub fn is_body(self) -> bool {
        matches!(self, Self::Paragraph | Self::List | Self::Quote)
    }

    /// Is it copy of the article at all, headline and subheads included?
    #[must_use]
    #[inline]
    pub fn is_copy(self) -> bool {
        !matches!(self, Self::Noise | Self::Caption | Self::Byline | Self::Dateline)
    }
}
