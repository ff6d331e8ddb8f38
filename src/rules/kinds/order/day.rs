//! The day beside an act.

use crate::facts::DateMention;
use crate::rules::Page;
use crate::text::Span;
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;

/// How much further a day before its act seems than one behind it: "set off on Monday and arrived on Tuesday".
const BEHIND: usize = 4;

/// A day on which an act is put.
#[derive(Clone, Debug)]
pub(super) struct Day {
    /// The act with its day, as written.
    pub(super) span: Span,
    pub(super) date: Date,
    /// Is it told by the weekday alone?
    pub(super) by_weekday: bool,
}

impl Day {
    /// The day that stands next to an act in its sentence, with no other act's verb to tell between.
    pub(super) fn beside(page: &Page<'_>, act: &Range<usize>, sentence: usize, reach: usize) -> Option<Self> {
        let dates = &page.facts.dates;
        let first = dates.partition_point(|d| d.sentence < sentence);
        let here = dates[first..].iter().take_while(|d| d.sentence == sentence);
        let apart = |d: &DateMention| {
            if d.tokens.start >= act.end {
                d.tokens.start - act.end
            } else {
                act.start.saturating_sub(d.tokens.end) + BEHIND
            }
        };
        let near = here.filter(|d| apart(d) <= reach && is_when(page, d));
        let date = near.min_by_key(|d| apart(d))?;
        let published = page.document.published;
        let (day, by_weekday) = match (date.weekday, date.month, date.day) {
            (Some((weekday, _)), None, None) => {
                // The last such day, as news copy means it.
                let today = published?;
                let back = today.weekday().since(weekday);
                (today.checked_sub(i64::from(back).days()).ok()?, true)
            }
            _ => (date.date().or_else(|| date.nearest(published?))?, false),
        };
        let span = page
            .document
            .span_of(act.start.min(date.tokens.start)..act.end.max(date.tokens.end));
        Some(Self {
            span,
            date: day,
            by_weekday,
        })
    }
}

/// Does a date tell when something was: "on Monday", "on the evening of 3 March", and not "Monday's robbery" or "until
/// Monday"?
fn is_when(page: &Page<'_>, date: &DateMention) -> bool {
    let before = date.tokens.start.wrapping_sub(1);
    let possessive = page
        .document
        .tokens
        .get(date.tokens.end)
        .is_some_and(|t| t.kind == crate::text::TokenKind::Possessive);
    let next = [
        "last",
        "next",
        "until",
        "since",
        "before",
        "after",
        "from",
        "to",
        "by",
        "this",
        "following",
        "previous",
        "and",
        "or",
    ];
    !possessive && !page.reads(before, &next)
}
