//! `listed`: more or fewer told one by one than the number before them says.
//!
//! "Four drivers: Jose Ramos, Ben Cruz and Arnel Santos" and "three reasons. First, … Second, …": whoever counts finds
//! one missing. Only a list of names to the end of its sentence is counted, and only first, second and third at the
//! heads of sentences.

use super::Kind;
use crate::facts::quantity::{Quantity, Unit};
use crate::facts::{Class, NameMention, Voice};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use serde::Deserialize;
use std::ops::Range;

/// `[check.listed]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What is told one by one behind first, second and third: reasons, demands.
    points: PhrasesAsWritten,
    /// Words with which a list is not of all: including, among them.
    open: PhrasesAsWritten,
    /// Words at the head of a sentence that go on with a list of points in no order: finally, another.
    also: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "more or fewer told one by one than were counted";
    const VALUES: &'static [&'static str] = &["told"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ListedCheck {
            points: compiler.phrases(&self.points),
            open: compiler.phrases(&self.open),
            also: compiler.phrases(&self.also),
        })
    }
}

#[derive(Debug)]
struct ListedCheck {
    points: Option<Tag>,
    open: Option<Tag>,
    also: Option<Tag>,
}

/// A list of more is seldom one of names, and one of two names is a pair.
const COUNTED: std::ops::RangeInclusive<u32> = 2..=12;
/// Tokens between a number and the mark that opens its list: "three drivers were honoured at the city hall:".
const REACH: usize = 14;
/// Sentences behind a promise of points in which their list begins, and through which it goes on.
const NEAR: usize = 3;
const LONG: usize = 14;
/// Tokens behind a promise in which one more point may stand elsewhere: a story, and no endless text.
const FAR: usize = 2000;

/// How points are told one after another.
const ORDINALS: [&[&str]; 7] = [
    &["first", "firstly"],
    &["second", "secondly"],
    &["third", "thirdly"],
    &["fourth", "fourthly"],
    &["fifth", "fifthly"],
    &["sixth", "sixthly"],
    &["seventh", "seventhly"],
];

impl Check for ListedCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for (number, quantity) in page.facts.quantities.iter().enumerate() {
            let whole = quantity.unit == Unit::Count && quantity.is_exact() && quantity.value.fract() == 0.0;
            let Some(sentence) = page.document.sentences.get(quantity.sentence) else {
                continue;
            };
            let spoken = page.facts.voice(quantity.tokens.start) == Voice::Quoted;
            if !whole || spoken || !page.document.kind_of(sentence).is_body() {
                continue;
            }
            let Some(count) = COUNTED
                .into_iter()
                .find(|n| (f64::from(*n) - quantity.value).abs() < 0.5)
            else {
                continue;
            };
            let count = count as usize;
            let next = page
                .facts
                .quantities
                .get(number + 1)
                .filter(|q| q.sentence == quantity.sentence);
            let names = self
                .names(page, quantity, next, &sentence.tokens)
                .filter(|(told, _)| *told != count);
            let points = || self.ordinals(page, quantity, count).filter(|(told, _)| *told != count);
            if let Some((told, list)) = names.or_else(points) {
                let hit = Hit::pair(quantity.figure, page.document.span_of(list));
                out.push(hit.with("told", told.to_string()));
            }
        }
    }
}

impl ListedCheck {
    /// How many names stand in the list that a number opens, and where; none if it is no list of names alone.
    fn names(
        &self,
        page: &Page<'_>,
        count: &Quantity,
        next: Option<&Quantity>,
        sentence: &Range<usize>,
    ) -> Option<(usize, Range<usize>)> {
        let tokens = &page.document.tokens;
        let start = count.tokens.end;
        let opener = (start..sentence.end.min(start + REACH)).find(|at| {
            tokens[*at].is(':') || tokens[*at].is_dash() && tokens[*at].spaced || is_of_them(page, *at, start)
        })?;
        let open = self
            .open
            .is_some_and(|tag| !page.matches.within(tag, sentence.clone()).is_empty());
        let counts_between = next.is_some_and(|q| q.tokens.start < sentence.end);
        if open || counts_between {
            return None;
        }
        let end = (opener + 1..sentence.end).rev().find(|at| tokens[*at].is_word())? + 1;
        let mut names = page
            .facts
            .names
            .iter()
            .skip(page.facts.names.partition_point(|n| n.tokens.start <= opener));
        let mut at = opener + 1;
        let (mut told, mut joined, mut commas) = (0, false, 0);
        while at < end {
            let name: &NameMention = names.next().filter(|n| n.tokens.end <= end)?;
            // A title before the name is a part of its item.
            let lead = (at..name.tokens.start).all(|i| page.lexicon.is(&tokens[i], Class::Title));
            if !lead || name.tokens.start < at {
                return None;
            }
            told += 1;
            at = name.tokens.end;
            if at < end {
                let comma = usize::from(tokens[at].is(','));
                let and = usize::from(page.reads(at + comma, &["and"]));
                if comma + and == 0 || joined {
                    return None;
                }
                commas += comma;
                joined |= and == 1;
                at += comma + and;
            }
        }
        (joined && commas > 0 && told > 2).then_some((told, opener + 1..end))
    }

    /// How many points follow one after another, and where the last one opens.
    fn ordinals(&self, page: &Page<'_>, count: &Quantity, promised: usize) -> Option<(usize, Range<usize>)> {
        let document = page.document;
        let near = count.tokens.end..count.tokens.end + 4;
        self.points.filter(|tag| !page.matches.within(*tag, near).is_empty())?;
        if promised < 2 || promised > ORDINALS.len() {
            return None;
        }
        let sentences = count.sentence + 1..document.sentences.len().min(count.sentence + 1 + LONG);
        let (mut told, mut last) = (0, None);
        for (number, sentence) in sentences.clone().zip(&document.sentences[sentences]) {
            let opens = sentence.tokens.start;
            if told == 0 && number > count.sentence + NEAR {
                return None;
            }
            let the = opens + usize::from(page.reads(opens, &["the"]));
            if ORDINALS.get(told).is_some_and(|words| page.reads(the, words)) {
                told += 1;
                last = Some(opens..the + 1);
            } else if told > 0 && self.also.is_some_and(|tag| page.matches.begins_at(tag, opens)) {
                // "Finally" is the last of as many as there are.
                return None;
            }
        }
        // "The third is" further down is a point as well; "a third of their sales" is none.
        let rest = |words: &&[&str]| {
            let mut tokens = count.tokens.end + 1..document.tokens.len().min(count.tokens.end + FAR);
            tokens.any(|at| {
                page.reads(at, words)
                    && (!document.tokens[at - 1].is_word() || page.reads(at - 1, &["the", "and", "a"]))
                    && !page.reads(at + 1, &["of"])
            })
        };
        let more = ORDINALS.get(told).is_some_and(rest);
        (told > 1 && !more).then_some((told, last?))
    }
}

/// "Five of them, in Velna, …": the comma and the preposition before a list of places.
fn is_of_them(page: &Page<'_>, at: usize, from: usize) -> bool {
    let tokens = &page.document.tokens;
    let of_them = at >= from + 2 && tokens[at - 1].is(',') && page.reads(at - 2, &["them"]);
    of_them && page.reads(at, &["in", "at"])
}
