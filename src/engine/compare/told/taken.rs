//! What was broken, and which places changed hands and in whose words.

use super::{Copy, Sense, Told};
use crate::facts::quantity::Stem;
use crate::facts::{EventSort, NameKind, Voice};
use crate::report::comparison::Slot;
use std::ops::Range;

/// Words from "the capture of" to the first name: "two settlements in the north:".
const NAME_REACH: usize = 8;
/// Words before a taking that make it a plan.
const NOT_YET: [&str; 10] = [
    "to", "could", "would", "may", "might", "will", "can", "should", "not", "cannot",
];
/// What a place may be called beside its name.
const SETTLEMENTS: [&str; 8] = [
    "town",
    "towns",
    "village",
    "villages",
    "city",
    "cities",
    "settlement",
    "settlements",
];
/// What may stand between the names of a list of places, beside words for a settlement.
const LISTED: [&str; 14] = [
    "and", ",", "of", "the", "both", "as", "well", "also", ":", "two", "three", "several", "”", "\"",
];
/// What sets a place in a larger one: "Lozova in the north-eastern Kharkiv region".
const SET: [&str; 5] = ["in", "near", "inside", "within", "outside"];
/// What follows the name of a larger place.
const REGIONS: [&str; 5] = ["region", "province", "district", "oblast", "county"];

impl Copy<'_> {
    /// How much was broken.
    pub(super) fn damage(&self, range: &Range<usize>, out: &mut Vec<Told>) {
        let mut next = range.start;
        for at in range.clone() {
            for damage in &self.words.damage {
                let found = self.lower.begins(at, range, &damage.words);
                let Some(found) = found.filter(|_| at >= next && self.reading.facts.voice(at) != Voice::Quoted) else {
                    continue;
                };
                next = found.end;
                // That it burned is the story of a fire, and no damage beside it.
                if damage.of_event && self.is_fire() {
                    continue;
                }
                let span = self.span(found.clone());
                out.push(Told {
                    slot: Slot::Damage,
                    row: "damage".to_owned(),
                    span,
                    shown: self.span(at..self.noun_phrase(found.end, range).map_or(found.end, |n| n.end)),
                    sense: Sense::Stance(damage.name.clone()),
                });
            }
        }
    }

    fn is_fire(&self) -> bool {
        let events = self.reading.facts.events.iter();
        events.filter(|e| self.is_main(e)).any(|e| e.sort == EventSort::Fire)
    }

    /// Which places changed hands, and the word for it: "captured", "liberated".
    pub(super) fn taken(&self, range: &Range<usize>, out: &mut Vec<Told>) {
        for at in range.clone() {
            let found = self.words.taking.iter().find_map(|taking| {
                let found = self.lower.begins(at, range, &taking.words)?;
                Some((taking, found))
            });
            let Some((taking, found)) = found else { continue };
            if at > range.start && NOT_YET.contains(&self.lower.word(at - 1)) {
                continue;
            }
            let (places, end) = self.places(found.end, range);
            let several = || {
                (found.end..range.end.min(found.end + NAME_REACH)).find(|i| SETTLEMENTS.contains(&self.lower.word(*i)))
            };
            let end = if places.is_empty() {
                several().map(|i| i + 1)
            } else {
                Some(end)
            };
            let Some(end) = end else { continue };
            let span = self.span(found.clone());
            let shown = self.span(at..end);
            out.push(Told {
                slot: Slot::Taken,
                row: "word for taking a place".to_owned(),
                span,
                shown: span,
                sense: Sense::Stance(taking.name.clone()),
            });
            out.push(Told {
                slot: Slot::Taken,
                row: "places taken".to_owned(),
                span: shown,
                shown,
                sense: Sense::All(places),
            });
        }
    }

    /// The places of a list that begins near a token, in order of their stems, and one past its last token.
    fn places(&self, from: usize, range: &Range<usize>) -> (Vec<Stem>, usize) {
        let names = &self.reading.facts.names;
        let names = names[names.partition_point(|n| n.tokens.start < from)..].iter();
        let (mut out, mut end) = (Vec::new(), from);
        for name in names.take_while(|n| n.tokens.end <= range.end) {
            let between = || (end..name.tokens.start).map(|i| self.lower.word(i));
            let listed = between().all(|word| LISTED.contains(&word) || SETTLEMENTS.contains(&word));
            let set = !out.is_empty() && between().any(|word| SET.contains(&word));
            let placed = matches!(name.kind, NameKind::Place | NameKind::Unknown);
            if !placed || name.tokens.start - end > NAME_REACH || !(listed || set) {
                break;
            }
            if !set {
                out.push(Stem::of(self.lower.word(name.tokens.end - 1)));
            }
            end = name.tokens.end;
            end += usize::from(REGIONS.contains(&self.lower.word(end)));
        }
        out.sort_unstable();
        out.dedup();
        (out, end)
    }
}
