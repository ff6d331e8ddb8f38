//! A time beside its two ends: "for nine hours … began at 10 a.m. and ended at 2 p.m.".

use super::{Day, Pair, REACH};
use crate::facts::date::days_between;
use crate::facts::quantity::{Dimension, Quantity, Unit};
use crate::rules::kinds::clock::{Clock, HALF_DAY};
use crate::rules::{Hit, Page};
use crate::text::Span;
use crate::text::phrase::Tag;
use std::ops::Range;

/// Seconds of a day and of an hour.
const DAY: f64 = 86_400.0;
const HOUR: f64 = 3_600.0;
/// Sentences before the two ends in which the time between may be told.
const BACK: usize = 2;

/// The first place where a time is not the one between the two acts of a sentence.
pub(super) fn find(page: &Page<'_>, pair: &Pair, tag: Tag) -> Option<Hit> {
    let document = page.document;
    let mut ends = page
        .matches
        .of(pair.first)
        .iter()
        .take(super::MOST_ACTS)
        .filter_map(|first| {
            let number = document.sentence_at(document.tokens[first.tokens.start].span.start);
            let sentence = document.sentences.get(number)?;
            let then = page
                .matches
                .within(pair.then, first.tokens.end..sentence.tokens.end)
                .first()?;
            Some((number, &first.tokens, &then.tokens))
        });
    ends.find_map(|(number, first, then)| held(page, tag, number, first, then))
}

fn held(page: &Page<'_>, tag: Tag, sentence: usize, first: &Range<usize>, then: &Range<usize>) -> Option<Hit> {
    let times = page
        .facts
        .quantities_in(sentence.saturating_sub(BACK)..sentence + 1)
        .iter();
    let mut times = times.filter_map(|q| Some((q, seconds(page, q, tag)?)));
    let (time, (factor, length)) = times.next()?;
    let hit = |from: Span, to: Span, wrong: String| {
        let mut hit = Hit::pair(time.span, from).with("wrong", wrong);
        hit.related.push(to);
        Some(hit)
    };
    // The headline and the first sentence may both have it.
    if times.any(|(other, _)| (other.value - time.value).abs() > f64::EPSILON || other.unit != time.unit) {
        return None;
    }
    if factor < DAY {
        let (from, to) = (
            clock(page, first.end..then.start)?,
            clock(page, then.end..then.end + REACH)?,
        );
        let known = from.half_known && to.half_known;
        let day = if known { 2 * HALF_DAY } else { HALF_DAY };
        let apart = f64::from((to.minutes + 2 * HALF_DAY - from.minutes) % day) * 60.0;
        // A time in words is rounded by half an hour.
        let off = (apart - length)
            .abs()
            .min((apart + f64::from(day) * 60.0 - length).abs());
        let span = |c: &Clock| page.document.span_of(c.tokens.clone());
        return (off > HOUR / 2.0 + time.rounding() * factor)
            .then(|| hit(span(&from), span(&to), "is not the time between".to_owned()))
            .flatten();
    }
    let (from, to) = (
        Day::beside(page, first, sentence, REACH)?,
        Day::beside(page, then, sentence, REACH)?,
    );
    let apart = f64::from(days_between(from.date, to.date));
    // Both ends may be counted.
    let off = (apart - length / DAY).abs();
    (off > 1.5 + time.rounding() * factor / DAY && !from.by_weekday)
        .then(|| hit(from.span, to.span, "is not the time between".to_owned()))
        .flatten()
}

/// The unit and the length of a time behind one of the words for lasting.
fn seconds(page: &Page<'_>, time: &Quantity, tag: Tag) -> Option<(f64, f64)> {
    let Unit::Measure(measure) = time.unit else { return None };
    let start = page.document.tokens_in(time.span).start;
    let told = measure.dimension == Dimension::Time && time.is_exact() && page.matches.ends_at(tag, start);
    (told && measure.factor >= HOUR && measure.factor <= DAY).then_some((measure.factor, time.value * measure.factor))
}

/// The first time of day in a range of tokens.
fn clock(page: &Page<'_>, tokens: Range<usize>) -> Option<Clock> {
    let quantities = &page.facts.quantities;
    let first = quantities.partition_point(|q| q.tokens.start < tokens.start);
    let mut here = quantities[first..].iter().take_while(|q| q.tokens.start < tokens.end);
    here.find_map(|q| Clock::of(page, q))
}
