//! `no-such-day`: a day that its month does not have.

use super::Kind;
use crate::facts::Class;
use crate::facts::date::DateMention;
use crate::facts::quantity::{Quantity, Unit};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::{Span, Token};
use jiff::civil::Date;
use serde::Deserialize;

/// `[check.no-such-day]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {}

/// A leap year: without a year February may have 29 days.
const LEAP_YEAR: i16 = 2024;
/// Figures above those that are read as days, and the last that a slip of a key makes of one.
const PAST_DAYS: std::ops::RangeInclusive<f64> = 32.0..=99.0;
/// Numbers that are read as years.
const YEARS: std::ops::RangeInclusive<u16> = 1500..=2100;
/// Words before a day of a month and hardly before a number of things: "on November 31".
const ON: [&str; 5] = ["on", "until", "till", "from", "dated"];
/// And before a month in which a number of things was: "in June 31 boats".
const IN: [&str; 8] = ["in", "last", "this", "next", "since", "during", "late", "early"];

impl Kind for Settings {
    const SUMMARY: &'static str = "a day that its month does not have";
    const VALUES: &'static [&'static str] = &["right"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(NoSuchDay)
    }
}

#[derive(Debug)]
struct NoSuchDay;

impl Check for NoSuchDay {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for mention in &page.facts.dates {
            let (Some(month), Some(day)) = (mention.month, mention.day) else {
                continue;
            };
            let last = days_in(mention.year.unwrap_or(LEAP_YEAR), month);
            if day > last && is_told(page, mention) {
                let year = mention.year.filter(|_| month == 2);
                out.push(hit(mention.span, last, year));
            }
        }
        for figure in &page.facts.quantities {
            let past = figure.unit == Unit::Count && figure.tokens.len() == 1 && PAST_DAYS.contains(&figure.value);
            if let Some(span) = past.then(|| past_days(page, figure)).flatten() {
                out.push(hit(span, LONGEST, None));
            }
        }
        out.sort_by_key(|hit| hit.primary);
    }
}

/// Days of the longest months.
const LONGEST: i8 = 31;

fn days_in(year: i16, month: i8) -> i8 {
    Date::new(year, month, 1).map_or(LONGEST, Date::days_in_month)
}

fn hit(span: Span, last: i8, year: Option<i16>) -> Hit {
    let right = match year {
        Some(year) => format!("that month has {last} days in {year}"),
        None if last == LONGEST => format!("no month has more than {last} days"),
        None => format!("that month has {last} days"),
    };
    Hit::at(span).with("right", right)
}

/// Is it a day, and no month with a number of things behind it or before it: "In June 31 boats sank", "by April 31 had
/// gone", "31 April showers"?
fn is_told(page: &Page<'_>, mention: &DateMention) -> bool {
    if mention.year.is_some() || mention.weekday.is_some() {
        return true;
    }
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let before = start.wrapping_sub(1);
    let tokens = &page.document.tokens;
    let counts = tokens[start].is_word() && tokens.get(end).is_some_and(|t| page.lexicon.is(t, Class::Auxiliary));
    closes(page, end) && (page.reads(before, &ON) || !page.reads(before, &IN) && !counts)
}

/// Does no noun stand at a token?
fn closes(page: &Page<'_>, at: usize) -> bool {
    let next = page.document.tokens.get(at);
    next.is_none_or(|t| !t.is_word() || page.lexicon.is(t, Class::FigureStop))
}

/// "On 32 May", "May 35, 2026": the words of a day beyond the 31st.
fn past_days(page: &Page<'_>, figure: &Quantity) -> Option<Span> {
    let tokens = &page.document.tokens;
    let at = figure.tokens.start;
    let is_month = |i: usize| {
        tokens
            .get(i)
            .is_some_and(|t: &Token| t.is_capitalised() && page.lexicon.is(t, Class::Month))
    };
    let first = if is_month(at.wrapping_sub(1)) { at - 1 } else { at };
    let end = if first < at {
        at + 1
    } else if is_month(at + 1) {
        at + 2
    } else {
        return None;
    };
    let comma = usize::from(tokens.get(end).is_some_and(|t| t.is(',')));
    let year = tokens.get(end + comma).map_or("", |t| page.words(t.span));
    let dated = year.len() == 4 && year.parse().is_ok_and(|y: u16| YEARS.contains(&y));
    let before = first.wrapping_sub(1);
    let weekday = |i: usize| tokens.get(i).is_some_and(|t| page.lexicon.is(t, Class::Weekday));
    let led = page.reads(before, &ON) || weekday(before) || weekday(before.wrapping_sub(1));
    (dated || led && closes(page, end)).then(|| page.document.span_of(first..end))
}
