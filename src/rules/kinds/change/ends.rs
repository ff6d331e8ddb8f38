//! Where a change goes from, and where it goes to.

use crate::facts::quantity::{Quantity, Unit};
use crate::rules::Page;
use crate::text::phrase::Tag;
use crate::text::{Token, TokenKind};
use std::ops::Range;

/// The two figures of a change.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules::kinds) struct Ends<'a> {
    pub(in crate::rules::kinds) from: &'a Quantity,
    pub(in crate::rules::kinds) to: &'a Quantity,
}

/// Words that may stand between "from" and its figure: "on last year's £42m".
const DETERMINERS: [&str; 9] = ["the", "last", "previous", "its", "their", "his", "her", "year", "month"];
/// So many of them stand there at most, the possessive counted.
const MOST_DETERMINERS: usize = 4;

/// Which of two figures of one sentence, in their order in the text, is the old one and which the new:
/// "from 400 to 480", "to 480 from 400", "480, up from 400", "to 480, compared with 400 a year earlier". `then` are
/// phrases for the time before.
pub(in crate::rules::kinds) fn ends<'a>(
    page: &Page<'_>,
    first: &'a Quantity,
    second: &'a Quantity,
    then: Option<Tag>,
) -> Option<Ends<'a>> {
    if !are_alike(first, second) || first.sentence != second.sentence || is_ratio(page, first, second) {
        return None;
    }
    let (led, back) = (lead(page, first), lead(page, second));
    let forth = page.reads(led, &["from"]) && page.reads(back, &["to"]);
    if forth {
        return Some(Ends {
            from: first,
            to: second,
        });
    }
    let reached = page.reads(led, &["to"]);
    let compared = page.reads(back, &["with", "to"]) && page.reads(back.wrapping_sub(1), &["compared"])
        || page.reads(back, &["against"]);
    let told = reached && (page.reads(back, &["from"]) || compared && is_of_then(page, second, then));
    (told || goes_on(page, first, back)).then_some(Ends {
        from: second,
        to: first,
    })
}

/// "20 to 1", "18-to-1": odds and ratios, in which "to" leads nowhere. What falls to one boat counts boats.
fn is_ratio(page: &Page<'_>, first: &Quantity, second: &Quantity) -> bool {
    let bare = |q: &Quantity| q.unit == Unit::Count && q.counted.is_none() && !q.magnitude;
    let one = (second.value - 1.0).abs() < f64::EPSILON && first.value > second.value;
    let start = page.document.tokens_in(second.span).start;
    let close = start <= first.tokens.end + 3 && page.reads(lead(page, second), &["to"]);
    one && close && bare(first) && bare(second)
}

/// Do two figures measure one thing, and are they written alike? A count may have its thousands in words once.
pub(super) fn are_alike(first: &Quantity, second: &Quantity) -> bool {
    first.unit == second.unit && (first.magnitude == second.magnitude || first.unit == Unit::Count)
}

/// The token that leads to a figure, determiners left out.
fn lead(page: &Page<'_>, figure: &Quantity) -> usize {
    let start = page.document.tokens_in(figure.span).start;
    let passed = (0..MOST_DETERMINERS).take_while(|back| {
        let at = start.wrapping_sub(1 + back);
        let token = page.document.tokens.get(at);
        token.is_some_and(|t| t.kind == TokenKind::Possessive) || page.reads(at, &DETERMINERS)
    });
    start.wrapping_sub(1 + passed.count())
}

/// "480, up from 400": the new figure stands in front, and nothing but a mark and what it counts behind it.
fn goes_on(page: &Page<'_>, first: &Quantity, back: usize) -> bool {
    let way = back.wrapping_sub(1);
    page.reads(back, &["from"]) && page.reads(way, &["up", "down"]) && opens(page, end_of(first), way)
}

/// Is there a mark before a token, and before that mark no more than a figure, or a figure and a time?
fn opens(page: &Page<'_>, end: usize, at: usize) -> bool {
    let between = page.document.tokens.get(end..at).unwrap_or_default();
    matches!(between, [mark] | [_, mark] if is_pause(mark))
}

/// A comma, a bracket or a dash.
pub(super) fn is_pause(token: &Token) -> bool {
    token.is(',') || token.is('(') || token.is('-') || token.is('–') || token.is('—')
}

/// Does a figure belong to the time before: "42 a year earlier", or the sentence ends with it?
fn is_of_then(page: &Page<'_>, figure: &Quantity, then: Option<Tag>) -> bool {
    let end = end_of(figure);
    let closes = page
        .document
        .tokens
        .get(end)
        .is_none_or(|t| matches!(t.kind, TokenKind::Mark('.' | ')' | ';')));
    closes || behind_then(page, end..end + NEAR_THEN, then) > end
}

/// Behind a figure "a year earlier" begins so many tokens further on at most: "£42m in sales a year earlier".
const NEAR_THEN: usize = 3;

/// The end of the time before that is named among the first of some tokens; their start if none is.
pub(super) fn behind_then(page: &Page<'_>, tokens: Range<usize>, then: Option<Tag>) -> usize {
    let start = behind_rate(page, tokens.start);
    let reach = start..start + NEAR_THEN;
    let told = then.map(|tag| page.matches.of(tag)).unwrap_or_default();
    let first = told.partition_point(|m| m.tokens.start < reach.start);
    let within = told[first..].iter().take_while(|m| m.tokens.start < reach.end);
    within.map(|m| m.tokens.end).max().unwrap_or(start)
}

/// Tokens within a bracket that gives the figure once more: "($14.5 billion)".
const BRACKET: usize = 6;

/// The token behind what still belongs to a figure: "($14.5 billion)", "a year", "per head".
fn behind_rate(page: &Page<'_>, start: usize) -> usize {
    let tokens = &page.document.tokens;
    let opens = tokens.get(start).is_some_and(|t| t.is('('));
    let bracket = tokens
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take(BRACKET)
        .position(|t| t.is(')'));
    let start = bracket.filter(|_| opens).map_or(start, |at| start + at + 1);
    let each = page.reads(start, &["a", "an", "per", "each", "every"]);
    let unit = page.reads(
        start + 1,
        &[
            "year", "month", "week", "day", "hour", "head", "person", "tonne", "barrel", "share",
        ],
    );
    // "A year earlier" is a time and no rate.
    let time = page.reads(start + 2, &["earlier", "ago", "before", "later"]);
    if each && unit && !time { start + 2 } else { start }
}

/// Where a figure ends with what it counts, if that stands right behind it.
fn end_of(figure: &Quantity) -> usize {
    let head = figure.counted.map(|c| c.token + 1);
    head.filter(|end| *end == figure.tokens.end + 1)
        .unwrap_or(figure.tokens.end)
}
