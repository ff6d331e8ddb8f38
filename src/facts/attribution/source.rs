//! The words for a source, and what sort of source they name.

use super::cue::Cue;
use super::noun_phrase::{by_agent, inverted, left, owner, right, subject_of_sentence, within_with};
use super::{Clause, CueClass, Form, Source, SourceKind};
use crate::facts::Class;
use crate::text::{Span, TokenKind};
use std::ops::Range;

/// The tokens of the source, if the sentence names one.
pub(super) fn of(clause: &Clause<'_>, cue: &Cue) -> Option<Range<usize>> {
    match cue.form {
        Form::AccordingTo => right(clause, cue.tokens.end),
        Form::Adverb => None,
        Form::Passive => by_agent(clause, cue.tokens.end),
        Form::Noun => by_agent(clause, cue.tokens.end).or_else(|| owner(clause, cue.tokens.start)),
        Form::Participle => {
            within_with(clause, cue.tokens.start).or_else(|| subject_of_sentence(clause, cue.tokens.start))
        }
        Form::Verb => inverted(clause, cue)
            .or_else(|| left(clause, cue.tokens.start))
            .or_else(|| subject_of_sentence(clause, cue.tokens.start)),
    }
}

/// The source with its kind; the content is handed through for cues that name nobody.
pub(super) fn describe(clause: &Clause<'_>, cue: &Cue, source: Option<Range<usize>>, content: Span) -> (Source, Span) {
    let Some(tokens) = source.filter(|t| !t.is_empty()) else {
        let at = clause.document.span_of(cue.tokens.clone()).start;
        let kind = match cue.form {
            Form::Passive | Form::Adverb | Form::Noun => SourceKind::Vague,
            _ => SourceKind::Named,
        };
        // A verb without a subject in sight continues the speech of whoever spoke before.
        return (
            Source {
                span: Span { start: at, end: at },
                kind,
                name: None,
            },
            content,
        );
    };
    let kind = kind(clause, cue, &tokens);
    (
        Source {
            span: clause.document.span_of(tokens),
            kind,
            name: None,
        },
        content,
    )
}

/// Is the subject a thing that shows or stresses nothing on anybody's word? "His harsh words clarify",
/// "these strikes demonstrate": the writer is reading signs.
pub(super) fn cannot_speak(clause: &Clause<'_>, cue: &Cue, source: Option<&Range<usize>>) -> bool {
    let Some(tokens) = source.filter(|t| !t.is_empty()) else {
        return false;
    };
    if !matches!(cue.class, CueClass::Evidence | CueClass::Assertive | CueClass::Act) || cue.form == Form::Noun {
        return false;
    }
    // "The motion argues that", "the two admit that": what is argued in a clause of its own is somebody's word;
    // but a look at the figures only suggests, and hints.
    let argues = clause.reads(cue.tokens.end, "that") && !clause.is(cue.tokens.start, Class::CueEvidence);
    if argues && cue.class != CueClass::Evidence {
        return false;
    }
    let head = head(clause, tokens);
    let speaker = [
        Class::Document,
        Class::Role,
        Class::Institution,
        Class::VagueGroup,
        Class::PersonPronoun,
        Class::CueNoun,
    ];
    let owned = tokens.clone().any(|i| clause.token(i).kind == TokenKind::Possessive);
    !speaker.iter().any(|c| clause.is(head, *c))
        && !is_agents(clause, head)
        && !SHARES.iter().any(|w| clause.reads(head, w))
        && (!is_name_word(clause, head) || owned && !clause.token(head).is_capitalised())
}

/// Parts of a crowd: "only a quarter of Britons agree", "two thirds oppose it".
const SHARES: [&str; 9] = [
    "half", "third", "thirds", "quarter", "quarters", "percent", "majority", "minority", "dozens",
];

/// Ends of nouns for people, in the plural: backers, organists, Norwegians, migrants.
const AGENTS: [&str; 7] = ["ers", "ors", "ists", "ians", "ants", "eers", "eurs"];
/// Nouns with such endings that are nobody.
const NO_AGENTS: [&str; 16] = [
    "numbers", "papers", "orders", "matters", "letters", "offers", "powers", "waters", "quarters", "chapters",
    "factors", "sectors", "errors", "doors", "answers", "murders",
];

