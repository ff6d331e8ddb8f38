//! Parts in brackets behind what they are parts of: "240 posts in offices (110), kitchens (70) and on the wards (60)".

use super::{are_meant, hit};
use crate::facts::quantity::{Quantity, Unit};
use crate::rules::{Hit, Page};
use crate::text::phrase::Tag;
use crate::text::{Token, TokenKind};

/// Fewer figures in brackets are ages, or years, or somebody's points.
const LEAST_PARTS: usize = 3;
/// More parts than this are a table, not a sentence.
const MOST_PARTS: usize = 12;
/// Words from one bracket to the next: ", and on the wards".
const MOST_BETWEEN: usize = 7;
/// Sentences from the total to the list: further on something else is told.
const BACK: usize = 3;

/// Adds a hit for each list in brackets that misses the total before it.
pub(super) fn find(page: &Page<'_>, open: Option<Tag>, out: &mut Vec<Hit>) {
    let quantities = &page.facts.quantities;
    let mut at = 0;
    while at < quantities.len() {
        let parts = run(page, &quantities[at..]);
        if parts.len() < LEAST_PARTS {
            at += 1;
            continue;
        }
        let first = at;
        at += parts.len();
        if parts.len() > MOST_PARTS {
            continue;
        }
        let Some(total) = total(page, &quantities[..first], &parts[0]) else {
            continue;
        };
        let sum: f64 = parts.iter().map(|p| p.value).sum();
        let sentence = page.document.sentences[parts[0].sentence].tokens.clone();
        let is_open = open.is_some_and(|tag| !page.matches.within(tag, sentence).is_empty());
        if are_meant(total, sum) && !is_open && (sum - total.value).abs() > 0.5 {
            out.push(hit(page, total, &parts.iter().collect::<Vec<_>>(), sum));
        }
    }
}

/// The figures from the first on that stand alone in brackets, in one sentence, a comma or "and" between them, and
/// "and" before the last.
fn run<'a>(page: &Page<'_>, figures: &'a [Quantity]) -> &'a [Quantity] {
    let tokens = &page.document.tokens;
    let is = |at: usize, mark: char| tokens.get(at).is_some_and(|t| t.is(mark));
    let alone = |q: &Quantity| {
        let bracketed = is(q.tokens.start.wrapping_sub(1), '(') && is(q.tokens.end, ')');
        q.unit == Unit::Count && q.is_exact() && bracketed
    };
    let and = |between: std::ops::Range<usize>| between.into_iter().any(|at| page.reads(at, &["and"]));
    let gap = |a: &Quantity, b: &Quantity| a.tokens.end + 1..b.tokens.start.saturating_sub(1);
    let listed = |pair: &[Quantity]| {
        let between = gap(&pair[0], &pair[1]);
        let plain = |t: &Token| t.is_word() || t.is(',') || t.is('-') || t.kind == TokenKind::Possessive;
        let marked = is(between.start, ',') || and(between.clone());
        let close = between.len() <= MOST_BETWEEN && tokens.get(between).is_some_and(|t| t.iter().all(plain));
        pair[0].sentence == pair[1].sentence && marked && close && alone(&pair[1])
    };
    if !figures.first().is_some_and(alone) {
        return &[];
    }
    let more = figures
        .windows(2)
        .take(MOST_PARTS)
        .take_while(|pair| listed(pair))
        .count();
    let list = &figures[..=more];
    match list {
        [.., a, b] if and(gap(a, b)) => list,
        _ => &[],
    }
}

/// The number before the list that it breaks down: the only one of its sentence, and no other between the two.
fn total<'a>(page: &Page<'_>, before: &'a [Quantity], part: &Quantity) -> Option<&'a Quantity> {
    let mut counts = before.iter().rev().filter(|q| q.unit == Unit::Count);
    let total = counts
        .next()
        .filter(|q| q.sentence + BACK >= part.sentence && q.is_exact())?;
    let alone = counts.next().is_none_or(|q| q.sentence < total.sentence);
    let body = page
        .document
        .kind_of(&page.document.sentences[total.sentence])
        .is_body();
    // "The cuts will fall on": what was counted is taken up.
    let opens = page.document.sentences[part.sentence].tokens.start;
    let taken_up = total.sentence == part.sentence || page.reads(opens, &["the", "these", "they", "those"]);
    (alone && body && taken_up && total.counted.is_some()).then_some(total)
}
