//! From one token down the tree, as far as the sentence goes along.

use super::{ANY, Further, Index, NUMBER, NodeId, OVER, Sign};
use crate::text::token::{Token, TokenKind};
use crate::text::vocabulary::WordId;

/// A walk down the tree from one token.
pub(super) struct Walk<'a> {
    pub(super) index: &'a Index,
    pub(super) tokens: &'a [Token],
    /// The sign of each token, and of the end.
    pub(super) signs: Vec<Sign>,
    /// Nodes where phrases end that were reached, each with one past the last token, by its shortest gaps.
    pub(super) ended: Vec<(NodeId, usize)>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(index: &'a Index) -> Self {
        Self {
            index,
            tokens: &[],
            signs: Vec::new(),
            ended: Vec::new(),
        }
    }

    /// Takes up other tokens. Is one among them across which phrases are read?
    pub(super) fn read(&mut self, tokens: &'a [Token]) -> bool {
        self.tokens = tokens;
        self.signs.clear();
        self.signs.extend(tokens.iter().map(|token| self.index.sign(token)));
        let all = self.signs.iter().fold(0, |all, sign| all | sign);
        self.signs.push(ANY);
        all & OVER != 0
    }

    /// Goes on at a node, if anything can be found there.
    pub(super) fn step(&mut self, node: NodeId, at: usize) {
        let ahead = self.index.places.get(node as usize).map_or(0, |place| place.ahead);
        if self.signs.get(at).is_some_and(|sign| ahead & sign != 0) {
            self.go(node, at);
        }
    }

    fn go(&mut self, node: NodeId, at: usize) {
        if self.index.tags_of(node).len() > 0 && self.ended.iter().all(|(n, _)| *n != node) {
            self.ended.push((node, at));
        }
        self.onward(node, at);
    }

    /// Follows what goes on from a node.
    pub(super) fn onward(&mut self, node: NodeId, at: usize) {
        let index = self.index;
        let token = self.tokens.get(at);
        let (place, past) = index.place(node);
        if let Some(word) = token.map(|t| t.word).filter(|word| *word != WordId::UNKNOWN) {
            let to = past.by_word as usize;
            let from = index.by_word.first_not(place.by_word as usize..to, |(w, _)| w < word);
            for (_, next) in index.by_word.rows(from..to).take_while(|(w, _)| *w == word) {
                self.step(next, at + 1);
            }
        }
        for (further, next) in index.others.rows(place.others as usize..past.others as usize) {
            let fits = token.is_some_and(|t| match further {
                Further::OneOf(set) | Further::Perhaps(set) => index.sets.has(set, t.word),
                Further::Number => self.signs[at] & NUMBER != 0,
                Further::Name => t.is_capitalised(),
                Further::Mark(mark) => t.is(mark),
                Further::Gap(_) => false,
            });
            if fits {
                self.step(next, at + 1);
            }
            match further {
                Further::Gap(most) => self.leap(most, next, at),
                Further::Perhaps(_) => self.step(next, at),
                _ => {}
            }
        }
    }

    /// Goes on behind each length of a gap, the shortest first.
    fn leap(&mut self, most: u8, next: NodeId, at: usize) {
        for skipped in 0..=usize::from(most) {
            self.step(next, at + skipped);
            if self.tokens.get(at + skipped).is_none_or(ends_clause) {
                return;
            }
        }
    }
}

fn ends_clause(token: &Token) -> bool {
    matches!(
        token.kind,
        TokenKind::Mark('.' | '!' | '?' | ';' | ':' | '"' | '\u{201c}' | '\u{201d}')
    )
}
