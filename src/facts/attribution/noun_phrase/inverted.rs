//! Subjects behind their verb: `said Smith`.

use super::super::cue::Cue;
use super::super::source::{is_agents, is_name_word};
use super::super::{Clause, CueClass};
use super::{INSERTION, noun_phrase, right, subject};
use crate::facts::Class;
use std::ops::Range;

/// Participles that give a thing its name; behind a comma "dubbed" never reports.
const NAMES: [&str; 3] = ["called", "labelled", "labeled"];
/// `said Smith`, `added the minister`: after a quotation or a comma, with the subject behind the verb.
pub(in crate::facts::attribution) fn inverted(clause: &Clause<'_>, cue: &Cue) -> Option<Range<usize>> {
    let before = clause.before(cue.tokens.start)?;
    let mark = clause.token(before);
    let after_speech = clause.quoted[before] || mark.is(',') || mark.is('?') || mark.is('!');
    let next = cue.tokens.end;
    if !after_speech || !clause.tokens.contains(&next) || clause.reads(next, "that") {
        return None;
    }
    if mark.is(',') && set_off(clause, before) {
        return None;
    }
    // "One blaze, called the Harrow Fire, …": what a thing is called calls nothing.
    if mark.is(',') && !clause.quoted[before] && NAMES.iter().any(|w| clause.reads(cue.tokens.start, w)) {
        return None;
    }
    // "…, referring to the Islamic State", "…, citing Ida Moll": whom a participle or a preposition takes is no subject.
    if clause.ends(cue.tokens.start, "ing") || clause.is(next - 1, Class::Preposition) {
        return None;
    }
    // "…," a nurse, Ida Moll, told Reuters: whoever stands behind "told" listens.
    if LISTENED.iter().any(|w| clause.reads(cue.tokens.start, w)) {
        return None;
    }
    let plain = clause.token(next).is_capitalised()
        || clause.is(next, Class::Determiner)
        || clause.is(next, Class::PersonPronoun)
        || clause.is(next, Class::Role)
        || clause.is(next, Class::VagueGroup);
    let phrase = right(clause, next)?;
    let speaks = cue.class == CueClass::Neutral || clause.quoted[before];
    let subject = plain || speaks && holds_speaker(clause, &phrase);
    if !subject {
        return None;
    }
    // After a bare comma the subject must end its clause: "…, said Smith." but not "Smith, 40, told the court …".
    let ends = phrase.end >= clause.tokens.end || !clause.token(phrase.end).is_word();
    (clause.quoted[before] || ends).then_some(phrase)
}

/// Verbs with a listener behind them.
const LISTENED: [&str; 3] = ["told", "tells", "tell"];

/// Is somebody among the words: "police spokesman Tom Reed", "one of the survivors"?
fn holds_speaker(clause: &Clause<'_>, phrase: &Range<usize>) -> bool {
    let somebody = [
        Class::Role,
        Class::Institution,
        Class::VagueGroup,
        Class::PersonNoun,
        Class::Spokesperson,
    ];
    phrase
        .clone()
        .any(|i| somebody.iter().any(|c| clause.is(i, *c)) || is_name_word(clause, i))
        || is_agents(clause, phrase.end - 1)
}

/// Does the comma close an insertion behind the subject of the sentence: "Falk, the head of the union,
/// called it a farce"? Then the subject stands before the verb.
fn set_off(clause: &Clause<'_>, comma: usize) -> bool {
    let start = clause.first_word();
    let from = comma.saturating_sub(INSERTION).max(start);
    let Some(open) = (from..comma)
        .rev()
        .find(|i| clause.token(*i).is(',') && !clause.quoted[*i])
    else {
        return false;
    };
    let next = open + 1;
    // "The head of the union, Ruben Falk, accused Ms Moll": a name stands beside the office.
    let beside_office = is_name_word(clause, next)
        && clause.reads(start, "the")
        && subject(clause, open).is_some_and(|p| p.start == start && p.clone().any(|i| clause.is_office(i)));
    if beside_office {
        return true;
    }
    let subject = noun_phrase(clause, open).is_some_and(|p| p.start == start && is_name_word(clause, p.end - 1));
    // "Moll and Falk, among others, reject it", "the survey, made in May, finds it".
    let beside = [Class::Determiner, Class::Role, Class::Preposition]
        .iter()
        .any(|c| clause.is(next, *c))
        || clause.reads(next, "who")
        || clause.ends(next, "ed")
        || clause.reads(next, "including");
    subject && beside
}
