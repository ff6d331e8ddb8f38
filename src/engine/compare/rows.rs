//! Rows of a story: the same thing in each copy, and how the copies stand to each other. All sorts of rows stand here
//! together, so that none is made twice.

use super::told::{Copy, GIVEN, Sense, Told, push};
use super::verdict;
use crate::facts::quantity::Unit;
use crate::facts::wording;
use crate::report::comparison::{Agreement, Slot};
use crate::text::one_line;
use rustc_hash::FxHashMap;

/// A row whose values are still spans of their copies.
pub(super) struct Bare<'a> {
    pub slot: Slot,
    pub name: String,
    pub verdict: Agreement,
    pub copies: Vec<Vec<&'a Told>>,
}

/// Least share of the shorter quotation's words that come back in order in another wording of it: below it two papers may
/// quote two sentences of one speech. (Two drafts of one story need less.)
const LEAST_SAID: f64 = 0.7;
/// Words around two figures of one unit that must be the same for them to be of one thing.
const LEAST_NEAR: usize = 3;
/// Rows of one sort, and names of one copy, that are looked through: no reader gets further.
const MOST_ROWS: usize = 200;
/// Letters of a surname from which one letter of difference is more likely a slip than another name.
const LEAST_LETTERS: usize = 6;

/// The rows of a story in the order of their slots, then of their first value.
pub(super) fn rows<'a>(told: &'a [Vec<Told>], copies: &[&Copy<'_>]) -> Vec<Bare<'a>> {
    let mut out = by_name(told);
    nobody(&mut out, copies);
    out.extend(figures(told, copies));
    out.extend(quotations(told));
    out.extend(names(told, copies));
    out.retain(|row| {
        let several = row.copies.iter().filter(|c| !c.is_empty()).count() > 1;
        several
            || matches!(
                row.slot,
                Slot::Quotation
                    | Slot::Responsibility
                    | Slot::Toll
                    | Slot::Target
                    | Slot::Damage
                    | Slot::Taken
                    | Slot::Venue
            )
    });
    for row in &mut out {
        row.verdict = verdict::of(row);
    }
    // A stable sort: within a slot the order of the text stays.
    out.sort_by_key(|row| row.slot);
    out
}

fn bare<'a>(slot: Slot, name: &str, copies: usize) -> Bare<'a> {
    Bare {
        slot,
        name: name.to_owned(),
        verdict: Agreement::One,
        copies: vec![Vec::new(); copies],
    }
}

/// Values that say themselves which row they belong to.
fn by_name(told: &[Vec<Told>]) -> Vec<Bare<'_>> {
    let mut rows: Vec<Bare<'_>> = Vec::new();
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    for (copy, told_here) in told.iter().enumerate() {
        for one in told_here.iter().filter(|t| !t.row.is_empty()) {
            let number = *numbers.entry(&one.row).or_insert_with(|| {
                rows.push(bare(one.slot, &one.row, told.len()));
                rows.len() - 1
            });
            push(&mut rows[number].copies[copy], one);
        }
    }
    merge_bare(&mut rows);
    // That a copy calls the act somebody's own says something only where another copy doubts it.
    rows.retain(|r| r.slot != Slot::Responsibility || r.copies.iter().flatten().any(|t| !is_given(&t.sense)));
    rows
}

/// Nouns that mean the dead and the hurt alike.
const ALL_TOLLS: [&str; 2] = ["casualties", "victims"];

