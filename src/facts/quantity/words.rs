//! What each number word does.

use super::scan::{Lower, Scan};
use crate::facts::Class;

/// What a number word does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Word {
    /// zero to nineteen
    Unit(f64),
    /// twenty to ninety
    Ten(f64),
    /// hundred, thousand, million
    Scale(f64),
    Dozen,
    /// dozens, hundreds: so many at least
    Many(f64),
    /// several, a couple, a handful: from, to
    Few(f64, f64),
    Half,
    /// third, quarter: the share
    Part(f64),
}

fn word(word: &Lower) -> Option<Word> {
    use Word::{Dozen, Few, Half, Many, Part, Scale, Ten, Unit};
    Some(match word.as_str() {
        "zero" => Unit(0.0),
        "one" => Unit(1.0),
        "two" => Unit(2.0),
        "three" => Unit(3.0),
        "four" => Unit(4.0),
        "five" => Unit(5.0),
        "six" => Unit(6.0),
        "seven" => Unit(7.0),
        "eight" => Unit(8.0),
        "nine" => Unit(9.0),
        "ten" => Unit(10.0),
        "eleven" => Unit(11.0),
        "twelve" => Unit(12.0),
        "thirteen" => Unit(13.0),
        "fourteen" => Unit(14.0),
        "fifteen" => Unit(15.0),
        "sixteen" => Unit(16.0),
        "seventeen" => Unit(17.0),
        "eighteen" => Unit(18.0),
        "nineteen" => Unit(19.0),
        "twenty" => Ten(20.0),
        "thirty" => Ten(30.0),
        "forty" => Ten(40.0),
        "fifty" => Ten(50.0),
        "sixty" => Ten(60.0),
        "seventy" => Ten(70.0),
        "eighty" => Ten(80.0),
        "ninety" => Ten(90.0),
        "hundred" => Scale(1e2),
        "thousand" => Scale(1e3),
        "million" => Scale(1e6),
        "billion" => Scale(1e9),
        "trillion" => Scale(1e12),
        "dozen" => Dozen,
        // From two dozen to under a hundred, from two hundred to under a thousand.
        "dozens" => Many(24.0),
        "scores" => Many(40.0),
        "hundreds" => Many(200.0),
        "thousands" => Many(2e3),
        "millions" => Many(2e6),
        "billions" => Many(2e9),
        "several" => Few(3.0, 12.0),
        "couple" => Few(2.0, 3.0),
        "handful" => Few(2.0, 9.0),
        "half" => Half,
        "third" | "thirds" => Part(1.0 / 3.0),
        "quarter" | "quarters" => Part(0.25),
        "fifths" => Part(0.2),
        _ => return None,
    })
}

/// What the number word at a token does.
pub(super) fn word_at(scan: &Scan<'_>, at: usize) -> Option<Word> {
    if scan.has(at, Class::NumberWord) {
        word(&scan.lower(at))
    } else {
        None
    }
}
