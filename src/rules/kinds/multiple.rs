//! `multiple`: "doubled from 20 to 36": a change told as so many times, which its two figures do not make.

use super::Kind;
use super::change::ends;
use crate::facts::quantity::{Quantity, Unit};
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, number};
use crate::text::phrase::{Match, Tag};
use serde::Deserialize;

/// `[check.multiple]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What says how many times.
    times: Vec<Times>,
    /// Words before it that let the figures fall short: "nearly".
    nearly: PhrasesAsWritten,
    /// Words before it that let them go beyond: "more than".
    over: PhrasesAsWritten,
    /// Words in the sentence that make it something else: "every year".
    unless: PhrasesAsWritten,
    /// Phrases for the time before: "a year earlier".
    then: PhrasesAsWritten,
    /// By which share of it the change may miss the word, 0–1; "nearly" may fall short by three times as much.
    #[serde(deserialize_with = "number::share")]
    off: f64,
}

/// Words for one multiple.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// How many times as much it is in the end; 0.5 for half.
    value: f64,
    /// The words: "doubled".
    words: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a change told as so many times that from and to do not make";
    const VALUES: &'static [&'static str] = &["right"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let times = self.times.iter();
        Box::new(MultipleCheck {
            times: times.map(|t| (t.value, compiler.phrases(&t.words))).collect(),
            nearly: compiler.phrases(&self.nearly),
            over: compiler.phrases(&self.over),
            unless: compiler.phrases(&self.unless),
            then: compiler.phrases(&self.then),
            off: self.off,
        })
    }
}

#[derive(Debug)]
struct MultipleCheck {
    times: Vec<(f64, Option<Tag>)>,
    nearly: Option<Tag>,
    over: Option<Tag>,
    unless: Option<Tag>,
    then: Option<Tag>,
    off: f64,
}

/// Tokens from the word to the first figure: "doubled the number of its posts on the coast from".
const REACH: usize = 10;
/// By how many times as much "nearly" may fall short.
const NEARLY: f64 = 3.0;

impl Check for MultipleCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let told = |q: &&Quantity| !matches!(q.unit, Unit::Year | Unit::Day | Unit::Clock | Unit::Name);
        let figures: Vec<&Quantity> = figures::once(page).into_iter().filter(told).collect();
        for (at, two) in figures.windows(2).enumerate() {
            let [first, second] = *two else { continue };
            if !first.is_amount() || !first.is_exact() || !second.is_exact() {
                continue;
            }
            let before = at.checked_sub(1).map(|i| figures[i].tokens.end);
            let Some((times, word)) = self.told(page, first, before.unwrap_or(0)) else {
                continue;
            };
            let Some(ends) = ends::ends(page, first, second, self.then) else {
                continue;
            };
            if ends.from.value <= 0.0 || ends.to.value <= 0.0 || self.agrees(page, times, word, ends) {
                continue;
            }
            let both = ends.from.figure.join(ends.to.figure);
            let span = page.document.span_of(word.tokens.clone());
            out.push(Hit::pair(span, both).with("right", right(ends)));
        }
    }
}

impl MultipleCheck {
    /// The word for a multiple before a figure, with no other figure between.
    fn told<'a>(&self, page: &Page<'a>, first: &Quantity, after: usize) -> Option<(f64, &'a Match)> {
        let sentence = page.document.sentences.get(first.sentence)?;
        let end = first.tokens.start;
        let start = end.saturating_sub(REACH).max(sentence.tokens.start).max(after);
        if self.unless.is_some_and(|tag| page.in_sentence(tag, first.sentence)) {
            return None;
        }
        let last = |(value, tag): &(f64, Option<Tag>)| {
            let found = page.matches.within((*tag)?, start..end).last()?;
            Some((*value, found))
        };
        self.times
            .iter()
            .filter_map(last)
            .max_by_key(|(_, found)| found.tokens.start)
    }

    /// Can the figures, rounded as they are, make so many times?
    fn agrees(&self, page: &Page<'_>, times: f64, word: &Match, ends: ends::Ends<'_>) -> bool {
        let stands = |tag: Option<Tag>| tag.is_some_and(|tag| page.matches.ends_at(tag, word.tokens.start));
        let (up, down) = (ends.to, ends.from);
        // Of a half, how many times the old one is the new.
        let (more, less, times) = if times < 1.0 {
            (down, up, 1.0 / times)
        } else {
            (up, down, times)
        };
        // A figure in full is as it stands.
        let rounding = |figure| figures::half_a_place(figure).unwrap_or(0.0);
        let (a, b) = (rounding(more), rounding(less));
        let low = (more.value - a) / (less.value + b);
        let high = (more.value + a) / (less.value - b).max(f64::MIN_POSITIVE);
        // What a word adds to one time is what it may miss: "doubled" adds one.
        let slack = self.off * times;
        let (least, most) = if stands(self.over) {
            (times - slack / NEARLY, f64::INFINITY)
        } else if stands(self.nearly) {
            (times - NEARLY * slack, times + slack)
        } else {
            (times - slack, times + slack)
        };
        high >= least && low <= most
    }
}

/// What the figures make: "1.7 times as much", "71% of it".
fn right(ends: ends::Ends<'_>) -> String {
    let times = ends.to.value / ends.from.value;
    if times >= 1.0 {
        format!("{} times as much", figures::rounded(times))
    } else {
        format!("{}% of it", figures::rounded(100.0 * times))
    }
}
