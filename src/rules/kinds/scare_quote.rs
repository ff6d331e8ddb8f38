//! `scare-quote`: words held at arm's length between quotation marks that nobody is said to have used.

use super::Kind;
use crate::facts::{Quotation, QuotationKind};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Prefix, TokenKind};
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// `[check.scare-quote]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words that introduce a word as a word: "called", "the term", "marked". They stand up to three
    /// words before the quotation.
    introduced_by: PhrasesAsWritten,
    /// Longer quotations are somebody's words.
    most_words: usize,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "single words in quotation marks that nobody is said to have used";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ScareQuoteCheck {
            introduced_by: compiler.phrases(&self.introduced_by),
            most_words: self.most_words,
        })
    }
}

#[derive(Debug)]
struct ScareQuoteCheck {
    introduced_by: Option<Tag>,
    most_words: usize,
}

/// An introducing word stands this close before the quotation: "called the plan a “…”".
const REACH: usize = 4;
/// Words are held to be the same when so many first letters are: "destructive", "destruction".
const STEM: usize = 5;
/// Shorter words are the same by chance.
const LEAST_LETTERS: usize = 4;

impl Check for ScareQuoteCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let mut spoken: Option<FxHashMap<Prefix, usize>> = None;
        for quotation in &page.facts.quotations {
            let short = quotation.kind == QuotationKind::Word && quotation.words <= self.most_words;
            let kind = page.document.blocks[quotation.block].kind;
            if !short || !quotation.closed || kind != BlockKind::Paragraph {
                continue;
            }
            let sentence = page.document.sentence_at(quotation.span.start);
            let somebody = page.facts.attribution_of(sentence).is_some();
            if somebody || !plain(page, quotation) || self.introduced(page, quotation) {
                continue;
            }
            // A word that a longer quotation holds is somebody's, taken up again.
            let spoken = spoken.get_or_insert_with(|| longest_with(page));
            let taken_up = |stem: Prefix| spoken.get(&stem).is_some_and(|words| *words > quotation.words);
            if !stems(page, quotation).any(taken_up) {
                out.push(Hit::at(quotation.span));
            }
        }
    }
}

impl ScareQuoteCheck {
    fn introduced(&self, page: &Page<'_>, quotation: &Quotation) -> bool {
        let Some(tag) = self.introduced_by else { return false };
        let first = page.document.tokens_in(quotation.span).start;
        let all = page.matches.of(tag);
        let from = all.partition_point(|m| m.tokens.start + REACH < first);
        all[from..]
            .iter()
            .take_while(|m| m.tokens.start < first)
            .next()
            .is_some()
    }
}

/// Only lower-case words: capitals and figures make it a name, a sign, a score.
fn plain(page: &Page<'_>, quotation: &Quotation) -> bool {
    let tokens = &page.document.tokens[page.document.tokens_in(quotation.inner)];
    let ends_clause = tokens
        .last()
        .is_some_and(|t| matches!(t.kind, TokenKind::Mark('!' | '?' | '…')));
    !ends_clause
        && tokens
            .iter()
            .all(|t| t.kind != TokenKind::Number && !t.is_capitalised())
}

/// For each stem the words of the longest quotation that holds it, titles left out.
fn longest_with(page: &Page<'_>) -> FxHashMap<Prefix, usize> {
    let mut out: FxHashMap<Prefix, usize> = FxHashMap::default();
    for quotation in page.facts.quotations.iter().filter(|q| q.kind != QuotationKind::Title) {
        for stem in stems(page, quotation) {
            let longest = out.entry(stem).or_default();
            *longest = (*longest).max(quotation.words);
        }
    }
    out
}

/// The stems of its words, those of short ones left out: they tell nothing.
fn stems<'a>(page: &'a Page<'_>, quotation: &Quotation) -> impl Iterator<Item = Prefix> + 'a {
    let tokens = &page.document.tokens[page.document.tokens_in(quotation.inner)];
    let stems = tokens
        .iter()
        .filter(|t| t.is_word())
        .map(|t| Prefix::of(page.words(t.span), STEM));
    stems.filter(|stem| stem.len() >= LEAST_LETTERS)
}
