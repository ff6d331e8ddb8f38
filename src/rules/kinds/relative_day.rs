//! `relative-day`: "yesterday, Monday" where yesterday was no Monday.
//!
//! "Today" is the day of publication. Copy without one is held against itself: two such pairs give two
//! days on which it may have been written, and they must be one.

use super::Kind;
use super::calendar::name;
use crate::facts::{DateMention, Voice};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::Span;
use jiff::ToSpan;
use jiff::civil::Weekday;
use serde::Deserialize;

/// `[check.relative-day]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {}

impl Kind for Settings {
    const SUMMARY: &'static str = "a day named by today, yesterday or tomorrow that is another weekday";
    const VALUES: &'static [&'static str] = &["right"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(RelativeDayCheck)
    }
}

#[derive(Debug)]
struct RelativeDayCheck;

/// A weekday beside a word that says how far it is from the day of writing.
struct Pair {
    span: Span,
    weekday: Weekday,
    /// Days from the day of writing: -1 for yesterday.
    days: i8,
}

impl Pair {
    /// The weekday on which the copy was written if this pair is right.
    fn written(&self) -> Weekday {
        self.weekday.wrapping_sub(self.days)
    }
}

impl Check for RelativeDayCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let dates = page.facts.dates.iter();
        let pairs: Vec<Pair> = dates.filter_map(|date| pair(page, date)).collect();
        let Some(first) = pairs.first() else { return };
        for one in &pairs {
            if let Some(published) = page.document.published {
                let right = published.weekday().wrapping_add(one.days);
                // An evening's copy may carry the next day's date.
                let before = published
                    .checked_sub(1.day())
                    .map(|d| d.weekday().wrapping_add(one.days));
                if right != one.weekday && before.ok() != Some(one.weekday) {
                    out.push(
                        Hit::at(one.span).with("right", format!("by the day of publication it is {}", name(right))),
                    );
                }
            } else if one.written() != first.written() {
                let right = format!("elsewhere it would be {}", name(first.written().wrapping_add(one.days)));
                out.push(Hit::pair(one.span, first.span).with("right", right));
            }
        }
    }
}

/// "Yesterday, Monday," and "Monday (yesterday)": the two words with one mark between.
fn pair(page: &Page<'_>, date: &DateMention) -> Option<Pair> {
    let (weekday, _) = date.weekday?;
    let tokens = &page.document.tokens;
    if page.facts.voice(date.tokens.start) == Voice::Quoted {
        return None;
    }
    let mark = |i: usize| tokens.get(i).is_some_and(|t| t.is(',') || t.is('('));
    // What follows must close the pair: "yesterday, Monday's deal" speaks of two days.
    let closes = |i: usize| {
        tokens
            .get(i)
            .is_none_or(|t| t.is(',') || t.is(')') || t.is('.') || t.is(';') || t.is('—') || t.is('–'))
    };
    let (start, end) = (date.tokens.start, date.tokens.end);
    let (at, days) = if start >= 2 && mark(start - 1) && closes(end) {
        (start - 2, offset(page, start - 2)?)
    } else if mark(end) && closes(end + 2) {
        (end + 1, offset(page, end + 1)?)
    } else {
        return None;
    };
    let last = end.max(at + 1);
    // A bracket that was opened is closed.
    let last = last + usize::from(tokens.get(last).is_some_and(|t| t.is(')')));
    Some(Pair {
        span: page.document.span_of(start.min(at)..last),
        weekday,
        days,
    })
}

fn offset(page: &Page<'_>, at: usize) -> Option<i8> {
    let word = page.words(page.document.tokens.get(at)?.span);
    let offsets = [("yesterday", -1), ("today", 0), ("tonight", 0), ("tomorrow", 1)];
    offsets
        .iter()
        .find(|(w, _)| w.eq_ignore_ascii_case(word))
        .map(|(_, days)| *days)
}
