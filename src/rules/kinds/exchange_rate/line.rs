//! The rate that a story prints itself, as agencies do at its foot: "($1 = 0.7500 pounds)".

use crate::facts::quantity::{Currency, Quantity, Unit};
use crate::rules::Page;

/// One rate, as printed.
pub(super) struct Printed<'a> {
    /// The sum of one, in a currency with a sign: $1.
    one: &'a Quantity,
    /// What it is, in the other currency.
    pub(super) other: &'a Quantity,
    /// The word for that currency, in small letters: pounds, crowns.
    word: String,
}

/// A sum in the word of a printed rate with its conversion in brackets: "150 million pounds ($200 million)".
pub(super) struct Conversion<'a> {
    pub(super) sum: &'a Quantity,
    pub(super) converted: &'a Quantity,
}

/// The rates that a page prints.
pub(super) fn printed<'a>(page: &Page<'a>) -> Vec<Printed<'a>> {
    let pairs = page.facts.quantities.windows(2);
    pairs
        .filter_map(|pair| {
            let [one, other] = pair else { return None };
            let between = one.tokens.end..page.document.tokens_in(other.span).start;
            let equal = between.len() == 1 && page.document.tokens[between.start].is('=');
            let unit = matches!(one.unit, Unit::Money(_)) && (one.value - 1.0).abs() < 1e-9;
            (equal && unit && other.value > 0.0).then(|| Printed {
                one,
                other,
                word: word(page, other),
            })
        })
        .collect()
}

/// The last word of a figure, or the one behind it: "pounds" of "0.75 pounds", "som" behind "50.00".
fn word(page: &Page<'_>, figure: &Quantity) -> String {
    let words = |at: usize| page.document.tokens.get(at).map(|t| page.words(t.span).to_lowercase());
    let within = words(figure.tokens.end - 1).filter(|w| w.chars().all(char::is_alphabetic));
    let magnitude = within
        .as_deref()
        .is_some_and(|w| w.ends_with("illion") || w == "thousand");
    within
        .filter(|_| !magnitude)
        .or_else(|| words(figure.tokens.end))
        .unwrap_or_default()
}

impl Printed<'_> {
    /// Units of the other currency for one of the first.
    pub(super) fn rate(&self) -> f64 {
        self.other.value / self.one.value
    }

    /// The two currencies, as a message names them: "pounds to the USD".
    pub(super) fn pair(&self) -> String {
        let Unit::Money(Currency(code)) = self.one.unit else {
            return String::new();
        };
        format!("{} to the {code}", self.word)
    }

    /// The sums of the page in the word of the rate, with their conversions.
    pub(super) fn conversions<'a>(&self, page: &Page<'a>) -> Vec<Conversion<'a>> {
        let pairs = page.facts.quantities.windows(2);
        let found = pairs.filter_map(|pair| {
            let [sum, converted] = pair else { return None };
            let end = sum.tokens.end;
            let start = page.document.tokens_in(converted.span).start;
            let bracket = start.checked_sub(1).filter(|at| page.document.tokens[*at].is('('))?;
            let close = bracket >= end && bracket <= end + 1;
            let same = converted.unit == self.one.unit && word(page, sum) == self.word;
            (close && same && sum.value > 0.0 && converted.value > 0.0).then_some(Conversion { sum, converted })
        });
        found.collect()
    }
}
