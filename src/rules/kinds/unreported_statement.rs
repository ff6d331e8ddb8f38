//! `unreported-statement`: "his reassurances", when the story reported none.

use super::Kind;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Prefix, Span, Token, TokenKind};
use rustc_hash::FxHashSet;
use serde::Deserialize;

/// `[check.unreported-statement]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Nouns for what somebody said.
    statements: PhrasesAsWritten,
}

/// Letters that a noun for a statement shares with its verb: apolog-y, apolog-ised; promise, promis-ed.
const STEM: usize = 5;
/// A possessor of more words than this is a clause.
const POSSESSOR: usize = 4;

impl Kind for Settings {
    const SUMMARY: &'static str = "somebody's statement that the story has not reported before";
    const VALUES: &'static [&'static str] = &["who"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(UnreportedStatement {
            statements: compiler.phrases(&self.statements),
        })
    }
}

#[derive(Debug)]
struct UnreportedStatement {
    statements: Option<Tag>,
}

impl Check for UnreportedStatement {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let Some(tag) = self.statements else { return };
        // What was said up to a token, word by word: each is looked at once, however many statements there are.
        let (mut said, mut until) = (FxHashSet::default(), 0);
        let stem = |token: &Token| Prefix::of(page.words(token.span), STEM);
        for found in page.matches.of(tag) {
            let noun = found.tokens.start;
            let Some(owner) = owner(page, noun) else { continue };
            let span = owner.join(page.document.tokens[noun].span);
            let earlier = page.document.tokens[until.min(noun)..noun].iter();
            said.extend(earlier.filter(|t| t.is_word()).map(stem));
            until = noun;
            let before = said.contains(&stem(&page.document.tokens[noun]));
            let copy = !matches!(
                page.block_kind_at(span),
                BlockKind::Headline | BlockKind::Heading | BlockKind::Standfirst
            );
            // The sentence itself may report it: "his promise that taxes would fall", "his threats of tariffs".
            let reported = page
                .document
                .tokens
                .get(noun + 1)
                .is_some_and(|t| matches!(page.words(t.span), "that" | "to" | "of" | ","));
            let opening = page.document.sentence_at(span.start) == 0;
            if copy && !before && !reported && !opening {
                let who = page
                    .words(owner)
                    .trim_end_matches("'s")
                    .trim_end_matches("\u{2019}s")
                    .to_owned();
                out.push(Hit::at(span).with("who", who));
            }
        }
    }
}

/// `Odar's` before the noun: a name of a few words with a possessive.
fn owner(page: &Page<'_>, noun: usize) -> Option<Span> {
    let tokens = &page.document.tokens;
    let last = noun.checked_sub(1)?;
    if tokens[last].kind != TokenKind::Possessive {
        return None;
    }
    let first = (last.saturating_sub(POSSESSOR)..last)
        .rev()
        .take_while(|i| tokens[*i].is_capitalised())
        .last()?;
    Some(page.document.span_of(first..noun))
}
