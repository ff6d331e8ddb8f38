//! The subject of a verb is the whole of its noun phrase, not the noun that stands nearest: "a man shot by the
//! police said", "officials and a rescue worker said".

use super::super::Clause;
use super::super::cue::is_reporting_verb;
use super::super::source::{is_agents, is_name_word};
use super::{noun_phrase, opening};
use crate::facts::Class;
use std::ops::Range;

/// A phrase is widened so many times at most: "the wife of a man held by the police".
const MOST_STEPS: usize = 3;
/// Words between a participle and "by": "shot dead by".
const MOST_BEFORE_BY: usize = 3;
/// Words behind "people" that tell how they know: "people briefed on the talks".
const KNOWING: [&str; 6] = ["familiar", "briefed", "knowledge", "acquainted", "close", "involved"];
/// Words before "and" that share the head behind it.
const MOST_SHARED: usize = 2;
/// Participles that end in neither -ed nor -en and are no past.
const PARTICIPLES: [&str; 1] = ["run"];

/// The noun phrase that ends at `end`, and what it is a part of.
pub(super) fn subject(clause: &Clause<'_>, end: usize) -> Option<Range<usize>> {
    let mut phrase = noun_phrase(clause, end)?;
    for _ in 0..MOST_STEPS {
        let Some(wider) = wider(clause, &phrase) else { break };
        phrase = wider;
    }
    opening(clause, &phrase).or(Some(phrase))
}

fn wider(clause: &Clause<'_>, phrase: &Range<usize>) -> Option<Range<usize>> {
    let before = clause.before(phrase.start)?;
    if clause.quoted[before] {
        return None;
    }
    // "“…,” Tomas Rudd, an adviser to Mr Falk said": the comma that closes the office is missing. "Nora Pell, the head
    // of the order, who …, said": with "the" it must be there, for "Ida Moll, the mayor said, was late" is the mayor's.
    let closed = clause.tokens.contains(&phrase.end) && clause.token(phrase.end).is(',');
    let one = ["a", "an"].iter().any(|w| clause.reads(phrase.start, w))
        || clause.is(phrase.start, Class::Role)
        || clause.reads(phrase.start, "the") && closed;
    if clause.token(before).is(',') && one {
        let name = noun_phrase(clause, before)?;
        // "Sister Nora Pell": what she is called by does not make the name.
        let mut words = name.clone().skip_while(|at| clause.is_office(*at));
        let full = name.len() > 1 && words.clone().count() > 1 && words.all(|at| is_name_word(clause, at));
        return (full && is_bounded(clause, &name)).then_some(name);
    }
    // "Founder & chairman of the port": one office of two.
    if clause.token(before).is('&') && clause.before(before).is_some_and(|b| clause.is(b, Class::Role)) {
        return noun_phrase(clause, before).map(|first| first.start..phrase.end);
    }
    // "The family of a man": the head stands before "of".
    if clause.reads(before, "of") && clause.is(phrase.start, Class::Determiner) {
        let head = noun_phrase(clause, before)?;
        return (is_speaker(clause, head.end - 1) && !clause.is(head.end - 1, Class::Document))
            .then_some(head.start..phrase.end);
    }
    // "A lawyer hired by the family": whoever did it is not who speaks.
    if clause.reads(before, "by") {
        let participle = (before.saturating_sub(MOST_BEFORE_BY)..before)
            .rev()
            .find(|at| clause.tokens.contains(at) && is_participle(clause, *at))?;
        return noun_phrase(clause, participle).filter(|p| is_speaker(clause, p.end - 1) || names(clause, p));
    }
    // "Two people familiar with the matter", "a person with knowledge of the plan": what they know does not speak.
    let knows = before.checked_sub(1).filter(|k| clause.tokens.contains(k));
    if let Some(knows) = knows.filter(|k| KNOWING.iter().any(|w| clause.reads(*k, w))) {
        let with = (knows.saturating_sub(2)..knows).find(|at| clause.tokens.contains(at) && clause.reads(*at, "with"));
        let head = noun_phrase(clause, with.unwrap_or(knows))?;
        return is_speaker(clause, head.end - 1).then_some(head);
    }
    // "Trooper Luis Sousa with the Utah Highway Patrol".
    if clause.reads(before, "with") && clause.is(phrase.start, Class::Determiner) {
        return noun_phrase(clause, before)
            .filter(|p| names(clause, p) && p.len() > 1 && is_name_word(clause, p.end - 2) && is_bounded(clause, p));
    }
    // "Local officials and a rescue worker": both speak, if nothing but a mark stands before the first.
    if clause.reads(before, "and") {
        let first = noun_phrase(clause, before)?;
        let last = first.end - 1;
        // "Local and security sources", "Harrow police and fire officials": one head for both.
        let shared = first.len() <= MOST_SHARED && is_speaker(clause, phrase.end - 1);
        let both = (is_speaker(clause, last) || names(clause, &first) || shared) && is_bounded(clause, &first);
        return both.then_some(first.start..phrase.end);
    }
    None
}

/// Does a phrase open its sentence, or stand behind a comma or a quotation?
fn is_bounded(clause: &Clause<'_>, phrase: &Range<usize>) -> bool {
    clause
        .before(phrase.start)
        .is_none_or(|b| clause.token(b).is(',') || clause.quoted[b])
}

fn names(clause: &Clause<'_>, phrase: &Range<usize>) -> bool {
    is_name_word(clause, phrase.end - 1)
}

/// Is it a noun for somebody who can speak?
pub(super) fn is_speaker(clause: &Clause<'_>, at: usize) -> bool {
    let speakers = [
        Class::Role,
        Class::Institution,
        Class::VagueGroup,
        Class::PersonNoun,
        Class::Document,
    ];
    speakers.iter().any(|c| clause.is(at, *c)) || is_agents(clause, at)
}

pub(super) fn is_participle(clause: &Clause<'_>, at: usize) -> bool {
    let token = clause.token(at);
    token.is_word()
        && !token.is_capitalised()
        && (clause.ends(at, "ed")
            || clause.ends(at, "en")
            || clause.is(at, Class::Past) && !is_reporting_verb(clause, at)
            || PARTICIPLES.iter().any(|w| clause.reads(at, w)))
}
