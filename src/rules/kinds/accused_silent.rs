//! `accused-silent`: somebody is accused and has no line in the story.

use super::Kind;
use crate::facts::Attribution;
use crate::rules::Spanned;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Span};
use serde::Deserialize;

/// `[check.accused-silent]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words that accuse: the accused follows.
    accusing: Vec<Spanned<String>>,
    /// Words of an answer, or of the attempt to get one, wherever they stand.
    answers: Vec<Spanned<String>>,
}

/// The accused stands within this many tokens behind the accusing word: "accused the mayor, Ida Moll, of".
const REACH: usize = 8;
/// Accusations that are looked at: an article with more is a record, and each is held against all sources.
const MOST_ACCUSED: usize = 24;

impl Kind for Settings {
    const SUMMARY: &'static str = "somebody is accused and has no line";
    const VALUES: &'static [&'static str] = &["accused"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(AccusedSilent {
            accusing: compiler.phrases(&self.accusing),
            answers: compiler.phrases(&self.answers),
        })
    }
}

#[derive(Debug)]
struct AccusedSilent {
    accusing: Option<Tag>,
    answers: Option<Tag>,
}

impl Check for AccusedSilent {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let answered = self.answers.is_some_and(|tag| !page.matches.of(tag).is_empty());
        let Some(accusing) = self.accusing.filter(|_| !answered) else {
            return;
        };
        for found in page.matches.of(accusing).iter().take(MOST_ACCUSED) {
            let Some((whole, surname)) = accused(page, found.tokens.end) else {
                continue;
            };
            let copy = page.block_kind_at(whole).is_body();
            let name = page.words(surname);
            if copy && !page.facts.attributions.iter().any(|a| speaks(page, a, name)) {
                let words = page.document.tokens[found.tokens.start].span.join(whole);
                out.push(Hit::at(words).with("accused", page.words(whole)));
                return;
            }
        }
    }
}

/// The name behind an accusing word, and its last part.
fn accused(page: &Page<'_>, from: usize) -> Option<(Span, Span)> {
    let tokens = &page.document.tokens;
    let limit = (from + REACH).min(tokens.len());
    let start = (from..limit).find(|i| tokens[*i].is_capitalised())?;
    let end = (start..limit).take_while(|i| tokens[*i].is_capitalised()).last()?;
    // A name of two parts is a person or a body; a single capital may be a month or a nation.
    (end > start).then(|| (tokens[start].span.join(tokens[end].span), tokens[end].span))
}

/// Does the source of a report, or of a refusal to comment, bear the name?
fn speaks(page: &Page<'_>, attribution: &Attribution, name: &str) -> bool {
    let sentence = &page.document.sentences[attribution.sentence];
    page.words(attribution.source.span).contains(name) && page.document.kind_of(sentence) != BlockKind::Noise
}
