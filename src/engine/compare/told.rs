//! What one copy tells: the values that are put beside those of other copies.

mod event;
mod figures;
mod taken;

use super::words::{Lower, Words};
use crate::engine::Reading;
use crate::facts::quantity::{Stem, Unit};
use crate::facts::{Class, EventMention, Facts, Lexicon};
use crate::report::comparison::Slot;
use crate::text::{Document, Span, TokenKind};
use jiff::civil::Weekday;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A value that a copy gives.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub slot: Slot,
    /// Which row it belongs to; empty where rows are made by likeness.
    pub row: String,
    pub span: Span,
    /// Words that show it to a reader, if more than the span.
    pub shown: Span,
    pub sense: Sense,
}

/// What a value means, as far as two can be held against each other.
#[derive(Clone, Debug)]
pub(super) enum Sense {
    /// A figure, and the words around it.
    Figure(FigureSense),
    /// A day, as far as it is told.
    Day {
        weekday: Option<Weekday>,
        day: Option<(i8, i8)>,
    },
    /// Words of weight: two values that share one may mean one thing.
    Terms(Vec<Stem>),
    /// A quotation's words.
    Said(Vec<String>),
    /// One of a few things said of who did it, or how.
    Stance(String),
    /// Every member of a list, in order.
    All(Vec<Stem>),
    /// A name.
    Name,
}

impl Sense {
    /// Is it the very same thing? Two times without a day may be two, and so may two names.
    pub(super) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Figure(a), Self::Figure(b)) => a.low.total_cmp(&b.low).is_eq() && a.high.total_cmp(&b.high).is_eq(),
            (Self::Terms(a), Self::Terms(b)) | (Self::All(a), Self::All(b)) => a == b,
            (Self::Stance(a), Self::Stance(b)) => a == b,
            (Self::Day { weekday: a, day: c }, Self::Day { weekday: b, day: d }) => {
                a == b && c == d && (a.is_some() || c.is_some())
            }
            _ => false,
        }
    }
}

/// Values of one copy in one row: the rest repeats them.
const MOST_VALUES: usize = 4;

/// Adds a value that the copy has not given yet.
pub(super) fn push<'a>(values: &mut Vec<&'a Told>, one: &'a Told) {
    let again = values.iter().any(|v| v.sense.is(&one.sense));
    if !again && values.len() < MOST_VALUES {
        values.push(one);
    }
}

/// A figure between two bounds.
#[derive(Clone, Debug)]
pub(super) struct FigureSense {
    /// Is it "several", "dozens"?
    pub vague: bool,
    pub low: f64,
    pub high: f64,
    pub unit: Unit,
    /// The noun that is counted.
    pub head: Option<Stem>,
    /// Words of weight around it, in order.
    pub near: Vec<Stem>,
}

/// A copy with what looking at it needs.
pub(super) struct Copy<'a> {
    pub reading: &'a Reading,
    pub lexicon: &'a Lexicon,
    pub words: &'a Words,
    pub lower: Lower,
    /// For each block: does it speak of the main event?
    pub of_event: Vec<bool>,
    /// The mentions of the main event, by their first token.
    mains: FxHashSet<usize>,
}

/// Verbs that say when it started, and end the noun phrase before them.
const BEGINS: [&str; 3] = ["began", "started", "happened"];
/// Words of a noun phrase that are shown.
const MOST_WORDS: usize = 9;
/// The stance of a copy that itself gives somebody the act.
pub(super) const GIVEN: &str = "given";

/// The mentions of the main event, and of those like it that are not said to be elsewhere, by their first
/// token.
fn mains(document: &Document, facts: &Facts) -> FxHashSet<usize> {
    let Some(main) = facts.main_event() else {
        return FxHashSet::default();
    };
    let place = |e: &EventMention| Some(document.words(facts.names.get(e.place?)?.last(document)));
    let of_main = || facts.events.iter().filter(|e| e.event == main);
    let places: FxHashSet<&str> = of_main().filter_map(place).collect();
    let sort = of_main().next().map(|e| e.sort);
    let like = |e: &&EventMention| {
        let here = place(e).is_none_or(|p| places.contains(p));
        e.event == main || (here && sort.is_some_and(|s| s.agrees(e.sort)))
    };
    facts.events.iter().filter(like).map(|e| e.tokens.start).collect()
}

