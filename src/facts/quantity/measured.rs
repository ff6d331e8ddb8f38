//! Units of measure: metres, stone and degrees, and a smaller unit behind a larger one.

use super::measure::{Dimension, FOOT, INCH, METRE, Measure, POUND, STONE, Unit, measure};
use super::scan::Scan;
use crate::facts::Class;

pub(super) fn temperature(word: &str) -> Option<Unit> {
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

/// Lengths, areas, weights, volumes, speeds and times. Factors are the legal definitions (NIST SP 811).
pub(super) fn measured(scan: &Scan<'_>, word: &str, at: usize, attached: bool) -> Option<(Unit, usize)> {
    use Dimension::{Area, Volume};
    if matches!(word, "square" | "sq" | "cubic" | "cu") {
        let next = at + 1 + usize::from(scan.is_mark(at + 1, '.') || scan.is_joint(at + 1));
        let side = single(scan.lower(next).as_str(), true)?;
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
    let unit = single(word, attached)?;
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

/// A unit of one word; some letters are one only where a figure is attached to them.
fn single(word: &str, attached: bool) -> Option<Measure> {
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
    Some(unit)
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
    let unit = single(scan.lower(number.end + joint).as_str(), true)?;
    let close = number.end + joint + 1;
    (unit == smaller).then_some((number.value * smaller.factor / larger.factor, close))
}
