//! How the copies of a row stand to each other.

use super::rows::Bare;
use super::told::{GIVEN, Sense, Told};
use crate::facts::quantity::Stem;
use crate::facts::wording;
use crate::report::comparison::{Agreement, Slot};

/// How the copies of a row stand to each other.
pub(super) fn of(row: &Bare<'_>) -> Agreement {
    let given: Vec<&Vec<&Told>> = row.copies.iter().filter(|c| !c.is_empty()).collect();
    if given.len() < 2 {
        return Agreement::One;
    }
    let mut worst = Agreement::Agree;
    for (at, one) in given.iter().enumerate() {
        for two in &given[at + 1..] {
            // Copies that tell the very same agree, whatever else each of them says of it elsewhere.
            if one.len() == two.len() && one.iter().zip(two.iter()).all(|(a, b)| a.sense.is(&b.sense)) {
                continue;
            }
            let mut best = Agreement::Differ;
            // What one copy says of who did it does not undo what it says elsewhere.
            let pairs = || one.iter().flat_map(|a| two.iter().map(move |b| (a, b)));
            if row.slot == Slot::Responsibility && pairs().any(|(a, b)| held(&a.sense, &b.sense) == Agreement::Differ) {
                return Agreement::Differ;
            }
            for (a, b) in pairs() {
                best = kinder(best, held(&a.sense, &b.sense));
            }
            if best == Agreement::Agree && each_has_its_own(one, two) {
                best = Agreement::Unlike;
            }
            worst = if kinder(worst, best) == worst { best } else { worst };
        }
    }
    worst
}

/// Has each of two copies a figure that the other lacks, whatever they share? Of two parties' votes one count
/// may be the same in both copies, and the other not.
fn each_has_its_own(one: &[&Told], two: &[&Told]) -> bool {
    let lacks = |these: &[&Told], others: &[&Told]| {
        these.iter().any(|a| {
            let figure = matches!(a.sense, Sense::Figure(_));
            figure && !others.iter().any(|b| held(&a.sense, &b.sense) == Agreement::Agree)
        })
    };
    lacks(one, two) && lacks(two, one)
}

/// The one that is nearer to agreement.
fn kinder(a: Agreement, b: Agreement) -> Agreement {
    let rank = |v: Agreement| match v {
        Agreement::Agree => 0,
        Agreement::One => 1,
        Agreement::Unlike => 2,
        Agreement::Differ => 3,
    };
    if rank(a) <= rank(b) { a } else { b }
}

/// Two values against each other.
fn held(a: &Sense, b: &Sense) -> Agreement {
    match (a, b) {
        (Sense::Figure(a), Sense::Figure(b)) if a.low <= b.high && b.low <= a.high => Agreement::Agree,
        // "Several" says little enough to be held against nothing.
        (Sense::Figure(a), Sense::Figure(b)) if a.vague || b.vague => Agreement::Unlike,
        (Sense::Figure(_), Sense::Figure(_)) | (Sense::Name, Sense::Name) => Agreement::Differ,
        (Sense::Day { weekday: a, day: c }, Sense::Day { weekday: b, day: d }) => {
            day(a.zip(*b).map(|(a, b)| a == b), c.zip(*d).map(|(c, d)| c == d))
        }
        (Sense::Terms(a), Sense::Terms(b)) => share(a, b),
        (Sense::Said(a), Sense::Said(b)) => {
            let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
            if wording::holds(short, long) {
                Agreement::Agree
            } else {
                Agreement::Differ
            }
        }
        (Sense::Stance(a), Sense::Stance(b)) => stance(a, b),
        // One list may leave out what the other names, but not each.
        (Sense::All(a), Sense::All(b)) => {
            let within = |a: &[Stem], b: &[Stem]| !a.is_empty() && a.iter().all(|s| b.contains(s));
            if within(a, b) || within(b, a) {
                Agreement::Agree
            } else {
                Agreement::Unlike
            }
        }
        // Nobody against somebody.
        (Sense::Figure(figure), Sense::Stance(_)) | (Sense::Stance(_), Sense::Figure(figure)) if figure.low > 0.0 => {
            Agreement::Differ
        }
        _ => Agreement::Unlike,
    }
}

/// Who claims an act, or is given it, cannot also have denied it or not have claimed it; and what left no damage
/// left no heavy one.
fn stance(a: &str, b: &str) -> Agreement {
    let does = |s: &str| matches!(s, "claimed" | GIVEN);
    let not = |s: &str| matches!(s, "denied" | "not claimed");
    let (little, much) = (|s: &str| matches!(s, "none" | "slight"), |s: &str| s == "heavy");
    match (a, b) {
        _ if a == b => Agreement::Agree,
        _ if (does(a) && not(b)) || (does(b) && not(a)) => Agreement::Differ,
        _ if (little(a) && much(b)) || (little(b) && much(a)) => Agreement::Differ,
        _ => Agreement::Unlike,
    }
}

/// Days that name the same sort of part agree or differ; a weekday says nothing about a date.
fn day(weekday: Option<bool>, day: Option<bool>) -> Agreement {
    match (day, weekday) {
        (Some(false), _) | (None, Some(false)) => Agreement::Differ,
        (Some(true), _) | (None, Some(true)) => Agreement::Agree,
        (None, None) => Agreement::Unlike,
    }
}

/// Two noun phrases that share a word of weight may be one thing.
fn share(a: &[Stem], b: &[Stem]) -> Agreement {
    if a.iter().any(|s| b.contains(s)) {
        Agreement::Agree
    } else {
        Agreement::Unlike
    }
}
