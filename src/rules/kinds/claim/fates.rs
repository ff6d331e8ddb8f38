//! What befell people, told on somebody's word: where the paragraph before tells it, a claim has its source.

use super::known::answers;
use crate::facts::quantity::Unit;
use crate::facts::{Claim, SourceKind};
use crate::rules::Page;
use crate::text::Sentence;
use std::ops::Range;

/// Beginnings of words for deaths, and for injuries.
const FATES: [&[&str]; 2] = [
    &["kill", "die", "dead", "death", "drown", "perish", "fatal", "bodies"],
    &["injur", "wound", "hurt", "hospital"],
];

/// What befell somebody in these words: 1 death, 2 injury, 0 anything else. "Killed" and "died" are one.
pub(super) fn fate(words: &str) -> u8 {
    let words = words.to_lowercase();
    let told = |stems: &&[&str]| stems.iter().any(|stem| words.contains(stem));
    FATES.iter().position(told).map_or(0, |fate| fate as u8 + 1)
}

/// For each sentence, which fates it tells of on somebody's word: bit 1 death, bit 2 injury.
pub(super) struct Fates {
    told: Vec<u8>,
    /// For deaths and injuries, up to each sentence: one behind the last that tells of them with a figure.
    last: Vec<[usize; 2]>,
}

impl Fates {
    pub(super) fn of(page: &Page<'_>) -> Self {
        let sentences = page.document.sentences.iter().zip(&page.facts.behind);
        let told: Vec<u8> = sentences.map(|(sentence, kind)| told(page, sentence, *kind)).collect();
        let mut last = Vec::with_capacity(told.len());
        let mut here = [0; 2];
        for (number, fates) in told.iter().enumerate() {
            if *fates != 0 && counts(page, number) {
                for (fate, at) in here.iter_mut().enumerate() {
                    if fates & (1 << fate) != 0 {
                        *at = number + 1;
                    }
                }
            }
            last.push(here);
        }
        Self { told, last }
    }

    /// Does a sentence tell of a fate on somebody's word?
    pub(super) fn tells(&self, sentence: usize, fate: u8) -> bool {
        self.told.get(sentence).is_some_and(|told| told & fate != 0)
    }

    /// Does one of these sentences tell of a fate with a figure?
    fn counted(&self, sentences: &Range<usize>, fate: u8) -> bool {
        let last = sentences.end.checked_sub(1).and_then(|end| self.last.get(end));
        let behind = |last: &[usize; 2]| (0..2).any(|n| fate & (1 << n) != 0 && last[n] > sentences.start);
        last.is_some_and(behind)
    }

    /// "Three bodies were found, the minister said." in the paragraph before, and here "the flood killed many": the toll
    /// has its source, and no other is given.
    pub(super) fn is_told_above(&self, page: &Page<'_>, claim: &Claim) -> bool {
        let fated = fate(page.words(claim.trigger));
        let document = page.document;
        let block = document.sentences[claim.sentence].block;
        let above = block
            .checked_sub(1)
            .map_or(0..0, |b| document.blocks[b].sentences.clone());
        let within = document.blocks[block].sentences.start..claim.sentence;
        if fated == 0 || !(self.counted(&above, fated) || self.counted(&within, fated)) {
            return false;
        }
        let last = page.document.tokens_in(claim.trigger).end;
        let mut own = page.facts.quantities_in(claim.sentence..claim.sentence + 1).iter();
        let figure = own
            .find(|q| q.unit == Unit::Count || q.tokens.start > last)
            .is_some_and(|q| q.tokens.start <= last);
        // "Numerous deaths" sums up more than the one toll that was told.
        let summed = SUMMING.iter().any(|w| page.words(claim.trigger).ends_with(w));
        !figure && !summed
    }
}

/// Which fates a sentence tells of on somebody's word.
fn told(page: &Page<'_>, sentence: &Sentence, kind: SourceKind) -> u8 {
    if !answers(kind) {
        return 0;
    }
    let words = page.document.tokens[sentence.tokens.clone()]
        .iter()
        .filter(|t| t.is_word());
    words.fold(0, |told, token| {
        let word = page.words(token.span).to_lowercase();
        let tells = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
        told | u8::from(tells(FATES[0])) | u8::from(tells(FATES[1])) << 1
    })
}

/// Does a sentence count anything?
fn counts(page: &Page<'_>, sentence: usize) -> bool {
    let figures = page.facts.quantities_in(sentence..sentence + 1);
    figures.iter().any(|q| q.unit == Unit::Count)
}

/// Nouns that sum up deaths and injuries.
const SUMMING: [&str; 4] = ["deaths", "casualties", "fatalities", "injuries"];
