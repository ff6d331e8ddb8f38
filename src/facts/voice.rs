//! In whose voice a word stands.

use super::{Attribution, Facts, Form, quotation::QuotationKind, speech};
use crate::text::{BlockKind, Document, Span};

/// In whose voice a word stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Voice {
    /// The writer's own.
    #[default]
    Author,
    /// Between quotation marks, or in a block quotation.
    Quoted,
    /// In the scope of a report: "said that …", "described as …".
    Reported,
}

/// Does the writer hand over to a source? A source that is nobody ("reportedly", "is seen as") leaves
/// the words the writer's own.
fn gives_the_floor(attribution: &Attribution) -> bool {
    let built = matches!(attribution.form, Form::Verb | Form::Participle | Form::AccordingTo);
    built && !attribution.negated && !attribution.source.span.is_empty()
}

/// The voice of every token. A quotation inside a report stays quoted.
#[must_use]
pub fn mark(document: &Document, facts: &Facts) -> Vec<Voice> {
    let mut voices = vec![Voice::Author; document.tokens.len()];
    let mut paint = |span: Span, voice: Voice| {
        for i in document.tokens_in(span) {
            voices[i] = voice;
        }
    };
    for attribution in facts.attributions.iter().filter(|a| gives_the_floor(a)) {
        paint(attribution.content, Voice::Reported);
    }
    for quotation in &facts.quotations {
        if quotation.kind != QuotationKind::Title {
            paint(quotation.span, Voice::Quoted);
        }
    }
    for span in speech::unmarked(document, facts) {
        paint(span, Voice::Quoted);
    }
    for block in document.blocks.iter().filter(|b| b.kind == BlockKind::Quote) {
        paint(block.span, Voice::Quoted);
    }
    voices
}
