//! Hands the runs of an article on as text and blocks.

use super::article::Article;
use super::flow::{Flow, Run};
use super::furniture;
use super::hints::Hints;
use super::metadata::Metadata;
use super::roles::Role;
use super::tag::Tag;
use super::tree::Tree;
use crate::text::read::{RawBlock, Reading};
use crate::text::{BlockKind, Field, Span};
use jiff::civil::Date;

/// How a paragraph begins that tells of a correction.
const CORRECTION: &[&str] = &[
    "correction",
    "clarification",
    "editor's note",
    "editor’s note",
    "this article was amended",
    "this article has been amended",
    "this article has been corrected",
    "this article has been updated",
    "this story has been corrected",
    "this story has been updated",
    "an earlier version of this",
    "a previous version of this",
];

/// What stands around the copy of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// A whole page.
    Page,
    /// A piece of one, with some of its template.
    Piece,
    /// Nothing: it is what a content system stores.
    Copy,
}

/// Appends the article's blocks and what the page says about it.
pub(super) fn write(tree: &Tree<'_>, data: &Metadata, article: &Article, setting: Setting, reading: &mut Reading) {
    let Article { flow, roles } = article;
    let copy = |role: &Role| role.is_body() || *role == Role::Headline;
    let first = roles.iter().position(copy).unwrap_or(0);
    let last = roles.iter().rposition(|role| role.is_body()).unwrap_or(0);
    let given: Vec<String> = reading
        .blocks
        .iter()
        .map(|b| folded(b.span.of(&reading.text)))
        .collect();
    let mut correction = None;
    for (at, (run, role)) in flow.runs.iter().zip(roles).enumerate() {
        let left_out = setting != Setting::Page && *role == Role::Outside && is_shown(run);
        let kind = if left_out { Some(BlockKind::Noise) } else { kind(*role) };
        let Some(kind) = kind else { continue };
        let words = flow.words(run);
        let known = *role == Role::Noise && furniture::is_furniture(words, run.words);
        // Without a template around it somebody left it in the copy, and the rules are to say so.
        let left = known && setting == Setting::Copy;
        let kind = if left { BlockKind::Paragraph } else { kind };
        // Furniture above and below the copy belongs to the page, not to the article; but what its own element holds
        // below the copy, and is furniture by its words, is taken out of it, and that has to be told.
        let told = left || known && at > last;
        if !role.is_body() && kind != BlockKind::Byline && !told && !(first..=last).contains(&at) {
            continue;
        }
        let repeated = matches!(role, Role::Headline | Role::Standfirst) && given.contains(&folded(words));
        if repeated {
            continue;
        }
        if correction.is_none() && is_correction(words) {
            correction = Some(words.to_owned());
        }
        append(flow, run, kind, reading);
    }
    let meta = &mut reading.meta;
    meta.published = meta.published.or_else(|| published(tree, data));
    meta.updated = meta.updated.or_else(|| data.updated.as_deref().and_then(day));
    meta.genre = meta
        .genre
        .take()
        .or_else(|| data.genre.clone().or_else(|| data.section.clone()));
    meta.byline = meta.byline.take().or_else(|| data.byline.clone());
    let told = || data.correction.clone();
    meta.correction = meta.correction.take().or(correction).or_else(told);
}

/// Does a reader of the page see it? In a fragment, which is all copy, what was left out by the name of its
/// element (`promo`, `share`) has to be told.
fn is_shown(run: &Run) -> bool {
    run.words > 0 && !run.hints.has(Hints::HIDDEN)
}

fn kind(role: Role) -> Option<BlockKind> {
    Some(match role {
        Role::Outside => return None,
        Role::Noise => BlockKind::Noise,
        Role::Headline => BlockKind::Headline,
        Role::Standfirst => BlockKind::Standfirst,
        Role::Byline => BlockKind::Byline,
        Role::Caption => BlockKind::Caption,
        Role::Heading => BlockKind::Heading,
        Role::Paragraph => BlockKind::Paragraph,
        Role::List => BlockKind::List,
        Role::Quote => BlockKind::Quote,
    })
}

fn append(flow: &Flow, run: &Run, kind: BlockKind, reading: &mut Reading) {
    reading.part();
    let start = reading.text.len();
    for piece in &flow.pieces[run.pieces.clone()] {
        let text = &flow.text[piece.start as usize..][..piece.len as usize];
        reading.replaced(text, Field::Html, piece.source as usize, piece.source_len as usize);
    }
    let span = Span::new(start, reading.text.len()).trim(&reading.text);
    reading.blocks.push(RawBlock { span, kind });
}

/// A line to compare with another: letters and digits in lower case.
fn folded(line: &str) -> String {
    let letters = line.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn is_correction(words: &str) -> bool {
    CORRECTION.iter().any(|phrase| {
        let start = words.get(..phrase.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(phrase))
    })
}

/// The day of publication: from the metadata, else from the first `time` element.
fn published(tree: &Tree<'_>, data: &Metadata) -> Option<Date> {
    let times = (0..tree.len()).filter(|id| tree.node(*id).tag == Tag::Time);
    let named = data.published.as_deref().and_then(day);
    named.or_else(|| times.filter_map(|id| tree.attribute(id, "datetime")).find_map(day))
}

/// The day at the beginning of a time in ISO 8601.
fn day(written: &str) -> Option<Date> {
    written.trim().get(..10)?.parse().ok()
}
