//! How a form of a reporting verb stands in its sentence: as a noun, negated, passive.

use super::super::Clause;
use super::super::noun_phrase::left;
use super::super::source::{is_agents, is_name_word};
use super::is_reporting_verb;
use crate::facts::Class;
use crate::text::TokenKind;
use std::ops::Range;

/// Present-tense forms that are nouns more often than not are verbs only with a subject right before
/// them and something said right after.
pub(super) fn ends_as_noun(clause: &Clause<'_>, at: usize) -> bool {
    if !clause.is(at, Class::NounOrVerb) && !clause.is(at, Class::CueNoun) {
        return false;
    }
    if clause.ends(at, "ed") || clause.ends(at, "ing") {
        return false;
    }
    let Some(before) = clause.before(at) else { return true };
    let subject = clause.is(before, Class::PersonPronoun)
        || clause.is(before, Class::Role)
        || clause.is(before, Class::Institution)
        || clause.is(before, Class::VagueGroup)
        || clause.is(before, Class::Document)
        || clause.reads(before, "to")
        || (clause.token(before).is_capitalised() && clause.ends(at, "s"))
        || clause.is(before, Class::Auxiliary) && !clause.ends(at, "s")
        || agrees(clause, before, at)
        || follows_insertion(clause, before, at);
    // "…, records show, …" is over; "his family show, …" shows nothing.
    let many = clause.ends(before, "s") || clause.is(before, Class::Document);
    let is_over = clause.tokens.contains(&(at + 1)) && clause.token(at + 1).is(',');
    let breaks_off = is_over && !many && clause.is(at, Class::CueEvidence);
    let told = says_something(clause, at + 1) && !breaks_off || closes(clause, at);
    !(subject && told)
}

/// "…, the Harrow Observatory reports.": the end of a sentence that was what it reports.
fn closes(clause: &Clause<'_>, at: usize) -> bool {
    let next = at + 1;
    let ends = !clause.tokens.contains(&next) || clause.token(next).is('.') && next + 1 >= clause.tokens.end;
    let behind_comma = |subject: Range<usize>| clause.before(subject.start).is_some_and(|b| clause.token(b).is(','));
    clause.ends(at, "s") && ends && left(clause, at).is_some_and(behind_comma)
}

/// "Dems hope their", "polls show the", "allies fear a": a plural before a form without -s is its subject.
/// Behind a verb ("gives support to", "takes note that") the form is a noun.
fn agrees(clause: &Clause<'_>, before: usize, at: usize) -> bool {
    let plural = clause.ends(before, "s") && !["ss", "us", "is"].iter().any(|e| clause.ends(before, e));
    let person = clause.token(before).is_capitalised() || is_agents(clause, before);
    let object = clause.tokens.contains(&(at + 1))
        && (clause.is(at + 1, Class::Determiner) || clause.is(at + 1, Class::PersonPronoun));
    plural && !clause.ends(at, "s") && (person || object && !is_reporting_verb(clause, before))
}

/// "Falk, who has led the union since May, hopes the plan …": the subject stands before the insertion.
fn follows_insertion(clause: &Clause<'_>, before: usize, at: usize) -> bool {
    (clause.token(before).is(',') || clause.token(before).is(')'))
        && left(clause, at).is_some_and(|subject| {
            let last = subject.end - 1;
            let speakers = [Class::Role, Class::Institution, Class::Document, Class::VagueGroup];
            is_name_word(clause, last) || speakers.iter().any(|c| clause.is(last, *c))
        })
}

/// Does something follow that can be said: a clause, somebody, a quotation?
fn says_something(clause: &Clause<'_>, next: usize) -> bool {
    let classes = [
        Class::Determiner,
        Class::PersonPronoun,
        Class::VagueGroup,
        Class::Role,
        Class::PersonNoun,
        Class::NumberWord,
    ];
    let openers = ["that", "to", "whether", "how", "why", "what"];
    clause.tokens.contains(&next)
        && (classes.iter().any(|c| clause.is(next, *c))
            || openers.iter().any(|w| clause.reads(next, w))
            || clause.token(next).is_capitalised()
            || matches!(
                clause.token(next).kind,
                TokenKind::Number | TokenKind::Mark(',' | ':' | '"' | '\u{201c}')
            ))
}

