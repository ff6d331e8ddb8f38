//! A value that is taken up as known: "the 3-1 win" after "beat Velna 2-1".

use super::filler::words_but;
use super::told::Told;
use super::{MOST_COMPARED, SlotCheck};
use crate::facts::{Class, Voice};
use crate::rules::{Hit, Page};

/// Tokens between the words of the slot and its value where it is first told: "beat the holders of the cup 2-1".
const REACH: usize = 10;
/// More values than this are a list of results.
const MOST_VALUES: usize = 12;

impl SlotCheck {
    pub(super) fn taken_up(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let all = Told::all(page, self.value);
        if all.len() < 2 || all.len() > MOST_VALUES {
            return;
        }
        for (at, two) in all.iter().enumerate() {
            let quoted = page.facts.voice(two.tokens.start) == Voice::Quoted;
            if quoted
                || two.value.is_level()
                || !self.is_known(page, two)
                || !self.stands_alone(page, &two.tokens, two.sentence)
            {
                continue;
            }
            // Given twice it is another one.
            let mut rest = all.iter().enumerate().filter(|(other, _)| *other != at);
            if rest.any(|(_, other)| other.value.is_like(two.value)) {
                continue;
            }
            let earlier = all[at.saturating_sub(MOST_COMPARED)..at].iter();
            let told = |one: &&Told| one.sentence != two.sentence && self.is_told(page, one);
            let mut told = earlier.filter(told).filter(|one| !one.value.is_level());
            let one = told.next();
            let clash = |one: &&Told| {
                one.value.clashes(two.value, self.most_times)
                    && Self::names_fit(page, one, two)
                    && self.words_fit(page, one, two)
                    && self.sources_fit(page, one.sentence, two.sentence)
            };
            if let Some(one) = one
                .filter(clash)
                .filter(|one| told.all(|other| !one.value.clashes(other.value, f64::INFINITY)))
            {
                out.push(Hit::pair(two.span, one.span));
            }
        }
    }

    /// Is a value taken up as known: "the 2-1 win", "the price of"?
    fn is_known(&self, page: &Page<'_>, told: &Told) -> bool {
        let (start, end) = (told.tokens.start, told.tokens.end);
        let lead = start.checked_sub(1);
        let definite = lead.is_some_and(|at| {
            page.lexicon.is(&page.document.tokens[at], Class::Determiner)
                && !page.reads(at, &["a", "an", "another", "any", "no", "each", "every"])
        });
        let noun = self
            .nouns
            .map_or(self.again.is_none(), |tag| page.matches.begins_at(tag, end));
        definite && noun || self.again.is_some_and(|tag| page.matches.ends_at(tag, start))
    }

    /// Is it told for the first time, by the words of the slot before it in its sentence or right behind it?
    fn is_told(&self, page: &Page<'_>, told: &Told) -> bool {
        let first = page.document.sentences.get(told.sentence).map_or(0, |s| s.tokens.start);
        if self.before.is_none() && self.after.is_none() {
            return true;
        }
        let near = first.max(told.tokens.start.saturating_sub(REACH))..told.tokens.start;
        let before = self
            .before
            .is_some_and(|tag| !page.matches.within(tag, near).is_empty());
        before
            || self
                .after
                .is_some_and(|tag| page.matches.begins_at(tag, told.tokens.end))
    }

    /// Have the two sentences as many words in common as the rule asks?
    fn words_fit(&self, page: &Page<'_>, one: &Told, two: &Told) -> bool {
        if self.shared_words == 0 {
            return true;
        }
        let words = |told: &Told| words_but(page, told.sentence, |at| told.tokens.contains(&at));
        let (first, second) = (words(one), words(two));
        let shared = second.iter().filter(|w| first.binary_search(w).is_ok()).count();
        let part = shared as f64 / first.len().min(second.len()).max(1) as f64;
        shared >= self.shared_words && part >= self.shared_part
    }

    /// Does the sentence of the second name nobody behind it whom the first does not: "the 3-1 win over Velna"?
    fn names_fit(page: &Page<'_>, one: &Told, two: &Told) -> bool {
        let over = |at: usize| page.reads(at, &["over", "against", "at", "in", "by", "for", "to"]);
        let mut behind = page.facts.names_in(two.sentence);
        let named = behind.find(|n| n.tokens.start >= two.tokens.end);
        named.is_none_or(|name| {
            let near = name.tokens.start <= two.tokens.end + 4 && (two.tokens.end..name.tokens.start).any(over);
            !near || page.facts.names_in(one.sentence).any(|n| n.bearer == name.bearer)
        })
    }
}
