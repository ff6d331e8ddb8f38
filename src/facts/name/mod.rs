//! Names of people, places and bodies, and which of them mean the same bearer.
//!
//! A name is a run of capitalised words with the titles before it taken off. English news copy gives a
//! person in full once and by surname after, so mentions are linked by their last word. Of two
//! who share it, a bare surname goes to the one it was used for before, else to the one named last. No dictionary of people is used: the article introduces its own.

mod bearer;
mod run;

use super::lexicon::joined;
use super::{Class, LIGHT, Lexicon};
use crate::text::{Case, Document, Span, Token};
pub(crate) use bearer::{Sex, sex};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// The words, titles and possessive endings left out.
    pub span: Span,
    /// Its tokens, initials, particles and hyphens included.
    pub tokens: Range<usize>,
    /// The titles right before it: `Prime Minister`, `Mr`.
    pub title: Option<Span>,
    /// What it seems to name.
    pub kind: NameKind,
    /// The number of the bearer in this article: mentions of one person share it.
    pub bearer: usize,
    /// Does a possessive ending follow?
    pub possessive: bool,
    /// Does it open its sentence, so that its capital proves nothing?
    pub opens: bool,
    /// The number of its sentence.
    pub sentence: usize,
}

impl NameMention {
    /// How many tokens it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Has it no token? Never, once it is made.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The span of its last word: of a person, the surname. "Kim" of "Kim Jong-un", where it stands first.
    #[must_use]
    pub fn last(&self, document: &Document) -> Span {
        let tokens = &document.tokens[self.tokens.clone()];
        let (first, last) = (&tokens[0], &tokens[tokens.len() - 1]);
        let surname_first = tokens.len() > 2 && tokens[tokens.len() - 2].is('-') && last.case == Case::Lower;
        if surname_first { first.span } else { last.span }
    }

    /// The span of its first word: of a person given in full, the first name.
    #[must_use]
    pub fn first(&self, document: &Document) -> Span {
        document.tokens[self.tokens.start].span
    }

    /// The initial right before it, with or without its stop: "C Thomson".
    #[must_use]
    pub fn initial_before<'a>(&self, document: &'a Document) -> Option<&'a str> {
        let tokens = &document.tokens;
        let mut at = self.tokens.start.checked_sub(1)?;
        if tokens[at].is('.') {
            at = at.checked_sub(1)?;
        }
        let word = document.words(tokens[at].span);
        (run::is_initial(document, &tokens[at]) && word != "I" && word != "A").then_some(word)
    }
}

/// What a name seems to name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// A country, a town, a river.
    Place,
    /// A company, a ministry, a party.
    Body,
    /// Nothing tells.
    #[default]
    Unknown,
}

/// How often a word stands in small letters, and how often with a capital where a capital proves something.
#[derive(Clone, Copy, Debug, Default)]
struct Use {
    small: u32,
    capital: u32,
}

/// How each capitalised word of a document is used, by its hash.
#[derive(Debug, Default)]
struct Usage {
    words: FxHashMap<u32, Use>,
}

/// Which words of a document stand in it with a capital, as a bit for each of their hashes: nearly all
/// words never do, and need no place in a table. A few others share a bit, and do no harm there.
struct Capitalised([u64; Self::BITS / 64]);

impl Capitalised {
    /// A long article has some hundred different names.
    const BITS: usize = 4096;

    fn of(document: &Document) -> Self {
        let mut bits = [0; Self::BITS / 64];
        for token in document.tokens.iter().filter(|t| t.is_capitalised()) {
            let bit = token.hash as usize % Self::BITS;
            bits[bit / 64] |= 1 << (bit % 64);
        }
        Self(bits)
    }

    fn may_have(&self, token: &Token) -> bool {
        let bit = token.hash as usize % Self::BITS;
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }
}

impl Usage {
    fn of(document: &Document) -> Self {
        let mut usage = Self::default();
        let capitalised = Capitalised::of(document);
        for sentence in &document.sentences {
            if !document.kind_of(sentence).is_copy() {
                continue;
            }
            let mut opens = true;
            for token in &document.tokens[sentence.tokens.clone()] {
                if token.is_word() {
                    if token.span.len() > 1 {
                        if token.case == Case::Lower {
                            if capitalised.may_have(token) {
                                usage.words.entry(token.hash).or_default().small += 1;
                            }
                        } else if !opens && !sentence.titled && token.case != Case::Upper {
                            usage.words.entry(token.hash).or_default().capital += 1;
                        }
                    }
                    opens = false;
                } else {
                    opens |= token.is(':') || token.is('“') || token.is('"');
                }
            }
        }
        usage
    }

    /// How often does the word stand with a capital that proves something? One all in capitals never does.
    fn capital(&self, word: &Token) -> u32 {
        let used = self.words.get(&word.hash).filter(|_| word.case != Case::Upper);
        used.map_or(0, |u| u.capital)
    }

    /// Does the capitalised word also stand in small letters?
    fn small(&self, word: &Token) -> u32 {
        self.words.get(&word.hash).map_or(0, |u| u.small)
    }
}

/// All names of a document's copy, in order.
#[must_use]
pub fn find(document: &Document, lexicon: &Lexicon) -> Vec<NameMention> {
    let usage = Usage::of(document);
    let mut out = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        if document.kind_of(sentence).is_copy() {
            run::find(document, lexicon, &usage, number, &mut out);
        }
    }
    bearer::link(document, lexicon, &mut out);
    out
}

/// Words that no name begins with or holds: they are capitalised only by their place.
fn is_function_word(lexicon: &Lexicon, word: crate::text::WordId) -> bool {
    const FUNCTION: [Class; 7] = joined(&LIGHT, &[Class::SentenceOpener, Class::NumberWord]);
    lexicon.any(word, &FUNCTION)
}
