//! Who speaks: the sources of an article, each once, whatever words stand for it.
//!
//! A name is one speaker under all its forms, a pronoun and "the minister" stand for somebody named
//! before, and "who" for what stands before it. The way back is that of salience (Lappin and Leass 1994)
//! in its simplest form: whoever spoke last in the nearest sentence, then whoever is named first in it.

mod agent;
mod bounds;
mod memory;
mod office;
mod people;
mod phrase;

use super::{Attribution, Clause, CueClass, Form, SourceKind};
use crate::facts::{Facts, Lexicon};
use crate::text::{Document, Span, lower_case};
pub(super) use agent::is_agent;
use memory::{Found, Memory};
use people::People;

/// Somebody or something that the article lets speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest words for it: a name without its titles, or "a spokesman for the ministry".
    pub words: Span,
    /// The office, trade or rank beside a name, where the article gives one.
    pub role: Option<Span>,
    /// What sort of source.
    pub kind: SourceKind,
}

/// Everyone who speaks, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speakers {
    /// Each speaker once, by first line.
    pub all: Vec<Speaker>,
    /// The number of an attribution with the number of its speaker, in order; two who speak together have
    /// a line each.
    pub lines: Vec<(usize, usize)>,
    /// Attributions whose source the article does not name: "some say", "it was reported", a pronoun that
    /// could be anybody.
    pub unnamed: Vec<usize>,
}

impl Speakers {
    /// Who speaks in an attribution: the first of them.
    #[must_use]
    pub fn of(&self, attribution: usize) -> Option<usize> {
        let at = self.lines.partition_point(|(line, _)| *line < attribution);
        self.lines
            .get(at)
            .filter(|(line, _)| *line == attribution)
            .map(|(_, s)| *s)
    }
}

/// Verbs of thought that writers use for what they were told: "she believes", "he fears".
const TOLD_THOUGHTS: [&str; 10] = [
    "believ", "think", "thought", "fear", "hope", "expect", "feel", "worr", "doubt", "suspect",
];

/// Nouns of speech; "his plan" and "her concerns" are none.
const SAYINGS: [&str; 12] = [
    "statement",
    "claim",
    "allegation",
    "accusation",
    "assertion",
    "announcement",
    "warning",
    "promise",
    "pledge",
    "testimony",
    "admission",
    "denial",
];

/// A cue with more tokens has a gap, and whoever stands before it may belong to another verb.
const LONGEST_CUE: usize = 4;

/// Verbs before "to" under which a report is still to come: "is to report its results", "plans to announce".
const TO_COME: [&str; 22] = [
    "is",
    "are",
    "was",
    "were",
    "be",
    "due",
    "set",
    "expected",
    "plans",
    "planned",
    "planning",
    "unable",
    "able",
    "need",
    "needs",
    "needed",
    "likely",
    "ready",
    "scheduled",
    "how",
    "yet",
    "expect",
];

/// Acts that need no word said: a refusal, a search.
const WORDLESS: [&str; 7] = ["declin", "refus", "seek", "sought", "invit", "order", "offer"];

/// Finds the speakers of a document, and gives each attribution the name its source stands for.
pub(super) fn find(document: &Document, lexicon: &Lexicon, quoted: &[bool], facts: &mut Facts) {
    let people = People::read(document, lexicon, facts);
    let mut memory = Memory::new(document, lexicon, quoted, &people, facts);
    for (number, attribution) in facts.attributions.iter().enumerate() {
        let sentence = &document.sentences[attribution.sentence];
        if !document.kind_of(sentence).is_body() {
            continue;
        }
        let clause = Clause {
            document,
            lexicon,
            quoted,
            titled: false,
            tokens: sentence.tokens.clone(),
        };
        let speaks = says(&clause, attribution);
        match memory.who(&clause, attribution) {
            Found::Speakers(speakers) => {
                memory.note(number, attribution.sentence, &speakers, speaks);
                memory.note_asker(&clause, attribution, &speakers);
            }
            Found::Unnamed if speaks && attribution.class != CueClass::Thought => memory.unnamed.push(number),
            Found::Unnamed | Found::Nothing => {}
        }
    }
    let (speakers, names) = memory.done();
    for (attribution, name) in names {
        facts.attributions[attribution].source.name = Some(name);
    }
    facts.speakers = speakers;
}

/// "Written for her", "was referred to the police": what was done to the subject is nothing the subject said.
/// Who was quoted did speak.
fn is_passive(clause: &Clause<'_>, attribution: &Attribution, cue: &str) -> bool {
    let mut at = clause.document.tokens_in(attribution.cue).start;
    let word = cue.split_whitespace().next().unwrap_or_default();
    let participle = (word.ends_with("ed") || word.ends_with("en")) && word != "quoted";
    while at > clause.tokens.start && clause.ends(at - 1, "ly") {
        at -= 1;
    }
    let be = ["is", "are", "was", "were", "be", "been", "being"];
    participle && attribution.form == Form::Verb && at > 0 && be.iter().any(|w| clause.reads(at - 1, w))
}

/// Does somebody say something, so that it belongs in a table of who says so?
fn says(clause: &Clause<'_>, attribution: &Attribution) -> bool {
    let cue = lower_case(clause.document.words(attribution.cue));
    let any = |stems: &[&str]| stems.iter().any(|s| cue.starts_with(s));
    let next = clause.document.tokens_in(attribution.cue).end;
    let tokens = clause.document.tokens_in(attribution.cue);
    // "Seen by many as a friend", "thought to be lost": who says so is not the subject.
    // "Questioned by reporters, the minister said": those who ask tell nothing.
    let asked = attribution.form == Form::Passive && any(&["asked", "questioned", "pressed", "quizzed"]);
    // "Both agreed to sign": what they will do is no word on what is so.
    let undertaken =
        any(&["agree"]) && (clause.reads(next, "to") || clause.reads(next, "not") && clause.reads(next + 1, "to"));
    let to_come = tokens.start >= clause.tokens.start + 2
        && clause.reads(tokens.start - 1, "to")
        && TO_COME.iter().any(|w| clause.reads(tokens.start - 2, w));
    let hidden = is_passive(clause, attribution, &cue)
        || asked
        || undertaken
        || to_come
        || tokens.len() > 1 && any(&["seen", "thought", "believed", "viewed", "regarded"]);
    if hidden || tokens.len() > LONGEST_CUE {
        return false;
    }
    let told = match attribution.class {
        CueClass::Thought => any(&TOLD_THOUGHTS),
        // "His plan" is no report; "his claim that" and "a statement by" are.
        _ if attribution.form == Form::Noun => {
            any(&SAYINGS) && ["that", "by", "from"].iter().any(|w| clause.reads(next, w))
        }
        _ => !any(&WORDLESS),
    };
    told && !attribution.negated && !is_none(clause, attribution)
}

/// "None of the directors admits it", "no minister said so": nobody says anything.
fn is_none(clause: &Clause<'_>, attribution: &Attribution) -> bool {
    let source = clause.document.tokens_in(attribution.source.span);
    let none = ["none", "neither", "no"].iter().any(|w| clause.reads(source.start, w));
    let of = source.start >= clause.tokens.start + 2
        && clause.reads(source.start - 1, "of")
        && ["none", "neither"].iter().any(|w| clause.reads(source.start - 2, w));
    !source.is_empty() && (none || of)
}
