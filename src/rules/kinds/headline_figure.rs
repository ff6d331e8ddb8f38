//! `headline-figure`: a figure of the headline or standfirst that the story does not bear out.

mod bearing;
mod beside;

use super::Kind;
use crate::facts::Class;
use crate::facts::quantity::{Bound, Quantity, Stem, Unit, same};
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::BlockKind;
use bearing::{bears_out, of_two, of_years};
use beside::{announced, is_definite, is_part, opens_headline, slipped};
use serde::Deserialize;

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
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a figure of the headline that the story does not bear out";
    const VALUES: &'static [&'static str] = &["nearest"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(HeadlineFigureCheck(self))
    }
}

/// Times that two figures for one noun may differ before more than the noun must be the same: a digit
/// was missed or two were turned round, but a hundred games are not the seven of one collection.
const FAR: f64 = 10.0;

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
        for figure in head.iter().copied() {
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
            let bearers: Vec<&Quantity> = body
                .iter()
                .copied()
                .filter(|b| bears_out(figure, b) || is_half(page, figure, b))
                .collect();
            if bearers.iter().any(|b| alike(page, figure, b)) {
                continue;
            }
            // "Several states" and "at least 175" may bear out many a figure; they are no rivals to one
            // that does not.
            let firm = bearers.iter().filter(|b| b.is_exact() || b.same_value(figure));
            let best = firm.map(|b| shared(b)).max();
            let twin = body
                .iter()
                .copied()
                .filter(|b| b.bound != Bound::Vague && b.value > 1.0 && !is_part(page, b))
                .filter(|b| !is_half(page, figure, b))
                // What another figure of the top stands for, this one does not.
                .filter(|b| {
                    !head
                        .iter()
                        .any(|h| !std::ptr::eq(*h, figure) && h.same_value(b) && same_sort(h, b))
                })
                // "over a dozen" does not speak against 16.
                .filter(|b| !(b.low..=b.high).contains(&figure.value) && !bears_out(figure, b))
                .filter_map(|b| {
                    let twin = Twin {
                        named: alike(page, figure, b),
                        context: shared(b),
                        quantity: b,
                    };
                    self.is_twin(page, figure, &twin, best).then_some(twin)
                })
                .max_by(|a, b| {
                    let first = b.quantity.span.cmp(&a.quantity.span);
                    (a.named, a.context).cmp(&(b.named, b.context)).then(first)
                });
            match twin {
                Some(twin) => out.push(with_twin(page, figure, twin.quantity)),
                // Nothing in the story contradicts it: the items of a list may be what is counted.
                None if bearers.is_empty() && figure.value > self.0.small && figure.unit != Unit::Year => {
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
        let sort = (same_month(page, figure, twin) && leads(page, twin.quantity))
            || (same_sort(figure, twin.quantity)
                && matches!(figure.unit, Unit::Count | Unit::Money(_) | Unit::Measure(_)));
        if figure.unit == Unit::Count && announced(page, twin.quantity) {
            // The number of a bullet is no count of the bullets.
            let nearer = best.is_none_or(|best| twin.context > best);
            return (twin.named && opens_headline(page, figure)) || (nearer && twin.context > 0);
        }
        if figure.unit == Unit::Year {
            // A year stands for much; only the body's sentence for this one shows which it should be.
            return best.is_none() && twin.quantity.unit == Unit::Year && twin.context > subject;
        }
        if opens_headline(page, figure) {
            // "Five ways to …": the items are counted by whoever reads them, and the story may name others.
            let told = twin.named || (twin.context >= 2 * subject && leads(page, twin.quantity));
            return told && twin.context >= subject && best.is_none_or(|best| twin.context > best.max(subject));
        }
        match best {
            None if figure.value > self.0.small => {
                // "The three platforms" were counted before, and a nought more or less is a slip of the hand.
                let definite = is_definite(page, twin.quantity);
                let known = leads(page, twin.quantity) || slipped(figure, twin.quantity);
                let other_noun = figure.counted.is_some() && twin.quantity.counted.is_some();
                // Of small counts a story has many, and each of its own thing.
                if other_noun && !twin.named && figure.value < FAR {
                    return false;
                }
                let nearer = usize::from(!definite && (!known || other_noun));
                let times = figure.value.max(twin.quantity.value) / figure.value.min(twin.quantity.value);
                (twin.named && twin.context > usize::from(times > FAR)) || (sort && twin.context >= subject + nearer)
            }
            None => twin.named && twin.context >= subject,
            Some(best) => {
                (twin.named && twin.context > best) || (sort && twin.context > best + 1 && leads(page, twin.quantity))
            }
        }
    }
}

/// Does the headline join two things, each of which may have half of what it counts: "raids in the north and
/// the south kill 20", ten in each?
fn is_half(page: &Page<'_>, figure: &Quantity, body: &Quantity) -> bool {
    let sentence = page.document.sentences.get(figure.sentence);
    let tokens = sentence.map_or(0..0, |s| s.tokens.clone());
    let joins = |i: usize| page.words(page.document.tokens[i].span).eq_ignore_ascii_case("and");
    same(body.value * 2.0, figure.value) && tokens.into_iter().any(joins)
}

/// Are they days of one month: "16 March" and "18 March"?
fn same_month(page: &Page<'_>, figure: &Quantity, twin: &Twin<'_>) -> bool {
    let month = |q: &Quantity| {
        let around = [q.tokens.start.checked_sub(1), Some(q.tokens.end)];
        around.into_iter().flatten().find_map(|i| {
            let token = page.document.tokens.get(i)?;
            page.lexicon.is(token, Class::Month).then_some(token.word)
        })
    };
    figure.unit != Unit::Year && month(figure).is_some_and(|m| month(twin.quantity) == Some(m))
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
        && (figure.is_amount() || (matches!(figure.unit, Unit::Age | Unit::Day | Unit::Name | Unit::Year) && one_token))
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
    match (figure.unit, body.unit) {
        (Unit::Name, _) | (_, Unit::Name) => {
            let same = |side: fn(&Page<'_>, &Quantity) -> Option<Stem>| {
                side(page, figure).is_some_and(|word| side(page, body) == Some(word))
            };
            same(before) || same(after)
        }
        (Unit::Count, Unit::Count) => figure.counted.zip(body.counted).is_some_and(|(a, b)| a.head == b.head),
        (Unit::Percent | Unit::Point, Unit::Percent | Unit::Point) => true,
        (Unit::Age, _) => false,
        _ => same_sort(figure, body),
    }
}

/// The word before a figure.
fn before(page: &Page<'_>, figure: &Quantity) -> Option<Stem> {
    let token = page.document.tokens.get(figure.tokens.start.checked_sub(1)?)?;
    token.is_word().then(|| Stem::of(page.words(token.span)))
}

/// The capitalised word after a figure: "Channel 4 News".
fn after(page: &Page<'_>, figure: &Quantity) -> Option<Stem> {
    let token = page.document.tokens.get(figure.tokens.end)?;
    token.is_capitalised().then(|| Stem::of(page.words(token.span)))
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
