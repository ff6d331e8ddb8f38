//! Points of time, and how far apart they are.

use crate::facts::quantity::{Quantity, Unit};
use crate::rules::Page;
use crate::rules::kinds::figures;
use crate::text::Span;

/// Seconds of a day, of half of one, of an hour, of a minute and of a year.
const DAY: f64 = 86_400.0;
const HALF_DAY: f64 = DAY / 2.0;
const HOUR: f64 = 3_600.0;
const MINUTE: f64 = 60.0;
const YEAR: f64 = 365.25 * DAY;

/// In what points of time are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    Clock,
    Year,
}

/// A time of day or a year.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    /// As written, "p.m." with it.
    pub(super) span: Span,
    /// Since midnight or the year nought.
    seconds: f64,
    scale: Scale,
    /// Is it told whether it is before or after noon?
    half_known: bool,
}

impl Point {
    /// The point that a figure gives, if it is of the scale.
    pub(super) fn of(page: &Page<'_>, figure: &Quantity, scale: Scale) -> Option<Self> {
        match (figure.unit, scale) {
            (Unit::Year, Scale::Year) => Some(Self {
                span: figure.figure,
                seconds: figure.value * YEAR,
                scale,
                half_known: true,
            }),
            (Unit::Clock, Scale::Clock) => clock(page, figure),
            _ => None,
        }
    }

    /// May the other point lie so many seconds after this one, or before it, as far as the time is rounded?
    pub(super) fn fits(&self, other: &Self, seconds: f64, step: f64) -> bool {
        let apart = other.seconds - self.seconds;
        if self.scale == Scale::Year {
            // A year began and another had not ended.
            return (apart - seconds).abs() <= YEAR * 1.1;
        }
        let slack = step / 2.0 + MINUTE;
        // Over midnight, and over noon where the copy does not tell.
        let turn = if self.half_known && other.half_known {
            DAY
        } else {
            HALF_DAY
        };
        let off = (apart - seconds).rem_euclid(turn);
        off.min(turn - off) <= slack
    }

    /// How many seconds lie between the two.
    pub(super) fn apart(&self, other: &Self, later: bool) -> f64 {
        let apart = if later {
            other.seconds - self.seconds
        } else {
            self.seconds - other.seconds
        };
        if self.scale == Scale::Year {
            apart.abs()
        } else {
            apart.rem_euclid(DAY)
        }
    }
}

/// "3:40 a.m.", "7 p.m.", "14.30", "0227 GMT".
fn clock(page: &Page<'_>, figure: &Quantity) -> Option<Point> {
    let words = page.words(figure.figure).to_ascii_lowercase();
    let digits: String = words
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, ':' | '.'))
        .collect();
    let digits = digits.trim_end_matches('.');
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) => (hour.parse::<u32>().ok()?, minute.get(..2)?.parse::<u32>().ok()?),
        None if digits.len() == 4 => (digits[..2].parse().ok()?, digits[2..].parse().ok()?),
        None => (digits.parse::<u32>().ok()?, 0),
    };
    if hour > 24 || minute > 59 {
        return None;
    }
    // "A.m." may stand in the figure or behind it.
    let next = page.document.tokens.get(figure.tokens.end);
    let behind = next
        .map(|t| page.words(t.span).to_ascii_lowercase())
        .unwrap_or_default();
    let says = |half: &str| {
        let bare = |w: &str| w.replace(['.', ' '], "");
        bare(&words).ends_with(half) || bare(&behind) == half || behind == half[..1]
    };
    let (morning, afternoon) = (says("am"), says("pm"));
    let hour = match hour {
        12 if morning => 0,
        1..=11 if afternoon => hour + 12,
        _ => hour,
    };
    let known = morning || afternoon || hour > 12 || digits.starts_with('0') || hour == 0;
    let marked = !behind.is_empty() && ["am", "pm"].contains(&behind.replace('.', "").as_str());
    Some(Point {
        span: next
            .filter(|_| marked)
            .map_or(figure.figure, |t| figure.figure.join(t.span)),
        seconds: f64::from(hour) * HOUR + f64::from(minute) * MINUTE,
        scale: Scale::Clock,
        half_known: known,
    })
}

/// "4 hours", "12 minutes", "2 hours and 40 minutes", "7 years".
pub(super) fn in_words(seconds: f64, scale: Scale) -> String {
    let some = |n: f64, noun: &str| {
        format!(
            "{} {noun}{}",
            figures::plain(n),
            if (n - 1.0).abs() < 0.5 { "" } else { "s" }
        )
    };
    if scale == Scale::Year {
        return some((seconds / YEAR).round(), "year");
    }
    let minutes = (seconds / MINUTE).round();
    let (hours, rest) = ((minutes / 60.0).floor(), minutes % 60.0);
    match (hours > 0.0, rest > 0.0) {
        (true, true) => format!("{} and {}", some(hours, "hour"), some(rest, "minute")),
        (true, false) => some(hours, "hour"),
        _ => some(rest, "minute"),
    }
}
