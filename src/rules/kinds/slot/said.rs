//! The slots of values that are no counts: for what they sold it, how the vote went, when the wedding is.

use super::filler::words_but;
use super::told::{Told, Value};
use super::{MOST_COMPARED, SlotCheck, Sort};
use crate::facts::quantity::Stem;
use crate::facts::{Class, LIGHT};
use crate::rules::{Hit, Page};
use crate::text::TokenKind;
use std::collections::BTreeMap;

/// Tokens from a noun to the words of its slot: "the funeral of Ada Crewe will be held on".
const REACH: usize = 6;
/// Modifiers that are read back from a noun: "the women's long-distance final".
const MOST_MODIFIERS: usize = 4;

/// Values on either side among which one that comes up again is looked for: more than any story gives of one
/// thing. Without a bound a text of a million prices would be read a million times.
const MOST_COUNTED: usize = 1000;

/// That a value fills the slot, and the noun that it is the value of, where nouns are asked for.
struct Filled {
    noun: Option<usize>,
}

/// A value with what it is the value of.
struct Filling {
    told: Told,
    /// The words before its noun that tell it from others.
    modifiers: Vec<Stem>,
    /// Does "the", "this" or a possessor stand before its noun, or "a"? Neither, where it stands bare.
    definite: Option<bool>,
    /// The words of its sentence, the value and the noun left out.
    words: Vec<Stem>,
    /// The bearers of the names in its sentence.
    names: Vec<usize>,
}

impl SlotCheck {
    pub(super) fn values(&self, page: &Page<'_>, sort: Sort, out: &mut Vec<Hit>) {
        // In the order of the nouns, so that the same article gives the same hits.
        let mut slots: BTreeMap<Stem, Vec<(Told, Option<usize>)>> = BTreeMap::new();
        for told in Told::all(page, sort) {
            let Some(Filled { noun }) = self.filled(page, &told) else {
                continue;
            };
            let key = Stem::of(noun.map_or("", |n| page.words(page.document.tokens[n].span)));
            if self.stands_alone(page, &told.tokens, told.sentence) {
                slots.entry(key).or_default().push((told, noun));
            }
        }
        for slot in slots.into_values().filter(|slot| slot.len() > 1) {
            let fillings = slot.into_iter().map(|(told, noun)| Filling::new(page, told, noun));
            self.hold(page, &fillings.collect::<Vec<_>>(), out);
        }
    }

    /// Does a value fill the slot, and as the value of which noun, where nouns are asked for?
    fn filled(&self, page: &Page<'_>, told: &Told) -> Option<Filled> {
        let (start, end) = (told.tokens.start, told.tokens.end);
        if self.unless_after.is_some_and(|tag| page.matches.begins_at(tag, end)) {
            return None;
        }
        let first = page.document.sentences.get(told.sentence)?.tokens.start;
        // Where the words of the slot begin, if they stand before the value.
        let lead = self.before.and_then(|tag| {
            let found = page.matches.within(tag, first..start).iter();
            found.filter(|m| m.tokens.end == start).map(|m| m.tokens.start).min()
        });
        let Some(nouns) = self.nouns else {
            let after = || self.after.is_some_and(|tag| page.matches.begins_at(tag, end));
            return (lead.is_some() || after()).then_some(Filled { noun: None });
        };
        // "Friday's wedding", "the £3m sale".
        let possessive = page
            .document
            .tokens
            .get(end)
            .is_some_and(|t| t.kind == TokenKind::Possessive);
        let behind = end + usize::from(possessive);
        if page.matches.begins_at(nouns, behind) {
            return Some(Filled { noun: Some(behind) });
        }
        let lead = lead?;
        let near = page.matches.within(nouns, lead.saturating_sub(REACH).max(first)..lead);
        let noun = near.iter().map(|m| m.tokens.end - 1).rfind(|n| *n < lead)?;
        reaches(page, noun + 1..lead).then_some(Filled { noun: Some(noun) })
    }

