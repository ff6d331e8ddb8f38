//! Phrases: the notation that lists and rules share, and one pass that finds all of them.
//!
//! A phrase is a row of elements with spaces between:
//!
//! | written | matches |
//! |---|---|
//! | `drone` | that word, in any case |
//! | `liberat{e,ed,es,ing,ion}`, `expert{,s}`, `{many,quite a few}` | one of the ways spelt out |
//! | `[very]`, `[of the]` | the words or nothing |
//! | `@cue-neutral` | any entry of the list of that name |
//! | `*`, `*6` | up to three words, up to six; never past the end of a clause |
//! | `<number>` | a figure or a number word |
//! | `<name>` | a word with a capital letter |
//!
//! Marks stand for themselves (`ctrl + enter`), hyphens and apostrophes inside a word too. Matching
//! is over tokens, so a phrase never matches inside a word, and line breaks do not matter.

use super::lists::Lists;
pub use super::notation::PhraseFault;
pub(crate) use super::notation::spell_out;
use super::notation::{Element, parse};
use super::token::{Token, TokenKind};
use super::vocabulary::{Vocabulary, WordId};

/// Whose phrase it is: a number that the owner gave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub u32);

/// A phrase found in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Whose it is.
    pub tag: Tag,
    /// The tokens it covers, as a range of the document's tokens.
    pub tokens: std::ops::Range<usize>,
}

#[derive(Clone, Debug)]
struct Phrase {
    tag: Tag,
    elements: Box<[Element]>,
}

/// All phrases of an engine, ready to be found in one pass.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    all: Vec<Phrase>,
    /// For each word the phrases that begin with it.
    by_word: Vec<Vec<u32>>,
    /// Phrases that begin with a number, a name or a mark.
    others: Vec<u32>,
    tags: u32,
    number_words: Vec<WordId>,
}

impl Phrases {
    /// A new tag.
    pub fn tag(&mut self) -> Tag {
        self.tags += 1;
        Tag(self.tags - 1)
    }

    /// How many tags were given out.
    #[must_use]
    pub fn tags(&self) -> usize {
        self.tags as usize
    }

    /// Says which words are numbers, for `<number>`.
    pub fn set_number_words(&mut self, mut words: Vec<WordId>) {
        words.sort_unstable();
        self.number_words = words;
    }

    /// Adds a phrase under a tag.
    ///
    /// # Errors
    /// If the phrase is not in the notation; nothing is added then.
    pub fn add(
        &mut self,
        written: &str,
        tag: Tag,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
    ) -> Result<(), PhraseFault> {
        for elements in parse(written, lists, vocabulary, 0)? {
            match elements.first() {
                None => return Err(PhraseFault::Empty),
                Some(Element::Gap(_) | Element::Optional(_)) => return Err(PhraseFault::OpenStart),
                Some(_) => {}
            }
            let number = self.all.len() as u32;
            if let Some(Element::Words(words)) = elements.first() {
                for word in words {
                    let slot = word.0 as usize;
                    if self.by_word.len() <= slot {
                        self.by_word.resize(slot + 1, Vec::new());
                    }
                    self.by_word[slot].push(number);
                }
            } else {
                self.others.push(number);
            }
            self.all.push(Phrase {
                tag,
                elements: elements.into(),
            });
        }
        Ok(())
    }

    /// Finds every phrase in a run of tokens (a sentence), longest first where one tag's begin together.
    /// `offset` is the number of the first token in its document.
    pub fn find(&self, tokens: &[Token], offset: usize, out: &mut Vec<Match>) {
        for (at, token) in tokens.iter().enumerate() {
            let starting = if token.word == WordId::UNKNOWN {
                None
            } else {
                self.by_word.get(token.word.0 as usize)
            };
            for &number in starting.into_iter().flatten() {
                self.try_at(number, tokens, at, offset, out);
            }
            if !self.others.is_empty() && (!token.is_word() || token.is_capitalised() || token.word != WordId::UNKNOWN)
            {
                for &number in &self.others {
                    self.try_at(number, tokens, at, offset, out);
                }
            }
        }
    }

