//! What is not told as it was.
//!
//! A thing changed where an edited sentence has another in its place; it is gone, or new, where the other
//! draft tells it nowhere. A figure that was mended in one place and still stands in another is the slip
//! that a second draft makes most easily, so each change says where the old words still stand.

use super::sentences;
use super::told::{Told, told, words};
use crate::engine::place::Places;
use crate::engine::{Reading, voiced};
use crate::facts::wording;
use crate::report::comparison::Value;
use crate::report::difference::{Change, How, Sort};
use rustc_hash::{FxHashMap, FxHashSet};

/// Least share of the shorter quotation's words that come back in order in another wording of it. Less than in copies of
/// two papers, which may quote two sentences of one speech: a draft rewrites the sentences of the one before it.
const LEAST_SAID: f64 = 0.6;
/// Quotations that are looked through for another wording, one against each other.
const MOST_SAID: usize = 100;

/// A draft: what was read, what it tells, and where.
struct Side<'a> {
    reading: &'a Reading,
    places: Places<'a>,
    told: Vec<Told>,
    /// The first that tells each thing.
    first: FxHashMap<(Sort, String), usize>,
    /// For each sentence what it tells, by number.
    by_sentence: Vec<Vec<usize>>,
}

impl<'a> Side<'a> {
    fn new((reading, places): (&'a Reading, Places<'a>)) -> Self {
        let told = told(reading);
        let mut first = FxHashMap::default();
        let mut by_sentence = vec![Vec::new(); reading.document.sentences.len()];
        for (number, one) in told.iter().enumerate() {
            first.entry((one.sort, one.same.clone())).or_insert(number);
            if let Some(list) = by_sentence.get_mut(one.sentence) {
                list.push(number);
            }
        }
        Self {
            reading,
            places,
            told,
            first,
            by_sentence,
        }
    }

    fn tells(&self, one: &Told) -> Option<usize> {
        self.first.get(&(one.sort, one.same.clone())).copied()
    }

    fn value(&mut self, number: usize) -> Value {
        let told = &self.told[number];
        voiced::value(self.reading, &mut self.places, told.span, told.shown)
    }

    fn sentences(&self) -> Vec<Vec<String>> {
        let document = &self.reading.document;
        document.sentences.iter().map(|s| words(document, s.span)).collect()
    }
}

/// A change, by the numbers of what is told: which of the old draft, which of the new.
#[derive(Clone, Copy)]
struct Bare {
    how: How,
    old: Option<usize>,
    new: Option<usize>,
}

/// All changes, by sort, then by their place in the new draft, or in the old one where they are gone.
pub(super) fn of(old: (&Reading, Places<'_>), new: (&Reading, Places<'_>)) -> Vec<Change> {
    let (mut old, mut new) = (Side::new(old), Side::new(new));
    let (before, after) = (old.sentences(), new.sentences());
    let became = sentences::align(&before, &after);
    let mut found = Vec::new();
    let mut settled = (FxHashSet::default(), FxHashSet::default());
    for (number, other) in became.iter().enumerate() {
        let Some(other) = other.filter(|other| before[number] != after[*other]) else {
            continue;
        };
        for sort in Sort::ALL {
            for (o, n) in pairs(&old, &new, number, other, sort) {
                settled.0.insert(o);
                settled.1.insert(n);
                found.push(Bare {
                    how: How::Changed,
                    old: Some(o),
                    new: Some(n),
                });
            }
        }
    }
    let gone = unknown(&old, &new, &settled.0);
    let added = unknown(&new, &old, &settled.1);
    let reworded = reworded(&old, &new, &gone, &added);
    let rewords = |at: usize, one: bool| reworded.iter().any(|(o, n)| if one { *o == at } else { *n == at });
    let lone = |how, old, new| Bare { how, old, new };
    found.extend(reworded.iter().map(|(o, n)| lone(How::Changed, Some(*o), Some(*n))));
    found.extend(
        gone.iter()
            .filter(|o| !rewords(**o, true))
            .map(|o| lone(How::Gone, Some(*o), None)),
    );
    found.extend(
        added
            .iter()
            .filter(|n| !rewords(**n, false))
            .map(|n| lone(How::Added, None, Some(*n))),
    );
    let mut out: Vec<Change> = once(&old, &new, found)
        .into_iter()
        .map(|bare| dress(bare, &mut old, &mut new))
        .collect();
    out.extend(speakers(&mut old, &mut new));
    // A stable sort: what is gone stands behind what is there.
    out.sort_by_key(|c| {
        (
            c.sort,
            c.new.is_none(),
            c.new.as_ref().or(c.old.as_ref()).map(|v| v.place.start),
        )
    });
    out
}

