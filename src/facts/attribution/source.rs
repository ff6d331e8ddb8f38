//! The words for a source, and what sort of source they name.

use super::cue::{Cue, Form};
use super::{Clause, CueClass, Source, SourceKind};
use crate::facts::Class;
use crate::text::{Span, TokenKind};
use std::ops::Range;

/// A subject further away than this belongs to another verb (methods: sources stand within 12 tokens).
const REACH: usize = 14;
/// An insertion between subject and verb ("Smith, who has led the body since 2012, said") longer than
/// this is a clause of its own.
const INSERTION: usize = 28;

/// The tokens of the source, if the sentence names one.
pub(super) fn of(clause: &Clause<'_>, cue: &Cue) -> Option<Range<usize>> {
    match cue.form {
        Form::AccordingTo => right(clause, cue.tokens.end),
        Form::Adverb => None,
        Form::Passive => by_agent(clause, cue.tokens.end),
        Form::Noun => by_agent(clause, cue.tokens.end).or_else(|| owner(clause, cue.tokens.start)),
        Form::Participle => subject_of_sentence(clause, cue.tokens.start),
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

/// What sort of source these words name.
fn kind(clause: &Clause<'_>, cue: &Cue, tokens: &Range<usize>) -> SourceKind {
    let has = |class: Class| {
        tokens
            .clone()
            .any(|i| clause.is(i, class) && !clause.token(i).is_capitalised())
    };
    let capitals = tokens.clone().filter(|i| is_name_word(clause, *i)).count();
    let head = head(clause, tokens);
    if clause.is(tokens.start, Class::PersonPronoun) && tokens.len() == 1 {
        return if matches!(clause.words(tokens.start).to_ascii_lowercase().as_str(), "it" | "we") {
            SourceKind::Institution
        } else {
            SourceKind::Named
        };
    }
    let person_role = clause.is(head, Class::Role) && !clause.token(head).is_capitalised();
    if clause.is(head, Class::VagueGroup) && !(clause.is(head, Class::Role) && capitals > 0) {
        return SourceKind::Vague;
    }
    if clause.is(head, Class::Document) && !clause.token(head).is_capitalised() {
        return if capitals > 0 || has(Class::Institution) {
            SourceKind::Institution
        } else {
            SourceKind::Vague
        };
    }
    if person_role {
        // "Moscow mayor Sergei Sobyanin": the name follows the role.
        let named = (head + 1..tokens.end).filter(|i| is_name_word(clause, *i)).count();
        return if named > 0 && !clause.is(head + 1, Class::Preposition) {
            SourceKind::Named
        } else {
            SourceKind::Anonymous
        };
    }
    if capitals > 0 {
        let body = tokens.clone().any(|i| clause.is(i, Class::Institution));
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

fn is_name_word(clause: &Clause<'_>, at: usize) -> bool {
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
    if is_name_word(clause, last) {
        if let Some(role) = (tokens.start..last)
            .rev()
            .find(|i| clause.is(*i, Class::Role) && !clause.token(*i).is_capitalised())
        {
            return role;
        }
    }
    last
}

/// The noun phrase that ends right before `at`, past auxiliaries, adverbs and one insertion.
fn left(clause: &Clause<'_>, at: usize) -> Option<Range<usize>> {
    let mut end = at;
    while let Some(before) = clause.before(end) {
        let token = clause.token(before);
        let skipped = clause.is(before, Class::Auxiliary)
            || clause.is(before, Class::Negation)
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
    let before = clause.before(end)?;
    if clause.token(before).is(',')
        || clause.token(before).is(')')
        || matches!(clause.token(before).kind, TokenKind::Mark('–' | '—'))
    {
        let mark = clause.token(before).kind;
        let partner = match mark {
            TokenKind::Mark(')') => TokenKind::Mark('('),
            other => other,
        };
        let from = before.saturating_sub(INSERTION).max(clause.tokens.start);
        let open = (from..before)
            .rev()
            .find(|i| clause.token(*i).kind == partner && !clause.quoted[*i])?;
        return noun_phrase(clause, open);
    }
    noun_phrase(clause, end)
}

/// The noun phrase that ends at `end`.
fn noun_phrase(clause: &Clause<'_>, end: usize) -> Option<Range<usize>> {
    let from = end.saturating_sub(REACH).max(clause.tokens.start);
    let mut start = end;
    for i in (from..end).rev() {
        let token = clause.token(i);
        if clause.quoted[i] {
            break;
        }
        let part = match token.kind {
            TokenKind::Word => {
                let connector = clause.is(i, Class::Preposition) && start < end && i > from;
                let stops =
                    clause.is(i, Class::Auxiliary) || (clause.is(i, Class::Conjunction) && !joins(clause, i, start));
                (!clause.is(i, Class::Preposition) || connector) && !stops
            }
            TokenKind::Possessive | TokenKind::Number => true,
            TokenKind::Mark(mark) => matches!(mark, '-' | '.' | '&') && !token.spaced,
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
    {
        start += 1;
    }
    (start < end).then_some(start..end)
}

/// Does "and" join two names or two roles?
fn joins(clause: &Clause<'_>, at: usize, next: usize) -> bool {
    clause.reads(at, "and")
        && clause.before(at).is_some_and(|b| {
            (clause.token(b).is_capitalised() && clause.token(next).is_capitalised())
                || (clause.is(b, Class::Role) && clause.is(next, Class::Role))
        })
}

/// Is the preposition at `at` part of "a spokesman for the ministry"?
fn hangs_on_role(clause: &Clause<'_>, at: usize) -> bool {
    clause.before(at).is_some_and(|b| {
        clause.is(b, Class::Role)
            || clause.is(b, Class::Institution)
            || clause.is(b, Class::VagueGroup)
            || clause.is(b, Class::Document)
            || clause.is(b, Class::NumberWord)
    })
}

/// `said Smith`, `added the minister`: after a quotation or a comma, with the subject behind the verb.
fn inverted(clause: &Clause<'_>, cue: &Cue) -> Option<Range<usize>> {
    let before = clause.before(cue.tokens.start)?;
    let mark = clause.token(before);
    let after_speech = clause.quoted[before] || mark.is(',') || mark.is('?') || mark.is('!');
    if !after_speech || !clause.tokens.contains(&cue.tokens.end) {
        return None;
    }
    let next = cue.tokens.end;
    let subject = clause.token(next).is_capitalised()
        || clause.is(next, Class::Determiner)
        || clause.is(next, Class::PersonPronoun)
        || clause.is(next, Class::Role)
        || clause.is(next, Class::VagueGroup);
    subject.then(|| right(clause, next)).flatten()
}

/// The noun phrase that begins at `start`.
fn right(clause: &Clause<'_>, start: usize) -> Option<Range<usize>> {
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
                    && (hangs_on_role(clause, i) || clause.reads(i, "of"));
                let stops = clause.is(i, Class::Auxiliary)
                    || (clause.is(i, Class::Conjunction) && !(i + 1 < limit && joins(clause, i, i + 1)));
                (!clause.is(i, Class::Preposition) || connector) && !stops
            }
            TokenKind::Possessive | TokenKind::Number => true,
            TokenKind::Mark(mark) => matches!(mark, '-' | '&') || (mark == '.' && !token.spaced && i + 1 < limit),
        };
        if !part {
            break;
        }
        end = i + 1;
    }
    (start < end).then_some(start..end)
}

/// `by the ministry` behind a passive or a noun, within a few words.
fn by_agent(clause: &Clause<'_>, from: usize) -> Option<Range<usize>> {
    let limit = (from + 5).min(clause.tokens.end);
    let by = (from..limit).find(|i| clause.reads(*i, "by") || clause.reads(*i, "from"))?;
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
fn owner(clause: &Clause<'_>, at: usize) -> Option<Range<usize>> {
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

/// The first noun phrase of the sentence before `at`, if it can speak.
fn subject_of_sentence(clause: &Clause<'_>, at: usize) -> Option<Range<usize>> {
    let start = clause.tokens.clone().take_while(|i| *i < at).find(|i| {
        !clause.quoted[*i]
            && clause.token(*i).is_word()
            && !clause.is(*i, Class::Preposition)
            && !clause.is(*i, Class::Conjunction)
    })?;
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
