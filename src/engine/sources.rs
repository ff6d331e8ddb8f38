//! Who says so: everyone the article lets speak, and what it leaves on nobody's word.

use super::place::Places;
use crate::facts::{ClaimType, Speaker};
use crate::finding::{Family, Finding, Severity};
use crate::report::{AccusedReport, SourceReport, SourcingReport};
use crate::rules::Page;
use crate::text::{Span, one_line};

/// One row for each source, in order of first line.
pub(super) fn sources(page: &Page<'_>, places: &mut Places<'_>) -> Vec<SourceReport> {
    let speakers = &page.facts.speakers;
    let mut rows: Vec<Option<SourceReport>> = speakers.all.iter().map(|_| None).collect();
    for (attribution, speaker) in &speakers.lines {
        let Some(attribution) = page.facts.attributions.get(*attribution) else {
            continue;
        };
        let (Some(row), Some(speaker)) = (rows.get_mut(*speaker), speakers.all.get(*speaker)) else {
            continue;
        };
        let row = row.get_or_insert_with(|| SourceReport {
            who: who(page, speaker),
            role: speaker.role.map(|r| one_line(page.words(r))),
            kind: speaker.kind.name().to_owned(),
            count: 0,
            verbs: Vec::new(),
            first: places.of(attribution.source.span.join(attribution.cue)),
        });
        row.count += 1;
        let verb = one_line(page.words(attribution.cue)).to_lowercase();
        if !row.verbs.contains(&verb) {
            row.verbs.push(verb);
        }
    }
    let mut rows: Vec<SourceReport> = rows.into_iter().flatten().collect();
    rows.sort_by_key(|r| (r.first.start, r.first.end));
    rows
}

/// Words without a name may open a sentence: the capital of their "The" is the sentence's.
fn who(page: &Page<'_>, speaker: &Speaker) -> String {
    let words = one_line(page.words(speaker.words));
    for opener in ["The ", "A ", "An ", "One ", "Another ", "At "] {
        if let Some(rest) = words.strip_prefix(opener) {
            return format!("{}{rest}", opener.to_lowercase());
        }
    }
    words
}

/// What the article leaves on nobody's word, and what it did to find out.
pub(super) fn sourcing(page: &Page<'_>, findings: &[Finding], places: &mut Places<'_>) -> SourcingReport {
    let facts = page.facts;
    let hard = [ClaimType::Casualty, ClaimType::Accusation, ClaimType::Motive];
    let counts = |f: &&Finding| f.family == Family::Sourcing && f.severity > Severity::Info;
    let mut flagged: Vec<Span> = findings.iter().filter(counts).map(|f| f.primary).collect();
    flagged.sort_by_key(|s| (s.end, s.start));
    let found = |trigger: Span| {
        let at = flagged.partition_point(|s| s.end <= trigger.start);
        flagged.get(at).copied().filter(|s| s.overlaps(trigger))
    };
    let unsourced = facts.claims.iter().filter(|c| hard.contains(&c.kind) && !c.sourced);
    let mut hard_claims: Vec<Span> = unsourced.filter_map(|c| found(c.trigger)).collect();
    hard_claims.dedup();
    let tag = page.lexicon.tag("verification");
    let mut verified: Vec<Span> = Vec::new();
    for found in page.matches.of(tag) {
        let span = page.document.span_of(found.tokens.clone());
        let sentence = page.document.sentence_at(span.start);
        let body = page.document.kind_of(&page.document.sentences[sentence]).is_body();
        let new = verified
            .last()
            .is_none_or(|last| page.document.sentence_at(last.start) != sentence);
        if body && new {
            verified.push(span);
        }
    }
    SourcingReport {
        unnamed: facts.speakers.unnamed.len(),
        hard_claims: hard_claims.into_iter().map(|s| places.of(s)).collect(),
        accused: facts
            .accusations
            .iter()
            .map(|a| AccusedReport {
                who: one_line(page.words(facts.names[a.accused].span)),
                place: places.of(a.span),
                answer: a.answer.map(|s| places.of(s)),
            })
            .collect(),
        verified: verified.into_iter().map(|s| places.of(s)).collect(),
    }
}
