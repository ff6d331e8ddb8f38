//! `speakerless`: a quotation in a paragraph that names nobody.

use super::Kind;
use crate::facts::{Class, QuotationKind};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::BlockKind;
use serde::Deserialize;

/// `[check.speakerless]`
#[derive(Clone, Copy, Debug, Deserialize)]
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
            let alone = quotation.span.len() + 4 >= block.span.len();
            if !speech || !alone || !quotation.closed || block.kind != BlockKind::Paragraph {
                continue;
            }
            let spoken = |number: usize| {
                page.document.blocks.get(number).is_some_and(|b| {
                    let speaks = b.sentences.clone().any(|s| page.facts.covered_by[s].is_some());
                    speaks
                        || page.document.words(b.span).trim_end().ends_with(':')
                        || page.document.tokens[b.tokens.clone()]
                            .iter()
                            .any(|t| page.lexicon.is(t, Class::CueNeutral))
                })
            };
            let before = quotation.block.checked_sub(1).is_some_and(spoken);
            if !before
                && !spoken(quotation.block + 1)
                && page.facts.covered_by[page.document.sentence_at(quotation.span.start)].is_none()
            {
                out.push(Hit::at(quotation.span));
            }
        }
    }
}
