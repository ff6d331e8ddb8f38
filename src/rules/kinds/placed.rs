//! `placed`: a name of the summary that the story has elsewhere, where another stands in its place.
//!
//! A summary tells the story's sentences again. So the words around one of its names are looked for in the body: where
//! they stand around another name, and nowhere near this one, the two were confused.

use super::Kind;
use super::around::{Reach, Word, around, around_in_summary, beside, in_common, is_beside, weight, word};
use crate::facts::{Class, NameKind, NameMention};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::{BlockKind, Case};
use serde::Deserialize;
use std::ops::Range;

/// `[check.placed]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What the words around the two names must weigh in common (a word one, a figure two).
    least_shared: usize,
    /// Which part of those around the summary's name they must be, from 0 to 1.
    least_part: f64,
    /// By how much the sentences about the summary's name must have less of them.
    margin: usize,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a name of the summary in the place where the story has another";

    fn compile(self, _: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(PlacedCheck(self))
    }
}

#[derive(Debug)]
struct PlacedCheck(Settings);

/// Names of the summary that are looked at, and names of the body: more are a list.
const MOST_AT_TOP: usize = 16;
const MOST_IN_BODY: usize = 300;
/// Tokens on either side of a name that are read for what is told of it: an endless sentence is a list.
const REACH: usize = 80;

impl Check for PlacedCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let kind = |n: &NameMention| document.kind_of(&document.sentences[n.sentence]);
        let is_of_summary = |n: &&NameMention| kind(n) == BlockKind::Standfirst;
        let top: Vec<&NameMention> = page
            .facts
            .names
            .iter()
            .filter(is_of_summary)
            .take(MOST_AT_TOP)
            .collect();
        if top.is_empty() {
            return;
        }
        let body = page.facts.names.iter().filter(|n| kind(n).is_body());
        let body: Vec<&NameMention> = body.take(MOST_IN_BODY).collect();
        let at_top = |n: &NameMention| top.iter().any(|t| t.bearer == n.bearer);
        let others: Vec<&NameMention> = body.iter().copied().filter(|n| !at_top(n)).collect();
        for name in &top {
            let told: Vec<&NameMention> = body.iter().copied().filter(|n| may_be(page, name, n)).collect();
            if told.is_empty() {
                continue;
            }
            let words = around_in_summary(page, &name.tokens);
            let sides = beside(page, &name.tokens);
            let best = others
                .iter()
                .filter(|o| is_of_sort(page, name, o) && is_beside(&sides, &beside(page, &o.tokens)))
                .map(|o| (in_common(&words, &around(page, &o.tokens, Reach::Sentence)), *o))
                .rev()
                .max_by_key(|(shared, _)| *shared);
            let Some((most, other)) = best else { continue };
            if most < self.0.least_shared || (most as f64) < self.0.least_part * weight(&words) as f64 {
                continue;
            }
            let own = told.iter().map(|n| in_common(&words, &sentences_about(page, n))).max();
            if own.unwrap_or(0) + self.0.margin <= most && !holds_one_office(page, name, other) {
                out.push(Hit::pair(name.span, other.span));
            }
        }
    }
}

/// Do both stand behind one title? Two holders of an office are another rule's.
fn holds_one_office(page: &Page<'_>, one: &NameMention, other: &NameMention) -> bool {
    let titles = one.title.zip(other.title);
    titles.is_some_and(|(a, b)| page.words(a).eq_ignore_ascii_case(page.words(b)))
}

/// May a name of the body be of whom the summary names? "House Oversight and Government Reform Committee" is read as two.
fn may_be(page: &Page<'_>, name: &NameMention, told: &NameMention) -> bool {
    let words = |n: &NameMention| {
        page.document.tokens[n.tokens.clone()]
            .iter()
            .filter_map(|t| word(page, t))
    };
    name.bearer == told.bearer || words(name).any(|own| words(told).any(|w| w.0 == own.0))
}

/// May both name one sort of thing, and not the same thing: "GOP" is the Republicans, and an American comes from the US?
fn is_of_sort(page: &Page<'_>, one: &NameMention, other: &NameMention) -> bool {
    let unknown = NameKind::Unknown;
    let same_kind = one.kind == other.kind || one.kind == unknown || other.kind == unknown;
    let plain = |n: &NameMention| {
        let words = page.document.tokens[n.tokens.clone()].iter().filter(|t| t.is_word());
        let told = n.len() > 1 || matches!(n.kind, NameKind::Person | NameKind::Body);
        told && n.kind != NameKind::Place
            && words
                .clone()
                .all(|t| t.case == Case::Capital && !page.lexicon.is(t, Class::PlaceName))
    };
    let person = |n: &NameMention| {
        n.kind == NameKind::Person || page.lexicon.is(&page.document.tokens[n.tokens.start], Class::GivenName)
    };
    same_kind
        && !is_short_for(page, one, other)
        && !is_short_for(page, other, one)
        && plain(one)
        && plain(other)
        && person(one) == person(other)
}

/// Does each word of one begin the word of the other: "Lib Dems" and "Liberal Democrats"?
fn is_short_for(page: &Page<'_>, one: &NameMention, other: &NameMention) -> bool {
    let words = |n: &NameMention| {
        let words = page.document.tokens[n.tokens.clone()].iter().filter(|t| t.is_word());
        words.map(|t| page.words(t.span)).collect::<Vec<_>>()
    };
    let (short, long) = (words(one), words(other));
    let begins = |(short, long): (&&str, &&str)| {
        let stem = short.strip_suffix('s').unwrap_or(short);
        long.get(..stem.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(stem))
    };
    short.len() == long.len() && short.iter().zip(&long).all(begins)
}

/// The words of a name's sentence and of the next of its paragraph, which may speak of it as "he".
fn sentences_about(page: &Page<'_>, name: &NameMention) -> Vec<Word> {
    let sentences = &page.document.sentences;
    let own = &sentences[name.sentence];
    let next = sentences.get(name.sentence + 1).filter(|s| s.block == own.block);
    let from = own.tokens.start.max(name.tokens.start.saturating_sub(REACH));
    let tokens: Range<usize> = from..next.unwrap_or(own).tokens.end.min(name.tokens.end + REACH);
    tokens.filter_map(|i| word(page, &page.document.tokens[i])).collect()
}
