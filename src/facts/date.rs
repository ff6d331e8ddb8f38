//! Days, months, years and weekdays.

use super::{Class, Lexicon};
use crate::text::{Document, Span, TokenKind};
use jiff::civil::{Date, Weekday};
use std::ops::Range;

/// A date or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// The words, weekday included.
    pub span: Span,
    /// The tokens of the words.
    pub tokens: Range<usize>,
    /// The weekday that is named, and where.
    pub weekday: Option<(Weekday, Span)>,
    /// The words of day, month and year without the weekday; empty if only a weekday is named.
    pub calendar: Span,
    /// 1–31.
    pub day: Option<i8>,
    /// 1–12.
    pub month: Option<i8>,
    /// 1500–2100.
    pub year: Option<i16>,
    /// The token of the year.
    pub year_token: Option<usize>,
    /// The number of its sentence.
    pub sentence: usize,
}

impl DateMention {
    /// The day itself, where day, month and year are all named and such a day exists.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?).ok()
    }

    /// The day, with the year taken so that it lies nearest to another day.
    #[must_use]
    pub fn nearest(&self, to: Date) -> Option<Date> {
        let (month, day) = (self.month?, self.day?);
        (to.year() - 1..=to.year() + 1)
            .filter_map(|year| Date::new(year, month, day).ok())
            .min_by_key(|date| days_between(*date, to).unsigned_abs())
    }
}

/// How the months begin.
const MONTHS: [&[u8; 3]; 12] = [
    b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec",
];

/// How many days lie from one day to another; negative if the second is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    // Whole days between civil dates need no time zone and cannot overflow for the years read here.
    (to - from).get_days()
}

/// All dates of a document's copy, in order.
#[must_use]
pub fn find(document: &Document, lexicon: &Lexicon) -> Vec<DateMention> {
    let mut out: Vec<DateMention> = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        if !document.kind_of(sentence).is_copy() {
            continue;
        }
        let reader = Reader {
            document,
            lexicon,
            range: sentence.tokens.clone(),
        };
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match reader.may_begin(at).then(|| reader.read(at)).flatten() {
                Some(mut mention) => {
                    at = mention.tokens.end;
                    mention.sentence = number;
                    out.push(mention);
                }
                None => at += 1,
            }
        }
    }
    out
}

struct Reader<'a> {
    document: &'a Document,
    lexicon: &'a Lexicon,
    range: Range<usize>,
}

/// Day, month and year, and one past the last token.
#[derive(Clone, Copy)]
struct Calendar {
    day: Option<i8>,
    month: i8,
    year: Option<(i16, usize)>,
    start: usize,
    end: usize,
}

