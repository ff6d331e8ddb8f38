//! Figures, quotations and names.

use super::{Copy, FigureSense, Sense, Told};
use crate::facts::quantity::{Bound, Unit};
use crate::facts::{NameKind, QuotationKind};
use crate::report::comparison::Slot;
use crate::text::TokenKind;

/// Words around a figure that tell what it is of.
const NEAR: usize = 8;
/// Shorter quotations are phrases that people share.
const LEAST_QUOTED: usize = 4;

impl Copy<'_> {
    /// Figures by the words around them, then all others that count or measure.
    pub(super) fn figures(&self, out: &mut Vec<Told>) {
        let document = &self.reading.document;
        for quantity in &self.reading.facts.quantities {
            let Some(sentence) = document.sentences.get(quantity.sentence) else {
                continue;
            };
            let range = sentence.tokens.clone();
            let start = document.tokens_in(quantity.span).start;
            let own = document.tokens_in(quantity.span).end;
            let end = quantity.counted.map_or(own, |c| c.token + 1);
            let person = quantity.counted.is_none_or(|c| c.person);
            let figure = self.words.figure.iter().find(|f| {
                quantity.unit == Unit::Count
                    && (person || !f.toll)
                    && (self.lower.begins(end, &range, &f.after).is_some()
                        || self.lower.begins(end - 1, &range, &f.after).is_some()
                        || self.lower.ends(start, &range, &f.before).is_some())
            });
            if !quantity.is_amount() || (figure.is_none() && quantity.bound == Bound::Vague) {
                continue;
            }
            let is_bare = figure.is_none() && quantity.unit == Unit::Count && quantity.counted.is_none();
            if is_bare
                || (quantity.unit == Unit::Count
                    && figure.is_some_and(|f| f.toll)
                    && !self.is_of_event(quantity.sentence))
            {
                continue;
            }
            let near = start.saturating_sub(NEAR).max(range.start)..(end + NEAR).min(range.end);
            let head = quantity.counted.map(|c| c.head);
            let mut around = self.terms(near);
            around.retain(|s| Some(*s) != head);
            let noun = head.filter(|_| end > 0).map_or("", |_| self.lower.word(end - 1));
            let row = match figure {
                Some(f) if f.toll || noun.is_empty() || f.name == "votes in favour" => f.name.clone(),
                Some(f) => format!("{noun} {}", f.name),
                None => String::new(),
            };
            let follows = self
                .lower
                .begins(end, &range, figure.map_or(&[][..], |f| &f.after))
                .map_or(end, |f| f.end);
            let from = figure
                .and_then(|f| self.lower.ends(start, &range, &f.before))
                .unwrap_or(start);
            out.push(Told {
                slot: if figure.is_some_and(|f| f.toll) {
                    Slot::Toll
                } else {
                    Slot::Count
                },
                row,
                span: quantity.figure,
                shown: self.span(from..follows.max(start + 1)),
                sense: Sense::Figure(FigureSense {
                    vague: quantity.bound == Bound::Vague,
                    low: quantity.low,
                    high: quantity.high,
                    unit: quantity.unit,
                    head,
                    near: around,
                }),
            });
        }
    }

    pub(super) fn quotations(&self, out: &mut Vec<Told>) {
        let document = &self.reading.document;
        for quotation in &self.reading.facts.quotations {
            let fits = quotation.words >= LEAST_QUOTED && quotation.kind != QuotationKind::Title;
            if !fits || !document.blocks.get(quotation.block).is_some_and(|b| b.kind.is_copy()) {
                continue;
            }
            let tokens = document.tokens_in(quotation.inner);
            let words =
                tokens.filter(|i| document.tokens[*i].is_word() || document.tokens[*i].kind == TokenKind::Number);
            out.push(Told {
                slot: Slot::Quotation,
                row: String::new(),
                span: quotation.span,
                shown: quotation.span,
                sense: Sense::Said(words.map(|i| self.lower.word(i).to_owned()).collect()),
            });
        }
    }

    /// Each bearer once, by the fullest form.
    pub(super) fn names(&self, out: &mut Vec<Told>) {
        let mut seen = rustc_hash::FxHashSet::default();
        for name in &self.reading.facts.names {
            let last = self.lower.word(name.tokens.end.saturating_sub(1)).to_owned();
            if name.len() > 1 && name.kind != NameKind::Body && seen.insert(last) {
                out.push(Told {
                    slot: Slot::Name,
                    row: String::new(),
                    span: name.span,
                    shown: name.span,
                    sense: Sense::Name,
                });
            }
        }
    }
}
