//! What the words for a source are: names, words for somebody, a pronoun, or a scrap of a clause.
//!
//! Longer than most files: the forms are told apart one after another, and which is asked for first matters.

mod body;
mod together;
mod words;

use super::super::Clause;
use super::super::cue::is_reporting_verb;
use super::super::noun_phrase::{noun_phrase, opening};
use super::super::source::is_agents;
use super::bounds::{head, is_noun, is_preposition, lower, names_behind_office, stops, trimmed, without_clause};
use crate::facts::{Class, NameKind, NameMention};
use crate::text::TokenKind;
use std::ops::Range;
use together::{of_two_names, together};
use words::{is_quantity, words};

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

/// Ends of words that are no name though they open a sentence with a capital.
const ABSTRACT: [&str; 10] = [
    "ence", "ance", "ness", "ess", "tion", "sion", "ity", "ment", "ism", "ly",
];

/// Reads the words of a source.
pub(super) fn read(clause: &Clause<'_>, named: Named<'_>, tokens: Range<usize>) -> Phrase {
    let tokens = trimmed(clause, tokens);
    if tokens.is_empty() {
        return Phrase::Scrap;
    }
    let first = lower(clause, tokens.start);
    match &*first {
        "he" | "him" => return Phrase::Pronoun(Pronoun::He),
        "his" if tokens.len() == 1 => return Phrase::Pronoun(Pronoun::He),
        "she" => return Phrase::Pronoun(Pronoun::She),
        "her" if tokens.len() == 1 => return Phrase::Pronoun(Pronoun::She),
        "they" | "them" => return Phrase::Pronoun(Pronoun::They),
        "their" if tokens.len() == 1 => return Phrase::Pronoun(Pronoun::They),
        "it" | "its" if tokens.len() == 1 => return Phrase::Pronoun(Pronoun::It),
        "i" | "we" | "you" | "my" | "our" | "your" | "me" | "us" => return Phrase::Writer,
        _ if ["i\u{2019}", "i'", "we\u{2019}", "we'", "you\u{2019}", "you'"]
            .iter()
            .any(|w| first.starts_with(w)) =>
        {
            return Phrase::Writer;
        }
        // "…, which former mayor Ida Moll said": the subject of its own clause.
        "which" | "that" | "whom" | "who" if names_behind_office(clause, tokens.start + 1..tokens.end) => {
            return of(clause, named, tokens.start + 1..tokens.end);
        }
        "who" | "which" | "that" | "whom" | "whose" => return before_relative(clause, named, tokens.start),
        _ => {}
    }
    // "The Wall Street Journal which": the pronoun repeats what stands before it.
    let last = lower(clause, tokens.end - 1);
    let tokens = if matches!(&*last, "who" | "which" | "that") && tokens.len() > 1 {
        tokens.start..tokens.end - 1
    } else {
        tokens
    };
    of(clause, named, without_clause(clause, tokens))
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
            // "Members of clubs in the hills, who said": a place says nothing.
            let person = range.is_empty()
                || is_noun(clause, range.end - 1)
                || named.all[named.all.partition_point(|n| n.tokens.end < range.end)..]
                    .first()
                    .is_some_and(|n| n.tokens.end == range.end && n.kind == NameKind::Person);
            let range = Some(range.clone())
                .filter(|_| !person)
                .and_then(|r| opening(clause, &r))
                .unwrap_or(range);
            // "Ida Moll, the port's director, who added": the name stands before its office.
            let all = named.all;
            let before = all.partition_point(|n| n.tokens.end < range.start);
            let bearer = before.checked_sub(1).filter(|n| {
                let name = &all[*n];
                name.tokens.end + 1 == range.start
                    && clause.tokens.contains(&name.tokens.start)
                    && clause.token(name.tokens.end).is(',')
                    && name.kind == NameKind::Person
                    && name.len() > 1
            });
            match bearer {
                _ if range.is_empty() => Phrase::Scrap,
                Some(name) => Phrase::Names(vec![name]),
                None => of(clause, named, range),
            }
        }
        None => Phrase::Scrap,
    }
}

/// "One of Moll's supporters", "one of the divers": somebody, and not just one of many.
fn one_of(clause: &Clause<'_>, tokens: &Range<usize>) -> Option<Phrase> {
    let opens = clause.reads(tokens.start, "one") && clause.reads(tokens.start + 1, "of");
    let behind = tokens.start + 2..tokens.end;
    let head = head(clause, behind).filter(|h| opens && clause.ends(*h, "s"))?;
    Some(Phrase::Words {
        tokens: tokens.start..head + 1,
        head,
    })
}

/// "Sainsbury's said": a name that ends so, and nobody's.
fn in_possessive(clause: &Clause<'_>, names: &[NameMention], tokens: &Range<usize>) -> Option<Phrase> {
    if clause.token(tokens.end - 1).kind != TokenKind::Possessive {
        return None;
    }
    let mut inside = names.iter().take_while(|n| n.tokens.end < tokens.end);
    let shop = inside.find(|n| n.tokens.end + 1 == tokens.end)?;
    (shop.possessive && shop.tokens.start >= tokens.start).then(|| Phrase::Words {
        tokens: shop.tokens.start..tokens.end,
        head: tokens.end - 1,
    })
}

