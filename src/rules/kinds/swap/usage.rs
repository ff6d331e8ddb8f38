//! Uses of words that exclude each other, and how alike the places are where they stand.

use crate::rules::Page;
use crate::rules::kinds::around::{
    BESIDE, OPEN_REACH, Reach, Sides, Word, around, around_in_summary, beside, in_common, is_beside, leaves_open,
    weight, word,
};
use crate::text::{BlockKind, WordId};
use std::cell::OnceCell;
use std::ops::Range;

/// How alike two places must be.
#[derive(Clone, Copy)]
pub(super) struct Likeness {
    /// What the words in common must weigh.
    pub(super) shared: usize,
    /// How many of them must be words and no figures, where names are swapped.
    pub(super) words: usize,
    /// And which part of the weight of the words at the top.
    pub(super) share: f64,
    /// The same with a word right beside both weighing twice.
    pub(super) share_beside: f64,
    /// By how much the place with the other word must be the better likeness.
    pub(super) margin: usize,
    /// How many words on either side are looked at for one that is the same.
    pub(super) beside: usize,
}

/// A headline is made of few words, and its own.
pub(super) const OF_HEADLINE: Likeness = Likeness {
    shared: 3,
    words: 3,
    share: 0.6,
    share_beside: 0.6,
    margin: 2,
    beside: 1,
};
/// A summary tells the story's sentences again: less must be the same for a place to be the one that it tells.
pub(super) const OF_SUMMARY: Likeness = Likeness {
    shared: 2,
    words: 2,
    share: 0.4,
    share_beside: 0.5,
    margin: 1,
    beside: BESIDE,
};

/// Which word or side of its set a use is of.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Side {
    Word(WordId),
    Number(usize),
}

/// One use of a word of the set. Most of them stand like no other, and what is told of them then is never read.
pub(super) struct Use<'p> {
    pub(super) page: &'p Page<'p>,
    pub(super) tokens: Range<usize>,
    pub(super) side: Side,
    /// How far the words around it are read.
    pub(super) reach: Reach,
    around: OnceCell<Vec<Word>>,
    /// The content words right before and right after it.
    pub(super) beside: Sides,
    /// The content word that follows it with nothing between: "quarter" of "third quarter".
    pub(super) next: Option<Word>,
    /// How alike a place in the body must be, for one at the top.
    pub(super) needs: Likeness,
}

/// The use of another word in the body that stands where this one stands at the top.
pub(super) fn swapped<'a>(
    one: &Use<'_>,
    before: &[Use<'_>],
    after: &[Use<'_>],
    body: &'a [Use<'a>],
) -> Option<&'a Use<'a>> {
    let weight = weight(one.around());
    let best = |side: &dyn Fn(Side) -> bool| {
        let uses = body
            .iter()
            .filter(|u| side(u.side) && (u.side == one.side || one.may_be(u)));
        most_shared(one, uses)
    };
    let (likeness, other) = best(&|side| side != one.side)?;
    let own = best(&|side| side == one.side).map_or(0, |b| b.0);
    // A month or a place with a year and two words is the name of a series: "September 2018 open thread".
    let same = |w: &&Word| w.1 == 1 && other.around().iter().any(|o| o.0 == w.0);
    let words = one.around().iter().filter(same).count();
    let series = matches!(one.side, Side::Word(_)) && words < one.needs.words;
    // Where little is the same, it must be the words on either side.
    let framed = likeness >= OF_HEADLINE.shared || one.is_framed_like(other);
    let part = |likeness: usize, share: f64| likeness as f64 >= share * weight as f64;
    let is_part =
        part(in_common(one.around(), other.around()), one.needs.share) || part(likeness, one.needs.share_beside);
    let alike = !series && framed && likeness >= one.needs.shared && is_part;
    // The top may say both, "profit up, sales down": then the body's word is that of the other.
    let nearly = likeness.min(if one.is_of_summary() {
        likeness
    } else {
        one.needs.shared
    });
    let at_top = before
        .iter()
        .chain(after)
        .any(|u| u.side == other.side && u.stands_like(other) && shared(u, other) >= nearly);
    // Where its own word stands much like it as well, chance makes the other one stand a little more so.
    let margin = if own >= OF_HEADLINE.shared {
        OF_HEADLINE.margin
    } else {
        one.needs.margin
    };
    (alike && own + margin <= likeness && !at_top).then_some(other)
}

/// Uses of one name in the body from which on it is what the story is about.
const LEAST_NAMED: usize = 2;

