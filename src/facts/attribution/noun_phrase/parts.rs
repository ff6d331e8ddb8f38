//! What belongs to a noun phrase, and what hangs on it.

use super::super::Clause;
use super::is_verb;
use crate::facts::Class;
use crate::text::TokenKind;

/// Words that close a time between a subject and its verb: "Moll at the time said", "the bank last month said".
const MOMENTS: [&str; 8] = [
    "time",
    "week",
    "month",
    "year",
    "night",
    "today",
    "yesterday",
    "earlier",
];
/// A time between a subject and its verb has so many words at most: "at the same time".
const MOMENT: usize = 4;

/// "Ida Moll, 74, a resident who saw it, said": the end of the name before the comma and the age that end at `end`.
pub(super) fn before_age(clause: &Clause<'_>, end: usize) -> usize {
    let age = clause
        .before(end)
        .filter(|a| clause.token(*a).kind == TokenKind::Number && clause.token(*a).span.len() <= 3);
    let comma = age.and_then(|a| clause.before(a)).filter(|c| clause.token(*c).is(','));
    comma.unwrap_or(end)
}

/// "Moll at the time said", "the bank last month said": the end of the subject before a time that ends at `end`.
pub(super) fn before_moment(clause: &Clause<'_>, end: usize) -> usize {
    let moment = |at: usize| MOMENTS.iter().any(|w| clause.reads(at, w));
    let Some(last) = clause.before(end).filter(|at| moment(*at)) else {
        return end;
    };
    if ["today", "yesterday"].iter().any(|w| clause.reads(last, w)) {
        return last;
    }
    let from = last.saturating_sub(MOMENT).max(clause.tokens.start);
    let opens = |at: &usize| {
        clause.reads(*at, "at") || ["last", "this", "earlier"].iter().any(|w| clause.reads(*at, w)) && at + 1 == last
    };
    // "Earlier this month": the word before belongs to it.
    let first = (from..last).rev().find(opens).map(|at| match clause.before(at) {
        Some(b) if ["earlier", "late", "early"].iter().any(|w| clause.reads(b, w)) => b,
        _ => at,
    });
    first.filter(|at| clause.before(*at).is_some()).unwrap_or(end)
}

/// "Moll, R-Estry., who leads the committee, said": the comma before the party and the state of a lawmaker that
/// ends at `end`.
pub(super) fn before_party(clause: &Clause<'_>, end: usize) -> Option<usize> {
    let mut at = clause.before(end)?;
    if clause.token(at).is('.') {
        at = clause.before(at)?;
    }
    let (hyphen, party) = (clause.before(at)?, clause.before(clause.before(at)?)?);
    let comma = clause.before(party)?;
    let is_tag = clause.token(at).is_capitalised()
        && clause.token(hyphen).is('-')
        && matches!(clause.words(party), "R" | "D" | "I")
        && clause.token(comma).is(',');
    is_tag.then_some(comma)
}

/// Does "and" join two names or two roles: "Friend and fellow pilot Ida Moll"?
pub(super) fn joins(clause: &Clause<'_>, at: usize, next: usize) -> bool {
    clause.reads(at, "and")
        && clause.before(at).is_some_and(|b| {
            (clause.token(b).is_capitalised() && clause.token(next).is_capitalised())
                || (clause.is(b, Class::Role) && (clause.is(next, Class::Role) || clause.reads(next, "fellow")))
        })
}

/// Is the preposition at `at` part of "a spokesman for the ministry"?
pub(super) fn hangs_on_role(clause: &Clause<'_>, at: usize) -> bool {
    clause.before(at).is_some_and(|b| {
        clause.is(b, Class::Role)
            || clause.is(b, Class::Institution)
            || clause.is(b, Class::VagueGroup)
            || clause.is(b, Class::Document)
            || clause.is(b, Class::NumberWord)
    })
}

/// Is it the apostrophe of "the works’ manager", behind a plural and before what is owned?
pub(in crate::facts::attribution) fn is_of_many(clause: &Clause<'_>, at: usize) -> bool {
    matches!(clause.token(at).kind, TokenKind::Mark('\'' | '\u{2019}'))
        && !clause.token(at).spaced
        && clause.before(at).is_some_and(|b| clause.ends(b, "s"))
        && clause.tokens.contains(&(at + 1))
        && clause.token(at + 1).is_word()
        && !is_verb(clause, at + 1)
}