/// Is it a noun for people by its ending?
pub(super) fn is_agents(clause: &Clause<'_>, at: usize) -> bool {
    AGENTS.iter().any(|e| clause.ends(at, e)) && !NO_AGENTS.iter().any(|w| clause.reads(at, w))
}

/// Is it a noun for people that is no plural: "staff at the clinic"?
pub(super) fn is_crowd(clause: &Clause<'_>, at: usize) -> bool {
    ["staff", "crew", "management"].iter().any(|w| clause.reads(at, w))
}

/// What sort of source these words name.
fn kind(clause: &Clause<'_>, cue: &Cue, tokens: &Range<usize>) -> SourceKind {
    let has = |class: Class| {
        tokens
            .clone()
            .any(|i| clause.is(i, class) && !clause.token(i).is_capitalised())
    };
    if tokens.len() == 1 && ["him", "her", "them"].iter().any(|w| clause.reads(tokens.start, w)) {
        return SourceKind::Named;
    }
    let capitals = tokens.clone().filter(|i| is_name_word(clause, *i)).count();
    let head = head(clause, tokens);
    if clause.is(tokens.start, Class::PersonPronoun) && tokens.len() == 1 {
        return if matches!(clause.words(tokens.start).to_ascii_lowercase().as_str(), "it" | "we") {
            SourceKind::Institution
        } else {
            SourceKind::Named
        };
    }
    // "The mayor's spokesman", "Ms Moll's spokesman": the mouth of somebody else.
    let owned = head > tokens.start && clause.token(head - 1).kind == TokenKind::Possessive
        || head > tokens.start + 1 && clause.token(head - 2).kind == TokenKind::Possessive;
    if clause.is(head, Class::Spokesperson) && (capitals == 0 || owned) {
        return SourceKind::Institution;
    }
    if is_the_police(clause, tokens) {
        return SourceKind::Institution;
    }
    // "Officials noted": the capital is the sentence's, not a name's.
    let person_role = clause.is(head, Class::Role) && (!clause.token(head).is_capitalised() || capitals == 0);
    // "Legal experts said": the capital of the first word is the sentence's.
    let opens = tokens.start == clause.first_word() && head > tokens.start && is_name_word(clause, tokens.start);
    if clause.is(head, Class::VagueGroup) && !(clause.is(head, Class::Role) && capitals > usize::from(opens)) {
        // "Two analysts, Ida Moll and Ruben Falk, said".
        let beside = tokens.end + 1;
        let named = beside + 1 < clause.tokens.end
            && clause.token(tokens.end).is(',')
            && is_name_word(clause, beside)
            && is_name_word(clause, beside + 1);
        return if named { SourceKind::Named } else { SourceKind::Vague };
    }
    if (clause.is(head, Class::Document) || clause.is(head, Class::CueNoun)) && !clause.token(head).is_capitalised() {
        return if capitals > 0 || has(Class::Institution) {
            SourceKind::Institution
        } else {
            SourceKind::Vague
        };
    }
    if person_role {
        // "The mayor, Ida Moll, said": the name stands beside the role.
        let beside = tokens.end + 1;
        if beside < clause.tokens.end && clause.token(tokens.end).is(',') && is_name_word(clause, beside) {
            return SourceKind::Named;
        }
        // "Moscow mayor Sergei Sobyanin": the name follows the role.
        let named = (head + 1..tokens.end).filter(|i| is_name_word(clause, *i)).count();
        // "Officer for fisheries Ida Moll": the office has its field, and then comes the name.
        let full = ends_in_full_name(clause, tokens);
        return if named > 0 && (full || !clause.is(head + 1, Class::Preposition)) {
            SourceKind::Named
        } else {
            SourceKind::Anonymous
        };
    }
    if capitals > 0 {
        // "Moscow", "the United Party": a body. A state before a person ("Russia's Putin") is one name of two.
        let states = tokens.clone().filter(|i| clause.is(*i, Class::State)).count();
        // "Deputy Commissioner of Police Ida Moll": the body is the office's, and the name at the end a person's.
        if is_officer_by_name(clause, tokens) {
            return SourceKind::Named;
        }
        let body = states == capitals || own_words(clause, tokens).any(|i| clause.is(i, Class::Institution));
        return if body {
            SourceKind::Institution
        } else {
            SourceKind::Named
        };
    }
    if has(Class::Institution) {
        return SourceKind::Institution;
    }
    if has(Class::Role) {
        return SourceKind::Anonymous;
    }
    match cue.class {
        CueClass::Evidence => SourceKind::Institution,
        _ => SourceKind::Vague,
    }
}

