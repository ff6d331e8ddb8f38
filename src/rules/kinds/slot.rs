//! `slot`: one value of one event given twice with two values.

use super::Kind;
use crate::facts::Class;
use crate::facts::quantity::{Bound, Quantity, Stem, Unit, same};
use crate::facts::relation::RelationKind;
use crate::rules::Spanned;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::TokenKind;
use crate::text::phrase::Tag;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

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
    /// Nouns of which each is a slot of its own: "drone{,s}", "floor{,s}".
    #[serde(default)]
    nouns: Vec<Spanned<String>>,
    /// Whose the two figures are.
    #[serde(default)]
    sources: Sources,
    /// Words right before a figure that make it a part: "among them", "one of".
    part: Vec<Spanned<String>>,
    /// Words in either sentence that say that the figure changed or is another one.
    update: Vec<Spanned<String>>,
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

impl Kind for Settings {
    const SUMMARY: &'static str = "one value of one event given twice with two values";
    const VALUES: &'static [&'static str] = &[];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(SlotCheck {
            before: compiler.phrases(&self.before),
            after: compiler.phrases(&self.after),
            nouns: compiler.phrases(&self.nouns),
            sources: self.sources,
            part: compiler.phrases(&self.part),
            update: compiler.phrases(&self.update),
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
    nouns: Option<Tag>,
    sources: Sources,
    part: Option<Tag>,
    update: Option<Tag>,
    shared_words: usize,
    shared_part: f64,
    most_times: f64,
}

/// With how many earlier values of a slot each one is compared: the work must not grow with their square.
const MOST_COMPARED: usize = 6;

/// What fills a slot.
struct Filler<'a> {
    quantity: &'a Quantity,
    /// The words of its sentence.
    words: Vec<Stem>,
    /// The words of what is counted.
    nouns: Vec<Stem>,
    /// Does "the", "these" or "their" stand before it?
    definite: bool,
}

impl SlotCheck {
    fn is_named(&self) -> bool {
        self.before.is_some() || self.after.is_some() || self.nouns.is_some()
    }
}

impl Check for SlotCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let parts = parts(page);
        let mut slots: FxHashMap<Stem, Vec<&Quantity>> = FxHashMap::default();
        for (number, quantity) in page.facts.quantities.iter().enumerate() {
            let counts = quantity.unit == Unit::Count && quantity.bound != Bound::Vague && quantity.value > 1.0;
            if !counts || parts.contains(&number) || !self.stands_alone(page, quantity) {
                continue;
            }
            let key = if self.nouns.is_some() {
                self.noun(page, quantity)
            } else if self.is_named() {
                self.fills(page, quantity).then(|| Stem::of(""))
            } else {
                quantity.counted.filter(|c| !c.further).map(|c| c.head)
            };
            if let Some(key) = key {
                slots.entry(key).or_default().push(quantity);
            }
        }
        let all = Values::of(&page.facts.quantities);
        // The words around a figure are read only where there is another to hold it against.
        for quantities in slots.values().filter(|quantities| quantities.len() > 1) {
            let fillers = quantities.iter().map(|quantity| Filler::new(page, quantity));
            self.compare(page, &fillers.collect::<Vec<_>>(), &all, out);
        }
        out.sort_by_key(|h| h.primary);
    }
}

/// The values of some figures, in order: how often one is given is looked up, not counted each time.
pub(super) struct Values(Vec<f64>);

impl Values {
    pub(super) fn of<'a>(quantities: impl IntoIterator<Item = &'a Quantity>) -> Self {
        let mut values: Vec<f64> = quantities.into_iter().map(|q| q.value).collect();
        values.sort_by(f64::total_cmp);
        Self(values)
    }

    pub(super) fn times(&self, value: f64) -> usize {
        let first = self.0.partition_point(|v| *v < value && !same(*v, value));
        self.0[first..].partition_point(|v| same(*v, value))
    }
}