/// What stands in one sentence for what stood in the other: of one thing first, then in order.
fn pairs(old: &Side<'_>, new: &Side<'_>, from: usize, to: usize, sort: Sort) -> Vec<(usize, usize)> {
    let only = |one: &Side<'_>, at: usize, two: &Side<'_>, other: usize| -> Vec<usize> {
        let there: FxHashSet<&str> = two.by_sentence[other]
            .iter()
            .map(|n| two.told[*n].same.as_str())
            .collect();
        let here = one.by_sentence[at].iter().copied();
        here.filter(|n| one.told[*n].sort == sort && !there.contains(one.told[*n].same.as_str()))
            .collect()
    };
    let olds = only(old, from, new, to);
    let mut news = only(new, to, old, from);
    let mut out = Vec::new();
    for o in &olds {
        let like = |n: &usize| stands_for(&old.told[*o], &new.told[*n]);
        if let Some(at) = news.iter().position(like) {
            out.push((*o, news.remove(at)));
        }
    }
    out
}

/// Can the one stand in the other's place?
fn stands_for(old: &Told, new: &Told) -> bool {
    match old.sort {
        // Of "12 crews" and "140 residents" neither stands for the other.
        Sort::Figure => old.of == new.of,
        Sort::Day => true,
        // A surname for a full name, and the other way round, is the same bearer; a town stands for no person.
        Sort::Name => {
            let sorts = old.of == new.of || old.of.is_empty() || new.of.is_empty();
            sorts && !is_part(&old.same, &new.same) && !is_part(&new.same, &old.same)
        }
        Sort::Quotation => is_reworded(old, new),
    }
}

/// Do the words of the one stand in the other?
fn is_part(short: &str, long: &str) -> bool {
    let long: Vec<&str> = long.split(' ').collect();
    short.split(' ').all(|word| long.contains(&word))
}

fn is_reworded(old: &Told, new: &Told) -> bool {
    let split = |t: &Told| -> Vec<String> { t.same.split(' ').map(str::to_owned).collect() };
    let (a, b) = (split(old), split(new));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    wording::is_alike(short, long, LEAST_SAID)
}

/// What one draft tells and the other nowhere; each once.
fn unknown(one: &Side<'_>, other: &Side<'_>, settled: &FxHashSet<usize>) -> Vec<usize> {
    let parts: FxHashSet<&str> = other
        .told
        .iter()
        .filter(|t| t.sort == Sort::Name)
        .flat_map(|t| t.same.split(' '))
        .collect();
    let known = |t: &Told| {
        let named = t.sort == Sort::Name && t.same.split(' ').all(|w| parts.contains(w));
        named || other.tells(t).is_some()
    };
    let numbers = (0..one.told.len()).filter(|n| !settled.contains(n) && !known(&one.told[*n]));
    numbers.filter(|n| one.tells(&one.told[*n]) == Some(*n)).collect()
}

/// Quotations that are gone here and stand in other words there, in sentences that are not alike.
fn reworded(old: &Side<'_>, new: &Side<'_>, gone: &[usize], added: &[usize]) -> Vec<(usize, usize)> {
    let said = |side: &Side<'_>, list: &[usize]| -> Vec<usize> {
        let quoted = list.iter().copied().filter(|n| side.told[*n].sort == Sort::Quotation);
        quoted.take(MOST_SAID).collect()
    };
    let mut free = said(new, added);
    let mut out = Vec::new();
    for o in said(old, gone) {
        if let Some(at) = free.iter().position(|n| is_reworded(&old.told[o], &new.told[*n])) {
            out.push((o, free.remove(at)));
        }
    }
    out
}

/// The same change in several places is told once.
fn once(old: &Side<'_>, new: &Side<'_>, found: Vec<Bare>) -> Vec<Bare> {
    let mut seen = FxHashSet::default();
    let same = |side: &Side<'_>, at: Option<usize>| at.map(|n| (side.told[n].sort, side.told[n].same.clone()));
    let mut out = found;
    out.retain(|b| seen.insert((same(old, b.old), same(new, b.new))));
    out
}

fn dress(bare: Bare, old: &mut Side<'_>, new: &mut Side<'_>) -> Change {
    let sort = bare
        .old
        .map(|n| old.told[n].sort)
        .or(bare.new.map(|n| new.told[n].sort));
    let still = bare.old.filter(|n| old.told[*n].telling && bare.how == How::Changed);
    let still = still.and_then(|n| new.tells(&old.told[n])).map(|n| new.told[n].shown);
    Change {
        sort: sort.unwrap_or(Sort::Figure),
        how: bare.how,
        old: bare.old.map(|n| old.value(n)),
        new: bare.new.map(|n| new.value(n)),
        still: still.map(|span| new.places.of(span)),
    }
}

/// Quotations that stand as they were, on another's word.
fn speakers(old: &mut Side<'_>, new: &mut Side<'_>) -> Vec<Change> {
    let mut out = Vec::new();
    for n in 0..new.told.len() {
        let one = &new.told[n];
        let here = one.sort == Sort::Quotation && new.tells(one) == Some(n);
        let Some(o) = old.tells(one).filter(|_| here) else {
            continue;
        };
        let (was, is) = (old.value(o), new.value(n));
        let last = |v: &Value| {
            v.who
                .as_ref()
                .and_then(|w| w.split(' ').next_back().map(str::to_lowercase))
        };
        if last(&was).zip(last(&is)).is_some_and(|(a, b)| a != b) {
            out.push(Change {
                sort: Sort::Quotation,
                how: How::Speaker,
                old: Some(was),
                new: Some(is),
                still: None,
            });
        }
    }
    out
}
