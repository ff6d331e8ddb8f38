//! `shares`: shares of one whole that come to more than a hundred per cent.

use super::Kind;
use crate::facts::quantity::{Quantity, Unit};
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use serde::Deserialize;

/// `[check.shares]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words in the paragraph that say that each share excludes the others.
    exclusive: PhrasesAsWritten,
    /// Words in a sentence that give its percentages to something else.
    unless: PhrasesAsWritten,
    /// Answers of which nobody gives two: "against", "undecided".
    #[serde(default)]
    answers: PhrasesAsWritten,
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
            answers: compiler.phrases(&self.answers),
            rounding: self.rounding,
        })
    }
}

#[derive(Debug)]
struct SharesCheck {
    exclusive: Option<Tag>,
    unless: Option<Tag>,
    answers: Option<Tag>,
    rounding: f64,
}

/// Two shares of a hundred are a pair of answers to two questions as often as not.
const LEAST_SHARES: usize = 3;
/// Tokens from a share to its answer: "of the residents of Oster were against".
const TO_ANSWER: usize = 8;

impl Check for SharesCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        self.said(page, out);
        self.opposed(page, out);
    }
}

impl SharesCheck {
    /// Shares of which the paragraph says that they exclude each other.
    fn said(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
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
            let shares: Vec<&Quantity> = page
                .facts
                .quantities_in(block.sentences.clone())
                .iter()
                .filter(|q| q.unit == Unit::Percent && q.is_exact())
                .filter(|q| self.is_open(page, q))
                .collect();
            out.extend(self.over(&shares));
        }
    }

    /// "62% were against, 31% for and 12% undecided": an answer of its own behind each share of a sentence.
    fn opposed(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let Some(tag) = self.answers else { return };
        let shares = page.facts.quantities.iter();
        let shares: Vec<&Quantity> = shares.filter(|q| q.unit == Unit::Percent).collect();
        for shares in shares.chunk_by(|a, b| a.sentence == b.sentence) {
            let sound = shares.len() >= LEAST_SHARES && shares.iter().all(|q| q.is_exact() && self.is_open(page, q));
            if !sound {
                continue;
            }
            let end = page.document.sentences[shares[0].sentence].tokens.end;
            let mut answers = Vec::new();
            for (at, share) in shares.iter().enumerate() {
                let start = share.tokens.end;
                let next = shares.get(at + 1).map_or(end, |q| q.tokens.start);
                let found = page.matches.within(tag, start..next.min(start + TO_ANSWER));
                // "31% of the women": a share of something else.
                let of_others = at > 0 && page.reads(start, &["of"]);
                answers.extend(found.first().filter(|_| !of_others).map(|m| {
                    let words = page.document.span_of(m.tokens.clone());
                    page.words(words).to_lowercase()
                }));
            }
            answers.sort_unstable();
            answers.dedup();
            if answers.len() == shares.len() {
                out.extend(self.over(shares));
            }
        }
    }

    /// Does no word of its sentence give a share to something else?
    fn is_open(&self, page: &Page<'_>, share: &Quantity) -> bool {
        !self.unless.is_some_and(|tag| page.in_sentence(tag, share.sentence))
    }

    /// A hit for shares that come to more than the whole.
    fn over(&self, shares: &[&Quantity]) -> Option<Hit> {
        let sum: f64 = shares.iter().map(|q| q.value).sum();
        let over = shares.len() >= LEAST_SHARES && sum > 100.0 + self.rounding * shares.len() as f64;
        let [first, rest @ ..] = shares else { return None };
        over.then(|| {
            let terms: Vec<String> = shares.iter().map(|q| figures::plain(q.value)).collect();
            let mut hit = Hit::at(first.figure).with("sum", format!("{} = {}", terms.join(" + "), figures::plain(sum)));
            hit.related = rest.iter().map(|q| q.figure).collect();
            hit
        })
    }
}
