//! Digits that count nothing: dates, times of day, scores, parts of names.

use super::bound::Bound;
use super::number::{Form, Number};
use super::scan::Scan;
use super::{Quantity, Unit};
use crate::facts::Class;
use crate::text::{BlockKind, Case, Token};

/// A figure that counts nothing and can be told by its shape alone.
pub(super) fn no_figure(scan: &Scan<'_>, at: usize) -> Option<Quantity> {
    if let Some(date) = scan.date_at(at) {
        let year = date.year_token == Some(at);
        return Some(plain(scan, at, at + 1, if year { Unit::Year } else { Unit::Day }));
    }
    if !scan.is_number(at) {
        return None;
    }
    let joined =
        |i: usize, marks: &[char]| marks.iter().any(|m| scan.is_mark(i, *m)) && !scan.spaced(i) && !scan.spaced(i + 1);
    // 9/11, 24/7, 1/2
    if joined(at + 1, &['/']) && scan.is_number(at + 2) {
        let third = joined(at + 3, &['/']) && scan.is_number(at + 4);
        return Some(plain(scan, at, at + if third { 5 } else { 3 }, Unit::Name));
    }
    // 10:30, 1:59:40
    if joined(at + 1, &[':']) && scan.is_number(at + 2) {
        let third = joined(at + 3, &[':']) && scan.is_number(at + 4);
        return Some(plain(scan, at, at + if third { 5 } else { 3 }, Unit::Clock));
    }
    if is_time_of_day(scan, at + 1) {
        return Some(plain(scan, at, at + 2, Unit::Clock));
    }
    // F-16, Covid-19, C4: a word and a figure in one
    let before = scan.before(at);
    if before.is_some_and(|t| t.is('-') && !t.spaced) && !scan.spaced(at) {
        let two_before = at.checked_sub(2).and_then(|i| scan.token(i));
        if two_before.is_some_and(Token::is_word) {
            return Some(plain(scan, at, at + 1, Unit::Name));
        }
    }
    if before.is_some_and(|t| t.is_word() || t.is('.') || t.is('/') || t.is('_') || t.is('#')) && !scan.spaced(at) {
        return Some(plain(scan, at, at + 1, Unit::Name));
    }
    // 2-1, 65–62: a result, unless it rises and something is counted
    if scan.is_dash(at + 1) && scan.is_number(at + 2) {
        let (a, b) = (small(scan, at), small(scan, at + 2));
        let more = scan.is_dash(at + 3) && scan.is_number(at + 4);
        let bare = !scan.token(at + 3).is_some_and(|t| t.is_word() && t.case == Case::Lower)
            && before.is_some_and(Token::is_capitalised)
            && !scan.is_mark(at + 3, '%');
        if more || matches!((a, b), (Some(a), Some(b)) if a >= b || bare) {
            return Some(plain(scan, at, at + if more { 5 } else { 3 }, Unit::Score));
        }
    }
    None
}

/// What a bare number is, where its neighbours tell.
pub(super) fn refine(scan: &Scan<'_>, at: usize, end: usize, value: f64, number: &Number) -> Unit {
    if number.form == Form::Malformed {
        return Unit::Malformed;
    }
    if number.digits() && !number.magnitude && is_year(scan, at, end, value) {
        return Unit::Year;
    }
    if is_age(scan, at, end, value, number) {
        return Unit::Age;
    }
    // "23XI Racing": capitals that are joined to a figure and are no unit make a name of it.
    let joined = scan.token(end).is_some_and(|t| t.is_word() && t.case == Case::Upper) && !scan.spaced(end);
    if joined || is_named(scan, at) {
        return Unit::Name;
    }
    Unit::Count
}

fn plain(scan: &Scan<'_>, at: usize, end: usize, unit: Unit) -> Quantity {
    let end = end.min(scan.range.end);
    let value = super::number::read(scan, at).map_or(0.0, |n| n.value);
    let words = scan.document.span_of(at..end);
    Quantity {
        span: words,
        figure: words,
        tokens: at..end,
        value,
        low: value,
        high: value,
        step: 1.0,
        bound: Bound::Exact,
        unit,
        magnitude: false,
        counted: None,
        sentence: 0,
    }
}

fn is_time_of_day(scan: &Scan<'_>, at: usize) -> bool {
    matches!(
        scan.lower(at).as_str(),
        "a.m." | "p.m." | "am" | "pm" | "a.m" | "p.m" | "o'clock" | "gmt" | "bst" | "et"
    )
}

fn small(scan: &Scan<'_>, at: usize) -> Option<u32> {
    scan.text(at).parse().ok().filter(|n| *n < 300)
}

