//! How loaded a sentence is in the writer's own voice: a sum of weighed features, squashed to 0–1.
//!
//! The features and their weights stand in `rules/tone.toml`, each with its reason. They were set by
//! hand: a weight says about how much one more such word moves the odds that the sentence is comment
//! and not report. Nothing is learned from an article or kept between two.

mod signs;
mod written;

use super::compiler::Compiler;
use crate::facts::{Facts, Matches, Voice};
use crate::text::phrase::{Match, Tag};
use crate::text::{Case, Document, Sentence};
use signs::{Endings, LastLetters, Signs};
use std::sync::Arc;

pub use written::{FeatureAsWritten, PersonalAsWritten, Surface, ToneAsWritten};

/// Endings are looked for only in words of this many letters and more: shorter ones are mostly plain.
const LEAST_LETTERS: usize = 6;

/// The scale, ready to weigh sentences.
#[derive(Clone, Debug, Default)]
pub struct Tone {
    start: f64,
    reported: f64,
    features: Vec<Feature>,
    /// The last letters of the endings of all features.
    last: LastLetters,
    personal: Option<(Tag, usize, f64)>,
}

#[derive(Clone, Debug)]
struct Feature {
    name: Arc<str>,
    what: What,
    weight: f64,
    most: f64,
}

#[derive(Clone, Debug)]
enum What {
    Words(Tag),
    Endings(Endings),
    Surface(Surface),
}

/// What a sentence weighs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weighed {
    /// 0 for plain report, 1 for comment.
    pub tone: f64,
    /// The features that were there with what each added, in the order of the file.
    pub parts: Vec<(Arc<str>, f64)>,
}

impl Weighed {
    /// What weighs most, heaviest first, each with what it adds: `words of judgement +1.5`.
    #[must_use]
    pub fn told(parts: &[(Arc<str>, f64)], most: usize) -> String {
        let mut parts: Vec<&(Arc<str>, f64)> = parts.iter().collect();
        // A stable sort: equal parts stay in the order of the file.
        parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        let parts = parts.into_iter().take(most);
        let told: Vec<String> = parts.map(|(name, adds)| format!("{name} {}", signed(*adds))).collect();
        told.join(", ")
    }
}

/// `+1.5`, `−0.4`.
fn signed(number: f64) -> String {
    format!("{}{:.1}", if number < 0.0 { '−' } else { '+' }, number.abs())
}

impl Tone {
    /// What a sentence weighs that has none of the features.
    #[must_use]
    pub fn start(&self) -> f64 {
        self.start
    }

    /// Compiles the scale. What is wrong goes to the compiler.
    pub fn compile(written: ToneAsWritten, compiler: &mut Compiler<'_>) -> Self {
        let mut features = Vec::new();
        for feature in written.feature {
            let given = [
                !feature.words.is_empty(),
                !feature.endings.is_empty(),
                feature.surface.is_some(),
            ];
            if given.iter().filter(|g| **g).count() != 1 {
                compiler.fault(
                    feature.name.span(),
                    "a feature is made of `words`, `endings` or a `surface`: one of them".to_owned(),
                    None,
                );
                continue;
            }
            let what = match (compiler.phrases(&feature.words), feature.surface) {
                (Some(tag), _) => What::Words(tag),
                (None, Some(surface)) => What::Surface(surface),
                (None, None) => What::Endings(Endings::new(feature.endings)),
            };
            features.push(Feature {
                name: feature.name.into_inner().into(),
                what,
                weight: feature.weight,
                most: feature.most,
            });
        }
        let personal = written.personal.and_then(|p| {
            let tag = compiler.phrases(&p.words)?;
            Some((tag, p.least, p.share))
        });
        let mut last = LastLetters::default();
        for feature in &features {
            if let What::Endings(endings) = &feature.what {
                last.join(endings.last());
            }
        }
        Self {
            start: written.start,
            reported: written.reported,
            features,
            last,
            personal,
        }
    }

