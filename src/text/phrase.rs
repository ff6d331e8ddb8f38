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

mod index;

use super::lists::Lists;
pub use super::notation::PhraseFault;
use super::notation::{Element, Notation, Part};
pub(crate) use super::notation::{add_words, add_words_or_list};
use super::token::Token;
use super::vocabulary::{Vocabulary, WordId};
use index::Index;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// Whose phrase it is: a number that the owner gave out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub u32);

/// A phrase found in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// Whose it is.
    pub tag: Tag,
    /// The tokens it covers, as a range of the document's tokens.
    pub tokens: Range<usize>,
}

/// A place in the tree of phrases: phrases that begin alike share their beginning, and a list that
/// many rules name is walked once.
type NodeId = u32;

/// Where every phrase begins.
const ROOT: NodeId = 0;
/// About so many nodes has the tree of the built-in rules; made ready at once, no table is made twice.
const USUAL_NODES: usize = 12 << 10;

/// All phrases of an engine, ready to be found in one pass.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    notation: Notation,
    /// Where a phrase goes on from a node with an element.
    steps: FxHashMap<(NodeId, Element), NodeId>,
    /// From where to each node, the root left out, and with what, in the order in which they came.
    edges: Vec<(NodeId, Element)>,
    /// Whose phrases end where.
    ends: Vec<(NodeId, Tag)>,
    tags: u32,
    /// The tags of whole sets of phrases as written: rules that share a guard share its matches.
    shared: FxHashMap<Box<str>, Tag>,
    number_words: Vec<WordId>,
    /// Words across which phrases are read.
    passed_over: Vec<WordId>,
    /// The tree as it is walked: made when the first article is there, anew after more phrases came.
    index: OnceLock<Index>,
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

    /// The tag of these phrases, a line each, if the same were added before.
    #[must_use]
    pub fn shared(&self, written: &str) -> Option<Tag> {
        self.shared.get(written).copied()
    }

    /// Remembers under which tag these phrases, a line each, were added.
    pub fn share(&mut self, written: &str, tag: Tag) {
        self.shared.insert(written.into(), tag);
    }

    /// Says which words are numbers, for `<number>`.
    pub fn set_number_words(&mut self, words: Vec<WordId>) {
        self.index.take();
        self.number_words = words;
    }

    /// Says across which words phrases are read: a phrase is found too where one of them stands inside it.
    pub fn set_passed_over(&mut self, words: Vec<WordId>) {
        self.index.take();
        self.passed_over = words;
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
        match self.add_all([written], tag, lists, vocabulary).pop() {
            Some((_, fault)) => Err(fault),
            None => Ok(()),
        }
    }

    /// Adds phrases under one tag. The answer is what is wrong with which of them: the number of the
    /// phrase, and its fault; of a faulty one nothing is added.
    pub fn add_all<'a>(
        &mut self,
        written: impl IntoIterator<Item = &'a str>,
        tag: Tag,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
    ) -> Vec<(usize, PhraseFault)> {
        self.index.take();
        let mut faults = Vec::new();
        // Single words are most of what lists hold: together they are one set, and one node.
        let mut singles = Vec::new();
        let mut parts = Vec::new();
        for (number, phrase) in written.into_iter().enumerate() {
            if Notation::plain_word(phrase, vocabulary, &mut singles) {
                continue;
            }
            parts.clear();
            let read = self.notation.parts(phrase, lists, vocabulary, &mut parts);
            if let Err(fault) = read.and_then(|()| begins_well(&parts)) {
                faults.push((number, fault));
            } else if let [part] = parts.as_slice() {
                for way in part.ways() {
                    if let [Element::Words(words)] = way {
                        self.notation.sets.extend(*words, &mut singles);
                    } else {
                        let node = self.walk(ROOT, way);
                        self.ends.push((node, tag));
                    }
                }
            } else {
                self.spell_out(&parts, tag);
            }
        }
        if !singles.is_empty() {
            let words = self.notation.sets.intern(&mut singles);
            let node = self.step(ROOT, Element::Words(words));
            self.ends.push((node, tag));
        }
        faults
    }

    /// Adds all phrases that the parts of one stand for.
    fn spell_out(&mut self, parts: &[Part], tag: Tag) {
        let (mut reached, mut next) = (vec![ROOT], Vec::new());
        for part in parts {
            for node in reached.drain(..) {
                next.extend(part.ways().map(|way| self.walk(node, way)));
            }
            std::mem::swap(&mut reached, &mut next);
        }
        self.ends.extend(reached.into_iter().map(|node| (node, tag)));
    }

    /// The node behind some elements.
    fn walk(&mut self, from: NodeId, way: &[Element]) -> NodeId {
        way.iter().fold(from, |node, element| self.step(node, *element))
    }

    /// The node behind an element.
    fn step(&mut self, from: NodeId, element: Element) -> NodeId {
        if self.steps.is_empty() {
            self.steps.reserve(USUAL_NODES);
            self.edges.reserve(USUAL_NODES);
            self.ends.reserve(USUAL_NODES);
        }
        let new = self.edges.len() as NodeId + 1;
        let node = *self.steps.entry((from, element)).or_insert(new);
        if node == new {
            self.edges.push((from, element));
        }
        node
    }

    /// Finds every phrase in each of some runs of tokens (the sentences of a document), in the order of their
    /// beginnings. Two matches of one tag may begin together; the caller keeps the longer.
    #[must_use]
    pub fn find(&self, tokens: &[Token], runs: impl Iterator<Item = Range<usize>>) -> Vec<Match> {
        let index = self.index.get_or_init(|| {
            Index::new(
                &self.edges,
                &self.ends,
                &self.notation,
                [&self.number_words, &self.passed_over],
            )
        });
        // About as many phrases are found as there are words.
        let mut out = Vec::with_capacity(tokens.len());
        index.find(&self.notation, tokens, runs, &mut out);
        out
    }
}

