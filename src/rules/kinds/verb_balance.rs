//! `verb-balance`: one party says, the other claims.

use super::Kind;
use crate::facts::quantity::Stem;
use crate::facts::{Attribution, CueClass, SourceKind};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::token::hashes_of;
use crate::text::{Prefix, Span};
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// `[check.verb-balance]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The favoured party has at least so many plain verbs and no doubting one.
    plain: usize,
    /// The doubted party has at least so many doubting verbs and no plain one.
    doubting: usize,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "plain verbs for one party, doubting ones for the other";

    fn compile(self, _: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(VerbBalanceCheck { settings: self })
    }
}

#[derive(Debug)]
struct VerbBalanceCheck {
    settings: Settings,
}

/// What one party's words are reported with.
#[derive(Debug, Default)]
struct Party {
    plain: Vec<Span>,
    doubting: Vec<Span>,
    /// The same verbs where what is said counts something, with the noun that is counted.
    counts: Vec<(Stem, CueClass, Span)>,
}

/// Parties are one when so many first letters of their names agree: "Kessia", "the Kessian navy".
const STEM: usize = 5;

impl Check for VerbBalanceCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let parties = parties(page);
        if let Some(hit) = like_figures(&parties) {
            out.push(hit);
            return;
        }
        let favoured = parties
            .iter()
            .filter(|p| p.plain.len() >= self.settings.plain && p.doubting.is_empty())
            .max_by_key(|p| p.plain.len());
        let Some(favoured) = favoured else { return };
        let doubted = |p: &&Party| p.plain.is_empty() && p.doubting.len() >= self.settings.doubting;
        for doubted in parties.iter().filter(doubted) {
            if let (Some(doubting), Some(plain)) = (doubted.doubting.first(), favoured.plain.first()) {
                out.push(Hit::pair(*doubting, *plain));
            }
        }
    }
}

/// Two parties each give a figure of the same things; one reports it, the other only claims it. One such
/// pair is enough: what is said is alike, so the verb alone is unlike.
fn like_figures(parties: &[Party]) -> Option<Hit> {
    let mut plain: FxHashMap<Stem, (usize, Span)> = FxHashMap::default();
    let mut doubting: Vec<(Stem, usize, Span)> = Vec::new();
    for (number, party) in parties.iter().enumerate() {
        for (noun, class, cue) in &party.counts {
            match class {
                CueClass::Doubting => doubting.push((*noun, number, *cue)),
                _ => {
                    plain.entry(*noun).or_insert((number, *cue));
                }
            }
        }
    }
    doubting.into_iter().find_map(|(noun, number, cue)| {
        let (other, said) = plain.get(&noun)?;
        let own = &parties[number].counts;
        // A party whose figure is also said plainly is treated alike.
        let alike = own
            .iter()
            .any(|(n, class, _)| *n == noun && *class != CueClass::Doubting);
        (*other != number && !alike).then(|| Hit::pair(cue, *said))
    })
}

/// What the figures in an attribution's words count, where a body speaks.
fn counted(page: &Page<'_>, attribution: &Attribution) -> Vec<Stem> {
    if attribution.source.kind != SourceKind::Institution {
        return Vec::new();
    }
    let inside = page
        .facts
        .quantities_in(attribution.sentence..attribution.sentence + 1)
        .iter();
    let inside = inside.filter(|q| attribution.content.contains(q.figure));
    inside
        .filter_map(|q| q.counted.map(|c| c.head))
        .take(MOST_FIGURES)
        .collect()
}

/// Figures of one report that are looked at.
const MOST_FIGURES: usize = 4;

/// The parties of the article with the verbs that report them, in order of first line.
fn parties(page: &Page<'_>) -> Vec<Party> {
    let mut attributions: Vec<&Attribution> = page.facts.attributions.iter().filter(|a| !a.negated).collect();
    attributions.sort_by_key(|a| a.cue);
    let mut out: Vec<Party> = Vec::new();
    let mut numbers: FxHashMap<Prefix, usize> = FxHashMap::default();
    let mut last: Option<(usize, Prefix)> = None;
    for attribution in attributions {
        let block = page.document.sentences[attribution.sentence].block;
        // "It said": the party that spoke before in the same paragraph.
        let carried = || last.as_ref().filter(|(b, _)| *b == block).map(|(_, key)| *key);
        let speaks = matches!(attribution.source.kind, SourceKind::Named | SourceKind::Institution);
        let Some(key) = name(page, attribution.source.span).or_else(carried).filter(|_| speaks) else {
            continue;
        };
        last = Some((block, key));
        let at = *numbers.entry(key).or_insert_with(|| {
            out.push(Party::default());
            out.len() - 1
        });
        if matches!(attribution.class, CueClass::Neutral | CueClass::Doubting) {
            for noun in counted(page, attribution) {
                out[at].counts.push((noun, attribution.class, attribution.cue));
            }
        }
        match attribution.class {
            CueClass::Neutral => out[at].plain.push(attribution.cue),
            CueClass::Doubting => out[at].doubting.push(attribution.cue),
            _ => {}
        }
    }
    out
}

/// Words with a capital that are no name.
const OPENERS: [u32; 10] = hashes_of(["the", "a", "an", "it", "he", "she", "they", "its", "his", "her"]);

/// The stem of the first name in a source's words.
fn name(page: &Page<'_>, source: Span) -> Option<Prefix> {
    let tokens = &page.document.tokens[page.document.tokens_in(source)];
    let named = tokens
        .iter()
        .find(|t| t.is_capitalised() && !OPENERS.contains(&t.hash))?;
    Some(Prefix::of(page.words(named.span), STEM))
}
