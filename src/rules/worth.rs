//! How much a sentence wants checking: a sum of weighed features, squashed to 0–1.
//!
//! The features and their weights stand in `rules/worth.toml`, each with its reason. The scale is read when
//! it is first asked for: only an analysis shows it, and starting the program is not to pay for that. For the
//! same reason it numbers its words for itself.

use crate::text::lists::Lists;
use crate::text::phrase::add_words_or_list;
use crate::text::vocabulary::fold;
use crate::text::{Document, Sentence, Token, TokenKind, Vocabulary, WordId};
use serde::Deserialize;
use std::sync::LazyLock;

/// `rules/worth.toml` as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WorthAsWritten {
    #[serde(rename = "version")]
    _version: String,
    /// The sum of a sentence that has none of the features.
    start: f64,
    #[serde(default)]
    feature: Vec<FeatureAsWritten>,
}

/// One feature as written. It counts the words that are listed, end so, or look so; or it is there, once,
/// as other features are.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FeatureAsWritten {
    name: String,
    #[serde(default)]
    words: Vec<String>,
    /// Endings of words of five letters and more.
    #[serde(default)]
    endings: Vec<String>,
    surface: Option<Surface>,
    /// There, if each of these is there.
    #[serde(default)]
    all_of: Vec<String>,
    /// There, if one of these is there.
    #[serde(default)]
    any_of: Vec<String>,
    /// There, if none of these is there.
    #[serde(default)]
    none_of: Vec<String>,
    weight: f64,
    /// Occurrences beyond this many add nothing.
    most: f64,
    #[serde(rename = "reason")]
    _reason: String,
}

/// What can be seen of a word without knowing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Surface {
    /// It is written in digits.
    Figures,
    /// It is a sign of a currency or of a percentage.
    Money,
    /// It has a capital inside the sentence.
    Names,
    /// The sentence ends with a question mark.
    Question,
}

/// Shorter words that end on -ed or -est are mostly neither past nor superlative: bed, need, best.
const LEAST_LETTERS: usize = 5;
/// The features that count words are bits of one number.
const MOST_FEATURES: usize = 64;

/// The scale, ready to weigh sentences.
#[derive(Debug, Default)]
pub struct Worth {
    start: f64,
    features: Vec<Feature>,
    vocabulary: Vocabulary,
    /// For each known word the features that list it, a bit each.
    listed: Vec<u64>,
}

#[derive(Debug)]
struct Feature {
    endings: Vec<String>,
    surface: Option<Surface>,
    /// The numbers of other features, and how they make up this one.
    made_of: Option<(Made, Vec<usize>)>,
    weight: f64,
    most: f64,
}

#[derive(Clone, Copy, Debug)]
enum Made {
    All,
    Any,
    None,
}

static BUILTIN: LazyLock<Worth> = LazyLock::new(|| {
    let source = super::builtin::file("worth").and_then(|file| file.read("the scale of worth", &mut Vec::new()));
    // A test holds that it can be read.
    let worth = source.and_then(|written| Worth::compile(&written, &super::builtin::lists()));
    worth.unwrap_or_default()
});

impl Worth {
    /// The built-in scale.
    #[must_use]
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    /// Reads a scale; `None` if anything is wrong with it. Features are made of features that count words.
    fn compile(written: &WorthAsWritten, lists: &Lists) -> Option<Self> {
        if written.feature.len() > MOST_FEATURES {
            return None;
        }
        let mut worth = Self {
            start: written.start,
            ..Self::default()
        };
        let names: Vec<&str> = written.feature.iter().map(|f| f.name.as_str()).collect();
        let numbers = |of: &Vec<String>| {
            let of = of.iter().map(|name| names.iter().position(|n| n == name));
            of.collect::<Option<Vec<usize>>>()
        };
        let mut words = Vec::new();
        for (number, feature) in written.feature.iter().enumerate() {
            words.clear();
            for entry in &feature.words {
                add_words_or_list(entry, lists, &mut worth.vocabulary, &mut words).ok()?;
            }
            worth.listed.resize(worth.vocabulary.len(), 0);
            for word in &words {
                worth.listed[word.0 as usize] |= 1 << number;
            }
            let made = [
                (Made::All, &feature.all_of),
                (Made::Any, &feature.any_of),
                (Made::None, &feature.none_of),
            ];
            let made_of = made.into_iter().find(|(_, of)| !of.is_empty());
            worth.features.push(Feature {
                endings: feature.endings.clone(),
                surface: feature.surface,
                made_of: match made_of {
                    Some((made, of)) => Some((made, numbers(of)?)),
                    None => None,
                },
                weight: feature.weight,
                most: feature.most,
            });
        }
        Some(worth)
    }

