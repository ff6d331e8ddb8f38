//! The tree of phrases as it is walked: flat, and with a sign at each node of what may follow.

mod layout;
mod walk;

use super::tree::{NodeId, ROOT, Tree};
use super::{Match, Tag};
use crate::text::table::{Row, Table};
use crate::text::token::{Token, TokenKind};
use crate::text::vocabulary::WordId;
use crate::text::word_set::BitSets;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use walk::Walk;

/// What a token is to phrases: a bit for what it is, and one that its word shares with some others. Most
/// words that begin a phrase are followed by none that goes on with it, and one look at this tells.
type Sign = u64;

/// A word across which phrases are read.
const OVER: Sign = 1 << 59;
const NUMBER: Sign = 1 << 60;
const NAME: Sign = 1 << 61;
const MARK: Sign = 1 << 62;
/// The sign of a token that is always there, and of the end of the sentence.
const ANY: Sign = 1 << 63;

/// A tree of phrases, made from its nodes when the first article is there.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Index {
    /// Whose phrases a word is all by itself, which most entries of lists are.
    alone: ByWord<Tag>,
    /// Nodes behind a first word that something goes on from, each with the signs of what does: a table that is
    /// read in a row.
    starts: ByWord<(Sign, NodeId)>,
    marks: Vec<(char, NodeId)>,
    number: Option<NodeId>,
    name: Option<NodeId>,
    /// One for each node, and one past the last.
    places: Table<Place>,
    /// What goes on with one of few words, by node and word.
    by_word: Table<(WordId, NodeId)>,
    /// What goes on with anything else, by node.
    others: Table<(Further, NodeId)>,
    /// The sets of words that stand among `others`.
    sets: BitSets,
    tags: Table<Tag>,
    /// The signs of words, as far as any phrase goes on with them.
    signs: Table<Sign>,
}

/// With what a phrase goes on that is not one of few words.
#[derive(Clone, Copy, Debug)]
enum Further {
    /// A word of a set, by its number in the index.
    OneOf(u32),
    /// The same, or nothing.
    Perhaps(u32),
    Gap(u8),
    Number,
    Name,
    Mark(char),
}

impl Row for Further {
    const BYTES: usize = 2 * u32::BYTES;

    fn put(&self, bytes: &mut [u8]) {
        let numbers: (u32, u32) = match *self {
            Self::OneOf(set) => (0, set),
            Self::Perhaps(set) => (1, set),
            Self::Gap(most) => (2, most.into()),
            Self::Number => (3, 0),
            Self::Name => (4, 0),
            Self::Mark(mark) => (5, mark.into()),
        };
        numbers.put(bytes);
    }

    #[inline]
    fn of(bytes: &[u8]) -> Self {
        let (sort, number): (u32, u32) = Row::of(bytes);
        match sort {
            0 => Self::OneOf(number),
            1 => Self::Perhaps(number),
            2 => Self::Gap(number as u8),
            3 => Self::Number,
            4 => Self::Name,
            _ => Self::Mark(char::from_u32(number).unwrap_or_default()),
        }
    }
}

/// A node: where what it has in each of the tables begins. It ends where that of the next node begins.
#[derive(Clone, Debug, Default)]
struct Place {
    /// The signs of tokens with which anything is found here or further on.
    ahead: Sign,
    tags: u32,
    by_word: u32,
    others: u32,
}

impl Row for Place {
    const BYTES: usize = u64::BYTES + 3 * u32::BYTES;

    fn put(&self, bytes: &mut [u8]) {
        (self.ahead, ((self.tags, self.by_word), self.others)).put(bytes);
    }

    #[inline]
    fn of(bytes: &[u8]) -> Self {
        let (ahead, ((tags, by_word), others)) = Row::of(bytes);
        Self {
            ahead,
            tags,
            by_word,
            others,
        }
    }
}

/// Something for each word, word by word in one table.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(serialize = "", deserialize = "'de: 'static"))]
struct ByWord<T> {
    /// Where what a word has begins, and one past the last.
    offsets: Table<u32>,
    all: Table<T>,
}

