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

use super::chains::Chains;
use super::lists::Lists;
pub use super::notation::PhraseFault;
pub(crate) use super::notation::add_words;
use super::notation::{Element, Notation};
use super::token::{Token, TokenKind};
use super::vocabulary::{Vocabulary, WordId};
use super::word_set::Words;
use rustc_hash::FxHashMap;

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

/// A place in the tree of phrases: phrases that begin alike share their beginning, and a list that
/// many rules name is walked once.
#[derive(Clone, Debug, Default)]
struct Node {
    edges: Vec<(Element, NodeId)>,
    /// Whose phrases end here.
    tags: Vec<Tag>,
}

pub(super) type NodeId = u32;

/// All phrases of an engine, ready to be found in one pass.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    notation: Notation,
    nodes: Vec<Node>,
    /// Where a phrase that begins so goes on.
    starts: FxHashMap<Element, NodeId>,
    /// For each word the nodes behind it.
    by_word: Chains,
    tags: u32,
    /// The tags of whole sets of phrases as written: rules that share a guard share its matches.
    shared: FxHashMap<Box<str>, Tag>,
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
        let mut faults = Vec::new();
        // Single words are most of what lists hold: together they are one set, and one node.
        let mut singles = Vec::new();
        for (number, phrase) in written.into_iter().enumerate() {
            if Notation::plain_word(phrase, vocabulary, &mut singles) {
                continue;
            }
            let rows = match self.notation.rows(phrase, lists, vocabulary) {
                Ok(rows) => rows,
                Err(fault) => {
                    faults.push((number, fault));
                    continue;
                }
            };
            let fault = rows.iter().find_map(|row| match row.first() {
                None => Some(PhraseFault::Empty),
                Some(Element::Gap(_) | Element::Optional(_)) => Some(PhraseFault::OpenStart),
                Some(_) => None,
            });
            if let Some(fault) = fault {
                faults.push((number, fault));
                continue;
            }
            for row in rows {
                match row.as_slice() {
                    [] => {}
                    [Element::Words(words)] => self.notation.sets.extend(*words, &mut singles),
                    [first, rest @ ..] => {
                        let mut node = self.start(*first);
                        for element in rest {
                            node = self.step(node, *element);
                        }
                        self.end(node, tag);
                    }
                }
            }
        }
        if !singles.is_empty() {
            let words = self.notation.sets.intern(&mut singles);
            let node = self.start(Element::Words(words));
            self.end(node, tag);
        }
        faults
    }

    /// Phrases under this tag end at a node.
    fn end(&mut self, node: NodeId, tag: Tag) {
        let tags = &mut self.nodes[node as usize].tags;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }

    /// The node behind the first element of a phrase.
    fn start(&mut self, first: Element) -> NodeId {
        if let Some(node) = self.starts.get(&first) {
            return *node;
        }
        let node = self.new_node();
        self.starts.insert(first, node);
        if let Element::Words(words) = first {
            let mut all = Vec::new();
            self.notation.sets.extend(words, &mut all);
            for word in all {
                self.by_word.push(word, node);
            }
        }
        node
    }

    /// The node behind a further element.
    fn step(&mut self, from: NodeId, element: Element) -> NodeId {
        let edges = &self.nodes[from as usize].edges;
        if let Some((_, node)) = edges.iter().find(|(e, _)| *e == element) {
            return *node;
        }
        let node = self.new_node();
        self.nodes[from as usize].edges.push((element, node));
        node
    }

    fn new_node(&mut self) -> NodeId {
        self.nodes.push(Node::default());
        (self.nodes.len() - 1) as NodeId
    }

    /// Finds every phrase in a run of tokens (a sentence), in the order of their beginnings. Two matches
    /// of one tag may begin together; the caller keeps the longer. `offset` is
    /// the number of the first token in its document.
    pub fn find(&self, tokens: &[Token], offset: usize, out: &mut Vec<Match>) {
        let number = self.starts.get(&Element::Number);
        let name = self.starts.get(&Element::Name);
        let mut walk = Walk {
            phrases: self,
            tokens,
            ended: Vec::new(),
        };
        for (at, token) in tokens.iter().enumerate() {
            walk.ended.clear();
            if token.word != WordId::UNKNOWN {
                for node in self.by_word.of(token.word) {
                    walk.go(node, at + 1);
                }
            }
            if let TokenKind::Mark(mark) = token.kind
                && let Some(node) = self.starts.get(&Element::Mark(mark))
            {
                walk.go(*node, at + 1);
            }
            if let Some(node) = number
                && self.is_number(token)
            {
                walk.go(*node, at + 1);
            }
            if let Some(node) = name
                && token.is_capitalised()
            {
                walk.go(*node, at + 1);
            }
            for (node, end) in &walk.ended {
                out.extend(self.nodes[*node as usize].tags.iter().map(|tag| Match {
                    tag: *tag,
                    tokens: offset + at..offset + end,
                }));
            }
        }
    }

    fn is_number(&self, token: &Token) -> bool {
        token.kind == TokenKind::Number
            || token.word != WordId::UNKNOWN && self.number_words.binary_search(&token.word).is_ok()
    }
}

/// A walk down the tree from one token.
struct Walk<'a> {
    phrases: &'a Phrases,
    tokens: &'a [Token],
    /// Nodes where phrases end that were reached, each with one past the last token, by its shortest gaps.
    ended: Vec<(NodeId, usize)>,
}

impl Walk<'_> {
    fn go(&mut self, node: NodeId, at: usize) {
        let phrases = self.phrases;
        let here = &phrases.nodes[node as usize];
        if !here.tags.is_empty() && self.ended.iter().all(|(n, _)| *n != node) {
            self.ended.push((node, at));
        }
        let token = self.tokens.get(at);
        for (element, next) in &here.edges {
            match element {
                Element::Gap(most) => self.leap(*most, *next, at),
                Element::Optional(words) => {
                    if token.is_some_and(|t| self.is_one_of(t, *words)) {
                        self.go(*next, at + 1);
                    }
                    self.go(*next, at);
                }
                element => {
                    let fits = token.is_some_and(|t| match element {
                        Element::Words(words) => self.is_one_of(t, *words),
                        Element::Number => phrases.is_number(t),
                        Element::Name => t.is_capitalised(),
                        Element::Mark(mark) => t.is(*mark),
                        Element::Gap(_) | Element::Optional(_) => false,
                    });
                    if fits {
                        self.go(*next, at + 1);
                    }
                }
            }
        }
    }

    /// Goes on behind each length of a gap, the shortest first.
    fn leap(&mut self, most: u8, next: NodeId, at: usize) {
        for skipped in 0..=usize::from(most) {
            self.go(next, at + skipped);
            if self.tokens.get(at + skipped).is_none_or(ends_clause) {
                return;
            }
        }
    }

    fn is_one_of(&self, token: &Token, words: Words) -> bool {
        token.word != WordId::UNKNOWN && self.phrases.notation.sets.has(words, token.word)
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
