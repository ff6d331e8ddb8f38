//! `repetition`: a word that stands twice in a row.

use super::Kind;
use crate::rules::{Check, Compiler, Hit, Page};
use serde::Deserialize;

/// `[check.repetition]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words that may stand twice: "had had", "that that".
    #[serde(default)]
    except: Vec<String>,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a word that stands twice in a row";

    fn compile(self, _: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(RepetitionCheck {
            except: self.except.iter().map(|w| w.to_lowercase()).collect(),
        })
    }
}

#[derive(Debug)]
struct RepetitionCheck {
    except: Vec<String>,
}

impl Check for RepetitionCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        for sentence in document.sentences.iter().filter(|s| document.kind_of(s).is_copy()) {
            for pair in document.tokens[sentence.tokens.clone()].windows(2) {
                let [first, second] = pair else { continue };
                let word = page.words(second.span).to_lowercase();
                // "Baden-Baden" is one token; "Duran Duran" and "Sirhan Sirhan" are names.
                let name = first.is_capitalised() && second.is_capitalised();
                let same = first.is_word() && second.is_word() && page.words(first.span).to_lowercase() == word;
                let letters = word.chars().all(char::is_alphabetic);
                if same && letters && !name && !self.except.contains(&word) {
                    out.push(Hit::at(first.span.join(second.span)));
                }
            }
        }
    }
}
