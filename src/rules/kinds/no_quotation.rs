//! `no-quotation`: a story about what somebody said, without a word of it.

use super::Kind;
use crate::facts::{Class, CueClass, QuotationKind, SourceKind};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, TokenKind};
use serde::Deserialize;

/// `[check.no-quotation]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words for a public statement.
    statements: PhrasesAsWritten,
}

/// A story in which people speak fewer times than this does not rest on what was said.
const LEAST_REPORTS: usize = 4;

impl Kind for Settings {
    const SUMMARY: &'static str = "a story that rests on a statement and quotes none of it";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(NoQuotation {
            statements: compiler.phrases(&self.statements),
        })
    }
}

#[derive(Debug)]
struct NoQuotation {
    statements: Option<Tag>,
}

impl Check for NoQuotation {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let Some(tag) = self.statements else { return };
        let quoted = page.facts.quotations.iter().any(|q| q.kind != QuotationKind::Title)
            || page.document.blocks.iter().any(|b| b.kind == BlockKind::Quote);
        let spoken = page.facts.attributions.iter().filter(|a| {
            let speech = !matches!(a.class, CueClass::Thought | CueClass::Noun | CueClass::Evidence);
            speech && matches!(a.source.kind, SourceKind::Named | SourceKind::Institution)
        });
        if quoted || spoken.count() < LEAST_REPORTS {
            return;
        }
        // The first statement that somebody owns: "Putin's statement", "her speech".
        let tokens = &page.document.tokens;
        for found in page.matches.of(tag) {
            let noun = found.tokens.start;
            let Some(before) = noun.checked_sub(1) else { continue };
            let owned = tokens[before].kind == TokenKind::Possessive;
            let pronoun = ["his", "her", "their"]
                .iter()
                .any(|w| page.words(tokens[before].span).eq_ignore_ascii_case(w));
            let headline = matches!(
                page.block_kind_at(tokens[noun].span),
                BlockKind::Headline | BlockKind::Standfirst | BlockKind::Noise
            );
            // "In a speech of 20 minutes, the chancellor announced …": somebody speaks in its sentence. "A statement by
            // the dockers said" is one voice of several.
            let sentence = page.document.sentence_at(tokens[noun].span.start);
            // Past a hedge: "in allegedly a speech".
            let outside = tokens[..before]
                .iter()
                .rev()
                .take(2)
                .map(|t| page.words(t.span))
                .find(|w| !w.ends_with("ly"));
            let within =
                outside.is_some_and(|word| ["in", "during", "at"].iter().any(|w| word.eq_ignore_ascii_case(w)));
            let article = within
                && page.lexicon.is(&tokens[before], Class::Determiner)
                && page.facts.attributions[page.facts.attributions.partition_point(|a| a.sentence < sentence)..]
                    .iter()
                    .take_while(|a| a.sentence == sentence)
                    .any(|a| !a.source.span.is_empty());
            if !(owned || pronoun || article) || headline {
                continue;
            }
            let first = if owned { phrase_start(page, before) } else { before };
            out.push(Hit::at(page.document.span_of(first..found.tokens.end)));
            return;
        }
    }
}

/// Where the possessor begins: names, or a determiner and a noun.
fn phrase_start(page: &Page<'_>, possessive: usize) -> usize {
    let tokens = &page.document.tokens;
    let mut first = possessive.saturating_sub(1);
    while first > 0 && possessive - first < 4 {
        let before = &tokens[first - 1];
        let determiner = page.lexicon.is(before, Class::Determiner);
        if !(before.is_capitalised() || determiner) {
            break;
        }
        first -= 1;
        if determiner {
            break;
        }
    }
    first
}
