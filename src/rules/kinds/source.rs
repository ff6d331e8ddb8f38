//! `source`: reports whose source is of some sort.

use super::Kind;
use crate::facts::{Attribution, Form, SourceKind};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::{BlockKind, Span};
use serde::Deserialize;

/// `[check.source]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The sorts of source that are flagged.
    sources: Vec<SourceSort>,
    /// How the report is built; any way if none is given.
    #[serde(default)]
    forms: Vec<FormSort>,
    /// Is a source let off whose paragraph names a person?
    #[serde(default)]
    unless_named_nearby: bool,
}

/// A sort of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum SourceSort {
    /// A class or nobody, in words: "experts", "reports".
    Vague,
    /// A person in a role without a name.
    Anonymous,
    /// A body.
    Institution,
    /// No words for a source at all.
    Nobody,
}

/// How a report is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FormSort {
    Verb,
    Passive,
    AccordingTo,
    Noun,
    Adverb,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "reports whose source is vague, unnamed or missing";
    const VALUES: &'static [&'static str] = &["source", "cue"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(SourceCheck(self))
    }
}

#[derive(Debug)]
struct SourceCheck(Settings);

impl Check for SourceCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for attribution in page.facts.attributions.iter().filter(|a| !a.negated) {
            let sentence = &page.document.sentences[attribution.sentence];
            let kind = page.document.kind_of(sentence);
            if !kind.is_copy() || matches!(kind, BlockKind::Headline | BlockKind::Heading) || !self.wants(attribution) {
                continue;
            }
            if self.0.unless_named_nearby && named_nearby(page, attribution) {
                continue;
            }
            let words = attribution.source.span;
            let span = if words.is_empty() {
                attribution.cue
            } else {
                words.join(attribution.cue)
            };
            // A source far from its cue is shown by its cue: a mark over half a sentence helps nobody.
            let span = if span.len() > 120 { attribution.cue } else { span };
            let hit = Hit::at(span)
                .with("source", page.words(words).to_owned())
                .with("cue", page.words(attribution.cue).to_owned());
            out.push(hit);
        }
        out.dedup_by(|a, b| a.primary.overlaps(b.primary));
    }
}

impl SourceCheck {
    fn wants(&self, attribution: &Attribution) -> bool {
        let sort = match attribution.source.kind {
            _ if attribution.source.span.is_empty() => SourceSort::Nobody,
            SourceKind::Vague => SourceSort::Vague,
            SourceKind::Anonymous => SourceSort::Anonymous,
            SourceKind::Institution => SourceSort::Institution,
            SourceKind::Named | SourceKind::None => return false,
        };
        let form = match attribution.form {
            Form::Verb | Form::Participle => FormSort::Verb,
            Form::Passive => FormSort::Passive,
            Form::AccordingTo => FormSort::AccordingTo,
            Form::Noun => FormSort::Noun,
            Form::Adverb => FormSort::Adverb,
        };
        self.0.sources.contains(&sort) && (self.0.forms.is_empty() || self.0.forms.contains(&form))
    }
}

/// Does the paragraph let a person speak by name?
fn named_nearby(page: &Page<'_>, attribution: &Attribution) -> bool {
    let block = page.document.sentences[attribution.sentence].block;
    let sentences = &page.document.blocks[block].sentences;
    let named = |a: &&Attribution| {
        a.source.kind == SourceKind::Named && a.source.span != Span::default() && !a.source.span.is_empty()
    };
    page.facts
        .attributions
        .iter()
        .filter(|a| sentences.contains(&a.sentence))
        .any(|a| named(&a))
}
