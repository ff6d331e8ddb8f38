//! `stranger`: a name in the headline or the summary that the story below does not know.
//!
//! It counts only where the story has nearly everything else of the sentence, so that a headline in
//! other words than the story's is left alone.

use super::Kind;
use crate::facts::NameKind;
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::{BlockKind, Case};
use rustc_hash::FxHashSet;
use serde::Deserialize;

/// `[check.stranger]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The share of the sentence's other words that the body must hold.
    #[serde(default = "least_share")]
    least_share: f64,
}

fn least_share() -> f64 {
    0.8
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a name at the top that the body does not know";

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(StrangerCheck { settings: self })
    }
}

/// Letters that stand for a word's stem: Ukraine and Ukrainian, drone and drones.
const STEM: usize = 4;
/// Other content words that the sentence must have: fewer prove nothing.
const LEAST_WORDS: usize = 5;
/// Different words of body below which the story is not all there.
const LEAST_BODY: usize = 60;

#[derive(Debug)]
struct StrangerCheck {
    settings: Settings,
}

impl Check for StrangerCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let is_top = |kind| matches!(kind, BlockKind::Headline | BlockKind::Standfirst);
        let mut body: Option<FxHashSet<Stem>> = None;
        for name in &page.facts.names {
            let sentence = &document.sentences[name.sentence];
            if !is_top(document.kind_of(sentence)) || name.kind == NameKind::Body {
                continue;
            }
            let words = name.tokens.clone().filter(|i| document.tokens[*i].is_word());
            // After a mark or at the start the capital proves nothing: "Ready for Monday?; Crucial hours".
            let before = name.tokens.start.checked_sub(1).map(|i| &document.tokens[i]);
            if name.opens || !before.is_some_and(|t| t.is_word() && t.case == Case::Lower) {
                continue;
            }
            let is_short = document.tokens[name.tokens.end - 1].case == Case::Upper;
            if is_short || words.clone().all(|i| document.tokens[i].span.len() < STEM) {
                continue;
            }
            // Most articles have no such name, and need no table of their words.
            let body = body.get_or_insert_with(|| stems(page));
            if body.len() < LEAST_BODY {
                return;
            }
            let known = |i: usize| body.contains(&stem(page, i));
            if words.clone().any(known) {
                continue;
            }
            let others: Vec<usize> = sentence
                .tokens
                .clone()
                .filter(|i| !name.tokens.contains(i) && is_content(page, *i))
                .collect();
            let held = others.iter().filter(|i| known(**i)).count();
            if others.len() >= LEAST_WORDS && held as f64 >= self.settings.least_share * others.len() as f64 {
                // A headline has its own short names, Dems and the Fed; a summary is written in full.
                let hit = Hit::at(name.span);
                let full = document.kind_of(sentence) == BlockKind::Standfirst;
                out.push(if full { hit } else { hit.severity(Severity::Info) });
            }
        }
    }
}

/// The stems of all words of the body.
fn stems(page: &Page<'_>) -> FxHashSet<Stem> {
    let document = page.document;
    let sentences = document.sentences.iter().filter(|s| {
        let kind = document.kind_of(s);
        kind.is_body() || matches!(kind, BlockKind::Heading | BlockKind::Caption | BlockKind::Dateline)
    });
    sentences
        .flat_map(|s| s.tokens.clone())
        .filter(|i| document.tokens[*i].is_word())
        .map(|i| stem(page, i))
        .collect()
}

/// The first letters of a word in lower case, zeros behind fewer.
type Stem = [char; STEM];

fn stem(page: &Page<'_>, at: usize) -> Stem {
    let mut stem = ['\0'; STEM];
    let word = page.words(page.document.tokens[at].span);
    let letters = stem.iter_mut();
    if word.is_ascii() {
        letters
            .zip(word.bytes())
            .for_each(|(l, b)| *l = b.to_ascii_lowercase().into());
    } else {
        letters.zip(word.to_lowercase().chars()).for_each(|(l, c)| *l = c);
    }
    stem
}

fn is_content(page: &Page<'_>, at: usize) -> bool {
    let token = &page.document.tokens[at];
    token.span.len() >= STEM && page.lexicon.is_content(token)
}
