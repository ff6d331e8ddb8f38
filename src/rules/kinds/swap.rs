//! `swap`: the headline or the summary has one word of a set where the body has another.
//!
//! Antonyms and words of one closed set are what can be told apart without understanding (de Marneffe et
//! al. 2008), and only where the words around them are the same. So each word at the top is taken with
//! its clause, the body is searched for the place that shares most of that clause, and the word counts as
//! swapped if another word of the set stands there and its own stands in no place like it.

mod bearer;
mod parted;
mod usage;

use super::Kind;
use super::around::{Reach, word};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, WordsAsWritten};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Case, Span, WordId};
use parted::parted;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::ops::Range;
use usage::{Side, Use, renamed, strange, swapped};

/// `[check.swap]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Sets of words of which each excludes the others.
    #[serde(default)]
    sets: Vec<PhrasesAsWritten>,
    /// Words of the sets that mean the same.
    #[serde(default)]
    same: Vec<WordsAsWritten>,
    /// Opposites: the phrases of one side exclude those of the others.
    #[serde(default)]
    sides: Vec<Vec<PhrasesAsWritten>>,
    /// Phrases in which a word of the sets says something else: "declined to".
    #[serde(default)]
    idioms: PhrasesAsWritten,
    /// Words that deny without a "not" what follows them: failed, refused.
    #[serde(default)]
    denying: PhrasesAsWritten,
    /// Sides of which the body must know the one that the top has: a woman in the headline is no "he" all
    /// through the story.
    #[serde(default)]
    parted: Vec<Vec<PhrasesAsWritten>>,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a word at the top where the body has its opposite or another of its sort";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let mut same = FxHashMap::default();
        for alike in self.same {
            let words = compiler.words(alike);
            let first = words.first().copied();
            same.extend(words.into_iter().filter_map(|w| Some((w, first?))));
        }
        let mut sets: Vec<Vec<Tag>> = Vec::new();
        for set in &self.sets {
            sets.push(compiler.phrases(set).into_iter().collect());
        }
        for set in &self.sides {
            sets.push(set.iter().filter_map(|side| compiler.phrases(side)).collect());
        }
        let mut sides = |set: &Vec<PhrasesAsWritten>| set.iter().filter_map(|side| compiler.phrases(side)).collect();
        let parted = self.parted.iter().map(&mut sides).collect();
        let numbered = sets.iter().zip(0..);
        let mut numbers: Vec<(Tag, usize)> = numbered
            .flat_map(|(set, n)| set.iter().map(move |tag| (*tag, n)))
            .collect();
        // They come in order but for a few: a stable sort goes through them once.
        numbers.sort();
        Box::new(SwapCheck {
            sets,
            numbers,
            same,
            parted,
            idioms: compiler.phrases(&self.idioms),
            denying: compiler.phrases(&self.denying),
        })
    }
}

/// Words back from a word to a "not" that turns it round.
const NEGATION_REACH: usize = 4;
/// Words of a phrase beside the one that is looked at.
const IDIOM_REACH: usize = 4;
/// A word in capitals that is longer than this is no name in initials: US, USA.
const LONGEST_INITIALS: usize = 4;
/// Words of one set at the top that are looked at, and in the body: more are a list.
const MOST_WORDS: usize = 8;
const MOST_IN_BODY: usize = 200;

#[derive(Debug)]
struct SwapCheck {
    sets: Vec<Vec<Tag>>,
    /// In which sets a tag stands, sorted.
    numbers: Vec<(Tag, usize)>,
    same: FxHashMap<WordId, WordId>,
    parted: Vec<Vec<Tag>>,
    idioms: Option<Tag>,
    denying: Option<Tag>,
}

impl Check for SwapCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let is_top = |kind| matches!(kind, BlockKind::Headline | BlockKind::Standfirst);
        let top = page.document.blocks.iter().filter(|b| is_top(b.kind));
        let top: Vec<Range<usize>> = top.map(|b| b.tokens.clone()).collect();
        // Nearly always no word of a set stands at the top.
        let end = top.iter().map(|range| range.end).max().unwrap_or(0);
        let is_at_top = |tag: &Tag| {
            top.iter()
                .any(|range| !page.matches.within(*tag, range.clone()).is_empty())
        };
        let tags = page.matches.met_before(end).filter(is_at_top);
        let mut at_top: Vec<usize> = tags.flat_map(|tag| self.sets_with(tag)).collect();
        at_top.sort_unstable();
        at_top.dedup();
        for set in at_top.into_iter().map(|number| self.sets[number].as_slice()) {
            let kind = |i: usize| page.block_kind_at(page.document.tokens[i].span);
            let (top, body): (Vec<_>, Vec<_>) = self
                .uses(page, set)
                .into_iter()
                .filter(|(tokens, _)| kind(tokens.start).is_copy())
                .partition(|(tokens, _)| is_top(kind(tokens.start)));
            if top.is_empty() || body.is_empty() {
                continue;
            }
            let read = |uses: Vec<(Range<usize>, Side)>, most: usize, reach: Reach| -> Vec<Use<'_>> {
                let uses = uses.into_iter().take(most);
                uses.map(|(tokens, side)| Use::new(page, tokens, side, reach)).collect()
            };
            let top = read(top, MOST_WORDS, Reach::Clause);
            let body = read(body, MOST_IN_BODY, Reach::Sentence);
            for (number, one) in top.iter().enumerate() {
                let other = swapped(one, &top[..number], &top[number + 1..], &body)
                    .or_else(|| renamed(one, &top, &body))
                    .or_else(|| strange(one, &top, &body));
                if let Some(other) = other.filter(|o| !names_it(page, one, o)) {
                    out.push(Hit::pair(page.document.span_of(one.tokens.clone()), span(page, other)));
                }
            }
        }
        for sides in &self.parted {
            out.extend(parted(page, sides, &top));
        }
        out.sort_by_key(|h| h.primary);
    }
}

