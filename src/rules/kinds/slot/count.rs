//! The slots of counts: how many were killed, how many floors there are.

use super::bond::{self, Story};
use super::filler::{Filler, end_of, parts};
use super::values::{Given, Values, given};
use super::{Bond, MOST_COMPARED, SlotCheck};
use crate::facts::quantity::{Bound, Quantity, Stem, Unit};
use crate::rules::{Hit, Page};
use crate::text::phrase::Tag;
use std::collections::BTreeMap;

impl SlotCheck {
    pub(super) fn counts(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
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
            if let Some(key) = key.filter(|_| self.alone(page, quantity)) {
                slots.entry(key).or_default().push(quantity);
            }
        }
        // The words around a figure are read only where there is another to hold it against.
        slots.retain(|_, quantities| quantities.len() > 1);
        if slots.is_empty() {
            return;
        }
        if matches!(self.bond, Bond::Top | Bond::Story) {
            let story = Story::new(page);
            for quantities in slots.values() {
                let fillers = Filler::all(page, quantities);
                if self.bond == Bond::Top {
                    self.top(page, &story, &fillers, out);
                } else {
                    self.story(page, &story, &fillers, out);
                }
            }
        } else {
            let given = given(&page.facts.quantities);
            for quantities in slots.values() {
                self.compare(page, &Filler::all(page, quantities), &given, out);
            }
        }
    }

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
                && self.sources_fit(page, one.quantity.sentence, two.quantity.sentence);
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
            return one_noun && self.sources_fit(page, one.quantity.sentence, two.quantity.sentence);
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

    /// May two figures be of one lot, so that they clash: soldiers and soldiers, people and more soldiers
    /// than that? Fewer soldiers than people are some of them.
    pub(super) fn nouns_clash(&self, one: &Filler<'_>, two: &Filler<'_>) -> bool {
        let noun = |f: &Filler<'_>| f.quantity.counted.map(|c| c.head).filter(|h| !self.anyone.contains(h));
        let (a, b) = (one.quantity, two.quantity);
        match (noun(one), noun(two)) {
            (None, None) => true,
            (Some(x), Some(y)) => x == y,
            (None, Some(_)) => a.bound != Bound::AtLeast && b.value > a.value,
            (Some(_), None) => b.bound != Bound::AtLeast && a.value > b.value,
        }
    }

    fn alone(&self, page: &Page<'_>, quantity: &Quantity) -> bool {
        let start = page.document.tokens_in(quantity.span).start;
        self.stands_alone(page, &(start..end_of(page, quantity)), quantity.sentence)
    }
}
