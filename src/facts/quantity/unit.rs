//! The unit of a figure, read from the words around it.

use super::measure::{Currency, Unit};
use super::measured::{measured, temperature};
use super::scan::Scan;
use crate::facts::Class;
use crate::text::Case;

/// What was read after a number.
pub(super) struct Read {
    pub(super) unit: Unit,
    /// What a magnitude such as `bn` multiplies by.
    pub(super) scale: f64,
    pub(super) end: usize,
}

pub(super) fn is_currency_mark(mark: char) -> bool {
    matches!(mark, '$' | '£' | '€' | '¥' | '₹' | '₽' | '₴')
}

/// Is it `US` or `A` before `$5`?
pub(super) fn is_currency_prefix(scan: &Scan<'_>, at: usize) -> bool {
    scan.token(at + 1).is_some_and(|t| t.is('$') && !t.spaced)
        && matches!(scan.text(at), "US" | "A" | "AU" | "C" | "CA" | "NZ" | "HK" | "S" | "R")
}

/// The currency before a number, and where the number begins.
pub(super) fn currency_before(scan: &Scan<'_>, at: usize) -> (Option<Currency>, usize) {
    let prefixed = is_currency_prefix(scan, at);
    let sign = at + usize::from(prefixed);
    let code = scan.token(sign).and_then(|t| match t.kind {
        crate::text::TokenKind::Mark('$') => Some(match (prefixed, scan.text(at)) {
            (true, "A" | "AU") => "AUD",
            (true, "C" | "CA") => "CAD",
            (true, "NZ") => "NZD",
            (true, "HK") => "HKD",
            (true, "S") => "SGD",
            (true, "R") => "BRL",
            _ => "USD",
        }),
        crate::text::TokenKind::Mark('£') => Some("GBP"),
        crate::text::TokenKind::Mark('€') => Some("EUR"),
        crate::text::TokenKind::Mark('¥') => Some("JPY"),
        crate::text::TokenKind::Mark('₹') => Some("INR"),
        crate::text::TokenKind::Mark('₽') => Some("RUB"),
        crate::text::TokenKind::Mark('₴') => Some("UAH"),
        _ => None,
    });
    match code {
        Some(code) => (Some(Currency(code)), sign + 1),
        None => (None, at),
    }
}

/// The unit after a number that ends before `at`.
pub(super) fn after(scan: &Scan<'_>, at: usize, currency: Option<Currency>, magnitude: bool, value: f64) -> Read {
    let (scale, at) = if magnitude {
        (1.0, at)
    } else {
        short_magnitude(scan, at, currency.is_some(), value)
    };
    if let Some(currency) = currency {
        return Read {
            unit: Unit::Money(currency),
            scale,
            end: at,
        };
    }
    let millions = magnitude || scale > 1.0;
    let pounds = millions && is_sterling(scan, at);
    let sterling = (Unit::Money(Currency("GBP")), at + 1);
    let (unit, end) = if pounds {
        sterling
    } else {
        plain(scan, at, value * scale).unwrap_or((Unit::Count, at))
    };
    Read { unit, scale, end }
}

/// Is it "pounds" behind a million, and no weight: "150 million pounds of fish", "150 million pounds (68 million kg)"?
fn is_sterling(scan: &Scan<'_>, at: usize) -> bool {
    const WEIGHED: usize = 6;
    let is_weight = |i: usize| matches!(scan.lower(i).as_str(), "kg" | "kilos" | "kilograms" | "tonnes" | "tons");
    scan.lower(at).as_str() == "pounds"
        && scan.lower(at + 1).as_str() != "of"
        && !(scan.is_mark(at + 1, '(') && (at + 2..at + 2 + WEIGHED).any(is_weight))
}

/// `bn`, `m` and `k` right after the digits.
fn short_magnitude(scan: &Scan<'_>, at: usize, money: bool, value: f64) -> (f64, usize) {
    let scale = match scan.lower(at).as_str() {
        "bn" | "bln" => 1e9,
        "tn" | "trn" | "tln" => 1e12,
        "mn" | "mln" => 1e6,
        "m" if !scan.spaced(at) && (money || is_million(scan, at, value)) => 1e6,
        "k" if !scan.spaced(at) => 1e3,
        "b" | "bil" if money && !scan.spaced(at) => 1e9,
        _ => return (1.0, at),
    };
    (scale, at + 1)
}

/// Does `m` after a number without a currency mean million? Metres are the rule; people, copies and
/// tonnes are counted in millions. Running distances are metres whatever follows.
fn is_million(scan: &Scan<'_>, at: usize, value: f64) -> bool {
    const RACES: [f64; 10] = [
        60.0, 100.0, 110.0, 200.0, 400.0, 800.0, 1500.0, 3000.0, 5000.0, 10_000.0,
    ];
    if RACES.iter().any(|race| super::same(value, *race)) {
        return false;
    }
    let next = at + 1;
    plain(scan, next, value).is_some()
        || (scan.spaced(next) && super::counted::is_plural(scan.text(next)) && !scan.has(next, Class::FigureStop))
}

