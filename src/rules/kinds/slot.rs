//! `slot`: one value of one event given twice with two values.
//!
//! A figure fills a slot by its noun or by the words beside it, and two fillers are held against each other
//! only when something binds them to one event: sentences that share most of their words, the top of the
//! story, or one named place and time. Without such a bond two values of one sort are two things far
//! oftener than a slip.

mod bond;
mod filler;
mod top;
mod values;

use super::Kind;
use crate::facts::quantity::{Bound, Quantity, Stem, Unit};
use crate::rules::Spanned;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::phrase::Tag;
use bond::Story;
use filler::{Filler, end_of, parts};
use serde::Deserialize;
use std::collections::BTreeMap;
use values::{Given, given};

pub(super) use filler::sources_differ;
pub(super) use values::Values;

/// `[check.slot]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What the slot is, by the words right before its figure: "killed". Without these and without
    /// `after` each noun is a slot of its own, and only "the six boats" is held against "four boats".
    #[serde(default)]
    before: Vec<Spanned<String>>,
    /// And by the words right after what is counted: "were killed", "dead".
    #[serde(default)]
    after: Vec<Spanned<String>>,
    /// Words right after what is counted that make it another slot's: "killed" before "five injured".
    #[serde(default)]
    unless_after: Vec<Spanned<String>>,
    /// Nouns of which each is a slot of its own: "drone{,s}", "floor{,s}".
    #[serde(default)]
    nouns: Vec<Spanned<String>>,
    /// Nouns that may stand for any other: "people" were killed, of whom some were "soldiers".
    #[serde(default)]
    anyone: Vec<String>,
    /// Whose the two figures are.
    #[serde(default)]
    sources: Sources,
    /// What binds the two to one event.
    #[serde(default)]
    bond: Bond,
    /// Words right before a figure that make it a part: "among them", "one of".
    part: Vec<Spanned<String>>,
    /// Words in either sentence that say that the figure changed or is another one.
    update: Vec<Spanned<String>>,
    /// The same, but only within three words of the figure: "each", "other".
    #[serde(default)]
    beside: Vec<Spanned<String>>,
    /// How many words the two sentences must share to speak of one event.
    shared_words: usize,
    /// Which share of the shorter sentence's words that must be, 0–1.
    shared_part: f64,
    /// How many times the smaller figure the larger may be: beyond that they count other things.
    most_times: f64,
}

/// Whose the two figures are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Sources {
    /// One source's, or at least one the writer's own: they contradict each other.
    #[default]
    Same,
    /// Two sources': that they differ is a note, and no slip.
    Differ,
}

/// What binds two figures to one event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Bond {
    /// Their sentences share `shared_words` words, and `shared_part` of the shorter one.
    #[default]
    Words,
    /// They stand at the top of the story: headline, standfirst and the first two sentences.
    Top,
    /// Their sentences name one place and one month or day.
    Setting,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "one value of one event given twice with two values";
    const VALUES: &'static [&'static str] = &[];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(SlotCheck {
            before: compiler.phrases(&self.before),
            after: compiler.phrases(&self.after),
            unless_after: compiler.phrases(&self.unless_after),
            nouns: compiler.phrases(&self.nouns),
            anyone: self.anyone.iter().map(|w| Stem::of(w)).collect(),
            sources: self.sources,
            bond: self.bond,
            part: compiler.phrases(&self.part),
            update: compiler.phrases(&self.update),
            beside: compiler.phrases(&self.beside),
            shared_words: self.shared_words,
            shared_part: self.shared_part,
            most_times: self.most_times,
        })
    }
}

#[derive(Debug)]
struct SlotCheck {
    before: Option<Tag>,
    after: Option<Tag>,
    unless_after: Option<Tag>,
    nouns: Option<Tag>,
    anyone: Vec<Stem>,
    sources: Sources,
    bond: Bond,
    part: Option<Tag>,
    update: Option<Tag>,
    beside: Option<Tag>,
    shared_words: usize,
    shared_part: f64,
    most_times: f64,
}

/// With how many earlier values of a slot each one is compared: the work must not grow with their square.
const MOST_COMPARED: usize = 6;
/// Tokens before and after a figure in which a word stands beside it.
const BESIDE: usize = 3;

impl Check for SlotCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let parts = parts(page);
        // In the order of the nouns, so that the same article gives the same hits.
        let mut slots: BTreeMap<Stem, Vec<&Quantity>> = BTreeMap::new();
        for (number, quantity) in page.facts.quantities.iter().enumerate() {
            let counts = quantity.unit == Unit::Count && quantity.bound != Bound::Vague && quantity.value > 1.0;
            if !counts || parts.contains(&number) {
                continue;
            }
            let key = if self.nouns.is_some() {
                self.noun(page, quantity)
            } else if self.is_named() {
                self.fills(page, quantity).then(|| Stem::of(""))
            } else {
                quantity.counted.filter(|c| !c.further).map(|c| c.head)
            };
            if let Some(key) = key.filter(|_| self.stands_alone(page, quantity)) {
                slots.entry(key).or_default().push(quantity);
            }
        }
        // The words around a figure are read only where there is another to hold it against.
        slots.retain(|_, quantities| quantities.len() > 1);
        if slots.is_empty() {
            return;
        }
        if self.bond == Bond::Top {
            let story = Story::new(page);
            for quantities in slots.values() {
                self.top(page, &story, &Filler::all(page, quantities), out);
            }
        } else {
            let given = given(&page.facts.quantities);
            for quantities in slots.values() {
                self.compare(page, &Filler::all(page, quantities), &given, out);
            }
        }
        out.sort_by_key(|h| h.primary);
    }
}

