//! `interval`: a time said to lie between two points of time that do not lie so far apart.
//!
//! "At 01:33 … 22 minutes later, at 01:45", "in 1979 … nine years later, in 1986": the reader has both points and the
//! time between, and can subtract. Only a time that is tied to its second point by "later" or "earlier" is held
//! against them, and only with the last point named before it.

mod point;

use super::Kind;
use crate::facts::quantity::{Dimension, Quantity, Unit};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use point::{Point, Scale, in_words};
use serde::Deserialize;

/// `[check.interval]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words right behind a time that put its second point after the first: later.
    later: PhrasesAsWritten,
    /// Words that put it before the first: earlier.
    earlier: PhrasesAsWritten,
    /// Words in either sentence that speak of several times or of another day: every, again.
    unless: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a time between two points of time that do not lie so far apart";
    const VALUES: &'static [&'static str] = &["from", "to", "right"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(IntervalCheck {
            later: compiler.phrases(&self.later),
            earlier: compiler.phrases(&self.earlier),
            unless: compiler.phrases(&self.unless),
        })
    }
}

#[derive(Debug)]
struct IntervalCheck {
    later: Option<Tag>,
    earlier: Option<Tag>,
    unless: Option<Tag>,
}

/// Tokens between a time and the point it is tied to: "later, at", ", some".
const BESIDE: usize = 4;

impl Check for IntervalCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let quantities = &page.facts.quantities;
        let mut at = 0;
        while at < quantities.len() {
            let (time, next) = duration(page, at);
            if let Some(time) = time.filter(|t| t.exact) {
                self.hold(page, at, next, &time, out);
            }
            at = next;
        }
    }
}

/// A time as written, over all of its figures.
struct Duration {
    seconds: f64,
    /// One in its last place, in seconds.
    step: f64,
    exact: bool,
    scale: Scale,
}

/// The time that begins with a figure ("two hours and 40 minutes"), and the number of the figure behind it.
fn duration(page: &Page<'_>, at: usize) -> (Option<Duration>, usize) {
    let quantities = &page.facts.quantities;
    let read = |q: &Quantity| match q.unit {
        Unit::Measure(m) if m.dimension == Dimension::Time => Some(m.factor),
        _ => None,
    };
    let Some(factor) = read(&quantities[at]) else {
        return (None, at + 1);
    };
    let first = &quantities[at];
    let mut time = Duration {
        seconds: first.value * factor,
        step: first.step * factor,
        exact: first.is_exact(),
        scale: if factor > 3e7 { Scale::Year } else { Scale::Clock },
    };
    let joined = quantities.get(at + 1).filter(|q| {
        let between = first.tokens.end..q.tokens.start;
        q.sentence == first.sentence && between.len() <= 1 && between.into_iter().all(|i| page.reads(i, &["and"]))
    });
    match joined.and_then(|q| Some((q, read(q)?))) {
        Some((second, smaller)) if smaller < factor => {
            time.seconds += second.value * smaller;
            time.step = second.step * smaller;
            (Some(time), at + 2)
        }
        _ => (Some(time), at + 1),
    }
}

impl IntervalCheck {
    /// Holds the time that figures `at..next` give against the points around it.
    fn hold(&self, page: &Page<'_>, at: usize, next: usize, time: &Duration, out: &mut Vec<Hit>) {
        let quantities = &page.facts.quantities;
        let (start, end) = (quantities[at].tokens.start, quantities[next - 1].tokens.end);
        let sentence = quantities[at].sentence;
        let says = |tag: Option<Tag>| tag.is_some_and(|t| !page.matches.within(t, end..end + 1).is_empty());
        let later = says(self.later);
        // "Five years earlier than planned" is measured from the plan.
        let compared = page.reads(end + 1, &["than"]);
        if !later && !says(self.earlier) || compared {
            return;
        }
        let point = |i: usize| quantities.get(i).and_then(|q| Point::of(page, q, time.scale));
        // The point it is tied to stands right behind it or right before it.
        let behind = quantities
            .get(next)
            .filter(|q| q.sentence == sentence && q.tokens.start <= end + 1 + BESIDE);
        let before = at.checked_sub(1).and_then(|i| quantities.get(i));
        let before = before.filter(|q| q.sentence == sentence && q.tokens.end + BESIDE >= start);
        let (tied, first) = if behind.is_some() && point(next).is_some() {
            (Some(next), at.checked_sub(1))
        } else {
            (before.and(at.checked_sub(1)), at.checked_sub(2))
        };
        let (Some(tied), Some(first)) = (tied, first) else {
            return;
        };
        let (Some(one), Some(two)) = (point(first), point(tied)) else {
            return;
        };
        let earlier = quantities[first].sentence;
        let block = |sentence: usize| page.document.sentences[sentence].block;
        let near = earlier + 1 >= sentence && block(earlier) + 1 >= block(sentence);
        let spoken = |s: usize| self.unless.is_some_and(|t| page.in_sentence(t, s));
        if !near || spoken(sentence) || spoken(earlier) {
            return;
        }
        let signed = if later { time.seconds } else { -time.seconds };
        if !one.fits(&two, signed, time.step) {
            let between = one.apart(&two, later);
            let span = page.document.span_of(start..end);
            let mut hit = Hit::pair(span, one.span)
                .with("from", page.words(one.span))
                .with("to", page.words(two.span))
                .with("right", in_words(between, time.scale));
            hit.related.push(two.span);
            out.push(hit);
        }
    }
}
