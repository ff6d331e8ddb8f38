//! How the words around a figure narrow it: "at least", "about", "10 to 12".

use super::number::{self, Form, Number};
use super::scan::Scan;

/// How the words around a figure narrow it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Bound {
    /// Just so many.
    #[default]
    Exact,
    /// About, around, some, roughly.
    About,
    /// Nearly, almost, just under.
    Under,
    /// At least, more than, over.
    AtLeast,
    /// Up to, as many as, fewer than.
    AtMost,
    /// Between two figures.
    Range,
    /// Dozens, several, a handful.
    Vague,
}

/// "About" may be this far off: editors round to one or two figures, and 0.85–1.15 holds 87 as "about 100".
const ABOUT: f64 = 0.15;

impl Bound {
    /// The least and the most that a value with this bound allows.
    #[must_use]
    pub fn interval(self, value: f64) -> (f64, f64) {
        match self {
            // "Nearly minus 20" is on either side of it as often as not.
            Self::About | Self::Under if value < 0.0 => (value * (1.0 + ABOUT), value * (1.0 - ABOUT)),
            Self::AtMost if value < 0.0 => (f64::NEG_INFINITY, value),
            Self::Exact | Self::Range | Self::Vague => (value, value),
            Self::About => (value * (1.0 - ABOUT), value * (1.0 + ABOUT)),
            Self::Under => (value * (1.0 - ABOUT), value),
            Self::AtLeast => (value, f64::INFINITY),
            Self::AtMost => (0.0, value),
        }
    }
}

/// What stands before a figure: where it begins, and what it does.
pub(super) fn before(scan: &Scan<'_>, at: usize) -> (usize, Option<Bound>) {
    let Some(last) = at.checked_sub(1).filter(|l| scan.range.contains(l)) else {
        return (at, None);
    };
    if scan.is_mark(last, '~') {
        return (last, Some(Bound::About));
    }
    let second = last.wrapping_sub(1);
    let third = last.wrapping_sub(2);
    let (w1, w2, w3) = (scan.lower(last), scan.lower(second), scan.lower(third));
    let (words, bound) = match (w3.as_str(), w2.as_str(), w1.as_str()) {
        ("no", "more" | "greater", "than") | ("as", "many" | "much" | "few", "as") | ("a", "maximum", "of") => {
            (3, Bound::AtMost)
        }
        ("no" | "not", "fewer" | "less", "than") | ("a", "minimum", "of") => (3, Bound::AtLeast),
        (_, "just" | "well", "over" | "above")
        | (_, "more" | "greater" | "better", "than")
        | (_, "upwards" | "north" | "excess", "of")
        | (_, "at", "least") => (2, Bound::AtLeast),
        (_, "just", "under" | "below") | (_, "close", "to") | (_, "shy", "of") => (2, Bound::Under),
        (_, "fewer" | "less", "than") | (_, "at", "most") | (_, "up", "to") => (2, Bound::AtMost),
        (_, "an", "estimated") => (2, Bound::About),
        (
            _,
            _,
            "about" | "around" | "roughly" | "approximately" | "some" | "circa" | "approx" | "estimated" | "maybe"
            | "perhaps",
        ) => (1, Bound::About),
        (_, _, "nearly" | "almost" | "near" | "nears" | "neared" | "nearing" | "approaches" | "approaching") => {
            (1, Bound::Under)
        }
        (
            _,
            _,
            "over" | "above" | "exceeding" | "exceeds" | "exceeded" | "past" | "tops" | "topped" | "topping"
            | "surpasses" | "surpassed",
        ) => (1, Bound::AtLeast),
        (_, _, "under" | "below") => (1, Bound::AtMost),
        _ => return (at, None),
    };
    (at - words, Some(bound))
}

/// What stands after a figure: where it ends, and what it does.
pub(super) fn after(scan: &Scan<'_>, end: usize) -> (usize, Option<Bound>) {
    if scan.is_mark(end, '+') && !scan.spaced(end) {
        return (end + 1, Some(Bound::AtLeast));
    }
    if scan.is_joint(end) && scan.lower(end + 1).as_str() == "plus" {
        return (end + 2, Some(Bound::AtLeast));
    }
    match (scan.lower(end).as_str(), scan.lower(end + 1).as_str()) {
        ("plus", _) if !scan.spaced(end) => (end + 1, Some(Bound::AtLeast)),
        ("or", "more") => (end + 2, Some(Bound::AtLeast)),
        ("or", "so") => (end + 2, Some(Bound::About)),
        ("or", "fewer" | "less") => (end + 2, Some(Bound::AtMost)),
        _ => (end, None),
    }
}

/// The upper end of a range that a number opens: "10 to 12", "10-12", "between 10 and 12".
pub(super) fn range(scan: &Scan<'_>, start: usize, end: usize, money: bool) -> Option<(Number, usize)> {
    let word_before = scan.lower(start.wrapping_sub(1));
    let joined = scan.is_dash(end);
    let opens = match scan.lower(end).as_str() {
        // "From 3,800 in 2024 to 4,100": a year behind "in" is no lower end.
        "to" => !matches!(word_before.as_str(), "from" | "to" | "in"),
        "and" => word_before.as_str() == "between",
        _ => joined,
    };
    if !opens {
        return None;
    }
    let second = end + 1;
    let (currency, first) = super::unit::currency_before(scan, second);
    if (currency.is_some() && !money) || !(scan.is_number(first) || scan.has(first, crate::facts::Class::NumberWord)) {
        return None;
    }
    let upper = number::read(scan, first)?;
    let lower = number::read(scan, super::unit::currency_before(scan, start).1)?;
    let rises = upper.value > lower.value;
    // "Won 3 to 2" is no range. Over a dash both ends are written alike: "10-12" and "two-three" are ranges, "10-twelve" is
    // none.
    (rises && upper.vague.is_none() && upper.form != Form::Malformed && upper.digits() == lower.digits()
        || (rises && !joined && upper.vague.is_none()))
    .then_some((upper, upper.end))
}
