//! Degrees below nought: "-4C", "minus 4C", "4C below zero".
//!
//! Of temperatures alone, because there alone the sign decides what the figure is in another unit; a loss of £4m and
//! a fall of 4% are told by their verbs.

use super::measure::{Dimension, Measure, Unit};
use super::scan::Scan;
use crate::text::TokenKind;

/// Where a temperature begins and ends with its sign, and its value with it.
pub(super) struct Signed {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: f64,
}

/// A temperature of these tokens with the sign that stands before it or behind it.
pub(super) fn signed(scan: &Scan<'_>, start: usize, end: usize, value: f64, unit: Unit) -> Option<Signed> {
    let Unit::Measure(measure) = unit else { return None };
    if measure.dimension != Dimension::Temperature {
        return None;
    }
    if let Some(start) = minus(scan, start) {
        return Some(Signed {
            start,
            end,
            value: -value,
        });
    }
    let point = match (scan.lower(end).as_str(), scan.lower(end + 1).as_str()) {
        ("below", "zero" | "nought") => 0.0,
        ("below", "freezing") => freezing(measure),
        _ => return None,
    };
    Some(Signed {
        start,
        end: end + 2,
        value: point - value,
    })
}

/// The point at which water freezes, in this unit.
fn freezing(measure: Measure) -> f64 {
    measure.offset
}

/// The token of the minus before a figure: the word, or a mark that is no dash between two words or two figures.
fn minus(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let sign = at.checked_sub(1).filter(|i| scan.range.contains(i))?;
    if matches!(scan.lower(sign).as_str(), "minus" | "negative") {
        return Some(sign);
    }
    let marked = ['-', '\u{2212}', '\u{2011}', '–']
        .iter()
        .any(|m| scan.is_mark(sign, *m));
    if !marked || scan.spaced(at) {
        return None;
    }
    // "5-10C" is a range, and "sub-10C" a word.
    let before = scan.before(sign);
    let free = scan.spaced(sign)
        || before.is_none_or(|t| matches!(t.kind, TokenKind::Mark('(' | '[' | '/' | '“' | '‘' | '"' | '\'' | ',')));
    free.then_some(sign)
}