    fn try_at(&self, number: u32, tokens: &[Token], at: usize, offset: usize, out: &mut Vec<Match>) {
        let phrase = &self.all[number as usize];
        let Some(end) = self.matches(&phrase.elements, tokens, at) else {
            return;
        };
        let tokens = offset + at..offset + end;
        // Matches arrive by start, so one tag's earlier match with this start is near the end.
        let same = out
            .iter_mut()
            .rev()
            .take_while(|m| m.tokens.start == tokens.start)
            .find(|m| m.tag == phrase.tag);
        match same {
            Some(earlier) => earlier.tokens.end = earlier.tokens.end.max(tokens.end),
            None => out.push(Match {
                tag: phrase.tag,
                tokens,
            }),
        }
    }

    /// One past the last token if the elements match from `at`.
    fn matches(&self, elements: &[Element], tokens: &[Token], at: usize) -> Option<usize> {
        let Some((first, rest)) = elements.split_first() else {
            return Some(at);
        };
        if let Element::Gap(most) = first {
            for skipped in 0..=usize::from(*most) {
                if let Some(end) = self.matches(rest, tokens, at + skipped) {
                    return Some(end);
                }
                if tokens.get(at + skipped).is_none_or(ends_clause) {
                    return None;
                }
            }
            return None;
        }
        let token = tokens.get(at);
        let fits = token.is_some_and(|t| match first {
            Element::Words(words) | Element::Optional(words) => t.word != WordId::UNKNOWN && words.contains(&t.word),
            Element::Number => t.kind == TokenKind::Number || self.number_words.binary_search(&t.word).is_ok(),
            Element::Name => t.is_capitalised(),
            Element::Mark(mark) => t.is(*mark),
            Element::Gap(_) => false,
        });
        if fits && let Some(end) = self.matches(rest, tokens, at + 1) {
            return Some(end);
        }
        if matches!(first, Element::Optional(_)) {
            self.matches(rest, tokens, at)
        } else {
            None
        }
    }
}

fn ends_clause(token: &Token) -> bool {
    matches!(
        token.kind,
        TokenKind::Mark('.' | '!' | '?' | ';' | ':' | '"' | '\u{201c}' | '\u{201d}')
    )
}

#[cfg(test)]
mod tests {
    use super::super::span::Span;
    use super::super::token::tokenize;
    use super::*;

    fn found(phrase: &str, text: &str) -> Vec<String> {
        let (mut lists, mut vocabulary, mut phrases) = (Lists::default(), Vocabulary::default(), Phrases::default());
        lists.add("said", "said\ntold {reporters,us}  # a remark\n");
        let tag = phrases.tag();
        phrases
            .add(phrase, tag, &lists, &mut vocabulary)
            .expect("the phrase is sound");
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &vocabulary, &mut tokens);
        let mut out = Vec::new();
        phrases.find(&tokens, 0, &mut out);
        out.iter()
            .map(|m| {
                tokens[m.tokens.start]
                    .span
                    .join(tokens[m.tokens.end - 1].span)
                    .of(text)
                    .to_owned()
            })
            .collect()
    }

    #[test]
    fn every_element_of_the_notation() {
        assert_eq!(
            found("liberat{e,ed,ion}", "The Liberation; liberating, liberated."),
            ["Liberation", "liberated"]
        );
        assert_eq!(
            found("expert{,s} [have] @said", "Experts have said so, an expert told us."),
            ["Experts have said", "expert told us"]
        );
        assert_eq!(
            found("many * urging", "Many are now urging. Many. Urging"),
            ["Many are now urging"]
        );
        assert_eq!(found("<number> dead", "3 dead, none dead"), ["3 dead"]);
        assert_eq!(
            found("long-range ctrl + enter", "long-range Ctrl + Enter"),
            ["long-range Ctrl + Enter"]
        );
        assert_eq!(found("don't know", "They don’t\nknow."), ["don’t\nknow"]);
    }
}