/// "No casualties" stands against each toll that another copy gives, "no deaths" against that of the dead.
fn nobody(rows: &mut [Bare<'_>], copies: &[&Copy<'_>]) {
    let none = rows
        .iter()
        .find(|r| r.slot == Slot::Toll && r.copies.iter().flatten().all(|t| is_none(&t.sense)));
    let Some(none) = none.map(|r| r.copies.clone()) else {
        return;
    };
    let Some(words) = copies.first().map(|c| c.words) else {
        return;
    };
    for figure in words.figure.iter().filter(|f| f.toll) {
        let Some(row) = rows.iter_mut().find(|r| r.slot == Slot::Toll && r.name == figure.name) else {
            continue;
        };
        for (values, none) in row.copies.iter_mut().zip(&none).filter(|(values, _)| values.is_empty()) {
            let speaks = |t: &&&Told| matches!(&t.sense, Sense::Stance(noun) if ALL_TOLLS.contains(&noun.as_str()) || figure.after.contains(noun));
            values.extend(none.iter().find(speaks));
        }
    }
}

fn is_none(sense: &Sense) -> bool {
    matches!(sense, Sense::Stance(_))
}

/// "One got through" speaks of the drones that another copy counts: where one row alone has a noun, the row
/// without joins it.
fn merge_bare(rows: &mut Vec<Bare<'_>>) {
    let counts = |row: &Bare<'_>| row.slot == Slot::Count;
    let mut at = 0;
    while at < rows.len() {
        let ending = format!(" {}", rows[at].name);
        let mut with_noun = (0..rows.len()).filter(|i| counts(&rows[*i]) && rows[*i].name.ends_with(&ending));
        let (only, second) = (with_noun.next(), with_noun.next());
        let Some(noun) = only.filter(|_| counts(&rows[at]) && second.is_none()) else {
            at += 1;
            continue;
        };
        let bare = std::mem::take(&mut rows[at].copies);
        for (values, more) in rows[noun].copies.iter_mut().zip(bare) {
            for one in more {
                push(values, one);
            }
        }
        rows.remove(at);
    }
}

fn is_given(sense: &Sense) -> bool {
    matches!(sense, Sense::Stance(stance) if stance == GIVEN)
}

/// Figures that no words name: of one unit and noun, in like words.
fn figures<'a>(told: &'a [Vec<Told>], copies: &[&Copy<'_>]) -> Vec<Bare<'a>> {
    let mut rows: Vec<(Bare<'a>, &'a Told)> = Vec::new();
    for (copy, told_here) in told.iter().enumerate() {
        let mut bare_figures: Vec<&Told> = told_here
            .iter()
            .filter(|t| t.row.is_empty() && matches!(t.sense, Sense::Figure(_)))
            .collect();
        // A price that fell from $20 to $15 has two figures in the same words: each goes to its like first.
        bare_figures.retain(|one| {
            let free = |row: &Bare<'_>| row.copies[copy].is_empty();
            let likes = rows
                .iter_mut()
                .filter(|(row, first)| free(row) && first.sense.is(&one.sense));
            let likes = likes.filter_map(|(row, first)| Some((same_thing(first, one)?, row)));
            let Some((_, row)) = likes.rev().max_by_key(|(shared, _)| *shared) else {
                return true;
            };
            push(&mut row.copies[copy], one);
            false
        });
        for one in bare_figures {
            let best = rows.iter_mut().filter(|(row, _)| row.copies[copy].is_empty());
            let best = best
                .filter_map(|(row, first)| Some((same_thing(first, one)?, row)))
                .max_by_key(|(shared, _)| *shared);
            if let Some((_, row)) = best {
                push(&mut row.copies[copy], one);
            } else if rows.len() < MOST_ROWS {
                let words = copies.get(copy).map_or("", |c| c.reading.document.words(one.span));
                let mut row = bare(one.slot, words, told.len());
                row.copies[copy].push(one);
                rows.push((row, one));
            }
        }
    }
    let rows = rows.into_iter().map(|(mut row, first)| {
        let copy = row.copies.iter().position(|c| !c.is_empty());
        let named = if matches!(&first.sense, Sense::Figure(f) if f.unit == Unit::Count) {
            first.shown
        } else {
            first.span
        };
        let words = copy
            .and_then(|c| copies.get(c))
            .map_or("", |c| c.reading.document.words(named));
        let noun = words.trim_start_matches(|c: char| !c.is_alphabetic());
        row.name = if noun.is_empty() {
            words.to_owned()
        } else {
            one_line(noun)
        };
        row
    });
    rows.collect()
}

/// How many words around them two figures of one unit share, if they may be of one thing.
fn same_thing(one: &Told, two: &Told) -> Option<usize> {
    let (Sense::Figure(one), Sense::Figure(two)) = (&one.sense, &two.sense) else {
        return None;
    };
    let shared =
        one.near.iter().filter(|s| two.near.binary_search(s).is_ok()).count() + usize::from(one.head.is_some());
    (one.unit == two.unit && one.head == two.head && shared >= LEAST_NEAR).then_some(shared)
}

/// One row for each thing said, whatever its wording.
fn quotations(told: &[Vec<Told>]) -> Vec<Bare<'_>> {
    let mut rows: Vec<Bare<'_>> = Vec::new();
    for (copy, told_here) in told.iter().enumerate() {
        for one in told_here {
            let Sense::Said(words) = &one.sense else { continue };
            let alike = |row: &Bare<'_>| {
                row.copies.iter().flatten().any(|other| match &other.sense {
                    Sense::Said(other) => is_one_saying(words, other),
                    _ => false,
                })
            };
            match rows.iter().position(alike) {
                Some(at) => push(&mut rows[at].copies[copy], one),
                None if rows.len() < MOST_ROWS => {
                    let mut row = bare(Slot::Quotation, "said", told.len());
                    row.copies[copy].push(one);
                    rows.push(row);
                }
                None => {}
            }
        }
    }
    rows
}

