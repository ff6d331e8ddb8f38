//! `slot`: one value of one event given twice with two values.
//!
//! A value fills a slot by its noun or by the words beside it, and two fillers are held against each other
//! only when something binds them to one event: sentences that share most of their words, the top of the
//! story, or one named place and time. Without such a bond two values of one sort are two things far
//! oftener than a slip. Which values there are a rule says: counts, prices, votes, days, hours, places.

mod bond;
mod count;
mod filler;
mod said;
mod story;
mod taken;
mod told;
mod top;
mod values;

use super::Kind;
use crate::facts::quantity::Stem;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, number};
use crate::text::phrase::Tag;
use serde::Deserialize;
use std::ops::Range;

pub(super) use filler::sources_differ;
pub(super) use values::Values;

/// `[check.slot]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What sort of value fills the slot.
    #[serde(default)]
    value: Sort,
    /// What the slot is, by the words right before its value: "killed", "will be held on". Without these
    /// and without `after` each noun is a slot of its own, and only "the six boats" is held against "four
    /// boats".
    #[serde(default)]
    before: PhrasesAsWritten,
    /// And by the words right after the value and what it counts: "were killed", "dead".
    #[serde(default)]
    after: PhrasesAsWritten,
    /// Words right after what is counted that make it another slot's: "killed" before "five injured".
    #[serde(default)]
    unless_after: PhrasesAsWritten,
    /// Nouns of which each is a slot of its own: of counts what they count ("drone{,s}"), of other values
    /// what they are the value of, before the words of `before` ("funeral") or right after the value.
    #[serde(default)]
    nouns: PhrasesAsWritten,
    /// Words right before a value that take it up as known: "the price of". With the bond `taken-up`.
    #[serde(default)]
    again: PhrasesAsWritten,
    /// Nouns that may stand for any other: "people" were killed, of whom some were "soldiers".
    #[serde(default)]
    anyone: Vec<String>,
    /// Whose the two figures are.
    #[serde(default)]
    sources: Sources,
    /// What binds the two to one event.
    #[serde(default)]
    bond: Bond,
    /// Words right before a figure that make it a part: "among them", "one of".
    part: PhrasesAsWritten,
    /// Words in either sentence that say that the figure changed or is another one.
    update: PhrasesAsWritten,
    /// The same, but only within three words of the figure: "each", "other".
    #[serde(default)]
    beside: PhrasesAsWritten,
    /// How many words the two sentences must share to speak of one event.
    shared_words: usize,
    /// Which share of the shorter sentence's words that must be, 0–1.
    #[serde(deserialize_with = "number::share")]
    shared_part: f64,
    /// How many times the smaller figure the larger may be: beyond that they count other things. Days,
    /// hours and places need none.
    #[serde(default = "any_size", deserialize_with = "number::times")]
    most_times: f64,
}

fn any_size() -> f64 {
    f64::INFINITY
}

/// What sort of value fills a slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// A number of people or things.
    #[default]
    Count,
    /// A sum of money; two currencies are never held against each other.
    Money,
    /// The two sides of a vote: "52 to 48", "52–48", "52 votes to 48".
    Votes,
    /// A weekday, or a day of a month.
    Day,
    /// A time of day.
    Clock,
    /// The name of a place that is no state.
    Place,
    /// A length or a distance.
    Length,
}

/// Whose the two figures are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Sources {
    /// One source's, or at least one the writer's own: they contradict each other.
    #[default]
    Same,
    /// Two sources': that they differ is a note, and no slip.
    Differ,
}

/// What binds two figures to one event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Bond {
    /// Their sentences share `shared_words` words, and `shared_part` of the shorter one.
    #[default]
    Words,
    /// They stand at the top of the story: headline, standfirst and the first two sentences.
    Top,
    /// Headline and first sentence give the one, and a sentence further down opens with the other.
    Story,
    /// Their sentences name one place and one month or day.
    Setting,
    /// The one is told by the words of `before` or `after`, and the other takes it up: "the 3-1 win" with
    /// one of `nouns`, or the words of `again`. Not for counts, days, hours and places.
    TakenUp,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "one value of one event given twice with two values";
    const VALUES: &'static [&'static str] = &[];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(SlotCheck {
            value: self.value,
            before: compiler.phrases(&self.before),
            after: compiler.phrases(&self.after),
            unless_after: compiler.phrases(&self.unless_after),
            nouns: compiler.phrases(&self.nouns),
            again: compiler.phrases(&self.again),
            anyone: self.anyone.iter().map(|w| Stem::of(w)).collect(),
            sources: self.sources,
            bond: self.bond,
            part: compiler.phrases(&self.part),
            update: compiler.phrases(&self.update),
            beside: compiler.phrases(&self.beside),
            shared_words: self.shared_words,
            shared_part: self.shared_part,
            most_times: self.most_times,
        })
    }
}

#[derive(Debug)]
struct SlotCheck {
    value: Sort,
    before: Option<Tag>,
    after: Option<Tag>,
    unless_after: Option<Tag>,
    nouns: Option<Tag>,
    again: Option<Tag>,
    anyone: Vec<Stem>,
    sources: Sources,
    bond: Bond,
    part: Option<Tag>,
    update: Option<Tag>,
    beside: Option<Tag>,
    shared_words: usize,
    shared_part: f64,
    most_times: f64,
}

/// With how many earlier values of a slot each one is compared: the work must not grow with their square.
const MOST_COMPARED: usize = 6;
/// Tokens before and after a figure in which a word stands beside it.
const BESIDE: usize = 3;

impl Check for SlotCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        match self.value {
            _ if self.bond == Bond::TakenUp => self.taken_up(page, out),
            Sort::Count => self.counts(page, out),
            sort => self.values(page, sort, out),
        }
        out.sort_by_key(|h| h.primary);
    }
}

impl SlotCheck {
    /// Is a value at these tokens no part of another, and does no word of its sentence say that it changed?
    fn stands_alone(&self, page: &Page<'_>, tokens: &Range<usize>, sentence: usize) -> bool {
        let (start, end) = (tokens.start, tokens.end);
        let part = self
            .part
            .is_some_and(|tag| page.matches.ends_at(tag, start) || page.matches.begins_at(tag, end));
        let updated = self.update.is_some_and(|tag| page.in_sentence(tag, sentence));
        let sentence = page.document.sentences.get(sentence);
        let near = sentence.map_or(0..0, |s| {
            start.saturating_sub(BESIDE).max(s.tokens.start)..(end + BESIDE).min(s.tokens.end)
        });
        let beside = self
            .beside
            .is_some_and(|tag| !page.matches.within(tag, near).is_empty());
        !part && !updated && !beside
    }

    /// Are the values of two sentences on one word, or on two, as the rule wants it?
    fn sources_fit(&self, page: &Page<'_>, one: usize, other: usize) -> bool {
        sources_differ(page, one, other) == (self.sources == Sources::Differ)
    }
}
