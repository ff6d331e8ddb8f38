//! The copy of any form as text or Markdown, without its furniture.

use super::Cleaned;
use super::stretches::Stretches;
use crate::text::{BlockKind, Document};

/// Writes the copy block by block, with a blank line between. What was removed and what the reader took
/// for the page's furniture is left out; what is suspect stays.
#[must_use]
pub fn copy(document: &Document, cleaned: &Cleaned, markdown: bool) -> String {
    let mut out = String::new();
    let mut last = None;
    let places = |list: &[super::Furniture]| list.iter().map(|f| &f.place).collect::<Stretches>();
    let (removed, suspect) = (places(&cleaned.removed), places(&cleaned.suspect));
    for block in &document.blocks {
        let place = document.origin.locate(block.span).map(|(_, span)| span.range());
        let place = place.unwrap_or_default();
        let gone = removed.overlap(&place) || (block.kind == BlockKind::Noise && !suspect.overlap(&place));
        if gone {
            continue;
        }
        if !out.is_empty() {
            // The items of a list stand together.
            let together = block.kind == BlockKind::List && last == Some(BlockKind::List);
            out.push_str(if together { "\n" } else { "\n\n" });
        }
        last = Some(block.kind);
        let words = document.words(block.span);
        if markdown {
            write(words, block.kind, &mut out);
        } else {
            out.push_str(words);
        }
    }
    out.push('\n');
    out
}

fn write(words: &str, kind: BlockKind, out: &mut String) {
    let sign = match kind {
        BlockKind::Headline => "# ",
        BlockKind::Heading => "## ",
        BlockKind::List => "- ",
        BlockKind::Quote => "> ",
        _ => "",
    };
    let own = words.trim_start_matches(['-', '*', '•', '–', '·']).trim_start();
    for (number, line) in (if kind == BlockKind::List { own } else { words }).lines().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        if number == 0 || kind == BlockKind::Quote {
            out.push_str(sign);
        }
        // A line that begins like a mark of Markdown is none.
        if sign.is_empty() && line.starts_with(['#', '>', '+']) {
            out.push('\\');
        }
        out.push_str(line);
    }
}
