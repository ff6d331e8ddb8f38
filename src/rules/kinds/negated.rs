//! `negated`: "not" in the headline or the summary where the body has none, or the other way round.

use super::Kind;
use crate::facts::Class;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::{BlockKind, Prefix, Span};
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// `[check.negated]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {}

impl Kind for Settings {
    const SUMMARY: &'static str = "a negation in the headline or summary that the body contradicts";

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(NegatedCheck)
    }
}

/// Words after a negation within which the word it turns round stands: farther on it may turn another.
const REACH: usize = 1;
/// Words before a word within which a negation reaches it.
const BACK: usize = 6;
/// Letters that stand for a word's stem.
const STEM: usize = 5;
/// Other words that the two sentences must share.
const LEAST_SHARED: usize = 3;

#[derive(Debug)]
struct NegatedCheck;

impl Check for NegatedCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let mut body: Option<FxHashMap<Prefix, Vec<(usize, bool)>>> = None;
        for sentence in &document.sentences {
            if !matches!(document.kind_of(sentence), BlockKind::Headline | BlockKind::Standfirst) {
                continue;
            }
            for at in sentence.tokens.clone() {
                if !is_not(page, at) {
                    continue;
                }
                let end = sentence.tokens.end.min(at + 1 + REACH);
                let Some(turned) = (at + 1..end).find(|i| is_telling(page, *i)) else {
                    continue;
                };
                let body = body.get_or_insert_with(|| uses(page));
                let Some(uses) = body.get(&stem(page, turned)) else {
                    continue;
                };
                // The body must say it, must never deny it, and must say it of the same thing.
                if uses.iter().any(|(_, negated)| *negated) {
                    continue;
                }
                let own = stems(page, sentence.tokens.clone());
                let same = uses.iter().map(|(i, _)| *i).find(|i| {
                    let number = document.sentence_at(document.tokens[*i].span.start);
                    let theirs = stems(page, document.sentences[number].tokens.clone());
                    let shared = own.iter().filter(|w| theirs.binary_search(w).is_ok()).count();
                    shared > LEAST_SHARED && shared * 2 >= own.len() && !is_open(page, number, *i)
                });
                if let Some(same) = same {
                    out.push(Hit::pair(document.span_of(at..turned + 1), word_span(page, same)));
                }
            }
        }
    }
}

/// Does the sentence leave open ("the likelihood they'll apply") whether the word at a token is so?
fn is_open(page: &Page<'_>, sentence: usize, at: usize) -> bool {
    let start = page.document.sentences.get(sentence).map_or(at, |s| s.tokens.start);
    page.document.tokens[start..at]
        .iter()
        .any(|t| page.lexicon.is(t, Class::LeavesOpen))
}

fn word_span(page: &Page<'_>, at: usize) -> Span {
    page.document.tokens[at].span
}

/// Each telling word of the body by stem, with whether a negation reaches it.
fn uses(page: &Page<'_>) -> FxHashMap<Prefix, Vec<(usize, bool)>> {
    let mut out: FxHashMap<Prefix, Vec<(usize, bool)>> = FxHashMap::default();
    for sentence in page
        .document
        .sentences
        .iter()
        .filter(|s| page.document.kind_of(s).is_body())
    {
        let mut last_not = None;
        for i in sentence.tokens.clone() {
            let token = &page.document.tokens[i];
            if page.lexicon.is(token, Class::Negation) || page.words(token.span).ends_with("n't") {
                last_not = Some(i);
            }
            if is_telling(page, i) {
                let negated = last_not.is_some_and(|n| i - n <= BACK);
                out.entry(stem(page, i)).or_default().push((i, negated));
            }
        }
    }
    out
}

fn is_not(page: &Page<'_>, at: usize) -> bool {
    let word = page.words(page.document.tokens[at].span);
    let word = word.to_lowercase().replace('\u{2019}', "'");
    let not = word == "not" || word == "never" || word.ends_with("n't");
    // "Not only" and "not just" add; they do not deny.
    let next = page.document.tokens.get(at + 1).map(|t| page.words(t.span));
    let adds = matches!(
        next,
        Some("only" | "just" | "yet" | "even" | "necessarily" | "merely" | "simply" | "always")
    );
    not && !adds
}

fn is_telling(page: &Page<'_>, at: usize) -> bool {
    let token = &page.document.tokens[at];
    token.span.len() >= STEM && page.lexicon.is_content(token)
}

fn stem(page: &Page<'_>, at: usize) -> Prefix {
    Prefix::of(page.words(page.document.tokens[at].span), STEM)
}

/// The stems of a run of tokens, sorted.
fn stems(page: &Page<'_>, tokens: std::ops::Range<usize>) -> Vec<Prefix> {
    let mut out: Vec<Prefix> = tokens.filter(|i| is_telling(page, *i)).map(|i| stem(page, i)).collect();
    out.sort_unstable();
    out.dedup();
    out
}
