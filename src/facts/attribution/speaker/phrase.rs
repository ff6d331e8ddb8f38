//! What the words for a source are: names, words for somebody, a pronoun, or a scrap of a clause.

use super::super::Clause;
use super::super::cue::is_reporting_verb;
use super::super::noun_phrase::noun_phrase;
use super::agent::is_agent;
use crate::facts::{Class, NameMention};
use crate::text::{Case, TokenKind};
use std::ops::Range;

/// Who a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    She,
    They,
    It,
}

/// The names of an article, and for each bearer whether a mention proves that it is a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    pub(super) all: &'a [NameMention],
    pub(super) proved: &'a [bool],
}

/// The words for a source, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// Names, by number; more than one speak together.
    Names(Vec<usize>),
    /// A noun phrase about its head: "a spokesman for the ministry".
    Words {
        tokens: Range<usize>,
        head: usize,
    },
    Pronoun(Pronoun),
    /// "Some", "many", "one of them": nobody in particular.
    Quantity,
    /// The writer, or the reader: nobody is reported.
    Writer,
    /// A scrap of a clause: the words name nobody.
    Scrap,
}

/// Words for an amount of people.
const QUANTITIES: [&str; 16] = [
    "some",
    "many",
    "others",
    "several",
    "most",
    "few",
    "one",
    "both",
    "all",
    "none",
    "everyone",
    "everybody",
    "someone",
    "somebody",
    "nobody",
    "those",
];
/// Documents without a plural.
const MASSES: [&str; 6] = ["data", "footage", "research", "testimony", "media", "analysis"];
/// Ends of words that are no name though they open a sentence with a capital.
const ABSTRACT: [&str; 10] = [
    "ence", "ance", "ness", "ess", "tion", "sion", "ity", "ment", "ism", "ly",
];
/// A phrase behind its head is cut after so many words: "a member of the board of the port's owner".
const TAIL: usize = 8;

/// Reads the words of a source.
pub(super) fn read(clause: &Clause<'_>, named: Named<'_>, tokens: Range<usize>) -> Phrase {
    let tokens = trimmed(clause, tokens);
    if tokens.is_empty() {
        return Phrase::Scrap;
    }
    let first = lower(clause, tokens.start);
    match first.as_str() {
        "he" | "his" => return Phrase::Pronoun(Pronoun::He),
        "she" => return Phrase::Pronoun(Pronoun::She),
        "her" if tokens.len() == 1 => return Phrase::Pronoun(Pronoun::She),
        "they" => return Phrase::Pronoun(Pronoun::They),
        "their" if tokens.len() == 1 => return Phrase::Pronoun(Pronoun::They),
        "it" | "its" if tokens.len() == 1 => return Phrase::Pronoun(Pronoun::It),
        "i" | "we" | "you" | "my" | "our" | "your" | "me" | "us" => return Phrase::Writer,
        _ if ["i\u{2019}", "i'", "we\u{2019}", "we'", "you\u{2019}", "you'"]
            .iter()
            .any(|w| first.starts_with(w)) =>
        {
            return Phrase::Writer;
        }
        "who" | "which" | "that" | "whom" | "whose" => return before_relative(clause, named, tokens.start),
        _ => {}
    }
    // "The Wall Street Journal which": the pronoun repeats what stands before it.
    let last = lower(clause, tokens.end - 1);
    let tokens = if matches!(last.as_str(), "who" | "which" | "that") && tokens.len() > 1 {
        tokens.start..tokens.end - 1
    } else {
        tokens
    };
    of(clause, named, tokens)
}

/// What "who" stands for: the phrase before it, past its comma.
fn before_relative(clause: &Clause<'_>, named: Named<'_>, at: usize) -> Phrase {
    let mut end = at;
    while end > clause.tokens.start && clause.token(end - 1).is(',') {
        end -= 1;
    }
    match noun_phrase(clause, end) {
        Some(range) => {
            let range = trimmed(clause, range);
            if range.is_empty() {
                Phrase::Scrap
            } else {
                of(clause, named, range)
            }
        }
        None => Phrase::Scrap,
    }
}