/// "A tender expected next week", "help expected from Oster": what is expected stands before, and only its time is told.
fn is_due(clause: &Clause<'_>, at: usize) -> bool {
    let behind = ["next", "this", "later", "soon", "in", "on", "from", "at"];
    let due = clause.reads(at, "expected")
        && clause.tokens.contains(&(at + 1))
        && (clause.is(at + 1, Class::Weekday) || behind.iter().any(|w| clause.reads(at + 1, w)));
    due && clause.before(at).is_some_and(|b| is_thing(clause, b))
}

/// Words from "a" to what it names at most: "a member of the family called".
const NAMED_WITHIN: usize = 7;

/// "The man accused of arson" only tells which man; whoever is accused accuses nobody.
pub(super) fn only_tells_which(clause: &Clause<'_>, at: usize) -> bool {
    let person = |b: usize| clause.is(b, Class::Role) || clause.is(b, Class::PersonNoun) || is_agents(clause, b);
    // "A news site called the Estry Local": only its name.
    let named = ["called", "named", "titled", "entitled"]
        .iter()
        .any(|w| clause.reads(at, w));
    if named && names_a_thing(clause, at) || is_due(clause, at) {
        return true;
    }
    (clause.reads(at, "accused") || clause.reads(at, "suspected"))
        && clause.reads(at + 1, "of")
        && clause.before(at).is_some_and(person)
}

/// Behind "a" and a noun, and before a name that stands alone: "a group called the Estry Watch", but not "a senator
/// called Mr Falk a liar".
fn names_a_thing(clause: &Clause<'_>, at: usize) -> bool {
    let from = at.saturating_sub(NAMED_WITHIN).max(clause.tokens.start);
    let one = |i: &usize| ["a", "an", "another", "one"].iter().any(|w| clause.reads(*i, w));
    let opened = (from..at).rev().find(|i| clause.is(*i, Class::Determiner) || one(i));
    if !opened.is_some_and(|i| one(&i) && i + 1 < at) {
        return false;
    }
    let mut next = at + 1;
    let article = clause.reads(next, "the");
    next += usize::from(article);
    let first = next;
    while clause.tokens.contains(&next)
        && (clause.quoted[next] || clause.token(next).is_capitalised() || clause.token(next).is('.'))
    {
        next += 1;
    }
    next > first && !(clause.tokens.contains(&next) && clause.is(next, Class::Determiner))
}

/// "Sainsbury's said": a name that ends in 's, before a verb that is nothing else.
pub(super) fn names_a_shop(clause: &Clause<'_>, at: usize) -> bool {
    let owner = |s: usize| clause.before(s).is_some_and(|b| clause.token(b).is_capitalised());
    ["said", "says", "told", "added", "warned"]
        .iter()
        .any(|w| clause.reads(at, w))
        && clause
            .before(at)
            .is_some_and(|s| clause.token(s).kind == TokenKind::Possessive && owner(s))
        && !clause.before(at).is_some_and(|s| contracted(clause, s))
}

/// Is it the "'s" of "he's" and "who's", a verb?
pub(in crate::facts::attribution) fn contracted(clause: &Clause<'_>, at: usize) -> bool {
    clause.token(at).kind == TokenKind::Possessive
        && clause.token(at).span.len() > 1
        && clause.before(at).is_some_and(|b| {
            clause.is(b, Class::PersonPronoun) || ["that", "there", "what", "here"].iter().any(|w| clause.reads(b, w))
        })
}

/// Is there a "not" or "never" among the few words before, past auxiliaries and adverbs?
pub(super) fn is_negated(clause: &Clause<'_>, at: usize) -> bool {
    let mut i = at;
    while let Some(before) = clause.before(i) {
        if clause.is(before, Class::Negation) {
            return true;
        }
        // "Declined to confirm", "told not to testify": past its "to".
        let to = clause.reads(before, "to")
            && clause.before(before).is_some_and(|b| {
                clause.is(b, Class::Negation) || ["declined", "refused"].iter().any(|w| clause.reads(b, w))
            });
        let verb = to || clause.is(before, Class::Auxiliary) || contracted(clause, before);
        if !(verb || clause.ends(before, "ly")) {
            return matches!(
                clause.words(before).to_ascii_lowercase().as_str(),
                "declined" | "refused" | "without"
            );
        }
        i = before;
    }
    false
}

