//! Points of time, and how far apart they are.

use crate::facts::quantity::{Quantity, Unit};
use crate::rules::Page;
use crate::rules::kinds::clock::Clock;
use crate::rules::kinds::figures;
use crate::text::Span;

/// Seconds of a day, of half of one, of a minute and of a year.
const DAY: f64 = 86_400.0;
const HALF_DAY: f64 = DAY / 2.0;
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
            (Unit::Clock, Scale::Clock) => Clock::of(page, figure).map(|clock| Self {
                span: page.document.span_of(clock.tokens),
                seconds: f64::from(clock.minutes) * MINUTE,
                scale,
                half_known: clock.half_known,
            }),
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
