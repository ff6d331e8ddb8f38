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
        let moving = matches!(lower, "which" | "who" | "whom" | "that")
            || lower.ends_with("ly")
            || lower.ends_with("ing") && lower != "acting";
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

/// "The mayor, Ida Moll, said": the office before the comma, without what points at it.
pub(super) fn office_set_off(document: &Document, lexicon: &Lexicon, name: &NameMention) -> Option<Span> {
    let tokens = &document.tokens;
    let sentence = document.sentences[name.sentence].tokens.clone();
    let comma = name
        .tokens
        .start
        .checked_sub(1)
        .filter(|c| *c > sentence.start && tokens[*c].is(','))?;
    let close = tokens.get(name.tokens.end)?;
    let ends = close.is(',') || close.is('.') && name.tokens.end + 1 == sentence.end;
    let body = [Class::Institution, Class::BodyEnding, Class::BodyName, Class::State];
    if !ends || name.possessive || lexicon.any(tokens[name.tokens.end - 1].word, &body) {
        return None;
    }
    let from = comma.saturating_sub(APPOSITION).max(sentence.start);
    let pointer = |at: &usize| tokens[*at].is_word() && lexicon.is(&tokens[*at], Class::Determiner);
    // "The head of the dock union": back past what the office is an office of.
    let mut first = (from..comma).rev().find(pointer)?;
    while let Some(of) = first
        .checked_sub(1)
        .filter(|of| *of > from && OFFICE_OF.contains(&document.words(tokens[*of].span)))
        && let Some(outer) = (from..of).rev().find(pointer)
    {
        first = outer;
    }
    // It must be the subject, or follow its verb: "met the mayor of Oster, Moll, 43" may be about two.
    let led = first == sentence.start
        || !tokens[first - 1].is_word()
        || document.words(tokens[first - 1].span) == "by"
        || lexicon.is(&tokens[first - 1], Class::CueNeutral);
    let words = first + 1..comma;
    let telling = |at: usize| tokens[at].is_word() || tokens[at].is('-') || tokens[at].kind == TokenKind::Possessive;
    let barred = [
        Class::Auxiliary,
        Class::PersonPronoun,
        Class::Conjunction,
        Class::CueNeutral,
    ];
    let plain = words
        .clone()
        .all(|at| telling(at) && !lexicon.any(tokens[at].word, &barred));
    let until = words
        .clone()
        .find(|at| tokens[*at].is_word() && lexicon.is(&tokens[*at], Class::Preposition));
    let head = until
        .unwrap_or(comma)
        .checked_sub(1)
        .filter(|head| words.contains(head))?;
    let kin = KIN.contains(&document.words(tokens[head].span));
    let office = lexicon.any(tokens[head].word, &[Class::Role, Class::Title]) && !kin;
    let one = !document.words(tokens[head].span).ends_with('s');
    (led && plain && office && one).then(|| tokens[words.start].span.join(tokens[comma - 1].span))
}

/// Words for who somebody is to somebody, which are no office.
const KIN: [&str; 15] = [
    "brother",
    "sister",
    "mother",
    "father",
    "wife",
    "husband",
    "son",
    "daughter",
    "friend",
    "colleague",
    "man",
    "woman",
    "person",
    "boy",
    "girl",
];
/// Words between an office and what it is an office of.
const OFFICE_OF: [&str; 4] = ["of", "for", "at", "in"];

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
    // "The minister, Ida Moll, praised the judge", "dropped two men": a verb with its object is no office.
    let first = words.first()?;
    let past = document.words(first.span).ends_with("ed") && !first.is_capitalised() || lexicon.is(first, Class::Past);
    let object = words.get(1).is_some_and(|t| {
        let number = t.kind == TokenKind::Number || lexicon.is(t, Class::NumberWord);
        number || lexicon.any(t.word, &[Class::Determiner, Class::PersonPronoun, Class::Preposition])
    });
    let clause = clause || document.words(first.span).ends_with("ing") || past && object;
    (office && !clause).then(|| words[0].span.join(words[words.len() - 1].span))
}
