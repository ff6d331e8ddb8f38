//! `twice`: an amount given a second time with another value.
//!
//! Most pairs of figures for one noun are of two things (another year, another place, another part), so
//! two mentions are held for one only if the words around both are largely the same, no name or date
//! beside one speaks against the other, and no word says that the figure changed. Two shorter ways lead
//! there as well: the clause around the figure told once more in the same words, and "the $90m
//! settlement" after "a $60m settlement".

mod aligned;
mod amount;

use super::Kind;
use super::slot::{Values, sources_differ};
use crate::facts::quantity::{Quantity, Stem, Unit};
use crate::facts::relation::RelationKind;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, number};
use crate::text::phrase::Tag;
use amount::{Amount, Sort, counts, sort};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// `[check.twice]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Words in the sentence of either figure that say that it changed, is a part, or is one of several.
    update: PhrasesAsWritten,
    /// Words right beside either figure that do so where the clause itself is told twice.
    near: PhrasesAsWritten,
    /// How many words around the two must be the same.
    shared_words: usize,
    /// Which share of the words around the one with fewer that must be, 0–1.
    #[serde(deserialize_with = "number::share")]
    shared_part: f64,
    /// How many of the two words right before and right after must be the same, 0–2.
    beside: usize,
    /// How many words of the clause must stand in the same order on either side of both, for a clause that
    /// is told twice.
    aligned: usize,
    /// How many times the smaller the larger may be.
    #[serde(deserialize_with = "number::times")]
    most_times: f64,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "an amount given a second time with another value";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(TwiceCheck {
            update: compiler.phrases(&self.update),
            near: compiler.phrases(&self.near),
            settings: self,
        })
    }
}

/// Earlier amounts of one sort that each one is held against: the work must not grow with their square.
const MOST_COMPARED: usize = 24;

/// Tokens beside a figure and its noun in which a word stands near it.
const NEAR: usize = 2;
/// More pairs in one article than this are a list, not slips.
const MOST_HITS: usize = 1;
/// Values nearer than this share of the smaller are one value in two units or two roundings.
const LEAST_APART: f64 = 0.02;

#[derive(Debug)]
struct TwiceCheck {
    update: Option<Tag>,
    near: Option<Tag>,
    settings: Settings,
}

/// Paragraphs that begin with a time of day from which on an article is told entry by entry.
const MOST_CLOCKS: usize = 3;

/// Is it a running story, whose entries tell of one thing after another and are not mended?
pub(super) fn is_running(page: &Page<'_>) -> bool {
    let document = page.document;
    let clocks = page.facts.quantities.iter().filter(|q| q.unit == Unit::Clock);
    let opens = clocks.filter(|q| {
        let block = document
            .sentences
            .get(q.sentence)
            .and_then(|s| document.blocks.get(s.block));
        block.is_some_and(|b| b.tokens.start == q.tokens.start)
    });
    opens.count() >= MOST_CLOCKS
}

impl Check for TwiceCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        if is_running(page) {
            return;
        }
        let skipped = skipped(page);
        let mut sorts: FxHashMap<Sort, Vec<&Quantity>> = FxHashMap::default();
        for (number, quantity) in page.facts.quantities.iter().enumerate() {
            if skipped.contains(&number) || !counts(page, quantity) {
                continue;
            }
            if let Some(sort) = sort(quantity) {
                sorts.entry(sort).or_default().push(quantity);
            }
        }
        let first = out.len();
        // The words around an amount are read only where there is another to hold it against.
        for quantities in sorts.values().filter(|quantities| quantities.len() > 1) {
            let amounts = quantities.iter().copied().map(|q| self.amount(page, q));
            self.compare(page, &amounts.collect::<Vec<_>>(), out);
        }
        // Price lists, results and polls say one thing of many in the same words.
        if out.len() > first + MOST_HITS {
            out.truncate(first);
        }
        out.sort_by_key(|h| h.primary);
    }
}

impl TwiceCheck {
    fn amount<'a>(&self, page: &Page<'_>, quantity: &'a Quantity) -> Amount<'a> {
        let span = page.document.tokens_in(quantity.span);
        let end = quantity.counted.map_or(span.end, |c| c.token + 1);
        let beside = span.start.saturating_sub(NEAR)..end + NEAR;
        Amount {
            updated: self.update.is_some_and(|tag| page.in_sentence(tag, quantity.sentence)),
            near: self
                .near
                .is_some_and(|tag| !page.matches.within(tag, beside).is_empty()),
            ..Amount::new(page, quantity)
        }
    }

