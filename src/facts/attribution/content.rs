//! What a cue covers: the scope of the report.

use super::cue::{Cue, is_put};
use super::{Clause, Form};
use crate::facts::Class;
use crate::text::token::hashes_of;
use crate::text::{Span, TokenKind};
use std::ops::Range;

/// Words after a comma that give the floor back to the writer: `…, with Kyiv struggling to hold on`.
const CLOSERS: [u32; 12] = hashes_of([
    "but", "while", "although", "though", "which", "who", "whereas", "with", "as", "marking", "making", "raising",
]);

/// Words that open a sentence with a subordinate clause: a report inside it ends with its comma.
const SUBORDINATE: [u32; 9] = hashes_of([
    "although", "while", "though", "as", "after", "when", "since", "because", "whereas",
]);

/// The words that the source answers for. Empty where the cue stands alone.
pub(super) fn of(clause: &Clause<'_>, cue: &Cue, source: Option<&Range<usize>>) -> Span {
    let behind = match source {
        // Inverted: "…", said Smith. What is said stands before.
        Some(source) if source.start >= cue.tokens.end => source.end,
        _ => cue.tokens.end,
    };
    if cue.form == Form::Adverb {
        return forward(clause, cue.tokens.start, behind);
    }
    let front = source.map_or(cue.tokens.start, |s| s.start.min(cue.tokens.start));
    if inserted(clause, front, behind) {
        return clause
            .document
            .span_of(behind_question(clause, front)..clause.tokens.end);
    }
    if floats(clause, cue, front, behind) {
        let start = behind_question(clause, front);
        let said = clause.document.span_of(start..front.max(start + 1));
        return and_then(clause, behind).map_or(said, |and| said.join(forward(clause, and, and)));
    }
    if cue.form == Form::AccordingTo && front == clause.first_word() {
        // "According to the ministry, …": all that follows.
        return forward(clause, behind, behind);
    }
    if cue.form == Form::Passive {
        // "He was accused of …": the whole clause is what is said.
        return clause
            .document
            .span_of(clause_start(clause, cue.tokens.start)..cue.tokens.end)
            .join(forward(clause, behind, behind));
    }
    forward(clause, behind, behind)
}

/// Does the cue close the sentence, or stand between two commas behind what is said?
fn floats(clause: &Clause<'_>, cue: &Cue, front: usize, behind: usize) -> bool {
    let Some(before) = clause.before(front) else {
        return false;
    };
    let set_off = clause.token(before).is(',')
        || clause.quoted[before]
        || matches!(clause.token(before).kind, TokenKind::Mark('–' | '—' | '?' | '!'));
    if !set_off {
        return closes_bare(clause, cue, front, behind);
    }
    // Nothing is said behind it but a place or a time.
    let rest = clause.document.tokens[behind..clause.tokens.end]
        .iter()
        .filter(|t| t.is_word())
        .count();
    let speech_follows = (behind..clause.tokens.end).any(|i| clause.quoted[i]);
    let that = (behind..clause.tokens.end.min(behind + 8)).any(|i| clause.reads(i, "that"));
    // "…, the ministry said on Tuesday, two days after …": a time or a place follows, and what is said
    // stood before.
    let adjunct = behind < clause.tokens.end
        && (clause.is(behind, Class::Preposition) || clause.is(behind, Class::Weekday) || clause.token(behind).is(','));
    let opener = clause.first_word();
    // "About 80 people died": an amount opens no clause.
    let next = opener + 1;
    let amount = clause.tokens.contains(&next)
        && (clause.token(next).kind == TokenKind::Number || clause.is(next, Class::NumberWord));
    let subordinate = [Class::Preposition, Class::Conjunction]
        .iter()
        .any(|c| clause.is(opener, *c))
        && !(amount
            && ["about", "around", "over", "under"]
                .iter()
                .any(|w| clause.reads(opener, w)))
        || clause.ends(opener, "ing");
    let opening = subordinate || clause.is(opener, Class::Opener);
    let said = before - clause.tokens.start >= 6 && !opening;
    // "After the vote, she said it was lost": one opening clause, and what is said follows.
    let only_opening = subordinate
        && cue.form != Form::AccordingTo
        && rest >= OPENED
        && !adjunct
        && !clause.quoted[before]
        && !(clause.tokens.start..before).any(|i| clause.token(i).is(','));
    !that && (rest <= 8 && !only_opening || adjunct && said) || speech_follows && clause.quoted[before]
}

/// The "and" of "480 people died, officials said on Tuesday, and another 2,500 were hurt", which goes on with
/// what they said.
fn and_then(clause: &Clause<'_>, behind: usize) -> Option<usize> {
    let day = |i: usize| clause.is(i, Class::Weekday) || clause.reads(i, "on");
    let comma = (behind..clause.tokens.end).find(|i| !day(*i))?;
    let more = ["another", "others", "that"].iter().any(|w| clause.reads(comma + 2, w))
        || clause.tokens.contains(&(comma + 2))
            && (clause.is(comma + 2, Class::NumberWord) || clause.token(comma + 2).kind == TokenKind::Number);
    (clause.token(comma).is(',') && clause.reads(comma + 1, "and") && more).then_some(comma + 1)
}

