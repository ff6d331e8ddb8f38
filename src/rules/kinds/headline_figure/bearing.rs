//! When a figure of the story bears out one of the headline: the same, rounded, or worked out from others.

use crate::facts::quantity::{Bound, Dimension, Quantity, Unit, same};
use crate::rules::Page;

/// Can the figure of the headline stand for this one of the body?
pub(super) fn bears_out(figure: &Quantity, body: &Quantity) -> bool {
    // "15 below" bears out -15.
    let value = figure.value.abs();
    if [body.value, body.high, body.low].iter().any(|v| same(v.abs(), value)) {
        return true;
    }
    // "5m" may be metres in one place and millions in the other.
    if same(body.value * 1e6, figure.value) || same(body.value, figure.value * 1e6) {
        return true;
    }
    if body.unit == Unit::Fraction {
        // A third is 33 per cent, one in five is 20.
        let percent = matches!(figure.unit, Unit::Percent | Unit::Point);
        return percent && (body.value * 100.0 - figure.value).abs() < 1.0;
    }
    // "nearly 200" over 193, "more than 50" over 58; but 52 is more than "more than 40" says.
    if within(body.value, figure, 1.5) || within(figure.value, body, 1.15) {
        return true;
    }
    // Headlines round or cut off: 14 or 15 over 14.5, $16bn over $16.6bn. Counts below a thousand
    // are given as they are.
    let rounded = figure.value >= 1000.0 || figure.magnitude;
    let place = if rounded { figure.rounding() * 2.0 } else { figure.step };
    let off = (body.value - figure.value).abs();
    // "730 points" over 729; but people are counted one by one.
    let to_ten = figure.value >= 100.0
        && same(figure.value % 10.0, 0.0)
        && body.counted.is_some_and(|c| !c.person)
        && off <= figure.rounding().min(5.0);
    body.step < place && off < place || to_ten
}

/// Is it the same in a larger unit: three decades over 32 years, a day and a half over 36 hours?
pub(super) fn is_converted(figure: &Quantity, body: &Quantity) -> bool {
    let (Unit::Measure(own), Unit::Measure(there)) = (figure.unit, body.unit) else {
        return false;
    };
    let apart = own.base(figure.value) - there.base(body.value);
    let is_larger = own.dimension == there.dimension && own.factor > there.factor;
    // "Three decades" are 25 years to 35.
    is_larger && apart.abs() <= (figure.step * own.factor).abs() / 2.0
}

/// Is it the sum of figures that follow each other: 180 over "120 soldiers and 60 sailors"?
/// Small figures are the sum of some two whatever they count, and one figure said twice is no sum.
pub(super) fn of_two(figure: &Quantity, body: &[&Quantity]) -> bool {
    // A man's age and the months of something are added up by nobody.
    let sort =
        |q: &Quantity| q.unit == Unit::Name || std::mem::discriminant(&q.unit) == std::mem::discriminant(&figure.unit);
    let makes =
        |a: &Quantity, b: &Quantity| sort(a) && sort(b) && !a.same_value(b) && same(a.value + b.value, figure.value);
    let near = |a: &Quantity, b: &Quantity| b.sentence <= a.sentence + 1;
    let three = |w: &[&Quantity]| {
        let all = w.iter().all(|q| sort(q)) && !w[0].same_value(w[1]);
        all && same(w[0].value + w[1].value + w[2].value, figure.value)
    };
    figure.value >= 20.0
        && (body.windows(2).any(|w| near(w[0], w[1]) && makes(w[0], w[1]))
            || body
                .windows(3)
                .any(|w| near(w[0], w[2]) && (makes(w[0], w[2]) || three(w))))
}

/// Does a value lie in what a figure allows? Open ends are closed at `reach` times the figure.
pub(super) fn within(value: f64, figure: &Quantity, reach: f64) -> bool {
    let low = if figure.bound == Bound::AtMost {
        figure.value / reach
    } else {
        figure.low
    };
    let high = if figure.bound == Bound::AtLeast {
        figure.value * reach
    } else {
        figure.high
    };
    figure.bound != Bound::Exact && low <= value && value <= high
}

/// "after eight years" over a story with 1996 and 2004.
pub(super) fn of_years(page: &Page<'_>, figure: &Quantity, body: &[&Quantity]) -> bool {
    let time = matches!(figure.unit, Unit::Measure(m) if m.dimension == Dimension::Time) || figure.unit == Unit::Age;
    if !time {
        return false;
    }
    let mut years: Vec<f64> = body.iter().filter(|q| q.unit == Unit::Year).map(|q| q.value).collect();
    years.extend(page.document.published.map(|d| f64::from(d.year())));
    years.sort_by(f64::total_cmp);
    years.dedup();
    // "Eight years ago" counts back from the latest year; "after eight years" may be between any two.
    let ago = page.document.tokens.get(figure.tokens.end);
    if ago.is_some_and(|t| page.words(t.span).eq_ignore_ascii_case("ago")) {
        let last = years.last().copied();
        return last.is_some_and(|last| years.iter().any(|y| same(last - y, figure.value)));
    }
    // Two markers over the sorted years: the work grows with their number only.
    let (mut low, mut high) = (0, 0);
    while low < years.len() && high < years.len() {
        let apart = years[high] - years[low] - figure.value;
        if apart.abs() < 0.5 {
            return true;
        }
        if apart < 0.0 { high += 1 } else { low += 1 }
    }
    false
}
