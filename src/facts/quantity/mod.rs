//! Figures and what they count.
//!
//! A grammar of its own over tokens: no crate reads "at least two dozen", "$3.5m" and "34-year-old"
//! from one pass and keeps byte spans. Every token is looked at once; what follows a figure is read
//! at most a few tokens ahead.

mod bound;
mod counted;
mod measure;
mod measured;
mod number;
mod scan;
mod setting;
mod sign;
mod spelt;
mod unit;
mod words;

pub use bound::Bound;
pub use counted::{Counted, Stem};
pub use measure::{Currency, Dimension, Measure, Unit};

use super::{Class, DateMention, Lexicon};
use crate::text::{Document, Span};
use number::Form;
use scan::Scan;
use std::ops::Range;

/// A figure in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// The figure with its approximation and unit: `as many as 91`, `$3.5 million`.
    pub span: Span,
    /// The figure with its currency sign, magnitude and unit, without its approximation.
    pub figure: Span,
    /// The tokens of `figure`.
    pub tokens: Range<usize>,
    /// The number in the unit as written: 3.5 million is 3,500,000. Of a range the lower end. Negative for degrees
    /// below nought alone.
    pub value: f64,
    /// The least the words allow: 91 for "at least 91", 24 for "dozens".
    pub low: f64,
    /// The most the words allow; infinite for "at least 91".
    pub high: f64,
    /// One in the last place that is written: 0.1 million for "3.5 million", 1 for "90".
    pub step: f64,
    /// How the words narrow the figure.
    pub bound: Bound,
    /// What it is a number of.
    pub unit: Unit,
    /// Was a magnitude written: bn, m, thousand?
    pub magnitude: bool,
    /// What it counts, where that can be told.
    pub counted: Option<Counted>,
    /// The number of its sentence.
    pub sentence: usize,
}

impl Quantity {
    /// Half of the last place that is not a zero: how far rounding may have moved the figure.
    /// 0.5 for 17, 5 for 90, 50,000 for 3.5 million.
    #[must_use]
    pub fn rounding(&self) -> f64 {
        let mut place = self.step;
        let mut digits = (self.value / self.step).abs().round();
        while digits >= 10.0 && (digits % 10.0).abs() < 0.5 {
            digits = (digits / 10.0).round();
            place *= 10.0;
        }
        place / 2.0
    }

    /// Is it an exact figure: no "about", no "at least", no range?
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.bound == Bound::Exact
    }

    /// Do the two name the same number, to the last place that is written?
    #[must_use]
    pub fn same_value(&self, other: &Self) -> bool {
        same(self.value, other.value)
    }

    /// Is it a figure that counts or measures: no year, no day, no part of a name?
    #[must_use]
    pub fn is_amount(&self) -> bool {
        matches!(
            self.unit,
            Unit::Count | Unit::Percent | Unit::Point | Unit::Money(_) | Unit::Measure(_)
        )
    }
}

/// Are two values the same but for what arithmetic in binary adds?
#[must_use]
pub fn same(a: f64, b: f64) -> bool {
    let (size, apart) = (a.abs().max(b.abs()).max(1.0), (a - b).abs());
    size.is_finite() && apart <= 1e-9 * size
}

/// All figures of a document's copy, in order. Dates are given so that their numbers are not counted.
#[must_use]
pub fn find(document: &Document, lexicon: &Lexicon, dates: &[DateMention]) -> Vec<Quantity> {
    let mut out = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        if !document.kind_of(sentence).is_copy() {
            continue;
        }
        let scan = Scan::new(document, lexicon, sentence.tokens.clone(), dates);
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            // Nearly all words begin no figure, and this tells most of them.
            let token = &document.tokens[at];
            if token.is_word() && token.span.len() > scan::LONGEST_PREFIX && !lexicon.is(token, Class::NumberWord) {
                at += 1;
                continue;
            }
            if let Some(mut quantity) = scan.starts_figure(at).then(|| read(&scan, at)).flatten() {
                quantity.sentence = number;
                at = quantity.tokens.end.max(at + 1);
                out.push(quantity);
            } else {
                at += 1;
            }
        }
    }
    out
}

/// The figure that begins at a token.
fn read(scan: &Scan<'_>, at: usize) -> Option<Quantity> {
    if let Some(quantity) = setting::no_figure(scan, at) {
        return Some(quantity);
    }
    let (currency, first) = unit::currency_before(scan, at);
    let number = number::read(scan, first)?;
    let mut end = number.end;
    let mut magnitude = number.magnitude;
    let mut value = number.value;
    let mut step = number.step;
    let mut range = number.vague;
    let mut bound = if range.is_some() { Bound::Vague } else { Bound::Exact };
    if range.is_none()
        && let Some((upper, close)) = bound::range(scan, at, end, currency.is_some())
    {
        // "10 to 12 million": the magnitude belongs to both.
        let scale = if magnitude || !upper.magnitude || value * upper.scale > upper.value {
            1.0
        } else {
            upper.scale
        };
        value *= scale;
        step *= scale;
        magnitude |= upper.magnitude;
        end = close;
        range = Some((value, upper.value));
        bound = Bound::Range;
    }
    let read = unit::after(scan, end, currency, magnitude, value);
    value *= read.scale;
    step *= read.scale;
    magnitude |= read.scale > 1.0;
    if read.scale > 1.0 {
        range = range.map(|(low, high)| (low * read.scale, high * read.scale));
    }
    let mut unit = read.unit;
    end = read.end;
    if number.form == Form::Fraction && unit == Unit::Count {
        unit = Unit::Fraction;
    }
    if unit == Unit::Count {
        unit = setting::refine(scan, at, end, value, &number);
    }
    if number.form == Form::Malformed {
        unit = Unit::Malformed;
    }
    if let Unit::Measure(measure) = unit
        && let Some((more, close)) = measured::smaller_part(scan, end, measure)
    {
        value += more;
        step = measure.part_step();
        end = close;
    }
    let mut first = at;
    if let Some(signed) = sign::signed(scan, at, end, value, unit) {
        // "-5 to 10C" goes from below nought to above it.
        range = range.map(|(_, high)| (signed.value, high));
        (first, end, value) = (signed.start, signed.end, signed.value);
    }
    let (start, hedge) = bound::before(scan, first);
    let (close, suffix) = bound::after(scan, end);
    if bound == Bound::Exact {
        bound = hedge
            .or(suffix)
            .or((number.form == Form::Rough).then_some(Bound::About))
            .unwrap_or(bound);
    }
    let (low, high) = range.unwrap_or_else(|| bound.interval(value));
    let counted = (unit == Unit::Count)
        .then(|| counted::after(scan, close, value))
        .flatten();
    let figure = scan.document.span_of(first..end);
    Some(Quantity {
        span: scan.document.span_of(start..close),
        figure,
        tokens: first..end,
        value,
        low,
        high,
        step,
        bound,
        unit,
        magnitude,
        counted,
        sentence: 0,
    })
}