/// The name that ends what was said of an office: "Minister for Fisheries Ida Moll", "the bank's head of research Ida
/// Moll".
fn behind_office(clause: &Clause<'_>, names: &[NameMention], inside: &[usize], tokens: &Range<usize>) -> Option<usize> {
    let one = *inside.last()?;
    let name = &names[one];
    if name.kind != NameKind::Person || name.tokens.end != tokens.end {
        return None;
    }
    let titled = name
        .title
        .is_some_and(|title| title.start <= clause.token(tokens.start).span.end);
    let before = name.tokens.start.checked_sub(1).filter(|at| *at >= tokens.start);
    let described =
        before.is_some_and(|at| clause.lexicon.is_content(clause.token(at)) && !clause.token(at).is_capitalised());
    let alone = inside.len() == 1 && name.len() > 1 && described;
    (titled || alone).then_some(one)
}

/// Reads a noun phrase that begins with no pronoun.
fn of(clause: &Clause<'_>, named: Named<'_>, tokens: Range<usize>) -> Phrase {
    let names = named.all;
    let from = names.partition_point(|n| n.tokens.start < tokens.start);
    let inside: Vec<usize> = (from..names.len())
        .take_while(|n| names[*n].tokens.end <= tokens.end)
        .filter(|n| !names[*n].possessive && !is_common(clause, &names[*n]))
        .collect();
    if let Some(one) = one_of(clause, &tokens) {
        return one;
    }
    if is_quantity(clause, &tokens) {
        return Phrase::Quantity;
    }
    if let Some(shop) = in_possessive(clause, &names[from..], &tokens) {
        return shop;
    }
    if let Some(body) = body::read(clause, named, &inside, &tokens) {
        return body;
    }
    // "Reports in the Harrowby Post", "a leader of the union": what hangs on a preposition is not the head.
    let until = inside.first().map_or(tokens.end, |n| names[*n].tokens.start);
    if let Some(one) = behind_office(clause, names, &inside, &tokens) {
        return Phrase::Names(vec![one]);
    }
    if let Some(head) = (tokens.start..until).find(|i| is_noun(clause, *i) && is_preposition(clause, i + 1)) {
        let author = ["in", "from", "by"].iter().any(|w| clause.reads(head + 1, w));
        let whose = |n: &&usize| names[**n].tokens.end == tokens.end && author;
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
    if let Some(body) = of_two_names(clause, names, &inside) {
        return body;
    }
    // "Ida Moll of the Harrowby Post", "Tom Reed of Oster fire station", "Republicans in Oster": the names behind the
    // first tell where they work.
    if let [one, _, ..] = inside.as_slice() {
        let first = &names[*one];
        let from = is_preposition(clause, first.tokens.end);
        let last = first.tokens.end - 1;
        let plural = first.len() == 1 && clause.ends(last, "s") && first.tokens.start == clause.first_word();
        let body = [
            Class::Institution,
            Class::BodyEnding,
            Class::PlaceName,
            Class::Role,
            Class::Title,
        ];
        let person = first.len() > 1 && !body.iter().any(|c| clause.is(last, *c));
        let stands = plural || person && stands_up(clause, named, first);
        if from && stands && until <= first.tokens.start {
            return Phrase::Names(vec![*one]);
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
    // "His Russian counterpart", "the Russian": of what country somebody is names nobody.
    if last.len() == 1 && clause.is(last.tokens.start, Class::Demonym) {
        let alone = behind.is_empty() && clause.is(tokens.start, Class::Determiner);
        let head = last.tokens.start;
        if alone || !behind.is_empty() {
            return if alone {
                Phrase::Words { tokens, head }
            } else {
                Phrase::Scrap
            };
        }
    }
    // "Moll fans", "Moll's cabinet nominees": some of hers, whom nobody else counts among those who speak.
    if behind.len() == 1 && clause.ends(behind.start, "s") && !clause.token(behind.start).is_capitalised() {
        return if clause.is(behind.start, Class::PersonNoun) || is_agents(clause, behind.start) {
            words(clause, tokens, behind.start)
        } else {
            Phrase::Scrap
        };
    }
    let speakers = together(clause, names, &inside);
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

/// Ends of adjectives made of names: what they stand before was not understood.
const ADJECTIVES: [&str; 3] = ["cratic", "ublican", "ish"];

/// Is it a name, and not a word whose capital only opens the sentence, nor an adjective?
fn stands_up(clause: &Clause<'_>, named: Named<'_>, name: &NameMention) -> bool {
    let word = clause.document.words(name.span);
    let adjective = name.len() == 1 && name.title.is_none() && ADJECTIVES.iter().any(|e| word.ends_with(e));
    !adjective && named.proved.get(name.bearer).is_some_and(|p| *p)
        || !adjective
            && !ABSTRACT.iter().any(|e| word.ends_with(e))
            && (is_cue_near(clause, name.tokens.end) || is_crowd_in_a_place(clause, name))
}

/// "Republicans in Oster said": a plural that opens its sentence, before a place.
fn is_crowd_in_a_place(clause: &Clause<'_>, name: &NameMention) -> bool {
    name.tokens.start == clause.first_word()
        && name.len() == 1
        && clause.ends(name.tokens.start, "s")
        && is_preposition(clause, name.tokens.end)
}

/// Does a verb that reports follow at once, or past an auxiliary?
fn is_cue_near(clause: &Clause<'_>, at: usize) -> bool {
    (at..(at + 2).min(clause.tokens.end)).any(|i| is_reporting_verb(clause, i))
}
