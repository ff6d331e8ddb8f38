//! Names that stand together: two who speak, or two halves of one body.

use super::super::super::Clause;
use super::Phrase;
use crate::facts::{Class, NameMention};

/// The last name with those that "and" joins to it: "Moll and Falk", "Moll and Falk and fisheries officer Ida Beltz".
pub(super) fn together(clause: &Clause<'_>, names: &[NameMention], inside: &[usize]) -> Vec<usize> {
    let office = |one: &NameMention, two: &NameMention| {
        let mut between = one.tokens.end + 1..two.tokens.start;
        clause.reads(one.tokens.end, "and")
            && between.clone().any(|i| clause.is(i, Class::Role))
            && between.all(|i| clause.token(i).is_word() && !clause.is(i, Class::Auxiliary))
    };
    let pairs = inside.windows(2).rev();
    let more = pairs.take_while(|pair| {
        let (one, two) = (&names[pair[0]], &names[pair[1]]);
        joined(clause, one, two) || office(one, two)
    });
    let count = more.count() + 1;
    inside[inside.len().saturating_sub(count)..].to_vec()
}

/// One body of two names: "the Ministry of Fisheries", "the Finance and Economy Ministry".
pub(super) fn of_two_names(clause: &Clause<'_>, names: &[NameMention], inside: &[usize]) -> Option<Phrase> {
    let [.., one, two] = inside else { return None };
    let (one, two) = (&names[*one], &names[*two]);
    let body = |head: usize| Phrase::Words {
        tokens: one.tokens.start..two.tokens.end,
        head,
    };
    let of = one.tokens.end + 1 == two.tokens.start && clause.reads(one.tokens.end, "of");
    let shared = joined(clause, one, two) && one.len() == 1 && clause.is(two.tokens.end - 1, Class::Institution);
    if shared && two.len() > 1 && !clause.is(one.tokens.start, Class::Institution) {
        return Some(body(two.tokens.end - 1));
    }
    (of && clause.is(one.tokens.end - 1, Class::Institution)).then(|| body(one.tokens.end - 1))
}

/// "Moll and Falk".
fn joined(clause: &Clause<'_>, one: &NameMention, two: &NameMention) -> bool {
    one.tokens.end + 1 == two.tokens.start && clause.reads(one.tokens.end, "and")
}
