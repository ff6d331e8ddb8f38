//! Which quotation marks open and which close.

use crate::text::{Token, TokenKind};

/// Straight single quotes further apart than this many tokens are taken for apostrophes.
const SINGLE_REACH: usize = 60;

/// If the token opens a quotation: the mark that would close it.
pub(super) fn closing_mark(tokens: &[Token], at: usize) -> Option<char> {
    let token = &tokens[at];
    let next = tokens.get(at + 1)?;
    let TokenKind::Mark(mark) = token.kind else { return None };
    let opens_by_space = (token.spaced || at == 0 || opens_bracket(&tokens[at - 1])) && !next.spaced;
    match mark {
        '\u{201c}' | '\u{201e}' => Some('\u{201d}'),
        '«' => Some('»'),
        // Some archives open with the closing mark.
        '\u{201d}' if opens_by_space && next.is_word() => Some('\u{201d}'),
        '"' if opens_by_space => Some('"'),
        '\u{2018}' if opens_by_space && next.is_word() => Some('\u{2019}'),
        '\'' | '`' if next.is(mark) && !next.spaced && opens_twice(tokens, at) => Some(TWICE),
        '\'' if opens_by_space && next.is_word() => Some('\''),
        _ => None,
    }
}

/// Two single marks in a row, as typewriters and some archives set a double one.
const TWICE: char = '\u{2033}';

/// Do two marks in a row open a quotation: space before them, a word after?
fn opens_twice(tokens: &[Token], at: usize) -> bool {
    (tokens[at].spaced || at == 0 || opens_bracket(&tokens[at - 1])) && tokens.get(at + 2).is_some_and(|t| !t.spaced)
}

fn opens_bracket(token: &Token) -> bool {
    matches!(
        token.kind,
        TokenKind::Mark('(' | '[' | '-' | '–' | '—' | '\u{201c}' | '"')
    )
}

/// The token that closes a quotation opened at `at`.
pub(super) fn end_of(tokens: &[Token], at: usize, close: char) -> Option<usize> {
    if close == TWICE {
        return (at + 2..tokens.len().saturating_sub(1))
            .find(|i| tokens[*i].is('\'') && tokens[i + 1].is('\'') && !tokens[i + 1].spaced)
            .map(|i| i + 1);
    }
    if matches!(close, '\'' | '\u{2019}') {
        return end_of_single(tokens, at, close);
    }
    let other = match close {
        '"' => Some('\u{201d}'),
        '\u{201d}' => Some('"'),
        _ => None,
    };
    // A mark of the other set closes where its own never comes: copy is pasted together from systems that curl
    // marks and systems that do not.
    let (mut mixed, mut nested) = (None, 0_usize);
    for (i, token) in tokens.iter().enumerate().skip(at + 1) {
        let opens = faces_right(tokens, i);
        if token.is(close) && !(close == '"' && opens) {
            return Some(i);
        }
        let curly = token.is('\u{201c}') || token.is('\u{201e}');
        if curly || token.is('"') && opens {
            // A second opening mark: the first was never closed. Each search ends at the next one, so that all
            // together take time in proportion to the text.
            if mixed.is_some() || curly && close == '\u{201d}' {
                return mixed;
            }
            nested += 1;
        } else if other.is_some_and(|mark| token.is(mark)) && ends_word(tokens, i) {
            if nested > 0 {
                nested -= 1;
            } else if tokens[i - 1].kind != TokenKind::Number {
                // Behind a figure it is inches.
                mixed.get_or_insert(i);
            }
        }
    }
    mixed
}

/// Does a straight mark stand as one that opens: space before, none after?
fn faces_right(tokens: &[Token], i: usize) -> bool {
    tokens[i].spaced && tokens.get(i + 1).is_some_and(|n| !n.spaced)
}

/// Does a mark stand right behind something, with a gap after?
pub(super) fn ends_word(tokens: &[Token], i: usize) -> bool {
    !tokens[i].spaced && tokens.get(i + 1).is_none_or(|n| n.spaced || !n.is_word())
}

/// The single mark that closes a quotation opened at `at`: one inside a word's tail ("the boys’ club") only if
/// nothing better comes.
fn end_of_single(tokens: &[Token], at: usize, close: char) -> Option<usize> {
    let mut fallback = None;
    for (i, token) in tokens.iter().enumerate().skip(at + 1).take(SINGLE_REACH) {
        if token.is(close) && ends_word(tokens, i) {
            if matches!(tokens[i - 1].kind, TokenKind::Mark(_)) || !plural_before(tokens, i) {
                return Some(i);
            }
            fallback.get_or_insert(i);
        }
    }
    fallback
}

/// The last token of a quotation that is never closed.
pub(super) fn before_next_opening(tokens: &[Token], at: usize, close: char) -> usize {
    let next = if close == '\u{201d}' {
        tokens[at + 1..].iter().position(|t| t.is('\u{201c}'))
    } else {
        None
    };
    next.map_or(tokens.len() - 1, |n| at + n)
}

/// Could the mark at `i` be a possessive after a plural? Then a small word follows with a space.
fn plural_before(tokens: &[Token], i: usize) -> bool {
    tokens
        .get(i + 1)
        .is_some_and(|n| n.spaced && n.is_word() && !n.is_capitalised())
}
