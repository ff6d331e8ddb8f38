//! What the words beside a figure tell: a list announced, a part, a thing counted before.

use crate::facts::quantity::{Quantity, Unit};
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
        .filter_map(|i| page.document.tokens.get(start.checked_sub(i)?))
        .any(|t| words.iter().any(|w| page.words(t.span).eq_ignore_ascii_case(w)))
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

/// Is one the other with noughts more or less?
pub(super) fn slipped(one: &Quantity, other: &Quantity) -> bool {
    let times = (one.value / other.value).abs().log10();
    times.round().abs() >= 1.0 && (times - times.round()).abs() < 1e-9
}