/// Does a phrase of these parts begin with something certain, whichever of them are left out?
fn begins_well(parts: &[Part]) -> Result<(), PhraseFault> {
    for part in parts {
        let mut left_out = false;
        for way in part.ways() {
            match way.first() {
                None => left_out = true,
                Some(Element::Gap(_) | Element::Optional(_)) => return Err(PhraseFault::OpenStart),
                Some(_) => {}
            }
        }
        if !left_out {
            return Ok(());
        }
    }
    Err(PhraseFault::Empty)
}

#[cfg(test)]
mod tests {
    use super::super::span::Span;
    use super::super::token::tokenize;
    use super::*;

    fn found(phrase: &str, text: &str) -> Vec<String> {
        let (mut lists, mut vocabulary, mut phrases) = (Lists::default(), Vocabulary::default(), Phrases::default());
        lists.add("said", "said\ntold {reporters,us}  # a remark\n");
        phrases.set_passed_over(vec![vocabulary.add("allegedly")]);
        let tag = phrases.tag();
        phrases
            .add(phrase, tag, &lists, &mut vocabulary)
            .expect("the phrase is sound");
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &vocabulary, &mut tokens);
        let out = phrases.find(&tokens, std::iter::once(0..tokens.len()));
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

    #[test]
    fn a_phrase_is_read_across_a_word_that_takes_it_back() {
        let text = "They were killed, were allegedly allegedly killed, allegedly were killed.";
        let wanted = ["were killed", "were allegedly allegedly killed", "were killed"];
        assert_eq!(found("were killed", text), wanted);
        assert_eq!(
            found("were [allegedly] killed", "They were allegedly killed."),
            ["were allegedly killed"]
        );
        assert_eq!(
            found("allegedly killed", "They were allegedly killed."),
            ["allegedly killed"]
        );
    }
}
