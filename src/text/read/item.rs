//! News items: files that hold headline, copy and what is said about them in places of their own.
//!
//! This is the seam between the forms and the document. A form's reader says where the parts stand
//! (`Parts`, each a layer decoded from the file); here they become blocks in the order of an article,
//! each with its way back to the bytes of the file. An offset is one into the file as decoded text.

use super::graft::{self, Setting};
use super::{Meta, Reading};
use crate::text::BlockKind;

/// Why a source holds no article that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong, in lower case and without a full stop.
    pub what: String,
    /// How to mend it, as a sentence.
    pub help: String,
}

/// The parts of an item, each decoded from its file.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) headline: Option<Reading>,
    pub(super) standfirst: Option<Reading>,
    pub(super) bylines: Vec<Reading>,
    pub(super) body: Option<(Reading, Setting)>,
    /// The words under pictures.
    pub(super) captions: Vec<Reading>,
    pub(super) meta: Meta,
}

/// Appends the parts of an item as blocks. What the caller gave beside the body goes before them.
pub(super) fn write(parts: &Parts, reading: &mut Reading) {
    let given = |kind: BlockKind, reading: &Reading| reading.blocks.iter().any(|b| b.kind == kind);
    if let Some(layer) = parts.headline.as_ref().filter(|_| !given(BlockKind::Headline, reading)) {
        graft::words(layer, BlockKind::Headline, reading);
    }
    let body = parts.body.as_ref().map_or("", |(layer, _)| layer.text.as_str());
    // A summary that is the beginning of the copy once more would only be found to repeat it.
    let standfirst = parts.standfirst.as_ref().filter(|layer| !repeats(&layer.text, body));
    if let Some(layer) = standfirst.filter(|_| !given(BlockKind::Standfirst, reading)) {
        graft::words(layer, BlockKind::Standfirst, reading);
    }
    for layer in &parts.bylines {
        graft::words(layer, BlockKind::Byline, reading);
    }
    let meta = std::mem::take(&mut reading.meta);
    reading.meta = Meta {
        published: meta.published.or(parts.meta.published),
        updated: meta.updated.or(parts.meta.updated),
        genre: meta.genre.or_else(|| parts.meta.genre.clone()),
        byline: meta
            .byline
            .or_else(|| parts.bylines.first().map(|layer| layer.text.clone())),
        correction: meta.correction.or_else(|| parts.meta.correction.clone()),
        extracted: meta.extracted,
    };
    if let Some((layer, setting)) = &parts.body {
        graft::body(layer, *setting, reading);
    }
    for layer in &parts.captions {
        graft::words(layer, BlockKind::Caption, reading);
    }
}

/// Does the body say what the summary says? The ends of cut summaries ("…", "[…]") are left out.
fn repeats(summary: &str, body: &str) -> bool {
    let summary = summary.replace("[&hellip;]", "").replace("&hellip;", "");
    let summary = folded(&summary);
    !summary.is_empty() && folded(body).contains(&summary)
}

/// The letters and digits of a text, without its tags, to compare it with another.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut tag, mut entity) = (false, false);
    for c in text.chars() {
        match c {
            '<' => tag = true,
            '>' => tag = false,
            // Quotation marks and dashes are written in several ways; none is a letter.
            '&' if !tag => entity = true,
            ';' | ' ' if entity => entity = false,
            c if !tag && !entity && c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out
}
