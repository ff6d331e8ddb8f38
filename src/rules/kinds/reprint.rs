//! `reprint`: a sentence that stands in the article twice, with another figure the second time.
//!
//! Abstracts, captions, headlines left at the head of the copy and paragraphs pasted twice are mended in one
//! place and forgotten in the other. Two figures are held against each other only if the words around them
//! run alike for so long that nobody writes them twice by chance.

use super::Kind;
use super::twice::is_running;
use crate::facts::quantity::{Quantity, Unit};
use crate::rules::{Check, Compiler, Hit, Page};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// `[check.reprint]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// How many words around the two figures must run alike, within their sentences.
    alike: usize,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a sentence printed twice, with another figure the second time";

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ReprintCheck(self))
    }
}

/// Tokens right before or right after a figure by which its like is looked up.
const KEY: usize = 4;
/// Tokens on either side of a figure that are compared: what runs alike so far is one text.
const REACH: usize = 40;
/// Figures with one key that are held against a later one: the work must not grow with their square.
const MOST_COMPARED: usize = 3;
/// More such pairs in one article are a table or a form, whose rows are alike by design.
const MOST_HITS: usize = 2;

#[derive(Debug)]
struct ReprintCheck(Settings);

impl Check for ReprintCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        if is_running(page) {
            return;
        }
        let mut known: FxHashMap<(Side, u64), Vec<usize>> = FxHashMap::default();
        let quantities = &page.facts.quantities;
        let first = out.len();
        for (number, quantity) in quantities.iter().enumerate() {
            if !is_held(quantity) || is_row(page, quantity) {
                continue;
            }
            let mut found = None;
            for side in [Side::Before, Side::After] {
                let Some(key) = key(page, quantity, side) else { continue };
                let earlier = known.entry((side, key)).or_default();
                let last = earlier.iter().rev().take(MOST_COMPARED);
                let mut likes = last.map(|n| &quantities[*n]);
                found = found.or_else(|| likes.find(|one| self.is_reprint(page, one, quantity)));
                earlier.push(number);
            }
            if let Some(one) = found.filter(|one| !one.same_value(quantity)) {
                out.push(Hit::pair(quantity.figure, one.figure));
            }
        }
        if out.len() > first + MOST_HITS {
            out.truncate(first);
        }
    }
}

/// Figures of a sentence from which on it is a row of amounts: a recipe, a line of a table.
const ROW: usize = 6;

fn is_row(page: &Page<'_>, quantity: &Quantity) -> bool {
    page.facts.quantities_in(quantity.sentence..quantity.sentence + 1).len() >= ROW
}

/// On which side of a figure its key stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Side {
    Before,
    After,
}

/// Is it a figure that a second printing repeats? Clock times and scores stand in programmes and tables.
fn is_held(quantity: &Quantity) -> bool {
    quantity.is_amount() || matches!(quantity.unit, Unit::Name | Unit::Age | Unit::Year)
}

/// The hash of the tokens right before or after a figure, if its sentence has so many there.
fn key(page: &Page<'_>, quantity: &Quantity, side: Side) -> Option<u64> {
    let sentence = page.document.sentences.get(quantity.sentence)?.tokens.clone();
    let tokens = match side {
        Side::Before => quantity.tokens.start.checked_sub(KEY)?..quantity.tokens.start,
        Side::After => quantity.tokens.end..quantity.tokens.end + KEY,
    };
    if tokens.start < sentence.start || tokens.end > sentence.end {
        return None;
    }
    let mut hasher = rustc_hash::FxHasher::default();
    for token in &page.document.tokens[tokens] {
        for byte in page.words(token.span).bytes() {
            byte.to_ascii_lowercase().hash(&mut hasher);
        }
        0xff_u8.hash(&mut hasher);
    }
    Some(hasher.finish())
}

impl ReprintCheck {
    fn is_reprint(&self, page: &Page<'_>, one: &Quantity, other: &Quantity) -> bool {
        let sentence = |q: &Quantity| page.document.sentences[q.sentence].tokens.clone();
        let (a, b) = (sentence(one), sentence(other));
        if one.sentence == other.sentence {
            return false;
        }
        let tokens = &page.document.tokens;
        let same = |(i, j): &(usize, usize)| {
            page.words(tokens[*i].span)
                .eq_ignore_ascii_case(page.words(tokens[*j].span))
        };
        let pairs_before = (a.start..one.tokens.start)
            .rev()
            .zip((b.start..other.tokens.start).rev());
        let pairs_after = (one.tokens.end..a.end).zip(other.tokens.end..b.end);
        let before: Vec<(usize, usize)> = pairs_before.take(REACH).take_while(same).collect();
        let after: Vec<(usize, usize)> = pairs_after.take(REACH).take_while(same).collect();
        let words = before
            .iter()
            .chain(&after)
            .filter(|(i, _)| tokens[*i].is_word())
            .count();
        // What stands beyond on both sides may say of which year or of whom each of the two is.
        let (l, r) = (before.len(), after.len());
        let beyond = |q: &Quantity, s: &Range<usize>| [s.start..q.tokens.start - l, q.tokens.end + r..s.end];
        let other_thing = beyond(one, &a)
            .into_iter()
            .zip(beyond(other, &b))
            .any(|(x, y)| has_figure(page, x) && has_figure(page, y));
        words >= self.0.alike && !other_thing
    }
}

/// Does a figure or a date stand in a run of tokens?
fn has_figure(page: &Page<'_>, tokens: Range<usize>) -> bool {
    let quantities = &page.facts.quantities;
    let first = quantities.partition_point(|q| q.tokens.start < tokens.start);
    quantities.get(first).is_some_and(|q| q.tokens.start < tokens.end)
}
