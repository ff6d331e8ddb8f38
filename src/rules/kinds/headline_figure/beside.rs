//! What the words beside a figure tell: a list announced, a part, a thing counted before.

use super::alike;
use super::twin::leads;
use crate::facts::quantity::{Quantity, Unit, same};
use crate::rules::Page;

/// Does the headline open with the figure, as those of lists do?
pub(super) fn opens_headline(page: &Page<'_>, figure: &Quantity) -> bool {
    let start = page.document.tokens_in(figure.span).start;
    let opens = |at: usize| {
        page.document
            .sentences
            .get(figure.sentence)
            .is_some_and(|s| s.tokens.start == at)
    };
    let before = start.checked_sub(1).and_then(|i| page.document.tokens.get(i));
    let pointed = before.is_some_and(|t| {
        ["top", "these", "the", "here's", "are", "my"]
            .iter()
            .any(|w| page.words(t.span).eq_ignore_ascii_case(w))
    });
    figure.unit == Unit::Count && (opens(start) || pointed)
}

/// Is it a part of something: "15 of the wounded"? "All 15 of the wounded" is not.
pub(super) fn is_part(page: &Page<'_>, figure: &Quantity) -> bool {
    let tokens = page.document.tokens_in(figure.span);
    let next = page.document.tokens.get(tokens.end);
    figure.unit == Unit::Count
        && next.is_some_and(|t| page.words(t.span).eq_ignore_ascii_case("of"))
        && !is_word_back(page, figure, 1, &["all"])
}

/// Is one of these words the one right before a figure, or as many words before it as are given?
fn is_word_back(page: &Page<'_>, figure: &Quantity, back: usize, words: &[&str]) -> bool {
    let start = page.document.tokens_in(figure.span).start;
    (1..=back)
        .filter_map(|i| start.checked_sub(i))
        .any(|at| page.reads(at, words))
}

/// Does the story announce a list with it: "here are five", "these are the top five", "the following five"?
pub(super) fn announced(page: &Page<'_>, figure: &Quantity) -> bool {
    let here =
        is_word_back(page, figure, 3, &["here", "here's"]) && is_word_back(page, figure, 2, &["are", "here's", "is"]);
    let these = is_word_back(page, figure, 3, &["these"]) && is_word_back(page, figure, 2, &["are"]);
    let top = here_are(page, figure);
    // "Top five" reads as a name until it is announced.
    matches!(figure.unit, Unit::Count | Unit::Name)
        && (here || these || top || is_word_back(page, figure, 1, &["following"]))
}

/// "Here are the top five": four words back.
fn here_are(page: &Page<'_>, figure: &Quantity) -> bool {
    is_word_back(page, figure, 1, &["top", "best"]) && is_word_back(page, figure, 4, &["here", "these"])
}

/// Does "the" or "these" stand before it?
pub(super) fn is_definite(page: &Page<'_>, figure: &Quantity) -> bool {
    figure.counted.is_some() && is_word_back(page, figure, 1, &["the", "these", "all"])
}

/// Is it a name's number, or one that points back: no count of anything?
pub(super) fn counts_nothing(page: &Page<'_>, figure: &Quantity) -> bool {
    is_name_of_a_set(page, figure) || is_of_those_before(page, figure)
}

/// "Data passed between the two": those that stand before it, and no count of anything.
fn is_of_those_before(page: &Page<'_>, figure: &Quantity) -> bool {
    figure.unit == Unit::Count
        && figure.counted.is_none()
        && figure.value <= MOST_BEFORE
        && is_word_back(page, figure, 1, &["the"])
}

/// More than so many are not pointed back to by their number alone.
const MOST_BEFORE: f64 = 6.0;

/// Is one the other with noughts more or less, or with two digits turned round?
pub(super) fn slipped(one: &Quantity, other: &Quantity) -> bool {
    let times = (one.value / other.value).abs().log10();
    let noughts = times.round().abs() >= 1.0 && (times - times.round()).abs() < 1e-9;
    noughts || turned(one, other)
}

