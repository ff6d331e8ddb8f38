//! The words around a use of a word, by which two places in an article are found alike.

use crate::facts::Class;
use crate::rules::Page;
use crate::text::{Case, Token, TokenKind};
use rustc_hash::FxHasher;
use std::hash::Hasher;
use std::ops::Range;

/// Content words around a word at the top that are held against the body; its clause has hardly more.
const AROUND: usize = 5;
/// The same in the body, which says the thing at more length.
const AROUND_BODY: usize = 9;
/// What a figure weighs: two places with the same 40.6 speak of one thing.
const FIGURE: usize = 2;

/// A content word cut to its stem, or a figure, as a number, and what it weighs.
pub(in crate::rules::kinds) type Word = (u64, usize);

/// How far the words around a use are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::rules::kinds) enum Reach {
    Clause,
    Sentence,
}

/// The content words around a use, each once.
pub(in crate::rules::kinds) fn around(page: &Page<'_>, tokens: &Range<usize>, reach: Reach) -> Vec<Word> {
    let all = &page.document.tokens;
    let sentence = page.document.sentence_at(all[tokens.start].span.start);
    let Some(sentence) = page.document.sentences.get(sentence) else {
        return Vec::new();
    };
    let most = if reach == Reach::Clause { AROUND } else { AROUND_BODY };
    let ends = |i: &usize| {
        let token = &all[*i];
        reach == Reach::Clause
            && (matches!(token.kind, TokenKind::Mark(',' | ';' | ':')) || page.lexicon.is(token, Class::Conjunction))
    };
    let after = (tokens.end..sentence.tokens.end).take_while(|i| !ends(i));
    let before = (sentence.tokens.start..tokens.start).rev().take_while(|i| !ends(i));
    let mut out: Vec<Word> = after.filter_map(|i| word(page, &all[i])).take(most).collect();
    out.extend(before.filter_map(|i| word(page, &all[i])).take(most));
    out.sort_unstable();
    out.dedup();
    out
}

/// Content words of a clause of a summary below which its whole sentence is read.
const SHORT_CLAUSE: usize = 3;

/// The words around a use in a summary: of a short clause those of its sentence.
pub(in crate::rules::kinds) fn around_in_summary(page: &Page<'_>, tokens: &Range<usize>) -> Vec<Word> {
    let clause = around(page, tokens, Reach::Clause);
    if clause.len() < SHORT_CLAUSE {
        around(page, tokens, Reach::Sentence)
    } else {
        clause
    }
}

/// What some words weigh.
pub(in crate::rules::kinds) fn weight(words: &[Word]) -> usize {
    words.iter().map(|w| w.1).sum()
}

/// What those of them weigh that stand in another place too.
pub(in crate::rules::kinds) fn in_common(words: &[Word], there: &[Word]) -> usize {
    let is_there = |word: &&Word| there.iter().any(|w| w.0 == word.0);
    words.iter().filter(is_there).map(|w| w.1).sum()
}

/// Content words on one side of a use that are held against those of another use.
pub(in crate::rules::kinds) const BESIDE: usize = 2;

/// The content words next to a use in its sentence, before it and behind it, the nearest one first.
pub(in crate::rules::kinds) fn beside(page: &Page<'_>, tokens: &Range<usize>) -> Sides {
    let all = &page.document.tokens;
    let sentence = page.document.sentence_at(all[tokens.start].span.start);
    let range = page.document.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
    let mut before = (range.start..tokens.start).rev().filter_map(|i| word(page, &all[i]));
    let mut after = (tokens.end..range.end).filter_map(|i| word(page, &all[i]));
    [[before.next(), before.next()], [after.next(), after.next()]]
}

/// The words next to a use, as [`beside`] has them.
pub(in crate::rules::kinds) type Sides = [[Option<Word>; BESIDE]; 2];

/// Is the word right before both the same, or the one right behind both?
pub(in crate::rules::kinds) fn is_beside(one: &Sides, other: &Sides) -> bool {
    let mut sides = one.iter().zip(other);
    sides.any(|(a, b)| a[0].is_some() && a[0] == b[0])
}

/// Tokens before a word that are looked at for one that leaves it open: an endless sentence is a list.
pub(in crate::rules::kinds) const OPEN_REACH: usize = 60;

/// Does a token leave open whether what follows it is so? "It said that it would" does not, "would have been" does.
pub(in crate::rules::kinds) fn leaves_open(page: &Page<'_>, at: usize) -> bool {
    let reported = page.reads(at, &["would"]) && !page.reads(at + 1, &["have"]);
    page.lexicon.is(&page.document.tokens[at], Class::LeavesOpen) && !reported
}

/// Letters that stand for a word's stem: activist and activists, arrest and arrested.
const STEM: usize = 5;

/// A token as a word of weight, if it tells anything.
pub(in crate::rules::kinds) fn word(page: &Page<'_>, token: &Token) -> Option<Word> {
    if token.kind == TokenKind::Number {
        // A single digit says little.
        let words = page.words(token.span);
        return (words.len() > 1).then(|| (number_of(words.as_bytes()), FIGURE));
    }
    // "GDP" and "UN" tell as much as a long word.
    let telling = token.span.len() > 3 || token.case == Case::Upper && token.span.len() > 1;
    (telling && page.lexicon.is_content(token) && !page.lexicon.is(token, Class::Negation)).then(|| {
        let words = page.words(token.span);
        let stem = if words.is_ascii() {
            let mut stem = [0; STEM];
            let letters = words.bytes().map(|b| b.to_ascii_lowercase());
            stem.iter_mut().zip(letters).for_each(|(slot, letter)| *slot = letter);
            number_of(stem.get(..words.len()).unwrap_or(&stem))
        } else {
            let word = words.to_lowercase();
            number_of(word.get(..STEM).unwrap_or(&word).as_bytes())
        };
        (stem, 1)
    })
}

/// Bytes as a number that hardly any others share.
fn number_of(bytes: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    hasher.finish()
}
