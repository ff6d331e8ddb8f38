//! The place that opens an agency's report: "HARROWBY, Estry (AP) --".

use crate::text::{Case, Document, Sentence, Token};
use std::ops::Range;

/// A dateline has at most so many tokens: two places, a day, an agency and the marks between them.
const MOST_TOKENS: usize = 16;

/// The tokens of a sentence without the dateline before it.
pub(super) fn after(document: &Document, sentence: &Sentence) -> Range<usize> {
    let whole = sentence.tokens.clone();
    let opens = document.blocks[sentence.block].tokens.start == whole.start;
    let tokens = &document.tokens[whole.clone()];
    if !opens
        || !tokens
            .first()
            .is_some_and(|t| t.case == Case::Upper && t.span.len() > 2)
    {
        return whole;
    }
    let dash = tokens.iter().take(MOST_TOKENS).position(Token::is_dash);
    let place = |t: &Token| !t.is_word() || t.is_capitalised();
    match dash {
        Some(dash) if tokens[..dash].iter().all(place) => {
            let text = tokens[dash..].iter().position(|t| !t.is_dash());
            text.map_or(whole.clone(), |text| whole.start + dash + text..whole.end)
        }
        _ => whole,
    }
}
