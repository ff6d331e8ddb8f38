//! `capitals`: headlines that shout.

use super::Kind;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Case, Token};
use rustc_hash::FxHashSet;
use serde::Deserialize;
use std::cell::OnceCell;

/// `[check.capitals]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// So many words in full capitals are shouting.
    least: usize,
    /// Shorter words are taken for abbreviations.
    letters: usize,
    /// Abbreviations that are as long as words.
    acronyms: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "words in full capitals in a headline";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(CapitalsCheck {
            least: self.least,
            letters: self.letters,
            acronyms: compiler.phrases(&self.acronyms),
        })
    }
}

#[derive(Debug)]
struct CapitalsCheck {
    least: usize,
    letters: usize,
    acronyms: Option<Tag>,
}

impl Check for CapitalsCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let abbreviations = OnceCell::new();
        for block in document.blocks.iter().filter(|b| b.kind == BlockKind::Headline) {
            let words: Vec<usize> = block.tokens.clone().filter(|i| document.tokens[*i].is_word()).collect();
            let acronym = |i: usize| self.acronyms.is_some_and(|tag| page.matches.covers(tag, i));
            let loud: Vec<usize> = words
                .iter()
                .copied()
                .filter(|i| {
                    let token = &document.tokens[*i];
                    token.case == Case::Upper
                        && page.words(token.span).chars().filter(|c| c.is_alphabetic()).count() >= self.letters
                        && !acronym(*i)
                        && !is_label(page, &words, *i)
                        && !abbreviations.get_or_init(|| shouted_below(page)).contains(&token.hash)
                })
                .collect();
            // A headline all in capitals is a house style, not a raised voice.
            let style = words.iter().all(|i| document.tokens[*i].case != Case::Lower)
                && words
                    .iter()
                    .filter(|i| document.tokens[**i].case == Case::Upper)
                    .count()
                    * 3
                    > words.len() * 2;
            if loud.len() < self.least || style {
                continue;
            }
            let mut spans = loud.iter().map(|i| document.tokens[*i].span);
            if let Some(first) = spans.next() {
                let mut hit = Hit::at(first);
                hit.related = spans.collect();
                out.push(hit);
            }
        }
    }
}

/// A label in front of a headline has at most so many words: "JUST IN:".
const LABEL_WORDS: usize = 2;

/// "BREAKING: …", "JUST IN: …": a colon behind the first words makes a label of them.
fn is_label(page: &Page<'_>, words: &[usize], at: usize) -> bool {
    let mut label = words.iter().take(LABEL_WORDS).skip_while(|i| **i != at);
    label.any(|i| page.document.tokens.get(i + 1).is_some_and(|t| t.is(':')))
}

/// The words, by their hashes, that the body has in full capitals and in no other way: abbreviations.
fn shouted_below(page: &Page<'_>) -> FxHashSet<u32> {
    let document = page.document;
    let body = document.blocks.iter().filter(|b| b.kind.is_body());
    let tokens = body.flat_map(|b| &document.tokens[b.tokens.clone()]);
    let (loud, other): (Vec<&Token>, Vec<&Token>) = tokens.filter(|t| t.is_word()).partition(|t| t.case == Case::Upper);
    let other: FxHashSet<u32> = other.iter().map(|t| t.hash).collect();
    loud.iter()
        .map(|t| t.hash)
        .filter(|hash| !other.contains(hash))
        .collect()
}
