//! `responsibility`: an act that somebody denies or has not claimed, and that the article then gives them.
//!
//! The second half counts only in the writer's own voice, and only with the event of the first: its noun
//! or its place.

use super::Kind;
use crate::facts::{EventMention, NameMention, Voice};
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{Case, Span, TokenKind};
use serde::Deserialize;

/// `[check.responsibility]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// What is said of the one who denies: "has not claimed responsibility".
    denials: PhrasesAsWritten,
    /// Acts that are the possessor's own: "Varland's attack".
    acts: PhrasesAsWritten,
    /// Aims that an act is said to show: a lighter case.
    aims: PhrasesAsWritten,
    /// Words before an act that make it another one: "previous".
    unless_before: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "an act denied and then given to the one who denied it";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ResponsibilityCheck {
            denials: compiler.phrases(&self.denials),
            acts: compiler.phrases(&self.acts),
            aims: compiler.phrases(&self.aims),
            unless_before: compiler.phrases(&self.unless_before),
        })
    }
}

/// Words from a possessor to what is his: "Ukraine's tactful responses, including the Kazan drone attack".
const REACH: usize = 4;
/// Words between the one who denies and the denial.
const NAME_REACH: usize = 4;
/// Denials that are followed up.
const MOST_DENIALS: usize = 4;

#[derive(Debug)]
struct ResponsibilityCheck {
    denials: Option<Tag>,
    acts: Option<Tag>,
    aims: Option<Tag>,
    unless_before: Option<Tag>,
}

impl Check for ResponsibilityCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        for found in self
            .denials
            .map(|t| page.matches.of(t))
            .unwrap_or_default()
            .iter()
            .take(MOST_DENIALS)
        {
            let span = document.span_of(found.tokens.clone());
            let names = &page.facts.names;
            let after = names.partition_point(|n| n.tokens.start < found.tokens.start);
            let Some(actor) = names[..after].last() else { continue };
            let sentence = document.sentence_at(span.start);
            let near = actor.tokens.end + NAME_REACH > found.tokens.start && actor.sentence == sentence;
            if !near || page.facts.voice(found.tokens.start) == Voice::Quoted {
                continue;
            }
            let Some(event) = event_of(page, sentence) else {
                continue;
            };
            let denial = actor.span.join(span);
            let place = place_of(page, event);
            let mut lighter = None;
            let mut graver = None;
            for name in names.iter().filter(|n| n.sentence != sentence) {
                let Some((at, own)) = self.given(page, actor, name) else {
                    continue;
                };
                if !speaks_of(page, event, place, name.sentence) {
                    continue;
                }
                let slot = if own { &mut graver } else { &mut lighter };
                if slot.is_none() {
                    *slot = Some(at);
                }
            }
            out.extend(graver.map(|at| Hit::pair(at, denial)));
            out.extend(lighter.map(|at| Hit::pair(at, denial).severity(Severity::Major)));
        }
    }
}

/// The event a denial is about: in its sentence, else the main one.
fn event_of<'a>(page: &Page<'a>, sentence: usize) -> Option<&'a EventMention> {
    let events = &page.facts.events;
    let own = events.iter().find(|e| e.sentence == sentence);
    own.or_else(|| {
        let main = page.facts.main_event()?;
        events.iter().find(|e| e.event == main)
    })
}

/// The place that an event is first said to be in.
fn place_of<'a>(page: &Page<'a>, event: &EventMention) -> Option<&'a str> {
    let names = &page.facts.names;
    let mut mentions = page.facts.events.iter().filter(|e| e.event == event.event);
    let name = mentions.find_map(|e| names.get(e.place?))?;
    Some(page.words(name.last(page.document)))
}

/// Does a sentence speak of the event: by its place, or by its noun after "the" or a possessor?
fn speaks_of(page: &Page<'_>, event: &EventMention, place: Option<&str>, sentence: usize) -> bool {
    let range = page.document.sentences[sentence].tokens.clone();
    if place.is_some_and(|p| range.clone().any(|i| page.words(page.document.tokens[i].span) == p)) {
        return true;
    }
    let start = page.facts.events.partition_point(|e| e.sentence < sentence);
    let there = page.facts.events[start..].iter().take_while(|e| e.sentence == sentence);
    let mut there = there.filter(|e| e.sort == event.sort && e.place.is_none());
    place.is_none() && there.any(|e| e.definite && !e.plural)
}

impl ResponsibilityCheck {
    /// The words that give the actor an act, and whether it is the act itself.
    fn given(&self, page: &Page<'_>, actor: &NameMention, name: &NameMention) -> Option<(Span, bool)> {
        let document = page.document;
        if page.facts.voice(name.tokens.start) != Voice::Author {
            return None;
        }
        let word = |n: &NameMention| page.words(n.last(document));
        let possessive = name.possessive && name.bearer == actor.bearer;
        if !possessive && !is_demonym(word(actor), word(name)) {
            return None;
        }
        let from = name.tokens.end;
        let end = document.sentences[name.sentence].tokens.end;
        let mut reach = from;
        let mut words = 0;
        while reach < end && words <= REACH {
            let token = &document.tokens[reach];
            if !token.is_word() && token.kind != TokenKind::Possessive && !token.is('-') {
                break;
            }
            words += usize::from(token.is_word());
            reach += 1;
        }
        let first = |tag: Option<Tag>| {
            let matches = tag.map(|t| page.matches.of(t)).unwrap_or_default();
            let at = matches.partition_point(|m| m.tokens.start < from);
            matches.get(at).filter(|m| m.tokens.end <= reach)
        };
        if first(self.unless_before).is_some() {
            return None;
        }
        let start = name.tokens.start;
        if let Some(act) = first(self.acts)
            && (possessive || document.tokens[act.tokens.start].case == Case::Lower)
        {
            return Some((document.span_of(start..act.tokens.end), possessive));
        }
        let aim = first(self.aims)?;
        Some((document.span_of(start..aim.tokens.end), false))
    }
}

/// Is one the adjective of the other: Ukraine and Ukrainian?
fn is_demonym(place: &str, other: &str) -> bool {
    let stem = place.len().saturating_sub(1).max(4);
    other.len() > place.len() && other.get(..stem).is_some_and(|s| place.starts_with(s)) && other.ends_with('n')
}