/// So many words behind "After the vote, she said" are what she said; fewer may be a time or a place.
const OPENED: usize = 3;

/// So many words before a cue without a comma are a statement of their own.
const STATEMENT: usize = 5;

/// Does the cue close a sentence that forgot its comma: "Four people were hurt according to the clinic.",
/// "… on Tuesday the ministry said."? After "what", "as" and their like it closes a clause of its own.
fn closes_bare(clause: &Clause<'_>, cue: &Cue, front: usize, behind: usize) -> bool {
    // Inside a sentence "according to" looks back, whatever follows.
    let when = |i: usize| clause.is(i, Class::Weekday) || clause.is(i, Class::Month) || clause.reads(i, "on");
    let at_end =
        cue.form == Form::AccordingTo || (behind..clause.tokens.end).all(|i| !clause.token(i).is_word() || when(i));
    let Some(before) = clause.before(front).filter(|_| at_end) else {
        return false;
    };
    let said = (clause.tokens.start..front)
        .filter(|i| clause.token(*i).is_word() || clause.token(*i).kind == TokenKind::Number);
    let words = said.count();
    // "On Tuesday state media said": the day is no part of the source.
    let day = clause.is(front, Class::Weekday);
    let hangs = clause.is(before, Class::Conjunction)
        || clause.is(before, Class::Preposition) && !day
        || [
            "what", "which", "that", "as", "than", "who", "whatever", "like", "not", "or",
        ]
        .iter()
        .any(|w| clause.reads(before, w));
    words >= STATEMENT && !hangs
}

/// Where what is said begins in a sentence whose cue stands at `front`: "Asked about it, he said …" and
/// "When told of it, she said …" open with what was put to the speaker, which is the writer's.
fn behind_question(clause: &Clause<'_>, front: usize) -> usize {
    let start = clause.tokens.start;
    let first = clause.first_word();
    let put = if clause.reads(first, "when") { first + 1 } else { first };
    if !is_put(clause, put) {
        return start;
    }
    let comma = (start..front).find(|i| clause.token(*i).is(','));
    comma.map_or(start, |c| c + 1).min(front)
}

/// Does the cue stand between two commas: "Still, he said, officials must decide"?
fn inserted(clause: &Clause<'_>, front: usize, behind: usize) -> bool {
    let comma = |at: usize| matches!(clause.token(at).kind, TokenKind::Mark(',' | '–' | '—'));
    clause.before(front).is_some_and(|b| comma(b) || clause.quoted[b]) && behind < clause.tokens.end && comma(behind)
}

/// From `from` to the end of the clause: a semicolon, or a comma with a word that gives the floor back.
fn forward(clause: &Clause<'_>, from: usize, behind: usize) -> Span {
    let mut end = clause.tokens.end;
    let subordinate = clause.reads_any(clause.tokens.start, &SUBORDINATE);
    let opening = subordinate && !(clause.tokens.start..behind).any(|i| clause.token(i).is(','));
    let mut inserted = behind;
    for i in behind..clause.tokens.end {
        if clause.quoted[i] || i < inserted {
            continue;
        }
        if let Some(close) = relative_end(clause, i) {
            inserted = close + 1;
            continue;
        }
        let closes = match clause.token(i).kind {
            TokenKind::Mark(';') => true,
            TokenKind::Mark(',') if opening => true,
            // "… he said when asked about it": the question is the writer's again.
            TokenKind::Word => clause.reads(i, "when") && clause.reads(i + 1, "asked"),
            TokenKind::Mark(',' | '–' | '—') => i + 1 < clause.tokens.end && clause.reads_any(i + 1, &CLOSERS),
            _ => false,
        };
        if closes && i > behind {
            end = i;
            break;
        }
    }
    if from >= end {
        let at = clause.token(from.min(clause.tokens.end - 1)).span.end;
        return Span { start: at, end: at };
    }
    clause.document.span_of(from..end)
}

/// The comma that closes a relative clause behind which the sentence goes on: "… said the house, which held six
/// flats, was destroyed". What "we must ask ourselves" is the writer's own, and is not drawn out.
fn relative_end(clause: &Clause<'_>, open: usize) -> Option<usize> {
    let opens = clause.token(open).is(',') && (clause.reads(open + 1, "which") || clause.reads(open + 1, "who"));
    if !opens || ["we", "i"].iter().any(|w| clause.reads(clause.first_word(), w)) {
        return None;
    }
    let close = (open + 1..clause.tokens.end).find(|i| clause.token(*i).is(',') && !clause.quoted[*i])?;
    (clause.tokens.contains(&(close + 1)) && clause.is(close + 1, Class::Auxiliary)).then_some(close)
}

/// Where the clause of a passive begins: behind the last comma with a word that opens a clause.
fn clause_start(clause: &Clause<'_>, at: usize) -> usize {
    (clause.tokens.start..at)
        .rev()
        .find(|i| {
            !clause.quoted[*i]
                && (clause.token(*i).is(';')
                    || (clause.token(*i).is(',') && (clause.reads_any(i + 1, &CLOSERS) || clause.reads(i + 1, "and"))))
        })
        .map_or(clause.tokens.start, |i| i + 1)
}
