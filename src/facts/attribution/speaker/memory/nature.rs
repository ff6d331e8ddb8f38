//! What sort of somebody a noun without a name stands for: one person or more, he or she, a body.

use super::super::super::source::is_the_police;
use super::super::super::{Clause, SourceKind};
use super::super::agent::is_agent;
use super::super::people::Sex;
use crate::facts::Class;
use crate::text::TokenKind;
use std::ops::Range;

/// Who is called so has no name in the story, or not yet: "the whistleblower" is not whoever was named last.
pub(super) const UNNAMED: [&str; 16] = [
    "whistleblower",
    "witness",
    "victim",
    "source",
    "official",
    "resident",
    "survivor",
    "suspect",
    "driver",
    "passenger",
    "member",
    "neighbour",
    "neighbor",
    "relative",
    "friend",
    "insider",
];

/// Do two names begin alike: Mexico, Mexican?
pub(super) fn alike(one: &str, two: &str) -> bool {
    const STEM: usize = 4;
    let stem = |word: &str| word.char_indices().nth(STEM).map_or(word.len(), |(at, _)| at);
    one[..stem(one)].eq_ignore_ascii_case(&two[..stem(two)])
}

/// Whoever stands in for another is called by either word: "Vice Minister Moll", "the deputy minister".
pub(super) const DEPUTIES: [&str; 3] = ["deputy", "vice", "assistant"];

/// Of what party an office-holder is tells nothing of the office.
pub(super) const PARTIES: [&str; 11] = [
    "Republican",
    "Democratic",
    "Democrat",
    "GOP",
    "Labour",
    "Tory",
    "Conservative",
    "Liberal",
    "Independent",
    "Labor",
    "Opposition",
];

/// Is it a noun for one person?
pub(super) fn is_person(clause: &Clause<'_>, head: usize) -> bool {
    let person = [Class::Role, Class::PersonNoun, Class::Spokesperson, Class::VagueGroup];
    let body = clause.is(head, Class::Institution) || clause.is(head, Class::Document);
    !body && (person.iter().any(|c| clause.is(head, *c)) || is_agent(clause, head))
}

/// He or she, where the noun tells.
pub(super) fn sex_of(word: &str) -> Option<Sex> {
    let woman = word.ends_with("woman")
        || matches!(
            word,
            "mother" | "wife" | "sister" | "daughter" | "girl" | "actress" | "widow" | "girlfriend"
        );
    let man = !woman && word.ends_with("man")
        || matches!(
            word,
            "father" | "husband" | "brother" | "son" | "boy" | "priest" | "boyfriend"
        );
    woman.then_some(Sex::Woman).or_else(|| man.then_some(Sex::Man))
}

/// What sort of source words without a name are.
pub(super) fn kind(clause: &Clause<'_>, tokens: &Range<usize>, head: usize) -> SourceKind {
    let is = |class: Class| clause.is(head, class);
    let institution = tokens.clone().any(|i| i != head && clause.is(i, Class::Institution))
        || (tokens.start + 1..tokens.end).any(|i| clause.token(i).is_capitalised());
    if is(Class::Spokesperson) && institution {
        SourceKind::Institution
    } else if is(Class::VagueGroup) && !institution {
        SourceKind::Vague
    } else if is(Class::Document) {
        if institution {
            SourceKind::Institution
        } else {
            SourceKind::Vague
        }
    } else if is(Class::Institution)
        || is_the_police(clause, tokens)
        || clause.token(head).kind == TokenKind::Possessive
    {
        SourceKind::Institution
    } else {
        SourceKind::Anonymous
    }
}
