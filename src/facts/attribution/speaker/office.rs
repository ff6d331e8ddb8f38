//! The office, trade or rank beside a name.

use crate::facts::{Class, Lexicon, NameMention};
use crate::text::{Document, Span, TokenKind, lower_case};

/// An apposition longer than this is a clause.
const APPOSITION: usize = 14;
/// An office before a name has at most so many words: "former Deputy Assistant Secretary of State".
const OFFICE: usize = 7;
/// Brackets behind a name that tell where somebody sits hold at most so many tokens: "(D-N.C.)".
const BRACKETS: usize = 10;
/// Tokens of "-year-old".
const AGE: usize = 4;
/// Titles that name no office.
const COURTESIES: [&str; 12] = [
    "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lord", "lady", "dr", "messrs", "rev",
];
/// Small words that belong to an office in capitals.
const BEFORE_OFFICE: [&str; 9] = [
    "former",
    "then",
    "acting",
    "retired",
    "deputy",
    "vice",
    "outgoing",
    "interim",
    "assistant",
];

/// Words that tell something and are no part of an office: what was done, when, and how many.
const NO_OFFICE: [Class; 7] = [
    Class::CueNeutral,
    Class::CueThought,
    Class::CueAct,
    Class::CueAssertive,
    Class::Weekday,
    Class::Opener,
    Class::NumberWord,
];

/// "Finance minister", "Harrowby police chief": the words of office right before a name.
pub(super) fn office_before(document: &Document, lexicon: &Lexicon, name: &NameMention) -> Option<Span> {
    let tokens = &document.tokens;
    let first = document.sentences[name.sentence].tokens.start;
    let end = name.tokens.start;
    let is = |at: usize, class: Class| lexicon.is(&tokens[at], class);
    let office = |at: usize| tokens[at].is_word() && (is(at, Class::Role) || is(at, Class::Title));
    let mut start = end;
    while start > first && end - start < OFFICE {
        let at = start - 1;
        let of =
            tokens[at].is_word() && document.words(tokens[at].span) == "of" && start < end && office(at.max(1) - 1);
        let hyphen = tokens[at].is('-') && !tokens[start.min(tokens.len() - 1)].spaced;
        let lower = document.words(tokens[at].span);
        let moving = lower.ends_with("ly") || lower.ends_with("ing") && lower != "acting";
        let word = lexicon.is_content(&tokens[at]) && !moving && !lexicon.any(tokens[at].word, &NO_OFFICE);
        // "Rep. Ida Moll", "Sen. Moll": the stop of a short title.
        let stop = tokens[at].is('.') && !tokens[at].spaced && at > first && office(at - 1);
        // "Would involve Attorney General Ida Moll": an office in capitals has its words in capitals.
        let small = start < end
            && tokens[at].is_word()
            && !tokens[at].is_capitalised()
            && tokens[start].is_capitalised()
            && !of
            && !office(at)
            && !BEFORE_OFFICE.contains(&lower);
        // The first word back must be an office, or this is no office at all.
        if small || !(word || of || hyphen || stop) || (start == end && !office(at) && !stop) {
            break;
        }
        start = at;
    }
    // "43-year-old farmer Ida Moll": the age is no part of the trade.
    if tokens[start].is('-') && tokens.get(start + 1).is_some_and(|t| document.words(t.span) == "year") {
        start += AGE;
    }
    // "Audit Office chief Sir John Bourn": the courtesy is no part of the office.
    let mut last = end;
    while last > start && (!tokens[last - 1].is_word() || is_courtesy(document, last - 1)) {
        last -= 1;
    }
    (start < last).then(|| tokens[start].span.join(tokens[last - 1].span))
}

fn is_courtesy(document: &Document, at: usize) -> bool {
    let word = lower_case(document.words(document.tokens[at].span));
    COURTESIES.contains(&&*word)
}

/// ", the mayor of Harrowby,": an apposition with a word of office in it.
pub(super) fn office_behind(document: &Document, lexicon: &Lexicon, name: &NameMention) -> Option<Span> {
    let tokens = &document.tokens;
    let limit = document.sentences[name.sentence].tokens.end;
    // "Ida Moll (D-Estry), head of the board": past the brackets.
    let comma = match tokens.get(name.tokens.end) {
        Some(open) if open.is('(') => {
            let close = (name.tokens.end..limit.min(name.tokens.end + BRACKETS)).find(|i| tokens[*i].is(')'))?;
            close + 1
        }
        _ => name.tokens.end,
    };
    let start = comma + 1;
    if start >= limit || !tokens[comma].is(',') {
        return None;
    }
    let until = limit.min(start + APPOSITION);
    // "…, said Ida Moll, the port's director, in a statement": and where she said it, if no comma parts them.
    let said = |i: usize| {
        let word = |i: usize| tokens.get(i).map_or("", |t| document.words(t.span));
        i > start && word(i) == "in" && matches!(word(i + 1), "a" | "an")
    };
    let end = (start..until).find(|i| tokens[*i].kind == TokenKind::Mark(',') || said(*i) || *i + 1 == limit)?;
    let words = &tokens[start..end];
    let barred = [
        Class::Auxiliary,
        Class::PersonPronoun,
        Class::CueNeutral,
        Class::Conjunction,
    ];
    let clause = words.iter().any(|t| lexicon.any(t.word, &barred));
    let head = words
        .iter()
        .position(|t| t.is_word() && lexicon.is(t, Class::Preposition));
    let office = words[..head.unwrap_or(words.len())]
        .iter()
        .any(|t| t.is_word() && lexicon.is(t, Class::Role));
    let clause = clause || document.words(words.first()?.span).ends_with("ing");
    (office && !clause).then(|| words[0].span.join(words[words.len() - 1].span))
}
