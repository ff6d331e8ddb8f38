//! Which sentences stand on somebody's word.

use super::stance;
use crate::facts::quotation::QuotationKind;
use crate::facts::{Facts, SourceKind};
use crate::text::{BlockKind, Document, Span};

/// A sentence stands on somebody's word when this much of it lies in source, cue and content. Less is
/// a clause in passing ("a man known as the Fixer").
const SHARE: f64 = 0.2;

/// A speaker further from a quotation than this many sentences is not looked for.
const REACH: usize = 6;

/// Fills [`Facts::covered_by`] and [`Facts::behind`]; `weights` are how far each sentence is about
/// somebody's word or mind.
pub(super) fn mark(document: &Document, weights: &[f64], facts: &mut Facts) {
    facts.covered_by = vec![None; document.sentences.len()];
    let mut first = 0;
    for (number, sentence) in document.sentences.iter().enumerate() {
        while facts.attributions.get(first).is_some_and(|a| a.sentence < number) {
            first += 1;
        }
        let mut covered = 0_usize;
        let mut best: Option<(usize, usize)> = None;
        let mut until = sentence.span.start;
        let own = facts.attributions[first..]
            .iter()
            .enumerate()
            .take_while(|(_, a)| a.sentence == number);
        for (i, attribution) in own.filter(|(_, a)| !a.negated) {
            let whole = extent(attribution.source.span, attribution.cue, attribution.content);
            let fresh = Span {
                start: whole.start.max(until),
                end: whole.end.max(until),
            };
            covered += fresh.len();
            until = until.max(whole.end);
            if best.is_none_or(|(_, size)| whole.len() > size) {
                best = Some((first + i, whole.len()));
            }
        }
        if let Some((number_of, _)) = best
            && covered as f64 >= SHARE * sentence.span.len() as f64
        {
            facts.covered_by[number] = Some(number_of);
        }
    }
    speakers(document, facts);
    let behind: Vec<SourceKind> = (0..document.sentences.len())
        .map(|number| match facts.attribution_of(number) {
            Some(attribution) => attribution.source.kind,
            None if is_speech(document, facts, number) => SourceKind::Vague,
            None => SourceKind::None,
        })
        .collect();
    let stands = |number: Option<usize>| {
        let kind = number.and_then(|n| behind.get(n));
        u32::from(kind.is_some_and(|k| *k != SourceKind::None))
    };
    facts.behind = behind
        .iter()
        .zip(weights)
        .enumerate()
        .map(|(number, (kind, weight))| {
            let beside = stands(number.checked_sub(1)) + stands(Some(number + 1));
            // A sentence about somebody's mind is on nobody's word that could be rung up.
            if *kind == SourceKind::None && stance::counts(*weight, beside) {
                SourceKind::Vague
            } else {
                *kind
            }
        })
        .collect();
}

/// Does most of a sentence lie between quotation marks?
fn is_speech(document: &Document, facts: &Facts, sentence: usize) -> bool {
    let span = document.sentences[sentence].span;
    let from = facts.quotations.partition_point(|q| q.span.end <= span.start);
    let speech = facts.quotations[from..].iter().take_while(|q| q.span.start < span.end);
    let inside: u32 = speech
        .filter(|q| q.kind != QuotationKind::Title)
        .map(|q| q.span.shared(span))
        .sum();
    2 * inside as usize > span.len()
}

/// The words of an attribution from first to last. A source at the far end of the sentence (the
/// subject of a participle) counts by itself.
fn extent(source: Span, cue: Span, content: Span) -> Span {
    let said = if content.is_empty() { cue } else { cue.join(content) };
    if source.is_empty() { said } else { said.join(source) }
}

/// Sentences that lie in a quotation take its speaker: the attribution in the quotation's own sentence,
/// else the nearest in the same block, else the one that the speech before it had.
fn speakers(document: &Document, facts: &mut Facts) {
    let mut last: Option<usize> = None;
    // The first attribution of each sentence: a sentence may hold thousands, each beside a quotation.
    let mut first_of: Vec<Option<usize>> = vec![None; document.sentences.len()];
    for (number, attribution) in facts.attributions.iter().enumerate() {
        if !attribution.negated
            && let Some(first) = first_of.get_mut(attribution.sentence)
        {
            first.get_or_insert(number);
        }
    }
    let quotations = std::mem::take(&mut facts.quotations);
    for quotation in &quotations {
        if quotation.kind == QuotationKind::Title {
            continue;
        }
        let block = &document.blocks[quotation.block];
        let from = document.sentence_at(quotation.span.start);
        let to = document.sentence_at(quotation.span.end.saturating_sub(1));
        let near = block.sentences.start.max(from.saturating_sub(REACH))..block.sentences.end.min(to + REACH);
        let distance = |sentence: usize| {
            if sentence < from {
                from - sentence
            } else {
                sentence.saturating_sub(to)
            }
        };
        let speaker = near
            .min_by_key(|sentence| (first_of[*sentence].is_none(), distance(*sentence)))
            .and_then(|sentence| first_of[sentence])
            .or(if quotation.words > 3 { last } else { None });
        for number in from..=to {
            let sentence = &document.sentences[number];
            let inside = f64::from(sentence.span.shared(quotation.span));
            if facts.covered_by[number].is_none() && inside >= SHARE * sentence.span.len() as f64 {
                facts.covered_by[number] = speaker;
            }
        }
        last = speaker.or(last);
    }
    for (number, sentence) in document.sentences.iter().enumerate() {
        if document.blocks[sentence.block].kind == BlockKind::Quote && facts.covered_by[number].is_none() {
            facts.covered_by[number] = last;
        }
    }
    facts.quotations = quotations;
}
