//! `headline-figure`: a figure of the headline or standfirst that the story does not bear out.

use super::Kind;
use crate::facts::Class;
use crate::facts::quantity::{Bound, Dimension, Quantity, Stem, Unit, same};
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::BlockKind;
use serde::Deserialize;

/// `[check.headline-figure]`
#[derive(Clone, Debug, Deserialize)]
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
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a figure of the headline that the story does not bear out";
    const VALUES: &'static [&'static str] = &["nearest"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(HeadlineFigureCheck(self))
    }
}

#[derive(Debug)]
struct HeadlineFigureCheck(Settings);

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
        for figure in head {
            if !self.0.blocks.contains(&kind_of(figure))
                || !is_held(figure)
                || of_years(page, figure, &body)
                || of_two(figure, &body)
            {
                continue;
            }
            let words = content(page, figure.sentence, figure);
            let shared = |b: &Quantity| shared(page, &words, b);
            // Does the body hold the value, and for the same thing?
            let bearers: Vec<&Quantity> = body.iter().copied().filter(|b| bears_out(figure, b)).collect();
            let best = bearers.iter().map(|b| shared(b)).max().unwrap_or(0);
            if bearers.iter().any(|b| alike(page, figure, b)) {
                continue;
            }
            let twin = body
                .iter()
                .copied()
                .filter(|b| b.bound != Bound::Vague && b.value > 1.0 && !is_part(page, b))
                // "over a dozen" does not speak against 16.
                .filter(|b| !(b.low..=b.high).contains(&figure.value) && !bears_out(figure, b))
                .filter_map(|b| {
                    let twin = Twin {
                        named: alike(page, figure, b),
                        context: shared(b),
                        quantity: b,
                    };
                    self.is_twin(page, figure, &twin, (!bearers.is_empty()).then_some(best))
                        .then_some(twin)
                })
                .max_by(|a, b| {
                    let first = b.quantity.span.cmp(&a.quantity.span);
                    (a.named, a.context).cmp(&(b.named, b.context)).then(first)
                });
            match twin {
                Some(twin) => out.push(with_twin(page, figure, twin.quantity)),
                // Nothing in the story contradicts it: the items of a list may be what is counted.
                None if bearers.is_empty() && figure.value > self.0.small => {
                    // Days and names stand in the head of a listing and nowhere else.
                    let severity = if figure.is_amount() {
                        self.0.lone
                    } else {
                        Severity::Info
                    };
                    out.push(Hit::at(figure.figure).severity(severity));
                }
                None => {}
            }
        }
    }
}

/// A figure of the body that the headline's may stand for.
struct Twin<'a> {
    /// Does it count or measure the same thing?
    named: bool,
    /// How many words of the headline its sentence shares.
    context: usize,
    quantity: &'a Quantity,
}

impl HeadlineFigureCheck {
    /// Is a figure of the body the one that the headline should have? `best` is how many words the
    /// sentences that hold the headline's value share with it, if there are any.
    fn is_twin(&self, page: &Page<'_>, figure: &Quantity, twin: &Twin<'_>, best: Option<usize>) -> bool {
        let subject = self.0.shared_words;
        let sort =
            same_sort(figure, twin.quantity) && matches!(figure.unit, Unit::Count | Unit::Money(_) | Unit::Measure(_));
        if opens_headline(page, figure) {
            // "Five ways to …": the items are counted by whoever reads them, and the story may name others.
            let told = twin.named || (twin.context >= 2 * subject && leads(page, twin.quantity));
            return told && twin.context >= subject && best.is_none_or(|best| twin.context > best.max(subject));
        }
        match best {
            None if figure.value > self.0.small => {
                let nearer = usize::from(!leads(page, twin.quantity));
                (twin.named && twin.context > 0) || (sort && twin.context >= subject + nearer)
            }
            None => twin.named && twin.context >= subject,
            Some(best) => {
                (twin.named && twin.context > best) || (sort && twin.context > best + 1 && leads(page, twin.quantity))
            }
        }
    }
}

/// Does the headline open with the figure, as those of lists do?
fn opens_headline(page: &Page<'_>, figure: &Quantity) -> bool {
    let start = page.document.tokens_in(figure.span).start;
    let opens = |at: usize| {
        page.document
            .sentences
            .get(figure.sentence)
            .is_some_and(|s| s.tokens.start == at)
    };
    let before = start.checked_sub(1).and_then(|i| page.document.tokens.get(i));
    let pointed = before.is_some_and(|t| {
        ["top", "these", "the", "here's", "are", "my"]
            .iter()
            .any(|w| page.words(t.span).eq_ignore_ascii_case(w))
    });
    figure.unit == Unit::Count && (opens(start) || pointed)
}

