//! Words for a source that hold no name: a noun with what stands before and behind it, or an amount.

use super::super::super::Clause;
use super::super::super::noun_phrase::is_of_many;
use super::super::bounds::{is_preposition, lower, stops};
use super::Phrase;
use crate::facts::Class;
use crate::text::TokenKind;
use std::ops::Range;

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
/// A phrase behind its head is cut after so many words: "a member of the board of the port's owner".
const TAIL: usize = 8;

/// The words of a phrase from its determiner to the end of what hangs on its head.
pub(super) fn words(clause: &Clause<'_>, tokens: Range<usize>, head: usize) -> Phrase {
    let mut start = head;
    while start > tokens.start {
        let at = start - 1;
        // "Estrian and Velnan officials": both say of what country they are.
        let shared = start < head
            && clause.reads(at, "and")
            && at > tokens.start
            && clause.is(at - 1, Class::Demonym)
            && clause.is(start, Class::Demonym);
        if shared {
            start = at - 1;
            continue;
        }
        let asks = clause.is(at, Class::Opener) && !clause.token(at).is_capitalised();
        if clause.is(at, Class::PersonPronoun) || stops(clause, at) || is_preposition(clause, at) || asks {
            break;
        }
        if !matches!(
            clause.token(at).kind,
            TokenKind::Word | TokenKind::Number | TokenKind::Possessive
        ) && !clause.token(at).is('-')
            && !clause.token(at).is('.')
            // "A residents’ group": theirs is what the group is.
            && !is_of_many(clause, at)
        {
            break;
        }
        start = at;
        // "featured five vintage photos" is no phrase: a verb stands before the determiner.
        if clause.is(at, Class::Determiner) {
            break;
        }
    }
    // "A phrase critics have used": what "a" belongs to is not the many who speak.
    let one = ["a", "an"].iter().any(|w| clause.reads(start, w));
    if one && clause.ends(head, "s") && clause.is(head, Class::VagueGroup) {
        start = head;
    }
    // "Thursday's speech": the day is left out, and so is what hung on it.
    while start < head && clause.token(start).kind == TokenKind::Possessive {
        start += 1;
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
        let adverb = |i: usize| ["also", "later", "then", "now"].iter().any(|w| clause.reads(i, w));
        let stop = (end + 1..limit).find(|i| stops(clause, *i) || clause.token(*i).is(',') || verb(*i) || adverb(*i));
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

/// Is it an amount of people and nobody in particular: "some", "a few of them"?
pub(super) fn is_quantity(clause: &Clause<'_>, tokens: &Range<usize>) -> bool {
    // "Some", "a few", "many of them"; not "several political experts".
    let words: Vec<_> = tokens.clone().map(|i| lower(clause, i)).collect();
    let first = words
        .iter()
        .position(|w| w != "a" && w != "the" && w != "not" && w != "probably");
    first.is_some_and(|f| {
        QUANTITIES.contains(&&*words[f])
            && words
                .get(f + 1)
                .is_none_or(|w| matches!(&**w, "of" | "in" | "on" | "have" | "people"))
    })
}
