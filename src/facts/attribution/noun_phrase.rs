//! Noun phrases to the left and the right of a cue.

mod inverted;
mod opening;
mod parts;
mod subject;

use super::Clause;
use super::cue::{contracted, is_reporting_verb};
use super::source::is_name_word;
use crate::facts::Class;
use crate::text::TokenKind;
pub(super) use inverted::inverted;
pub(super) use opening::opening;
pub(super) use parts::is_of_many;
use parts::{before_age, before_moment, before_party, hangs_on_role, joins};
use std::ops::Range;
use subject::subject;

/// A subject further away than this belongs to another verb (methods: sources stand within 12 tokens).
const REACH: usize = 14;
/// An insertion between subject and verb ("Smith, who has led the body since 2012, said") longer than
/// this is a clause of its own. A witness is introduced at length: trade, street, years and what was seen.
const INSERTION: usize = 40;

/// The noun phrase that ends right before `at`, past auxiliaries, adverbs and one insertion.
pub(super) fn left(clause: &Clause<'_>, at: usize) -> Option<Range<usize>> {
    let mut end = at;
    while let Some(before) = clause.before(end) {
        let token = clause.token(before);
        let skipped = clause.is(before, Class::Auxiliary)
            || clause.is(before, Class::Negation)
            || clause.is(before, Class::Weekday)
            || contracted(clause, before)
            || (clause.reads(before, "on") && clause.is(end, Class::Weekday))
            || (clause.ends(before, "ly") && !token.is_capitalised() && !clause.is(before, Class::Role))
            || matches!(
                clause.words(before).to_ascii_lowercase().as_str(),
                "also"
                    | "then"
                    | "later"
                    | "now"
                    | "once"
                    | "even"
                    | "still"
                    | "just"
                    | "since"
                    | "again"
                    | "ever"
                    | "both"
                    | "all"
            );
        if !skipped {
            break;
        }
        end = before;
    }
    let end = before_moment(clause, end);
    let before = clause.before(end)?;
    let closing = clause.token(before);
    // "Falk - then an adviser to the mayor - said".
    if closing.is(',') || closing.is(')') || closing.is_dash() {
        let mark = closing.kind;
        let partner = match mark {
            TokenKind::Mark(')') => TokenKind::Mark('('),
            other => other,
        };
        let from = before.saturating_sub(INSERTION).max(clause.tokens.start);
        let open = (from..before).rev().find(|i| {
            let token = clause.token(*i);
            token.kind == partner && !clause.quoted[*i] && (!closing.is_dash() || token.is_dash())
        })?;
        return subject(clause, before_party(clause, open).unwrap_or(before_age(clause, open)));
    }
    subject(clause, end)
}

/// The noun phrase that ends at `end`.
pub(super) fn noun_phrase(clause: &Clause<'_>, end: usize) -> Option<Range<usize>> {
    let from = end.saturating_sub(REACH).max(clause.tokens.start);
    let mut start = end;
    for i in (from..end).rev() {
        let token = clause.token(i);
        if clause.quoted[i] {
            break;
        }
        let part = match token.kind {
            TokenKind::Word => {
                let connector = clause.is(i, Class::Preposition)
                    && start < end
                    && (hangs_on_role(clause, i) || clause.reads(i, "of"));
                let stops = clause.is(i, Class::Auxiliary)
                    || (clause.is(i, Class::Conjunction) && !joins(clause, i, start))
                    // "Lower than officials had said": what is compared stands outside.
                    || start < end && clause.reads(i, "than");
                (!clause.is(i, Class::Preposition) || connector || clause.opens_amount(i)) && !stops
            }
            TokenKind::Possessive | TokenKind::Number => true,
            TokenKind::Mark(mark) => matches!(mark, '-' | '.' | '&') && !token.spaced || is_of_many(clause, i),
        };
        if !part {
            break;
        }
        start = i;
        // A determiner or a pronoun opens the phrase, unless the phrase hangs on a preposition.
        let opens = clause.is(i, Class::Determiner) || clause.is(i, Class::PersonPronoun);
        let hangs = i > clause.tokens.start && clause.is(i - 1, Class::Preposition) && hangs_on_role(clause, i - 1);
        if opens && !hangs {
            break;
        }
    }
    while start < end
        && (clause.is(start, Class::Preposition) || clause.is(start, Class::Conjunction) || clause.token(start).is('-'))
        && !clause.opens_amount(start)
    {
        start += 1;
    }
    (start < end).then_some(start..end)
}

/// Prepositions before a time or a clause: "chanted protesters before they left".
const TIMES: [&str; 6] = ["before", "after", "until", "since", "during", "as"];

/// A reporting verb that is nothing else ends a noun phrase.
fn is_verb(clause: &Clause<'_>, at: usize) -> bool {
    let nouns = [
        Class::CueNoun,
        Class::Document,
        Class::Role,
        Class::Institution,
        Class::NounOrVerb,
    ];
    is_reporting_verb(clause, at) && !nouns.iter().any(|c| clause.is(at, *c))
}

