//! Words between quotation marks.
//!
//! Curly marks say which way they face; straight ones are read by the space around them. A mark
//! that is never closed masks at most its own block, so that one slip cannot silence the rest of an
//! article, and the next block continues the quotation if it opens with a mark (the setting of a
//! speech over several paragraphs: each opens, only the last closes).

mod marks;

use crate::text::{BlockKind, Document, Span, Token, TokenKind};
use marks::{before_next_opening, closing_mark, end_of, ends_word};

/// Words set between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words with their marks.
    pub span: Span,
    /// The words alone.
    pub inner: Span,
    /// What sort of quotation it is.
    pub kind: QuotationKind,
    /// How many words it holds.
    pub words: usize,
    /// Does a mark close it?
    pub closed: bool,
    /// The number of its block.
    pub block: usize,
}

/// What sort of quotation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// A sentence or a clause of somebody's speech.
    Full,
    /// A few words of it inside the writer's sentence.
    Fragment,
    /// One to three words: somebody's words if a speaker is near, else the writer's distance from them.
    Word,
    /// It goes on with the speech of the block before.
    Continued,
    /// The name of a film, a book, a ship.
    Title,
}

/// From this many words on a quotation is a clause, not a fragment. Shorter ones rarely hold a verb
/// with its subject.
const FULL_WORDS: usize = 6;
/// Up to this many words stand as single quoted words.
const WORD_WORDS: usize = 3;

/// All quotations of a document, in order; none overlap.
#[must_use]
pub fn find(document: &Document) -> Vec<Quotation> {
    let mut out: Vec<Quotation> = Vec::new();
    for (number, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Noise {
            continue;
        }
        let tokens = &document.tokens[block.tokens.clone()];
        let mut at = 0;
        if let Some(last) = carried_over(tokens, out.last(), number) {
            out.push(continuation(tokens, last, number));
            at = last + 1;
        }
        while at < tokens.len() {
            let Some(close) = closing_mark(tokens, at) else {
                at += 1;
                continue;
            };
            let end = end_of(tokens, at, close);
            // A second opening mark ends what was never closed; else it runs to the end of the block.
            let last = end.unwrap_or_else(|| before_next_opening(tokens, at, close));
            let quotation = quotation(document, tokens, at, last, end.is_some(), number, out.last());
            // Something between two marks that holds no word is no quotation.
            if quotation.words > 0 {
                out.push(quotation);
            }
            at = last + 1;
        }
    }
    out
}

/// The token that closes a quotation which the block before left open without this block opening it
/// anew: its first mark is a closing one.
fn carried_over(tokens: &[Token], before: Option<&Quotation>, block: usize) -> Option<usize> {
    before.filter(|b| !b.closed && b.block + 1 == block)?;
    let first = tokens
        .iter()
        .position(|t| matches!(t.kind, TokenKind::Mark('"' | '\u{201c}' | '\u{201d}')))?;
    let closes = tokens[first].is('\u{201d}') || tokens[first].is('"') && ends_word(tokens, first);
    (first > 0 && closes).then_some(first)
}

/// The rest of a speech from the start of a block to its closing mark.
fn continuation(tokens: &[Token], last: usize, block: usize) -> Quotation {
    let span = tokens[0].span.join(tokens[last].span);
    let words = tokens[..last]
        .iter()
        .filter(|t| t.is_word() || t.kind == TokenKind::Number)
        .count();
    let inner = Span {
        start: span.start,
        end: tokens[last].span.start,
    };
    Quotation {
        span,
        inner,
        kind: QuotationKind::Continued,
        words,
        closed: true,
        block,
    }
}

