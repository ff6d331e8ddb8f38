//! `order`: what comes after put on a day before, and a time that the two ends told beside it do not leave.
//!
//! "The robbery took place on Tuesday" and "was arrested on Monday"; "for nine hours" over "began at 10 a.m. and
//! ended at 2 p.m.". A rule names pairs of acts of which the one cannot come before the other. Weekdays are days of
//! the week before publication, as news copy means them, so a story without a day of publication is held by its full
//! dates only.

mod day;
mod lasting;

use super::Kind;
use crate::facts::Voice;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use day::Day;
use serde::Deserialize;

/// `[check.order]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Pairs of acts.
    acts: Vec<Acts>,
    /// Words in either sentence with which its day is another week's or another case's: last week, earlier.
    unless: PhrasesAsWritten,
}

/// Two acts in their order.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Acts {
    /// What comes first: "robbery took place".
    first: PhrasesAsWritten,
    /// What cannot come before it: "was arrested".
    then: PhrasesAsWritten,
    /// Words before a time that is the one from the first act to the second: lasted, for. Without any no time is held
    /// against the two.
    #[serde(default)]
    lasting: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "what comes after on a day before, or a time that its two ends do not leave";
    const VALUES: &'static [&'static str] = &["wrong"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let acts = self.acts.iter();
        Box::new(OrderCheck {
            acts: acts
                .filter_map(|a| {
                    Some(Pair {
                        first: compiler.phrases(&a.first)?,
                        then: compiler.phrases(&a.then)?,
                        lasting: compiler.phrases(&a.lasting),
                    })
                })
                .collect(),
            unless: compiler.phrases(&self.unless),
        })
    }
}

#[derive(Debug)]
struct Pair {
    first: Tag,
    then: Tag,
    lasting: Option<Tag>,
}

#[derive(Debug)]
struct OrderCheck {
    acts: Vec<Pair>,
    unless: Option<Tag>,
}

/// Tokens between an act and its day: "was arrested at a house in Velna on Monday".
const REACH: usize = 8;
/// Acts of one sort that are looked at: a story with more tells of many.
const MOST_ACTS: usize = 40;

impl Check for OrderCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for pair in &self.acts {
            if page.matches.of(pair.first).is_empty() || page.matches.of(pair.then).is_empty() {
                continue;
            }
            let (first, then) = (self.days(page, pair.first), self.days(page, pair.then));
            if let Some(hit) = turned(&first, &then) {
                out.push(hit);
            } else if let Some(tag) = pair.lasting {
                out.extend(lasting::find(page, pair, tag));
            }
        }
        out.sort_by_key(|h| h.primary);
    }
}

impl OrderCheck {
    /// The days on which acts of a sort are put.
    fn days(&self, page: &Page<'_>, tag: Tag) -> Vec<Day> {
        let document = page.document;
        let found = page.matches.of(tag).iter().take(MOST_ACTS);
        let days = found.filter_map(|act| {
            let sentence = document.sentence_at(document.tokens[act.tokens.start].span.start);
            let plain = document.kind_of(document.sentences.get(sentence)?).is_body()
                && page.facts.voice(act.tokens.start) != Voice::Quoted
                && !self.unless.is_some_and(|tag| page.in_sentence(tag, sentence));
            plain.then(|| Day::beside(page, &act.tokens, sentence, REACH)).flatten()
        });
        days.collect()
    }
}

/// A hit if all acts of each sort are on one day, and the later sort's is before.
fn turned(first: &[Day], then: &[Day]) -> Option<Hit> {
    let one = first.first()?;
    let two = then.first()?;
    let alike = |days: &[Day], day: &Day| days.iter().all(|d| d.date == day.date);
    let known = alike(first, one) && alike(then, two) && one.by_weekday == two.by_weekday;
    (known && two.date < one.date).then(|| Hit::pair(two.span, one.span).with("wrong", "is before".to_owned()))
}
