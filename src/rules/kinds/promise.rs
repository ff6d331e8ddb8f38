//! `promise`: a topic sentence or subhead that what follows does not keep.

use super::Kind;
use crate::facts::Voice;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Span};
use serde::Deserialize;

/// `[check.promise]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What promises: "reactions were mixed", a subhead "Counter-claims".
    promises: PhrasesAsWritten,
    /// What would keep it, in the rest of the paragraph or under the subhead.
    kept: PhrasesAsWritten,
    /// What stands there instead; one of these must, so that silence is no finding.
    instead: PhrasesAsWritten,
    /// The two sides of what is promised to be mixed: praise and blame. Both keep it; one alone, told twice, does not.
    #[serde(default)]
    sides: Vec<PhrasesAsWritten>,
    /// Does the whole article count, not only what follows?
    #[serde(default)]
    anywhere: bool,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a topic sentence or subhead that is not borne out";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(PromiseCheck {
            promises: compiler.phrases(&self.promises),
            kept: compiler.phrases(&self.kept),
            instead: compiler.phrases(&self.instead),
            sides: self.sides.iter().filter_map(|side| compiler.phrases(side)).collect(),
            anywhere: self.anywhere,
        })
    }
}

#[derive(Debug)]
struct PromiseCheck {
    promises: Option<Tag>,
    kept: Option<Tag>,
    instead: Option<Tag>,
    sides: Vec<Tag>,
    anywhere: bool,
}

/// Times that one side alone must be heard before the other is missed.
const LEAST_OF_ONE: usize = 2;

impl Check for PromiseCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let Some(tag) = self.promises else { return };
        let document = page.document;
        let mut done = 0;
        for found in page.matches.of(tag) {
            if found.tokens.start < done || page.facts.voice(found.tokens.start) == Voice::Quoted {
                continue;
            }
            let span = document.span_of(found.tokens.clone());
            let scope = if self.anywhere {
                0..document.tokens.len()
            } else {
                found.tokens.end..scope_end(page, span)
            };
            let first = |tag: Option<Tag>| {
                tag.map(|t| page.matches.within(t, scope.clone()))
                    .unwrap_or_default()
                    .first()
            };
            if first(self.kept).is_some() {
                continue;
            }
            let sides = self.sides.iter().map(|tag| page.matches.within(*tag, scope.clone()));
            let mut heard = sides.filter(|side| !side.is_empty());
            let instead = match (heard.next(), heard.next()) {
                (None, _) => first(self.instead),
                (Some(one), None) if first(self.instead).is_none() => one.first().filter(|_| one.len() >= LEAST_OF_ONE),
                _ => None,
            };
            if let Some(instead) = instead {
                out.push(Hit::pair(span, document.span_of(instead.tokens.clone())));
                done = scope.end;
            }
        }
    }
}

/// Where what a promise covers ends: its paragraph; after a subhead, the next subhead.
fn scope_end(page: &Page<'_>, span: Span) -> usize {
    let blocks = &page.document.blocks;
    let at = blocks.partition_point(|b| b.span.start <= span.start).saturating_sub(1);
    let Some(block) = blocks.get(at) else { return 0 };
    if !matches!(block.kind, BlockKind::Heading | BlockKind::Headline) {
        return block.tokens.end;
    }
    let next = blocks[at + 1..]
        .iter()
        .position(|b| b.kind == BlockKind::Heading)
        .map_or(blocks.len(), |n| at + 1 + n);
    blocks[next - 1].tokens.end
}
