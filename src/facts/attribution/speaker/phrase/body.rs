//! Bodies whose names are written with small words inside: "the Harrow County Sheriff's Office".

use super::super::super::Clause;
use super::super::bounds::{is_noun, is_preposition, stops};
use super::{Named, Phrase};
use crate::facts::{Class, NameKind};
use crate::text::TokenKind;
use std::ops::Range;

/// Bodies that two places share: "Moll and Harrow Police".
const SHARED: [&str; 3] = ["police", "council", "constabulary"];

/// The phrase as one body, if its capitals, the small words between them and a word for a body say so. What is one
/// name already is left to the names.
pub(super) fn read(clause: &Clause<'_>, named: Named<'_>, inside: &[usize], tokens: &Range<usize>) -> Option<Phrase> {
    // "Said on Monday the Harrow Council for Rivers": the day is no part of it, nor is what it is called in small
    // letters, "the independent Institute for River Studies".
    let small = |i: usize| {
        clause.token(i).is_word()
            && !clause.token(i).is_capitalised()
            && !is_preposition(clause, i)
            && !is_noun(clause, i)
            && !stops(clause, i)
    };
    let before = |i: &usize| clause.reads(*i, "the") || clause.is(*i, Class::Weekday) || small(*i);
    let start = tokens.clone().find(|i| !before(i))?;
    // "The Harrow Observatory for Rivers monitor": what sort of body it is stands behind its name.
    let sort = tokens.end - 1;
    let people = [Class::Role, Class::Spokesperson, Class::VagueGroup, Class::PersonNoun];
    let sorted = sort > start
        && clause.token(sort).is_word()
        && !clause.token(sort).is_capitalised()
        && !people.iter().any(|c| clause.is(sort, *c))
        && !clause.ends(sort, "s");
    let whole = start..if sorted { sort } else { tokens.end };
    let person = |n: &usize| named.all[*n].kind == NameKind::Person;
    if whole.len() < 3 || inside.iter().any(person) || inside.iter().any(|n| named.all[*n].tokens == whole) {
        return None;
    }
    let is_body = |i: usize| clause.token(i).is_capitalised() && clause.is(i, Class::Institution);
    let of = |i: usize| ["of", "for", "on"].iter().any(|w| clause.reads(i, w));
    let owns = |i: usize| clause.token(i).kind == TokenKind::Possessive;
    let and = |i: usize| clause.reads(i, "and");
    if !whole
        .clone()
        .all(|i| clause.token(i).is_capitalised() || of(i) || owns(i) || and(i))
    {
        return None;
    }
    // "The Department of Forestry and Fire", "the County Sheriff's Office", "Moll and Harrow Police".
    let department = whole.clone().find(|i| of(*i) && *i > start && is_body(i - 1));
    let last = whole.end - 1;
    let owned = whole.clone().any(owns) && !whole.clone().any(and);
    let shared = and(start + 1) && SHARED.iter().any(|w| clause.reads(last, w));
    // "Bank of Harrow's Ida Moll" is a person; "Parliament's Committee on Ports and Rivers" is none.
    let owner = whole.clone().find(|i| owns(*i));
    let member = owner.is_some_and(|owner| department.is_none_or(|of| of < owner)) && !is_body(last);
    let head = match department {
        _ if member => return None,
        Some(of) => of - 1,
        None if is_body(last) && (owned || shared) => last,
        None => return None,
    };
    Some(Phrase::Words { tokens: whole, head })
}
