//! Who is accused, and what the article has of their answer.

use super::{Attribution, CueClass, Facts, Form, NameMention};
use crate::text::{Document, Span};

/// Somebody is accused by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accusation {
    /// The number of the name of the accused, in [`Facts::names`].
    pub accused: usize,
    /// The words that accuse, with the name.
    pub span: Span,
    /// The first line of an answer, or of the attempt to get one.
    pub answer: Option<Span>,
}

/// The accused stands within this many tokens of the accusing word: "accused the mayor, Ida Moll, of".
const REACH: usize = 8;
/// Accusations that are looked at: an article with more is a record.
const MOST: usize = 24;

/// All accusations of a document's copy, one for each accused.
#[must_use]
pub fn find(document: &Document, facts: &Facts) -> Vec<Accusation> {
    let mut out: Vec<Accusation> = Vec::new();
    for (number, attribution) in facts.attributions.iter().enumerate() {
        let copy = document.kind_of(&document.sentences[attribution.sentence]).is_body();
        if out.len() == MOST || !copy || !accuses(document, attribution) {
            continue;
        }
        let Some(accused) = accused(document, facts, attribution) else {
            continue;
        };
        let name = &facts.names[accused];
        let known = out.iter().any(|o| same(document, &facts.names[o.accused], name));
        if !known {
            out.push(Accusation {
                accused,
                span: attribution.cue.join(name.span),
                answer: answer(document, facts, number, name),
            });
        }
    }
    out
}

fn accuses(document: &Document, attribution: &Attribution) -> bool {
    let cue = document.words(attribution.cue).to_lowercase();
    attribution.class == CueClass::Act
        && !attribution.negated
        && ["accus", "blam", "denounc"].iter().any(|s| cue.starts_with(s))
}

/// The name behind an accusing verb; of a passive, the one before it.
fn accused(document: &Document, facts: &Facts, attribution: &Attribution) -> Option<usize> {
    let cue = document.tokens_in(attribution.cue);
    let sentence = document.sentences[attribution.sentence].tokens.clone();
    let behind = facts.names.partition_point(|n| n.tokens.start < cue.end);
    let number = if attribution.form == Form::Passive {
        let number = behind.checked_sub(1)?;
        let near = facts.names[number].tokens.end + REACH >= cue.start;
        (near && facts.names[number].tokens.start >= sentence.start).then_some(number)?
    } else {
        let name = facts.names.get(behind)?;
        (name.tokens.start < sentence.end.min(cue.end + REACH)).then_some(behind)?
    };
    // A single capital may be a month, a nation or the town where it happened.
    let name = &facts.names[number];
    let known =
        name.len() > 1 || name.title.is_some() || facts.names.iter().any(|n| n.bearer == name.bearer && n.len() > 1);
    (known && !name.possessive).then_some(number)
}

/// Where the accused speaks, or keeps silent when asked.
fn answer(document: &Document, facts: &Facts, accusing: usize, accused: &NameMention) -> Option<Span> {
    let own = facts.attributions.iter().enumerate();
    let mut own = own.filter(|(number, a)| *number != accusing && a.form != Form::Passive);
    own.find_map(|(_, a)| {
        let name = facts.names.get(a.source.name?)?;
        same(document, name, accused).then(|| a.source.span.join(a.cue))
    })
}

/// Do two mentions name one bearer, if only by the last word?
fn same(document: &Document, one: &NameMention, other: &NameMention) -> bool {
    one.bearer == other.bearer
        || document
            .words(one.last(document))
            .eq_ignore_ascii_case(document.words(other.last(document)))
}
