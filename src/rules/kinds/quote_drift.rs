//! `quote-drift`: one quotation in two wordings, and a quoted word that no quotation holds.
//!
//! Candidates share a rare word, so that quotations are compared only where they can be one.

mod sayings;

use super::Kind;
use crate::facts::{Class, Quotation, QuotationKind, wording};
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::token::hash_of;
use crate::text::vocabulary::fold;
use crate::text::{BlockKind, Token, TokenKind, WordId};
use rustc_hash::FxHashMap;
use sayings::sayings;
use serde::Deserialize;
use std::cell::OnceCell;

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
/// Share of the shorter one's words that must come back in order.
const LEAST_SHARE: f64 = 0.85;
/// Words with this many letters or more make two quotations candidates.
const TELLING: usize = 5;
/// Words that share this many first letters are of one stem.
const STEM: usize = 6;
/// Quoted words of more than two are phrases that people share.
const MOST_FRAGMENT: usize = 2;
/// Sentences of a first paragraph that are the first lines of the story.
const LEDE: usize = 3;
/// Quotations that share one telling word are compared in groups of at most this many.
const MOST_IN_GROUP: usize = 8;
/// Longer quotations are compared by their first words only.
const MOST_WORDS: usize = 120;

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

/// What ends a contraction, and the word it stands for.
const CONTRACTIONS: &[(&str, &str)] = &[("'re", "are"), ("'ll", "will"), ("'ve", "have"), ("'m", "am")];

/// The tokens of a quotation's words, nested marks left out.
fn tokens<'a>(page: &Page<'a>, quotation: &Quotation) -> impl Iterator<Item = &'a Token> {
    let tokens = &page.document.tokens[page.document.tokens_in(quotation.inner)];
    let words = tokens.iter().filter(|t| t.is_word() || t.kind == TokenKind::Number);
    words.take(MOST_WORDS)
}

/// A folded word, and a second one where it is a contraction: taking one for the other is no new wording.
fn parted(word: &str) -> (&str, Option<&'static str>) {
    let mut contractions = CONTRACTIONS.iter();
    let found = contractions.find(|(short, _)| word.len() > short.len() && word.ends_with(short));
    found.map_or((word, None), |(short, long)| {
        (&word[..word.len() - short.len()], Some(*long))
    })
}

/// The words of a quotation in small letters.
fn words(page: &Page<'_>, quotation: &Quotation) -> Vec<String> {
    let mut out = Vec::new();
    for token in tokens(page, quotation) {
        let mut word = String::with_capacity(token.span.len());
        fold(page.words(token.span), &mut word);
        let (first, second) = parted(&word);
        out.push(first.to_owned());
        out.extend(second.map(str::to_owned));
    }
    out
}

/// The same as numbers.
fn numbers(page: &Page<'_>, quotation: &Quotation) -> Vec<Word> {
    let mut out = Vec::with_capacity(quotation.words.min(MOST_WORDS));
    let mut folded = String::new();
    for token in tokens(page, quotation) {
        let bytes = &page.document.text.as_bytes()[token.span.range()];
        if bytes.iter().all(u8::is_ascii_alphanumeric) {
            out.push((token.hash, bytes.len()));
            continue;
        }
        folded.clear();
        fold(page.words(token.span), &mut folded);
        let (first, second) = parted(&folded);
        let both = [Some(first), second];
        out.extend(both.into_iter().flatten().map(|word| (hash_of(word), word.len())));
    }
    out
}

/// A word of a quotation, by its hash and its length.
type Word = (u32, usize);

/// The words of a quotation, as they stand and, where they are compared with another's, sorted.
struct Said {
    words: Vec<Word>,
    sorted: OnceCell<Vec<Word>>,
}

impl Said {
    fn new(words: Vec<Word>) -> Self {
        Self {
            words,
            sorted: OnceCell::new(),
        }
    }

    fn sorted(&self) -> &[Word] {
        self.sorted.get_or_init(|| {
            let mut sorted = self.words.clone();
            sorted.sort_unstable();
            sorted
        })
    }
}

