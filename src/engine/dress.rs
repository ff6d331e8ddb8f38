//! From hits to findings: the rule puts them in words, doubles are folded.

use super::place::Places;
use super::repeated;
use crate::finding::{Family, Finding, Precision, Severity, mark, words_hash};
use crate::report::{Allowance, FindingReport, Measured, Place};
use crate::rules::written::Status;
use crate::rules::{Hit, Page, Rule, Rules, Stage};
use crate::score;
use crate::text::{BlockKind, Span};
use rustc_hash::FxHashMap;

/// All findings of an article, by place, then by rule.
pub(super) fn findings(rules: &Rules, page: &Page<'_>, furniture: &[(usize, Hit)]) -> Vec<Finding> {
    let (mut out, mut apart) = (Vec::new(), Vec::new());
    for (number, hit) in furniture {
        let rule = &rules.rules[*number];
        let list = if is_apart(rule, hit, page) {
            &mut apart
        } else {
            &mut out
        };
        list.push(finding(rule, hit, page));
    }
    let mut hits = Vec::new();
    for rule in &rules.rules {
        let status = rule.status_in(page.document);
        let runs = rule.check.stage() == Stage::Facts && status != Status::Retired;
        if !runs || !rule.guards.admit_article(page) {
            continue;
        }
        hits.clear();
        rule.check_in(page.document).find(page, &mut hits);
        for hit in &hits {
            if page.block_kind_at(hit.primary) != BlockKind::Noise && rule.guards.admit(hit, page) {
                let list = if is_apart(rule, hit, page) {
                    &mut apart
                } else {
                    &mut out
                };
                list.push(finding(rule, hit, page));
            }
        }
    }
    out.sort_by(|a, b| (a.primary, &a.rule).cmp(&(b.primary, &b.rule)));
    let mut out = repeated::gather(fold(out, page), rules, page);
    spare_what_goes(&mut out);
    // What is on trial costs nothing, and who tries it wants to see all that it finds. What the newsroom stands by
    // must not take another finding with it.
    if !apart.is_empty() {
        // One rule says one thing of the same words, however often its kind comes upon them.
        let place = |f: &Finding| (f.primary, f.rule.clone());
        apart.sort_by_key(place);
        apart.dedup_by_key(|f| place(f));
        out.extend(apart);
        out.sort_by(|a, b| (a.primary, &a.rule).cmp(&(b.primary, &b.rule)));
    }
    out
}

/// Is a hit shown beside the findings that are weighed against each other: of a rule on trial, or on words that the
/// newsroom stands by?
fn is_apart(rule: &Rule, hit: &Hit, page: &Page<'_>) -> bool {
    rule.status_in(page.document) == Status::Trial || rule.guards.stood_by(hit.primary, page).is_some()
}

/// A line that is to be taken out need not be mended: who speaks in a caption is no question once it is gone.
fn spare_what_goes(findings: &mut Vec<Finding>) {
    let goes = |f: &&Finding| f.family == Family::Noise && f.severity > Severity::Info;
    let mut gone: Vec<Span> = findings.iter().filter(goes).map(|f| f.primary).collect();
    gone.sort_unstable();
    findings.retain(|f| {
        let at = gone.partition_point(|span| span.start <= f.primary.start);
        let within = at.checked_sub(1).is_some_and(|last| gone[last].contains(f.primary));
        f.family == Family::Noise || f.whole || !within
    });
}

fn finding(rule: &Rule, hit: &Hit, page: &Page<'_>) -> Finding {
    // A rule on trial is shown, never scored.
    // In a column or a letter judging is the job: what is loaded there is a note. That nothing says that it is one
    // is said of the article as a whole, and stands.
    let judges = rule.family == Family::Tone && page.personal && !rule.whole;
    let set = rule.severity_set_in(page.document);
    let severity = if judges || rule.status_in(page.document) == Status::Trial {
        Severity::Info
    } else {
        set.or(hit.severity).unwrap_or(rule.severity)
    };
    Finding {
        rule: rule.id.clone(),
        family: rule.family,
        severity,
        confidence: rule.precision.confidence(),
        precision: rule.precision,
        message: rule.message.fill(hit, page),
        why: rule.why.clone(),
        advice: rule.advice.clone(),
        primary: hit.primary,
        related: hit.related.clone(),
        also: Vec::new(),
        whole: rule.whole,
    }
}