    fn hold(&self, page: &Page<'_>, fillings: &[Filling], out: &mut Vec<Hit>) {
        let times = |near: &[Filling], value: Value| {
            let same = |f: &&Filling| !f.told.value.clashes(value, f64::INFINITY);
            near.iter().filter(same).take(2).count()
        };
        // Two values in one sentence are of two things: "the final on Sunday and the final on Monday".
        let alone = |f: &Filling| {
            let first = fillings.partition_point(|other| other.told.sentence < f.told.sentence);
            fillings
                .get(first + 1)
                .is_none_or(|other| other.told.sentence != f.told.sentence)
        };
        for (at, two) in fillings.iter().enumerate() {
            let earlier = fillings[at.saturating_sub(MOST_COMPARED)..at].iter().rev();
            let clash = earlier.into_iter().find(|one| {
                one.told.sentence != two.told.sentence
                    && one.told.value.clashes(two.told.value, self.most_times)
                    && self.are_one(page, one, two)
            });
            // Where both values come up again and again they are of two things.
            let near = &fillings[at.saturating_sub(MOST_COUNTED)..fillings.len().min(at + MOST_COUNTED)];
            let clash = clash.filter(|one| times(near, one.told.value).min(times(near, two.told.value)) == 1);
            if let Some(one) = clash.filter(|one| alone(one) && alone(two)) {
                out.push(Hit::pair(two.told.span, one.told.span));
            }
        }
    }

    /// Do their sentences speak of one thing?
    fn are_one(&self, page: &Page<'_>, one: &Filling, two: &Filling) -> bool {
        let shared = two.words.iter().filter(|w| one.words.binary_search(w).is_ok()).count();
        let part = shared as f64 / one.words.len().min(two.words.len()).max(1) as f64;
        // "The wedding" takes up "the late wedding of Ada Crewe", whomever else its sentence names.
        let taken_up = two.definite == Some(true) && two.modifiers.iter().all(|m| one.modifiers.contains(m));
        let names = one.names.is_empty() || two.names.is_empty() || one.names.iter().any(|n| two.names.contains(n));
        shared >= self.shared_words
            && part >= self.shared_part
            && (taken_up || (names && two.definite.is_none() && one.modifiers == two.modifiers))
            && self.sources_fit(page, one.told.sentence, two.told.sentence)
    }
}

/// May what stands between a noun and the words of its slot belong to the noun: "of the old ferryman"?
fn reaches(page: &Page<'_>, between: std::ops::Range<usize>) -> bool {
    let mut tokens = page.document.tokens[between].iter();
    let opens = tokens.next().is_none_or(|t| page.lexicon.is(t, Class::Preposition));
    let thought = [Class::Auxiliary, Class::PersonPronoun, Class::Conjunction];
    opens && tokens.all(|t| t.is_word() && !page.lexicon.any(t.word, &thought))
}

impl Filling {
    fn new(page: &Page<'_>, told: Told, noun: Option<usize>) -> Self {
        let names = page.facts.names.iter();
        let names = names.skip(page.facts.names.partition_point(|n| n.sentence < told.sentence));
        let own = told.tokens.clone();
        let (modifiers, definite) = noun.map_or((Vec::new(), None), |noun| modifiers(page, noun));
        Self {
            modifiers,
            definite,
            words: words_but(page, told.sentence, |i| Some(i) == noun || own.contains(&i)),
            names: names
                .take_while(|n| n.sentence == told.sentence)
                .filter(|n| !own.contains(&n.tokens.start))
                .map(|n| n.bearer)
                .collect(),
            told,
        }
    }
}

/// The words between a noun and its determiner, as stems ("women" and "long" of "the women's long final"),
/// and whether it is a known one or a new one, where that is said.
fn modifiers(page: &Page<'_>, noun: usize) -> (Vec<Stem>, Option<bool>) {
    let tokens = &page.document.tokens;
    let ends = |at: usize| {
        let token = &tokens[at];
        let inside = token.is_word() || token.kind == TokenKind::Possessive || token.is('-');
        !inside || page.lexicon.any(token.word, &LIGHT)
    };
    let first = noun.saturating_sub(MOST_MODIFIERS);
    let start = (first..noun).rev().take_while(|at| !ends(*at)).last().unwrap_or(noun);
    let owned = tokens[start..noun].iter().any(|t| t.kind == TokenKind::Possessive);
    let before = start
        .checked_sub(1)
        .map_or("", |at| page.words(tokens[at].span))
        .to_lowercase();
    let definite = match before.as_str() {
        _ if owned => Some(true),
        "the" | "this" | "that" | "his" | "her" | "their" | "its" => Some(true),
        "a" | "an" | "another" | "any" | "no" | "each" | "every" => Some(false),
        _ => None,
    };
    let words = tokens[start..noun].iter().filter(|t| t.is_word());
    let dated = [Class::Weekday, Class::Month];
    let words = words.filter(|t| !page.lexicon.any(t.word, &dated));
    let mut stems: Vec<Stem> = words.map(|t| Stem::of(page.words(t.span))).collect();
    stems.sort_unstable();
    (stems, definite)
}
