//! Sentences about somebody's word or mind that no single report covers.
//!
//! Attribution in the broad sense (Pareti 2012; Newell et al. 2018) counts beliefs, plans, stances and
//! talk about talk: "she has been reluctant to endorse him". Such a sentence is about somebody's mind, but
//! nobody vouches for it: the rules for unsourced claims do not read this. A small additive model: each
//! sign adds its weight, and a sentence counts when the weights reach zero. The weights are log odds,
//! fitted on development news (cross-validated by article) and rounded.

mod frame;

use super::Clause;
use super::cue::{Cue, REPORTING_VERBS, is_reporting_verb};
use crate::facts::Class;
use crate::facts::lexicon::joined;
use crate::text::token::hashes_of;
use crate::text::{Case, TokenKind};
use frame::{After, Before};

/// Where the model starts: most sentences without a report are the writer's own.
const BASE: f64 = -3.15;
/// A long sentence has room for somebody's word; by the logarithm of its words.
const LENGTH: f64 = 0.33;
/// A report that covers too little, or one of a thing that cannot speak: "his remarks suggest".
const REFUSED: f64 = 1.1;
/// A report of silence: "has not accused".
const NEGATED: f64 = 0.7;
/// What the report says follows it in a clause.
const REFUSED_CLAUSE: f64 = 0.9;
/// A document shows: "the poll finds".
const SHOWN: f64 = 2.2;
/// Somebody reports, or is to: "voters in the valley agree", "to describe".
const REPORTS: f64 = 1.0;
/// A reporting verb without somebody before it.
const LOOSE: f64 = 0.2;
/// Somebody minds or deals in words: "she supported".
const MIND: f64 = 0.7;
/// What is said or thought follows a verb in a clause.
const CLAUSE: f64 = 0.7;
/// A verb with what the matter is: "quarrel over".
const MATTER: f64 = 0.4;
/// A noun of speech, thought or record.
const NOUN: f64 = 0.4;
/// What is thought follows the noun: "the idea that".
const NOUN_THAT: f64 = 0.8;
/// A noun with its matter: "doubts about".
const NOUN_MATTER: f64 = 0.65;
/// A noun with its owner: "her plan".
const OWNED: f64 = 0.25;
/// What somebody is in mind: sure, worried.
const ADJECTIVE: f64 = 0.3;
/// … with its matter: "wary of".
const ADJECTIVE_OF: f64 = 0.4;
/// Somebody's impression: "appears to have".
const SEEMS: f64 = 1.4;
/// A question in somebody's head: "whether".
const QUESTION: f64 = 0.55;
/// About, against: words that follow speech and thought.
const ABOUT: f64 = 0.6;
/// Somebody acts who was named before.
const THIRD: f64 = 0.25;
/// A line set like a title is short and about what somebody says.
const TITLED: f64 = 0.45;
/// Words between quotation marks, though no report.
const QUOTED: f64 = 0.35;
/// … and by how much of the sentence they are.
const QUOTED_SHARE: f64 = 2.4;
/// Beside a sentence on somebody's word stands often another.
const BESIDE: f64 = 0.27;
/// Of each sort of sign this many count: the third says what the second said.
const MOST: u32 = 2;

const THIRD_PERSON: [u32; 3] = hashes_of(["he", "she", "they"]);
const ASKING: [u32; 3] = hashes_of(["how", "why", "whether"]);
const ON: [u32; 2] = hashes_of(["about", "against"]);

/// The classes whose words are signs.
const TELLING: [Class; 12] = joined(
    &REPORTING_VERBS,
    &[
        Class::CueStance,
        Class::StanceNoun,
        Class::CueNoun,
        Class::StanceAdjective,
        Class::Seeming,
    ],
);

/// The signs of a sentence.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    words: u32,
    refused: u32,
    negated: u32,
    refused_clause: u32,
    shown: u32,
    reports: u32,
    loose: u32,
    mind: u32,
    clause: u32,
    matter: u32,
    noun: u32,
    noun_that: u32,
    noun_matter: u32,
    owned: u32,
    adjective: u32,
    adjective_of: u32,
    seems: u32,
    question: u32,
    about: u32,
    third: bool,
    titled: bool,
    tokens: u32,
    quoted: u32,
}

/// How far a sentence is about somebody's word or mind, its neighbours apart; at least 0: it is.
pub(super) fn weigh(clause: &Clause<'_>, barred: &[bool], cues: &[Cue]) -> f64 {
    read(clause, barred, cues).weight()
}

/// Does a sentence of this weight count, beside so many neighbours that stand on somebody's word?
pub(super) fn counts(weight: f64, beside: u32) -> bool {
    weight + BESIDE * f64::from(beside) >= 0.0
}

