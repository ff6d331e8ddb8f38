//! `quote-drift`: one quotation in two wordings, and a quoted word that no quotation holds.
//!
//! Candidates share a rare word, so that quotations are compared only where they can be one.

mod fragment;
mod sayings;
mod words;

use super::Kind;
use crate::facts::{Quotation, QuotationKind, wording};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::Token;
use fragment::fragment;
use sayings::sayings;
use serde::Deserialize;
use std::cell::OnceCell;
use words::each_word;

/// `[check.quote-drift]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Look for one quotation in two wordings, or for quoted words in the first lines that stand in no
    /// full quotation?
    look_for: LookFor,
}

/// What a rule of this kind looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LookFor {
    /// One quotation, two wordings.
    TwoWordings,
    /// A word or two in quotation marks at the top that no full quotation holds.
    Fragment,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a quotation checked against itself";

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(QuoteDriftCheck { settings: self })
    }
}

/// Shorter quotations share their words by chance.
const LEAST_WORDS: usize = 8;
/// Share of the shorter one's words that must come back in order: of eight words one may be another, of seven none.
const LEAST_SHARE: f64 = 0.85;
/// Words with this many letters or more make two quotations candidates.
const TELLING: usize = 5;
/// Quotations that share one telling word are compared in groups of at most this many.
const MOST_IN_GROUP: usize = 8;

#[derive(Debug)]
struct QuoteDriftCheck {
    settings: Settings,
}

impl Check for QuoteDriftCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        match self.settings.look_for {
            LookFor::TwoWordings => two_wordings(page, out),
            LookFor::Fragment => fragment(page, out),
        }
    }
}

/// The words of a quotation by their hashes, as they stand and, where they are compared with another's, sorted.
struct Said {
    words: Vec<u32>,
    sorted: OnceCell<Vec<u32>>,
}

impl Said {
    fn new(words: Vec<u32>) -> Self {
        Self {
            words,
            sorted: OnceCell::new(),
        }
    }

    fn sorted(&self) -> &[u32] {
        self.sorted.get_or_init(|| {
            let mut sorted = self.words.clone();
            sorted.sort_unstable();
            sorted
        })
    }
}

/// Pairs of quotations, by number, with two telling words in common.
fn candidates(mut telling: Vec<(u32, usize)>) -> Vec<(usize, usize)> {
    telling.sort_unstable();
    telling.dedup();
    let mut shared: Vec<(usize, usize)> = Vec::new();
    for group in telling.chunk_by(|a, b| a.0 == b.0) {
        let group = &group[..group.len().min(MOST_IN_GROUP)];
        for (at, (_, a)) in group.iter().enumerate() {
            shared.extend(group[at + 1..].iter().map(|(_, b)| (*a, *b)));
        }
    }
    shared.sort_unstable();
    let pairs = shared.chunk_by(|a, b| a == b).filter(|same| same.len() > 1);
    pairs.map(|same| same[0]).collect()
}

fn two_wordings(page: &Page<'_>, out: &mut Vec<Hit>) {
    let all = page.facts.quotations.iter();
    let long = all.filter(|q| q.words >= LEAST_WORDS && q.kind != QuotationKind::Title && !is_edited(page, q));
    let mut quotations: Vec<(&Quotation, Said)> = Vec::new();
    // Each telling word with each quotation that holds it.
    let mut telling: Vec<(u32, usize)> = Vec::new();
    for quotation in long {
        let number = quotations.len();
        let mut said = Vec::with_capacity(quotation.words);
        each_word(page, quotation, |hash, word| {
            said.push(hash);
            if word.len() >= TELLING {
                telling.push((hash, number));
            }
        });
        quotations.push((quotation, Said::new(said)));
    }
    let mut drifted: Vec<(usize, usize)> = Vec::new();
    for (a, b) in candidates(telling) {
        let (short, long) = if quotations[a].1.words.len() <= quotations[b].1.words.len() {
            (a, b)
        } else {
            (b, a)
        };
        // A speaker who says a thing twice in one breath, a little otherwise, is an orator.
        if quotations[a].0.block == quotations[b].0.block && b == a + 1 {
            continue;
        }
        if drifts(&quotations[short].1, &quotations[long].1) {
            drifted.push((a, b));
        }
    }
    for (odd, others) in sayings(&drifted) {
        let mut hit = Hit::at(quotations[odd].0.inner);
        hit.related = others.into_iter().map(|n| quotations[n].0.inner).collect();
        out.push(hit);
    }
}

/// Square brackets and dots say that words were changed or left out.
fn is_edited(page: &Page<'_>, quotation: &Quotation) -> bool {
    let tokens = &page.document.tokens[page.document.tokens_in(quotation.inner)];
    let dots = |three: &[Token]| three.iter().all(|t| t.is('.')) && !three[1].spaced && !three[2].spaced;
    tokens.iter().any(|t| t.is('[') || t.is('…')) || tokens.windows(3).any(dots)
}

/// Do most of the shorter one's words come back in order in the longer one, but not as they stand?
fn drifts(short: &Said, long: &Said) -> bool {
    let most = wording::in_common(short.sorted(), long.sorted());
    most as f64 >= LEAST_SHARE * short.words.len() as f64
        && !wording::holds(&short.words, &long.words)
        && wording::is_alike(&short.words, &long.words, LEAST_SHARE)
}
