//! A figure of the summary that the story gives for something else, where it has another for this.

use super::beside::is_change;
use super::{alike, bears_out, is_told};
use crate::facts::quantity::{Bound, Quantity, Unit};
use crate::rules::Page;
use crate::rules::kinds::around::{Reach, around, beside, in_common, is_beside, weight};

/// What the words around the two must weigh in common, and which part of those of the summary's clause.
const LEAST_SHARED: usize = 3;
const LEAST_PART: f64 = 0.4;
/// By how much the place with the other figure must be the better likeness.
const MARGIN: usize = 2;
/// The same where no word right beside the two is the same: then nearly all the clause must stand there, and nothing of it
/// beside the summary's figure.
const MARGIN_APART: usize = 3;
const LEAST_PART_APART: f64 = 0.6;
/// Figures of the body that are tried: a story with more is a table.
const MOST_IN_BODY: usize = 200;

/// What the story has in the place of a figure of the summary.
pub(super) struct Lent<'a> {
    pub(super) story: &'a Quantity,
    /// Does the summary's own figure stand in the story for something else?
    pub(super) elsewhere: bool,
}

/// The figure of the body that stands where this one stands in the summary, if this one stands elsewhere there, or
/// nowhere: "a grant of $350,000" for the grant of $75,000 over a story that has both.
pub(super) fn lent<'a>(
    page: &Page<'_>,
    figure: &Quantity,
    head: &[&Quantity],
    body: &[&'a Quantity],
) -> Option<Lent<'a>> {
    if !is_of_one_thing(figure) {
        return None;
    }
    let own = around(page, &figure.tokens, Reach::Clause);
    let sides = beside(page, &figure.tokens);
    let mut best: Option<Rival<'_>> = None;
    let mut elsewhere = None;
    for other in body
        .iter()
        .copied()
        .filter(|b| alike(page, figure, b))
        .take(MOST_IN_BODY)
    {
        let shared = in_common(&own, &around(page, &other.tokens, Reach::Sentence));
        let beside = is_beside(&sides, &beside(page, &other.tokens));
        if bears_out(figure, other) {
            // A place that says so much as this needs no other.
            if beside && shared >= LEAST_SHARED {
                return None;
            }
            elsewhere = elsewhere.max(Some(shared));
        } else if is_of_one_thing(other)
            && is_like(page, figure, other)
            && best.as_ref().is_none_or(|b| (shared, beside) > (b.shared, b.beside))
        {
            best = Some(Rival {
                shared,
                beside,
                figure: other,
            });
        }
    }
    let rival = best?;
    let at_top = head.iter().any(|h| h.same_value(rival.figure));
    let (margin, part) = if rival.beside {
        (MARGIN, LEAST_PART)
    } else {
        (MARGIN_APART, LEAST_PART_APART)
    };
    let is_alike = rival.shared >= LEAST_SHARED && rival.shared as f64 >= part * weight(&own) as f64;
    (is_alike && rival.shared >= elsewhere.unwrap_or(0) + margin && !at_top).then_some(Lent {
        story: rival.figure,
        elsewhere: elsewhere.is_some(),
    })
}

/// A figure of the body that the summary's may stand for.
struct Rival<'a> {
    /// What the words around the two weigh in common.
    shared: usize,
    /// Is a word right beside the two the same?
    beside: bool,
    figure: &'a Quantity,
}

/// Is it a figure of which one thing has one?
fn is_of_one_thing(figure: &Quantity) -> bool {
    let told = is_told(figure) && figure.bound != Bound::Vague;
    let counts = figure.unit == Unit::Count && figure.counted.is_some();
    told && (counts || matches!(figure.unit, Unit::Money(_) | Unit::Percent | Unit::Measure(_)))
}

/// Times that the two figures may differ: a hundred times as much is of another thing.
const FAR: f64 = 20.0;
/// Words before a figure that make it what something comes to.
const TO: [&str; 2] = ["to", "by"];

/// May one stand for the other? "To raise it to $15" is none of $7.25.
fn is_like(page: &Page<'_>, one: &Quantity, other: &Quantity) -> bool {
    let comes_to = |q: &Quantity| q.tokens.start.checked_sub(1).is_some_and(|i| page.reads(i, &TO));
    let (large, small) = (one.value.max(other.value), one.value.min(other.value));
    large <= FAR * small && comes_to(one) == comes_to(other) && is_change(page, one) == is_change(page, other)
}
