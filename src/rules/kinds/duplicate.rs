//! `duplicate`: a headline, a paragraph or a sentence that stands in the copy twice.

use super::Kind;
use crate::facts::Voice;
use crate::facts::quantity::{Stem, Unit};
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::{BlockKind, Span, Token, TokenKind};
use rustc_hash::{FxHashMap, FxHasher};
use serde::Deserialize;
use std::hash::Hasher;

/// `[check.duplicate]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// A repeated sentence needs this many words: shorter ones are refrains and formulas.
    #[serde(default = "least_words")]
    least_words: usize,
    /// Are two different headlines a finding?
    #[serde(default)]
    two_headlines: bool,
}

fn least_words() -> usize {
    10
}

impl Kind for Settings {
    const SUMMARY: &'static str = "copy that stands twice";

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(DuplicateCheck { settings: self })
    }
}

/// Lines that come back in so many places are a live report's or a list's way, not a slip of the hand.
const LIVE: usize = 2;
/// Words of a headline at least: shorter ones are section names.
const HEADLINE_WORDS: usize = 4;

/// Words that two headlines of one story share at least: one may be a place or a person of many stories.
const SHARED_WORDS: usize = 2;
/// A word of fewer letters may be an article, a pronoun or a preposition.
const TELLING_LETTERS: usize = 4;

#[derive(Debug)]
struct DuplicateCheck {
    settings: Settings,
}

impl Check for DuplicateCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let before = out.len();
        let headlines: Vec<Span> = document
            .blocks
            .iter()
            .filter(|b| b.kind == BlockKind::Headline)
            .map(|b| b.span)
            .collect();
        if let [first, second, ..] = headlines.as_slice()
            && (key(page, *first) == key(page, *second)
                || self.settings.two_headlines && !is_result(page, *second) && tells_the_same(page, *first, *second))
        {
            out.push(Hit::pair(*second, *first));
        }
        let mut seen: FxHashMap<(u64, usize), Span> = FxHashMap::default();
        let mut last: Option<usize> = None;
        for (number, sentence) in document.sentences.iter().enumerate() {
            if !document.kind_of(sentence).is_body() {
                continue;
            }
            let (hash, words) = key_of(&document.tokens[sentence.tokens.clone()]);
            if words < self.settings.least_words {
                continue;
            }
            match seen.get(&(hash, words)) {
                None => {
                    seen.insert((hash, words), sentence.span);
                }
                // A paragraph that is repeated is one finding, not one a sentence; a quotation that is
                // given again as a pull quote is set apart on purpose.
                Some(first) => {
                    let block = &document.blocks[sentence.block];
                    let whole = document.sentences[block.sentences.start].tokens.start == sentence.tokens.start
                        && block.sentences.len() == 1;
                    let quoted = page.facts.voice(sentence.tokens.start + 1) == Voice::Quoted;
                    // In an interview one question goes to several people.
                    let asked = page.words(sentence.span).trim_end().ends_with('?');
                    // "He wrote this:" and once more what he wrote, to be looked at.
                    let shown = is_introduced(page, sentence.span) || is_introduced(page, *first);
                    if !quoted && !asked && !shown && last.is_none_or(|l| l + 1 != number) {
                        let hit = Hit::pair(sentence.span, *first);
                        // A sentence that comes back inside another paragraph may be a summary's; a
                        // paragraph that comes back is a slip.
                        out.push(if whole { hit } else { hit.severity(Severity::Info) });
                    }
                    last = Some(number);
                }
            }
        }
        let repeated = out[before..]
            .iter()
            .filter(|h| page.block_kind_at(h.primary) != BlockKind::Headline);
        if repeated.count() >= LIVE {
            for hit in &mut out[before..] {
                if page.block_kind_at(hit.primary) != BlockKind::Headline {
                    hit.severity = Some(Severity::Info);
                }
            }
        }
        out.retain(|h| {
            page.block_kind_at(h.primary) != BlockKind::Headline || words(page, h.primary) >= HEADLINE_WORDS
        });
    }
}

/// Does a second headline tell the story of the first? One that shares fewer words is another story's, or a video's.
fn tells_the_same(page: &Page<'_>, first: Span, second: Span) -> bool {
    let stems = |span: Span| {
        let tokens = page.document.tokens[page.document.tokens_in(span)].iter();
        let long = tokens.filter(|t| t.span.len() >= TELLING_LETTERS && t.is_word());
        long.map(|t| Stem::of(page.words(t.span))).collect::<Vec<_>>()
    };
    let told = stems(first);
    stems(second).iter().filter(|s| told.contains(s)).count() >= SHARED_WORDS
}

/// Is it the result of a match, which stands under the headline of its report: "Harrow 4-2 Velna Town"?
fn is_result(page: &Page<'_>, line: Span) -> bool {
    let figures = page.facts.quantities.iter();
    figures
        .filter(|q| q.unit == Unit::Score)
        .any(|q| line.start <= q.figure.start && q.figure.end <= line.end)
}

/// Does a colon stand before a span?
fn is_introduced(page: &Page<'_>, span: Span) -> bool {
    let before = page.document.tokens_in(span).start.checked_sub(1);
    before
        .and_then(|i| page.document.tokens.get(i))
        .is_some_and(|t| t.is(':'))
}

fn words(page: &Page<'_>, span: Span) -> usize {
    key(page, span).1
}

/// The words of a span, case folded and marks left out, as a hash and a count.
fn key(page: &Page<'_>, span: Span) -> (u64, usize) {
    key_of(&page.document.tokens[page.document.tokens_in(span)])
}

fn key_of(tokens: &[Token]) -> (u64, usize) {
    let mut hasher = FxHasher::default();
    let mut words = 0;
    for token in tokens {
        if token.is_word() || token.kind == TokenKind::Number {
            // A curly apostrophe is longer than a straight one: copy set by other hands is not the same.
            hasher.write_u32(token.hash ^ (token.span.len() as u32).rotate_right(8));
            words += 1;
        }
    }
    (hasher.finish(), words)
}
