//! The figure of the story that speaks against one of the summary which the story does not have.

use super::beside::{is_change, slipped};
use super::{content, is_part, same_sort, shared};
use crate::facts::quantity::{Bound, Quantity, Stem, Unit, same};
use crate::rules::Page;

/// Figures beside one that are tried with it: the work must not grow with their square.
const MOST_PAIRED: usize = 8;
/// Years of age that a slip moves a person by.
const YEARS: f64 = 15.0;
/// Words of the summary's sentence that the sentence of the other figure must have.
const LEAST_SHARED: usize = 1;

/// The figure of the body of the same sort whose sentence shares most words with the summary's, at most so many
/// `times` as large or as small, if the summary's cannot be worked out from two of the body's.
pub(super) fn nearest<'a>(
    page: &Page<'_>,
    figure: &Quantity,
    body: &[&'a Quantity],
    times: f64,
) -> Option<&'a Quantity> {
    let sort = |b: &Quantity| match figure.unit {
        Unit::Age => b.unit == Unit::Age && (b.value - figure.value).abs() <= YEARS,
        Unit::Count => {
            let same = figure.counted.zip(b.counted).is_some_and(|(x, y)| x.head == y.head);
            same_sort(figure, b) && (same || is_followed_alike(page, figure, b)) && !is_part(page, b)
        }
        _ => figure.is_amount() && same_sort(figure, b),
    };
    let close = |b: &Quantity| figure.value.max(b.value) <= times * figure.value.min(b.value) || slipped(figure, b);
    let words = content(page, figure.sentence, figure);
    let rivals = body
        .iter()
        .copied()
        .filter(|b| b.bound != Bound::Vague && sort(b) && close(b) && is_change(page, b) == is_change(page, figure));
    let rivals = rivals
        .map(|b| (shared(page, &words, b), b))
        .filter(|(n, _)| *n >= LEAST_SHARED);
    // Of two that share as much the first one counts.
    let best = rivals.rev().max_by_key(|(shared, _)| *shared);
    best.map(|(_, b)| b).filter(|_| !is_worked_out(figure, body))
}

/// Does the same word stand right behind both: "73 studies suggest", "37 studies"?
fn is_followed_alike(page: &Page<'_>, one: &Quantity, other: &Quantity) -> bool {
    let next = |q: &Quantity| {
        let token = page
            .document
            .tokens
            .get(q.tokens.end)
            .filter(|t| page.lexicon.is_content(t))?;
        Some(Stem::of(page.words(token.span)))
    };
    next(one).is_some_and(|word| next(other) == Some(word))
}

/// Is it the difference of two figures of one sentence or of two that follow each other, or what one is of the other,
/// or the change between them?
pub(super) fn is_worked_out(figure: &Quantity, body: &[&Quantity]) -> bool {
    let alike = |a: &Quantity, b: &Quantity| std::mem::discriminant(&a.unit) == std::mem::discriminant(&b.unit);
    let is = |value: f64| (value - figure.value).abs() <= figure.step / 2.0;
    let percent = matches!(figure.unit, Unit::Percent | Unit::Point);
    let makes = |a: &Quantity, b: &Quantity| {
        let (large, small) = (a.value.max(b.value), a.value.min(b.value));
        let of_counts = percent && !matches!(a.unit, Unit::Percent | Unit::Point) && small > 0.0;
        let rates = [small / large, (large - small) / large, (large - small) / small];
        let rate = of_counts && rates.iter().any(|rate| is(100.0 * rate));
        // Points are what two percentages differ by.
        let apart = alike(a, figure) || percent_points(figure, a);
        rate || apart && !a.same_value(b) && same(large - small, figure.value)
    };
    let amounts = body.iter().filter(|q| q.is_amount());
    let amounts: Vec<&Quantity> = amounts.copied().collect();
    amounts.iter().enumerate().any(|(at, a)| {
        let later = amounts[at + 1..].iter().take(MOST_PAIRED);
        let near = later.take_while(|b| b.sentence <= a.sentence + 1);
        near.into_iter().any(|b| alike(a, b) && makes(a, b))
    })
}

/// "Two points ahead" over 46 and 44 per cent.
fn percent_points(figure: &Quantity, body: &Quantity) -> bool {
    matches!(figure.unit, Unit::Point | Unit::Count) && matches!(body.unit, Unit::Percent)
}
