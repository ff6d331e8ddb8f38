//! What happened, when, where it was said, and who is said to have done it.

use super::{Copy, GIVEN, Sense, Told};
use crate::facts::quantity::Stem;
use crate::facts::{Class, NameKind, Voice};
use crate::report::comparison::Slot;
use std::ops::Range;

/// Words from an event to the day it happened: "a drone attack on the central city of Kazan on Saturday".
const DAY_REACH: usize = 20;
/// Words from a possessor to the event that is his.
const GIVEN_REACH: usize = 9;

impl Copy<'_> {
    /// What was hit: the object of a verb that hits, or what stands "at" or "against" the event.
    pub(super) fn targets(&self, range: &Range<usize>, out: &mut Vec<Told>) {
        for at in range.clone() {
            let Some(found) = self.lower.begins(at, range, &self.words.hits) else {
                continue;
            };
            // "To hit", "could hit", "was hit": no object, or nothing that happened.
            let irreal = at > range.start && self.words.not_before_hits.iter().any(|w| w == self.lower.word(at - 1));
            if irreal || self.reading.facts.voice(at) == Voice::Quoted {
                continue;
            }
            let Some(noun) = self.noun_phrase(found.end, range) else {
                continue;
            };
            let named = self.reading.document.tokens[noun.clone()]
                .iter()
                .any(|t| !t.is_capitalised());
            if named && !self.is_event(&noun) {
                self.push_terms(Slot::Target, "what was hit", found.start..noun.end, noun, out);
            }
        }
        let events = &self.reading.facts.events;
        let first = events.partition_point(|e| e.tokens.end <= range.start);
        for event in events[first..].iter().take_while(|e| e.tokens.end <= range.end) {
            let after = event.tokens.end;
            if self.is_main(event)
                && self.lower.begins(after, range, &self.words.onto).is_some()
                && self.has(after + 1, Class::Determiner)
                && let Some(noun) = self.noun_phrase(after + 1, range)
            {
                self.push_terms(Slot::Target, "what was hit", after..noun.end, noun, out);
            }
        }
    }

    /// Is the noun phrase's last word the event itself?
    fn is_event(&self, noun: &Range<usize>) -> bool {
        let events = &self.reading.facts.events;
        events.binary_search_by_key(&noun.end, |e| e.tokens.end).is_ok()
    }

    /// When it happened: a day that follows the event in its sentence.
    pub(super) fn times(&self, range: &Range<usize>, out: &mut Vec<Told>) {
        let facts = &self.reading.facts;
        let events = &facts.events[facts.events.partition_point(|e| e.tokens.start < range.start)..];
        let mentions: Vec<usize> = events
            .iter()
            .take_while(|e| e.tokens.start < range.end)
            .filter(|e| self.is_main(e))
            .map(|e| e.tokens.end)
            .collect();
        let follows =
            |at: usize| self.mains.is_empty() || mentions.iter().any(|end| at >= *end && at < end + DAY_REACH);
        let first = facts.dates.partition_point(|d| d.tokens.end <= range.start);
        let dates: Vec<_> = facts.dates[first..]
            .iter()
            .take_while(|d| d.tokens.end <= range.end)
            .collect();
        for date in &dates {
            let day = date.day.zip(date.month);
            // A day with its year, or near the day of publication, says its weekday too.
            let published = self.reading.document.published;
            let whole = date.date().or_else(|| published.and_then(|to| date.nearest(to)));
            let weekday = date.weekday.map(|(w, _)| w).or(whole.map(jiff::civil::Date::weekday));
            let before = self.mains.is_empty() && out.iter().any(|t| t.slot == Slot::Time);
            if (day.is_none() && weekday.is_none()) || before || !follows(date.tokens.start) {
                continue;
            }
            let sense = Sense::Day { weekday, day };
            out.push(self.time(date.tokens.clone(), sense));
        }
        let mut next = range.start;
        for at in range.clone() {
            let found = self.lower.begins(at, range, &self.words.times);
            let Some(found) = found.filter(|_| at >= next && follows(at)) else {
                continue;
            };
            next = found.end;
            let before = self.lower.begins(at, range, &self.words.day_before).is_some();
            let named = dates.iter().rev().find(|d| d.tokens.end <= at).and_then(|d| d.weekday);
            let weekday = named.filter(|_| before).map(|(w, _)| w.wrapping_sub(1));
            out.push(self.time(found, Sense::Day { weekday, day: None }));
        }
    }

    fn time(&self, tokens: Range<usize>, sense: Sense) -> Told {
        let span = self.span(tokens);
        Told {
            slot: Slot::Time,
            row: "when".to_owned(),
            span,
            shown: span,
            sense,
        }
    }

    /// "No casualties".
    pub(super) fn nobody(&self, range: &Range<usize>, out: &mut Vec<Told>) {
        for at in range.clone() {
            let Some(no) = self.lower.begins(at, range, &self.words.none_before) else {
                continue;
            };
            let reach = no.end..range.end.min(no.end + 4);
            let noun = reach
                .clone()
                .find(|i| self.lower.begins(*i, &reach, &self.words.none).is_some());
            let Some(noun) = noun else { continue };
            let span = self.span(at..noun + 1);
            out.push(Told {
                slot: Slot::Toll,
                row: "no casualties".to_owned(),
                span,
                shown: span,
                sense: Sense::Stance(self.lower.word(noun).to_owned()),
            });
        }
    }

    /// Where something was said: "during a televised government meeting".
    pub(super) fn venues(&self, range: &Range<usize>, out: &mut Vec<Told>) {
        for at in range.clone() {
            let Some(before) = self.lower.begins(at, range, &self.words.before_venue) else {
                continue;
            };
            if !self.has(before.end, Class::Determiner) {
                continue;
            }
            let reach = before.end..range.end.min(before.end + 6);
            let noun = reach
                .clone()
                .find(|i| self.lower.begins(*i, &reach, &self.words.venues).is_some());
            let Some(noun) = noun else { continue };
            let inside = &self.reading.document.tokens[before.end..noun];
            let whole = inside.iter().all(|t| t.is_word() || t.is('-'));
            // Somebody speaks, or it is no venue of anything said: a person's name, or a report.
            let facts = &self.reading.facts;
            let sentence = self
                .reading
                .document
                .sentence_at(self.reading.document.tokens[at].span.start);
            let speaks = facts.attribution_of(sentence).is_some()
                || facts.names_in(sentence).any(|n| n.kind == NameKind::Person);
            if whole && speaks {
                let (shown, noun) = (at..noun + 1, noun..noun + 1);
                let span = self.span(noun.clone());
                out.push(Told {
                    slot: Slot::Venue,
                    row: "where it was said".to_owned(),
                    span,
                    shown: self.span(shown),
                    sense: Sense::Terms(vec![Stem::of(self.lower.word(noun.start))]),
                });
            }
        }
    }

    /// Who did it, who says not, who is silent: with the name right before.
    pub(super) fn stances(&self, range: &Range<usize>, out: &mut Vec<Told>) {
        let mut next = range.start;
        for at in range.clone() {
            for stance in &self.words.stance {
                let found = self.lower.begins(at, range, &stance.words);
                let Some(found) = found.filter(|_| at >= next) else {
                    continue;
                };
                next = found.end;
                let names = &self.reading.facts.names;
                let before = names.partition_point(|n| n.tokens.start < at);
                let who = names[..before]
                    .last()
                    .filter(|n| n.tokens.start >= range.start && n.tokens.end + 5 > at);
                let Some(who) = who else { continue };
                let end = self.noun_phrase(found.end, range).map_or(found.end, |n| n.end);
                let span = self.span(found);
                let name = self.reading.document.words(who.span);
                out.push(Told {
                    slot: Slot::Responsibility,
                    row: format!("who did it: {name}"),
                    span,
                    shown: self.span(who.tokens.start..end),
                    sense: Sense::Stance(stance.name.clone()),
                });
            }
        }
    }

    /// The event as somebody's own: "Varland's answer, including the strike", "Varland's strike".
    pub(super) fn given(&self, out: &mut Vec<Told>) {
        let facts = &self.reading.facts;
        for name in facts
            .names
            .iter()
            .filter(|n| n.possessive && n.kind != NameKind::Person)
        {
            let first = facts.events.partition_point(|e| e.tokens.end <= name.tokens.end);
            let event = facts.events[first..].first().filter(|e| e.sentence == name.sentence);
            let Some(event) = event.filter(|e| self.is_main(e) && e.tokens.end <= name.tokens.end + GIVEN_REACH) else {
                continue;
            };
            let between = name.tokens.end..event.tokens.start;
            let own = between.len() <= 1 || between.clone().any(|i| self.lower.word(i) == "including");
            if own && facts.voice(name.tokens.start) == Voice::Author {
                let span = self.span(name.tokens.start..event.tokens.end);
                out.push(Told {
                    slot: Slot::Responsibility,
                    row: format!("who did it: {}", self.reading.document.words(name.span)),
                    span,
                    shown: span,
                    sense: Sense::Stance(GIVEN.to_owned()),
                });
            }
        }
    }
}
