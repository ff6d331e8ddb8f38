//! The office, trade or rank beside a name.

use crate::facts::{Class, Lexicon, NameMention};
use crate::text::{Document, Span, TokenKind};

/// An apposition longer than this is a clause.
const APPOSITION: usize = 14;
/// An office before a name has at most so many words: "former Deputy Assistant Secretary of State".
const OFFICE: usize = 7;
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
        let word = tokens[at].is_word()
            && !moving
            && ![
                Class::Determiner,
                Class::Preposition,
                Class::Conjunction,
                Class::Auxiliary,
                Class::PersonPronoun,
                Class::CueNeutral,
                Class::CueThought,
                Class::CueAct,
                Class::CueAssertive,
                Class::Weekday,
                Class::Opener,
                Class::NumberWord,
            ]
            .iter()
            .any(|c| is(at, *c));
        // "Would involve Attorney General Ida Moll": an office in capitals has its words in capitals.
        let small = start < end
            && tokens[at].is_word()
            && !tokens[at].is_capitalised()
            && tokens[start].is_capitalised()
            && !of
            && !office(at)
            && !BEFORE_OFFICE.contains(&lower);
        // The first word back must be an office, or this is no office at all.
        if small || !(word || of || hyphen) || (start == end && !office(at)) {
            break;
        }
        start = at;
    }
    // "Audit Office chief Sir John Bourn": the courtesy is no part of the office.
    let mut last = end;
    while last > start && (!tokens[last - 1].is_word() || is_courtesy(document, last - 1)) {
        last -= 1;
    }
    (start < last).then(|| tokens[start].span.join(tokens[last - 1].span))
}

fn is_courtesy(document: &Document, at: usize) -> bool {
    let word = document.words(document.tokens[at].span).to_lowercase();
    COURTESIES.contains(&word.as_str())
}

/// ", the mayor of Harrowby,": an apposition with a word of office in it.
pub(super) fn office_behind(document: &Document, lexicon: &Lexicon, name: &NameMention) -> Option<Span> {
    let tokens = &document.tokens;
    let limit = document.sentences[name.sentence].tokens.end;
    let start = name.tokens.end + 1;
    if start >= limit || !tokens[name.tokens.end].is(',') {
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