/// Reads a noun phrase that begins with no pronoun.
fn of(clause: &Clause<'_>, named: Named<'_>, tokens: Range<usize>) -> Phrase {
    let names = named.all;
    let from = names.partition_point(|n| n.tokens.start < tokens.start);
    let inside: Vec<usize> = (from..names.len())
        .take_while(|n| names[*n].tokens.end <= tokens.end)
        .filter(|n| !names[*n].possessive && !is_common(clause, &names[*n]))
        .collect();
    if is_quantity(clause, &tokens) {
        return Phrase::Quantity;
    }
    // "Reports in the Harrowby Post", "a leader of the union": what hangs on a preposition is not the head.
    let until = inside.first().map_or(tokens.end, |n| names[*n].tokens.start);
    if let Some(head) = (tokens.start..until).find(|i| is_noun(clause, *i) && is_preposition(clause, i + 1)) {
        let whose = |n: &&usize| names[**n].tokens.end == tokens.end && !clause.reads(head + 1, "of");
        let body = inside
            .first()
            .filter(|_| clause.is(head, Class::Document))
            .filter(whose);
        return match body {
            Some(body) => Phrase::Names(vec![*body]),
            None => words(clause, tokens, head),
        };
    }
    let Some(last) = inside.last().map(|n| &names[*n]) else {
        let Some(head) = head(clause, tokens.clone()) else {
            return Phrase::Scrap;
        };
        return words(clause, tokens, head);
    };
    // "The Ministry of Fisheries": one body of two names.
    if let [.., one, two] = inside.as_slice() {
        let (one, two) = (&names[*one], &names[*two]);
        let of = one.tokens.end + 1 == two.tokens.start && clause.reads(one.tokens.end, "of");
        if of && clause.is(one.tokens.end - 1, Class::Institution) {
            return Phrase::Words {
                tokens: one.tokens.start..two.tokens.end,
                head: one.tokens.end - 1,
            };
        }
    }
    // "Holm campaign strategists": the name only tells whose they are.
    let behind = last.tokens.end..tokens.end;
    let hyphen = |i: usize| clause.token(i).is('-');
    let stop = behind
        .clone()
        .find(|i| !(clause.token(*i).is_word() || hyphen(*i)) || stops(clause, *i));
    if let Some(head) = head(clause, behind.start..stop.unwrap_or(behind.end)) {
        return words(clause, tokens, head);
    }
    let speakers: Vec<usize> = match inside.as_slice() {
        [.., one, two] if joined(clause, &names[*one], &names[*two]) => vec![*one, *two],
        [.., one] => vec![*one],
        [] => Vec::new(),
    };
    let stands = |n: &usize| stands_up(clause, named, &names[*n]);
    if speakers.iter().all(stands) {
        Phrase::Names(speakers)
    } else {
        Phrase::Scrap
    }
}

/// Is it a common noun whose capital opens the sentence: "Ministers said"?
fn is_common(clause: &Clause<'_>, name: &NameMention) -> bool {
    name.opens && name.len() == 1 && is_noun(clause, name.tokens.start)
}

/// "Moll and Falk".
fn joined(clause: &Clause<'_>, one: &NameMention, two: &NameMention) -> bool {
    one.tokens.end + 1 == two.tokens.start && clause.reads(one.tokens.end, "and")
}

/// Is it a name, and not a word whose capital only opens the sentence?
fn stands_up(clause: &Clause<'_>, named: Named<'_>, name: &NameMention) -> bool {
    let word = clause.document.words(name.span);
    named.proved.get(name.bearer).is_some_and(|p| *p)
        || !ABSTRACT.iter().any(|e| word.ends_with(e)) && is_cue_near(clause, name.tokens.end)
}

/// Does a verb that reports follow at once, or past an auxiliary?
fn is_cue_near(clause: &Clause<'_>, at: usize) -> bool {
    (at..(at + 2).min(clause.tokens.end)).any(|i| is_reporting_verb(clause, i))
}

/// The words of a phrase from its determiner to the end of what hangs on its head.
fn words(clause: &Clause<'_>, tokens: Range<usize>, head: usize) -> Phrase {
    let mut start = head;
    while start > tokens.start {
        let at = start - 1;
        let asks = clause.is(at, Class::Opener) && !clause.token(at).is_capitalised();
        if clause.is(at, Class::PersonPronoun) || stops(clause, at) || is_preposition(clause, at) || asks {
            break;
        }
        if !matches!(
            clause.token(at).kind,
            TokenKind::Word | TokenKind::Number | TokenKind::Possessive
        ) && !clause.token(at).is('-')
            && !clause.token(at).is('.')
        {
            break;
        }
        start = at;
        // "featured five vintage photos" is no phrase: a verb stands before the determiner.
        if clause.is(at, Class::Determiner) {
            break;
        }
    }
    let verb = (start + 1..head).any(|i| {
        clause.ends(i, "ed")
            && (clause.is(i + 1, Class::Determiner)
                || clause.is(i + 1, Class::NumberWord)
                || clause.token(i + 1).kind == TokenKind::Number)
    });
    if verb {
        return Phrase::Scrap;
    }
    // "Hate speech": a sort of thing; "a report", "reports", "data" are things at hand.
    let at_hand = clause.ends(head, "s") || MASSES.iter().any(|w| clause.reads(head, w));
    let bare = !(start..head).any(|i| {
        clause.is(i, Class::Determiner) || clause.token(i).is_capitalised() || clause.token(i).kind != TokenKind::Word
    });
    if clause.is(head, Class::Document) && bare && !at_hand {
        return Phrase::Scrap;
    }
    let mut end = head + 1;
    if is_preposition(clause, end) && end < tokens.end {
        let limit = tokens.end.min(end + TAIL);
        let verb =
            |i: usize| clause.ends(i, "ed") && !clause.is(i - 1, Class::Determiner) && !clause.token(i - 1).is('-');
        let stop = (end + 1..limit).find(|i| stops(clause, *i) || clause.token(*i).is(',') || verb(*i));
        let mut last = stop.unwrap_or(limit);
        while last > end && (is_preposition(clause, last - 1) || clause.is(last - 1, Class::Determiner)) {
            last -= 1;
        }
        end = last.max(end);
    }
    Phrase::Words {
        tokens: start..end,
        head,
    }
}

