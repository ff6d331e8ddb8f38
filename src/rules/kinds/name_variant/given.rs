//! Two first names of one surname that may be one person's, and which of them are one name in two spellings.
//!
//! Kin share a surname, and their first names may be close too, so whatever tells of two people spares the
//! pair: both in one sentence, a word of kinship beside one, a he and a she, two ages.

use super::slip::{is_vowel, letters, one_edit};
use super::{age_beside, is_person, is_sic};
use crate::facts::{NameKind, NameMention, Sex, sex};
use crate::rules::{Hit, Page};
use crate::text::phrase::Tag;
use crate::text::{Case, Span};
use rustc_hash::FxHashMap;

/// Shorter first names are left alone: Jan, Jon and Ian are all names.
const LEAST_LETTERS: usize = 4;
/// Up to this many letters a changed vowel makes another name: Jean, Joan.
const SHORT: usize = 4;
/// An article in which more surnames are shared is a list of families.
const MOST_SURNAMES: usize = 8;

/// One first name of a surname, and how the article uses it.
#[derive(Clone, Copy, Default)]
pub(in crate::rules::kinds) struct Given<'a> {
    pub(in crate::rules::kinds) word: &'a str,
    count: usize,
    /// The first name with its surname, where it is first given.
    pub(in crate::rules::kinds) at: Span,
    /// The tokens of that.
    pub(in crate::rules::kinds) tokens: (usize, usize),
    pub(in crate::rules::kinds) sentence: usize,
    kin: bool,
    person: bool,
    other_kind: bool,
    pub(in crate::rules::kinds) age: Option<&'a str>,
    sex: Option<Sex>,
}

/// Two first names of one surname, the right one before the one that may be wrong: the more frequent one is taken
/// for right, then the one with a title, then the earlier one.
pub(in crate::rules::kinds) fn pairs<'a>(page: &Page<'a>, kin: Option<Tag>) -> Vec<(Given<'a>, Given<'a>)> {
    let order = |g: &Given<'_>| (g.count, g.person);
    let two = |surname| match givens(page, surname, kin).as_slice() {
        [a, b] if order(a) >= order(b) => Some((*a, *b)),
        [a, b] => Some((*b, *a)),
        _ => None,
    };
    let single = |word: &str| {
        page.facts
            .names
            .iter()
            .any(|n| n.len() == 1 && page.words(n.span) == word)
    };
    let pairs = shared_surnames(page).into_iter().filter_map(two);
    let pairs = pairs.filter(|(right, wrong)| wrong.count == 1 && may_be_one(right, wrong) && !single(wrong.word));
    pairs
        .filter(|(right, wrong)| !is_sic(page, wrong.at) && !is_sic(page, right.at))
        .collect()
}

/// Adds a hit for each pair of first names that are one in two spellings.
pub(super) fn find(page: &Page<'_>, kin: Option<Tag>, alike: &[String], out: &mut Vec<Hit>) {
    for (right, wrong) in pairs(page, kin) {
        if is_slip(right.word, wrong.word) || sound_alike(alike, right.word, wrong.word) {
            out.push(Hit::pair(wrong.at, right.at));
        }
    }
}

/// The mentions of people in full, with the surname and the first name.
fn full_names<'a>(page: &Page<'a>) -> impl Iterator<Item = (&'a NameMention, &'a str, &'a str)> {
    let document = page.document;
    let full = page.facts.names.iter().filter(|n| n.len() > 1);
    let full = full.filter(|n| !matches!(document.tokens[n.tokens.start].case, Case::Upper | Case::Lower));
    full.map(|n| (n, document.words(n.last(document)), document.words(n.first(document))))
}

/// The surnames that stand behind different first names: in most articles none.
fn shared_surnames<'a>(page: &Page<'a>) -> Vec<&'a str> {
    let mut first_of: FxHashMap<&str, &str> = FxHashMap::default();
    let mut shared: Vec<&str> = Vec::new();
    for (_, surname, first) in full_names(page) {
        let known = *first_of.entry(surname).or_insert(first);
        if known != first && shared.len() < MOST_SURNAMES && !shared.contains(&surname) {
            shared.push(surname);
        }
    }
    shared
}

/// The first names that stand before a surname, in order of first mention, up to the third.
fn givens<'a>(page: &Page<'a>, surname: &str, kin: Option<Tag>) -> Vec<Given<'a>> {
    let mut known: Vec<Given<'_>> = Vec::new();
    for (mention, _, first) in full_names(page).filter(|(_, s, _)| *s == surname) {
        let at = known.iter().position(|g| g.word == first).unwrap_or_else(|| {
            known.push(Given {
                word: first,
                at: mention.span,
                tokens: (mention.tokens.start, mention.tokens.end),
                sentence: mention.sentence,
                ..Given::default()
            });
            known.len() - 1
        });
        let given = &mut known[at];
        given.count += 1;
        given.kin |= kin.is_some_and(|kin| page.in_sentence(kin, mention.sentence));
        given.person |= is_person(page, mention);
        given.other_kind |= matches!(mention.kind, NameKind::Body | NameKind::Place);
        given.age = given.age.or_else(|| age_beside(page, mention));
        given.sex = given.sex.or_else(|| sex(page.document, page.lexicon, mention));
        // Three bearers are a family, whoever else there is: the next need not be looked for among thousands.
        if known.len() > 2 {
            break;
        }
    }
    known
}

fn may_be_one(a: &Given<'_>, b: &Given<'_>) -> bool {
    let two_people = a.sentence == b.sentence
        || (a.kin || b.kin)
        || a.age.zip(b.age).is_some_and(|(a, b)| a != b)
        || (a.sex.is_some() && b.sex.is_some() && a.sex != b.sex);
    (a.person || b.person) && !two_people && !a.other_kind && !b.other_kind
}

/// Are both among names that sound alike?
fn sound_alike(alike: &[String], a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    a != b
        && alike
            .iter()
            .any(|names| names.split('|').any(|n| n == a) && names.split('|').any(|n| n == b))
}

/// Are these one first name? A letter more at the end makes a full name of a short one or a woman's of a man's
/// (Steve and Steven, Eric and Erica), unless it is mute (Sara and Sarah, Bret and Brett); so does another vowel
/// there (Mario and Maria), and an i before it (Kate and Katie).
fn is_slip(a: &str, b: &str) -> bool {
    let (a, b) = (letters(a), letters(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < LEAST_LETTERS || !one_edit(&short, &long) {
        return false;
    }
    if short.len() == long.len() {
        let stem = short.len() - 1;
        return short.len() > SHORT && short[..stem] != long[..stem];
    }
    let (last, before) = (long[long.len() - 1], long.len() - 2);
    let added = long.starts_with(&short) && last != 'h' && last != long[before];
    let petted = long[before] == 'i' && is_vowel(last) && long[..before] == short[..before];
    !added && !petted
}
