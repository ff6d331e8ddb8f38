//! `pair`: closed lists of opposites, said of one thing.
//!
//! Contradiction in open text is out of reach without understanding; closed lists of opposites, each bound
//! to one event, one name or one paragraph, are not (de Marneffe et al. 2008: only negation and antonymy
//! are found well, and only under one event). A rule names both sides and what binds them.

use super::Kind;
use crate::facts::{Class, EventMention, NameKind, NameMention, SourceKind, Voice};
use crate::rules::Spanned;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::phrase::{Match, Tag};
use crate::text::{BlockKind, Case, Span};
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
    unless_left: Vec<Spanned<String>>,
    /// Phrases that lift a right side out when they stand in its sentence.
    #[serde(default)]
    unless_right: Vec<Spanned<String>>,
}

/// One slot with its two sides.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Slot {
    left: Vec<Spanned<String>>,
    right: Vec<Spanned<String>>,
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
/// Events of an article from which on a sentence that names none cannot be told.
const MOST_EVENTS: usize = 5;
/// Sentences back to an event that a sentence without one speaks of.
const NEAR: usize = 3;
/// Letters of a noun that binds two sentences by itself.
const TELLING: usize = 6;

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
        let overlaps = out.last().is_some_and(|o| o.span.overlaps(span));
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

fn same_event(page: &Page<'_>, left: &Side, right: &Side) -> bool {
    match (event_of(page, left), event_of(page, right)) {
        (Some(a), Some(b)) => a == b || same_words(page, left, right),
        // An article that names no event tells of one.
        (None, None) => true,
        _ => false,
    }
}

/// Do the two stand among places of which none is the same? A list of incidents has a place for each, and
/// its bare "no casualties were reported" is of the one told right before.
fn elsewhere(page: &Page<'_>, left: &Side, right: &Side) -> bool {
    let (left, right) = (setting(page, left.sentence), setting(page, right.sentence));
    let apart =
        !left.places.is_empty() && !right.places.is_empty() && !left.places.iter().any(|p| right.places.contains(p));
    // "The hospital strike" is one of the "air strikes", and may have hurt nobody.
    let numbers = left.plural.zip(right.plural).is_some_and(|(a, b)| a != b);
    apart || numbers
}

/// Where a sentence is, and whether it speaks of one event or of several.
struct Setting {
    /// The bearers of the places that it names, or, where it names none, the one before it in its paragraph.
    places: Vec<usize>,
    /// Is its first event in the plural, if it names one?
    plural: Option<bool>,
}

fn setting(page: &Page<'_>, sentence: usize) -> Setting {
    let names = &page.facts.names;
    let places = |sentence: usize| -> Vec<usize> {
        let first = names.partition_point(|n| n.sentence < sentence);
        let here = names[first..].iter().take_while(|n| n.sentence == sentence);
        let is_place = |n: &&NameMention| {
            let before = n.tokens.start.checked_sub(1).and_then(|i| page.document.tokens.get(i));
            let set = before.is_some_and(|t| ["in", "at", "near"].contains(&page.words(t.span)));
            n.kind == NameKind::Place || (n.kind == NameKind::Unknown && set)
        };
        let here = here.filter(is_place);
        here.map(|n| n.bearer).collect()
    };
    let own = places(sentence);
    let block = |n: usize| page.document.sentences.get(n).map(|s| s.block);
    let before = sentence
        .checked_sub(1)
        .filter(|b| own.is_empty() && block(*b) == block(sentence));
    Setting {
        places: before.map_or(own, places),
        plural: events_in(page, sentence).first().map(|e| e.plural),
    }
}

/// Does one side say "the crash" and the other "a crash", with no two places between them? The chain may
/// have gone to another crash since; the words have not.
fn same_words(page: &Page<'_>, left: &Side, right: &Side) -> bool {
    let noun = |e: &EventMention| {
        page.words(page.document.tokens[e.tokens.end - 1].span)
            .trim_end_matches('s')
    };
    let place = |e: &EventMention| {
        let name = e.place.and_then(|p| page.facts.names.get(p));
        name.map(|n| page.words(n.last(page.document)))
    };
    events_in(page, right.sentence).iter().any(|r| {
        events_in(page, left.sentence).iter().any(|l| {
            let apart = matches!((place(l), place(r)), (Some(x), Some(y)) if x != y);
            (l.definite || r.definite) && !apart && noun(l).eq_ignore_ascii_case(noun(r))
        })
    })
}

fn events_in<'a>(page: &Page<'a>, sentence: usize) -> &'a [EventMention] {
    let events = &page.facts.events;
    let start = events.partition_point(|e| e.sentence < sentence);
    let end = events.partition_point(|e| e.sentence <= sentence);
    &events[start..end]
}

/// The event a side speaks of: the one named nearest in its sentence, else the one named last before in
/// its paragraph, else the one the article speaks of most.
fn event_of(page: &Page<'_>, side: &Side) -> Option<usize> {
    let events = &page.facts.events;
    let sentence = &page.document.sentences[side.sentence];
    let start = events.partition_point(|e| e.sentence < side.sentence);
    let end = events.partition_point(|e| e.sentence <= side.sentence);
    let distance = |e: &EventMention| e.tokens.start.abs_diff(side.found.tokens.start);
    if let Some(nearest) = events[start..end].iter().min_by_key(|e| distance(e)) {
        return Some(nearest.event);
    }
    // In an account of many events a sentence without one may speak of any.
    if page.facts.distinct_events() > MOST_EVENTS {
        return None;
    }
    let before = events[..start].last();
    before
        .filter(|e| side.sentence - e.sentence <= NEAR && page.document.sentences[e.sentence].block == sentence.block)
        .map(|e| e.event)
        .or_else(|| page.facts.main_event())
}

/// The bearer named in a side's words or right before them.
fn name_before(page: &Page<'_>, side: &Side) -> Option<usize> {
    let names = &page.facts.names;
    let after = names.partition_point(|n| n.tokens.start < side.found.tokens.end);
    let name = names[..after].last()?;
    let near = name.tokens.end + NAME_REACH > side.found.tokens.start && name.sentence == side.sentence;
    near.then_some(name.bearer)
}

/// Do the two sentences share two nouns or one that tells; or, as twins, three and half of all?
fn share_nouns(page: &Page<'_>, left: &Side, right: &Side, twins: bool) -> bool {
    let nouns = |side: &Side| {
        let tokens = page.document.sentences[side.sentence].tokens.clone();
        let mut out: Vec<&str> = tokens
            .filter(|i| !side.found.tokens.contains(i))
            .map(|i| &page.document.tokens[i])
            .filter(|t| t.is_word() && t.case == Case::Lower && t.span.len() >= 5)
            .filter(|t| {
                !page.lexicon.any(
                    t.word,
                    &[Class::Preposition, Class::Conjunction, Class::Auxiliary, Class::Hedge],
                )
            })
            .map(|t| page.words(t.span).trim_end_matches('s'))
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    };
    let right = nouns(right);
    let side = left;
    let left = nouns(side);
    let shared: Vec<&str> = left
        .iter()
        .copied()
        .filter(|n| right.binary_search(n).is_ok())
        .collect();
    if twins {
        // A summary is longer than a headline and tells of more than one sentence of the body.
        let summary = page.block_kind_at(side.span) == BlockKind::Standfirst;
        return shared.len() > usize::from(!summary) + 1 && (summary || shared.len() * 2 >= left.len());
    }
    shared.len() > 1 || shared.iter().any(|n| n.len() >= TELLING)
}