impl<'a> Copy<'a> {
    /// A copy, read.
    pub(super) fn new(reading: &'a Reading, lexicon: &'a Lexicon, words: &'a Words) -> Self {
        let (document, facts) = (&reading.document, &reading.facts);
        let mains = mains(document, facts);
        // Where no event was read, all blocks are of what the story is about.
        let mut told = vec![facts.events.is_empty(); document.blocks.len()];
        let mut other = vec![false; document.blocks.len()];
        for event in &facts.events {
            let block = document.sentences.get(event.sentence).map_or(0, |s| s.block);
            let list = if mains.contains(&event.tokens.start) {
                &mut told
            } else {
                &mut other
            };
            if let Some(flag) = list.get_mut(block) {
                *flag = true;
            }
        }
        // A paragraph that names no event goes on with the one before it.
        let of_event = (0..told.len())
            .map(|b| told[b] || (!other[b] && b > 0 && told[b - 1]))
            .collect();
        Self {
            reading,
            lexicon,
            words,
            lower: Lower::of(document),
            of_event,
            mains,
        }
    }

    /// Everything that is compared, in text order within each slot.
    pub(super) fn told(&self) -> Vec<Told> {
        let mut out = Vec::new();
        for number in 0..self.reading.document.sentences.len() {
            let sentence = &self.reading.document.sentences[number];
            if !self.reading.document.kind_of(sentence).is_copy() {
                continue;
            }
            let range = sentence.tokens.clone();
            if self.is_of_event(number) {
                self.targets(&range, &mut out);
                self.times(&range, &mut out);
                self.nobody(&range, &mut out);
                self.damage(&range, &mut out);
            }
            self.taken(&range, &mut out);
            self.venues(&range, &mut out);
            self.stances(&range, &mut out);
        }
        self.given(&mut out);
        self.figures(&mut out);
        self.quotations(&mut out);
        self.names(&mut out);
        out
    }

    fn is_main(&self, event: &EventMention) -> bool {
        self.mains.contains(&event.tokens.start)
    }

    /// Does the block of a sentence speak of the main event?
    fn is_of_event(&self, sentence: usize) -> bool {
        let block = self.reading.document.sentences.get(sentence).map(|s| s.block);
        block.and_then(|b| self.of_event.get(b)).copied().unwrap_or(false)
    }

    fn span(&self, tokens: Range<usize>) -> Span {
        self.reading.document.span_of(tokens)
    }

    fn has(&self, at: usize, class: Class) -> bool {
        let token = self.reading.document.tokens.get(at);
        token.is_some_and(|t| self.lexicon.is(t, class))
    }

    /// The noun phrase that begins at a token: up to a verb, a stop or another preposition than "of".
    fn noun_phrase(&self, at: usize, within: &Range<usize>) -> Option<Range<usize>> {
        let tokens = &self.reading.document.tokens;
        let mut end = at;
        while end < within.end && end - at < MOST_WORDS {
            let token = &tokens[end];
            let joins = token.is('-') || token.is('%') || token.kind == TokenKind::Possessive;
            let of = self.lower.word(end) == "of" && end > at;
            let stops = !(token.is_word() || token.kind == TokenKind::Number || joins)
                || (self.has(end, Class::Preposition) && !of)
                || self.has(end, Class::Auxiliary)
                || self.has(end, Class::Conjunction)
                || self.has(end, Class::PersonPronoun)
                || self.has(end, Class::Weekday)
                || (end > at && (self.has(end, Class::Past) || BEGINS.contains(&self.lower.word(end))))
                || matches!(
                    self.lower.word(end),
                    "who" | "that" | "which" | "when" | "while" | "early" | "late" | "shortly"
                )
                || (end > at && self.has(end, Class::Determiner) && self.lower.word(end - 1) != "of")
                || (end > at
                    && self.lower.word(end).len() > 5
                    && self.lower.word(end).ends_with("ing")
                    && end + 1 < within.end
                    && self.has(end + 1, Class::Determiner));
            if stops {
                break;
            }
            end += 1;
        }
        while end > at
            && (self.lower.word(end - 1) == "of" || !tokens[end - 1].is_word() || self.has(end - 1, Class::Determiner))
        {
            end -= 1;
        }
        (end > at).then_some(at..end)
    }

    /// The words of weight of a run of tokens, as stems.
    fn terms(&self, tokens: Range<usize>) -> Vec<Stem> {
        let document = &self.reading.document;
        let mut out: Vec<Stem> = tokens
            .filter(|i| document.tokens[*i].is_word() && self.lower.word(*i).len() > 3)
            .map(|i| Stem::of(self.lower.word(i)))
            .collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    fn push_terms(&self, slot: Slot, row: &str, shown: Range<usize>, noun: Range<usize>, out: &mut Vec<Told>) {
        let terms = self.terms(noun.clone());
        if terms.is_empty() {
            return;
        }
        out.push(Told {
            slot,
            row: row.to_owned(),
            span: self.span(noun),
            shown: self.span(shown),
            sense: Sense::Terms(terms),
        });
    }
}
