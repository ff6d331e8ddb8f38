//! `claim`: statements of some sort that no source stands behind.

mod fates;
mod known;

use super::Kind;
use crate::facts::{ClaimType, Voice};
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::BlockKind;
use crate::text::phrase::Tag;
use fates::Fates;
use serde::Deserialize;
use std::cell::OnceCell;

/// `[check.claim]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Which sorts of claim.
    triggers: Vec<ClaimType>,
    /// Flag what lacks this; `attribution` is the only thing a claim can lack.
    #[serde(rename = "without")]
    _without: Lack,
    /// Phrases in the sentence that make it graver, and how grave.
    #[serde(default)]
    graver: Option<Shift>,
    /// Phrases in the sentence that make it lighter, and how light.
    #[serde(default)]
    lighter: Option<Shift>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
enum Lack {
    Attribution,
}

/// A change of severity where the sentence holds one of some phrases.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Shift {
    /// The phrases.
    phrases: PhrasesAsWritten,
    /// The severity then.
    severity: Severity,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "claims of some sort that no source stands behind";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let mut shifts = Vec::new();
        for shift in self.graver.into_iter().chain(self.lighter) {
            if let Some(tag) = compiler.phrases(&shift.phrases) {
                shifts.push((tag, shift.severity));
            }
        }
        Box::new(ClaimCheck {
            triggers: self.triggers,
            shifts,
        })
    }
}

#[derive(Debug)]
struct ClaimCheck {
    triggers: Vec<ClaimType>,
    shifts: Vec<(Tag, Severity)>,
}

impl Check for ClaimCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let mut last = None;
        let elsewhere = known::is_about_something_else(page);
        let told = known::numbers_told(page);
        let fates = OnceCell::new();
        for claim in &page.facts.claims {
            let sentence = &page.document.sentences[claim.sentence];
            let kind = page.document.kind_of(sentence);
            // A headline is answered for by the story below it; a question asserts nothing.
            let exempt = matches!(
                kind,
                BlockKind::Headline | BlockKind::Heading | BlockKind::Standfirst | BlockKind::Quote
            ) || page
                .words(sentence.span)
                .trim_end_matches(['"', '\u{201d}'])
                .ends_with('?');
            if claim.sourced || claim.voice != Voice::Author || exempt || !self.triggers.contains(&claim.kind) {
                continue;
            }
            let recalled = matches!(
                claim.kind,
                ClaimType::Casualty | ClaimType::Accusation | ClaimType::Damage
            );
            if recalled && known::is_background(page, sentence, claim.trigger) {
                continue;
            }
            if claim.kind == ClaimType::Casualty
                && (elsewhere || known::is_answered_for(page, claim, &told, fates.get_or_init(|| Fates::of(page))))
            {
                continue;
            }
            // One finding a sentence: the editor mends the sentence, not the word.
            if last == Some(claim.sentence) {
                continue;
            }
            last = Some(claim.sentence);
            let holds = |tag: Tag| !page.matches.within(tag, sentence.tokens.clone()).is_empty();
            let shift = self.shifts.iter().find(|(tag, _)| holds(*tag));
            let mut hit = Hit::at(claim.trigger);
            hit.severity = shift.map(|(_, severity)| *severity);
            out.push(hit);
        }
    }
}
