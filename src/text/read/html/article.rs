//! Finds the article: with all hints first, and with fewer where they leave next to nothing.

use super::container::container;
use super::flow::{Flow, Run, flow};
use super::hints::{self, Hints};
use super::json_copy::json_copy;
use super::metadata::Metadata;
use super::roles::{Page, Role, body_words, roles};
use super::tag::Tag;
use super::tree::Tree;

/// A reading with fewer words than this is tried again with less trust: first in names of boxes
/// and captions, then in names altogether. A short item is a short item, hence the low figures.
const TOO_LITTLE: [u32; 2] = [60, 20];

/// The hints that names (not elements) give and that the second reading does without.
const BOXES: Hints = Hints::PROMO
    .and(Hints::ASIDE)
    .and(Hints::FORM)
    .and(Hints::META)
    .and(Hints::CAPTION);

/// Those the third reading does without as well.
const PLACES: Hints = Hints::FRAME.and(Hints::COMMENT).and(Hints::HIDDEN);

/// An article found in a page.
pub(super) struct Article {
    /// All text of the page.
    pub(super) flow: Flow,
    /// What each run of it is.
    pub(super) roles: Vec<Role>,
}

/// Finds the article of a page; of a fragment, everything is the article.
pub(super) fn find(tree: &Tree<'_>, data: &Metadata, fragment: bool) -> Article {
    let own: Vec<Hints> = (0..tree.len()).map(|id| hints::own(tree, id)).collect();
    let mut flow = flow(tree, &inherited(tree, &own));
    let mut best: Option<(u32, Vec<Role>)> = None;
    for trust in 0..=TOO_LITTLE.len() {
        let own = trusted(tree, &flow, own.clone(), trust);
        let all = inherited(tree, &own);
        for run in &mut flow.runs {
            run.hints = of_run(tree, run, &all);
        }
        let container = if fragment { 0 } else { container(tree, &own, &flow) };
        let roles = roles(
            &Page {
                tree,
                flow: &flow,
                data,
            },
            container,
        );
        let words = body_words(&flow, &roles);
        if best.as_ref().is_none_or(|b| words > 3 * b.0 + 20) {
            best = Some((words, roles));
        }
        if fragment || TOO_LITTLE.get(trust).is_none_or(|little| words > *little) {
            break;
        }
    }
    let (words, mut roles) = best.unwrap_or_default();
    if let Some(copy) = json_copy(tree, words) {
        roles = vec![Role::Paragraph; copy.runs.len()];
        flow = copy;
    }
    Article { flow, roles }
}

/// The hints that are left at a degree of distrust.
fn trusted(tree: &Tree<'_>, flow: &Flow, mut own: Vec<Hints>, distrust: usize) -> Vec<Hints> {
    let dropped = [Hints::NONE, BOXES, BOXES.and(PLACES)][distrust];
    for id in 0..tree.len() {
        let hints = &mut own[id as usize];
        let by_tag = hints::of_tag(tree.node(id).tag).without(Hints::LINK);
        *hints = hints.without(dropped).and(by_tag);
    }
    spare_the_page(tree, flow, &mut own);
    own
}

/// An element that holds most of the page's copy is no box, whatever it is called: themes name
/// wrappers `has-sidebar`, and content systems name articles after their categories.
fn spare_the_page(tree: &Tree<'_>, flow: &Flow, own: &mut [Hints]) {
    let all = inherited(tree, own);
    let mut sums = vec![0u32; tree.len() as usize + 1];
    for run in &flow.runs {
        if run.words >= 10 && run.linked * 3 < run.words && !all[run.first as usize].has(Hints::HIDDEN) {
            sums[run.first as usize + 1] += run.words;
        }
    }
    for at in 1..sums.len() {
        sums[at] += sums[at - 1];
    }
    let total = sums[tree.len() as usize];
    let boxes = BOXES.and(PLACES).without(Hints::HIDDEN);
    for id in 0..tree.len() {
        let node = tree.node(id);
        let inside = sums[node.end as usize] - sums[id as usize];
        if inside * 2 > total && own[id as usize].has(boxes) && !node.tag.is_wordless() {
            own[id as usize] = own[id as usize].without(boxes);
        }
    }
}

/// What is said of most of a run: a word set apart at its beginning says nothing about the rest.
fn of_run(tree: &Tree<'_>, run: &Run, all: &[Hints]) -> Hints {
    let first = all[run.first as usize];
    if run.first == run.last {
        return first;
    }
    let texts = (run.first..=run.last).filter(|id| tree.node(*id).tag == Tag::Text);
    let pieces: Vec<(usize, Hints)> = texts
        .map(|id| (tree.slice(&tree.node(id).place).trim().len(), all[id as usize]))
        .filter(|(len, hints)| *len > 0 && (first.has(Hints::HIDDEN) || !hints.has(Hints::HIDDEN)))
        .collect();
    let total: usize = pieces.iter().map(|(len, _)| len).sum();
    let any = pieces.iter().fold(Hints::NONE, |sum, (_, hints)| sum.and(*hints));
    let most = any.each().filter(|hint| {
        let said: usize = pieces
            .iter()
            .filter(|(_, hints)| hints.has(*hint))
            .map(|(len, _)| len)
            .sum();
        said * 2 > total
    });
    most.fold(Hints::NONE, Hints::and)
}

/// The hints of every node with those of the elements around it.
fn inherited(tree: &Tree<'_>, own: &[Hints]) -> Vec<Hints> {
    let mut all = own.to_vec();
    for id in 1..tree.len() {
        let hints = own[id as usize];
        let mut around = all[tree.node(id).parent as usize];
        if hints.has(Hints::BODY) && !hints.has(Hints::AGAINST) {
            // An element that is named the body of an article knows better than the box it is in.
            around = around.without(BOXES);
        }
        all[id as usize] = hints.and(around);
    }
    all
}
