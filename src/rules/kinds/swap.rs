//! `swap`: a word in the headline or the summary where the body has another of its sort.
//!
//! A summary that says "Melbourne" over a story that says "Sydney" shares nearly all other words with it.
//! The word must stand nowhere in the body, the body must have another word of the same closed set, and
//! the two must stand beside the same word or in two sentences that share most of their words.

use super::Kind;
use crate::facts::{Class, Lexicon};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::{BlockKind, Case, Sentence, Span, Token, WordId};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use toml::Spanned;

/// `[check.swap]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Sets of words of which one excludes the others.
    sets: Vec<Vec<Spanned<String>>>,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "another word of the same sort in headline and body";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let sets = self.sets.iter().map(|set| compiler.phrases(set)).collect();
        Box::new(SwapCheck { sets })
    }
}

/// Content words that two sentences must share, if nothing beside the words is the same.
const LEAST_SHARED: usize = 3;
/// Share of the summary sentence's content words that the body sentence must hold.
const LEAST_SHARE: f64 = 0.6;
/// The same for a summary, which is longer and says more that the body says elsewhere.
const LEAST_SHARE_SUMMARY: f64 = 0.4;
/// Words of one set in the headline and the summary that are looked at.
const MOST_WORDS: usize = 8;

#[derive(Debug)]
struct SwapCheck {
    sets: Vec<Option<crate::text::phrase::Tag>>,
}

impl Check for SwapCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let is_top = |kind| matches!(kind, BlockKind::Headline | BlockKind::Standfirst);
        if !document.blocks.iter().any(|b| is_top(b.kind)) {
            return;
        }
        for tag in self.sets.iter().flatten() {
            let matches = page.matches.of(*tag);
            let kind = |i: usize| page.block_kind_at(document.tokens[i].span);
            let (top, body): (Vec<usize>, Vec<usize>) = matches
                .iter()
                .map(|m| m.tokens.start)
                .filter(|i| kind(*i).is_copy())
                .partition(|i| is_top(kind(*i)));
            let said: FxHashSet<WordId> = body.iter().map(|i| document.tokens[*i].word).collect();
            let here: FxHashSet<WordId> = top.iter().map(|i| document.tokens[*i].word).collect();
            for at in top.iter().take(MOST_WORDS) {
                let token = &document.tokens[*at];
                // "Jordan Times" is no place; "BEIRUT" before a story is where it was written.
                let in_name = document.tokens.get(at + 1).is_some_and(Token::is_capitalised);
                if said.contains(&token.word) || in_name {
                    continue;
                }
                // A word that the top has too is not the one that was swapped.
                let others = body
                    .iter()
                    .filter(|i| !here.contains(&document.tokens[**i].word) && document.tokens[**i].case != Case::Upper);
                if let Some(other) = alike(page, *at, others) {
                    out.push(Hit::pair(token.span, other));
                }
            }
        }
        out.sort_by_key(|h| h.primary);
    }
}

/// The first of the other words that stands where the word at `at` stands.
fn alike<'a>(page: &Page<'_>, at: usize, others: impl Iterator<Item = &'a usize>) -> Option<Span> {
    let document = page.document;
    let sentence = document
        .sentences
        .get(document.sentence_at(document.tokens[at].span.start))?;
    let own = content(page, sentence);
    let least = if document.kind_of(sentence) == BlockKind::Standfirst {
        LEAST_SHARE_SUMMARY
    } else {
        LEAST_SHARE
    };
    let mut known: FxHashMap<usize, bool> = FxHashMap::default();
    for other in others {
        let number = document.sentence_at(document.tokens[*other].span.start);
        let near = *known.entry(number).or_insert_with(|| {
            let theirs = content(page, &document.sentences[number]);
            let shared = own.iter().filter(|w| theirs.contains(*w)).count();
            shared >= LEAST_SHARED && shared as f64 >= least * own.len() as f64
        });
        if near {
            return Some(document.tokens[*other].span);
        }
    }
    None
}

/// The content words of a sentence, cut to a stem.
fn content(page: &Page<'_>, sentence: &Sentence) -> FxHashSet<String> {
    page.document.tokens[sentence.tokens.clone()]
        .iter()
        .filter(|t| is_content(page.lexicon, t))
        .map(|t| {
            let word = page.words(t.span).to_lowercase();
            word.get(..STEM).map_or(word.clone(), str::to_owned)
        })
        .collect()
}

/// Letters that stand for a word's stem: activist and activists, arrest and arrested.
const STEM: usize = 5;

fn is_content(lexicon: &Lexicon, token: &Token) -> bool {
    token.is_word()
        && token.span.len() > 3
        && !lexicon.any(
            token.word,
            &[
                Class::Preposition,
                Class::Conjunction,
                Class::Determiner,
                Class::Auxiliary,
                Class::PersonPronoun,
            ],
        )
}
