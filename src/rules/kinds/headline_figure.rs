//! `headline-figure`: a figure of the headline or standfirst that the story does not bear out.

mod alike;
mod bearing;
mod beside;
mod derived;
mod lent;
mod near;
mod twin;

use super::Kind;
use crate::facts::quantity::{Bound, Dimension, Quantity, Unit, same};
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Span};
use alike::{alike, before, content, is_whole, same_sort, shared};
use bearing::{bears_out, is_converted, of_two, of_years, within};
use beside::{counts_nothing, is_change, is_listed, is_part, is_turned_in_the_lead, is_written};
use derived::is_derived;
use lent::{Lent, lent};
use near::{is_worked_out, nearest};
use serde::Deserialize;
use twin::Twin;

/// `[check.headline-figure]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Figures up to this are too often "both" or two names in the story, unless the story gives
    /// another figure for the same noun.
    small: f64,
    /// Stories with fewer words in their body are teasers, in which a figure may stand alone.
    least_words: usize,
    /// How many words of the headline must stand in the sentence of another figure for it to be the
    /// story's version of the headline's.
    shared_words: usize,
    /// Which blocks are held against the body.
    blocks: Vec<BlockKind>,
    /// How much it matters if the body has neither the figure nor another for the same thing.
    lone: Severity,
    /// How many times a figure of the story of the same sort may be a lone one, or the lone one it, to speak against
    /// it: a summary draws its figures from the story. Without this none does.
    near: Option<f64>,
    /// What a headline counts that the story lists and does not count: "five ways", "these three words".
    #[serde(default)]
    unless_after: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a figure of the headline that the story does not bear out";
    const VALUES: &'static [&'static str] = &["verdict"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let listed = compiler.phrases(&self.unless_after);
        Box::new(HeadlineFigureCheck(self, listed))
    }
}

#[derive(Debug)]
struct HeadlineFigureCheck(Settings, Option<Tag>);

