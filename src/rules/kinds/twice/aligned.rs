//! How far the words around two figures run alike.

use crate::facts::Class;
use crate::facts::quantity::{Quantity, Stem};
use crate::rules::Page;
use crate::text::{Token, TokenKind};

/// Tokens on one side of a figure that are read: a clause has hardly more.
const REACH: usize = 24;
/// Words of the noun phrase after a figure.
const PHRASE: usize = 4;

/// How many words that tell something stand in the same order right before and right after both figures.
/// Articles, quotation marks and what stands in brackets are passed over, and so is the approximation of a
/// figure; the first word that differs ends the run.
pub(super) fn words(page: &Page<'_>, one: &Quantity, other: &Quantity) -> usize {
    let count = |a: &mut dyn Iterator<Item = usize>, b: &mut dyn Iterator<Item = usize>| {
        let tokens = &page.document.tokens;
        let alike = a.zip(b).take_while(|(i, j)| same(page, &tokens[*i], &tokens[*j]));
        alike.filter(|(i, _)| tells(page, &tokens[*i])).count()
    };
    count(&mut before(page, one), &mut before(page, other)) + count(&mut after(page, one), &mut after(page, other))
}

/// The words of the noun phrase that a figure stands in, from the figure on: "settlement deal".
pub(super) fn phrase(page: &Page<'_>, quantity: &Quantity) -> Vec<Stem> {
    let start = page.document.tokens_in(quantity.span).end;
    let end = page.document.sentences[quantity.sentence].tokens.end;
    let tokens = &page.document.tokens[start..end.min(start + REACH)];
    // "A €60m (£52m) settlement", "a $2-billion plan".
    let mut bracket = false;
    let words = tokens.iter().filter(|t| {
        bracket = (bracket || t.is('(')) && !t.is(')');
        !bracket && !t.is(')') && !t.is('-')
    });
    words
        .take_while(|t| t.is_word() && !page.lexicon.is(t, Class::FigureStop))
        .take(PHRASE)
        .filter(|t| tells(page, t))
        .map(|t| Stem::of(page.words(t.span)))
        .collect()
}

fn before<'a>(page: &'a Page<'_>, quantity: &Quantity) -> impl Iterator<Item = usize> + use<'a> {
    let start = page.document.tokens_in(quantity.span).start;
    let first = page.document.sentences[quantity.sentence].tokens.start;
    (first.max(start.saturating_sub(REACH))..start)
        .rev()
        .filter(|i| counts(page, *i))
}

fn after<'a>(page: &'a Page<'_>, quantity: &Quantity) -> impl Iterator<Item = usize> + use<'a> {
    let start = page.document.tokens_in(quantity.span).end;
    let end = page.document.sentences[quantity.sentence].tokens.end;
    let mut bracket = false;
    (start..end.min(start + REACH)).filter(move |i| {
        let token = &page.document.tokens[*i];
        bracket = (bracket || token.is('(')) && !token.is(')');
        !bracket && !token.is(')') && counts(page, *i)
    })
}

fn counts(page: &Page<'_>, at: usize) -> bool {
    let token = &page.document.tokens[at];
    let mark = matches!(
        token.kind,
        TokenKind::Mark('"' | '“' | '”' | '‘' | '’' | '\'' | '-' | ',')
    );
    !mark && !page.lexicon.is(token, Class::Determiner)
}

fn same(page: &Page<'_>, one: &Token, other: &Token) -> bool {
    let (a, b) = (page.words(one.span), page.words(other.span));
    a.eq_ignore_ascii_case(b) || (one.is_word() && other.is_word() && Stem::of(a) == Stem::of(b))
}

/// Is it a word that tells something? Those of three letters and less are mostly grammar.
fn tells(page: &Page<'_>, token: &Token) -> bool {
    let grammar = [Class::FigureStop, Class::NumberWord, Class::Month, Class::Weekday];
    token.is_word() && token.span.len() > 3 && !page.lexicon.any(token.word, &grammar)
}
