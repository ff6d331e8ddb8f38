//! `conversion`: a length, weight or temperature given in two units that do not agree.

use super::Kind;
use crate::facts::quantity::{Bound, Dimension, Measure, Quantity, Unit};
use crate::facts::relation::RelationKind;
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page};
use serde::Deserialize;

/// `[check.conversion]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How far off the second figure may be, as a share of the right one; twice as far after "about".
    tolerance: f64,
    /// The most that rounding of either figure excuses, as a share.
    most_rounding: f64,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "one measure in two units that do not agree";
    const VALUES: &'static [&'static str] = &["right"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ConversionCheck(self))
    }
}

#[derive(Debug)]
struct ConversionCheck(Settings);

impl Check for ConversionCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let quantities = &page.facts.quantities;
        for relation in page.facts.relations.iter().filter(|r| r.kind == RelationKind::Restated) {
            let (first, second) = (&quantities[relation.one], &quantities[relation.other]);
            let (Unit::Measure(from), Unit::Measure(to)) = (first.unit, second.unit) else {
                continue;
            };
            if from.dimension != to.dimension || from.metric == to.metric || self.agree(first, from, second, to) {
                continue;
            }
            let right = to.of_base(from.base(first.value));
            let right = format!(
                "about {} {}",
                figures::rounded(right),
                unit_of(page.words(second.figure))
            );
            out.push(Hit::pair(second.figure, first.figure).with("right", right.trim()));
        }
    }
}

impl ConversionCheck {
    fn agree(&self, first: &Quantity, from: Measure, second: &Quantity, to: Measure) -> bool {
        let ends = |q: &Quantity| {
            if q.bound == Bound::Range {
                vec![q.low, q.high]
            } else {
                vec![q.value]
            }
        };
        let (ones, others) = (ends(first), ends(second));
        // "Minus 5 to 10C" may end on either side of nought.
        if [&ones, &others]
            .iter()
            .any(|e| e.len() == 2 && e[0] < 0.0 && e[1] > 0.0)
        {
            return true;
        }
        let rough = !first.is_exact() || !second.is_exact();
        let ratio = from.factor / to.factor;
        let rounding = first.rounding() * ratio + second.rounding();
        let fits = |one: f64, other: f64| {
            readings(from).any(|from| {
                readings(to).any(|to| {
                    let right = to.of_base(from.base(one));
                    // "warmer by 2C (3.6F)" is a difference, for which the offset does not count.
                    let difference = one * from.factor / to.factor;
                    let near = |r: f64| (r - other).abs() <= self.slack(r, rounding, rough);
                    near(right) || near(difference)
                })
            })
        };
        if ones.len() == others.len() {
            return ones.iter().zip(&others).all(|(one, other)| fits(*one, *other));
        }
        // "3 to 5 inches (13cm)": one of the two ends was converted, or something between them.
        let (least, most) = if ones.len() == 2 {
            (ones[0] * ratio, ones[1] * ratio)
        } else {
            (others[0], others[1])
        };
        let middle = if ones.len() == 2 { others[0] } else { ones[0] * ratio };
        (least..=most).contains(&middle) || ones.iter().any(|one| others.iter().any(|other| fits(*one, *other)))
    }

    fn slack(&self, right: f64, rounding: f64, rough: bool) -> f64 {
        let share = self.0.tolerance * if rough { 2.0 } else { 1.0 };
        let least = right.abs() * share;
        least.max(rounding.min(right.abs() * self.0.most_rounding))
    }
}

/// The unit of a figure as it is written: "F" of "-25F", "C" of "4C below zero".
fn unit_of(figure: &str) -> &str {
    let figure = ["minus ", "negative "]
        .iter()
        .find_map(|word| figure.strip_prefix(word))
        .unwrap_or(figure);
    let figure = figure.split_once(" below ").map_or(figure, |(figure, _)| figure);
    let figure = figure.trim_start_matches(|c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–' | '\u{2011}' | '\u{2212}')
    });
    figure.trim()
}

/// A unit as it may be meant: a British gallon is a fifth larger, a British ton an eighth heavier.
fn readings(unit: Measure) -> impl Iterator<Item = Measure> {
    let british = match unit.dimension {
        Dimension::Volume if !unit.metric => Some(1.200_95),
        Dimension::Mass if !unit.metric && unit.factor > 100.0 => Some(1.12),
        _ => None,
    };
    std::iter::once(unit).chain(british.map(|times| Measure {
        factor: unit.factor * times,
        ..unit
    }))
}