impl Check for HeadlineFigureCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let kind_of = |q: &Quantity| page.document.kind_of(&page.document.sentences[q.sentence]);
        let (head, body): (Vec<&Quantity>, Vec<&Quantity>) = page
            .facts
            .quantities
            .iter()
            .partition(|q| matches!(kind_of(q), BlockKind::Headline | BlockKind::Standfirst));
        if head.is_empty() || words_in_body(page) < self.0.least_words {
            return;
        }
        for figure in head.iter().copied().take(MOST_AT_TOP) {
            if !self.0.blocks.contains(&kind_of(figure))
                || !is_held(figure)
                || is_bare_date(page, figure)
                || is_label(page, figure)
                || of_years(page, figure, &body)
                || body.iter().any(|b| is_converted(figure, b))
                || counts_nothing(page, figure)
                || (of_two(figure, &body) || is_derived(page, figure, &body))
                    && !is_turned_in_the_lead(page, figure, &body)
            {
                continue;
            }
            if let Some(lent) = self.0.near.and_then(|_| lent(page, figure, &head, &body)) {
                out.push(with_lent(page, figure, &lent));
                continue;
            }
            let words = content(page, figure.sentence, figure);
            let shared = |b: &Quantity| shared(page, &words, b);
            // Does the body hold the value, and for the same thing?
            let bearers: Vec<&Quantity> = body
                .iter()
                .copied()
                .filter(|b| bears_out(figure, b) || is_half(page, figure, b))
                // "On June 6" does not bear out six days.
                .filter(|b| !(is_time(figure) && b.unit == Unit::Day))
                // "Four girls" are not the headline's "4 years", and four of anything no "F-4".
                .filter(|b| figure.unit == Unit::Count || b.unit != Unit::Count || b.counted.is_none())
                .filter(|b| figure.unit != Unit::Name || b.unit == Unit::Name || before(page, figure).is_none())
                .collect();
            // A story has spans of time for everything in it; the headline's is one about its subject.
            let about = |b: &Quantity| !is_time(figure) || b.same_value(figure) && shared(b) > 0;
            if bearers.iter().any(|b| alike(page, figure, b) && about(b)) {
                continue;
            }
            // "Several states" and "at least 175" may bear out many a figure; they are no rivals to one
            // that does not.
            let firm = bearers.iter().filter(|b| b.is_exact() || b.same_value(figure));
            let best = firm.map(|b| shared(b)).max();
            let twin = body
                .iter()
                .copied()
                .filter(|b| b.bound != Bound::Vague && is_told(b) && !is_part(page, b))
                .filter(|b| is_change(page, b) == is_change(page, figure) && !is_half(page, figure, b))
                // What another figure of the top stands for, this one does not.
                .filter(|b| {
                    let mine = |h: &Quantity| alike(page, figure, b) && !alike(page, h, b);
                    !head
                        .iter()
                        .any(|h| !std::ptr::eq(*h, figure) && h.same_value(b) && same_sort(h, b) && !mine(h))
                })
                // "over a dozen" does not speak against 16, but against 60.
                .filter(|b| !within(figure.value, b, OPEN_END) && !bears_out(figure, b))
                .filter_map(|b| {
                    let twin = Twin {
                        named: alike(page, figure, b),
                        context: shared(b),
                        lost: !bearers.iter().any(|b| b.same_value(figure)),
                        quantity: b,
                    };
                    self.is_twin(page, figure, &twin, best).then_some(twin)
                })
                .max_by(|a, b| {
                    let first = b.quantity.span.cmp(&a.quantity.span);
                    (a.named, a.context).cmp(&(b.named, b.context)).then(first)
                });
            match twin {
                // The year of a headline is often this one, which the story has no need to name.
                Some(twin) if figure.unit == Unit::Year && self.0.near.is_none() => {
                    out.push(with_twin(page, figure, twin.quantity).severity(Severity::Info));
                }
                Some(twin) if self.0.near.is_some() && self.is_summed_up(figure, &twin, &body) => {}
                Some(twin) => out.push(with_twin(page, figure, twin.quantity)),
                // Nothing in the story contradicts it: the items of a list may be what is counted.
                None if bearers.is_empty()
                    && !self.is_small(figure)
                    && figure.unit != Unit::Year
                    && !self.is_list(page, figure)
                    // The headline and the standfirst say the figure to each other.
                    && !head.iter().any(|h| !std::ptr::eq(*h, figure) && h.same_value(figure)) =>
                {
                    if is_listed(page, figure, &body) {
                        continue;
                    }
                    if let Some(other) = self.0.near.and_then(|times| nearest(page, figure, &body, times)) {
                        out.push(with_twin(page, figure, other));
                        continue;
                    }
                    // A week are seven days, and "P99" and "19-15" are read as no figures.
                    if self.0.near.is_some() && (is_time(figure) || is_written(page, figure)) {
                        continue;
                    }
                    // Days and names stand in the head of a listing and nowhere else.
                    let severity = if figure.is_amount() {
                        self.0.lone
                    } else {
                        Severity::Info
                    };
                    let hit = Hit::at(figure.figure).severity(severity);
                    out.push(hit.with("verdict", UNKNOWN.to_string()));
                }
                None => {}
            }
        }
    }
}

impl HeadlineFigureCheck {
    /// Is it a number up to which counts are too often two names or "both"? $0.14 is none.
    fn is_small(&self, figure: &Quantity) -> bool {
        figure.value <= self.0.small && is_whole(figure)
    }

    /// May whoever summed up have made the figure: "two points ahead" over 46 and 44, "a call between two stations" over
    /// one station's call to a relay, where the four on the ground are others?
    fn is_summed_up(&self, figure: &Quantity, twin: &Twin<'_>, body: &[&Quantity]) -> bool {
        is_worked_out(figure, body) || self.is_small(figure) && twin.context <= self.0.shared_words
    }

    /// Does the figure count what the story lists: "16 different recipes", "a 4-word warning"?
    fn is_list(&self, page: &Page<'_>, figure: &Quantity) -> bool {
        let end = figure.tokens.end;
        self.1
            .is_some_and(|tag| !page.matches.within(tag, end..end + LIST_REACH).is_empty())
    }
}