/// "Officers said": the police, in the words of British desks.
pub(super) fn is_the_police(clause: &Clause<'_>, tokens: &Range<usize>) -> bool {
    tokens.len() == 1 && clause.reads(tokens.start, "officers")
}

/// Do the words end in a common first name and a surname?
fn ends_in_full_name(clause: &Clause<'_>, tokens: &Range<usize>) -> bool {
    let given = tokens.end.checked_sub(2).filter(|at| tokens.contains(at));
    given.is_some_and(|at| clause.is(at, Class::GivenName) && is_name_word(clause, at) && is_name_word(clause, at + 1))
}

/// An office, "of", its body, and two words of a name or more.
fn is_officer_by_name(clause: &Clause<'_>, tokens: &Range<usize>) -> bool {
    let body = tokens.clone().rev().find(|i| clause.is(*i, Class::Institution));
    // "Minister for Health Mark Butler": a common first name and a surname end it.
    if ends_in_full_name(clause, tokens) {
        let of = tokens
            .clone()
            .find(|i| clause.reads(*i, "of") || clause.reads(*i, "for"));
        return of.is_some_and(|of| of > tokens.start && clause.is_office(of - 1));
    }
    let mut names = body.map_or(tokens.end, |body| body + 1)..tokens.end;
    let of = tokens.clone().find(|i| clause.reads(*i, "of"));
    let office = of.is_some_and(|of| of > tokens.start && clause.is(of - 1, Class::Role) && of < names.start);
    office && names.len() >= 2 && names.all(|i| is_name_word(clause, i))
}

/// The words for the source itself: "Ida Moll" of "Ida Moll of Harrow Bank" and of "Harrow Bank's Ida Moll".
fn own_words(clause: &Clause<'_>, tokens: &Range<usize>) -> Range<usize> {
    let owned = tokens
        .clone()
        .rev()
        .find(|i| clause.token(*i).kind == TokenKind::Possessive && i + 1 < tokens.end);
    let start = owned.map_or(tokens.start, |i| i + 1);
    let person = is_name_word(clause, start) && start + 1 < tokens.end && is_name_word(clause, start + 1);
    let behind = (start..tokens.end).find(|i| *i > start && clause.is(*i, Class::Preposition));
    match behind {
        Some(end) if person => start..end,
        _ if person => start..tokens.end,
        _ => tokens.clone(),
    }
}

/// Is it a word of a name? At the start of a sentence a capital says little.
pub(super) fn is_name_word(clause: &Clause<'_>, at: usize) -> bool {
    let opens = at == clause.tokens.start || clause.token(at - 1).kind == TokenKind::Mark('\u{201d}');
    clause.token(at).is_capitalised()
        && !clause.is(at, Class::Determiner)
        && !clause.is(at, Class::PersonPronoun)
        && !(opens
            && (clause.is(at, Class::VagueGroup)
                || clause.is(at, Class::Role)
                || clause.is(at, Class::Preposition)
                || clause.is(at, Class::Conjunction)))
}

/// The word that the source is about: the last before a preposition or the end.
fn head(clause: &Clause<'_>, tokens: &Range<usize>) -> usize {
    let stop = tokens
        .clone()
        .skip(1)
        .find(|i| clause.is(*i, Class::Preposition) || clause.token(*i).is(','));
    let end = stop.unwrap_or(tokens.end);
    // "defence officials", "officials": the last noun; but a role before a name is the head of it.
    let last = end - 1;
    if is_name_word(clause, last)
        && let Some(role) = (tokens.start..last)
            .rev()
            .find(|i| clause.is(*i, Class::Role) && !clause.token(*i).is_capitalised())
    {
        return role;
    }
    last
}