/// The head of a phrase without names: its last noun that can speak, before anything hangs on it.
fn head(clause: &Clause<'_>, tokens: Range<usize>) -> Option<usize> {
    let stop = tokens
        .clone()
        .find(|i| *i > tokens.start && (is_preposition(clause, *i) || stops(clause, *i) || clause.token(*i).is(',')));
    let within = tokens.start..stop.unwrap_or(tokens.end);
    let last = within.rev().find(|i| is_noun(clause, *i))?;
    (last + 1 >= tokens.end || closes(clause, last + 1)).then_some(last)
}

/// Can a phrase be over before this word? Before a further noun it is not: "military action".
pub(super) fn closes(clause: &Clause<'_>, at: usize) -> bool {
    !clause.tokens.contains(&at)
        || !clause.token(at).is_word()
        || stops(clause, at)
        || is_reporting_verb(clause, at)
        || is_preposition(clause, at)
        || clause.is(at, Class::PersonPronoun)
        || clause.is(at, Class::Opener)
        || ["ly", "ed"].iter().any(|e| clause.ends(at, e))
}

/// Can the word speak as a noun: a role, a body, a document, a group, an agent?
fn is_noun(clause: &Clause<'_>, at: usize) -> bool {
    if !clause.tokens.contains(&at) || !clause.token(at).is_word() {
        return false;
    }
    let opens = at == clause.first_word();
    let letters = clause.token(at).case == Case::Upper || clause.reads(at, "mps");
    if clause.token(at).is_capitalised() && !opens && !(letters && clause.is(at, Class::Role)) {
        return false;
    }
    let speaker = [
        Class::Role,
        Class::Institution,
        Class::Document,
        Class::VagueGroup,
        Class::Spokesperson,
        Class::Title,
    ];
    speaker.iter().any(|c| clause.is(at, *c)) || is_agent(clause, at)
}

fn is_quantity(clause: &Clause<'_>, tokens: &Range<usize>) -> bool {
    // "Some", "a few", "many of them"; not "several political experts".
    let words: Vec<String> = tokens.clone().map(|i| lower(clause, i)).collect();
    let first = words
        .iter()
        .position(|w| w != "a" && w != "the" && w != "not" && w != "probably");
    first.is_some_and(|f| {
        QUANTITIES.contains(&words[f].as_str())
            && words
                .get(f + 1)
                .is_none_or(|w| matches!(w.as_str(), "of" | "in" | "on" | "have" | "people"))
    })
}

/// What ends a phrase: an auxiliary, a conjunction, a verb that reports.
fn stops(clause: &Clause<'_>, at: usize) -> bool {
    let verb = is_reporting_verb(clause, at)
        && ![
            Class::Document,
            Class::CueNoun,
            Class::NounOrVerb,
            Class::Role,
            Class::Institution,
        ]
        .iter()
        .any(|c| clause.is(at, *c));
    clause.is(at, Class::Auxiliary) || clause.is(at, Class::Conjunction) || verb || clause.is(at, Class::Weekday)
}

fn is_preposition(clause: &Clause<'_>, at: usize) -> bool {
    clause.tokens.contains(&at) && clause.is(at, Class::Preposition)
}

/// Without what cannot open a phrase: a verb, a conjunction, "that", a mark, an adverb.
fn trimmed(clause: &Clause<'_>, tokens: Range<usize>) -> Range<usize> {
    let mut start = tokens.start;
    while start < tokens.end {
        let token = clause.token(start);
        let more = start + 1 < tokens.end;
        let adverb = clause.ends(start, "ly") && !token.is_capitalised();
        let verb = more && is_reporting_verb(clause, start) && !clause.is(start, Class::Document);
        let opener = more && (clause.reads(start, "that") || clause.is(start, Class::Opener));
        let opens = !token.is_word() && token.kind != TokenKind::Number
            || clause.is(start, Class::Conjunction)
            || clause.is(start, Class::Preposition)
            || adverb
            || opener
            || verb;
        if !opens {
            break;
        }
        start += 1;
    }
    start..tokens.end
}

pub(super) fn lower(clause: &Clause<'_>, at: usize) -> String {
    clause.words(at).to_lowercase()
}
