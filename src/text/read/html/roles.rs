//! What each run of a page is to the article.

use super::flow::{Flow, Run};
use super::furniture;
use super::headline;
use super::hints::Hints;
use super::links;
use super::metadata::Metadata;
use super::pictures;
use super::prune;
use super::tag::Tag;
use super::told_copy;
use super::tree::{NodeId, Tree};

/// Longer runs in an element named after bylines or dates are copy all the same.
pub(super) const META_WORDS: u32 = 25;

/// What a run is to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Not part of the article, and not among its copy.
    Outside,
    /// Furniture among the copy.
    Noise,
    /// The headline.
    Headline,
    /// The summary under it.
    Standfirst,
    /// Who wrote it and when.
    Byline,
    /// The words under a picture; an embedded post.
    Caption,
    /// A subhead.
    Heading,
    /// Running copy.
    Paragraph,
    /// An item of a list, a cell of a table.
    List,
    /// A block quotation.
    Quote,
}

impl Role {
    /// Is it copy of the article's body?
    pub(super) fn is_body(self) -> bool {
        matches!(
            self,
            Self::Standfirst | Self::Heading | Self::Paragraph | Self::List | Self::Quote
        )
    }
}

/// A page read so far.
pub(super) struct Page<'a> {
    pub(super) tree: &'a Tree<'a>,
    pub(super) flow: &'a Flow,
    pub(super) data: &'a Metadata,
}

impl Page<'_> {
    /// The block element right around a run.
    pub(super) fn tag(&self, run: &Run) -> Tag {
        self.tree.node(run.owner).tag
    }
}

/// The role of every run, given the element that holds the article.
pub(super) fn roles(page: &Page<'_>, container: NodeId) -> Vec<Role> {
    let inside = container..page.tree.node(container).end;
    let runs = page.flow.runs.iter();
    let mut roles: Vec<Role> = runs
        .map(|run| {
            if inside.contains(&run.first) {
                role(page, run)
            } else {
                Role::Outside
            }
        })
        .collect();
    prune::link_lists(page, &mut roles);
    pictures::captions(page, &mut roles);
    headline::place(page, &mut roles);
    prune::inner_articles(page, container, &mut roles);
    prune::boxes(page, container == 0, &mut roles);
    if container != 0 {
        prune::second_copy(page, &mut roles);
    }
    if container != 0 {
        prune::echoes(page, &mut roles);
    }
    prune::sign_offs(page, &mut roles);
    if container != 0 {
        prune::labels(page, &mut roles);
    }
    told_copy::hold_against(page, &mut roles);
    prune::loose_headings(&mut roles);
    roles
}

/// How many words of the article these roles make.
pub(super) fn body_words(flow: &Flow, roles: &[Role]) -> u32 {
    let runs = flow.runs.iter().zip(roles);
    runs.filter(|(_, role)| role.is_body()).map(|(run, _)| run.words).sum()
}

/// What a run is, by itself.
fn role(page: &Page<'_>, run: &Run) -> Role {
    let tag = page.tag(run);
    let words = page.flow.words(run);
    if run.hints.has(Hints::AGAINST) || run.words == 0 {
        Role::Outside
    } else if run.hints.has(Hints::CAPTION) {
        Role::Caption
    } else if run.hints.has(Hints::META) && run.words < META_WORDS {
        Role::Byline
    } else if run.linked * 10 > run.words * 8 && !(tag.is_heading() && links::lead_outside(page, run))
        || furniture::is_furniture(words, run.words)
        || (tag != Tag::Pre && is_code(words))
    {
        Role::Noise
    } else if tag.is_heading() {
        Role::Heading
    } else if run.hints.has(Hints::QUOTE) {
        Role::Quote
    } else if run.hints.has(Hints::LIST.and(Hints::TABLE)) {
        Role::List
    } else {
        Role::Paragraph
    }
}

/// Is this the text of a program, not of an article? Broken pages show some.
pub(super) fn is_code(text: &str) -> bool {
    let signs = text.bytes().filter(|b| b"{}\\=<>|_;".contains(b)).count();
    text.len() > 80 && signs * 20 > text.len()
}