impl Signs {
    fn weight(&self) -> f64 {
        let some = |count: u32| f64::from(count.min(MOST));
        let share = f64::from(self.quoted) / f64::from(self.tokens.max(1));
        let once = |is: bool, weight: f64| if is { weight } else { 0.0 };
        BASE + LENGTH * f64::from(self.words.max(1)).ln()
            + REFUSED * some(self.refused)
            + once(self.negated > 0, NEGATED)
            + REFUSED_CLAUSE * some(self.refused_clause)
            + SHOWN * some(self.shown)
            + REPORTS * some(self.reports)
            + LOOSE * some(self.loose)
            + MIND * some(self.mind)
            + CLAUSE * some(self.clause)
            + MATTER * some(self.matter)
            + NOUN * some(self.noun)
            + NOUN_THAT * some(self.noun_that)
            + NOUN_MATTER * some(self.noun_matter)
            + OWNED * some(self.owned)
            + ADJECTIVE * some(self.adjective)
            + ADJECTIVE_OF * some(self.adjective_of)
            + SEEMS * some(self.seems)
            + QUESTION * some(self.question)
            + ABOUT * some(self.about)
            + once(self.third, THIRD)
            + once(self.titled, TITLED)
            + once(self.quoted > 0, QUOTED)
            + QUOTED_SHARE * share
    }
}

/// Reads the signs of a sentence.
fn read(clause: &Clause<'_>, barred: &[bool], cues: &[Cue]) -> Signs {
    let mut signs = Signs {
        refused: cues.len() as u32,
        negated: cues.iter().filter(|c| c.negated).count() as u32,
        titled: clause.titled,
        tokens: clause.tokens.len() as u32,
        ..Signs::default()
    };
    let range = clause.tokens.clone();
    let tokens = &clause.document.tokens[range.clone()];
    let set_apart = clause.quoted[range.clone()].iter().zip(&barred[range.clone()]);
    for ((at, token), (quoted, barred)) in range.zip(tokens).zip(set_apart) {
        signs.quoted += u32::from(*quoted);
        if !token.is_word() {
            continue;
        }
        signs.words += 1;
        let opens = at == clause.tokens.start;
        signs.third |= THIRD_PERSON.contains(&token.hash);
        if *quoted || *barred || token.case != Case::Lower && !opens && !clause.titled {
            continue;
        }
        signs.question += u32::from(!opens && ASKING.contains(&token.hash));
        signs.about += u32::from(!opens && ON.contains(&token.hash));
        if !clause.lexicon.any(token.word, &TELLING) {
            continue;
        }
        if cues.iter().any(|c| c.tokens.contains(&at)) {
            signs.refused_clause += u32::from(frame::after(clause, at) == After::Clause);
            continue;
        }
        word(clause, at, &mut signs);
    }
    signs
}

/// What one word adds.
fn word(clause: &Clause<'_>, at: usize, signs: &mut Signs) {
    let reports = is_reporting_verb(clause, at);
    let verb = reports || clause.is(at, Class::CueStance);
    let noun = clause.is(at, Class::StanceNoun) || clause.is(at, Class::CueNoun);
    let adjective = clause.is(at, Class::StanceAdjective);
    let seems = clause.is(at, Class::Seeming);
    if !(verb || noun || adjective || seems) {
        return;
    }
    let after = frame::after(clause, at);
    if seems && after != After::End && after != After::Matter {
        signs.seems += 1;
        return;
    }
    if verb {
        let before = frame::before(clause, at);
        let a_noun = before == Before::Noun && !clause.ends(at, "ing")
            || noun
                && matches!(before, Before::Other | Before::Document)
                && matches!(after, After::End | After::Matter | After::To);
        if !a_noun {
            signs.clause += u32::from(after == After::Clause);
            signs.matter += u32::from(after == After::Matter);
            match before {
                Before::Document if reports => signs.shown += 1,
                Before::Somebody | Before::To if reports => signs.reports += 1,
                _ if reports => signs.loose += 1,
                Before::Somebody | Before::To | Before::Document => signs.mind += 1,
                Before::Noun | Before::Other => {}
            }
            return;
        }
    }
    if noun {
        signs.noun += 1;
        signs.noun_that += u32::from(after == After::Clause);
        signs.noun_matter += u32::from(after == After::Matter);
        signs.owned += u32::from(clause.before(at).is_some_and(|b| is_owner(clause, b)));
    } else if adjective {
        signs.adjective += 1;
        signs.adjective_of += u32::from(matches!(after, After::Clause | After::Matter));
    }
}

fn is_owner(clause: &Clause<'_>, at: usize) -> bool {
    let owners = ["his", "her", "their", "its", "our", "my"];
    clause.token(at).kind == TokenKind::Possessive || owners.iter().any(|w| clause.reads(at, w))
}