impl Reader<'_> {
    fn text(&self, at: usize) -> &str {
        if self.range.contains(&at) {
            self.document.tokens[at].span.of(&self.document.text)
        } else {
            ""
        }
    }

    fn is(&self, at: usize, mark: char) -> bool {
        self.range.contains(&at) && self.document.tokens[at].is(mark)
    }

    fn spaced(&self, at: usize) -> bool {
        !self.range.contains(&at) || self.document.tokens[at].spaced
    }

    fn class(&self, at: usize, class: Class) -> bool {
        self.range.contains(&at) && {
            let token = &self.document.tokens[at];
            token.is_capitalised() && self.lexicon.is(token, class)
        }
    }

    /// A date begins with a day, a month or a weekday; nearly all words are none.
    fn may_begin(&self, at: usize) -> bool {
        let token = &self.document.tokens[at];
        token.kind == TokenKind::Number
            || (token.is_capitalised() && self.lexicon.any(token.word, &[Class::Weekday, Class::Month]))
    }

    fn read(&self, at: usize) -> Option<DateMention> {
        if let Some(weekday) = self.weekday(at) {
            let mut next = at + 1;
            next += usize::from(self.is(next, '.') && self.text(at).len() < 6);
            let bare = next;
            // "Tuesday, 4 March", "Tuesday (March 4)", "Tuesday the 4th of March", "Tuesday night, March 4"
            next += usize::from(is_part_of_day(self.text(next)));
            next += usize::from(self.is(next, ',') || self.is(next, '('));
            next += usize::from(self.text(next).eq_ignore_ascii_case("the"));
            let calendar = self.calendar(next).filter(|c| c.day.is_some());
            return Some(self.mention(at, calendar, Some((weekday, at)), bare));
        }
        let calendar = self.calendar(at)?;
        // "March 4, a Tuesday", "March 4 (Tuesday)"
        let mut next = calendar.end;
        let bracket = self.is(next, '(');
        let comma = self.is(next, ',') && self.text(next + 1).eq_ignore_ascii_case("a");
        if bracket || comma {
            next += 1 + usize::from(comma);
            if let Some(weekday) = self.weekday(next).filter(|_| calendar.day.is_some()) {
                let close = next + 1 + usize::from(bracket && self.is(next + 1, ')'));
                return Some(self.mention(at, Some(calendar), Some((weekday, next)), close));
            }
        }
        Some(self.mention(at, Some(calendar), None, calendar.end))
    }

    fn mention(
        &self,
        at: usize,
        calendar: Option<Calendar>,
        weekday: Option<(Weekday, usize)>,
        least_end: usize,
    ) -> DateMention {
        let end = calendar.map_or(least_end, |c| c.end.max(least_end)).min(self.range.end);
        let span = self.document.span_of(at..end);
        DateMention {
            span,
            tokens: at..end,
            weekday: weekday.map(|(day, token)| (day, self.document.tokens[token].span)),
            calendar: calendar.map_or(
                Span {
                    start: span.start,
                    end: span.start,
                },
                |c| self.document.span_of(c.start..c.end),
            ),
            day: calendar.and_then(|c| c.day),
            month: calendar.map(|c| c.month),
            year: calendar.and_then(|c| c.year).map(|(year, _)| year),
            year_token: calendar.and_then(|c| c.year).map(|(_, token)| token),
            sentence: 0,
        }
    }

    fn weekday(&self, at: usize) -> Option<Weekday> {
        if !self.class(at, Class::Weekday) {
            return None;
        }
        let word = self.text(at).as_bytes();
        // "Sun" and "Sat" are also a paper and a verb; short forms count only before a stop or a figure.
        if word.len() < 6 && !self.is(at + 1, '.') && !self.is_number(at + 1) && !self.class(at + 1, Class::Month) {
            return None;
        }
        Some(match word.get(..2)? {
            [b'M' | b'm', _] => Weekday::Monday,
            [b'T' | b't', b'U' | b'u'] => Weekday::Tuesday,
            [b'W' | b'w', _] => Weekday::Wednesday,
            [b'T' | b't', _] => Weekday::Thursday,
            [b'F' | b'f', _] => Weekday::Friday,
            [_, b'A' | b'a'] => Weekday::Saturday,
            _ => Weekday::Sunday,
        })
    }

    fn month(&self, at: usize) -> Option<i8> {
        if !self.class(at, Class::Month) {
            return None;
        }
        let start = self.text(at).as_bytes().get(..3)?;
        let number = MONTHS.iter().position(|n| start.eq_ignore_ascii_case(*n))?;
        Some(number as i8 + 1)
    }

    fn is_number(&self, at: usize) -> bool {
        self.range.contains(&at) && self.document.tokens[at].kind == TokenKind::Number
    }

    /// A day of a month with its ordinal ending, and one past its last token.
    fn day(&self, at: usize) -> Option<(i8, usize)> {
        if !self.is_number(at) {
            return None;
        }
        let day = self.text(at).parse().ok().filter(|d| (1..=31).contains(d))?;
        let ending = !self.spaced(at + 1) && matches!(self.text(at + 1), "st" | "nd" | "rd" | "th");
        Some((day, at + 1 + usize::from(ending)))
    }

    /// A year, if one stands at a token.
    fn year(&self, at: usize) -> Option<i16> {
        // A time of day on the next line ("2000") is no year: a sentence ends with its line.
        let text = self.text(at);
        (self.is_number(at) && text.len() == 4)
            .then(|| text.parse().ok().filter(|y| (1500..=2100).contains(y)))
            .flatten()
    }

    /// "March 4, 2025", "4 March 2025", "March 2025".
    fn calendar(&self, at: usize) -> Option<Calendar> {
        if let Some(month) = self.month(at) {
            let mut end = at + 1;
            end += usize::from(self.is(end, '.') && self.text(at).len() < 5);
            let Some((day, after)) = self.day(end).filter(|(_, after)| !self.is_clock(*after)) else {
                let year = self.year(end + usize::from(self.is(end, ',')));
                let at_year = end + usize::from(self.is(end, ','));
                // "May" and "March" alone are words like others.
                return year.map(|year| Calendar {
                    day: None,
                    month,
                    year: Some((year, at_year)),
                    start: at,
                    end: at_year + 1,
                });
            };
            return Some(self.with_year(Some(day), month, at, after));
        }
        let (day, mut after) = self.day(at)?;
        after += usize::from(self.text(after).eq_ignore_ascii_case("of"));
        let month = self.month(after)?;
        let dot = usize::from(self.is(after + 1, '.') && self.text(after).len() < 5 && self.year(after + 2).is_some());
        Some(self.with_year(Some(day), month, at, after + 1 + dot))
    }

    fn with_year(&self, day: Option<i8>, month: i8, start: usize, end: usize) -> Calendar {
        let comma = usize::from(self.is(end, ','));
        let year = self.year(end + comma);
        Calendar {
            day,
            month,
            year: year.map(|y| (y, end + comma)),
            start,
            end: if year.is_some() { end + comma + 1 } else { end },
        }
    }

    /// "May 5:30" and "March 10-12 …" open something else than a day.
    fn is_clock(&self, after: usize) -> bool {
        self.is(after, ':') && !self.spaced(after)
    }
}

fn is_part_of_day(word: &str) -> bool {
    ["morning", "afternoon", "evening", "night", "lunchtime"]
        .iter()
        .any(|w| w.eq_ignore_ascii_case(word))
}
