//! Which nouns two sentences share.

use super::Side;
use crate::facts::Class;
use crate::rules::Page;
use crate::text::{BlockKind, Case};

/// Letters of a noun that binds two sentences by itself.
const TELLING: usize = 6;

/// Do the two sentences share two nouns or one that tells; or, as twins, three and half of all?
pub(super) fn share_nouns(page: &Page<'_>, left: &Side, right: &Side, twins: bool) -> bool {
    let nouns = |side: &Side| {
        let tokens = page.document.sentences[side.sentence].tokens.clone();
        let mut out: Vec<&str> = tokens
            .filter(|i| !side.found.tokens.contains(i))
            .map(|i| &page.document.tokens[i])
            .filter(|t| t.is_word() && t.case == Case::Lower && t.span.len() >= 5)
            .filter(|t| {
                !page.lexicon.any(
                    t.word,
                    &[Class::Preposition, Class::Conjunction, Class::Auxiliary, Class::Hedge],
                )
            })
            .map(|t| page.words(t.span).trim_end_matches('s'))
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    };
    let right = nouns(right);
    let side = left;
    let left = nouns(side);
    let shared: Vec<&str> = left
        .iter()
        .copied()
        .filter(|n| right.binary_search(n).is_ok())
        .collect();
    if twins {
        // A summary is longer than a headline and tells of more than one sentence of the body.
        let summary = page.block_kind_at(side.span) == BlockKind::Standfirst;
        return shared.len() > usize::from(!summary) + 1 && (summary || shared.len() * 2 >= left.len());
    }
    shared.len() > 1 || shared.iter().any(|n| n.len() >= TELLING)
}
