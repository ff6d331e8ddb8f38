//! How captions and credits are set: doubled, counted, glued to the words beside them, signed in brackets.

use super::CREDIT_WORDS;
use crate::rules::Page;
use crate::text::{Block, Case};

/// Two lines that begin with the same six or seven words are one caption in two lengths.
const TWIN_BYTES: usize = 40;

/// Do a block and the next begin alike?
pub(super) fn is_twin(page: &Page<'_>, at: usize) -> bool {
    let blocks = &page.document.blocks;
    let beginning = |b: &Block| page.words(b.span).as_bytes().get(..TWIN_BYTES);
    let first = beginning(&blocks[at]);
    first.is_some() && blocks.get(at + 1).is_some_and(|b| beginning(b) == first)
}

/// Is a counter glued to the caption's first word: "2of4The quay"?
pub(super) fn is_counted(page: &Page<'_>, block: &Block) -> bool {
    let figures = |text: &'_ str| text.bytes().take_while(u8::is_ascii_digit).count();
    let words = page.words(block.span);
    let rest = &words[figures(words)..];
    let Some(total) = rest.strip_prefix("of").filter(|_| rest.len() < words.len()) else {
        return false;
    };
    let after = &total[figures(total)..];
    after.len() < total.len() && after.starts_with(char::is_uppercase)
}

/// Is a label glued to the caption's first word: "Image captionThe mayor"?
pub(super) fn is_labelled(page: &Page<'_>, block: &Block) -> bool {
    let second = page.document.tokens[block.tokens.clone()].get(1);
    second.is_some_and(|t| t.case == Case::Mixed && page.words(t.span).starts_with("caption"))
}

/// Does a bracket close the line in which names are parted by a stroke: "(Ilse Wren/Northwire)"?
pub(super) fn is_signed(page: &Page<'_>, block: &Block) -> bool {
    let tokens = &page.document.tokens[block.tokens.clone()];
    let Some(open) = tokens.iter().rposition(|t| t.is('(')) else {
        return false;
    };
    let inside = &tokens[open..];
    let closes = inside.iter().rev().take(2).any(|t| t.is(')'));
    let named = inside.iter().all(|t| !t.is_word() || t.case != Case::Lower);
    let names = inside.iter().filter(|t| t.is_word()).count() > 1;
    closes && named && names && open > 0 && inside.len() <= 2 * CREDIT_WORDS && inside.iter().any(|t| t.is('/'))
}

/// The token in which a credit is glued to the caption's last word: "summerCredit:".
pub(super) fn glued_credit(page: &Page<'_>, block: &Block) -> Option<usize> {
    let tokens = &page.document.tokens;
    block.tokens.clone().rev().take(2 * CREDIT_WORDS).find(|at| {
        let token = &tokens[*at];
        token.case == Case::Mixed
            && page.words(token.span).ends_with("Credit")
            && tokens.get(at + 1).is_some_and(|t| t.is(':'))
    })
}