/// The use in the body of another word before the same noun, where the body never has the one of the top:
/// "third quarter" over a story of the fourth quarter.
pub(super) fn renamed<'a>(one: &Use<'_>, top: &[Use<'_>], body: &'a [Use<'a>]) -> Option<&'a Use<'a>> {
    let noun = one.next?;
    let known = body.iter().any(|u| u.side == one.side);
    let mut named = body.iter().filter(|u| u.next == Some(noun) && !u.is_open());
    let first = named.next().filter(|_| !known)?;
    let at_top = top.iter().any(|u| u.side == first.side);
    (named.count() + 1 >= LEAST_NAMED && !at_top).then_some(first)
}

/// Of the words around a word of a summary so many, and which part of them, must stand around the body's word where
/// nothing right beside the two is the same.
const LEAST_AROUND: usize = 3;
const LEAST_PART: f64 = 0.5;

/// The use in the body of another word of a set of names, where the body never has the one of the summary and tells
/// the rest in one sentence: "becomes chairman of Velna Steel in September" over "in April".
pub(super) fn strange<'a>(one: &Use<'_>, top: &[Use<'_>], body: &'a [Use<'a>]) -> Option<&'a Use<'a>> {
    let named = matches!(one.side, Side::Word(_));
    if !one.is_of_summary() || !named || body.iter().any(|u| u.side == one.side) {
        return None;
    }
    let weight = weight(one.around());
    let others = body.iter().filter(|u| !u.is_open() || one.is_open());
    let (likeness, other) = most_shared(one, others)?;
    let at_top = top.iter().any(|u| u.side == other.side);
    let told = likeness >= LEAST_AROUND && likeness as f64 >= LEAST_PART * weight as f64;
    (told && !at_top).then_some(other)
}

impl<'p> Use<'p> {
    pub(super) fn new(page: &'p Page<'p>, tokens: Range<usize>, side: Side, reach: Reach) -> Self {
        let kind = page.block_kind_at(page.document.tokens[tokens.start].span);
        Self {
            page,
            side,
            reach,
            around: OnceCell::new(),
            beside: beside(page, &tokens),
            next: page.document.tokens.get(tokens.end).and_then(|t| word(page, t)),
            needs: if kind == BlockKind::Standfirst {
                OF_SUMMARY
            } else {
                OF_HEADLINE
            },
            tokens,
        }
    }

    /// The words around it: of a summary's short clause those of the sentence.
    fn around(&self) -> &[Word] {
        self.around.get_or_init(|| {
            if self.reach == Reach::Clause && self.is_of_summary() {
                around_in_summary(self.page, &self.tokens)
            } else {
                around(self.page, &self.tokens, self.reach)
            }
        })
    }

    /// Does its clause leave open whether it is so: "should have been the first to support"? What somebody "said would" be
    /// is told as so.
    fn is_open(&self) -> bool {
        let tokens = &self.page.document.tokens;
        let at = self.tokens.start;
        let sentence = self.page.document.sentence_at(tokens[at].span.start);
        let start = self
            .page
            .document
            .sentences
            .get(sentence)
            .map_or(at, |s| s.tokens.start);
        let clause = (start.min(at)..at).rev().take(OPEN_REACH);
        let mut before = clause.take_while(|i| !tokens[*i].is(','));
        before.any(|i| leaves_open(self.page, i))
    }

    pub(super) fn is_of_summary(&self) -> bool {
        self.needs.shared < OF_HEADLINE.shared
    }

    /// May a use in the body be said of the same thing, and say that it is so?
    fn may_be(&self, other: &Self) -> bool {
        if self.is_of_another(other) {
            return false;
        }
        let framed = || self.is_of_summary() && self.is_framed_like(other);
        self.stands_like(other) && (!other.is_open() || self.is_open() || framed())
    }

    /// Is a word right before or right after it the same? Else it may be said of something else.
    fn stands_like(&self, other: &Self) -> bool {
        let mut sides = self.beside.iter().zip(&other.beside);
        sides.any(|(a, b)| self.is_same_side(a, b))
    }

    /// Is a word the same on either side?
    fn is_framed_like(&self, other: &Self) -> bool {
        let mut sides = self.beside.iter().zip(&other.beside);
        sides.all(|(a, b)| self.is_same_side(a, b))
    }

    fn is_same_side(&self, one: &[Option<Word>], other: &[Option<Word>]) -> bool {
        let within = self.needs.beside;
        let told = one[..within].iter().filter(|w| w.is_some());
        told.into_iter().any(|w| other[..within].contains(w))
    }
}

/// The first of those uses that share most with one, and how much that weighs.
fn most_shared<'a>(one: &Use<'_>, uses: impl DoubleEndedIterator<Item = &'a Use<'a>>) -> Option<(usize, &'a Use<'a>)> {
    uses.map(|u| (shared(one, u), u))
        .rev()
        .max_by_key(|(weight, _)| *weight)
}

/// What the words around two uses weigh in common. What stands right beside both is what they are said of, and weighs
/// twice in a summary: "widen the gap" and "close the gap".
fn shared(one: &Use<'_>, other: &Use<'_>) -> usize {
    let beside = one.is_of_summary() && is_beside(&one.beside, &other.beside);
    in_common(one.around(), other.around()) + usize::from(beside)
}