impl SlotCheck {
    fn is_named(&self) -> bool {
        self.before.is_some() || self.after.is_some() || self.nouns.is_some()
    }

    fn compare(&self, page: &Page<'_>, fillers: &[Filler<'_>], given: &Given, out: &mut Vec<Hit>) {
        let values = Values::of(fillers.iter().map(|f| f.quantity));
        let times = |q: &Quantity| values.times(q.value);
        for (at, two) in fillers.iter().enumerate() {
            let earlier = fillers[at.saturating_sub(MOST_COMPARED)..at].iter().rev();
            let clash = earlier.into_iter().find(|one| {
                let (a, b) = (one.quantity, two.quantity);
                let times_apart = a.value.max(b.value) / a.value.min(b.value);
                let apart =
                    a.sentence != b.sentence && (a.low > b.high || b.low > a.high) && times_apart <= self.most_times;
                // Where both values come up again and again they are of two things.
                apart && times(a).min(times(b)) == 1 && self.of_one_thing(page, one, two, given)
            });
            if let Some(one) = clash {
                out.push(Hit::pair(two.quantity.figure, one.quantity.figure));
            }
        }
    }

    fn of_one_thing(&self, page: &Page<'_>, one: &Filler<'_>, two: &Filler<'_>, given: &Given) -> bool {
        if self.bond == Bond::Setting {
            return self.nouns_clash(one, two)
                && bond::one_setting(page, one.quantity, two.quantity)
                && self.sources_fit(page, one.quantity, two.quantity);
        }
        let shared = one.shared_with(two, page);
        let part = shared as f64 / one.words(page).len().min(two.words(page).len()).max(1) as f64;
        if shared < self.shared_words || part < self.shared_part {
            return false;
        }
        let heads = (
            one.quantity.counted.map(|c| c.head),
            two.quantity.counted.map(|c| c.head),
        );
        if self.is_named() {
            let one_noun = matches!(heads, (None, _) | (_, None)) || heads.0 == heads.1;
            return one_noun && self.sources_fit(page, one.quantity, two.quantity);
        }
        // "The two states" may be the "two western states" of before, whoever speaks of them; but not if
        // the story has other states of that number, or a bare figure that may be theirs.
        let again = |noun: Option<Stem>| given.get(&noun).map_or(0, |v| v.times(two.quantity.value));
        let nouns = two.nouns.iter().all(|n| one.nouns.contains(n));
        // Two that are owned may have two owners.
        two.definite && !(one.owned && two.owned) && nouns && again(heads.1) < 2 && again(None) == 0
    }

    /// The noun that a figure counts, if it has a slot and the words around the figure, where any are asked
    /// for, say that it fills it.
    fn noun(&self, page: &Page<'_>, quantity: &Quantity) -> Option<Stem> {
        let counted = quantity.counted.filter(|c| !c.further)?;
        let open = self.before.is_none() && self.after.is_none();
        let has_slot = self.nouns.is_some_and(|tag| page.matches.begins_at(tag, counted.token));
        (has_slot && (open || self.fills(page, quantity))).then_some(counted.head)
    }

    fn sources_fit(&self, page: &Page<'_>, one: &Quantity, other: &Quantity) -> bool {
        sources_differ(page, one, other) == (self.sources == Sources::Differ)
    }

    /// Do the words around a figure say that it fills the slot?
    fn fills(&self, page: &Page<'_>, quantity: &Quantity) -> bool {
        let start = page.document.tokens_in(quantity.span).start;
        let end = end_of(page, quantity);
        if self.unless_after.is_some_and(|tag| page.matches.begins_at(tag, end)) {
            return false;
        }
        // "Eighteen dead": the word that fills the slot is what is counted.
        let after = |tag: Tag| {
            let counted = quantity.counted.is_some_and(|c| page.matches.begins_at(tag, c.token));
            counted || page.matches.begins_at(tag, end)
        };
        self.before.is_some_and(|tag| page.matches.ends_at(tag, start)) || self.after.is_some_and(after)
    }

    /// Is it no part of another figure, and does no word of its sentence say that it changed?
    fn stands_alone(&self, page: &Page<'_>, quantity: &Quantity) -> bool {
        let (start, end) = (page.document.tokens_in(quantity.span).start, end_of(page, quantity));
        let part = self
            .part
            .is_some_and(|tag| page.matches.ends_at(tag, start) || page.matches.begins_at(tag, end));
        let updated = self.update.is_some_and(|tag| page.in_sentence(tag, quantity.sentence));
        let sentence = page.document.sentences.get(quantity.sentence);
        let near = sentence.map_or(0..0, |s| {
            start.saturating_sub(BESIDE).max(s.tokens.start)..(end + BESIDE).min(s.tokens.end)
        });
        let beside = self
            .beside
            .is_some_and(|tag| !page.matches.within(tag, near).is_empty());
        !part && !updated && !beside
    }

    /// May two figures be of one lot, so that they clash: soldiers and soldiers, people and more soldiers
    /// than that? Fewer soldiers than people are some of them.
    fn nouns_clash(&self, one: &Filler<'_>, two: &Filler<'_>) -> bool {
        let noun = |f: &Filler<'_>| f.quantity.counted.map(|c| c.head).filter(|h| !self.anyone.contains(h));
        let (a, b) = (one.quantity, two.quantity);
        match (noun(one), noun(two)) {
            (None, None) => true,
            (Some(x), Some(y)) => x == y,
            (None, Some(_)) => a.bound != Bound::AtLeast && b.value > a.value,
            (Some(_), None) => b.bound != Bound::AtLeast && a.value > b.value,
        }
    }
}
