//! The frame a word of the mind stands in: what is before it, and what follows.

use super::super::Clause;
use super::super::cue::contracted;
use super::super::source::is_agents;
use crate::facts::Class;
use crate::text::TokenKind;
use crate::text::token::hashes_of;

/// What stands before a verb, past auxiliaries and adverbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// Somebody who has a mind: a person, a group, a body.
    Somebody,
    /// A document, data, a picture.
    Document,
    /// "to": an infinitive.
    To,
    /// A determiner, an owner, a preposition: then the word is a noun, unless it ends in -ing.
    Noun,
    /// Another noun, a mark, the start of the sentence.
    Other,
}

/// What follows a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// "that", a question word, a quotation, a clause with its verb: what is said or thought.
    Clause,
    /// "to" with a verb.
    To,
    /// A preposition behind which stands what the matter is: about, for, of.
    Matter,
    /// Another preposition, or nothing.
    End,
    /// Something, or somebody.
    Thing,
}

/// A clause shows its verb within so many words of its first.
const VERB_WITHIN: usize = 7;

/// Words that open what is said or thought.
const OPENERS: [u32; 9] = hashes_of(["that", "whether", "how", "why", "what", "who", "if", "when", "where"]);
/// Prepositions before what the matter is.
const MATTER: [u32; 6] = hashes_of(["about", "for", "of", "on", "over", "against"]);
/// Adverbs that do not end in -ly.
const ADVERBS: [u32; 12] = hashes_of([
    "also", "then", "now", "still", "just", "even", "often", "never", "always", "already", "long", "once",
]);

/// What stands before the word at `at`.
pub(super) fn before(clause: &Clause<'_>, at: usize) -> Before {
    let mut end = at;
    while let Some(i) = clause.before(end) {
        let passed = clause.is(i, Class::Auxiliary)
            || clause.is(i, Class::Negation)
            || contracted(clause, i)
            || is_adverb(clause, i);
        if !passed {
            break;
        }
        end = i;
    }
    let Some(i) = clause.before(end) else {
        return Before::Other;
    };
    if clause.reads(i, "to") {
        return Before::To;
    }
    let noun = [Class::Determiner, Class::Preposition];
    if clause.token(i).kind == TokenKind::Possessive || noun.iter().any(|c| clause.is(i, *c)) {
        return Before::Noun;
    }
    // "Voters in the valley worry": the group stands before its place.
    let head = (i.saturating_sub(5).max(clause.tokens.start)..i)
        .rev()
        .take_while(|j| clause.token(*j).is_word())
        .find(|j| clause.is(*j, Class::Preposition))
        .and_then(|j| clause.before(j));
    if has_mind(clause, i) || ["that", "which"].iter().any(|w| clause.reads(i, w)) {
        Before::Somebody
    } else if clause.is(i, Class::Document) || clause.is(i, Class::CueNoun) || clause.is(i, Class::StanceNoun) {
        Before::Document
    } else if head.is_some_and(|j| has_mind(clause, j)) {
        Before::Somebody
    } else {
        Before::Other
    }
}

/// What follows the word at `at`.
pub(super) fn after(clause: &Clause<'_>, at: usize) -> After {
    let Some(next) = (at + 1..clause.tokens.end).find(|i| !is_adverb(clause, *i)) else {
        return After::End;
    };
    let token = clause.token(next);
    if matches!(token.kind, TokenKind::Mark('"' | '\u{201c}' | '\u{2018}' | ':')) {
        return After::Clause;
    }
    if matches!(token.kind, TokenKind::Mark(_) | TokenKind::Possessive) {
        return After::End;
    }
    if clause.reads(next, "to") {
        return After::To;
    }
    if clause.reads_any(next, &OPENERS) {
        return After::Clause;
    }
    if clause.is(next, Class::Preposition) {
        return if clause.reads_any(next, &MATTER) {
            After::Matter
        } else {
            After::End
        };
    }
    let subject = clause.is(next, Class::Determiner)
        || clause.is(next, Class::PersonPronoun)
        || token.kind == TokenKind::Number
        || token.is_capitalised();
    let verb = (next + 1..clause.tokens.end.min(next + VERB_WITHIN))
        .take_while(|i| {
            matches!(
                clause.token(*i).kind,
                TokenKind::Word | TokenKind::Number | TokenKind::Possessive
            ) && !clause.is(*i, Class::Preposition)
        })
        .any(|i| clause.is(i, Class::Auxiliary) || contracted(clause, i));
    if subject && verb { After::Clause } else { After::Thing }
}

/// Can this word end a phrase for somebody: a name, a role, a group, a body, a pronoun?
fn has_mind(clause: &Clause<'_>, at: usize) -> bool {
    let classes = [
        Class::PersonPronoun,
        Class::Role,
        Class::Institution,
        Class::VagueGroup,
        Class::PersonNoun,
    ];
    clause.token(at).is_capitalised() || classes.iter().any(|c| clause.is(at, *c)) || is_agents(clause, at)
}

fn is_adverb(clause: &Clause<'_>, at: usize) -> bool {
    clause.token(at).is_word()
        && (!clause.token(at).is_capitalised() && clause.ends(at, "ly") || clause.reads_any(at, &ADVERBS))
}
