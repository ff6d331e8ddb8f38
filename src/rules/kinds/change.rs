//! `change`: a rise or fall whose percentage does not fit its two figures.

pub(super) mod ends;
mod part;

use super::Kind;
use crate::facts::quantity::{Bound, Quantity, Unit};
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::TokenKind;
use crate::text::phrase::Tag;
use ends::Ends;
use serde::Deserialize;
use std::ops::Range;

/// `[check.change]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words that speak of a change; one must stand in the sentence before or between the figures.
    changes: PhrasesAsWritten,
    /// Words in the sentence that make the percentage something else: a rate for a year, a share.
    unless: PhrasesAsWritten,
    /// Phrases for the time before: "a year earlier".
    then: PhrasesAsWritten,
    /// How many points the percentage may be off beside rounding.
    points: f64,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a percentage of change that from and to do not make";
    const VALUES: &'static [&'static str] = &["right", "from", "to"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ChangeCheck {
            changes: compiler.phrases(&self.changes),
            unless: compiler.phrases(&self.unless),
            then: compiler.phrases(&self.then),
            points: self.points,
        })
    }
}

#[derive(Debug)]
struct ChangeCheck {
    changes: Option<Tag>,
    unless: Option<Tag>,
    then: Option<Tag>,
    points: f64,
}

/// The figures of one change, by their numbers.
struct Change<'a> {
    from: &'a Quantity,
    to: &'a Quantity,
    percent: &'a Quantity,
    /// Is it told by a comparison: "22 per cent more than the £31m"?
    compared: bool,
}

impl Check for ChangeCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        // Three figures that follow each other in one sentence; one of them is the percentage. "A year earlier" may
        // stand among them.
        let told = |q: &&Quantity| match q.unit {
            Unit::Percent | Unit::Count | Unit::Money(_) => true,
            Unit::Fraction => part::is_of_change(page, q, self.changes),
            _ => false,
        };
        let figures: Vec<&Quantity> = figures::once(page).into_iter().filter(told).collect();
        for three in figures.windows(3) {
            let [a, b, c] = *three else { continue };
            if a.sentence != c.sentence {
                continue;
            }
            let Some(change) = self.read(page, a, b, c).filter(|c| self.applies(page, c)) else {
                continue;
            };
            // The "more than" of "a third more than £31m" is none of the £31m.
            let exact = change.to.is_exact() && (change.compared || change.from.is_exact());
            if !exact || change.from.value <= 0.0 || self.agrees(&change) {
                continue;
            }
            let right = 100.0 * (change.to.value - change.from.value) / change.from.value;
            let both = change.from.figure.join(change.to.figure);
            out.push(
                Hit::pair(change.percent.figure, both)
                    .with("right", format!("{}%", figures::rounded(right.abs())))
                    .with("from", page.words(change.from.figure))
                    .with("to", page.words(change.to.figure)),
            );
        }
    }
}

impl ChangeCheck {
    fn applies(&self, page: &Page<'_>, change: &Change<'_>) -> bool {
        let Some(sentence) = page.document.sentences.get(change.percent.sentence) else {
            return false;
        };
        // "A 20% increase": the word may stand behind the last figure.
        let last = change
            .from
            .tokens
            .end
            .max(change.to.tokens.end)
            .max(change.percent.tokens.end);
        let says = |tag: Option<Tag>, end: usize| {
            tag.is_some_and(|tag| {
                let found = page.matches.of(tag);
                let first = found.partition_point(|m| m.tokens.start < sentence.tokens.start);
                found.get(first).is_some_and(|m| m.tokens.start < end)
            })
        };
        (change.compared || says(self.changes, last + 2)) && !says(self.unless, sentence.tokens.end)
    }

    /// "rose 25% to 480 from 400", "from 400 to 480, a rise of 20%", "480, up 20% from 400".
    fn read<'a>(&self, page: &Page<'_>, a: &'a Quantity, b: &'a Quantity, c: &'a Quantity) -> Option<Change<'a>> {
        let (percent, first, second) = match (a.unit, b.unit, c.unit) {
            (Unit::Percent | Unit::Fraction, _, _) => (a, b, c),
            (_, Unit::Percent | Unit::Fraction, _) => (b, a, c),
            (_, _, Unit::Percent | Unit::Fraction) => (c, a, b),
            _ => return None,
        };
        if !matches!(first.unit, Unit::Count | Unit::Money(_)) || percent.bound == Bound::Vague {
            return None;
        }
        let tokens = |from: &Quantity, to: &Quantity| from.tokens.end..to.tokens.start;
        if std::ptr::eq(percent, b) {
            let compared = part::is_compared(page, self.then, tokens(a, b), tokens(b, c));
            let close = ends::are_alike(a, c) && (compared || self.leads_back(page, tokens(a, b), tokens(b, c)));
            return close.then_some(Change {
                from: c,
                to: a,
                percent,
                compared,
            });
        }
        let Ends { from, to } = ends::ends(page, first, second, self.then)?;
        // "from 400 to 480, a rise of 20%": the percentage belongs to the figures if little stands between.
        let close = if std::ptr::eq(percent, a) {
            let between = tokens(percent, first);
            between.len() <= 3 || self.is_drop_of(page, percent, between)
        } else {
            let start = ends::behind_then(page, tokens(second, percent), self.then);
            let gap = start..percent.tokens.start;
            gap.len() <= 7 && after_change(page, gap)
        };
        close.then_some(Change {
            from,
            to,
            percent,
            compared: false,
        })
    }

