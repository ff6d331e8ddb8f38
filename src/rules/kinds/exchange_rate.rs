//! `exchange-rate`: two sums of money given in two currencies at two rates.

mod line;

use super::Kind;
use crate::facts::quantity::{Currency, Quantity, Unit};
use crate::facts::relation::RelationKind;
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page};
use serde::Deserialize;

/// `[check.exchange-rate]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How far two rates of one article may lie apart, as a share of the usual one.
    tolerance: f64,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "sums of money whose two currencies imply two rates";
    const VALUES: &'static [&'static str] = &["rate", "usual", "pair"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ExchangeRateCheck(self))
    }
}

#[derive(Debug)]
struct ExchangeRateCheck(Settings);

/// A pair that shows the usual rate differs from it by less than this part: rounded sums do, other rates do not.
const NEAR: f64 = 0.05;
/// Printed rates that are held to: a story has one or two, a table has many.
const MOST_PRINTED: usize = 4;

/// One sum in two currencies.
pub(super) struct Pair<'a> {
    pub(super) first: &'a Quantity,
    pub(super) second: &'a Quantity,
    /// The two currencies, in alphabetical order.
    pub(super) currencies: (&'static str, &'static str),
    /// How many of the second currency one of the first is.
    pub(super) rate: f64,
}

impl Check for ExchangeRateCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let mut pairs = pairs(page);
        pairs.sort_by_key(|p| p.currencies);
        for group in pairs.chunk_by(|a, b| a.currencies == b.currencies) {
            let mut rates: Vec<f64> = group.iter().map(|p| p.rate).collect();
            rates.sort_by(f64::total_cmp);
            // With three and more the middle one is the usual rate; with two the first is as good.
            let usual = match group {
                [] | [_] => continue,
                [first, _] => first.rate,
                _ => rates[rates.len() / 2],
            };
            let other = group.iter().find(|p| (p.rate / usual - 1.0).abs() < NEAR);
            for pair in group {
                if (pair.rate / usual - 1.0).abs() > self.0.tolerance + rounding(pair.first, pair.second) {
                    let both = pair.first.figure.join(pair.second.figure);
                    let mut hit = Hit::at(both);
                    hit.related = other
                        .map(|o| o.first.figure.join(o.second.figure))
                        .into_iter()
                        .collect();
                    let (a, b) = pair.currencies;
                    out.push(
                        hit.with("rate", figures::rounded(pair.rate))
                            .with("usual", figures::rounded(usual))
                            .with("pair", format!("{b} to the {a}")),
                    );
                }
            }
        }
        self.against_printed(page, out);
        out.sort_by_key(|h| h.primary);
        out.dedup_by_key(|h| h.primary);
    }
}

impl ExchangeRateCheck {
    /// Holds every conversion against the rate that the story prints: "($1 = 0.7500 pounds)".
    fn against_printed(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for printed in line::printed(page).into_iter().take(MOST_PRINTED) {
            for found in printed.conversions(page) {
                let (sum, converted) = (found.sum, found.converted);
                let rate = sum.value / converted.value;
                if (rate / printed.rate() - 1.0).abs() > self.0.tolerance + rounding(sum, converted) {
                    out.push(
                        Hit::pair(sum.figure.join(converted.figure), printed.other.figure)
                            .with("rate", figures::rounded(rate))
                            .with("usual", figures::rounded(printed.rate()))
                            .with("pair", printed.pair()),
                    );
                }
            }
        }
    }
}

/// The sums that stand in two currencies, those of another year left out.
pub(super) fn pairs<'a>(page: &Page<'a>) -> Vec<Pair<'a>> {
    let quantities = &page.facts.quantities;
    let restated = page.facts.relations.iter().filter(|r| r.kind == RelationKind::Restated);
    restated
        .filter_map(|relation| {
            let (first, second) = (&quantities[relation.one], &quantities[relation.other]);
            let (Unit::Money(Currency(a)), Unit::Money(Currency(b))) = (first.unit, second.unit) else {
                return None;
            };
            let fits = a != b && a != "XXC" && b != "XXC" && first.value > 0.0 && second.value > 0.0;
            // A sum of another year has another rate.
            let full = |token: usize| {
                let dates = &page.facts.dates;
                let after = dates.partition_point(|d| d.tokens.start <= token);
                dates[..after]
                    .last()
                    .is_some_and(|d| d.day.is_some() && d.tokens.contains(&token))
            };
            let sentence = page.facts.quantities_in(first.sentence..first.sentence + 1);
            let mut years = sentence.iter().filter(|q| q.unit == Unit::Year);
            let dated = years.any(|q| !full(q.tokens.start));
            let rate = if a < b {
                second.value / first.value
            } else {
                first.value / second.value
            };
            (fits && !dated).then_some(Pair {
                first,
                second,
                currencies: if a < b { (a, b) } else { (b, a) },
                rate,
            })
        })
        .collect()
}

/// How far rounding may have moved the rate, as a share: "$2 (£1)" says little.
fn rounding(first: &Quantity, second: &Quantity) -> f64 {
    (first.rounding() / first.value + second.rounding() / second.value).min(0.5)
}
