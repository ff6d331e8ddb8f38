//! `shares`: shares of one whole that come to more than a hundred per cent.

use super::Kind;
use crate::facts::quantity::{Quantity, Unit};
use crate::rules::Spanned;
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::phrase::Tag;
use serde::Deserialize;

/// `[check.shares]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words in the paragraph that say that each share excludes the others.
    exclusive: Vec<Spanned<String>>,
    /// Words in a sentence that give its percentages to something else.
    unless: Vec<Spanned<String>>,
    /// How many points each share may have been rounded up by.
    rounding: f64,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "shares of one whole that come to more than a hundred per cent";
    const VALUES: &'static [&'static str] = &["sum"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(SharesCheck {
            exclusive: compiler.phrases(&self.exclusive),
            unless: compiler.phrases(&self.unless),
            rounding: self.rounding,
        })
    }
}

#[derive(Debug)]
struct SharesCheck {
    exclusive: Option<Tag>,
    unless: Option<Tag>,
    rounding: f64,
}

impl Check for SharesCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let Some(tag) = self.exclusive else { return };
        let mut last = usize::MAX;
        for found in page.matches.of(tag) {
            let at = page.document.tokens[found.tokens.start].span.start;
            let Some(sentence) = page.document.sentences.get(page.document.sentence_at(at)) else {
                continue;
            };
            if std::mem::replace(&mut last, sentence.block) == sentence.block {
                continue;
            }
            let block = &page.document.blocks[sentence.block];
            let open = |q: &&Quantity| {
                let tokens = page.document.sentences[q.sentence].tokens.clone();
                self.unless
                    .is_none_or(|t| page.matches.within(t, tokens.clone()).is_empty())
            };
            let shares: Vec<&Quantity> = page
                .facts
                .quantities_in(block.sentences.clone())
                .iter()
                .filter(|q| q.unit == Unit::Percent && q.is_exact())
                .filter(open)
                .collect();
            let sum: f64 = shares.iter().map(|q| q.value).sum();
            // Two shares of a hundred are a pair of answers to two questions as often as not.
            if let [first, rest @ ..] = shares.as_slice()
                && rest.len() >= 2
                && sum > 100.0 + self.rounding * shares.len() as f64
            {
                let terms: Vec<String> = shares.iter().map(|q| figures::plain(q.value)).collect();
                let mut hit =
                    Hit::at(first.figure).with("sum", format!("{} = {}", terms.join(" + "), figures::plain(sum)));
                hit.related = rest.iter().map(|q| q.figure).collect();
                out.push(hit);
            }
        }
    }
}
