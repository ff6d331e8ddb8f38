//! Who speaks last of all in a sentence.

use super::{Attribution, CueClass};
use crate::text::Document;

/// "The bank plans to close a branch, a source close to the board said": who speaks last, behind a comma and of all that
/// stands before, stands in nobody else's report.
pub(super) fn leave(document: &Document, found: &mut [Attribution]) {
    let Some((last, earlier)) = found.split_last_mut() else {
        return;
    };
    let who = if last.source.span.is_empty() {
        last.cue
    } else {
        last.cue.join(last.source.span)
    };
    let tokens = document.tokens_in(who);
    let comma = tokens.start.checked_sub(1).filter(|at| document.tokens[*at].is(','));
    let end = document.sentences[last.sentence].tokens.end;
    // "Whom Moll has described as unfit" goes on.
    let ends = tokens.end + BEHIND_THE_LAST >= end
        && last.class == CueClass::Neutral
        && document
            .tokens
            .get(tokens.end)
            .is_none_or(|t| document.words(t.span) != "as");
    let Some(comma) = comma.filter(|_| last.content.end <= who.start && ends) else {
        return;
    };
    for other in earlier {
        if other.content.start < who.start && other.content.end >= who.end {
            other.content.end = document.tokens[comma].span.start;
        }
    }
}

/// So many words and marks follow whoever speaks last: "on Monday in Velna."
const BEHIND_THE_LAST: usize = 5;
