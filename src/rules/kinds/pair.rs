//! `pair`: closed lists of opposites, said of one thing.
//!
//! Contradiction in open text is out of reach without understanding; closed lists of opposites, each bound
//! to one event, one name or one paragraph, are not (de Marneffe et al. 2008: only negation and antonymy
//! are found well, and only under one event). A rule names both sides and what binds them.

mod event;
mod nouns;

use super::Kind;
use crate::facts::{SourceKind, Voice};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::{Match, Tag};
use crate::text::{BlockKind, Span};
use event::{elsewhere, same_event};
use nouns::share_nouns;
use serde::Deserialize;

/// `[check.pair]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The opposites: what stands on one side of a slot contradicts what stands on the other.
    slot: Vec<Slot>,
    /// What the two must share.
    link: Link,
    /// In whose voice the left side counts.
    #[serde(default)]
    left_voice: Wanted,
    /// In whose voice the right side counts.
    #[serde(default)]
    right_voice: Wanted,
    /// In which part of the article the left side counts.
    #[serde(default)]
    left_in: Part,
    /// In which part of the article the right side counts.
    #[serde(default)]
    right_in: Part,
    /// Must the left side come first?
    #[serde(default)]
    in_order: bool,
    /// May two named sources stand behind the two sides? Then it is their difference, not a slip.
    #[serde(default)]
    two_sources: bool,
    /// Must the left side's words stand nowhere in the body? For a headline that says the opposite.
    #[serde(default)]
    left_not_in_body: bool,
    /// Phrases that lift a left side out when they stand in its sentence.
    #[serde(default)]
    unless_left: PhrasesAsWritten,
    /// Phrases that lift a right side out when they stand in its sentence.
    #[serde(default)]
    unless_right: PhrasesAsWritten,
}

/// One slot with its two sides.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Slot {
    left: PhrasesAsWritten,
    right: PhrasesAsWritten,
}

/// What the two sides must share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Link {
    /// The event they speak of.
    Event,
    /// The name right before them.
    Name,
    /// A noun of five letters or more, and one of six or more if it is the only one.
    Noun,
    /// Three nouns, and half of those of the left sentence: the two tell of one thing.
    Twin,
    /// Their sentence.
    Sentence,
    /// Their paragraph.
    Paragraph,
    /// Only the article.
    Article,
}

/// In whose voice a side counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Wanted {
    /// The writer's own.
    Author,
    /// Anyone's, but not inside quotation marks.
    #[default]
    Unquoted,
    /// Anyone's.
    Any,
}

/// A part of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The headline and the standfirst.
    Headline,
    /// All but headlines and subheads.
    Body,
    /// All copy.
    #[default]
    Anywhere,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "closed lists of opposites, said of one thing";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let slots = self.slot.iter();
        Box::new(PairCheck {
            slots: slots
                .map(|s| (compiler.phrases(&s.left), compiler.phrases(&s.right)))
                .collect(),
            unless_left: compiler.phrases(&self.unless_left),
            unless_right: compiler.phrases(&self.unless_right),
            settings: self,
        })
    }
}

/// Matches of one side that are looked at: an article that says it oftener is a list, and every pair
/// would have to be compared.
const MOST_SIDES: usize = 24;
/// Words between a name and what is said of it.
const NAME_REACH: usize = 5;

#[derive(Debug)]
struct PairCheck {
    slots: Vec<(Option<Tag>, Option<Tag>)>,
    unless_left: Option<Tag>,
    unless_right: Option<Tag>,
    settings: Settings,
}

/// One side, found.
#[derive(Clone, Debug)]
struct Side {
    span: Span,
    sentence: usize,
    found: Match,
}

impl Check for PairCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let s = &self.settings;
        for (left, right) in &self.slots {
            let lefts = sides(page, *left, s.left_voice, s.left_in, self.unless_left);
            if lefts.is_empty() {
                continue;
            }
            if s.left_not_in_body && !sides(page, *left, Wanted::Any, Part::Body, None).is_empty() {
                continue;
            }
            let rights = sides(page, *right, s.right_voice, s.right_in, self.unless_right);
            for left in &lefts {
                let other = rights.iter().find(|right| self.clash(page, left, right));
                if let Some(right) = other {
                    out.push(Hit::pair(left.span, right.span));
                    // One finding a slot: the second says nothing new.
                    break;
                }
            }
        }
    }
}

