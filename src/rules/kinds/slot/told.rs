//! Values that are no counts, read from the facts: sums of money, votes, days, hours, places.

use super::Sort;
use crate::facts::quantity::{Currency, Dimension, Quantity, Unit, same};
use crate::facts::{Class, DateMention, NameKind, NameMention};
use crate::rules::Page;
use crate::rules::kinds::clock::{Clock, HALF_DAY};
use crate::text::{Case, Span, Token};
use std::ops::Range;

/// A value where it stands.
#[derive(Clone, Debug)]
pub(super) struct Told {
    /// The words of the value.
    pub span: Span,
    /// Its tokens, the words that narrow it included.
    pub tokens: Range<usize>,
    /// The number of its sentence.
    pub sentence: usize,
    pub value: Value,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    /// Currency, and the least and the most the words allow.
    Money(Currency, f64, f64),
    /// Those for and those against, the more first: a vote is told from either side.
    Votes([f64; 2]),
    /// 0 for Monday, where a weekday is named; month and day, where they are.
    Day(Option<i8>, Option<(i8, i8)>),
    /// Minutes since midnight, or since noon as well where no half of the day is named; and the zone's words.
    Clock(u32, bool, Option<crate::text::WordId>),
    /// The bearer of the name.
    Place(usize),
    /// The metres of one of its unit, and how many there are.
    Length(f64, f64),
}

impl Value {
    /// Can the two not both hold?
    pub(super) fn clashes(self, other: Self, most_times: f64) -> bool {
        match (self, other) {
            (Self::Money(one, a, b), Self::Money(two, c, d)) => {
                let times = a.max(c) / a.min(c);
                one == two && (a > d || c > b) && times <= most_times
            }
            // A misprint leaves one side as it was; two votes of one day seldom share a side.
            (Self::Votes(one), Self::Votes(two)) => {
                let near = |side: usize| one[side].max(two[side]) / one[side].min(two[side]) <= most_times;
                let slip =
                    |kept: usize, lost: usize| same(one[kept], two[kept]) && !same(one[lost], two[lost]) && near(lost);
                slip(0, 1) || slip(1, 0)
            }
            (Self::Day(one, a), Self::Day(two, b)) => match (a, b) {
                (Some(a), Some(b)) => a != b,
                _ => one.zip(two).is_some_and(|(one, two)| one != two),
            },
            (Self::Clock(a, a_half, one), Self::Clock(b, b_half, two)) => {
                let day = if a_half && b_half { 2 * HALF_DAY } else { HALF_DAY };
                one == two && a % day != b % day
            }
            (Self::Place(a), Self::Place(b)) => a != b,
            (Self::Length(one, a), Self::Length(two, b)) => {
                same(one, two) && is_slip(a, b) && a.max(b) / a.min(b) <= most_times
            }
            _ => false,
        }
    }

    /// Is it a result that nobody won: a draw is never the win?
    pub(super) fn is_level(self) -> bool {
        matches!(self, Self::Votes([a, b]) if same(a, b))
    }

    /// May the two be one value?
    pub(super) fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Money(one, a, b), Self::Money(two, c, d)) => one == two && a <= d && c <= b,
            (Self::Length(one, a), Self::Length(two, b)) => same(one, two) && same(a, b),
            (Self::Votes(one), Self::Votes(two)) => same(one[0], two[0]) && same(one[1], two[1]),
            _ => false,
        }
    }
}

/// Are the digits of one figure those of the other in another order, or with one struck wrong: 34 and 43, 2.3 and 2.8?
/// Two lengths in one story are mostly of two things, and a figure of one digit proves nothing.
fn is_slip(one: f64, two: f64) -> bool {
    let digits = |value: f64| -> Vec<char> { value.to_string().chars().filter(char::is_ascii_digit).collect() };
    let (mut one, mut two) = (digits(one), digits(two));
    let wrong = one.iter().zip(&two).filter(|(a, b)| a != b).count();
    if one.len() != two.len() || one.len() < 2 || wrong == 0 {
        return false;
    }
    one.sort_unstable();
    two.sort_unstable();
    wrong == 1 || one == two
}

impl Told {
    /// All values of a sort, in text order.
    pub(super) fn all(page: &Page<'_>, sort: Sort) -> Vec<Self> {
        let quantities = &page.facts.quantities;
        match sort {
            Sort::Count => Vec::new(),
            Sort::Money => quantities.iter().filter_map(|q| money(page, q)).collect(),
            Sort::Votes => (0..quantities.len()).filter_map(|i| votes(page, i)).collect(),
            Sort::Day => page.facts.dates.iter().filter_map(day).collect(),
            Sort::Clock => quantities.iter().filter_map(|q| clock(page, q)).collect(),
            Sort::Length => quantities.iter().filter_map(|q| length(page, q)).collect(),
            Sort::Place => page.facts.names.iter().filter_map(|n| place(page, n)).collect(),
        }
    }
}

