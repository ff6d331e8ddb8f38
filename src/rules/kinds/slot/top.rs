//! The bond of the top: what the headline counts is what the first sentences count.

use super::bond::{Story, is_placed_apart, places, plural_event};
use super::filler::Filler;
use super::{MOST_COMPARED, SlotCheck};
use crate::facts::quantity::{Bound, Quantity, Unit, same};
use crate::rules::{Hit, Page};
use crate::text::BlockKind;

/// Times by which one "at least" may pass another before they are two figures.
const FLOORS_APART: f64 = 1.1;
/// Times by which a figure may pass an "at least" and still be what it meant: nobody writes "at least 20"
/// over a story of forty.
const OPEN_END: f64 = 1.5;

/// Figures of one slot in the body from which on several events are told.
const SEVERAL: usize = 3;

impl SlotCheck {
    /// Holds the headline against the body, and the first sentence against the second.
    pub(super) fn top(&self, page: &Page<'_>, story: &Story, fillers: &[Filler<'_>], out: &mut Vec<Hit>) {
        let kind = |f: &Filler<'_>| page.document.kind_of(&page.document.sentences[f.quantity.sentence]);
        let (head, rest): (Vec<&Filler<'_>>, Vec<&Filler<'_>>) = fillers
            .iter()
            .filter(|f| !story.echo.contains(&f.quantity.tokens.start))
            .partition(|f| matches!(kind(f), BlockKind::Headline | BlockKind::Standfirst));
        let body: Vec<&Filler<'_>> = rest.into_iter().filter(|f| kind(f).is_body()).collect();
        let first = out.len();
        for top in head {
            let given = body.iter().any(|f| !apart(page, top.quantity, f.quantity));
            if given || is_said(page, story, top.quantity) || is_sum(page, story, top.quantity) {
                continue;
            }
            // "Attacks injure 20" adds up what is told of each.
            let many = plural_event(page, top.quantity.sentence) == Some(true) && body.len() >= SEVERAL;
            let lead = body
                .iter()
                .take_while(|f| story.lead.contains(&Some(f.quantity.sentence)));
            let clash = lead.into_iter().find(|f| {
                let some =
                    is_some_of(page, f.quantity, top.quantity) || (many && f.quantity.value < top.quantity.value);
                self.clash(page, top.quantity, f.quantity) && self.nouns_clash(top, f) && !some
            });
            out.extend(clash.map(|f| Hit::pair(f.quantity.figure, top.quantity.figure)));
        }
        // One figure at the top is wrong; a second finding about it says nothing new.
        out.truncate(first + 1);
        if out.len() == first {
            out.extend(self.lead(page, story, &body));
        }
    }

    /// The first two sentences, where the one tells the other once more.
    fn lead(&self, page: &Page<'_>, story: &Story, body: &[&Filler<'_>]) -> Option<Hit> {
        let [Some(first), Some(second)] = story.lead else {
            return None;
        };
        let of = |sentence: usize| {
            let here = body.iter().filter(move |f| f.quantity.sentence == sentence);
            here.take(MOST_COMPARED)
        };
        let clash = |one: &Filler<'_>, two: &Filler<'_>| {
            let (a, b) = (one.quantity, two.quantity);
            one.shared_with(two, page) >= self.shared_words
                && self.clash(page, a, b)
                && self.nouns_clash(one, two)
                && self.sources_fit(page, a.sentence, b.sentence)
                && !is_some_of(page, b, a)
                && !is_some_of(page, a, b)
                && !is_sum(page, story, a)
                && !is_sum(page, story, b)
        };
        of(second).find_map(|two| {
            let one = of(first).find(|one| clash(one, two))?;
            Some(Hit::pair(two.quantity.figure, one.quantity.figure))
        })
    }

    /// Can the two not be one number?
    fn clash(&self, page: &Page<'_>, a: &Quantity, b: &Quantity) -> bool {
        apart(page, a, b) && a.value.max(b.value) / a.value.min(b.value) <= self.most_times
    }
}

/// Are they two numbers, as far as their words go?
fn apart(page: &Page<'_>, a: &Quantity, b: &Quantity) -> bool {
    let (less, more) = if a.value <= b.value { (a, b) } else { (b, a) };
    let times = more.value / less.value;
    match (less.bound, more.bound) {
        _ if a.same_value(b) => false,
        (Bound::AtLeast, Bound::AtLeast) => times > FLOORS_APART && !passes_round(page, less, more.value),
        (Bound::AtLeast, _) => times > OPEN_END,
        (_, Bound::AtMost) => times > 2.0,
        _ => less.high < more.low,
    }
}

/// Does "more than 40" leave room for a value: up to the next round figure?
fn passes_round(page: &Page<'_>, figure: &Quantity, value: f64) -> bool {
    let words = page.words(figure.span).to_lowercase();
    (words.starts_with("more than") || words.starts_with("over")) && value < figure.value + 2.0 * figure.rounding()
}

/// The figures of the body that may be counts of people, but for the headline said once more.
fn counts<'a>(page: &Page<'a>, story: &Story) -> impl Iterator<Item = &'a Quantity> {
    let document = page.document;
    let of_body = move |q: &&Quantity| document.kind_of(&document.sentences[q.sentence]).is_body();
    let echo = story.echo.clone();
    let figures = page.facts.quantities.iter().filter(of_body);
    figures.filter(move |q| q.unit == Unit::Count && !echo.contains(&q.tokens.start))
}

/// Does the body count as many people somewhere?
fn is_said(page: &Page<'_>, story: &Story, top: &Quantity) -> bool {
    counts(page, story).any(|q| q.same_value(top) && q.counted.is_some_and(|c| c.person))
}

/// From how many on a sum of two counts is no chance, whatever they count.
const NO_CHANCE: f64 = 10.0;

/// Do figures that follow each other in the body make it together: "12 soldiers and six of their drivers"?
fn is_sum(page: &Page<'_>, story: &Story, top: &Quantity) -> bool {
    let may_add = |q: &&Quantity| top.value >= NO_CHANCE || q.counted.is_none_or(|c| c.person);
    let figures: Vec<&Quantity> = counts(page, story).filter(may_add).collect();
    let makes = |w: &[&Quantity]| {
        let near = w[w.len() - 1].sentence <= w[0].sentence + 1;
        near && same(w.iter().map(|q| q.value).sum(), top.value)
    };
    let two_apart = |w: &[&Quantity]| w.len() == 3 && makes(&[w[0], w[2]]);
    [2, 3]
        .iter()
        .any(|n| figures.windows(*n).any(|w| makes(w) || two_apart(w)))
}

/// Is the first figure the smaller and told of one of several events, or of a place of its own?
fn is_some_of(page: &Page<'_>, some: &Quantity, all: &Quantity) -> bool {
    let one_of = plural_event(page, all.sentence) == Some(true) && plural_event(page, some.sentence) == Some(false);
    let headline = page.document.kind_of(&page.document.sentences[all.sentence]) == BlockKind::Headline;
    // A headline names a region where the copy names a town; but one with several places adds them up.
    let placed = if headline {
        places(page, all.sentence).len() > 1
    } else {
        is_placed_apart(page, some.sentence, all.sentence)
    };
    some.value < all.value && (one_of || placed)
}
