//! From bytes of a code page, numbers and plain text to letters.

use super::{Destination, State};
use std::ops::Range;

impl<'a> State<'a, '_> {
    pub(super) fn byte(&mut self, byte: u8, place: Range<usize>) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        if self.is_silent() {
            return;
        }
        if self.bytes.1.end != place.start {
            self.decode();
        }
        if self.bytes.0.is_empty() {
            self.bytes.1 = place.clone();
        }
        self.bytes.0.push(byte);
        self.bytes.1.end = place.end;
    }

    /// Writes the bytes that wait: of a code page with one byte a letter, letter by letter.
    pub(super) fn decode(&mut self) {
        if self.bytes.0.is_empty() {
            return;
        }
        let (bytes, place) = std::mem::take(&mut self.bytes);
        let encoding = *self.fonts.get(&self.group().font).unwrap_or(&self.page);
        if encoding.is_single_byte() {
            let each = (place.end - place.start) / bytes.len();
            for (at, byte) in bytes.iter().enumerate() {
                let letter = encoding.decode_without_bom_handling(std::slice::from_ref(byte)).0;
                let start = place.start + at * each;
                self.write(&letter, start..start + each);
            }
        } else {
            self.write(&encoding.decode_without_bom_handling(&bytes).0, place);
        }
    }

    /// A character by its number, which is written as a signed 16-bit one.
    pub(super) fn unicode(&mut self, number: i32, place: Range<usize>) {
        self.skip = self.group().stand_ins;
        let unit = number.cast_unsigned() as u16;
        let half = self.half.take();
        let start = half.map_or(place.start, |h| h.1);
        let units: Vec<u16> = half.map(|h| h.0).into_iter().chain([unit]).collect();
        if (0xd800..0xdc00).contains(&unit) {
            self.half = Some((unit, place.start));
            return;
        }
        let text: String = char::decode_utf16(units).filter_map(Result::ok).collect();
        self.write(&text, start..place.end);
    }

    pub(super) fn text(&mut self, mut text: &'a str, mut at: usize) {
        while self.skip > 0
            && let Some(first) = text.chars().next()
        {
            self.skip -= 1;
            text = &text[first.len_utf8()..];
            at += first.len_utf8();
        }
        let group = self.group();
        if group.place == Destination::Styles && !group.silent {
            self.style.1.push_str(text);
            return;
        }
        if self.is_silent() {
            return;
        }
        for part in text.split_inclusive(' ') {
            let word = part.trim_end_matches(' ');
            if !word.is_empty() {
                self.write(word, at..at + word.len());
            }
            if word.len() < part.len() && self.open.is_some() {
                let place = at + word.len()..at + part.len();
                self.space.get_or_insert((" ", place));
            }
            at += part.len();
        }
    }
}
