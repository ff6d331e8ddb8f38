//! Numbers in digits and in words.

use super::scan::Scan;
use super::spelt::{small, words};
use super::words::{Word, word_at};

/// A number as read, before its unit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Number {
    pub(super) value: f64,
    /// One in the last place that is written.
    pub(super) step: f64,
    /// What the magnitude multiplied it by.
    pub(super) scale: f64,
    /// Was a magnitude written?
    pub(super) magnitude: bool,
    /// How it is written.
    pub(super) form: Form,
    /// What a word such as "dozens" or "several" allows.
    pub(super) vague: Option<(f64, f64)>,
    /// One past its last token.
    pub(super) end: usize,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// In words.
    #[default]
    Words,
    /// In words that round: "two dozen".
    Rough,
    /// A share: two-thirds, one in five.
    Fraction,
    /// In digits.
    Digits,
    /// In digits with commas where no thousands are.
    Malformed,
}

impl Number {
    /// Is it in digits?
    pub(super) fn digits(&self) -> bool {
        matches!(self.form, Form::Digits | Form::Malformed)
    }
}

/// The number that begins at a token.
pub(super) fn read(scan: &Scan<'_>, at: usize) -> Option<Number> {
    let mut number = if scan.is_number(at) {
        digits(scan, at)
    } else {
        words(scan, at)?
    };
    if number.vague.is_none() && number.form != Form::Fraction {
        share(scan, &mut number);
    }
    Some(number)
}

fn digits(scan: &Scan<'_>, at: usize) -> Number {
    let (value, step, malformed) = parse_digits(scan.text(at));
    let mut number = Number {
        value,
        step,
        scale: 1.0,
        form: if malformed { Form::Malformed } else { Form::Digits },
        end: at + 1,
        ..Number::default()
    };
    magnitude(scan, &mut number);
    number
}

/// "3.5 million", "40 thousand", "two hundred thousand".
fn magnitude(scan: &Scan<'_>, number: &mut Number) {
    loop {
        // "a 3-million-euro grant" has a hyphen before its magnitude.
        let at = number.end + usize::from(scan.is_joint(number.end));
        match word_at(scan, at) {
            Some(Word::Scale(scale)) if scan.lower(at).as_str() != "hundred" || !number.digits() => {
                number.value *= scale;
                number.step *= scale;
                number.scale *= scale;
                number.magnitude = true;
                number.end = at + 1;
            }
            _ => return,
        }
    }
}

/// Value, last place and whether the commas are wrong.
fn parse_digits(text: &str) -> (f64, f64, bool) {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let mut value = 0.0;
    for digit in whole.bytes().filter(u8::is_ascii_digit) {
        value = value * 10.0 + f64::from(digit - b'0');
    }
    let mut step = 1.0;
    let mut part = 0.0;
    for digit in decimals.bytes().filter(u8::is_ascii_digit) {
        part = part * 10.0 + f64::from(digit - b'0');
        step /= 10.0;
    }
    (
        value + part * step,
        step,
        wrong_commas(whole) || decimals.contains(['.', ',']),
    )
}

/// Are the groups between commas not of three digits? Indian lakhs (`1,00,000`) are right.
fn wrong_commas(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let Some((last, middle)) = rest.split_last() else {
        return false;
    };
    let thousands = rest.iter().all(|g| g.len() == 3);
    let lakhs = last.len() == 3 && middle.iter().all(|g| g.len() == 2);
    first.len() > 3 || !(thousands || lakhs)
}

/// "one in five", "nine in 10": a share, not two counts.
fn share(scan: &Scan<'_>, number: &mut Number) {
    if scan.lower(number.end).as_str() != "in" || number.magnitude {
        return;
    }
    let whole = if scan.is_number(number.end + 1) {
        let (value, _, malformed) = parse_digits(scan.text(number.end + 1));
        (!malformed).then_some((value, number.end + 2))
    } else {
        small(scan, number.end + 1)
    };
    let one = is_one_of_many(scan, number.end - 1);
    let whole = whole.filter(|(value, end)| {
        *value > number.value
            && (*value <= 10.0 || same_round(*value) || one && *value < YEARS && !is_time(scan, *end))
            && (one || !scan.is_mark(*end, ','))
            && number.value > 0.0
    });
    if let Some((whole, end)) = whole {
        number.value /= whole;
        number.step = 0.1;
        number.form = Form::Fraction;
        number.end = end;
    }
}

/// Wholes from which on "one in 2024" tells a year.
const YEARS: f64 = 1900.0;
/// Words before "one in 12" that make a share of it, and no thing in twelve places.
const BEFORE_ONE: [&str; 13] = [
    "or", "about", "around", "some", "than", "only", "just", "nearly", "almost", "roughly", "that", "every", "for",
];

/// Is the token the "one" of a share: "or one in 12", "about one in 12"?
fn is_one_of_many(scan: &Scan<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|b| scan.range.contains(b));
    scan.lower(at).as_str() == "one"
        && before.is_none_or(|b| BEFORE_ONE.contains(&scan.lower(b).as_str()) || scan.is_mark(b, '('))
}

/// Does a token count time: "one in 12 months"?
fn is_time(scan: &Scan<'_>, at: usize) -> bool {
    let word = scan.lower(at);
    let word = word.as_str().trim_end_matches('s');
    matches!(
        word,
        "second" | "minute" | "hour" | "day" | "week" | "month" | "year" | "%" | "per" | "percent"
    ) || scan.is_mark(at, '%')
}

/// 20, 50, 100, 1,000: the wholes that shares are given of.
fn same_round(value: f64) -> bool {
    value % 10.0 == 0.0 && value <= 10_000.0 && !(1900.0..=2100.0).contains(&value)
}