/// A note on a stretch of copy and a finding inside it say two things, and only one of them scores; so do a note
/// on a whole sentence and one on words in it.
fn note_beside(one: &Finding, other: &Finding, page: &Page<'_>) -> bool {
    let whole_sentence = |span: Span| {
        let sentence = page.document.sentences.get(page.document.sentence_at(span.start));
        sentence.is_some_and(|s| s.span.start == span.start && s.span.len() <= span.len())
    };
    let note_on_more = |a: &Finding, b: &Finding| {
        a.severity == Severity::Info
            && a.primary.len() > b.primary.len()
            && (b.severity != Severity::Info || whole_sentence(a.primary))
    };
    note_on_more(one, other) || note_on_more(other, one)
}

/// One span, one family, one finding: where one holds another the graver stays and names the other.
fn fold(findings: Vec<Finding>, page: &Page<'_>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        let twin = out.iter_mut().rev().take(8).find(|o| {
            o.family == finding.family
                && o.whole == finding.whole
                && !note_beside(o, &finding, page)
                && (o.primary.contains(finding.primary) || finding.primary.contains(o.primary))
                && (o.related.is_empty() || finding.related.is_empty() || o.related == finding.related)
        });
        match twin {
            None => out.push(finding),
            Some(twin) => {
                // Of two notes the one of the rule whose record is known says more.
                let better = finding.severity == Severity::Info && finding.precision.share() > twin.precision.share();
                let equal = finding.severity == twin.severity;
                let (mut stays, goes) = if finding.severity > twin.severity || equal && better {
                    (finding, twin.clone())
                } else {
                    (twin.clone(), finding)
                };
                if goes.rule != stays.rule {
                    stays.also.push(goes.rule);
                }
                stays.also.extend(goes.also);
                if stays.related.is_empty() {
                    stays.related = goes.related;
                }
                stays.also.sort();
                stays.also.dedup();
                *twin = stays;
            }
        }
    }
    out.sort_by(|a, b| (a.primary, &a.rule).cmp(&(b.primary, &b.rule)));
    out
}

/// Where each finding stands, and its fingerprint.
pub(super) fn fingerprints(findings: &[Finding], places: &mut Places<'_>) -> Vec<(Place, String)> {
    let mut seen: FxHashMap<u64, u32> = FxHashMap::default();
    let each = findings.iter().map(|finding| {
        let primary = places.of(finding.primary);
        let hash = words_hash(&finding.rule, places.words(finding.primary));
        let nth = seen.entry(hash).or_default();
        *nth += 1;
        (primary, mark(hash, *nth))
    });
    each.collect()
}

/// Findings with positions, points and fingerprints.
pub(super) fn reports(
    page: &Page<'_>,
    findings: Vec<Finding>,
    points: &[f64],
    allowed: Vec<Option<Allowance>>,
    rules: &Rules,
    places: &mut Places<'_>,
) -> Vec<FindingReport> {
    let summary = |id: &str| {
        rules
            .rules
            .iter()
            .find(|rule| &*rule.id == id)
            .map(|rule| rule.summary.clone())
    };
    let document = page.document;
    let sentence = |span: Span| {
        let sentence = document.sentences.get(document.sentence_at(span.start));
        sentence.map_or(span, |s| s.span.join(span))
    };
    let marks = fingerprints(&findings, places);
    let mut out = Vec::with_capacity(findings.len());
    let each = findings.into_iter().zip(points).zip(allowed).zip(marks);
    for (((finding, points), allowed), (primary, fingerprint)) in each {
        out.push(FindingReport {
            rule: finding.rule.to_string(),
            summary: summary(&finding.rule).unwrap_or_default(),
            family: finding.family,
            severity: finding.severity,
            confidence: finding.confidence,
            measured: measured(finding.precision),
            message: finding.message,
            why: finding.why.to_string(),
            advice: finding.advice.to_string(),
            points: *points,
            sentences: std::iter::once(&finding.primary)
                .chain(&finding.related)
                .map(|s| places.of(sentence(*s)))
                .collect(),
            related: finding.related.iter().map(|s| places.of(*s)).collect(),
            primary,
            also: finding.also.iter().map(ToString::to_string).collect(),
            fingerprint,
            allowed,
        });
    }
    out
}

fn measured(precision: Precision) -> Option<Measured> {
    precision.share().map(|_| Measured {
        right: precision.right,
        wrong: precision.wrong,
        at_least: (score::at_least(precision.right, precision.wrong) * 1000.0).round() / 1000.0,
    })
}
