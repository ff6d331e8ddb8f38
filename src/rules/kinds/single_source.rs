//! `single-source`: a whole story on one voice.

use super::Kind;
use crate::facts::{CueClass, QuotationKind, SourceKind};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::one_line;
use serde::Deserialize;

/// `[check.single-source]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The story has at least so many words: a brief may rest on one voice.
    least_words: usize,
    /// The voice speaks at least so often: less is no story about what somebody says.
    least_reports: usize,
}

/// Where more than this share of the words stands in quotation marks, the story is an interview or a
/// speech printed, and one voice is what it promises.
const INTERVIEW: f64 = 0.45;

/// A mark of more bytes is half a sentence.
const LONGEST: usize = 80;

/// "It was reported" once is no second voice; twice it may be one that was left unnamed.
const MOST_UNNAMED: usize = 1;

impl Kind for Settings {
    const SUMMARY: &'static str = "a whole story on one voice";
    const VALUES: &'static [&'static str] = &["source", "times"];

    fn compile(self, _: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(SingleSource { settings: self })
    }
}

#[derive(Debug)]
struct SingleSource {
    settings: Settings,
}

impl Check for SingleSource {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let speakers = &page.facts.speakers;
        let [only] = speakers.all.as_slice() else { return };
        let times = speakers.lines.len();
        // Whoever else is said to say something is another voice, though it could not be told whose.
        let others = page.facts.attributions.iter().enumerate().any(|(number, a)| {
            let says = matches!(a.class, CueClass::Neutral) && !a.negated && !a.source.span.is_empty();
            says && speakers.of(number).is_none()
        });
        let can_be_rung_up = matches!(
            only.kind,
            SourceKind::Named | SourceKind::Institution | SourceKind::Anonymous
        );
        if others || !can_be_rung_up || speakers.unnamed.len() > MOST_UNNAMED || times < self.settings.least_reports {
            return;
        }
        let body = page
            .document
            .sentences
            .iter()
            .filter(|s| page.document.kind_of(s).is_body());
        let words: usize = body
            .map(|s| {
                page.document.tokens[s.tokens.clone()]
                    .iter()
                    .filter(|t| t.is_word())
                    .count()
            })
            .sum();
        let speech = page.facts.quotations.iter().filter(|q| q.kind != QuotationKind::Title);
        let quoted: usize = speech.map(|q| q.words).sum();
        if words < self.settings.least_words || quoted as f64 > INTERVIEW * words as f64 {
            return;
        }
        let Some(first) = speakers
            .lines
            .first()
            .and_then(|(n, _)| page.facts.attributions.get(*n))
        else {
            return;
        };
        let span = if first.source.span.is_empty() {
            first.cue
        } else {
            first.source.span.join(first.cue)
        };
        // A source far from its verb is shown alone.
        let span = if span.len() > LONGEST && !first.source.span.is_empty() {
            first.source.span
        } else {
            span
        };
        let hit = Hit::at(span)
            .with("source", within_sentence(&one_line(page.words(only.words))))
            .with("times", times.to_string());
        out.push(hit);
    }
}

/// "The road office" as it stands inside a sentence.
fn within_sentence(words: &str) -> String {
    match words.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => words.to_owned(),
    }
}