/// Four digits without a comma are a year, unless people or things follow.
fn is_year(scan: &Scan<'_>, at: usize, end: usize, value: f64) -> bool {
    if !(1500.0..=2100.0).contains(&value) || scan.text(at).len() != 4 {
        return false;
    }
    // "1500 patents", "1500 residents": a round figure before a plural.
    let round = value < 1900.0 && super::same(value % 100.0, 0.0);
    if round && super::counted::after(scan, end, value).is_some() {
        return false;
    }
    let determined = scan.before(at).is_some_and(|t| scan.lexicon.is(t, Class::FigureStop));
    determined || !scan.has(end, Class::PersonNoun)
}

/// ", 34," after a name; "aged 34"; "(34)" after a name.
fn is_age(scan: &Scan<'_>, at: usize, end: usize, value: f64, number: &Number) -> bool {
    if !(1.0..=115.0).contains(&value) || number.magnitude || number.step < 1.0 {
        return false;
    }
    let of = usize::from(scan.lower(at.wrapping_sub(1)).as_str() == "of");
    if matches!(scan.lower(at.wrapping_sub(1 + of)).as_str(), "aged" | "age") {
        return true;
    }
    if !number.digits() || at < 2 {
        return false;
    }
    // "Ada Fenwick, who is 41,".
    let told = matches!(scan.lower(at - 1).as_str(), "is" | "was") && scan.lower(at - 2).as_str() == "who";
    if told {
        let name = at >= 4 && scan.is_mark(at - 3, ',') && scan.token(at - 4).is_some_and(Token::is_capitalised);
        return name && scan.token(end).is_none_or(|t| t.is(',') || t.is('.') || t.is(';'));
    }
    let name = scan.token(at - 2).is_some_and(Token::is_capitalised)
        && !scan.has(at - 2, Class::Month)
        && !scan.has(at - 2, Class::Weekday);
    let comma = scan.is_mark(at - 1, ',')
        && scan.token(end).is_none_or(|t| {
            matches!(
                t.kind,
                crate::text::TokenKind::Mark(',' | '.' | ';' | ':' | '-' | '–' | '—' | '!' | '?' | '”' | '"')
            )
        });
    let bracket = scan.is_mark(at - 1, '(') && scan.is_mark(end, ')') && value >= 10.0;
    name && (comma || bracket)
}

/// Words that a number is part of a name after.
fn is_named(scan: &Scan<'_>, at: usize) -> bool {
    let dotted = usize::from(scan.before(at).is_some_and(|t| t.is('.')));
    let Some(before) = at.checked_sub(1 + dotted) else {
        return false;
    };
    let Some(token) = scan.token(before) else { return false };
    if !token.is_word() {
        return false;
    }
    let numbered = matches!(
        scan.lower(before).as_str(),
        "no" | "nos"
            | "number"
            | "route"
            | "section"
            | "type"
            | "article"
            | "chapter"
            | "highway"
            | "interstate"
            | "flight"
            | "boeing"
            | "airbus"
            | "apollo"
            | "level"
            | "grade"
            | "phase"
            | "volume"
            | "season"
            | "series"
            | "episode"
            | "part"
            | "room"
            | "channel"
            | "radio"
            | "page"
            | "pages"
            | "round"
            | "game"
            | "class"
            | "category"
            | "formula"
            | "group"
            | "stage"
            | "line"
            | "lines"
            | "gate"
            | "platform"
            | "proposition"
            | "amendment"
            | "resolution"
            | "bbc"
            | "iphone"
            | "windows"
            | "unit"
            | "block"
            | "building"
            | "apartment"
            | "suite"
            | "box"
            | "model"
            | "version"
            | "tier"
            | "top"
            | "division"
            | "area"
            | "zone"
            | "week"
            | "step"
            | "rule"
            | "item"
            | "question"
            | "lane"
            | "runway"
            | "sector"
            | "super"
            | "war"
    );
    if dotted == 1 {
        return numbered && matches!(scan.lower(before).as_str(), "no" | "nos");
    }
    // "WT 360:", "BBC 6"
    if numbered || (token.case == Case::Upper && scan.is_mark(at + 1, ':')) {
        return scan.lower(before).as_str() != "no" || token.case != Case::Lower;
    }
    // A capitalised word inside running copy; in headlines every word may be capitalised.
    let blocks = &scan.document.blocks;
    let block = blocks.get(blocks.partition_point(|b| b.tokens.end <= at));
    let heading = block.is_some_and(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Heading));
    !heading
        && scan.is_number(at)
        && token.case != Case::Lower
        && before > scan.range.start
        && !scan.has(before, Class::Weekday)
        && !scan.has(before, Class::Month)
        && !scan.has(before, Class::FigureStop)
        && !super::counted::is_plural(scan.text(at + 1))
}
