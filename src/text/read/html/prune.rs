//! Takes out of the copy what only stands among it.

use super::flow::Run;
use super::furniture::{self, Opener};
use super::hints::Hints;
use super::links;
use super::roles::{Page, Role, body_words};
use super::sign_off;
use super::tag::Tag;
use super::tree::NodeId;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A run of this many words without many links is copy again, below a box.
const COPY_WORDS: u32 = 15;
/// A line of fewer words that stops is a label, a price or a date.
const SENTENCE_WORDS: u32 = 4;
/// Shorter lines stand twice in lists and in verse.
const ECHO_WORDS: u32 = 15;
/// A label under an article has no more words ...
const LABEL_WORDS: u32 = 5;
/// ... and so many stand there at most.
const MOST_LABELS: usize = 2;
/// How many of the last runs may be sign-offs.
const SIGN_OFFS: usize = 4;

/// Lists of which a good part of the words are links lead elsewhere.
pub(super) fn link_lists(page: &Page<'_>, roles: &mut [Role]) {
    let tree = page.tree;
    // The innermost list around each node; 0 for none.
    let mut lists = vec![0; tree.len() as usize];
    for id in 1..tree.len() {
        let node = tree.node(id);
        let is_list = matches!(node.tag, Tag::Ul | Tag::Ol);
        lists[id as usize] = if is_list { id } else { lists[node.parent as usize] };
    }
    let list_of = |at: usize| lists[page.flow.runs[at].first as usize] as usize;
    let mut sums = vec![(0u32, 0u32); tree.len() as usize];
    for (at, run) in page.flow.runs.iter().enumerate() {
        if roles[at] != Role::Outside {
            let sum = &mut sums[list_of(at)];
            *sum = (sum.0 + run.words, sum.1 + run.linked);
        }
    }
    for (at, run) in page.flow.runs.iter().enumerate() {
        let (words, linked) = sums[list_of(at)];
        let leads = list_of(at) != 0 && linked * 10 > words * 3 && run.linked > 0;
        if leads && roles[at].is_body() && !links::lead_outside(page, run) {
            roles[at] = Role::Noise;
        }
    }
}

/// Other stories: `article` elements inside the article whose headings are links. (Entries of a
/// live blog are such elements too, but their headings lead nowhere.)
pub(super) fn inner_articles(page: &Page<'_>, container: NodeId, roles: &mut [Role]) {
    let runs = &page.flow.runs;
    let mut others: Vec<Range<usize>> = Vec::new();
    let mut id = container + 1;
    while id < page.tree.node(container).end {
        let node = page.tree.node(id);
        if node.tag == Tag::Article {
            let inside = runs.partition_point(|r| r.first < id)..runs.partition_point(|r| r.first < node.end);
            let teaser = inside.clone().take(8).any(|at| {
                let run = &runs[at];
                let heading = page.tag(run).is_heading() || run.hints.has(Hints::HEADLINE);
                heading && run.words > 2 && run.linked * 2 > run.words
            });
            if teaser && !inside.clone().any(|at| roles[at] == Role::Headline) {
                others.push(inside);
                id = node.end;
                continue;
            }
        }
        id += 1;
    }
    let others: Vec<usize> = others.into_iter().flatten().filter(|at| roles[*at].is_body()).collect();
    let words: u32 = others.iter().map(|at| runs[*at].words).sum();
    if words + 30 <= body_words(page.flow, roles) {
        for at in others {
            roles[at] = Role::Noise;
        }
    }
}

