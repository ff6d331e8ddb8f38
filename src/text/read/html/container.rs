//! Which element holds the article.
//!
//! Every run speaks for or against the elements around it, in words; the element with the largest
//! sum holds the article. The weights were set by hand on a few hundred news pages, on which the
//! result hardly depends on them.

use super::flow::{Flow, Run};
use super::hints::Hints;
use super::roles::is_code;
use super::tag::Tag;
use super::tree::{NodeId, Tree};

/// A run of at least this many words can be copy; shorter ones are as often labels.
const COPY_WORDS: u32 = 10;
/// From here on it may even lack a full stop.
const LONG_WORDS: u32 = 25;
/// Counts against the element, for each word of a box beside the article.
const BOX: f32 = 0.3;
/// The same for each word of a run that is mostly links.
const LINKS: f32 = 0.2;
/// The same for each label.
const LABEL: f32 = 0.5;
/// An inner element is preferred if it has this share of the sum of the outer one ...
const INNER: f32 = 0.95;
/// ... or this, if it is named the body of an article.
const NAMED: f32 = 0.8;
/// A part of a body that is set in several elements has at least this sum.
const PART: f32 = 15.0;

/// The element that holds most of the article and little else; the page itself if none does.
pub(super) fn container(tree: &Tree<'_>, own: &[Hints], flow: &Flow) -> NodeId {
    let mut sums = vec![0.0f32; tree.len() as usize + 1];
    for run in &flow.runs {
        sums[run.first as usize + 1] += weight(run, tree.node(run.owner).tag, flow.words(run));
    }
    for at in 1..sums.len() {
        sums[at] += sums[at - 1];
    }
    let sum = |id: NodeId| sums[tree.node(id).end as usize] - sums[id as usize];
    let holds_blocks = |id: NodeId| {
        let tag = tree.node(id).tag;
        tag != Tag::P && (tag.is_block() || tag == Tag::Custom)
    };
    let (mut outer, mut most) = (0, 0.0);
    for id in (0..tree.len()).filter(|id| holds_blocks(*id)) {
        if sum(id) > 0.0 && sum(id) >= most {
            (outer, most) = (id, sum(id));
        }
    }
    if most <= 0.0 {
        return 0;
    }
    let mut best = outer;
    for id in (outer + 1..tree.node(outer).end).filter(|id| holds_blocks(*id)) {
        let share = if own[id as usize].has(Hints::BODY) {
            NAMED
        } else {
            INNER
        };
        if sum(id) >= share * most {
            best = id;
        }
    }
    widened(tree, own, best, outer, |id| sum(id) >= PART)
}

/// How much a run speaks for the elements around it, in words.
fn weight(run: &Run, tag: Tag, text: &str) -> f32 {
    let words = run.words as f32;
    let linked = run.linked as f32 / words.max(1.0);
    if run.hints.has(Hints::HIDDEN) || is_code(text) {
        0.0
    } else if run.hints.has(Hints::AGAINST) {
        -BOX * words.min(60.0)
    } else if linked > 0.5 || (linked > 0.25 && run.hints.has(Hints::LIST)) {
        -LINKS * words.min(20.0)
    } else if tag.is_heading() || run.hints.has(Hints::CAPTION) {
        0.0
    } else if run.words >= LONG_WORDS || (run.words >= COPY_WORDS && run.stopped && !run.hints.has(Hints::META)) {
        words.min(150.0) * (1.0 - linked)
    } else if run.words < 6 && !run.stopped {
        -LABEL
    } else {
        0.0
    }
}

/// Takes in the other parts of a body that is set in several elements of one class, with
/// advertisements between them.
fn widened(tree: &Tree<'_>, own: &[Hints], best: NodeId, outer: NodeId, counts: impl Fn(NodeId) -> bool) -> NodeId {
    let Some(class) = tree
        .attribute(best, "class")
        .filter(|_| own[best as usize].has(Hints::BODY))
    else {
        return best;
    };
    let mut wide = best;
    for id in outer + 1..tree.node(outer).end {
        if own[id as usize].has(Hints::BODY) && tree.attribute(id, "class") == Some(class) && counts(id) {
            while wide > outer && !(wide <= id && id < tree.node(wide).end) {
                wide = tree.node(wide).parent;
            }
        }
    }
    wide
}
