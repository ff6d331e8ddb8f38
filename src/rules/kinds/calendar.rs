//! `calendar`: a weekday that the date does not fall on.

use super::Kind;
use crate::facts::date::{DateMention, days_between};
use crate::facts::quantity::Unit;
use crate::rules::{Check, Compiler, Hit, Page};
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

/// `[check.calendar]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// A date without a year is read as the nearest one to the day of publication if that is at most
    /// so many days away; otherwise any of the neighbouring years may be meant.
    #[serde(default = "half_a_year")]
    nearest_within: u32,
}

/// "On Saturday, Nov. 22, in far-off 1963": so many tokens away a year may still belong to the day.
const NEAR_YEAR: usize = 5;

/// Half a year: further off, the same day of another year is as near.
fn half_a_year() -> u32 {
    175
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a weekday that the date does not fall on";
    const VALUES: &'static [&'static str] = &["date", "weekday", "right"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(CalendarCheck {
            nearest_within: self.nearest_within,
        })
    }
}

#[derive(Debug)]
struct CalendarCheck {
    nearest_within: u32,
}

impl Check for CalendarCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for mention in &page.facts.dates {
            let Some((weekday, words)) = mention.weekday.filter(|_| mention.day.is_some()) else {
                continue;
            };
            let days = self.candidates(page, mention);
            let Some(first) = days.first().filter(|_| !days.iter().any(|d| d.weekday() == weekday)) else {
                continue;
            };
            let right = if days.iter().all(|d| d.weekday() == first.weekday()) {
                format!("is a {}", name(first.weekday()))
            } else {
                format!("is not a {}", name(weekday))
            };
            let hit = Hit::at(mention.span)
                .with(
                    "date",
                    dated(*first, mention.year.is_some() || page.document.published.is_some()),
                )
                .with("weekday", page.words(words))
                .with("right", right);
            out.push(hit);
        }
    }
}

impl CalendarCheck {
    /// The days that a mention may mean; none if no year can be told.
    fn candidates(&self, page: &Page<'_>, mention: &DateMention) -> Vec<Date> {
        if mention.year.is_some() {
            return mention.date().into_iter().collect();
        }
        let (Some(month), Some(day), Some(published)) = (mention.month, mention.day, page.document.published) else {
            return Vec::new();
        };
        let mut days: Vec<Date> = mention.nearest(published).into_iter().collect();
        let near = |d: &Date| days_between(*d, published).unsigned_abs() <= self.nearest_within;
        if !days.iter().all(near) {
            let years = published.year() - 1..=published.year() + 1;
            days.extend(years.filter_map(|year| Date::new(year, month, day).ok()));
        }
        // A year right after the date may be the one that is meant.
        let years = page.facts.quantities_in(mention.sentence..mention.sentence + 1).iter();
        let end = mention.tokens.end;
        let years = years.filter(|q| q.unit == Unit::Year);
        let years = years.filter(|q| q.tokens.start >= end && q.tokens.start < end + NEAR_YEAR);
        days.extend(years.filter_map(|q| Date::new(q.value as i16, month, day).ok()));
        days
    }
}

fn dated(date: Date, with_year: bool) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|m| MONTHS.get(m))
        .copied()
        .unwrap_or_default();
    if with_year {
        format!("{} {month} {}", date.day(), date.year())
    } else {
        format!("{} {month}", date.day())
    }
}

/// A weekday as it is written.
pub(super) fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
