//! `source`: reports whose source is of some sort.

use super::Kind;
use crate::facts::{Attribution, CueClass, Form, SourceKind};
use crate::rules::Spanned;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::BlockKind;
use crate::text::phrase::Tag;
use serde::Deserialize;

/// `[check.source]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The sorts of source that are flagged.
    sources: Vec<SourceSort>,
    /// How the report is built; any way if none is given.
    #[serde(default)]
    forms: Vec<FormSort>,
    /// Words of which one must stand in the source's; any source if none are given.
    #[serde(default)]
    heads: Vec<Spanned<String>>,
    /// Is a source let off whose paragraph names a person?
    #[serde(default)]
    unless_named_nearby: bool,
}

/// A sort of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let heads = compiler.phrases(&self.heads);
        Box::new(SourceCheck { settings: self, heads })
    }
}

#[derive(Debug)]
struct SourceCheck {
    settings: Settings,
    heads: Option<Tag>,
}

impl Check for SourceCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let all = page.facts.attributions.iter();
        let named: Vec<usize> = all
            .filter(|a| a.source.kind == SourceKind::Named && !a.source.span.is_empty())
            .map(|a| a.sentence)
            .collect();
        for attribution in page.facts.attributions.iter().filter(|a| states(a)) {
            let sentence = &page.document.sentences[attribution.sentence];
            let kind = page.document.kind_of(sentence);
            if !kind.is_copy()
                || matches!(kind, BlockKind::Headline | BlockKind::Heading)
                || !self.wants(attribution, page)
            {
                continue;
            }
            if self.settings.unless_named_nearby && named_nearby(page, attribution, &named) {
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
    fn wants(&self, attribution: &Attribution, page: &Page<'_>) -> bool {
        // What people want and hope is theirs to know; it is no testimony that needs a name.
        let testimony = attribution.class != CueClass::Thought || attribution.source.span.is_empty();
        let headed = self.heads.is_none_or(|tag| {
            let tokens = page.document.tokens_in(attribution.source.span);
            !page.matches.within(tag, tokens).is_empty()
        });
        // "Can be found here", "is shown": pictures and places, on nobody's word.
        let seen = attribution.form == Form::Passive && attribution.class == CueClass::Evidence;
        if !testimony || !headed || seen {
            return false;
        }
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
        self.settings.sources.contains(&sort) && (self.settings.forms.is_empty() || self.settings.forms.contains(&form))
    }
}

/// Does it state something? "Has not commented" and "could not be confirmed" do not; "is not expected to"
/// is a thought as much as "is expected to".
fn states(attribution: &Attribution) -> bool {
    let nobodys_thought = attribution.form == Form::Passive
        && attribution.class == CueClass::Thought
        && attribution.source.span.is_empty();
    !attribution.negated || nobodys_thought
}

/// Sentences further away than this are no longer "nearby", however long the paragraph is.
const NEARBY: usize = 6;

/// Does the paragraph let a person speak by name, in one of these sentences?
fn named_nearby(page: &Page<'_>, attribution: &Attribution, named: &[usize]) -> bool {
    let block = &page.document.blocks[page.document.sentences[attribution.sentence].block];
    let from = block.sentences.start.max(attribution.sentence.saturating_sub(NEARBY));
    let to = block.sentences.end.min(attribution.sentence + NEARBY);
    let first = named.partition_point(|sentence| *sentence < from);
    named.get(first).is_some_and(|sentence| *sentence < to)
}
