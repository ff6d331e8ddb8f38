//! What became of each of a number of people: "Of the 14, eight were discharged, four remain in hospital and one died".

use super::are_meant;
use crate::facts::quantity::Quantity;
use crate::rules::Page;
use crate::text::phrase::Tag;

/// Fewer parts leave some out: "Of the 14, eight were discharged and one died".
const LEAST_PARTS: usize = 3;
/// Tokens from a part to what became of it: "four of them", "one other man".
const REACH: usize = 3;

/// Does each part have an outcome that excludes those of the others, the last one joined by "and", in a sentence that
/// leaves nobody out?
pub(super) fn are_all(
    page: &Page<'_>,
    outcomes: Option<Tag>,
    open: Option<Tag>,
    total: &Quantity,
    parts: &[&Quantity],
) -> bool {
    let Some(outcomes) = outcomes.filter(|_| parts.len() >= LEAST_PARTS) else {
        return false;
    };
    let told = |p: &&Quantity| {
        let end = p.tokens.end;
        !page.matches.within(outcomes, end..end + REACH).is_empty()
    };
    let start = parts[parts.len() - 1].tokens.start;
    let joined = start.checked_sub(1).is_some_and(|at| page.reads(at, &["and"]));
    let tokens = page
        .document
        .sentences
        .get(total.sentence)
        .map_or(0..0, |s| s.tokens.clone());
    let is_open = open.is_some_and(|tag| !page.matches.within(tag, tokens).is_empty());
    let sum: f64 = parts.iter().map(|p| p.value).sum();
    are_meant(total, sum) && joined && !is_open && parts.iter().all(told)
}
