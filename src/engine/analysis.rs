//! What was read, for those who ask.

use super::place::Places;
use crate::facts::{Act, Voice};
use crate::report::about::AboutReport;
use crate::report::{ActLineReport, ActReport, Analysis, BlockReport, SentenceReport};
use crate::rules::{Page, Worth};
use crate::text::{Block, BlockKind, Document, Field, Sentence, one_line};

/// The analysis of a page.
pub(super) fn analysis(page: &Page<'_>, places: &mut Places<'_>) -> Analysis {
    let document = page.document;
    let worth = Worth::builtin();
    let blocks = document
        .blocks
        .iter()
        .map(|b| BlockReport {
            place: places.of(b.span),
            kind: b.kind,
        })
        .collect();
    let body = document
        .blocks
        .iter()
        .filter(|b| b.kind.is_body() || b.kind == BlockKind::Heading || stands_in_body(page, b));
    let text = body.map(|b| document.words(b.span)).collect::<Vec<_>>().join("\n\n");
    let sentences = document.sentences.iter().enumerate();
    let acts = page.facts.acts(document, page.lexicon, page.matches);
    Analysis {
        about: about(document),
        text,
        blocks,
        sentences: sentences
            .filter(|(_, s)| document.kind_of(s) != BlockKind::Noise)
            .map(|(number, s)| SentenceReport {
                place: places.of(s.span),
                quoted: quoted(page, s),
                attribution: page.facts.behind.get(number).copied().unwrap_or_default().name(),
                claim: worth.weigh(document, s),
                tone: page.tone.get(number).map_or(0.0, |w| w.tone),
            })
            .collect(),
        quantities: page.facts.quantities.iter().map(|q| places.of(q.span)).collect(),
        dates: page.facts.dates.iter().map(|d| places.of(d.span)).collect(),
        names: page.facts.names.iter().map(|n| places.of(n.span)).collect(),
        quotations: page.facts.quotations.iter().map(|q| places.of(q.span)).collect(),
        acts: acts.iter().map(|a| act(page, a, places)).collect(),
    }
}

/// What the article says about itself.
fn about(document: &Document) -> AboutReport {
    AboutReport {
        byline: document.byline.clone(),
        published: document.published.map(|day| day.to_string()),
        updated: document.updated.map(|day| day.to_string()),
        genre: document.genre.clone(),
        correction: document.correction.clone(),
    }
}

/// A disputed act with its sentences.
fn act(page: &Page<'_>, act: &Act, places: &mut Places<'_>) -> ActReport {
    let document = page.document;
    let lines = act.lines.iter().filter_map(|line| {
        Some(ActLineReport {
            place: places.of(document.sentences.get(line.sentence)?.span),
            stance: line.stance.name(),
            words: one_line(document.words(line.span)),
            who: line.who.map(|who| one_line(document.words(who))),
        })
    });
    ActReport {
        name: one_line(document.words(act.name)),
        question: act.question.name(),
        lines: lines.collect(),
    }
}

/// Is it a standfirst that was read from the copy, not handed in beside it?
fn stands_in_body(page: &Page<'_>, block: &Block) -> bool {
    let field = page.document.origin.locate(block.span).map(|(field, _)| field);
    block.kind == BlockKind::Standfirst && field != Some(Field::Standfirst)
}

/// Does most of the sentence stand inside a quotation?
fn quoted(page: &Page<'_>, sentence: &Sentence) -> bool {
    let inside = sentence
        .tokens
        .clone()
        .filter(|i| page.facts.voice(*i) == Voice::Quoted)
        .count();
    inside * 2 > sentence.tokens.len()
}
