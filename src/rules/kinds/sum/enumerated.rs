//! Parts told one after another with their total: "£4m, £2m and £1m, a total of £7m", "£9m, of which £4m …, £3m … and
//! £2m …", "$42 a share, made up of $30 in cash and $12 in stock", "240 posts: 110 in offices, 70 in kitchens and 60 on
//! the wards".

use super::{MEANT, hit};
use crate::facts::quantity::{Quantity, Unit};
use crate::rules::kinds::figures;
use crate::rules::{Hit, Page};
use crate::text::phrase::Tag;
use std::ops::Range;

/// More parts than this are a table, not a sentence.
const MOST_PARTS: usize = 8;
/// Parts behind a dash from which on they are a list of all.
const LEAST_BEHIND_DASH: usize = 3;
/// A list that comes to more than so many times its total is of something else.
const OTHER: f64 = 1.5;

/// Adds a hit for each list of parts that misses its total.
pub(super) fn find(page: &Page<'_>, open: Option<Tag>, out: &mut Vec<Hit>) {
    let quantities = figures::once(page);
    for (at, total) in quantities.iter().enumerate() {
        if !matches!(total.unit, Unit::Count | Unit::Money(_)) || !total.is_exact() {
            continue;
        }
        let sentence = page.document.sentences[total.sentence].tokens.clone();
        let is_open = || open.is_some_and(|t| !page.matches.within(t, sentence.clone()).is_empty());
        let Some((parts, whole)) = ahead(page, total, &quantities[..at], &quantities[at + 1..])
            .or_else(|| back(page, total, &quantities[..at]))
        else {
            continue;
        };
        let sum: f64 = parts.iter().map(|p| p.value).sum();
        let rounding: f64 = parts.iter().map(|p| slack(p)).sum::<f64>() + slack(total);
        let meant = whole || sum >= total.value * MEANT;
        let off = (sum - total.value).abs() > rounding + 1e-6 && sum <= total.value * OTHER;
        if off && meant && !is_open() {
            out.push(hit(page, total, &parts, sum));
        }
    }
}

/// How far a figure may have been moved by rounding: half its last place where one was written, nothing for a count.
fn slack(figure: &Quantity) -> f64 {
    let rounded = figure.magnitude || figure.step < 1.0 || figure.value >= 10_000.0;
    if rounded {
        figure.rounding().min(figure.value * 0.05)
    } else {
        0.0
    }
}

/// The parts that follow a total, and whether they are said to be all of it.
fn ahead<'a>(
    page: &Page<'_>,
    total: &Quantity,
    earlier: &[&Quantity],
    later: &[&'a Quantity],
) -> Option<(Vec<&'a Quantity>, bool)> {
    let parts = run(page, total, later.iter().copied())?;
    let gap = total.tokens.end..parts[0].tokens.start;
    let reads = |words: &[&[&str]]| {
        let mut starts = gap.clone();
        starts.any(|at| words.iter().enumerate().all(|(i, w)| page.reads(at + i, w)))
    };
    let made = reads(&[&["made"], &["up"], &["of"]])
        || reads(&[&["consisting", "comprising"], &["of"]])
        || reads(&[&["comprising"]]);
    let which = reads(&[&["of"], &["which"]]);
    let told = made || which && parts.len() > 1 || is_broken_down(page, total, earlier.last().copied(), &parts);
    told.then_some((parts, made))
}

/// "240 posts: 110 in offices, 70 in kitchens and 60 on the wards": a colon or a dash right before the first part, no
/// number of the same sort before the total, of which they may be parts, and parts that count nothing of their own.
fn is_broken_down(page: &Page<'_>, total: &Quantity, before: Option<&Quantity>, parts: &[&Quantity]) -> bool {
    let mark = parts[0]
        .tokens
        .start
        .checked_sub(1)
        .and_then(|at| page.document.tokens.get(at));
    // Behind a dash two parts may be two examples.
    let opened = mark.is_some_and(|t| t.is(':') || t.is_dash() && parts.len() >= LEAST_BEHIND_DASH);
    let rival = before.is_some_and(|q| q.unit == total.unit && q.sentence == total.sentence);
    let Some(head) = total.counted.filter(|_| opened && !rival).map(|c| c.head) else {
        return false;
    };
    parts.iter().all(|p| p.counted.is_none_or(|c| c.head == head))
}

/// The parts before a "total of".
fn back<'a>(page: &Page<'_>, total: &Quantity, earlier: &[&'a Quantity]) -> Option<(Vec<&'a Quantity>, bool)> {
    let start = page.document.tokens_in(total.span).start;
    let of = page.reads(start.wrapping_sub(1), &["of"]) && page.reads(start.wrapping_sub(2), &["total"]);
    let marked = (1..=4).any(|by| {
        page.document
            .tokens
            .get(start.wrapping_sub(by))
            .is_some_and(|t| t.is(',') || t.is_dash())
    });
    if !of || !marked {
        return None;
    }
    let mut parts = run(page, total, earlier.iter().rev().copied())?;
    parts.reverse();
    Some((parts, true))
}

/// The figures of a total's unit in its sentence, from it on, if they are joined as a list is: two and more, the last
/// ones by "and", and none that is a share or is not exact.
fn run<'a>(
    page: &Page<'_>,
    total: &Quantity,
    figures: impl Iterator<Item = &'a Quantity>,
) -> Option<Vec<&'a Quantity>> {
    let in_sentence = figures.take_while(|q| q.sentence == total.sentence);
    let parts: Vec<&Quantity> = in_sentence
        .filter(|q| q.unit == total.unit)
        .take(MOST_PARTS + 1)
        .collect();
    let sound = parts.iter().all(|p| p.is_exact() && p.value < total.value);
    if parts.len() < 2 || parts.len() > MOST_PARTS || !sound {
        return None;
    }
    let (last, before) = (parts[parts.len() - 1], parts[parts.len() - 2]);
    let between: Range<usize> = if last.tokens.start > before.tokens.start {
        before.tokens.end..last.tokens.start
    } else {
        parts[1].tokens.end..parts[0].tokens.start
    };
    let joined = between.into_iter().any(|at| page.reads(at, &["and"]));
    joined.then_some(parts)
}