fn quotation(
    document: &Document,
    tokens: &[Token],
    open: usize,
    last: usize,
    closed: bool,
    block: usize,
    before: Option<&Quotation>,
) -> Quotation {
    let span = tokens[open].span.join(tokens[last].span);
    let inner_end = if closed {
        tokens[last].span.start
    } else {
        tokens[last].span.end
    };
    let inner = Span {
        start: tokens[open].span.end.min(inner_end),
        end: inner_end,
    };
    let inside = &tokens[open + 1..if closed { last } else { last + 1 }.max(open + 1)];
    let words = inside
        .iter()
        .filter(|t| t.is_word() || t.kind == TokenKind::Number)
        .count();
    let continues = open == 0 && before.is_some_and(|b| !b.closed && b.block + 1 == block);
    let ends_clause = inside
        .last()
        .is_some_and(|t| matches!(t.kind, TokenKind::Mark('.' | ',' | '!' | '?' | '…')));
    let kind = if continues {
        QuotationKind::Continued
    } else if is_title(document, inside) {
        QuotationKind::Title
    } else if words >= FULL_WORDS || (ends_clause && words > WORD_WORDS) {
        QuotationKind::Full
    } else if words > WORD_WORDS {
        QuotationKind::Fragment
    } else {
        QuotationKind::Word
    };
    Quotation {
        span,
        inner,
        kind,
        words,
        closed,
        block,
    }
}

/// Capitals on every word of weight and no stop at the end: the name of a work.
fn is_title(document: &Document, inside: &[Token]) -> bool {
    let words: Vec<&Token> = inside.iter().filter(|t| t.is_word()).collect();
    let weighty = |t: &&&Token| t.span.len() > 3 || t.is_capitalised();
    let capitals = words.iter().filter(|t| t.is_capitalised()).count();
    (2..=8).contains(&words.len())
        && capitals >= 2
        && words.iter().filter(weighty).all(|t| t.is_capitalised())
        && inside
            .last()
            .is_some_and(|t| t.is_word() || t.is(',') || t.kind == TokenKind::Number)
        && words.first().is_some_and(|t| document.words(t.span) != "I")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Article, Body, Vocabulary};

    fn found(text: &str) -> Vec<(String, QuotationKind)> {
        let article = Article {
            body: Body::Text(text.to_owned()),
            ..Article::default()
        };
        let document = Document::read(&article, &Vocabulary::default());
        find(&document)
            .iter()
            .map(|q| (document.words(q.inner).to_owned(), q.kind))
            .collect()
    }

    #[test]
    fn straight_curly_and_single() {
        use QuotationKind::{Fragment, Full, Title, Word};
        assert_eq!(
            found("He called it \"a very bad day\" and \"mad\"."),
            [("a very bad day".into(), Fragment), ("mad".into(), Word)]
        );
        assert_eq!(
            found("“This will not go unanswered,” he said."),
            [("This will not go unanswered,".into(), Full)]
        );
        assert_eq!(
            found("The boys’ club is ‘not open’ in the ’90s, said the players’ union."),
            [("not open".into(), Word)]
        );
        assert_eq!(
            found("She sang in \"The Magic Flute\" on Friday."),
            [("The Magic Flute".into(), Title)]
        );
    }

    #[test]
    fn a_mark_of_the_other_set_closes() {
        use QuotationKind::{Full, Word};
        assert_eq!(
            found("She came to cries of \"Shame! Shame!” and left. “It was a poor day.\" Then it rained."),
            [("Shame! Shame!".into(), Word), ("It was a poor day.".into(), Full)]
        );
        assert_eq!(
            found("“He said \"no\" to me and sold the 12\" pipe,” she said."),
            [("He said \"no\" to me and sold the 12\" pipe,".into(), Full)]
        );
        assert_eq!(
            found("\"He said “no” to me,\" she said."),
            [("He said “no” to me,".into(), Full)]
        );
    }

    #[test]
    fn an_unclosed_mark_ends_with_its_block_and_carries_on() {
        let text = "“We begin here and the speech goes on.\n“It ends here, he knew.” He left the hall at noon.\nNobody spoke after that.";
        let found = found(text);
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].1, QuotationKind::Continued);
    }
}
