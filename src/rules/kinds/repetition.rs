//! `repetition`: a word that stands twice in a row.

use super::Kind;
use crate::rules::expression::{Expression, Manner, Within};
use crate::rules::{Check, Compiler, Hit, Page, Spanned};
use serde::Deserialize;

/// `[check.repetition]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words that may stand twice: "had had", "that that".
    #[serde(default)]
    except: Vec<String>,
    /// What is compared, as a regular expression: two matches in a row with the same words. Without it
    /// words are compared, and names ("Duran Duran") left alone.
    regex: Option<Spanned<String>>,
    /// Does the case of letters matter where `regex` is given?
    #[serde(default)]
    case: bool,
    /// Are only words of letters compared where `regex` is given?
    #[serde(default)]
    letters: bool,
    /// So many repetitions are let pass where `regex` is given.
    #[serde(default)]
    most: usize,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a word that stands twice in a row";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let manner = Manner {
            case: self.case,
            exact: true,
        };
        if let Some(regex) = &self.regex {
            compiler.expression(regex, 0);
        }
        Box::new(RepetitionCheck {
            except: self.except.iter().map(|w| w.to_lowercase()).collect(),
            regex: self.regex.map(|regex| Expression::new(regex.get_ref(), manner)),
            case: self.case,
            letters: self.letters,
            most: self.most,
        })
    }
}

#[derive(Debug)]
struct RepetitionCheck {
    except: Vec<String>,
    regex: Option<Expression>,
    case: bool,
    letters: bool,
    most: usize,
}

impl Check for RepetitionCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        match &self.regex {
            Some(regex) => self.matches(regex, page, out),
            None => self.words(page, out),
        }
    }
}

impl RepetitionCheck {
    fn words(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
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

    fn matches(&self, regex: &Expression, page: &Page<'_>, out: &mut Vec<Hit>) {
        let form = |words: &str| {
            if self.case {
                words.trim().to_owned()
            } else {
                words.trim().to_lowercase()
            }
        };
        for stretch in Within::Sentence.stretches(page) {
            let (mut before, mut count) = (None, 0);
            regex.find(page, stretch, 0, |span, _| {
                let words = form(page.words(span));
                if let Some((last, said)) = &before
                    && *said == words
                    && !words.is_empty()
                    && (!self.letters || words.chars().all(char::is_alphabetic))
                    && !self.except.contains(&words.to_lowercase())
                {
                    count += 1;
                    if count > self.most {
                        out.push(Hit::at(span.join(*last)));
                        count = 0;
                    }
                }
                before = Some((span, words));
            });
        }
    }
}
