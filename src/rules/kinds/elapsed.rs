//! `elapsed`: years that have gone by and do not fit the years that are named.

use super::Kind;
use crate::facts::quantity::{Dimension, Quantity, Unit};
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::Span;
use crate::text::phrase::Tag;
use serde::Deserialize;

/// `[check.elapsed]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words right before the year from which is counted: "born in".
    since: PhrasesAsWritten,
    /// Is an age held against the year, or the years of "N years ago"?
    figure: Figure,
    /// How many years the two may differ by: a birthday, a year begun.
    slack: f64,
}

/// What is held against the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Figure {
    /// An age in the same sentence.
    Age,
    /// "38 years ago" beside the year.
    Ago,
    /// "For six years, since 2019", "in her third year … since 2019".
    Tenure,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "years gone by that do not fit the years that are named";
    const VALUES: &'static [&'static str] = &["right"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ElapsedCheck {
            since: compiler.phrases(&self.since),
            figure: self.figure,
            slack: self.slack,
        })
    }
}

#[derive(Debug)]
struct ElapsedCheck {
    since: Option<Tag>,
    figure: Figure,
    slack: f64,
}

impl Check for ElapsedCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let Some(now) = this_year(page) else { return };
        let quantities = &page.facts.quantities;
        let Some(tag) = self.since else { return };
        let mut years: Vec<f64> = Vec::new();
        if self.figure == Figure::Age {
            years.extend(quantities.iter().filter(|q| q.unit == Unit::Year).map(|q| q.value));
            years.sort_by(f64::total_cmp);
        }
        for found in page.matches.of(tag) {
            let Ok(at) = quantities.binary_search_by_key(&found.tokens.end, |q| q.tokens.start) else {
                continue;
            };
            let year = &quantities[at];
            if year.unit != Unit::Year {
                continue;
            }
            let Some((span, value)) = self.figure_beside(page, at) else {
                continue;
            };
            // Any year of the article may be the one that the figure speaks of: "died in 1994 at 62".
            let then = year.value + value;
            let first = years.partition_point(|y| *y < then - self.slack);
            let explained =
                (now - then).abs() <= self.slack || years.get(first).is_some_and(|y| *y <= then + self.slack);
            if !explained && now >= year.value {
                out.push(Hit::pair(span, year.figure).with("right", figures::plain(now - year.value)));
            }
        }
    }
}

impl ElapsedCheck {
    /// The years that are held against a year, and how many they are.
    fn figure_beside(&self, page: &Page<'_>, year: usize) -> Option<(Span, f64)> {
        let quantities = &page.facts.quantities;
        let sentence = quantities[year].sentence;
        let beside = [year.checked_add(1), year.checked_sub(1)];
        let mut beside = beside.into_iter().flatten().filter_map(|i| quantities.get(i));
        let found = beside.find(|q| {
            let next = page.document.tokens.get(q.tokens.end);
            let ago = next.is_some_and(|t| page.words(t.span).eq_ignore_ascii_case("ago"));
            let years = matches!(q.unit, Unit::Measure(m) if m.dimension == Dimension::Time && m.factor > 3e7 && m.factor < 4e7);
            let right_beside = quantities[year].tokens.start.abs_diff(q.tokens.end) <= 4;
            let wanted = match self.figure {
                Figure::Age => q.unit == Unit::Age,
                Figure::Ago => years && ago && right_beside,
                Figure::Tenure => years && right_beside && is_for(page, q),
            };
            wanted && q.sentence == sentence && q.is_exact()
        });
        let term = || {
            (self.figure == Figure::Tenure)
                .then(|| term(page, &quantities[year]))
                .flatten()
        };
        found.map(|q| (q.figure, q.value)).or_else(term)
    }
}

fn is_for(page: &Page<'_>, figure: &Quantity) -> bool {
    let before = figure
        .tokens
        .start
        .checked_sub(1)
        .and_then(|i| page.document.tokens.get(i));
    before.is_some_and(|t| page.words(t.span).eq_ignore_ascii_case("for"))
}

/// Words back from a year to the term that it opens: "in her third year as harbour master of Estry, a
/// post she has held since".
const TERM_REACH: usize = 16;

/// "Her third year" before a year, as words and a number. The third year has begun and is not full, so
/// between two and three years have gone by: two and a half.
fn term(page: &Page<'_>, year: &Quantity) -> Option<(Span, f64)> {
    const ORDINALS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ];
    let first = page.document.sentences.get(year.sentence)?.tokens.start;
    let at = |i: usize| page.document.tokens.get(i).map_or("", |t| page.words(t.span));
    let from = year.tokens.start.saturating_sub(TERM_REACH).max(first + 1);
    (from..year.tokens.start).rev().find_map(|i| {
        let number = ORDINALS.iter().position(|o| o.eq_ignore_ascii_case(at(i)))?;
        let owned = ["his", "her", "its", "their"]
            .iter()
            .any(|o| o.eq_ignore_ascii_case(at(i - 1)));
        (owned && at(i + 1) == "year").then(|| (page.document.span_of(i..i + 2), number as f64 + 0.5))
    })
}

/// The year of publication, or the latest year of a full date in the copy.
fn this_year(page: &Page<'_>) -> Option<f64> {
    let published = page.document.published.map(|d| f64::from(d.year()));
    published.or_else(|| {
        let full = page.facts.dates.iter().filter(|d| d.day.is_some());
        full.filter_map(|d| d.year).max().map(f64::from)
    })
}
