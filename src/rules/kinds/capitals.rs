//! `capitals`: headlines that shout.

use super::Kind;
use crate::rules::Spanned;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Case};
use serde::Deserialize;

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
    acronyms: Vec<Spanned<String>>,
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