fn sides(page: &Page<'_>, tag: Option<Tag>, voice: Wanted, part: Part, unless: Option<Tag>) -> Vec<Side> {
    let document = page.document;
    let mut out: Vec<Side> = Vec::new();
    for found in tag.map(|t| page.matches.of(t)).unwrap_or_default() {
        let span = document.span_of(found.tokens.clone());
        let sentence = document.sentence_at(span.start);
        let kind = page.block_kind_at(span);
        let in_part = match part {
            Part::Headline => matches!(kind, BlockKind::Headline | BlockKind::Standfirst),
            Part::Body => kind.is_body(),
            Part::Anywhere => kind.is_copy(),
        };
        let heard = match voice {
            Wanted::Author => page.facts.voice(found.tokens.start) == Voice::Author,
            Wanted::Unquoted => page.facts.voice(found.tokens.start) != Voice::Quoted,
            Wanted::Any => true,
        };
        let overlaps = out.last().is_some_and(|o| o.span.overlaps(span)) || is_no_one(page, found.tokens.start);
        if in_part && heard && !overlaps && !unless.is_some_and(|t| page.in_sentence(t, sentence)) {
            out.push(Side {
                span,
                sentence,
                found: found.clone(),
            });
            if out.len() == MOST_SIDES {
                break;
            }
        }
    }
    out
}

/// "No one was hurt": the "one" is no number.
fn is_no_one(page: &Page<'_>, at: usize) -> bool {
    at > 0 && page.reads(at, &["one"]) && page.reads(at - 1, &["no"])
}

impl PairCheck {
    fn clash(&self, page: &Page<'_>, left: &Side, right: &Side) -> bool {
        let s = &self.settings;
        if left.span.overlaps(right.span) || (s.in_order && left.span.start > right.span.start) {
            return false;
        }
        let same_sentence = left.sentence == right.sentence;
        let linked = match s.link {
            Link::Sentence => same_sentence,
            Link::Paragraph => {
                page.document.sentences[left.sentence].block == page.document.sentences[right.sentence].block
            }
            Link::Article => true,
            Link::Event => !same_sentence && same_event(page, left, right) && !elsewhere(page, left, right),
            Link::Name => name_before(page, left).is_some_and(|n| name_before(page, right) == Some(n)),
            Link::Noun => !same_sentence && share_nouns(page, left, right, false),
            Link::Twin => !same_sentence && share_nouns(page, left, right, true),
        };
        linked && (s.two_sources || !differ_by_source(page, left.sentence, right.sentence))
    }
}

/// Do two named sources, and not one, stand behind the two sentences?
fn differ_by_source(page: &Page<'_>, left: usize, right: usize) -> bool {
    let (Some(a), Some(b)) = (page.facts.attribution_of(left), page.facts.attribution_of(right)) else {
        return false;
    };
    let named = |kind| matches!(kind, SourceKind::Named);
    let bearer = |name: Option<usize>| name.and_then(|n| page.facts.names.get(n)).map(|n| n.bearer);
    named(a.source.kind)
        && named(b.source.kind)
        && match (bearer(a.source.name), bearer(b.source.name)) {
            (Some(x), Some(y)) => x != y,
            _ => page.words(a.source.span) != page.words(b.source.span),
        }
}

/// The bearer named in a side's words or right before them.
fn name_before(page: &Page<'_>, side: &Side) -> Option<usize> {
    let names = &page.facts.names;
    let after = names.partition_point(|n| n.tokens.start < side.found.tokens.end);
    let name = names[..after].last()?;
    let near = name.tokens.end + NAME_REACH > side.found.tokens.start && name.sentence == side.sentence;
    near.then_some(name.bearer)
}