fn span(page: &Page<'_>, found: &Use<'_>) -> Span {
    page.document.span_of(found.tokens.clone())
}

impl SwapCheck {
    /// The numbers of the sets that a tag is of.
    fn sets_with(&self, tag: Tag) -> impl Iterator<Item = usize> {
        let from = self.numbers.partition_point(|(t, _)| *t < tag);
        let with = self.numbers[from..].iter().take_while(move |(t, _)| *t == tag);
        with.map(|(_, number)| *number)
    }

    /// The uses of a set's words in text order; those under a "not" are left out.
    fn uses(&self, page: &Page<'_>, set: &[Tag]) -> Vec<(Range<usize>, Side)> {
        let tokens = &page.document.tokens;
        let mut out: Vec<(Range<usize>, Side)> = Vec::new();
        for (number, tag) in set.iter().enumerate() {
            for found in page.matches.of(*tag) {
                let first = &tokens[found.tokens.start];
                let side = if set.len() == 1 {
                    Side::Word(self.same.get(&first.word).copied().unwrap_or(first.word))
                } else {
                    Side::Number(number)
                };
                // "Jordan Times" is no place.
                let followed = tokens.get(found.tokens.end).is_some_and(|t| t.case == Case::Capital);
                let in_name = set.len() == 1
                    && first.is_capitalised()
                    && (followed || is_behind_a_hyphen(page, found.tokens.start));
                // "WASHINGTON" before a story is where it was written.
                let dateline = set.len() == 1
                    && first.case == Case::Upper
                    && first.span.len() > LONGEST_INITIALS
                    && page.block_kind_at(first.span).is_body();
                if !in_name
                    && !dateline
                    && !self.is_negated(page, found.tokens.start)
                    && !self.is_idiom(page, &found.tokens)
                {
                    out.push((found.tokens.clone(), side));
                }
            }
        }
        // "Co-founder" holds a founder and "not guilty" the guilty: the longer says what is meant.
        out.sort_by_key(|(tokens, _)| (tokens.start, std::cmp::Reverse(tokens.end)));
        let mut end = 0;
        out.retain(|(tokens, _)| {
            let inside = tokens.end <= end;
            end = end.max(tokens.end);
            !inside
        });
        out
    }

    /// Does a "not" reach a word, or one that denies, or "less"? "Less expensive" is cheaper.
    fn is_negated(&self, page: &Page<'_>, at: usize) -> bool {
        let tokens = &page.document.tokens;
        let from = at.saturating_sub(NEGATION_REACH);
        let mut near = (from..at).rev().take_while(|i| !tokens[*i].is('.'));
        let lessened = at.checked_sub(1).is_some_and(|i| page.reads(i, &["less", "least"]));
        let denied = || {
            self.denying
                .is_some_and(|tag| !page.matches.within(tag, from..at).is_empty())
        };
        lessened || near.any(|i| page.is_negation(i)) || denied()
    }

    /// Does the word stand in a phrase that says something else?
    fn is_idiom(&self, page: &Page<'_>, tokens: &Range<usize>) -> bool {
        let around = tokens.start.saturating_sub(IDIOM_REACH)..tokens.end + IDIOM_REACH;
        self.idioms.is_some_and(|tag| {
            let mut found = page.matches.within(tag, around).iter();
            found.any(|m| m.tokens.start <= tokens.start && tokens.end <= m.tokens.end && m.tokens.len() > tokens.len())
        })
    }
}

/// "Off-White" is no colour.
fn is_behind_a_hyphen(page: &Page<'_>, at: usize) -> bool {
    let tokens = &page.document.tokens;
    at > 1 && tokens[at - 1].is('-') && tokens[at - 2].is_capitalised()
}

/// Does the sentence of the other word have the own one too, in another form: "Syrian" for Syria? "Not guilty" does not
/// have "guilty".
fn names_it(page: &Page<'_>, one: &Use<'_>, other: &Use<'_>) -> bool {
    let own = &page.document.tokens[one.tokens.end - 1];
    let sentence = page
        .document
        .sentence_at(page.document.tokens[other.tokens.start].span.start);
    let range = page.document.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
    let own = word(page, own);
    let mut elsewhere = range.filter(|i| !other.tokens.contains(i));
    own.is_some() && elsewhere.any(|i| word(page, &page.document.tokens[i]) == own)
}