fn is_one_saying(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    wording::holds(short, long) || wording::is_alike(short, long, LEAST_SAID)
}

/// Surnames that are one letter apart, each in copies that do not know the other.
fn names<'a>(told: &'a [Vec<Told>], copies: &[&Copy<'_>]) -> Vec<Bare<'a>> {
    let named = |copy: usize| {
        told[copy]
            .iter()
            .filter(|t| matches!(t.sense, Sense::Name))
            .take(MOST_ROWS)
    };
    let words = |copy: usize, one: &Told| copies[copy].reading.document.words(one.span).to_owned();
    let mut rows: Vec<Bare<'a>> = Vec::new();
    for two in 1..told.len() {
        for one in 0..two {
            for a in named(one) {
                for b in named(two) {
                    let (x, y) = (words(one, a), words(two, b));
                    if !is_slip(&x, &y)
                        || copies[one].reading.document.text.contains(&y)
                        || copies[two].reading.document.text.contains(&x)
                    {
                        continue;
                    }
                    let known = |row: &Bare<'a>| {
                        row.copies
                            .iter()
                            .flatten()
                            .any(|t| std::ptr::eq(*t, a) || std::ptr::eq(*t, b))
                    };
                    let at = rows.iter().position(known).unwrap_or(rows.len());
                    if at == rows.len() {
                        rows.push(bare(Slot::Name, &x, told.len()));
                    }
                    let row = &mut rows[at];
                    for (copy, value) in [(one, a), (two, b)] {
                        if row.copies[copy].is_empty() {
                            row.copies[copy].push(value);
                        }
                    }
                }
            }
        }
    }
    rows
}

/// Is it one name, spelt in two ways: the same but for one word that is one letter off?
fn is_slip(x: &str, y: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (x.split_whitespace().collect(), y.split_whitespace().collect());
    let mut unlike = a.iter().zip(&b).filter(|(p, q)| p != q);
    let (first, second) = (unlike.next(), unlike.next());
    a.len() == b.len()
        && second.is_none()
        && first.is_some_and(|(p, q)| {
            p.len() >= LEAST_LETTERS && strsim::osa_distance(p, q) == 1 && !p.ends_with('s') && !q.ends_with('s')
        })
}
