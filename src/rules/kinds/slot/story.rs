//! The bond of the story: headline and first sentence give one figure, and a sentence further down opens with another.

use super::SlotCheck;
use super::bond::{Story, is_placed_apart, plural_event};
use super::filler::{Filler, end_of};
use crate::facts::quantity::{Quantity, Unit};
use crate::rules::{Hit, Page};
use crate::text::BlockKind;

impl SlotCheck {
    /// Holds the figure that headline and first sentence give against those that open a sentence further down, as a
    /// first draft leaves them: "Four people died, among them a couple". Fewer than at the top are some of them.
    pub(super) fn story(&self, page: &Page<'_>, story: &Story, fillers: &[Filler<'_>], out: &mut Vec<Hit>) {
        let Some(first) = story.lead[0] else { return };
        let sentence_of = |f: &Filler<'_>| &page.document.sentences[f.quantity.sentence];
        let kind = |f: &Filler<'_>| page.document.kind_of(sentence_of(f));
        let exact = |f: &&Filler<'_>| f.quantity.is_exact();
        let Some(lead) = fillers.iter().filter(exact).find(|f| f.quantity.sentence == first) else {
            return;
        };
        let mut heads = fillers.iter().filter(|f| kind(f) == BlockKind::Headline);
        if !heads.any(|f| f.quantity.is_exact() && f.quantity.same_value(lead.quantity)) {
            return;
        }
        let opens = |f: &&Filler<'_>| {
            let (first, start) = (
                sentence_of(f).tokens.start,
                page.document.tokens_in(f.quantity.span).start,
            );
            // "Reportedly four people died" opens with them too.
            start == first || start == first + 1 && page.words(page.document.tokens[first].span).ends_with("ly")
        };
        let further = fillers
            .iter()
            .filter(|f| kind(f).is_body() && f.quantity.sentence > first);
        let more = |f: &&Filler<'_>| {
            let (top, below) = (lead.quantity, f.quantity);
            below.value > top.value && below.value / top.value <= self.most_times && !below.same_value(top)
        };
        let rivals: Vec<&Filler<'_>> = further
            .filter(exact)
            .filter(more)
            .filter(opens)
            .filter(|f| self.nouns_clash(lead, f) && is_of_story(page, f.quantity, first))
            .filter(|f| self.sources_fit(page, first, f.quantity.sentence))
            .collect();
        // Two other figures are of two other events.
        if let [rival, rest @ ..] = rivals.as_slice()
            && rest.iter().all(|f| f.quantity.same_value(rival.quantity))
        {
            out.push(Hit::pair(rival.quantity.figure, lead.quantity.figure));
        }
    }
}

/// Words that tell what happened, which the first sentence has told: "Five people died when a ship burned".
const OWN_EVENT: [&str; 3] = ["when", "after", "as"];

/// Does a sentence tell its own event right behind the figure's words: "when a ship burned", "in a fire"?
fn has_its_own(page: &Page<'_>, figure: &Quantity) -> bool {
    let end = end_of(page, figure);
    let new = |at: usize| page.reads(at, &["in", "by", "during"]) && page.reads(at + 1, &["a", "an", "another"]);
    (end..end + OWN_REACH).any(|at| page.reads(at, &OWN_EVENT) || new(at))
}

/// Figures of a sentence among which a year is looked for: an endless one is a list.
const NEAR: usize = 8;
/// Tokens behind what is counted: "were later killed when".
const OWN_REACH: usize = 5;

/// Does a sentence name no day, no place and no event that the first one has not?
fn is_of_story(page: &Page<'_>, figure: &Quantity, first: usize) -> bool {
    let dates = &page.facts.dates;
    let dated = dates.get(dates.partition_point(|d| d.sentence < figure.sentence));
    let years = page.facts.quantities_in(figure.sentence..figure.sentence + 1).iter();
    let dated = dated.is_some_and(|d| d.sentence == figure.sentence) || years.take(NEAR).any(|q| q.unit == Unit::Year);
    let several = plural_event(page, figure.sentence) == Some(true) || plural_event(page, first) == Some(true);
    !dated && !several && !has_its_own(page, figure) && !is_placed_apart(page, figure.sentence, first)
}