/// Are they 240 and 420: the same digits, two neighbours of which have changed places? The noughts at the
/// end are left out, because 24 million and 42 million are written without them.
fn turned(one: &Quantity, other: &Quantity) -> bool {
    let digits = |q: &Quantity| {
        let value = q.value.round();
        let whole = (q.value - value).abs() < 1e-9 && value < 1e15;
        let text = format!("{value:.0}");
        (whole && value >= 10.0).then(|| (text.trim_end_matches('0').to_owned(), text.len()))
    };
    let (Some((a, long)), Some((b, other_long))) = (digits(one), digits(other)) else {
        return false;
    };
    let differ: Vec<usize> = (0..a.len().max(b.len()))
        .filter(|i| a.as_bytes().get(*i) != b.as_bytes().get(*i))
        .collect();
    long == other_long
        && a.len() == b.len()
        && matches!(differ[..], [i, j] if j == i + 1 && a.as_bytes()[i] == b.as_bytes()[j] && a.as_bytes()[j] == b.as_bytes()[i])
}

/// How many are left in a round of a cup.
const ROUNDS: [f64; 5] = [4.0, 8.0, 16.0, 32.0, 64.0];

/// "Into last eight", "Big Four firm": a name for a set, which the story need not count.
fn is_name_of_a_set(page: &Page<'_>, figure: &Quantity) -> bool {
    let before = figure.tokens.start.wrapping_sub(1);
    let round = ROUNDS.iter().any(|r| same(*r, figure.value));
    page.reads(before, &["big"]) || round && page.reads(before, &["last"]) && figure.counted.is_none()
}

/// Does the lead have the figure with two digits turned round, though two others of the story add up to it?
pub(super) fn is_turned_in_the_lead(page: &Page<'_>, figure: &Quantity, body: &[&Quantity]) -> bool {
    let mut lead = body.iter().filter(|b| leads(page, b));
    lead.any(|b| alike(page, figure, b) && slipped(figure, b))
}

/// Counts up to which a reader counts what the story lists.
const MOST_LISTED: f64 = 12.0;

/// May whoever wrote it have counted what the story lists, or called by another noun what it counts: "across five states"
/// over five names, "the 12 euro nations" over "the 12 nations sharing the euro"?
pub(super) fn is_listed(page: &Page<'_>, figure: &Quantity, body: &[&Quantity]) -> bool {
    if figure.unit == Unit::Count && figure.value <= MOST_LISTED {
        let document = page.document;
        let mut names = page.facts.names.iter().map(|n| n.sentence).peekable();
        while let Some(sentence) = names.next() {
            let mut count = 1.0;
            while names.next_if_eq(&sentence).is_some() {
                count += 1.0;
            }
            if count >= figure.value && document.kind_of(&document.sentences[sentence]).is_body() {
                return true;
            }
        }
    }
    matches!(figure.unit, Unit::Money(_)) && body.iter().any(|b| b.unit == Unit::Count && b.same_value(figure))
}

/// Words behind a figure that make it a change.
const CHANGE: [&str; 6] = ["lower", "higher", "more", "less", "fewer", "off"];

/// Is it how far something changed? A profit "£5m lower" is none of £415m.
pub(super) fn is_change(page: &Page<'_>, figure: &Quantity) -> bool {
    page.reads(figure.tokens.end, &CHANGE)
}

/// Do its digits stand anywhere in the body, in whatever they are part of?
pub(super) fn is_written(page: &Page<'_>, figure: &Quantity) -> bool {
    let digits = page.words(figure.figure).trim_matches(|c: char| !c.is_ascii_digit());
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let stands = |text: &str| {
        let mut found = text.match_indices(digits);
        found.any(|(at, _)| {
            let (before, behind) = (&text[..at], &text[at + digits.len()..]);
            !is_digit(before.chars().next_back()) && !is_digit(behind.chars().next())
        })
    };
    let mut body = page.document.blocks.iter().filter(|b| b.kind.is_body());
    !digits.is_empty() && body.any(|b| stands(page.words(b.span)))
}