/// Is it a part of something: "15 of the wounded"?
fn is_part(page: &Page<'_>, figure: &Quantity) -> bool {
    let next = page.document.tokens.get(page.document.tokens_in(figure.span).end);
    figure.unit == Unit::Count && next.is_some_and(|t| page.words(t.span).eq_ignore_ascii_case("of"))
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

fn with_twin(page: &Page<'_>, figure: &Quantity, twin: &Quantity) -> Hit {
    let span = twin.figure.join(twin.counted.map_or(twin.figure, |c| c.span));
    Hit::pair(figure.figure, span).with("nearest", format!("; the story has “{}”", page.words(span)))
}

/// Does it stand in the first two sentences of the body?
fn leads(page: &Page<'_>, figure: &Quantity) -> bool {
    let first = page.document.blocks.iter().find(|b| b.kind.is_body());
    first.is_some_and(|b| figure.sentence < b.sentences.start + 2)
}

/// Is it a figure that the story has to hold?
fn is_held(figure: &Quantity) -> bool {
    let one_token = figure.tokens.len() == 1;
    figure.bound != Bound::Vague
        && figure.value > 1.0
        && (figure.is_amount() || (matches!(figure.unit, Unit::Age | Unit::Day | Unit::Name) && one_token))
}

/// Are they of one sort: both percentages, both money, both counts?
fn same_sort(figure: &Quantity, body: &Quantity) -> bool {
    match (figure.unit, body.unit) {
        (Unit::Measure(a), Unit::Measure(b)) => a == b,
        (a, b) => std::mem::discriminant(&a) == std::mem::discriminant(&b),
    }
}

/// Do they count or measure the same thing, as far as the word after (or, in a name, before) them says?
fn alike(page: &Page<'_>, figure: &Quantity, body: &Quantity) -> bool {
    let before = |q: &Quantity| {
        let token = q.tokens.start.checked_sub(1).and_then(|i| page.document.tokens.get(i));
        token.filter(|t| t.is_word()).map(|t| Stem::of(page.words(t.span)))
    };
    match (figure.unit, body.unit) {
        (Unit::Name, _) | (_, Unit::Name) => before(figure).is_some() && before(figure) == before(body),
        (Unit::Count, Unit::Count) => figure.counted.zip(body.counted).is_some_and(|(a, b)| a.head == b.head),
        (Unit::Percent | Unit::Point, Unit::Percent | Unit::Point) => true,
        (Unit::Age, _) => false,
        _ => same_sort(figure, body),
    }
}

/// The words of a figure's sentence that say what it is about, as stems.
fn content(page: &Page<'_>, sentence: usize, figure: &Quantity) -> Vec<Stem> {
    let Some(sentence) = page.document.sentences.get(sentence) else {
        return Vec::new();
    };
    let tokens = sentence.tokens.clone().filter(|i| !figure.tokens.contains(i));
    let mut words: Vec<Stem> = tokens
        .map(|i| &page.document.tokens[i])
        // Words of three letters and less are mostly grammar.
        .filter(|t| t.is_word() && t.span.len() > 3)
        .filter(|t| !page.lexicon.any(t.word, &[Class::FigureStop, Class::NumberWord]))
        .map(|t| Stem::of(page.words(t.span)))
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// How many of these words stand in the sentence of a figure.
fn shared(page: &Page<'_>, words: &[Stem], figure: &Quantity) -> usize {
    let there = content(page, figure.sentence, figure);
    words.iter().filter(|w| there.binary_search(w).is_ok()).count()
}

/// Can the figure of the headline stand for this one of the body?
fn bears_out(figure: &Quantity, body: &Quantity) -> bool {
    if [body.value, body.high, body.low].iter().any(|v| same(*v, figure.value)) {
        return true;
    }
    // "5m" may be metres in one place and millions in the other.
    if same(body.value * 1e6, figure.value) || same(body.value, figure.value * 1e6) {
        return true;
    }
    if body.unit == Unit::Fraction {
        // A third is 33 per cent, one in five is 20.
        let percent = matches!(figure.unit, Unit::Percent | Unit::Point);
        return percent && (body.value * 100.0 - figure.value).abs() < 1.0;
    }
    // "nearly 200" over 193, "more than 50" over 58; but 52 is more than "more than 40" says.
    if within(body.value, figure, 1.5) || within(figure.value, body, 1.15) {
        return true;
    }
    // Headlines round or cut off: 14 or 15 over 14.5, $16bn over $16.6bn. Counts below a thousand
    // are given as they are.
    let rounded = figure.value >= 1000.0 || figure.magnitude;
    let place = if rounded { figure.rounding() * 2.0 } else { figure.step };
    body.step < place && (body.value - figure.value).abs() < place
}

/// Is it the sum of figures that follow each other: 180 over "120 soldiers and 60 sailors"?
/// Small figures are the sum of some two whatever they count, and one figure said twice is no sum.
fn of_two(figure: &Quantity, body: &[&Quantity]) -> bool {
    let makes = |a: &Quantity, b: &Quantity| !a.same_value(b) && same(a.value + b.value, figure.value);
    figure.value >= 20.0
        && body.windows(3).any(|w| {
            let near = w[2].sentence <= w[0].sentence + 1;
            let three = same(w[0].value + w[1].value + w[2].value, figure.value) && !w[0].same_value(w[1]);
            near && (makes(w[0], w[1]) || makes(w[1], w[2]) || makes(w[0], w[2]) || three)
        })
}

/// Does a value lie in what a figure allows? Open ends are closed at `reach` times the figure.
fn within(value: f64, figure: &Quantity, reach: f64) -> bool {
    let low = if figure.bound == Bound::AtMost {
        figure.value / reach
    } else {
        figure.low
    };
    let high = if figure.bound == Bound::AtLeast {
        figure.value * reach
    } else {
        figure.high
    };
    figure.bound != Bound::Exact && low <= value && value <= high
}

/// "after eight years" over a story with 1996 and 2004.
fn of_years(page: &Page<'_>, figure: &Quantity, body: &[&Quantity]) -> bool {
    let time = matches!(figure.unit, Unit::Measure(m) if m.dimension == Dimension::Time) || figure.unit == Unit::Age;
    if !time {
        return false;
    }
    let mut years: Vec<f64> = body.iter().filter(|q| q.unit == Unit::Year).map(|q| q.value).collect();
    years.extend(page.document.published.map(|d| f64::from(d.year())));
    years.sort_by(f64::total_cmp);
    years.dedup();
    // Two markers over the sorted years: the work grows with their number only.
    let (mut low, mut high) = (0, 0);
    while low < years.len() && high < years.len() {
        let apart = years[high] - years[low] - figure.value;
        if apart.abs() < 0.5 {
            return true;
        }
        if apart < 0.0 { high += 1 } else { low += 1 }
    }
    false
}