fn two_wordings(page: &Page<'_>, out: &mut Vec<Hit>) {
    let all = page.facts.quotations.iter();
    let long = all.filter(|q| q.words >= LEAST_WORDS && q.kind != QuotationKind::Title && !is_edited(page, q));
    let quotations: Vec<(&Quotation, Said)> = long.map(|q| (q, Said::new(numbers(page, q)))).collect();
    let mut telling: Vec<(Word, usize)> = Vec::new();
    for (number, (_, said)) in quotations.iter().enumerate() {
        telling.extend(said.words.iter().filter(|w| w.1 >= TELLING).map(|word| (*word, number)));
    }
    telling.sort_unstable();
    telling.dedup();
    // Pairs with two telling words in common.
    let mut pairs: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for group in telling.chunk_by(|a, b| a.0 == b.0) {
        let group = &group[..group.len().min(MOST_IN_GROUP)];
        for (at, (_, a)) in group.iter().enumerate() {
            for (_, b) in &group[at + 1..] {
                *pairs.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = pairs.into_iter().filter(|(_, n)| *n > 1).map(|(p, _)| p).collect();
    pairs.sort_unstable();
    let mut drifted: Vec<(usize, usize)> = Vec::new();
    for (a, b) in pairs {
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

/// Words of one to three in quotation marks in the headline or the first paragraph whose stem stands
/// in no full quotation of the article.
fn fragment(page: &Page<'_>, out: &mut Vec<Hit>) {
    let document = page.document;
    let first = document.blocks.iter().position(|b| b.kind == BlockKind::Paragraph);
    // Copy without paragraphs is one block; its first lines are no more than anybody's.
    let lede = first.map_or(0, |block| document.blocks[block].sentences.start + LEDE);
    let is_top = |q: &&Quotation| {
        (Some(q.block) == first && document.sentence_at(q.span.start) < lede)
            || matches!(
                document.blocks[q.block].kind,
                BlockKind::Headline | BlockKind::Standfirst
            )
    };
    let quoted = page.facts.quotations.iter();
    let fragments: Vec<&Quotation> = quoted
        .filter(|q| q.kind == QuotationKind::Word && q.words <= MOST_FRAGMENT)
        .filter(is_top)
        .collect();
    if fragments.is_empty() {
        return;
    }
    let (mut said, mut full) = (FxHashMap::default(), Full::default());
    for quotation in page.facts.quotations.iter().filter(|q| q.kind != QuotationKind::Title) {
        for word in words(page, quotation) {
            if matches!(quotation.kind, QuotationKind::Full | QuotationKind::Continued) {
                full.add(&word);
            }
            *said.entry(word).or_insert(0_usize) += 1;
        }
    }
    if full.words < LEAST_WORDS {
        return;
    }
    for quotation in fragments {
        let tokens = document.tokens_in(quotation.inner);
        let content = tokens
            .map(|i| &document.tokens[i])
            .filter(|t| t.is_word() && t.span.len() >= 5 && !t.is_capitalised())
            .filter(|t| {
                t.word == WordId::UNKNOWN || !page.lexicon.any(t.word, &[Class::Preposition, Class::Auxiliary])
            });
        let content: Vec<String> = content.map(|t| page.words(t.span).to_lowercase()).collect();
        // In its own quotation each word stands once for each time it is written there.
        let own = words(page, quotation);
        let elsewhere = |word: &String| {
            let here = own.iter().filter(|w| *w == word).count();
            said.get(word).is_some_and(|times| *times > here)
        };
        let missing = !content.is_empty() && !content.iter().any(elsewhere);
        // A word of the same stem in a full quotation: the writer made one word of another.
        let kin = content.iter().any(|w| full.has_kin(w));
        let vowed = holds(page, quotation, &[Class::CueAct]);
        if missing && (kin || vowed) {
            let hit = Hit::at(quotation.span);
            // Without both the speaker may have said it where the article does not quote.
            out.push(if kin && vowed {
                hit.severity(Severity::Minor)
            } else {
                hit
            });
        }
    }
}

/// The words of the full quotations, by their first letters.
#[derive(Default)]
struct Full {
    words: usize,
    /// Two different words of a stem tell whether one has kin; more would tell no more.
    stems: FxHashMap<String, Vec<String>>,
}

impl Full {
    fn add(&mut self, word: &str) {
        self.words += 1;
        if let Some(stem) = word.get(..STEM) {
            let known = self.stems.entry(stem.to_owned()).or_default();
            if known.len() < 2 && known.iter().all(|w| w != word) {
                known.push(word.to_owned());
            }
        }
    }

    /// Does a full quotation hold another word with the same first six letters?
    fn has_kin(&self, word: &str) -> bool {
        let known = word.get(..STEM).and_then(|stem| self.stems.get(stem));
        known.is_some_and(|words| words.iter().any(|w| w != word))
    }
}

/// Does a word of these classes stand in the sentence of the quoted word?
fn holds(page: &Page<'_>, quotation: &Quotation, classes: &[Class]) -> bool {
    let sentence = page.document.sentence_at(quotation.span.start);
    let Some(sentence) = page.document.sentences.get(sentence) else {
        return false;
    };
    let tokens = &page.document.tokens[sentence.tokens.clone()];
    tokens.iter().any(|t| page.lexicon.any(t.word, classes))
}
