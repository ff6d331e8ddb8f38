//! `speakerless`: a quotation in a paragraph that names nobody.

use super::Kind;
use crate::facts::{Class, Quotation, QuotationKind, SourceKind};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::BlockKind;
use serde::Deserialize;

/// `[check.speakerless]`
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Shorter quotations are left alone.
    words: usize,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "quotations that nobody speaks";

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(Speakerless(self))
    }
}

#[derive(Debug)]
struct Speakerless(Settings);

impl Check for Speakerless {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for quotation in &page.facts.quotations {
            let block = &page.document.blocks[quotation.block];
            let speech = matches!(quotation.kind, QuotationKind::Full) && quotation.words >= self.0.words;
            // Only a paragraph that is all quotation: beside other words a name or a role may do.
            if !speech || !is_alone(page, quotation) || !quotation.closed || block.kind != BlockKind::Paragraph {
                continue;
            }
            let own = page
                .facts
                .attribution_of(page.document.sentence_at(quotation.span.start));
            let spoken = own.is_some_and(|a| !a.source.span.is_empty());
            if !introduced(page, quotation.block) && !claimed_after(page, quotation.block) && !spoken {
                out.push(Hit::at(quotation.span));
            }
        }
    }
}

/// Is a paragraph all quotation, but for marks and for words that take it back on nobody's word (“allegedly”)?
fn is_alone(page: &Page<'_>, quotation: &Quotation) -> bool {
    let block = &page.document.blocks[quotation.block];
    let tokens = block
        .sentences
        .clone()
        .flat_map(|s| page.document.sentences[s].tokens.clone());
    let mut beside = tokens
        .map(|i| &page.document.tokens[i])
        .filter(|t| !quotation.span.overlaps(t.span));
    beside.all(|t| !t.is_word() || page.lexicon.has(t.word, Class::Hedge))
}

/// Does the paragraph before end with a person speaking, or with a colon?
fn introduced(page: &Page<'_>, block: usize) -> bool {
    let Some(before) = block.checked_sub(1).and_then(|b| page.document.blocks.get(b)) else {
        return false;
    };
    let person = before.sentences.clone().next_back().is_some_and(|s| is_person(page, s));
    person || page.words(before.span).trim_end().ends_with(':')
}

/// Does the paragraph after open with a person who may have said it?
fn claimed_after(page: &Page<'_>, block: usize) -> bool {
    let after = page.document.blocks.get(block + 1);
    after.is_some_and(|b| b.sentences.clone().next().is_some_and(|s| is_person(page, s)))
}

fn is_person(page: &Page<'_>, sentence: usize) -> bool {
    let kind = page.facts.attribution_of(sentence).map(|a| a.source.kind);
    matches!(kind, Some(SourceKind::Named | SourceKind::Anonymous))
}