    /// Weighs every sentence of a document, in order.
    #[must_use]
    pub fn weigh(&self, document: &Document, facts: &Facts, matches: &Matches) -> Vec<Weighed> {
        if self.features.is_empty() {
            return vec![Weighed::default(); document.sentences.len()];
        }
        // A row for each sentence, a column for each feature.
        let width = self.features.len();
        let mut seen = vec![0.0; width * document.sentences.len()];
        for (column, feature) in self.features.iter().enumerate() {
            let What::Words(tag) = feature.what else { continue };
            // Sentences and matches are both in text order.
            let mut row = 0;
            for found in apart(matches.of(tag), document) {
                let beyond = |s: &&Sentence| s.tokens.end <= found.tokens.start;
                row += document.sentences[row..].iter().take_while(beyond).count();
                if found.tokens.len() == 1 && facts.is_event_noun(found.tokens.start) {
                    continue;
                }
                if let Some(sum) = seen.get_mut(row * width + column) {
                    *sum += self.share(facts, found.tokens.start);
                }
            }
        }
        let sentences = document.sentences.iter().zip(seen.chunks_exact_mut(width));
        sentences
            .map(|(sentence, seen)| {
                self.see(document, sentence, facts, seen);
                self.sum(seen)
            })
            .collect()
    }

    /// Is the article the writer's own: a column, a letter, a review?
    #[must_use]
    pub fn is_personal(&self, document: &Document, facts: &Facts, matches: &Matches) -> bool {
        let Some((tag, least, share)) = self.personal else {
            return false;
        };
        let says_so = |s: &&Sentence| {
            let matches = apart(matches.within(tag, s.tokens.clone()), document);
            let shares = matches.map(|found| self.share(facts, found.tokens.start));
            shares.sum::<f64>() >= 1.0
        };
        let own = document.sentences.iter().filter(says_so);
        let own = own.count();
        own >= least && own as f64 >= share * document.sentences.len() as f64
    }

    /// How much a sentence holds of each feature that is no list of words, into `seen`.
    fn see(&self, document: &Document, sentence: &Sentence, facts: &Facts, seen: &mut [f64]) {
        let tokens = &document.tokens[sentence.tokens.clone()];
        let voices = facts.voices.get(sentence.tokens.clone()).unwrap_or_default();
        let signs = Signs::of(tokens, voices, |voice| self.share_of(voice));
        for (feature, seen) in self.features.iter().zip(&mut *seen) {
            if let What::Surface(surface) = feature.what {
                *seen = signs.of_surface(surface);
            }
        }
        let text = document.text.as_bytes();
        for (token, voice) in tokens.iter().zip(voices) {
            if !token.is_word() || token.span.len() < LEAST_LETTERS {
                continue;
            }
            let word = &text[token.span.range()];
            if !self.last.may_end(word) {
                continue;
            }
            for (feature, seen) in self.features.iter().zip(&mut *seen) {
                if let What::Endings(endings) = &feature.what
                    && endings.end(word)
                {
                    *seen += self.share_of(*voice);
                }
            }
        }
    }

    /// What a sentence weighs that holds so much of each feature.
    fn sum(&self, seen: &[f64]) -> Weighed {
        let mut sum = self.start;
        let mut parts = Vec::with_capacity(seen.iter().filter(|seen| **seen != 0.0).count());
        for (feature, seen) in self.features.iter().zip(seen) {
            let adds = feature.weight * seen.min(feature.most);
            if adds != 0.0 {
                sum += adds;
                parts.push((feature.name.clone(), adds));
            }
        }
        Weighed {
            tone: 1.0 / (1.0 + (-sum).exp()),
            parts,
        }
    }

    /// What the token with this number counts.
    fn share(&self, facts: &Facts, token: usize) -> f64 {
        self.share_of(facts.voice(token))
    }

    /// What a token counts: all of it in the writer's voice, a part in a paraphrase, nothing in a quotation.
    fn share_of(&self, voice: Voice) -> f64 {
        match voice {
            Voice::Author => 1.0,
            Voice::Reported => self.reported,
            Voice::Quoted => 0.0,
        }
    }
}

/// The matches of a feature, the doubles left out: one place counts once.
fn apart<'a>(matches: &'a [Match], document: &'a Document) -> impl Iterator<Item = &'a Match> {
    let mut end = 0;
    matches.iter().filter(move |found| {
        let first = &document.tokens[found.tokens.start];
        // “US” is a country, not the writer and his friends.
        let short = first.case == Case::Upper && first.span.len() == 2;
        let counts = found.tokens.start >= end && !short;
        if counts {
            end = found.tokens.end;
        }
        counts
    })
}