    /// "£48m, up 30% from £42m": a mark and the word of change before the percentage, and "from" behind it.
    fn leads_back(&self, page: &Page<'_>, before: Range<usize>, behind: Range<usize>) -> bool {
        // "$1.2bn last year, an increase of 40% from": the time is passed over.
        let before = ends::behind_then(page, before.clone(), self.then).min(before.end)..before.end;
        let marked = page.document.tokens[before.clone()].iter().any(ends::is_pause);
        let changes = self
            .changes
            .is_some_and(|tag| !page.matches.within(tag, before.clone()).is_empty());
        let from = page.reads(behind.start, &["from"]);
        let pointed = behind.len() == 1 || behind.len() == 2 && page.reads(behind.start + 1, &["the"]);
        marked && changes && before.len() <= 4 && from && pointed
    }

    /// "A 5% drop in sales compared with May — from 400 to 380", "a 5% rise, taking the rate from 400 to 420": what
    /// changed stands between, and a mark before "from" or before the verb that leads there.
    fn is_drop_of(&self, page: &Page<'_>, percent: &Quantity, between: Range<usize>) -> bool {
        let tokens = &page.document.tokens[between.clone()];
        let [.., mark, _] = tokens else { return false };
        let parted = matches!(mark.kind, TokenKind::Mark(',' | '(' | ':' | '–' | '—'));
        let taken = |at: usize| page.document.tokens[at].is(',') && page.reads(at + 1, &LEADING);
        let led = between.clone().any(taken);
        let (start, end) = (percent.tokens.start.saturating_sub(1), percent.tokens.end);
        let named = self.changes.is_some_and(|tag| {
            [start, end]
                .iter()
                .any(|at| !page.matches.within(tag, *at..at + 1).is_empty())
        });
        (parted || led) && named && between.len() <= FAR && !tokens.iter().any(|t| t.is(';'))
    }

    /// Can the percentage come of the two figures as they are rounded?
    fn agrees(&self, change: &Change<'_>) -> bool {
        let (from, to) = (change.from, change.to);
        let change_of = |from: f64, to: f64| 100.0 * (to - from) / from;
        let (r1, r2) = (rounding(from), rounding(to));
        let corners =
            [(r1, r2), (r1, -r2), (-r1, r2), (-r1, -r2)].map(|(a, b)| change_of(from.value + a, to.value + b));
        let down = corners.iter().copied().fold(f64::INFINITY, f64::min);
        let up = corners.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // Where rounding makes both a rise and a fall of it, it may be nothing.
        let low = if down <= 0.0 && up >= 0.0 {
            0.0
        } else {
            down.abs().min(up.abs())
        };
        let high = down.abs().max(up.abs());
        let percent = part::Points::of(change.percent);
        let slack = percent.slack + self.points;
        let slack = if change.percent.is_exact() {
            slack
        } else {
            slack + percent.value * 0.15
        };
        percent.high.max(percent.value) + slack >= low && percent.low.min(percent.value) - slack <= high
    }
}

/// Verbs that lead from a percentage to its two figures.
const LEADING: [&str; 6] = ["taking", "bringing", "lifting", "pushing", "sending", "leaving"];
/// Tokens between "a 5% drop" and "— from 400 to 380", which says whose drop it is.
const FAR: usize = 24;

/// How far rounding may have moved a figure: half a last place where decimals or a magnitude show that it
/// was rounded; figures in full are good to half a hundredth.
fn rounding(figure: &Quantity) -> f64 {
    figures::half_a_place(figure).unwrap_or_else(|| figure.rounding().min(figure.value * 0.005))
}

/// Is the percentage said of the change: ", a rise of", "(", ", up", ", or", "an increase of"?
fn after_change(page: &Page<'_>, mut gap: Range<usize>) -> bool {
    let marked = !gap.is_empty() && ends::is_pause(&page.document.tokens[gap.start]);
    let joined = gap.any(|at| page.reads(at, &["while", "and", "but", "with", "than", "for", "as"]));
    marked && !joined
}