    /// How much a sentence wants checking, 0–1.
    #[must_use]
    pub fn weigh(&self, document: &Document, sentence: &Sentence) -> f64 {
        let mut seen = [0_u32; MOST_FEATURES];
        let mut folded = String::new();
        for i in sentence.tokens.clone() {
            let token = &document.tokens[i];
            folded.clear();
            fold(document.words(token.span), &mut folded);
            let word = self.vocabulary.get(&folded);
            let listed = if word == WordId::UNKNOWN {
                0
            } else {
                self.listed.get(word.0 as usize).copied().unwrap_or_default()
            };
            for (number, feature) in self.features.iter().enumerate() {
                let is = listed & (1 << number) != 0
                    || feature.ends(token, &folded)
                    || feature.looks(token, &folded, i == sentence.tokens.start);
                seen[number] += u32::from(is);
            }
        }
        let words = document.words(sentence.span);
        let asks = words.trim_end_matches(['"', '\u{201d}', ' ']).ends_with('?');
        let mut sum = self.start;
        for (number, feature) in self.features.iter().enumerate() {
            if feature.surface == Some(Surface::Question) {
                seen[number] = u32::from(asks);
            }
            if let Some((made, of)) = &feature.made_of {
                let mut there = of.iter().map(|n| seen[*n] > 0);
                seen[number] = u32::from(match made {
                    Made::All => there.all(|t| t),
                    Made::Any => there.any(|t| t),
                    Made::None => !there.any(|t| t),
                });
            }
            sum += feature.weight * f64::from(seen[number]).min(feature.most);
        }
        1.0 / (1.0 + (-sum).exp())
    }
}

impl Feature {
    fn ends(&self, token: &Token, folded: &str) -> bool {
        token.is_word() && folded.len() >= LEAST_LETTERS && self.endings.iter().any(|e| folded.ends_with(e.as_str()))
    }

    fn looks(&self, token: &Token, folded: &str, opens: bool) -> bool {
        match self.surface {
            Some(Surface::Figures) => token.kind == TokenKind::Number,
            Some(Surface::Money) => matches!(token.kind, TokenKind::Mark('$' | '%' | '£' | '€')),
            Some(Surface::Names) => {
                token.is_word() && token.is_capitalised() && !opens && folded != "i" && !folded.starts_with("i'")
            }
            Some(Surface::Question) | None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Article, Body};

    fn weighed(text: &str) -> f64 {
        let article = Article {
            body: Body::Text(text.to_owned()),
            ..Article::default()
        };
        let document = Document::read(&article, &Vocabulary::default());
        Worth::builtin().weigh(&document, &document.sentences[0])
    }

    #[test]
    fn the_built_in_scale_can_be_read() {
        assert!(Worth::builtin().features.len() > 20);
    }

    #[test]
    fn records_and_figures_weigh_more_than_wishes_and_courtesies() {
        let claims = [
            "The county spent $4 million on two ferries that never sailed.",
            "Senator Ida Moll voted against the harbour bill three times.",
            "Unemployment fell to 5 percent last year, lower than in any state around us.",
        ];
        let talk = [
            "Thank you all for coming out tonight.",
            "I think we should do something great together.",
            "What would you say to them?",
        ];
        for claim in claims {
            assert!(weighed(claim) > 0.5, "{claim}");
        }
        for talk in talk {
            assert!(weighed(talk) < 0.3, "{talk}");
        }
    }
}