/// Could the word before be what the verb is about?
fn is_subject(clause: &Clause<'_>, at: usize) -> bool {
    let speaker = [
        Class::PersonPronoun,
        Class::Role,
        Class::Institution,
        Class::VagueGroup,
        Class::Auxiliary,
        Class::Document,
    ];
    clause.token(at).is_capitalised() || clause.ends(at, "ly") || speaker.iter().any(|c| clause.is(at, *c))
}

/// Participles of thought that stand behind a noun without "is": "a vote expected to pass".
const EXPECTED: [&str; 5] = ["expected", "believed", "considered", "intended", "presumed"];

/// Is it a noun for nobody, as "vote" in "a vote expected to pass" and unlike "voters expected to win"?
fn is_thing(clause: &Clause<'_>, at: usize) -> bool {
    clause.token(at).is_word()
        && !is_subject(clause, at)
        && !is_agents(clause, at)
        && !clause.is(at, Class::PersonNoun)
        && !clause.is(at, Class::Conjunction)
}

/// What is put to somebody, who then speaks.
const PUT: [&str; 7] = [
    "asked",
    "told",
    "pressed",
    "questioned",
    "reminded",
    "informed",
    "warned",
];

/// Is it a participle of what is put to somebody?
pub(in crate::facts::attribution) fn is_put(clause: &Clause<'_>, at: usize) -> bool {
    PUT.iter().any(|w| clause.reads(at, w))
}

/// A form of "be" before a participle: somebody is said to, expected to, accused.
pub(super) fn is_passive(clause: &Clause<'_>, at: usize) -> bool {
    if !(clause.ends(at, "ed")
        || matches!(
            clause.words(at),
            "said" | "told" | "known" | "thought" | "found" | "seen" | "shown" | "understood" | "heard" | "forecast"
        ))
    {
        return false;
    }
    // "Worried about", "opposed to": what somebody feels is no passive.
    if clause.is(at, Class::StanceAdjective) {
        return false;
    }
    // "Asked on Monday, he said", "when told of it": whoever asked or told is not named.
    let opens = |before: Option<usize>| match before {
        Some(b) => ["when", "if", "whenever", "once"].iter().any(|w| clause.reads(b, w)),
        None => clause.token(at).is_capitalised(),
    };
    if is_put(clause, at) && opens(clause.before(at)) {
        return true;
    }
    // "Charged with murder": those who charge somebody charge him with it.
    if clause.reads(at, "charged") {
        return true;
    }
    // "Asked whether …", "a valley known as …", "a man accused of …": a passive without its verb.
    let reduced = ["as", "of", "about", "whether", "why", "how", "if"]
        .iter()
        .any(|w| clause.reads(at + 1, w));
    let opens = clause
        .before(at)
        .is_none_or(|b| clause.token(b).is(',') || !is_subject(clause, b));
    // "A vote expected to pass": nobody expects it by name.
    let expected = clause.reads(at + 1, "to") && EXPECTED.iter().any(|w| clause.reads(at, w));
    if expected && clause.before(at).is_some_and(|b| is_thing(clause, b)) {
        return true;
    }
    // "…, said of the minister": who says it stands before the comma.
    if reduced && opens && (!clause.is(at, Class::CueNeutral) || clause.reads(at + 1, "as")) {
        return true;
    }
    let mut i = at;
    while let Some(before) = clause.before(i) {
        let words = clause.words(before).to_ascii_lowercase();
        // "as cited in reports" names nobody either.
        if i == at && words == "as" {
            return true;
        }
        let be = matches!(
            words.as_str(),
            "is" | "are" | "was" | "were" | "be" | "been" | "being" | "get" | "got" | "'s"
        );
        if be && !names_a_shop(clause, at) || contracted(clause, before) {
            return true;
        }
        // "Were ordered or urged to leave": the first of the two stands behind the verb.
        let paired =
            clause.is(before, Class::Conjunction) && clause.before(before).is_some_and(|b| clause.ends(b, "ed"));
        if paired && i == at {
            i = before - 1;
            continue;
        }
        if !(clause.is(before, Class::Auxiliary)
            || clause.ends(before, "ly")
            || clause.is(before, Class::Negation)
            || matches!(words.as_str(), "also" | "widely" | "still" | "now" | "either" | "both"))
        {
            return false;
        }
        i = before;
    }
    false
}
