//! Speech that is set without quotation marks: the lines of a transcript under their speakers' names, and block
//! quotations that lost their indent.

use super::{Attribution, CueClass, Facts, Form, SourceKind};
use crate::text::{Block, Case, Document, Span, Token};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A speaker's label has so many words at most: "DR IDA MOLL, ENGINEER:" has four.
const LABEL_WORDS: usize = 5;
/// "We’ve" with its apostrophe of three bytes is no longer.
const LONGEST_PRONOUN: usize = 8;
/// Fewer letters are initials or a sort of thing: "TV:".
const NAME_LETTERS: usize = 3;
/// Fewer lines with a label are a list: "When: at noon".
const LEAST_LINES: usize = 3;
/// One block quotation may be a slip of the writer into his own voice; two are a way of setting them.
const LEAST_QUOTATIONS: usize = 2;

/// The blocks that hold somebody's speech without marks.
pub(super) fn unmarked(document: &Document, facts: &Facts) -> Vec<Span> {
    let mut out = transcript(document);
    if out.is_empty() {
        out = set_off(document, facts);
    }
    out
}

/// "IDA MOLL: It is a shame.": from the first to the last line with a label all is speech, where two speakers take
/// turns.
fn transcript(document: &Document) -> Vec<Span> {
    let blocks = &document.blocks;
    let labels: Vec<(usize, &str)> = (0..blocks.len())
        .filter_map(|at| Some((at, label(document, &blocks[at])?)))
        .collect();
    let (Some(first), Some(last)) = (labels.first(), labels.last()) else {
        return Vec::new();
    };
    let mut met = FxHashSet::default();
    let again = labels.iter().any(|(_, label)| !met.insert(*label));
    let turns = labels.iter().any(|(_, l)| *l != first.1);
    if labels.len() < LEAST_LINES || !again || !turns {
        return Vec::new();
    }
    let body = blocks[first.0..=last.0].iter().filter(|b| b.kind.is_body());
    body.map(|b| b.span).collect()
}

/// The label that opens a line: a few words in capitals, or a letter, and a colon.
fn label<'a>(document: &'a Document, block: &Block) -> Option<&'a str> {
    if !block.kind.is_body() {
        return None;
    }
    let tokens = &document.tokens[block.tokens.clone()];
    let colon = tokens.iter().take(LABEL_WORDS + 2).position(|t| t.is(':'))?;
    let name = tokens.get(..colon).filter(|t| !t.is_empty())?;
    let letter = name.len() == 1 && name[0].span.len() == 1 && name[0].is_capitalised();
    let loud = |t: &Token| !t.is_word() || t.case == Case::Upper || t.span.len() == 1;
    // Initials are no name, and "DEAR LOST:" answers a letter.
    let full = |t: &Token| t.is_word() && t.span.len() >= NAME_LETTERS;
    let shouted = name.iter().any(full) && name.iter().all(loud) && document.words(name[0].span) != "DEAR";
    let goes_on = tokens.get(colon + 1).is_some_and(|t| t.spaced);
    let words = name[0].span.join(name[colon - 1].span);
    ((letter || shouted) && goes_on).then(|| document.words(words))
}

/// Paragraphs in the first person, each behind one that tells what somebody said, in a report that says "I" nowhere
/// else: block quotations whose indent got lost.
fn set_off(document: &Document, facts: &Facts) -> Vec<Span> {
    let mut out = Vec::new();
    let mut singular = 0;
    for (at, block) in document.blocks.iter().enumerate().filter(|(_, b)| b.kind.is_body()) {
        let (ours, mine) = first_person(document, facts, block);
        if !ours && !mine {
            continue;
        }
        let tells = |block: &Block| tells(document, facts, &block.sentences);
        let told = at.checked_sub(1).is_some_and(|before| tells(&document.blocks[before]));
        if !told || tells(block) {
            return Vec::new();
        }
        singular += usize::from(mine);
        out.push(block.span);
    }
    if singular == 0 || out.len() < LEAST_QUOTATIONS {
        out.clear();
    }
    out
}

/// Does a block say "we" or "our", and does it say "I", outside quotation marks?
fn first_person(document: &Document, facts: &Facts, block: &Block) -> (bool, bool) {
    let quoted = |token: &Token| {
        let next = facts.quotations.partition_point(|q| q.span.end <= token.span.start);
        facts
            .quotations
            .get(next)
            .is_some_and(|q| q.span.start <= token.span.start)
    };
    let (mut ours, mut mine) = (false, false);
    let short = |t: &&Token| t.is_word() && t.span.len() <= LONGEST_PRONOUN;
    for token in document.tokens[block.tokens.clone()].iter().filter(short) {
        let word = document.words(token.span);
        // Nearly all words begin with another letter.
        if !word.starts_with(['w', 'W', 'o', 'O', 'I', 'm', 'M']) {
            continue;
        }
        let stem = word.split(['\'', '\u{2019}']).next().unwrap_or(word);
        let plural = ["we", "We", "our", "Our"].contains(&stem);
        let singular = ["I", "my", "My", "me", "myself"].contains(&stem);
        if (plural || singular) && !quoted(token) {
            ours |= plural;
            mine |= singular;
        }
    }
    (ours, mine)
}

/// Do these sentences hold a report by somebody who is told of, not by an "I"?
fn tells(document: &Document, facts: &Facts, sentences: &Range<usize>) -> bool {
    let first = facts.attributions.partition_point(|a| a.sentence < sentences.start);
    let spoken = |a: &Attribution| a.class != CueClass::Thought;
    let mut within = facts.attributions[first..]
        .iter()
        .take_while(|a| a.sentence < sentences.end);
    within.any(|a| {
        let somebody = matches!(a.source.kind, SourceKind::Named | SourceKind::Anonymous);
        let own = ["I", "we", "We"].contains(&document.words(a.source.span));
        a.form == Form::Verb && somebody && spoken(a) && !a.source.span.is_empty() && !a.negated && !own
    })
}