impl SlotCheck {
    fn compare(&self, page: &Page<'_>, fillers: &[Filler<'_>], all: &Values, out: &mut Vec<Hit>) {
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
                apart && times(a).min(times(b)) == 1 && self.of_one_thing(one, two, all) && self.sources_fit(page, a, b)
            });
            if let Some(one) = clash {
                out.push(Hit::pair(two.quantity.figure, one.quantity.figure));
            }
        }
    }

    fn of_one_thing(&self, one: &Filler<'_>, two: &Filler<'_>, all: &Values) -> bool {
        let shared = two.words.iter().filter(|w| one.words.binary_search(w).is_ok()).count();
        let part = shared as f64 / one.words.len().min(two.words.len()).max(1) as f64;
        if shared < self.shared_words || part < self.shared_part {
            return false;
        }
        if self.is_named() {
            let heads = (
                one.quantity.counted.map(|c| c.head),
                two.quantity.counted.map(|c| c.head),
            );
            return matches!(heads, (None, _) | (_, None)) || heads.0 == heads.1;
        }
        // "The two states" may be the "two western states" of before.
        let same = two.nouns.iter().all(|n| one.nouns.contains(n));
        two.definite && same && all.times(two.quantity.value) < 2
    }

    /// The noun that a figure counts, if it has a slot and the words around the figure, where any are asked
    /// for, say that it fills it.
    fn noun(&self, page: &Page<'_>, quantity: &Quantity) -> Option<Stem> {
        let counted = quantity.counted.filter(|c| !c.further)?;
        let open = self.before.is_none() && self.after.is_none();
        let has_slot = self.nouns.is_some_and(|tag| begins_at(page, tag, counted.token));
        (has_slot && (open || self.fills(page, quantity))).then_some(counted.head)
    }

    fn sources_fit(&self, page: &Page<'_>, one: &Quantity, other: &Quantity) -> bool {
        sources_differ(page, one, other) == (self.sources == Sources::Differ)
    }

    /// Do the words around a figure say that it fills the slot?
    fn fills(&self, page: &Page<'_>, quantity: &Quantity) -> bool {
        let start = page.document.tokens_in(quantity.span).start;
        let end = end_of(page, quantity);
        let before = self.before.is_some_and(|tag| ends_at(page, tag, start));
        before || self.after.is_some_and(|tag| begins_at(page, tag, end))
    }

    /// Is it no part of another figure, and does no word of its sentence say that it changed?
    fn stands_alone(&self, page: &Page<'_>, quantity: &Quantity) -> bool {
        let start = page.document.tokens_in(quantity.span).start;
        let part = self
            .part
            .is_some_and(|tag| ends_at(page, tag, start) || begins_at(page, tag, end_of(page, quantity)));
        let updated = self.update.is_some_and(|tag| {
            page.document.sentences.get(quantity.sentence).is_some_and(|sentence| {
                let found = page.matches.of(tag);
                let first = found.partition_point(|m| m.tokens.start < sentence.tokens.start);
                found.get(first).is_some_and(|m| m.tokens.start < sentence.tokens.end)
            })
        });
        !part && !updated
    }
}

impl<'a> Filler<'a> {
    fn new(page: &Page<'_>, quantity: &'a Quantity) -> Self {
        let before = page.document.tokens_in(quantity.span).start.checked_sub(1);
        let before = before.and_then(|i| page.document.tokens.get(i));
        let owned = before.is_some_and(|t| t.kind == TokenKind::Possessive);
        let before = before.map_or("", |t| page.words(t.span));
        let definite = ["the", "these", "those", "their", "his", "her", "its"];
        Self {
            quantity,
            words: words(page, quantity),
            nouns: nouns(page, quantity),
            definite: owned || definite.iter().any(|d| d.eq_ignore_ascii_case(before)),
        }
    }
}

/// One past the last token of a figure and what it counts.
fn end_of(page: &Page<'_>, quantity: &Quantity) -> usize {
    let own = page.document.tokens_in(quantity.span).end;
    quantity.counted.map_or(own, |c| c.token + 1)
}

fn ends_at(page: &Page<'_>, tag: Tag, token: usize) -> bool {
    page.matches.ends_at(tag, token)
}

fn begins_at(page: &Page<'_>, tag: Tag, token: usize) -> bool {
    page.matches.begins_at(tag, token)
}

/// The numbers of the figures that are a part of something, or the whole of parts.
fn parts(page: &Page<'_>) -> FxHashSet<usize> {
    let relations = page.facts.relations.iter();
    relations
        .filter(|r| matches!(r.kind, RelationKind::PartOf | RelationKind::Including))
        .flat_map(|r| [r.one, r.other])
        .collect()
}

/// Do two sources stand behind the two figures? Then that they differ is the story.
pub(super) fn sources_differ(page: &Page<'_>, one: &Quantity, other: &Quantity) -> bool {
    let source = |q: &Quantity| {
        let attribution = page.facts.attribution_of(q.sentence)?;
        // "She" may be the one who was named before.
        let last = page.document.tokens_in(attribution.source.span).last()?;
        let last = &page.document.tokens[last];
        (!page.lexicon.is(last, Class::PersonPronoun)).then(|| Stem::of(page.words(last.span)))
    };
    source(one).zip(source(other)).is_some_and(|(a, b)| a != b)
}

/// The words of a figure's sentence, its own noun left out, as stems.
fn words(page: &Page<'_>, quantity: &Quantity) -> Vec<Stem> {
    let Some(sentence) = page.document.sentences.get(quantity.sentence) else {
        return Vec::new();
    };
    let own = quantity.counted.map_or(usize::MAX, |c| c.token);
    let tokens = sentence
        .tokens
        .clone()
        .filter(|i| *i != own && !quantity.tokens.contains(i));
    let grammar = [Class::FigureStop, Class::NumberWord, Class::Month, Class::Weekday];
    let mut words: Vec<Stem> = tokens
        .map(|i| &page.document.tokens[i])
        // Words of three letters and less are mostly grammar.
        .filter(|t| t.is_word() && t.span.len() > 3 && !page.lexicon.any(t.word, &grammar))
        .map(|t| Stem::of(page.words(t.span)))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// The words of what is counted, as stems.
fn nouns(page: &Page<'_>, quantity: &Quantity) -> Vec<Stem> {
    let Some(counted) = quantity.counted else {
        return Vec::new();
    };
    let tokens = page.document.tokens_in(counted.span);
    let words = tokens.map(|i| &page.document.tokens[i]).filter(|t| t.is_word());
    words.map(|t| Stem::of(page.words(t.span))).collect()
}
