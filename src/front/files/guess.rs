//! Which old encoding some bytes are in, where nothing says so.
//!
//! The detector weighs languages, and for a few signs among English words it has little to go on: a pound sign
//! before a sum is to it the Ł of a Polish name. This program reads English, so windows-1252 is right unless the
//! words come out worse in it than in what was guessed.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, WINDOWS_1252};

/// So many letters above ASCII in a row are no word of a western language: they are another alphabet.
const FOREIGN_RUN: usize = 4;

/// The likeliest encoding of bytes that are not UTF-8.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    let worse = || flaws(bytes, WINDOWS_1252) > flaws(bytes, guessed);
    if guessed != WINDOWS_1252 && worse() {
        guessed
    } else {
        WINDOWS_1252
    }
}

/// How often what bytes say in an encoding is what nobody writes: a sign inside a word (`Wa³êsa`) or a currency
/// before one (`£ukasz`), a letter above ASCII against a figure (`Ł4.2m`), an accented word without a plain letter,
/// a control character.
fn flaws(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let (mut flaws, mut run) = (0, 0);
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied().unwrap_or(' ');
        let accented = matches!(c, '\u{c0}'..='\u{24f}') && c.is_alphabetic();
        run = if accented { run + 1 } else { 0 };
        let wrong = if c.is_ascii() {
            false
        } else if c.is_alphabetic() {
            run == FOREIGN_RUN || after.is_ascii_digit() && !before.is_alphabetic()
        } else if matches!(c, '£' | '¥' | '¢' | '¤') {
            // “£m” and “£bn” stand in tables: a word has its vowels.
            let word = rest.clone().take_while(|c| c.is_alphabetic()).count() > 2;
            word || before.is_alphabetic() && after.is_alphabetic()
        } else {
            let joins = matches!(c, '\u{b7}' | '\u{ad}' | '\u{2010}'..='\u{2027}');
            let inside = before.is_alphabetic() && after.is_alphabetic();
            c == char::REPLACEMENT_CHARACTER || c.is_control() || inside && !joins && !c.is_whitespace()
        };
        flaws += usize::from(wrong);
        before = c;
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> String {
        guess(bytes).decode_without_bom_handling(bytes).0.into_owned()
    }

    #[test]
    fn a_pound_is_no_polish_letter() {
        for copy in [
            "Council approves £4.2m quay",
            "The pier cost £40,000, “a bargain” – and £3 to enter, the café’s owner said.",
            "A £1bn fund, of which €300m is spent",
            "The £ fell against the €.",
        ] {
            let (bytes, ..) = WINDOWS_1252.encode(copy);
            assert_eq!(read(&bytes), copy);
        }
    }

    #[test]
    fn names_and_other_alphabets_are_evidence() {
        let polish = "Union leader Lech Wałęsa met Łukasz Żak and Stanisław Kowal in Gdańsk on Monday.";
        let (bytes, ..) = encoding_rs::WINDOWS_1250.encode(polish);
        assert_eq!(read(&bytes), polish);
        let russian = "Мост закрыт до мая, сообщил в понедельник мэр города.";
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(russian);
        assert_eq!(read(&bytes), russian);
    }
}