impl<T: Row> ByWord<T> {
    #[inline]
    fn of(&self, word: WordId) -> impl Iterator<Item = T> + '_ {
        let (from, to) = self.offsets.pair(word.0 as usize).unwrap_or_default();
        self.all.rows(from as usize..to as usize)
    }
}

impl Index {
    /// A node, and the next: where its rows end.
    #[inline]
    fn place(&self, node: NodeId) -> (Place, Place) {
        self.places.pair(node as usize).unwrap_or_default()
    }

    /// Whose phrases end at a node.
    #[inline]
    fn tags_of(&self, node: NodeId) -> impl ExactSizeIterator<Item = Tag> + '_ {
        let (place, next) = self.place(node);
        self.tags.rows(place.tags as usize..next.tags as usize)
    }

    fn sign(&self, token: &Token) -> Sign {
        let kind = match token.kind {
            TokenKind::Mark(_) => MARK,
            TokenKind::Number => NUMBER,
            TokenKind::Word | TokenKind::Possessive => 0,
        };
        let name = if token.is_capitalised() { NAME } else { 0 };
        ANY | kind | name | self.signs.get(token.word.0 as usize).unwrap_or(0)
    }

    /// Finds every phrase in each of some runs of tokens; see [`Phrases::find`](super::Phrases::find).
    pub(super) fn find(&self, tokens: &[Token], runs: impl Iterator<Item = Range<usize>>, out: &mut Vec<Match>) {
        let mut walk = Walk::new(self);
        for run in runs {
            let first = out.len();
            let over = walk.read(&tokens[run.clone()]);
            self.tell(&mut walk, |tag, found| {
                let tokens = run.start + found.start..run.start + found.end;
                out.push(Match { tag, tokens });
            });
            // Hardly a sentence holds such a word; one that does is read again without it.
            if over {
                self.find_across(tokens, run, first, out);
            }
        }
    }

    /// Finds the phrases of a run inside which stands a word that phrases are read across; those without one
    /// stand in `out` from `first` on.
    fn find_across(&self, tokens: &[Token], run: Range<usize>, first: usize, out: &mut Vec<Match>) {
        let kept = run.filter(|at| self.sign(&tokens[*at]) & OVER == 0);
        let (places, kept): (Vec<usize>, Vec<Token>) = kept.map(|at| (at, tokens[at])).unzip();
        let known = out[first..].to_vec();
        let mut walk = Walk::new(self);
        walk.read(&kept);
        self.tell(&mut walk, |tag, found| {
            let (from, last) = (places[found.start], places[found.end - 1]);
            // Without such a word inside, or where the phrase itself allows for one, it was found already.
            if last - from >= found.len() {
                let tokens = from..last + 1;
                let new = Match { tag, tokens };
                let at = known.partition_point(|m| m.tokens.start < new.tokens.start);
                let mut here = known[at..].iter().take_while(|m| m.tokens.start == new.tokens.start);
                if here.all(|m| *m != new) {
                    out.push(new);
                }
            }
        });
        out[first..].sort_by_key(|found| found.tokens.start);
    }

    /// Tells of every phrase in the tokens that a walk has read, in the order of their beginnings.
    fn tell(&self, walk: &mut Walk<'_>, mut told: impl FnMut(Tag, Range<usize>)) {
        for (at, token) in walk.tokens.iter().enumerate() {
            walk.ended.clear();
            let (sign, next) = (walk.signs[at], walk.signs[at + 1]);
            for tag in self.alone.of(token.word) {
                told(tag, at..at + 1);
            }
            for (onward, node) in self.starts.of(token.word) {
                if onward & next != 0 {
                    walk.onward(node, at + 1);
                }
            }
            if let TokenKind::Mark(mark) = token.kind
                && let Some((_, node)) = self.marks.iter().find(|(m, _)| *m == mark)
            {
                walk.step(*node, at + 1);
            }
            if let Some(node) = self.number.filter(|_| sign & NUMBER != 0) {
                walk.step(node, at + 1);
            }
            if let Some(node) = self.name.filter(|_| sign & NAME != 0) {
                walk.step(node, at + 1);
            }
            for (node, end) in &walk.ended {
                for tag in self.tags_of(*node) {
                    told(tag, at..*end);
                }
            }
        }
    }
}
