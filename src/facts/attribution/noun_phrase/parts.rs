//! What belongs to a noun phrase, and what hangs on it.

use super::super::Clause;
use super::is_verb;
use crate::facts::Class;
use crate::text::TokenKind;

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