    fn compare(&self, page: &Page<'_>, amounts: &[Amount<'_>], out: &mut Vec<Hit>) {
        let values = Values::of(amounts.iter().map(|a| a.quantity));
        let times = |q: &Quantity| values.times(q.value);
        // The amounts are in text order, so those of one sentence stand next to each other.
        let alone = |q: &Quantity| {
            let first = amounts.partition_point(|a| a.quantity.sentence < q.sentence);
            amounts.get(first + 1).is_none_or(|a| a.quantity.sentence != q.sentence)
        };
        for (at, two) in amounts.iter().enumerate() {
            let earlier = amounts[at.saturating_sub(MOST_COMPARED)..at].iter();
            let best = earlier
                .clone()
                .filter(|one| self.clash(page, one, two))
                .max_by_key(|one| (shared(one, two), std::cmp::Reverse(one.quantity.span.start)));
            let best = best.filter(|one| alone(one.quantity) && alone(two.quantity));
            let once_more = || earlier.clone().rev().find(|one| self.once_more(page, one, two));
            let Some(one) = best.or_else(once_more) else {
                continue;
            };
            let (a, b) = (one.quantity, two.quantity);
            let reckoned = is_counted_on(page, a) != is_counted_on(page, b);
            if times(a).min(times(b)) == 1 && !reckoned && !are_two_counts(page, a, b) {
                out.push(Hit::pair(b.figure, a.figure));
            }
        }
    }

    /// Is the clause told once more, or the amount taken up as "the $90m settlement"?
    fn once_more(&self, page: &Page<'_>, one: &Amount<'_>, two: &Amount<'_>) -> bool {
        let (a, b) = (one.quantity, two.quantity);
        let timely = one.times.is_empty() || two.times.is_empty() || one.times == two.times;
        if !self.apart(a, b) || one.near || two.near || !timely {
            return false;
        }
        let money = matches!(a.unit, Unit::Money(_));
        let taken_up = money
            && two.definite
            && !one.definite
            && agree(&one.names, &two.names)
            && two.phrase.iter().any(|w| one.phrase.contains(w));
        // Sentences that follow each other are made alike to set two things side by side.
        let alike = shared(one, two) >= self.settings.shared_words / 2
            && agree(&one.names, &two.names)
            && b.sentence > a.sentence + 1;
        taken_up
            || (alike
                && aligned::words(page, a, b) >= self.settings.aligned
                && !sources_differ(page, a.sentence, b.sentence))
    }

    /// Are they two values of one unit, in two sentences?
    fn apart(&self, a: &Quantity, b: &Quantity) -> bool {
        // Values stand in the unit as written: two decades are 20 years.
        let apart =
            a.unit == b.unit && a.sentence != b.sentence && (a.low > b.high || b.low > a.high || a.bound == b.bound);
        let times = a.value.max(b.value) / a.value.min(b.value);
        apart && times <= self.settings.most_times && times >= 1.0 + LEAST_APART
    }

    fn clash(&self, page: &Page<'_>, one: &Amount<'_>, two: &Amount<'_>) -> bool {
        let (a, b) = (one.quantity, two.quantity);
        let disjoint = a.low > b.high || b.low > a.high;
        if one.updated || two.updated || !disjoint || !self.apart(a, b) {
            return false;
        }
        let fewer = one.around.len().min(two.around.len()).max(1);
        let common = shared(one, two);
        common >= self.settings.shared_words
            && common as f64 >= self.settings.shared_part * fewer as f64
            && beside(one, two) >= self.settings.beside
            && agree(&one.names, &two.names)
            && (one.times.is_empty() || two.times.is_empty() || one.times == two.times)
            && !sources_differ(page, a.sentence, b.sentence)
    }
}

/// Do their sentences count something else beside them, and it too twice: "eight points and five rebounds",
/// "six points and four rebounds"? Then two halves of a game are told, or two years. "Down 4 per cent" and "down 11
/// per cent" are said of two firms.
fn are_two_counts(page: &Page<'_>, a: &Quantity, b: &Quantity) -> bool {
    let percent = |q: &Quantity| q.unit == Unit::Percent;
    let beside = |q: &Quantity| {
        let own = q.tokens.start;
        let all = page.facts.quantities_in(q.sentence..q.sentence + 1).iter();
        all.filter(move |other| other.tokens.start != own && (other.counted.is_some() || percent(other)))
    };
    beside(a).take(MOST_COMPARED).any(|one| {
        let like = |two: &&Quantity| {
            percent(one) && percent(two) || one.counted.zip(two.counted).is_some_and(|(x, y)| x.head == y.head)
        };
        beside(b)
            .take(MOST_COMPARED)
            .filter(like)
            .any(|two| !one.same_value(two))
    })
}

/// Is it counted on from something told before: "nine minutes later"? "After 10 minutes" is counted from the start.
fn is_counted_on(page: &Page<'_>, figure: &Quantity) -> bool {
    page.reads(figure.tokens.end, &["later", "earlier"])
}

/// May the two lists be of one thing: one is empty, or they have a word in common?
fn agree(one: &[Stem], other: &[Stem]) -> bool {
    one.is_empty() || other.is_empty() || one.iter().any(|w| other.contains(w))
}

fn shared(one: &Amount<'_>, two: &Amount<'_>) -> usize {
    one.around
        .iter()
        .filter(|w| two.around.binary_search(w).is_ok())
        .count()
}

/// How many of the words right beside the two are the same.
fn beside(one: &Amount<'_>, two: &Amount<'_>) -> usize {
    let pairs = one.beside.iter().zip(&two.beside);
    pairs.filter(|(a, b)| a.is_some() && a == b).count()
}

/// The numbers of the figures that are a part of something, or that give another in a second unit.
fn skipped(page: &Page<'_>) -> FxHashSet<usize> {
    let relations = page.facts.relations.iter();
    relations
        .flat_map(|r| match r.kind {
            RelationKind::PartOf | RelationKind::Including => vec![r.one, r.other],
            RelationKind::Restated => vec![r.other],
        })
        .collect()
}
