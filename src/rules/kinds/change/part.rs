//! A change told as a part of what was there before: "a rise of a third", "a third more than the £31m".

use super::ends;
use crate::facts::quantity::{Quantity, Unit};
use crate::rules::Page;
use crate::text::phrase::Tag;
use std::ops::Range;

/// A percentage, or a part told in hundredths.
pub(super) struct Points {
    pub(super) value: f64,
    pub(super) low: f64,
    pub(super) high: f64,
    /// How far the words may be off.
    pub(super) slack: f64,
}

/// "A third" may be told of anything between 29 per cent and 37, "a quarter" of 21 to 29: by so much of itself, and by so
/// many points, a part in words may be off.
const PART_OFF: f64 = 0.15;
const MOST_OFF: f64 = 4.0;

impl Points {
    pub(super) fn of(told: &Quantity) -> Self {
        if told.unit == Unit::Fraction {
            let value = 100.0 * told.value;
            return Self {
                value,
                low: 100.0 * told.low,
                high: 100.0 * told.high,
                slack: (value * PART_OFF).min(MOST_OFF),
            };
        }
        Self {
            value: told.value,
            low: told.low,
            high: told.high,
            slack: told.step.min(1.0) / 2.0,
        }
    }
}

/// Words that make a comparison: "22 per cent more than".
const MORE: [&str; 9] = [
    "more", "higher", "less", "lower", "fewer", "larger", "smaller", "dearer", "cheaper",
];
/// Words before a part that make it that of a change: "a rise of a third", "by a third".
const OF: [&str; 5] = ["of", "by", "up", "down", "or"];

/// Is it a part of what was there before, and no third time or third place?
pub(super) fn is_of_change(page: &Page<'_>, told: &Quantity, changes: Option<Tag>) -> bool {
    let start = page.document.tokens_in(told.span).start;
    let end = told.tokens.end;
    let led = start.checked_sub(1).is_some_and(|at| page.reads(at, &OF));
    let changed = changes.is_some_and(|tag| page.matches.ends_at(tag, start));
    let pointed = page.reads(end, &["to", "from"]) || page.document.tokens.get(end).is_some_and(|t| !t.is_word());
    page.reads(end, &MORE) && page.reads(end + 1, &["than"]) || (led || changed) && pointed
}

/// "£38m last year, 22 per cent more than the £31m": a mark before the percentage, and nothing but "more than" behind it.
pub(super) fn is_compared(page: &Page<'_>, then: Option<Tag>, before: Range<usize>, behind: Range<usize>) -> bool {
    let start = ends::behind_then(page, before.clone(), then).min(before.end);
    let marked = start + 1 == before.end && ends::is_pause(&page.document.tokens[start]);
    let more = page.reads(behind.start, &MORE) && page.reads(behind.start + 1, &["than"]);
    let pointed = behind.len() == 2 || behind.len() == 3 && page.reads(behind.start + 2, &["the"]);
    marked && more && pointed
}
