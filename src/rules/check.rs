//! What a compiled rule is: a pure function from a page to hits.

use super::line::Line;
use super::tone::Weighed;
use crate::facts::{Class, Facts, Lexicon, Matches, Voice};
use crate::finding::Severity;
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Document, Span};
use std::fmt::Debug;

/// A compiled check. It keeps no state between articles.
pub trait Check: Debug + Send + Sync {
    /// When it runs.
    fn stage(&self) -> Stage {
        Stage::Facts
    }

    /// What a block becomes that it hits at a stage of furniture.
    fn marks(&self) -> BlockKind {
        BlockKind::Noise
    }

    /// Appends what it finds.
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>);
}

/// When a check runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before facts are drawn: what it hits is furniture by its own words, and no later check sees it.
    Furniture,
    /// After that: what is furniture because of the furniture beside it.
    Beside,
    /// Last: what is furniture by its form, at the head or the tail of the article.
    Margin,
    /// On the article and its facts.
    Facts,
}

impl Stage {
    /// The stages of furniture, in order.
    pub const OF_FURNITURE: [Self; 3] = [Self::Furniture, Self::Beside, Self::Margin];
}

/// All that a check may look at.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The article, read.
    pub document: &'a Document,
    /// What was drawn from it; empty at [`Stage::Furniture`].
    pub facts: &'a Facts,
    /// All phrases found in it.
    pub matches: &'a Matches,
    /// What is known of words.
    pub lexicon: &'a Lexicon,
    /// Its blocks in numbers, one for each.
    pub lines: &'a [Line],
    /// How loaded each sentence is; empty at [`Stage::Furniture`].
    pub tone: &'a [Weighed],
    /// Is the article the writer's own (a column, a letter, a review), where judging is the job?
    pub personal: bool,
}

impl<'a> Page<'a> {
    /// The words a span covers.
    #[must_use]
    #[inline]
    pub fn words(&self, span: Span) -> &'a str {
        span.of(&self.document.text)
    }

    /// Does the token deny: "no", "never", "didn’t"?
    #[must_use]
    pub fn is_negation(&self, at: usize) -> bool {
        let token = &self.document.tokens[at];
        let word = self.words(token.span);
        self.lexicon.is(token, Class::Negation) || word.ends_with("n't") || word.ends_with("n\u{2019}t")
    }

    /// Is the token one of these words, in any case?
    #[must_use]
    pub fn reads(&self, at: usize, words: &[&str]) -> bool {
        self.document.tokens.get(at).is_some_and(|t| {
            let word = self.words(t.span);
            t.is_word() && words.iter().any(|w| w.eq_ignore_ascii_case(word))
        })
    }

    /// The voice of the first token at or after a span's start.
    #[must_use]
    pub fn voice_at(&self, span: Span) -> Voice {
        self.facts.voice(self.document.tokens_in(span).start)
    }

    /// Does a match of `tag` begin in a sentence?
    #[must_use]
    pub fn in_sentence(&self, tag: Tag, sentence: usize) -> bool {
        let Some(sentence) = self.document.sentences.get(sentence) else {
            return false;
        };
        let matches = self.matches.of(tag);
        let from = matches.partition_point(|m| m.tokens.start < sentence.tokens.start);
        matches.get(from).is_some_and(|m| m.tokens.start < sentence.tokens.end)
    }

    /// The kind of the block that holds a span.
    #[must_use]
    pub fn block_kind_at(&self, span: Span) -> BlockKind {
        let blocks = &self.document.blocks;
        let at = blocks.partition_point(|b| b.span.start <= span.start).saturating_sub(1);
        blocks.get(at).map_or(BlockKind::Paragraph, |b| b.kind)
    }
}

/// What a check found, before the rule puts it in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hit {
    /// The words it is about.
    pub primary: Span,
    /// The other half, and what else to show.
    pub related: Vec<Span>,
    /// What the rule's message may name, beside `{match}` and `{other}`.
    pub values: Vec<(&'static str, String)>,
    /// A severity other than the rule's own, where the case is graver or lighter.
    pub severity: Option<Severity>,
}

impl Hit {
    /// A hit on one place.
    #[must_use]
    pub fn at(primary: Span) -> Self {
        Self {
            primary,
            ..Self::default()
        }
    }

    /// A hit on two places that do not go together.
    #[must_use]
    pub fn pair(primary: Span, other: Span) -> Self {
        Self {
            primary,
            related: vec![other],
            ..Self::default()
        }
    }

    /// Adds a value for the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Changes the severity.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }
}
