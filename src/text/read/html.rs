//! HTML: not read yet; its text is taken as plain copy.

use super::{RawBlock, Reading};
use crate::text::{BlockKind, Field, Span};

/// Appends the source of an HTML body.
pub fn read(source: &str, reading: &mut Reading) {
    reading.part();
    let start = reading.text.len();
    reading.verbatim(source, Field::Html, 0);
    reading.blocks.push(RawBlock {
        span: Span::new(start, reading.text.len()),
        kind: BlockKind::Paragraph,
    });
}