fn money(page: &Page<'_>, quantity: &Quantity) -> Option<Told> {
    let Unit::Money(currency) = quantity.unit else {
        return None;
    };
    // A sum at the top is held against the story by rules of its own.
    let sentence = page.document.sentences.get(quantity.sentence)?;
    if !page.document.kind_of(sentence).is_body() {
        return None;
    }
    Some(Told {
        span: quantity.figure,
        tokens: page.document.tokens_in(quantity.span),
        sentence: quantity.sentence,
        value: Value::Money(currency, quantity.low, quantity.high),
    })
}

/// An exact length in the body; half a metre and half a kilometre are of two things.
fn length(page: &Page<'_>, quantity: &Quantity) -> Option<Told> {
    let Unit::Measure(measure) = quantity.unit else {
        return None;
    };
    let sentence = page.document.sentences.get(quantity.sentence)?;
    let told = measure.dimension == Dimension::Length && quantity.is_exact();
    (told && page.document.kind_of(sentence).is_body()).then(|| Told {
        span: quantity.span,
        tokens: page.document.tokens_in(quantity.span),
        sentence: quantity.sentence,
        value: Value::Length(measure.factor, quantity.value),
    })
}

/// "52-48", "52 to 48", "52 votes to 48", "52 for and 48 against", "52 in favour, 48 against".
fn votes(page: &Page<'_>, at: usize) -> Option<Told> {
    let quantities = &page.facts.quantities;
    let one = &quantities[at];
    let told = |tokens: Range<usize>, a: f64, b: f64| {
        let value = Value::Votes([a.max(b), a.min(b)]);
        Told {
            span: page.document.span_of(tokens.clone()),
            tokens,
            sentence: one.sentence,
            value,
        }
    };
    let number = |at: usize| page.words(page.document.tokens.get(at)?.span).parse::<f64>().ok();
    match one.unit {
        // A third part is of those who abstained, or of a match.
        Unit::Score if one.tokens.len() == 3 => {
            let (a, b) = (number(one.tokens.start)?, number(one.tokens.end - 1)?);
            Some(told(one.tokens.clone(), a, b))
        }
        Unit::Count if one.bound == crate::facts::quantity::Bound::Range => {
            Some(told(one.tokens.clone(), one.low, one.high))
        }
        Unit::Count => {
            let two = quantities.get(at + 1).filter(|q| q.sentence == one.sentence)?;
            let between = page.document.tokens[one.tokens.end..two.tokens.start].iter();
            let between: Vec<String> = between.map(|t| page.words(t.span).to_lowercase()).collect();
            let between: Vec<&str> = between.iter().map(String::as_str).collect();
            let parts = matches!(
                between.as_slice(),
                ["to" | "-" | "–"] | ["votes" | "vote", "to"] | ["for" | "yes", "and" | ","]
            ) || matches!(between.as_slice(), ["in", "favour" | "favor", "and" | ","]);
            // "Three to one" are odds.
            let counts = two.unit == Unit::Count && one.is_exact() && two.is_exact() && two.value > 1.0;
            (parts && counts).then(|| told(one.tokens.start..two.tokens.end, one.value, two.value))
        }
        _ => None,
    }
}

fn day(date: &DateMention) -> Option<Told> {
    let weekday = date.weekday.map(|(day, _)| day.to_monday_zero_offset());
    let calendar = date.month.zip(date.day);
    (weekday.is_some() || calendar.is_some()).then(|| Told {
        span: date.span,
        tokens: date.tokens.clone(),
        sentence: date.sentence,
        value: Value::Day(weekday, calendar),
    })
}

/// "10:30", "6.15 p.m.", "7pm GMT".
fn clock(page: &Page<'_>, quantity: &Quantity) -> Option<Told> {
    let clock = Clock::of(page, quantity)?;
    // "GMT", "ET", "local time": hours of two zones are not held against each other.
    let is_zone = |t: &&Token| t.case == Case::Upper || page.words(t.span) == "local";
    let zone = |at: usize| page.document.tokens.get(at).filter(is_zone);
    let own = (!clock.half_named).then(|| zone(clock.tokens.end - 1)).flatten();
    let zone = own.or_else(|| zone(clock.tokens.end));
    Some(Told {
        span: page.document.span_of(clock.tokens.clone()),
        tokens: clock.tokens,
        sentence: quantity.sentence,
        value: Value::Clock(clock.minutes, clock.half_known, zone.map(|t| t.word)),
    })
}

/// Words before the name of a place.
const SET: [&str; 5] = ["in", "at", "near", "outside", "to"];

/// A place that is no state: those hold others. Nothing tells that "Marrick" is one but the words before it.
fn place(page: &Page<'_>, name: &NameMention) -> Option<Told> {
    let tokens = &page.document.tokens;
    let last = &tokens[name.tokens.end - 1];
    let before = name
        .tokens
        .start
        .checked_sub(1)
        .map_or("", |at| page.words(tokens[at].span));
    let place = name.kind == NameKind::Place || (name.kind == NameKind::Unknown && SET.contains(&before));
    let state = page.lexicon.any(last.word, &[Class::State, Class::PlaceName]);
    (place && !name.possessive && !state).then(|| Told {
        span: name.span,
        tokens: name.tokens.clone(),
        sentence: name.sentence,
        value: Value::Place(name.bearer),
    })
}
