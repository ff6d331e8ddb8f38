//! The unit of a figure, read from the words around it.

use super::measure::{Currency, Dimension, FOOT, INCH, METRE, Measure, POUND, STONE, Unit, measure};
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
    let (unit, end) = plain(scan, at, value * scale).unwrap_or((Unit::Count, at));
    Read { unit, scale, end }
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

fn temperature(word: &str) -> Option<Unit> {
    let (factor, offset, metric) = match word {
        "C" | "Celsius" | "celsius" | "centigrade" => (1.0, 0.0, true),
        "F" | "Fahrenheit" | "fahrenheit" => (5.0 / 9.0, 32.0, false),
        _ => return None,
    };
    Some(Unit::Measure(Measure {
        dimension: Dimension::Temperature,
        factor,
        offset,
        metric,
    }))
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

/// Lengths, areas, weights, volumes, speeds and times. Factors are the legal definitions (NIST SP 811).
fn measured(scan: &Scan<'_>, word: &str, at: usize, attached: bool) -> Option<(Unit, usize)> {
    use Dimension::{Area, Volume};
    if matches!(word, "square" | "sq" | "cubic" | "cu") {
        let next = at + 1 + usize::from(scan.is_mark(at + 1, '.') || scan.is_joint(at + 1));
        let (side, _) = single(scan.lower(next).as_str(), true)?;
        let (dimension, power) = if word.starts_with("sq") { (Area, 2) } else { (Volume, 3) };
        return (side.dimension == Dimension::Length).then(|| {
            (
                Unit::Measure(measure(dimension, side.factor.powi(power), side.metric)),
                next + 1,
            )
        });
    }
    if word == "nautical" && scan.lower(at + 1).as_str().starts_with("mile") {
        return Some((Unit::Measure(measure(Dimension::Length, 1852.0, false)), at + 2));
    }
    let (unit, needs_space) = single(word, attached)?;
    if needs_space && !attached && !scan.spaced(at) {
        return None;
    }
    let end = at + 1 + usize::from(is_stop_of(scan, at + 1, word));
    if unit.dimension == Dimension::Length {
        // "km/h", "miles per hour", "17m/s"
        let slash = scan.is_mark(end, '/');
        let per = matches!(scan.lower(end).as_str(), "per" | "an");
        if slash || per {
            let seconds = match scan.lower(end + 1).as_str() {
                "h" | "hr" | "hour" => Some(3600.0),
                "s" | "sec" | "second" => Some(1.0),
                _ => None,
            };
            if let Some(seconds) = seconds {
                let speed = measure(Dimension::Speed, unit.factor / seconds, unit.metric);
                return Some((Unit::Measure(speed), end + 2));
            }
        }
        if scan.is_mark(end, '²') {
            return Some((Unit::Measure(measure(Area, unit.factor.powi(2), unit.metric)), end + 1));
        }
    }
    Some((Unit::Measure(unit), end))
}

/// Is it the stop of an abbreviation: `5 ft. tall`?
fn is_stop_of(scan: &Scan<'_>, at: usize, word: &str) -> bool {
    matches!(word, "ft" | "in" | "lb" | "lbs" | "oz" | "sq" | "yd" | "mi")
        && scan.is_mark(at, '.')
        && !scan.spaced(at)
        && scan.token(at + 1).is_some()
}

/// A unit of one word, and whether it must be set off by a space or a hyphen.
fn single(word: &str, attached: bool) -> Option<(Measure, bool)> {
    use Dimension::{Area, Length, Mass, Speed, Time, Volume};
    let unit = match word {
        "km" | "kms" | "kilometre" | "kilometres" | "kilometer" | "kilometers" => measure(Length, 1e3, true),
        "metre" | "metres" | "meter" | "meters" => METRE,
        "m" if attached => METRE,
        "cm" | "centimetre" | "centimetres" | "centimeter" | "centimeters" => measure(Length, 0.01, true),
        "mm" | "millimetre" | "millimetres" | "millimeter" | "millimeters" => measure(Length, 0.001, true),
        "mile" | "miles" | "mi" => measure(Length, 1609.344, false),
        "yard" | "yards" | "yd" | "yds" => measure(Length, 0.9144, false),
        "foot" | "feet" | "ft" => FOOT,
        "inch" | "inches" => INCH,
        "in" if attached => INCH,
        "hectare" | "hectares" | "ha" => measure(Area, 1e4, true),
        "acre" | "acres" => measure(Area, 4046.856, false),
        "kg" | "kgs" | "kilo" | "kilos" | "kilogram" | "kilograms" | "kilogramme" | "kilogrammes" => {
            measure(Mass, 1.0, true)
        }
        "gram" | "grams" | "gramme" | "grammes" => measure(Mass, 0.001, true),
        "g" if attached => measure(Mass, 0.001, true),
        "tonne" | "tonnes" => measure(Mass, 1e3, true),
        "ton" | "tons" => measure(Mass, 907.185, false),
        "pound" | "pounds" | "lb" | "lbs" => POUND,
        "stone" => STONE,
        "st" if attached => STONE,
        "ounce" | "ounces" | "oz" => measure(Mass, 0.028_349_5, false),
        "litre" | "litres" | "liter" | "liters" => measure(Volume, 0.001, true),
        "gallon" | "gallons" => measure(Volume, 0.003_785_41, false),
        "pint" | "pints" => measure(Volume, 0.000_473_176, false),
        "barrel" | "barrels" => measure(Volume, 0.158_987, false),
        "mph" => measure(Speed, 0.447_04, false),
        "kph" | "kmh" | "kmph" => measure(Speed, 1.0 / 3.6, true),
        "knot" | "knots" => measure(Speed, 0.514_444, false),
        "second" | "seconds" | "sec" | "secs" => measure(Time, 1.0, true),
        "minute" | "minutes" | "min" | "mins" => measure(Time, 60.0, true),
        "hour" | "hours" | "hr" | "hrs" => measure(Time, 3600.0, true),
        "day" | "days" => measure(Time, 86_400.0, true),
        "week" | "weeks" => measure(Time, 604_800.0, true),
        // The mean month and year of the Gregorian calendar.
        "month" | "months" => measure(Time, 2_629_746.0, true),
        "year" | "years" => measure(Time, 31_556_952.0, true),
        "decade" | "decades" => measure(Time, 315_569_520.0, true),
        "century" | "centuries" => measure(Time, 3_155_695_200.0, true),
        _ => return None,
    };
    Some((unit, false))
}

/// "6ft 2in", "11 stone 4": the smaller part in the larger unit, and one past its last token.
pub(super) fn smaller_part(scan: &Scan<'_>, at: usize, larger: Measure) -> Option<(f64, usize)> {
    let smaller = if larger == FOOT {
        INCH
    } else if larger == STONE {
        POUND
    } else {
        return None;
    };
    let at = at + usize::from(scan.is_mark(at, ',') || scan.lower(at).as_str() == "and");
    if !scan.is_number(at) && !scan.has(at, Class::NumberWord) {
        return None;
    }
    let number = super::number::read(scan, at).filter(|n| n.value < 14.0)?;
    let joint = usize::from(scan.is_joint(number.end));
    let (unit, _) = single(scan.lower(number.end + joint).as_str(), true)?;
    let close = number.end + joint + 1;
    (unit == smaller).then_some((number.value * smaller.factor / larger.factor, close))
}
