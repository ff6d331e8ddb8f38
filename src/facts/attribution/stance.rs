//! Sentences about somebody's word or mind that no single report covers.
//!
//! Attribution in the broad sense (Pareti 2012; Newell et al. 2018) counts beliefs, plans, stances and
//! talk about talk: "she has been reluctant to endorse him". Such a sentence is about somebody's mind, but
//! nobody vouches for it: the rules for unsourced claims do not read this. A small additive model: each
//! sign adds its weight, and a sentence counts when the weights reach zero. The weights are log odds,
//! read on development news and rounded.

use super::Clause;
use super::cue::{Cue, is_reporting_verb};
use crate::facts::Class;
use crate::text::TokenKind;

/// Where the model starts: most sentences without a report are the writer's own.
const BASE: f64 = -2.4;
/// A long sentence has room for somebody's word; by the logarithm of its words.
const LENGTH: f64 = 0.2;
/// A report of silence, or one of a thing that cannot speak: "has not accused", "his remarks suggest".
const REFUSED: f64 = 1.25;
/// A verb of the mind or of dealing in words where verbs stand.
const VERB: f64 = 0.8;
/// The same word where it may as well be a noun or an adjective.
const WORD: f64 = 0.3;
/// A noun of speech, thought or record.
const NOUN: f64 = 0.6;
/// What somebody is in mind: sure, worried.
const ADJECTIVE: f64 = 0.55;
/// What is thought follows: "the idea that".
const THAT: f64 = 0.9;
/// Somebody acts who was named before.
const OTHERS: f64 = 0.3;
/// Writers speak of themselves and to the reader when they lend their voice to others.
const TALK: f64 = 0.45;
/// Beside a sentence on somebody's word stands often another.
const BESIDE: f64 = 0.3;
/// Of each sort of sign this many count: the third says what the second said.
const MOST: u32 = 2;

/// The classes whose words are signs.
const TELLING: [Class; 11] = [
    Class::CueNeutral,
    Class::CueAssertive,
    Class::CueDoubting,
    Class::CueConceding,
    Class::CueAct,
    Class::CueThought,
    Class::CueEvidence,
    Class::CueStance,
    Class::StanceNoun,
    Class::CueNoun,
    Class::StanceAdjective,
];

/// How far a sentence is about somebody's word or mind, its neighbours apart; at least 0: it is.
pub(super) fn weigh(clause: &Clause<'_>, barred: &[bool], cues: &[Cue]) -> f64 {
    let (mut words, mut verbs, mut others, mut nouns, mut adjectives, mut that) = (0_u32, 0, 0, 0, 0, 0);
    let (mut third, mut talk) = (false, false);
    for at in clause.tokens.clone() {
        if !clause.token(at).is_word() {
            continue;
        }
        words += 1;
        match &clause.short(at) {
            b"he\0\0" | b"she\0" | b"they" => third = true,
            b"i\0\0\0" | b"we\0\0" | b"you\0" | b"our\0" | b"my\0\0" => talk = true,
            _ => {}
        }
        let a_name = clause.token(at).is_capitalised() && at > clause.tokens.start && !clause.titled;
        let telling = clause.lexicon.any(clause.token(at).word, &TELLING);
        if !telling || clause.quoted[at] || barred[at] || a_name || cues.iter().any(|c| c.tokens.contains(&at)) {
            continue;
        }
        let verb = is_reporting_verb(clause, at) || clause.is(at, Class::CueStance);
        let noun = clause.is(at, Class::StanceNoun) || clause.is(at, Class::CueNoun);
        if verb && stands_as_verb(clause, at) {
            verbs += 1;
        } else if noun {
            nouns += 1;
        } else if verb {
            others += 1;
        } else if clause.is(at, Class::StanceAdjective) {
            adjectives += 1;
        }
        that += u32::from((verb || noun) && clause.reads(at + 1, "that"));
    }
    let some = |count: u32| f64::from(count.min(MOST));
    BASE + LENGTH * f64::from(words.max(1)).ln()
        + REFUSED * some(cues.len() as u32)
        + VERB * some(verbs)
        + WORD * some(others)
        + NOUN * some(nouns)
        + ADJECTIVE * some(adjectives)
        + THAT * some(that)
        + if third { OTHERS } else { 0.0 }
        + if talk { TALK } else { 0.0 }
}

/// Does a sentence of this weight count, beside so many neighbours that stand on somebody's word?
pub(super) fn counts(weight: f64, beside: u32) -> bool {
    weight + BESIDE * f64::from(beside) >= 0.0
}

/// Behind a subject, an auxiliary or "to" a form is a verb.
fn stands_as_verb(clause: &Clause<'_>, at: usize) -> bool {
    let Some(before) = clause.before(at) else { return false };
    if clause.is(before, Class::Determiner) || clause.token(before).kind == TokenKind::Possessive {
        return false;
    }
    clause.reads(before, "to")
        || clause.is(before, Class::PersonPronoun)
        || clause.is(before, Class::Auxiliary)
        || clause.is(before, Class::Negation)
        || clause.token(before).is(',')
        || clause.token(before).is_capitalised()
        || (!clause.is(before, Class::Preposition) && (clause.ends(before, "ly") || clause.ends(before, "s")))
}
