//! Phrases: the notation that lists and rules share, and one pass that finds all of them.
//!
//! A phrase is a row of elements with spaces between:
//!
//! | written | matches |
//! |---|---|
//! | `drone` | that word, in any case |
//! | `liberat{e,ed,es,ing,ion}`, `expert{,s}`, `{many,quite a few}` | one of the ways spelt out |
//! | `[very]`, `[of the]`, `[<name>]` | the words or nothing |
//! | `@cue-neutral` | any entry of the list of that name |
//! | `*`, `*6` | up to three words, up to six; never past the end of a clause |
//! | `<number>` | a figure or a number word |
//! | `<name>` | a word with a capital letter |
//!
//! Marks stand for themselves (`ctrl + enter`), hyphens and apostrophes inside a word too. Matching
//! is over tokens, so a phrase never matches inside a word, and line breaks do not matter.

mod index;
mod packed;
mod tree;

use super::lists::Lists;
pub use super::notation::PhraseFault;
pub(crate) use super::notation::{add_words, add_words_or_list};
use super::table::{Row, row_of_number};
use super::token::Token;
use super::vocabulary::{Vocabulary, WordId};
use index::Index;
use packed::Packed;
use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::OnceLock;
use tree::Tree;

/// Whose phrase it is: a number that the owner gave out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Tag(pub u32);

row_of_number!(Tag);

/// A phrase found in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// Whose it is.
    pub tag: Tag,
    /// The tokens it covers, as a range of the document's tokens.
    pub tokens: Range<usize>,
}

/// All phrases of an engine, ready to be found in one pass.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Phrases {
    written: Packed<Written>,
    /// How many tags were given out.
    tags: u32,
    /// The tree as it is walked: made when the first article is there, anew after more phrases came.
    #[serde(serialize_with = "laid_out", deserialize_with = "laid_out_before")]
    index: OnceLock<Index>,
}

/// What was added, to which more can be.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Written {
    tree: Tree,
    /// The tags of whole sets of phrases, by a hash of how they are written and its length: rules that share a guard
    /// share its matches.
    shared: FxHashMap<(u64, usize), Tag>,
    number_words: Vec<WordId>,
    /// Words across which phrases are read.
    passed_over: Vec<WordId>,
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

    /// The tag of a set of phrases, which are added under a new one unless the same set was added before; and
    /// what is wrong with which of them, as [`Phrases::add_all`] has it.
    pub fn add_set<'a>(
        &mut self,
        written: impl Iterator<Item = &'a str> + Clone,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
    ) -> (Tag, Vec<(usize, PhraseFault)>) {
        let mut hasher = FxHasher::default();
        let mut length = 0;
        for phrase in written.clone() {
            phrase.hash(&mut hasher);
            length += phrase.len();
        }
        let key = (hasher.finish(), length);
        if let Some(tag) = self.written.get().shared.get(&key) {
            return (*tag, Vec::new());
        }
        let tag = self.tag();
        let faults = self.add_all(written, tag, lists, vocabulary);
        if faults.is_empty() {
            self.written.get_mut().shared.insert(key, tag);
        }
        (tag, faults)
    }

    /// Says which words are numbers, for `<number>`.
    pub fn set_number_words(&mut self, words: Vec<WordId>) {
        self.index.take();
        self.written.get_mut().number_words = words;
    }

    /// Says across which words phrases are read: a phrase is found too where one of them stands inside it.
    pub fn set_passed_over(&mut self, words: Vec<WordId>) {
        self.index.take();
        self.written.get_mut().passed_over = words;
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
        self.written.get_mut().tree.add_all(written, tag, lists, vocabulary)
    }

    /// Finds every phrase in each of some runs of tokens (the sentences of a document), in the order of their
    /// beginnings. Two matches of one tag may begin together; the caller keeps the longer.
    #[must_use]
    pub fn find(&self, tokens: &[Token], runs: impl Iterator<Item = Range<usize>>) -> Vec<Match> {
        // About as many phrases are found as there are words.
        let mut out = Vec::with_capacity(tokens.len());
        self.index().find(tokens, runs, &mut out);
        out
    }

    /// Makes the tables now that the first search would make: they are packed with the phrases.
    pub fn lay_out(&self) {
        self.index();
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let written = self.written.get();
            Index::new(&written.tree, [&written.number_words, &written.passed_over])
        })
    }
}

/// Packs what was laid out, if it was.
fn laid_out<S: Serializer>(index: &OnceLock<Index>, serializer: S) -> Result<S::Ok, S::Error> {
    index.get().serialize(serializer)
}

fn laid_out_before<'de: 'static, D: Deserializer<'de>>(deserializer: D) -> Result<OnceLock<Index>, D::Error> {
    let index = Option::<Index>::deserialize(deserializer)?;
    Ok(index.map(OnceLock::from).unwrap_or_default())
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
            found(
                "a [*2] source [<name>] said",
                "A senior police source said, a source Moll said."
            ),
            ["A senior police source said", "a source Moll said"]
        );
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