/// Figures at the top that are held against the story: a summary with more is a table.
const MOST_AT_TOP: usize = 24;
/// Tokens from a figure to the noun of a list: "11 of the best dating sites".
const LIST_REACH: usize = 5;
/// Colons in a line from which on it is a row of labels: "Tested by: … RRP: £23.99".
const LABELS: usize = 2;

/// Does it stand in a row of labels, which no story repeats?
fn is_label(page: &Page<'_>, figure: &Quantity) -> bool {
    let block = page
        .document
        .sentences
        .get(figure.sentence)
        .and_then(|s| page.document.blocks.get(s.block));
    let tokens = block.map_or(0..0, |b| b.tokens.clone());
    page.document.tokens[tokens].iter().filter(|t| t.is(':')).count() >= LABELS
}

/// Does the headline join two things, each of which may have half of what it counts: "raids in the north and
/// the south kill 20", ten in each?
fn is_half(page: &Page<'_>, figure: &Quantity, body: &Quantity) -> bool {
    let sentence = page.document.sentences.get(figure.sentence);
    let tokens = sentence.map_or(0..0, |s| s.tokens.clone());
    let joins = |i: usize| page.words(page.document.tokens[i].span).eq_ignore_ascii_case("and");
    same(body.value * 2.0, figure.value) && tokens.into_iter().any(joins)
}

/// Times by which a figure may pass an "at least" and still be what it meant.
const OPEN_END: f64 = 1.5;

/// Is it a span of time?
fn is_time(figure: &Quantity) -> bool {
    matches!(figure.unit, Unit::Measure(m) if m.dimension == Dimension::Time)
}

fn words_in_body(page: &Page<'_>) -> usize {
    let blocks = page.document.blocks.iter().filter(|b| b.kind.is_body());
    blocks
        .map(|b| {
            page.document.tokens[b.tokens.clone()]
                .iter()
                .filter(|t| t.is_word())
                .count()
        })
        .sum()
}

/// What is said of a figure that the story does not have.
const UNKNOWN: &str = "is not in the story";

fn with_twin(page: &Page<'_>, figure: &Quantity, twin: &Quantity) -> Hit {
    let span = told_span(twin);
    Hit::pair(figure.figure, span).with("verdict", format!("{UNKNOWN}; the story has “{}”", page.words(span)))
}

fn with_lent(page: &Page<'_>, figure: &Quantity, lent: &Lent<'_>) -> Hit {
    if !lent.elsewhere {
        return with_twin(page, figure, lent.story);
    }
    let span = told_span(lent.story);
    let verdict = format!("is something else’s in the story; here it has “{}”", page.words(span));
    Hit::pair(figure.figure, span).with("verdict", verdict)
}

/// A figure with what it counts.
fn told_span(figure: &Quantity) -> Span {
    figure.figure.join(figure.counted.map_or(figure.figure, |c| c.span))
}

/// Is it a figure that the story has to hold?
fn is_held(figure: &Quantity) -> bool {
    let one_token = figure.tokens.len() == 1;
    figure.bound != Bound::Vague
        && is_told(figure)
        && (figure.is_amount() || (matches!(figure.unit, Unit::Age | Unit::Day | Unit::Name | Unit::Year) && one_token))
}

/// Is it more than one of something, or written to a decimal?
fn is_told(figure: &Quantity) -> bool {
    figure.value.abs() > 1.0 || figure.value > 0.0 && figure.step < 1.0
}

/// Tokens of a line from which on it says more than a day: "Saturday 20 November 2004".
const DATE_LINE: usize = 5;

/// Is it the day on a line of its own, as listings have it?
fn is_bare_date(page: &Page<'_>, figure: &Quantity) -> bool {
    let sentence = page.document.sentences.get(figure.sentence);
    figure.unit == Unit::Day && sentence.is_some_and(|s| s.tokens.len() < DATE_LINE)
}