/// What follows a line such as "Related stories", up to where the copy goes on. Under one such as
/// "Comments", late in the page, it does not go on. A fragment is all copy but for what was pasted
/// with it: there a whole sentence without a link is copy however short, and nothing ends it.
pub(super) fn boxes(page: &Page<'_>, fragment: bool, roles: &mut [Role]) {
    let total = body_words(page.flow, roles);
    let mut before = 0;
    let mut within: Option<Opener> = None;
    for (at, run) in page.flow.runs.iter().enumerate() {
        if roles[at] == Role::Outside {
            continue;
        }
        let set_off = page.tag(run).is_heading() || run.strong > 0 || run.hints.has(Hints::HEADLINE) || run.words <= 4;
        let opener = furniture::opener(page.flow.words(run), run.words).filter(|_| before > 0 && set_off);
        if let Some(opener) = opener {
            let end = opener == Opener::End && before * 4 > total * 3 && !fragment;
            within = Some(if end || within == Some(Opener::End) {
                Opener::End
            } else {
                Opener::Box
            });
        } else if within == Some(Opener::Box) {
            let sentence = fragment && run.stopped && run.words >= SENTENCE_WORDS && run.linked == 0;
            let copy = run.words >= COPY_WORDS && run.linked * 4 < run.words || sentence;
            let goes_on = match roles[at] {
                Role::Paragraph | Role::Quote | Role::List => copy,
                Role::Heading => run.linked == 0,
                _ => false,
            };
            within = if goes_on { None } else { within };
        }
        if roles[at].is_body() {
            if within.is_some() {
                roles[at] = Role::Noise;
            } else {
                before += run.words;
            }
        }
    }
}

/// The second copy, where the page holds the article twice (for two sizes of screen).
pub(super) fn second_copy(page: &Page<'_>, roles: &mut [Role]) {
    let mut seen = FxHashSet::default();
    let mut again = Vec::new();
    for (at, run) in page.flow.runs.iter().enumerate() {
        if roles[at].is_body() && run.words >= 12 && !seen.insert(page.flow.words(run)) {
            again.push(at);
        }
    }
    let words: u32 = again.iter().map(|at| page.flow.runs[*at].words).sum();
    // Less is repetition in the copy itself, which the newsroom should hear of.
    if again.len() > 2 && words * 10 > body_words(page.flow, roles) * 4 {
        for at in again {
            roles[at] = Role::Outside;
        }
    }
}

/// A paragraph that stands twice, one right under the other: themes set it for two sizes of screen.
pub(super) fn echoes(page: &Page<'_>, roles: &mut [Role]) {
    let mut last: Option<&str> = None;
    for (at, run) in page.flow.runs.iter().enumerate() {
        if !roles[at].is_body() {
            continue;
        }
        let words = page.flow.words(run);
        if run.words >= ECHO_WORDS && last == Some(words) {
            roles[at] = Role::Outside;
        }
        last = Some(words);
    }
}

/// The labels under an article that belong to what stands there no more: "Senior Editor", "Related video".
/// Many short lines are a list of the copy's own.
pub(super) fn labels(page: &Page<'_>, roles: &mut [Role]) {
    let runs = &page.flow.runs;
    let mut last = (0..roles.len()).rev().filter(|at| roles[*at].is_body());
    let tail: Vec<usize> = last
        .by_ref()
        .take_while(|at| roles[*at] == Role::Paragraph && is_label(page, &runs[*at]))
        .take(MOST_LABELS + 1)
        .collect();
    if tail.len() <= MOST_LABELS && last.next().is_some() {
        for at in tail {
            roles[at] = Role::Noise;
        }
    }
}

fn is_label(page: &Page<'_>, run: &Run) -> bool {
    !run.stopped && run.words <= LABEL_WORDS && !page.flow.words(run).contains(|c: char| c.is_ascii_digit())
}

/// The lines under an article that say who wrote it and how to reach them.
pub(super) fn sign_offs(page: &Page<'_>, roles: &mut [Role]) {
    let total = body_words(page.flow, roles);
    let mut words = 0;
    let last: Vec<usize> = (0..roles.len())
        .rev()
        .filter(|at| roles[*at].is_body())
        .take(SIGN_OFFS)
        .collect();
    for at in last {
        let run = &page.flow.runs[at];
        words += run.words;
        if words * 3 > total {
            return;
        }
        if sign_off::is_sign_off(page.flow.words(run), run.words, page.data.byline.as_deref()) {
            roles[at] = Role::Byline;
        }
    }
}

/// Headings that no copy follows.
pub(super) fn loose_headings(roles: &mut [Role]) {
    let mut follows = false;
    for role in roles.iter_mut().rev() {
        if *role != Role::Heading {
            follows |= role.is_body();
        } else if !follows {
            *role = Role::Noise;
        }
    }
}
