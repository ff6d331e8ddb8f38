//! Where the words for a source begin, where they end, and which of them they are about.

use super::super::Clause;
use super::super::cue::is_reporting_verb;
use super::super::source::is_crowd;
use super::agent::is_agent;
use crate::facts::Class;
use crate::text::{Case, TokenKind, lower_case};
use std::borrow::Cow;
use std::ops::Range;

/// "A member who supports Ida Moll": the clause that hangs on the source names others. "The man who Ida Moll
/// said" has its speaker behind the "who".
pub(super) fn without_clause(clause: &Clause<'_>, tokens: Range<usize>) -> Range<usize> {
    let inner = tokens.start + 1..tokens.end;
    let hangs = |i: &usize| ["who", "which"].iter().any(|w| clause.reads(*i, w));
    match inner.clone().find(hangs) {
        Some(who) if names_behind_office(clause, who + 1..tokens.end) => who + 1..tokens.end,
        Some(who) => tokens.start..who,
        None => tokens,
    }
}

/// Do the words begin with a name, or with one behind its office: "Ida Moll", "former prime minister Ida Moll"?
pub(super) fn names_behind_office(clause: &Clause<'_>, mut tokens: Range<usize>) -> bool {
    let first = tokens.find(|i| {
        let prime = clause.reads(*i, "prime") || clause.reads(*i, "former");
        clause.token(*i).is_capitalised() || !(clause.is_office(*i) || prime)
    });
    first.is_some_and(|i| clause.token(i).is_capitalised())
}

/// Without what cannot open a phrase: a verb, a conjunction, "that", a mark, an adverb.
pub(super) fn trimmed(clause: &Clause<'_>, tokens: Range<usize>) -> Range<usize> {
    let mut start = tokens.start;
    while start < tokens.end {
        let token = clause.token(start);
        let more = start + 1 < tokens.end;
        let adverb = clause.ends(start, "ly") && !token.is_capitalised();
        let echoes = clause.ends(start, "ing") && clause.is(start, Class::CueStance);
        // "State television said": no sentence opens with a verb.
        let noun = clause.is(start, Class::NounOrVerb) && start == clause.first_word();
        let verb = more && (is_reporting_verb(clause, start) || echoes) && !clause.is(start, Class::Document) && !noun;
        // "Last week cabinet agreed": the week is no part of it.
        let time = start > clause.tokens.start
            && ["last", "this", "next"].iter().any(|w| clause.reads(start - 1, w))
            && ["week", "month", "year", "night"]
                .iter()
                .any(|w| clause.reads(start, w));
        let opener = more && (clause.reads(start, "that") || clause.is(start, Class::Opener) || time);
        let opens = !token.is_word() && token.kind != TokenKind::Number
            || clause.is(start, Class::Conjunction)
            || is_preposition(clause, start)
            || adverb
            || opener
            || verb
            || more && (clause.reads(start, "than") || clause.reads(start + 1, "than"));
        if !opens {
            break;
        }
        start += 1;
    }
    start..tokens.end
}

/// The head of a phrase without names: its last noun that can speak, before anything hangs on it.
pub(super) fn head(clause: &Clause<'_>, tokens: Range<usize>) -> Option<usize> {
    let stop = tokens
        .clone()
        .find(|i| *i > tokens.start && (is_preposition(clause, *i) || stops(clause, *i) || clause.token(*i).is(',')));
    let within = tokens.start..stop.unwrap_or(tokens.end);
    let last = within.rev().find(|i| is_noun(clause, *i))?;
    (last + 1 >= tokens.end || closes(clause, last + 1)).then_some(last)
}

/// Can a phrase be over before this word? Before a further noun it is not: "military action".
pub(super) fn closes(clause: &Clause<'_>, at: usize) -> bool {
    !clause.tokens.contains(&at)
        || !clause.token(at).is_word()
        || stops(clause, at)
        || is_reporting_verb(clause, at)
        || is_preposition(clause, at)
        || clause.is(at, Class::PersonPronoun)
        || clause.is(at, Class::Opener)
        || ["ly", "ed"].iter().any(|e| clause.ends(at, e))
}

/// Can the word speak as a noun: a role, a body, a document, a group, an agent?
pub(super) fn is_noun(clause: &Clause<'_>, at: usize) -> bool {
    if !clause.tokens.contains(&at) || !clause.token(at).is_word() {
        return false;
    }
    let opens = at == clause.first_word();
    let letters = clause.token(at).case == Case::Upper || clause.reads(at, "mps");
    // "Mr" is no one without a name.
    let courtesy = clause.token(at).span.len() <= 3 && clause.is(at, Class::Title) && !clause.is(at, Class::Role);
    if courtesy || clause.token(at).is_capitalised() && !opens && !(letters && clause.is(at, Class::Role)) {
        return false;
    }
    let speaker = [
        Class::Role,
        Class::Institution,
        Class::Document,
        Class::VagueGroup,
        Class::Spokesperson,
        Class::Title,
        Class::PersonNoun,
    ];
    let remains = ["body", "bodies", "casualty", "casualties", "fatality", "fatalities"];
    if remains.iter().any(|w| clause.reads(at, w)) {
        return false;
    }
    speaker.iter().any(|c| clause.is(at, *c)) || is_agent(clause, at) || is_crowd(clause, at)
}

/// What ends a phrase: an auxiliary, a conjunction, a verb that reports.
pub(super) fn stops(clause: &Clause<'_>, at: usize) -> bool {
    let verb = is_reporting_verb(clause, at)
        && ![
            Class::Document,
            Class::CueNoun,
            Class::NounOrVerb,
            Class::Role,
            Class::Institution,
        ]
        .iter()
        .any(|c| clause.is(at, *c));
    clause.is(at, Class::Auxiliary) || clause.is(at, Class::Conjunction) || verb || clause.is(at, Class::Weekday)
}

pub(super) fn is_preposition(clause: &Clause<'_>, at: usize) -> bool {
    clause.tokens.contains(&at) && clause.is(at, Class::Preposition) && !clause.opens_amount(at)
}

pub(super) fn lower<'a>(clause: &Clause<'a>, at: usize) -> Cow<'a, str> {
    lower_case(clause.document.words(clause.document.tokens[at].span))
}