/// The noun phrase that begins at `start`.
pub(super) fn right(clause: &Clause<'_>, start: usize) -> Option<Range<usize>> {
    let limit = (start + REACH).min(clause.tokens.end);
    let mut end = start;
    for i in start..limit {
        let token = clause.token(i);
        if clause.quoted[i] {
            break;
        }
        let part = match token.kind {
            TokenKind::Word => {
                let connector = clause.is(i, Class::Preposition)
                    && i > start
                    && !TIMES.iter().any(|w| clause.reads(i, w))
                    && (hangs_on_role(clause, i) || clause.reads(i, "of"));
                // "Moll backed off": behind a name a word in -ed is its verb.
                let does = i > start
                    && clause.token(i - 1).is_capitalised()
                    && clause.ends(i, "ed")
                    && !token.is_capitalised();
                // "According to the Oster police a man fled", "according to him the crane fell": a clause begins.
                let begins = i > start
                    && (["a", "an", "the"].iter().any(|w| clause.reads(i, w)) && ends_phrase(clause, i - 1)
                        || i == start + 1 && ["him", "them"].iter().any(|w| clause.reads(start, w)));
                let stops = clause.is(i, Class::Auxiliary)
                    || does
                    || begins
                    || (i > start && is_verb(clause, i))
                    || (clause.is(i, Class::Conjunction) && !(i + 1 < limit && joins(clause, i, i + 1)));
                (!clause.is(i, Class::Preposition) || connector) && !stops
            }
            TokenKind::Possessive | TokenKind::Number => true,
            TokenKind::Mark(mark) => {
                matches!(mark, '-' | '&') || mark == '.' && !token.spaced && i + 1 < limit || is_of_many(clause, i)
            }
        };
        if !part {
            break;
        }
        end = i + 1;
    }
    (start < end).then_some(start..end)
}

/// Is it a noun for somebody, or a name, with which a phrase can be over, so that "a" or "the" behind it opens another?
fn ends_phrase(clause: &Clause<'_>, at: usize) -> bool {
    let nouns = [
        Class::Role,
        Class::Institution,
        Class::Document,
        Class::Spokesperson,
        Class::VagueGroup,
    ];
    let small = [Class::Preposition, Class::Conjunction, Class::Determiner];
    // "Allegedly a man fled": an adverb with the sentence's capital is nobody.
    !clause.ends(at, "ly")
        && (clause.token(at).is_capitalised() || nouns.iter().any(|c| clause.is(at, *c)))
        && !small.iter().any(|c| clause.is(at, *c))
}

/// `by the ministry` behind a passive or a noun, within a few words.
pub(super) fn by_agent(clause: &Clause<'_>, from: usize) -> Option<Range<usize>> {
    let limit = (from + 5).min(clause.tokens.end);
    // "It was revealed that he paid for suits by Falk": what is revealed has an author of its own.
    // "Were told and were supported by officers": nor whoever does what a verb of its own tells.
    let mut near = (from..limit)
        .take_while(|i| !clause.reads(*i, "that") && (!clause.is(*i, Class::Auxiliary) || clause.reads(*i, "do")));
    let by = near.find(|i| clause.reads(*i, "by"))?;
    right(clause, by + 1).filter(|r| {
        r.clone().any(|i| {
            is_name_word(clause, i)
                || clause.is(i, Class::Role)
                || clause.is(i, Class::Institution)
                || clause.is(i, Class::VagueGroup)
                || clause.is(i, Class::PersonPronoun)
        })
    })
}

/// `Russia's` before a noun that reports.
pub(super) fn owner(clause: &Clause<'_>, at: usize) -> Option<Range<usize>> {
    let before = clause.before(at)?;
    if clause.token(before).kind == TokenKind::Possessive {
        return noun_phrase(clause, before);
    }
    matches!(
        clause.words(before).to_ascii_lowercase().as_str(),
        "his" | "her" | "their" | "its"
    )
    .then_some(before..at)
}

/// "With residents citing high rents": whoever stands between "with" and a participle does what it tells.
pub(super) fn within_with(clause: &Clause<'_>, at: usize) -> Option<Range<usize>> {
    let phrase = noun_phrase(clause, at)?;
    clause
        .before(phrase.start)
        .is_some_and(|b| clause.reads(b, "with"))
        .then_some(phrase)
}

/// The first noun phrase of the sentence before `at`, if it can speak.
pub(super) fn subject_of_sentence(clause: &Clause<'_>, at: usize) -> Option<Range<usize>> {
    // "Speaking in Harrowby, the mayor …": an opening phrase ends at its comma.
    let comma = clause
        .tokens
        .clone()
        .take_while(|i| *i < at)
        .find(|i| clause.token(*i).is(','));
    let opener = clause.first_word();
    let opening = clause.ends(opener, "ing")
        || [Class::Preposition, Class::Conjunction, Class::Opener]
            .iter()
            .any(|c| clause.is(opener, *c));
    let from = comma.filter(|_| opening).map_or(clause.tokens.start, |c| c + 1);
    let skipped = [Class::Preposition, Class::Conjunction, Class::Opener];
    let start = (from..at)
        .find(|i| !clause.quoted[*i] && clause.token(*i).is_word() && !skipped.iter().any(|c| clause.is(*i, *c)))?;
    let phrase = right(clause, start)?;
    let end = phrase.end.min(at);
    (start..end)
        .any(|i| {
            is_name_word(clause, i)
                || clause.is(i, Class::Role)
                || clause.is(i, Class::Institution)
                || clause.is(i, Class::VagueGroup)
                || clause.is(i, Class::PersonPronoun)
                || clause.is(i, Class::Document)
        })
        .then_some(start..end)
}
