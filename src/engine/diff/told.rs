//! What a draft tells: its figures, days, names and quotations, each with what makes two of them the same.

use crate::engine::Reading;
use crate::facts::quantity::Unit;
use crate::facts::{NameKind, QuotationKind};
use crate::report::difference::Sort;
use crate::text::{Document, Span};

/// Something that a draft tells.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub sort: Sort,
    pub sentence: usize,
    /// The words themselves.
    pub span: Span,
    /// The words that show it to a reader.
    pub shown: Span,
    /// What it is: two that are equal tell the same.
    pub same: String,
    /// What it is of: of two in one sentence those of one thing stand for each other.
    pub of: String,
    /// Does it name what it is of, so that it can be looked for elsewhere?
    pub telling: bool,
}

/// Shorter quotations are single words in another sense or a name: their sentence tells what changed.
const LEAST_QUOTED: usize = 2;

/// Everything that is held against the other draft, sort by sort, in text order.
pub(super) fn told(reading: &Reading) -> Vec<Told> {
    let mut out = figures(reading);
    out.extend(days(reading));
    out.extend(names(reading));
    out.extend(quotations(reading));
    out
}

fn figures(reading: &Reading) -> Vec<Told> {
    let document = &reading.document;
    let figures = reading.facts.quantities.iter();
    // Places in an order, days and parts of names change with the words around them.
    let figures = figures.filter(|q| q.is_amount() || matches!(q.unit, Unit::Fraction | Unit::Age | Unit::Score));
    figures
        .map(|q| {
            let head = q.counted.map(|c| c.head);
            let counted = q.counted.map(|c| document.tokens[c.token].span);
            let of = format!("{:?} {head:?}", q.unit);
            Told {
                sort: Sort::Figure,
                sentence: q.sentence,
                span: q.figure,
                shown: counted.map_or(q.span, |c| q.span.join(c)),
                same: format!("{of} {} {} {}", q.value, q.low, q.high),
                of,
                telling: head.is_some() || matches!(q.unit, Unit::Money(_) | Unit::Measure(_)),
            }
        })
        .collect()
}

fn days(reading: &Reading) -> Vec<Told> {
    let days = reading.facts.dates.iter();
    days.map(|d| Told {
        sort: Sort::Day,
        sentence: d.sentence,
        span: d.span,
        shown: d.span,
        same: format!("{:?} {:?} {:?} {:?}", d.weekday.map(|(w, _)| w), d.day, d.month, d.year),
        of: format!("{} {}", d.weekday.is_some(), d.month.is_some()),
        telling: true,
    })
    .collect()
}

fn names(reading: &Reading) -> Vec<Told> {
    let document = &reading.document;
    let names = reading.facts.names.iter();
    names
        .map(|n| Told {
            sort: Sort::Name,
            sentence: n.sentence,
            span: n.span,
            shown: n.span,
            same: words(document, n.span).join(" "),
            of: match n.kind {
                NameKind::Unknown => String::new(),
                kind => format!("{kind:?}"),
            },
            telling: true,
        })
        .collect()
}

fn quotations(reading: &Reading) -> Vec<Told> {
    let document = &reading.document;
    let quotations = reading.facts.quotations.iter();
    quotations
        .filter(|q| q.words >= LEAST_QUOTED && q.kind != QuotationKind::Title)
        .map(|q| Told {
            sort: Sort::Quotation,
            sentence: document.sentence_at(q.inner.start),
            span: q.span,
            shown: q.span,
            same: words(document, q.inner).join(" "),
            of: String::new(),
            telling: false,
        })
        .collect()
}

/// The words and figures of a stretch, in small letters: marks and spaces are no change of what is told.
pub(super) fn words(document: &Document, span: Span) -> Vec<String> {
    let tokens = document.tokens[document.tokens_in(span)].iter();
    let words = tokens.map(|t| document.words(t.span));
    words
        .filter(|w| w.chars().any(char::is_alphanumeric))
        .map(str::to_lowercase)
        .collect()
}
