//! `exchange-range`: a sum converted at a rate that no day ever had: 43 million won are no $37 million.
//!
//! Most such slips are a million for a thousand or a billion. One pair is enough to see them, and no table of daily
//! rates is needed: the bounds are those of decades, and what counts lies far outside of them.

use super::Kind;
use super::exchange_rate::pairs;
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page, number};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `[check.exchange-range]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// So many times outside the bounds a rate must be.
    #[serde(deserialize_with = "number::times")]
    beyond: f64,
    /// For each currency by its code (ISO 4217) the fewest and the most of it that a US dollar was worth.
    per_dollar: BTreeMap<String, [f64; 2]>,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "sums of money converted at a rate that there never was";
    const VALUES: &'static [&'static str] = &["rate", "pair"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ExchangeRangeCheck(self))
    }
}

#[derive(Debug)]
struct ExchangeRangeCheck(Settings);

impl Check for ExchangeRangeCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for pair in pairs(page) {
            let (a, b) = pair.currencies;
            let Some((least, most)) = self.bounds(a, b) else {
                continue;
            };
            if pair.rate * self.0.beyond < least || pair.rate > most * self.0.beyond {
                // The larger number of the two is the one that is read off: "1,300 won to the dollar".
                let (rate, name) = if most < 1.0 {
                    (1.0 / pair.rate, format!("{a} to the {b}"))
                } else {
                    (pair.rate, format!("{b} to the {a}"))
                };
                let both = pair.first.figure.join(pair.second.figure);
                out.push(Hit::at(both).with("rate", figures::rounded(rate)).with("pair", name));
            }
        }
        out.sort_by_key(|h| h.primary);
    }
}

impl ExchangeRangeCheck {
    /// The fewest and the most of the second currency that one of the first was worth.
    fn bounds(&self, first: &str, second: &str) -> Option<(f64, f64)> {
        let [first_least, first_most] = self.0.per_dollar.get(first)?;
        let [second_least, second_most] = self.0.per_dollar.get(second)?;
        Some((second_least / first_most, second_most / first_least))
    }
}
