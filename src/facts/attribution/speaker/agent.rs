//! Nouns for somebody, told by their ending: a sprinter, a novelist.

use super::super::Clause;
use super::super::cue::is_reporting_verb;
use super::bounds::{closes, lower};
use crate::facts::Class;

/// Nouns of agents by their ending: a sprinter, a novelist, a neurosurgeon.
const AGENTS: [&str; 11] = [
    "er", "or", "ist", "ian", "eer", "eur", "ee", "eon", "man", "woman", "ess",
];
/// Nouns with such endings that are nobody.
const NO_AGENTS: [&str; 30] = [
    "number", "paper", "order", "matter", "letter", "offer", "power", "water", "summer", "winter", "quarter",
    "chapter", "factor", "sector", "error", "door", "floor", "other", "latter", "former", "answer", "murder",
    "further", "rather", "whether", "however", "together", "never", "ever", "server",
];

/// Is it a noun for somebody by its ending, behind a determiner?
pub(in crate::facts::attribution) fn is_agent(clause: &Clause<'_>, at: usize) -> bool {
    let word = lower(clause, at);
    // "The 27-year-old".
    if word == "old" && clause.before(at).is_some_and(|b| clause.token(b).is('-')) {
        return true;
    }
    let opening = at.saturating_sub(6).max(clause.tokens.start)..at;
    let determined = opening
        .into_iter()
        .any(|i| clause.is(i, Class::Determiner) || clause.is(i, Class::NumberWord));
    // "A senior member": an adjective stands before its noun.
    let last = closes(clause, at + 1);
    let classes = [
        Class::CueNoun,
        Class::Preposition,
        Class::Auxiliary,
        Class::Conjunction,
        Class::Negation,
    ];
    determined
        && last
        && word.len() >= 4
        && AGENTS.iter().any(|e| word.ends_with(e))
        && !NO_AGENTS.contains(&&*word)
        && !classes.iter().any(|c| clause.is(at, *c))
        && !is_reporting_verb(clause, at)
}
