//! Who says so: everyone the article lets speak, and what it leaves on nobody's word.

use super::place::Places;
use crate::facts::{ClaimType, Class, SourceKind, Speaker};
use crate::finding::{Family, Finding, Severity};
use crate::report::{AccusedReport, SourceReport, SourcingReport};
use crate::rules::Page;
use crate::text::{Span, Token, TokenKind, one_line};

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
        let row = row.get_or_insert_with(|| {
            let publisher = publisher(page, speaker);
            SourceReport {
                who: who(page, speaker, publisher),
                role: speaker.role.map(|r| one_line(page.words(r))),
                kind: kind(page, speaker, publisher).to_owned(),
                count: 0,
                verbs: Vec::new(),
                first: places.of(attribution.source.span.join(attribution.cue)),
            }
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

/// Offices that one person holds at a time: "the mayor" is somebody whom everybody can find, and "the official" is not.
const OFFICES: [&str; 32] = [
    "ambassador",
    "archbishop",
    "bishop",
    "chair",
    "chairman",
    "chairwoman",
    "chancellor",
    "chief",
    "commander",
    "commissioner",
    "coroner",
    "dean",
    "director",
    "editor",
    "executive",
    "governor",
    "headmaster",
    "headmistress",
    "headteacher",
    "judge",
    "king",
    "leader",
    "mayor",
    "minister",
    "ombudsman",
    "premier",
    "president",
    "principal",
    "queen",
    "secretary",
    "sheriff",
    "treasurer",
];

/// What was done to a document by whoever answers for it.
const PUBLISHED: [&str; 11] = [
    "published",
    "issued",
    "released",
    "commissioned",
    "produced",
    "written",
    "compiled",
    "prepared",
    "ordered",
    "drawn",
    "put",
];

/// So many words behind "by" may stand before the body: "by the regional health authority".
const BEFORE_A_BODY: usize = 4;

/// What sort of source a row is about. For the rules, an office without its holder's name is anonymous and a document
/// without its author is vague; an editor who reads down the table wants to know whether somebody can be asked.
fn kind(page: &Page<'_>, speaker: &Speaker, publisher: Option<Span>) -> &'static str {
    match speaker.kind {
        SourceKind::Anonymous if is_office(page, speaker.words) => "office",
        SourceKind::Vague if publisher.is_some() => SourceKind::Institution.name(),
        kind => kind.name(),
    }
}

/// "The mayor", "the council's chief executive", "its chair".
fn is_office(page: &Page<'_>, words: Span) -> bool {
    let tokens = &page.document.tokens[page.document.tokens_in(words)];
    let ends = |token: &&Token| page.lexicon.is(token, Class::Preposition) || token.is(',');
    let head = tokens.iter().take_while(|token| !ends(token)).last();
    let is_one_of =
        |token: &Token, words: &[&str]| words.iter().any(|w| page.words(token.span).eq_ignore_ascii_case(w));
    let owned = tokens.iter().any(|token| token.kind == TokenKind::Possessive);
    let definite = tokens
        .first()
        .is_some_and(|first| is_one_of(first, &["the", "its", "their", "his", "her"]));
    (owned || definite) && head.is_some_and(|head| is_one_of(head, &OFFICES))
}

/// Who published a document without an author, with their "by": "by the council" behind "a report published".
fn publisher(page: &Page<'_>, speaker: &Speaker) -> Option<Span> {
    if speaker.kind != SourceKind::Vague {
        return None;
    }
    let (document, words) = (page.document, speaker.words);
    let tokens = document.tokens_in(words);
    let last = document.tokens.get(tokens.end.checked_sub(1)?)?;
    if !page.lexicon.is(last, Class::Document) {
        return None;
    }
    let sentence = document.sentences.get(document.sentence_at(words.start))?;
    let behind = &document.tokens[tokens.end..sentence.tokens.end.max(tokens.end)];
    let reads = |at: usize, word: &str| {
        behind
            .get(at)
            .is_some_and(|t| page.words(t.span).eq_ignore_ascii_case(word))
    };
    if !PUBLISHED.iter().any(|done| reads(0, done)) {
        return None;
    }
    // "Drawn up by", "put out by".
    let by = (1..=2).find(|at| reads(*at, "by"))?;
    let named = |token: &&Token| page.lexicon.is(token, Class::Institution) || token.is_capitalised();
    let body = behind[by + 1..].iter().take(BEFORE_A_BODY).find(named)?;
    Some(behind[by].span.join(body.span))
}

/// Words without a name may open a sentence: the capital of their "The" is the sentence's.
fn who(page: &Page<'_>, speaker: &Speaker, publisher: Option<Span>) -> String {
    let mut words = one_line(page.words(speaker.words));
    if let Some(by) = publisher {
        words = format!("{words} {}", one_line(page.words(by)));
    }
    for opener in [
        "The ", "A ", "An ", "One ", "Another ", "At ", "His ", "Her ", "Its ", "Their ",
    ] {
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
