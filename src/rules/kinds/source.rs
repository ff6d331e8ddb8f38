//! `source`: reports whose source is of some sort.

mod nearby;

use super::Kind;
use crate::facts::{Attribution, Class, CueClass, Form, SourceKind};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::BlockKind;
use crate::text::phrase::Tag;
use nearby::{is_named_at_once, is_named_behind, is_one_of_them_next, is_told_before, named_nearby, voices_in_office};
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
    heads: PhrasesAsWritten,
    /// Cues that alone are flagged; any cue if none are given.
    #[serde(default)]
    cues: PhrasesAsWritten,
    /// Cues that are let off, with a word or two behind them: "told them".
    #[serde(default)]
    except: PhrasesAsWritten,
    /// Is a source let off whom the story names: in its paragraph or in the sentence next to it? And one whom it
    /// has met already: "the aide"?
    #[serde(default)]
    unless_named_nearby: bool,
    /// Words for those whom a lead sums up and the story then names, two of them at least: "lawmakers say".
    #[serde(default)]
    summed_up: PhrasesAsWritten,
    /// Words that give a reason why somebody is not named: they count where they are said of the same source a few
    /// sentences before or behind.
    #[serde(default)]
    reasons: PhrasesAsWritten,
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
        let cues = compiler.phrases(&self.cues);
        let except = compiler.phrases(&self.except);
        let summed_up = compiler.phrases(&self.summed_up);
        let reasons = compiler.phrases(&self.reasons);
        Box::new(SourceCheck {
            settings: self,
            heads,
            cues,
            except,
            summed_up,
            reasons,
        })
    }
}

#[derive(Debug)]
struct SourceCheck {
    settings: Settings,
    heads: Option<Tag>,
    cues: Option<Tag>,
    except: Option<Tag>,
    summed_up: Option<Tag>,
    reasons: Option<Tag>,
}

impl Check for SourceCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let all = page.facts.attributions.iter();
        let named: Vec<usize> = all
            .filter(|a| a.source.kind == SourceKind::Named && !a.source.span.is_empty())
            .map(|a| a.sentence)
            .collect();
        let voices = if self.settings.unless_named_nearby {
            voices_in_office(page)
        } else {
            Vec::new()
        };
        for attribution in page.facts.attributions.iter().filter(|a| states(a)) {
            let sentence = &page.document.sentences[attribution.sentence];
            let kind = page.document.kind_of(sentence);
            if !kind.is_copy()
                || matches!(kind, BlockKind::Headline | BlockKind::Heading)
                || !self.wants(attribution, page)
            {
                continue;
            }
            let known = || {
                named_nearby(page, attribution, &named)
                    || is_named_at_once(page, attribution, &named)
                    || is_told_before(page, attribution)
                    || is_one_of_them_next(page, attribution, &voices)
                    || is_named_behind(page, attribution, &named)
                    || self.is_summed_up(page, attribution, &voices)
            };
            if self.is_reasoned(page, attribution) {
                continue;
            }
            if self.settings.unless_named_nearby && known() {
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
        let forms = &self.settings.forms;
        if !self.settings.sources.contains(&sort) || !(forms.is_empty() || forms.contains(&form)) {
            return false;
        }
        // What people want and hope is theirs to know; it is no testimony that needs a name.
        let testimony = attribution.class != CueClass::Thought || attribution.source.span.is_empty();
        // "Can be found here", "is shown": pictures and places, on nobody's word.
        let seen = attribution.form == Form::Passive && attribution.class == CueClass::Evidence;
        let holds = |tag: Tag, span| !page.matches.within(tag, page.document.tokens_in(span)).is_empty();
        testimony
            && !seen
            && self.heads.is_none_or(|tag| holds(tag, attribution.source.span))
            && self.cues.is_none_or(|tag| holds(tag, attribution.cue))
            && !self.except.is_some_and(|tag| holds(tag, attribution.cue))
    }

    /// "An official said …", and two sentences further on "the official, who asked to remain anonymous": the reason
    /// is given, if not at once.
    fn is_reasoned(&self, page: &Page<'_>, attribution: &Attribution) -> bool {
        let Some(tag) = self.reasons else { return false };
        let head = head_of(page, attribution);
        let at = attribution.sentence;
        let last = (at + REASON_REACH).min(page.document.sentences.len().saturating_sub(1));
        (at.saturating_sub(REASON_REACH)..=last).filter(|s| *s != at).any(|s| {
            let tokens = page.document.sentences[s].tokens.clone();
            let found = page.matches.within(tag, tokens.clone());
            found.first().is_some_and(|reason| {
                let mut before = tokens.start..reason.tokens.start;
                before.any(|t| page.words(page.document.tokens[t].span).eq_ignore_ascii_case(head))
            })
        })
    }

    /// "Senior lawmakers said" at the top of a story that lets two of them speak by name: the lead sums them up.
    fn is_summed_up(&self, page: &Page<'_>, attribution: &Attribution, voices: &[(usize, usize)]) -> bool {
        let body = page
            .document
            .sentences
            .iter()
            .position(|s| page.document.kind_of(s).is_body());
        let lead = body.is_some_and(|first| attribution.sentence < first + LEAD);
        let tokens = page.document.tokens_in(attribution.source.span);
        let summed = self
            .summed_up
            .is_some_and(|tag| !page.matches.within(tag, tokens).is_empty());
        if !lead || !summed {
            return false;
        }
        let mut later: Vec<usize> = voices
            .iter()
            .filter(|v| v.0 > attribution.sentence)
            .map(|v| v.1)
            .collect();
        later.sort_unstable();
        later.dedup();
        later.len() >= SEVERAL
    }
}

/// So many sentences lie at most between a source and the words that say why it has no name: a quotation, and what
/// it is about.
const REASON_REACH: usize = 3;

/// The noun of a source: "official" of "an official from the ministry", else its last word.
fn head_of<'a>(page: &Page<'a>, attribution: &Attribution) -> &'a str {
    let tokens = page.document.tokens_in(attribution.source.span);
    let roles = [Class::Role, Class::Spokesperson, Class::PersonNoun];
    let noun = tokens
        .clone()
        .find(|t| page.lexicon.any(page.document.tokens[*t].word, &roles));
    let at = noun.or_else(|| tokens.clone().next_back());
    at.map_or("", |t| page.words(page.document.tokens[t].span))
}

/// Does it state something? "Has not commented" and "could not be confirmed" do not; "is not expected to"
/// is a thought as much as "is expected to".
fn states(attribution: &Attribution) -> bool {
    let nobodys_thought = attribution.form == Form::Passive
        && attribution.class == CueClass::Thought
        && attribution.source.span.is_empty();
    !attribution.negated || nobodys_thought
}

/// A lead sums up in its first sentences, so many, what the story then tells one by one.
const LEAD: usize = 3;
/// Those it sums up are at least so many.
const SEVERAL: usize = 2;
