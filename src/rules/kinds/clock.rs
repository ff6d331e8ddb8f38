//! Times of day.

use crate::facts::quantity::{Quantity, Unit};
use crate::rules::Page;
use std::ops::Range;

/// Minutes of an hour and of half a day.
const HOUR: u32 = 60;
pub(super) const HALF_DAY: u32 = 12 * HOUR;

/// A time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// Its tokens, "p.m." with them.
    pub(super) tokens: Range<usize>,
    /// Minutes since midnight; of a time that may be before or after noon those of the morning.
    pub(super) minutes: u32,
    /// Is "a.m." or "p.m." its last word?
    pub(super) half_named: bool,
    /// Is it told whether it is before or after noon?
    pub(super) half_known: bool,
}

impl Clock {
    /// "3:40 a.m.", "7 p.m.", "14.30", "0227 GMT".
    pub(super) fn of(page: &Page<'_>, figure: &Quantity) -> Option<Self> {
        if figure.unit != Unit::Clock {
            return None;
        }
        let words = page.words(figure.figure);
        let sign = |c: char| matches!(c, ':' | '.');
        let end = words.find(|c: char| !c.is_ascii_digit() && !sign(c));
        let digits = words[..end.unwrap_or(words.len())].trim_end_matches('.');
        let (hour, minute) = match digits.split_once(sign) {
            Some((hour, minute)) => (hour, minute.get(..2)?),
            None if digits.len() == 4 => digits.split_at(2),
            None => (digits, "0"),
        };
        let (hour, minute) = (hour.parse::<u32>().ok()?, minute.parse::<u32>().ok()?);
        if hour > 24 || minute >= HOUR {
            return None;
        }
        // "A.m." may stand in the figure or behind it; "a" behind it is an article.
        let word = |at: usize| page.document.tokens.get(at).map_or("", |t| page.words(t.span));
        let mut tokens = figure.tokens.clone();
        let mut half = half(word(tokens.end - 1));
        if half.is_none() {
            half = self::half(word(tokens.end));
            tokens.end += usize::from(half.is_some());
        }
        Some(Self {
            tokens,
            minutes: half.map_or(hour * HOUR, |half| hour % 12 * HOUR + half) + minute,
            half_named: half.is_some(),
            half_known: half.is_some() || hour > 12 || hour == 0 || digits.starts_with('0'),
        })
    }
}

/// The minutes that "a.m." and "p.m." begin with.
fn half(word: &str) -> Option<u32> {
    match word.trim_end_matches('.').to_ascii_lowercase().as_str() {
        "a.m" | "am" => Some(0),
        "p.m" | "pm" => Some(HALF_DAY),
        _ => None,
    }
}
