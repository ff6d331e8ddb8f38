//! The words under pictures that no class name calls a caption.
//!
//! Content systems set a picture, its caption and its credit in a box of their own. Two things give such
//! a box away whatever it is called: something in it is named a credit, or the words are those of the
//! picture's own description (`alt`).

use super::flow::Run;
use super::hints::{self, Hints};
use super::roles::{Page, Role};
use super::tag::Tag;
use super::tree::NodeId;
use std::ops::Range;

/// A box with more words than this holds copy beside its picture.
const BOX_WORDS: u32 = 60;
/// How far outside a picture its box is looked for.
const LEVELS: usize = 12;
/// A shorter description of a picture ("logo", "the mayor") may be a line of the copy by chance.
const ALT_LETTERS: usize = 20;
/// How much of a long description is compared: some systems cut it.
const COMPARED: usize = 120;
/// How credits begin that stand in the same line as the caption.
const CREDITS: &[&str] = &["credit:", "photo:", "photo by", "picture:", "image:", "photograph:"];

/// Makes captions of the paragraphs that stand in a picture's box.
pub(super) fn captions(page: &Page<'_>, roles: &mut [Role]) {
    let sums = word_sums(page);
    let mut done = 0;
    for id in 0..page.tree.len() {
        let tag = page.tree.node(id).tag;
        if !matches!(tag, Tag::Img | Tag::Picture | Tag::Video) {
            continue;
        }
        if let Some(next) = next_run(page, id)
            && roles[next] == Role::Paragraph
            && described(page, id, &page.flow.runs[next])
        {
            roles[next] = Role::Caption;
        }
        let Some(around) = surrounding(page, id, &sums).filter(|_| id >= done) else {
            continue;
        };
        done = page.tree.node(around).end;
        // What stands under a credit may be copy: in galleries each picture has its paragraph.
        let credit = last_credit(page, around);
        for at in runs_in(page, around) {
            let run = &page.flow.runs[at];
            if roles[at] == Role::Paragraph && (credit.is_some_and(|id| run.first < id) || is_credited(page, run)) {
                roles[at] = Role::Caption;
            }
        }
    }
}

/// How many words stand before each node.
fn word_sums(page: &Page<'_>) -> Vec<u32> {
    let mut sums = vec![0; page.tree.len() as usize + 1];
    for run in &page.flow.runs {
        sums[run.first as usize + 1] += run.words;
    }
    for at in 1..sums.len() {
        sums[at] += sums[at - 1];
    }
    sums
}

/// The smallest element around a picture that has words in it, if it has only a few.
fn surrounding(page: &Page<'_>, picture: NodeId, sums: &[u32]) -> Option<NodeId> {
    let mut id = picture;
    for _ in 0..LEVELS {
        let node = page.tree.node(id);
        let words = sums[node.end as usize] - sums[id as usize];
        if words > 0 {
            return (words <= BOX_WORDS).then_some(id);
        }
        if node.parent == id || matches!(node.tag, Tag::Body | Tag::Article | Tag::Main) {
            return None;
        }
        id = node.parent;
    }
    None
}

fn runs_in(page: &Page<'_>, id: NodeId) -> Range<usize> {
    let runs = &page.flow.runs;
    let end = page.tree.node(id).end;
    runs.partition_point(|r| r.first < id)..runs.partition_point(|r| r.first < end)
}

fn next_run(page: &Page<'_>, id: NodeId) -> Option<usize> {
    let at = page.flow.runs.partition_point(|r| r.first < id);
    (at < page.flow.runs.len()).then_some(at)
}

/// The last element in a box that is named a credit or caption.
fn last_credit(page: &Page<'_>, around: NodeId) -> Option<NodeId> {
    let mut inside = (around + 1..page.tree.node(around).end).rev();
    inside.find(|id| hints::own(page.tree, *id).has(Hints::CAPTION))
}

/// Does a line end as a credit does?
fn is_credited(page: &Page<'_>, run: &Run) -> bool {
    let lower = page.flow.words(run).to_lowercase();
    CREDITS.iter().any(|credit| lower.contains(credit))
}

/// Are these the words of the picture's own description?
fn described(page: &Page<'_>, picture: NodeId, run: &Run) -> bool {
    let Some(alt) = page.tree.attribute(picture, "alt").filter(|_| run.words <= BOX_WORDS) else {
        return false;
    };
    let (alt, words) = (folded(&htmlize::unescape_attribute(alt)), folded(page.flow.words(run)));
    alt.len() >= ALT_LETTERS && words.len() >= ALT_LETTERS && (alt.starts_with(&words) || words.starts_with(&alt))
}

/// The letters and digits that a description is compared by.
fn folded(text: &str) -> String {
    let letters = text.chars().take(4 * COMPARED).filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).take(COMPARED).collect()
}
