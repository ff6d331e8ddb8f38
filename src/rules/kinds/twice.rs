//! `twice`: an amount given a second time with another value.
//!
//! Most pairs of figures for one noun are of two things (another year, another place, another part), so
//! two mentions are held for one only if the words around both are largely the same, no name or date
//! beside one speaks against the other, and no word says that the figure changed.

use super::Kind;
use super::slot::{Values, sources_differ};
use crate::facts::Class;
use crate::facts::quantity::{Bound, Currency, Dimension, Quantity, Stem, Unit};
use crate::facts::relation::RelationKind;
use crate::rules::Spanned;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::phrase::Tag;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::hash::Hash;

/// `[check.twice]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Words near either figure that say that it changed, is a part, or is one of several.
    update: Vec<Spanned<String>>,
    /// How many words around the two must be the same.
    shared_words: usize,
    /// Which share of the words around the one with fewer that must be, 0–1.
    shared_part: f64,
    /// How many of the two words right before and right after must be the same, 0–2.
    beside: usize,
    /// How many times the smaller the larger may be.
    most_times: f64,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "an amount given a second time with another value";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(TwiceCheck {
            update: compiler.phrases(&self.update),
            settings: self,
        })
    }
}

/// Content words read on each side of a figure: its noun phrase, its verb and what that governs.
const AROUND: usize = 6;
/// Earlier amounts of one sort that each one is held against: the work must not grow with their square.
const MOST_COMPARED: usize = 24;

/// More pairs in one article than this are a list, not slips.
const MOST_HITS: usize = 1;
/// Values nearer than this share of the smaller are one value in two units or two roundings.
const LEAST_APART: f64 = 0.02;

#[derive(Debug)]
struct TwiceCheck {
    update: Option<Tag>,
    settings: Settings,
}

/// Paragraphs that begin with a time of day from which on an article is told entry by entry.
const MOST_CLOCKS: usize = 3;

/// Is it a running story, whose entries tell of one thing after another and are not mended?
fn is_running(page: &Page<'_>) -> bool {
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

/// What an amount is an amount of: figures with two sorts are never held against each other.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Sort {
    Counted(Stem),
    Money(Currency),
    Measured(Dimension),
}

struct Amount<'a> {
    quantity: &'a Quantity,
    around: Vec<Stem>,
    /// The content words right before it and right after it with its noun.
    beside: [Option<Stem>; 2],
    names: Vec<Stem>,
    times: Vec<Stem>,
}

impl Check for TwiceCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        if is_running(page) {
            return;
        }
        let skipped = skipped(page);
        let mut sorts: FxHashMap<Sort, Vec<&Quantity>> = FxHashMap::default();
        for (number, quantity) in page.facts.quantities.iter().enumerate() {
            if skipped.contains(&number) || !self.counts(page, quantity) {
                continue;
            }
            if let Some(sort) = sort(quantity) {
                sorts.entry(sort).or_default().push(quantity);
            }
        }
        let first = out.len();
        // The words around an amount are read only where there is another to hold it against.
        for quantities in sorts.values().filter(|quantities| quantities.len() > 1) {
            let amounts = quantities.iter().map(|quantity| Amount::new(page, quantity));
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
    fn counts(&self, page: &Page<'_>, quantity: &Quantity) -> bool {
        let sentence = page.document.sentences.get(quantity.sentence);
        let updated = self.update.is_some_and(|tag| page.in_sentence(tag, quantity.sentence));
        sentence.is_some() && !updated && !matches!(quantity.bound, Bound::Vague | Bound::Range) && quantity.value > 1.0
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
                .filter(|one| self.clash(page, one, two))
                .max_by_key(|one| (shared(one, two), std::cmp::Reverse(one.quantity.span.start)));
            let Some(one) = best else { continue };
            let (a, b) = (one.quantity, two.quantity);
            if times(a).min(times(b)) == 1 && alone(a) && alone(b) {
                out.push(Hit::pair(b.figure, a.figure));
            }
        }
    }

    fn clash(&self, page: &Page<'_>, one: &Amount<'_>, two: &Amount<'_>) -> bool {
        let (a, b) = (one.quantity, two.quantity);
        // Values stand in the unit as written: two decades are 20 years.
        let apart = a.unit == b.unit && a.sentence != b.sentence && (a.low > b.high || b.low > a.high);
        let times = a.value.max(b.value) / a.value.min(b.value);
        if !apart || times > self.settings.most_times || times < 1.0 + LEAST_APART {
            return false;
        }
        let fewer = one.around.len().min(two.around.len()).max(1);
        let common = shared(one, two);
        common >= self.settings.shared_words
            && common as f64 >= self.settings.shared_part * fewer as f64
            && beside(one, two) >= self.settings.beside
            && agree(&one.names, &two.names)
            && (one.times.is_empty() || two.times.is_empty() || one.times == two.times)
            && !sources_differ(page, a, b)
    }
}

fn sort(quantity: &Quantity) -> Option<Sort> {
    match quantity.unit {
        Unit::Count => quantity.counted.filter(|c| !c.further).map(|c| Sort::Counted(c.head)),
        Unit::Money(currency) => Some(Sort::Money(currency)),
        Unit::Measure(measure) => Some(Sort::Measured(measure.dimension)),
        _ => None,
    }
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

impl<'a> Amount<'a> {
    fn new(page: &Page<'_>, quantity: &'a Quantity) -> Self {
        let tokens = &page.document.tokens;
        let own = quantity.counted.map_or(usize::MAX, |c| c.token);
        let sentence = page
            .document
            .sentences
            .get(quantity.sentence)
            .map_or(0..0, |s| s.tokens.clone());
        let grammar = [Class::FigureStop, Class::NumberWord, Class::Month, Class::Weekday];
        let tells = |i: &usize| {
            let token = &tokens[*i];
            *i != own && token.is_word() && token.span.len() > 3 && !page.lexicon.any(token.word, &grammar)
        };
        let after = (quantity.tokens.end..sentence.end).filter(tells).take(AROUND);
        let before = (sentence.start..quantity.tokens.start).rev().filter(tells).take(AROUND);
        let stem = |i: usize| Stem::of(page.words(tokens[i].span));
        let end = quantity.counted.map_or(quantity.tokens.end, |c| c.token + 1);
        let beside = [
            (sentence.start..quantity.tokens.start).rev().find(tells).map(stem),
            (end..sentence.end).find(tells).map(stem),
        ];
        let mut around: Vec<Stem> = after.chain(before).map(stem).collect();
        around.sort_unstable();
        around.dedup();
        let names = sentence.clone().skip(1).filter(|i| tokens[*i].is_capitalised());
        let names = names.filter(|i| tells(i)).map(stem).collect();
        let is_time = |i: &usize| {
            page.lexicon.any(tokens[*i].word, &[Class::Month, Class::Weekday])
                || (tokens[*i].span.len() == 4 && page.words(tokens[*i].span).parse::<u16>().is_ok())
        };
        let mut times: Vec<Stem> = sentence.filter(is_time).map(stem).collect();
        times.sort_unstable();
        times.dedup();
        Self {
            quantity,
            around,
            beside,
            names,
            times,
        }
    }
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