/// A unit that is not money before the figure.
fn plain(scan: &Scan<'_>, at: usize, value: f64) -> Option<(Unit, usize)> {
    if scan.is_mark(at, '%') {
        return Some((Unit::Percent, at + 1));
    }
    if scan.is_mark(at, '°') || scan.is_mark(at, 'º') {
        let unit = temperature(scan.text(at + 1))?;
        return Some((unit, at + 2));
    }
    // "a 20-metre tree", "a 34-year-old".
    let joint = scan.is_joint(at);
    let at = at + usize::from(joint);
    let attached = !scan.spaced(at);
    let word = scan.lower(at);
    match word.as_str() {
        "" => None,
        "percent" | "pct" => Some((Unit::Percent, at + 1)),
        "pc" if attached => Some((Unit::Percent, at + 1)),
        "per" if scan.lower(at + 1).as_str() == "cent" => Some((Unit::Percent, at + 2)),
        "percentage"
            if matches!(
                scan.lower(at + 1 + usize::from(scan.is_joint(at + 1))).as_str(),
                "point" | "points"
            ) =>
        {
            Some((Unit::Point, at + 2 + usize::from(scan.is_joint(at + 1))))
        }
        "pp" if attached => Some((Unit::Point, at + 1)),
        "st" if attached && !joint && !(super::same(value % 10.0, 1.0) && value > 20.0) => {
            measured(scan, "st", at, true)
        }
        "st" | "nd" | "rd" | "th" if attached && !joint => Some((Unit::Ordinal, at + 1)),
        "s" if attached && !joint => Some((Unit::Name, at + 1)),
        "degrees" | "degree" => {
            let word = scan.text(at + 1);
            temperature(word).map(|unit| (unit, at + 2))
        }
        "c" | "f" if attached && !joint && value < 200.0 && scan.token(at).is_some_and(|t| t.case != Case::Lower) => {
            Some((temperature(scan.text(at))?, at + 1))
        }
        "celsius" | "fahrenheit" => Some((temperature(scan.text(at))?, at + 1)),
        "year" | "years" if is_old(scan, at + 1) => Some((Unit::Age, at + if scan.is_joint(at + 1) { 3 } else { 2 })),
        word => currency_word(scan, word, at).or_else(|| measured(scan, word, at, attached)),
    }
}

fn is_old(scan: &Scan<'_>, at: usize) -> bool {
    scan.lower(at + usize::from(scan.is_joint(at)))
        .as_str()
        .starts_with("old")
}

/// "43 million won", "5,000 won (…)": but of nine seats five are won.
fn is_sum(scan: &Scan<'_>, at: usize) -> bool {
    let magnitude = at.checked_sub(1).map(|before| scan.lower(before));
    magnitude.is_some_and(|word| ["thousand", "million", "billion", "trillion"].contains(&word.as_str()))
        || scan.token(at + 1).is_some_and(|t| t.is('('))
}

fn currency_word(scan: &Scan<'_>, word: &str, at: usize) -> Option<(Unit, usize)> {
    let code = match word {
        "dollar" | "dollars" | "usd" => "USD",
        "euro" | "euros" | "eur" => "EUR",
        "gbp" | "sterling" => "GBP",
        "yen" => "JPY",
        "yuan" | "renminbi" => "CNY",
        "rouble" | "roubles" | "ruble" | "rubles" => "RUB",
        "rupee" | "rupees" => "INR",
        "franc" | "francs" => "CHF",
        "won" if is_sum(scan, at) => "KRW",
        "rand" => "ZAR",
        "baht" => "THB",
        "shekel" | "shekels" => "ILS",
        "rupiah" => "IDR",
        "ringgit" => "MYR",
        "dong" => "VND",
        "naira" => "NGN",
        "forint" | "forints" => "HUF",
        "hryvnia" | "hryvnias" | "hryvna" => "UAH",
        "tenge" => "KZT",
        "krona" | "kronor" | "crown" | "crowns" => "SEK",
        "cents" | "pence" => return Some((Unit::Money(Currency("XXC")), at + 1)),
        "us" | "canadian" | "australian" if scan.lower(at + 1).as_str() == "dollars" => {
            let code = match word {
                "us" => "USD",
                "canadian" => "CAD",
                _ => "AUD",
            };
            return Some((Unit::Money(Currency(code)), at + 2));
        }
        _ => return None,
    };
    Some((Unit::Money(Currency(code)), at + 1))
}
