//! Where sentences end.
//!
//! A full stop ends a sentence when what follows can begin one, and what precedes is no
//! abbreviation. No crate that was tried is better on news text, and newsrooms need their own
//! abbreviations (UAX #29 breaks after "Gen." and "Sept."; other segmenters never split inside a
//! quotation, where two claims may stand).

mod words;

use super::span::Span;
use super::token::{Case, Token, TokenKind};
use words::{CARRY_ON, ENDINGS, OPENERS, TITLES, ZONES};

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, quotation marks around it included.
    pub span: Span,
    /// Its tokens, as a range of [`Document::tokens`](super::Document::tokens).
    pub tokens: std::ops::Range<usize>,
    /// The number of its block.
    pub block: usize,
    /// Is it set like a title, nearly all words of weight with a capital, as American headlines are? Then a
    /// capital proves nothing.
    pub titled: bool,
}

/// Words of this many letters have a capital in a title: articles and prepositions stay small.
const WEIGHTY: usize = 4;

/// Is a sentence of these tokens set like a title?
pub(super) fn is_titled(tokens: &[Token]) -> bool {
    let weighty = tokens.iter().filter(|t| t.is_word() && t.span.len() >= WEIGHTY);
    let (all, capitals) = weighty.fold((0, 0), |(all, capitals), t| {
        (all + 1, capitals + usize::from(t.is_capitalised()))
    });
    // Two names of two words can fill half of a short sentence; four fifths they do not.
    all >= 4 && capitals * 5 >= all * 4
}

/// A sentence of more tokens than this is none; it is cut, so that text without a full stop costs no more
/// than other text.
const LONGEST: usize = 500;

/// Marks that are read as one end ("…?!”)"); a longer run is a line of dots, whose last ones end a sentence.
const LONGEST_END: usize = 16;

/// The token ranges of the sentences in `tokens` (a block's), in order.
pub(super) fn split(text: &str, tokens: &[Token]) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        if at - start >= LONGEST {
            out.push(start..at);
            start = at;
        }
        if let Some(end) = boundary(text, tokens, at) {
            out.push(start..end);
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
    out
}

/// If a sentence ends at the stop `tokens[at]` (or at an abbreviation there), one past its last token.
fn boundary(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let token = &tokens[at];
    let chain = token.is_word() && text.as_bytes()[token.span.end as usize - 1] == b'.';
    let stop = matches!(token.kind, TokenKind::Mark('.' | '!' | '?' | '…'));
    if !chain && !stop {
        return None;
    }
    let mut next = at + 1;
    let mut closed = false;
    while let Some(t) = tokens.get(next).filter(|_| next - at <= LONGEST_END) {
        let more = matches!(t.kind, TokenKind::Mark('.' | '!' | '?' | '…'));
        let closing = matches!(
            t.kind,
            TokenKind::Mark('"' | '\u{201d}' | '\u{2019}' | '\'' | ')' | ']')
        );
        if t.spaced || !(more || closing) {
            break;
        }
        closed |= closing;
        next += 1;
    }
    let Some(follower) = tokens.get(next) else {
        return stop.then_some(next);
    };
    if !follower.spaced {
        return None;
    }
    let opener = opening_word(tokens, next)?;
    if stop && !closed && token.is('.') && at > 0 {
        let before = &tokens[at - 1];
        if !token.spaced && before.is_word() {
            let word = before.span.of(text);
            let initial = word.chars().count() == 1 && before.case == Case::Capital && word != "I";
            if initial || is_in(TITLES, word) {
                return None;
            }
            if is_in(ENDINGS, word) && !is_in(OPENERS, opener.span.of(text)) {
                return None;
            }
        }
    }
    if chain && is_in(TITLES, token.span.of(text)) {
        return None;
    }
    if chain && !is_in(OPENERS, opener.span.of(text)) && !closes_with_the_hour(text, tokens, at, next) {
        return None;
    }
    if closed && !token.is('.') && carries_on(text, tokens, next) {
        return None;
    }
    Some(next)
}

/// Is it the hour that a sentence ends with: "… shortly after 9:00 a.m. Federal officials …"? "9 a.m. Eastern", "9 a.m.
/// Moscow time" and "the 9 a.m. News" go on.
fn closes_with_the_hour(text: &str, tokens: &[Token], at: usize, next: usize) -> bool {
    let is_hour = |t: &Token| t.kind == TokenKind::Number || t.is(':');
    let digits = tokens[..at].iter().rev().take_while(|t| is_hour(t)).count();
    let before = (at - digits).checked_sub(1).map(|i| &tokens[i]);
    let of_a_thing = before.is_some_and(|t| is_in(&["the", "a", "an", "this", "every"], t.span.of(text)));
    let time = tokens.get(next + 1).is_some_and(|t| is_in(&["time"], t.span.of(text)));
    digits > 0
        && !of_a_thing
        && !time
        && is_in(&["a.m.", "p.m."], tokens[at].span.of(text))
        && !is_in(ZONES, tokens[next].span.of(text))
}

/// The word that would open the next sentence, if what stands at `at` can open one.
fn opening_word(tokens: &[Token], mut at: usize) -> Option<&Token> {
    while let Some(t) = tokens.get(at) {
        match t.kind {
            TokenKind::Mark(
                '"' | '\u{201c}' | '\u{2018}' | '\'' | '(' | '[' | '$' | '£' | '€' | '-' | '–' | '—' | '@' | '#',
            ) => {
                at += 1;
            }
            TokenKind::Word if t.case == Case::Lower => return None,
            TokenKind::Word | TokenKind::Number => return Some(t),
            _ => return None,
        }
    }
    None
}

/// Does `Jones asked` or `Mr Jones said` follow?
fn carries_on(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at..]
        .iter()
        .take(4)
        .skip_while(|t| t.is_capitalised())
        .take(1)
        .any(|t| is_in(CARRY_ON, t.span.of(text)))
}

fn is_in(list: &[&str], word: &str) -> bool {
    list.iter().any(|w| w.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::super::{token::tokenize, vocabulary::Vocabulary};
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &Vocabulary::default(), &mut tokens);
        split(text, &tokens)
            .into_iter()
            .map(|r| tokens[r.start].span.join(tokens[r.end - 1].span).of(text))
            .collect()
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_one() {
        assert_eq!(sentences("Mr. Putin met Gen. J. Smith on Sept. 30. He left.").len(), 2);
        assert_eq!(sentences("The U.S. Senate met at 9 a.m. on Monday. It rose.").len(), 2);
        assert_eq!(
            sentences("It fell at 9:00 a.m. Federal engineers saw it fall.").len(),
            2
        );
        assert_eq!(
            sentences("It fell at 9:00 a.m. Eastern time, before the 10 a.m. News.").len(),
            1
        );
        assert_eq!(sentences("He lives in the U.S. The others left.").len(), 2);
    }

    #[test]
    fn quotations_are_split_inside_and_carried_on_outside() {
        assert_eq!(
            sentences("“We will act. Nothing else will do,” he said. It rained.").len(),
            3
        );
        assert_eq!(sentences("“Really?” Jones asked. “Yes!” said Ali.").len(), 2);
        assert_eq!(
            sentences("It cost $3.5 million. Then... it fell. “No.” That was it.").len(),
            4
        );
    }
}
