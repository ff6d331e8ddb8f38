//! Whoever opens a clause is its subject, however far the verb: "Democrats on Capitol Hill say", "a fisherman rescued
//! from the river said", "a rafter who was swept into the gorge says". The noun right before the verb only tells where.

use super::super::Clause;
use super::super::source::{is_agents, is_crowd, is_name_word};
use super::super::speaker::is_agent;
use super::subject::{is_participle, is_speaker};
use super::{is_verb, noun_phrase};
use crate::facts::Class;
use crate::text::TokenKind;
use std::ops::Range;

/// What hangs on the subject has at most so many words; more is a clause of its own.
const REACH: usize = 22;
/// The subject itself has at most so many: "an Afghan commander", "three more of the wounded".
const HEAD: usize = 6;
/// A tail so short is a part of the words for the source: "staff at the Royal Infirmary".
const TAIL: usize = 8;

/// The subject that opens the clause in which `phrase` hangs on a preposition or a participle.
pub(in crate::facts::attribution) fn opening(clause: &Clause<'_>, phrase: &Range<usize>) -> Option<Range<usize>> {
    let before = clause.before(phrase.start)?;
    let hangs = clause.is(before, Class::Preposition) || is_participle(clause, before);
    // "Backed it on Tuesday ministers said": a sentence that lost its comma, and its subject stands there.
    if !hangs || clause.quoted[before] || clause.is(phrase.start, Class::Weekday) {
        return None;
    }
    let start = start(clause, phrase.start)?;
    let head = head(clause, start..phrase.start)?;
    if !is_hung(clause, head + 1..phrase.start) {
        return None;
    }
    // "Nadia Orsk, an officer who sits on the board of the port, said": the name stands before its office.
    // "Nadia Orsk, director of research at the port said": without a closing comma too, where no "the" makes the office
    // a subject of its own.
    let closes = clause.tokens.contains(&phrase.end) && clause.token(phrase.end).is(',');
    let bare = clause.is(start, Class::Role) || ["a", "an"].iter().any(|w| clause.reads(start, w));
    let beside = closes || bare;
    if let Some(comma) = clause.before(start).filter(|c| beside && clause.token(*c).is(',')) {
        let name = noun_phrase(clause, comma).filter(|p| p.len() > 1 && is_name_word(clause, p.end - 1));
        let place = |b: usize| ["in", "at", "near", "on"].iter().any(|w| clause.reads(b, w));
        if let Some(name) = name.filter(|p| clause.before(p.start).is_none_or(|b| !place(b))) {
            return Some(name);
        }
    }
    // "The head of the clinic in Oster, Ida Moll, said": the name stands beside the whole.
    let beside = closes && clause.tokens.contains(&(phrase.end + 1)) && is_name_word(clause, phrase.end + 1);
    if beside {
        return Some(start..phrase.end);
    }
    let whole = is_speaker(clause, head) && clause.is(head + 1, Class::Preposition) && phrase.end - start <= TAIL;
    Some(start..if whole { phrase.end } else { head + 1 })
}

/// Where the clause begins that runs up to `end`: behind a mark or a quotation.
fn start(clause: &Clause<'_>, end: usize) -> Option<usize> {
    let mut start = end;
    while let Some(before) = clause.before(start) {
        let token = clause.token(before);
        let glued = token.is('-') && !token.spaced || token.is('.') && before + 1 < end || token.is('&');
        let inside = matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive);
        if clause.quoted[before] || !(inside || glued) {
            break;
        }
        start = before;
        if end - start > REACH {
            return None;
        }
    }
    Some(start)
}

/// The noun for somebody at the beginning of a clause, with something that hangs on it right behind.
fn head(clause: &Clause<'_>, within: Range<usize>) -> Option<usize> {
    let limit = within.end.min(within.start + HEAD);
    let head = (within.start..limit).find(|at| {
        let next = at + 1;
        next < within.end
            && (clause.is(next, Class::Preposition)
                || clause.reads(next, "who")
                || is_participle(clause, next)
                || clause.ends(next, "ing"))
    })?;
    let opens = |at: usize| clause.is(at, Class::Preposition) || clause.is(at, Class::Conjunction);
    let single =
        |at: usize| clause.is(at, Class::Auxiliary) || clause.is(at, Class::PersonPronoun) || is_verb(clause, at);
    // "Ida Moll became the head of": no subject, for another noun phrase begins in it.
    let two = |at: usize| at > within.start && (clause.is(at, Class::Determiner) || clause.is(at, Class::Past));
    if opens(within.start) || (within.start..=head).any(|at| single(at) || two(at)) {
        return None;
    }
    let person = [Class::Role, Class::PersonNoun, Class::VagueGroup, Class::Document];
    let hung = clause.is(head + 1, Class::Preposition);
    let noun = person.iter().any(|c| clause.is(head, *c))
        || is_agents(clause, head)
        || is_agent(clause, head)
        || is_crowd(clause, head);
    // "Republicans in Oster", "Nadia Orsk at the Harrow clinic": a plural and a name in full, before a preposition.
    let plural = clause.ends(head, "s") && !["ss", "us", "is"].iter().any(|e| clause.ends(head, e));
    let plural = plural && hung && clause.first_word() == within.start;
    let name = hung && head > within.start && (within.start..=head).all(|at| is_name_word(clause, at));
    (noun || plural || name).then_some(head)
}

/// Is it all one thing that hangs on the subject: no verb of its own but that of "who"?
fn is_hung(clause: &Clause<'_>, words: Range<usize>) -> bool {
    let relative = clause.reads(words.start, "who");
    let verb = |at: usize| {
        clause.is(at, Class::Auxiliary)
            || clause.is(at, Class::PersonPronoun)
            || clause.is(at, Class::Conjunction) && !clause.reads(at, "and")
            // "Of planning at the port": an -ing before a preposition is a noun.
            || at > words.start
                && is_verb(clause, at)
                && !is_participle(clause, at)
                && !(clause.ends(at, "ing") && clause.is(at + 1, Class::Preposition))
    };
    relative || !words.clone().any(verb)
}
