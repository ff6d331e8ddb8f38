//! One source is asked for once: what is found of it again further down is shown with the first finding.

use crate::facts::{Class, LIGHT};
use crate::finding::Finding;
use crate::rules::{Page, Rules};
use crate::text::{Span, Token};

/// Words that tell nothing of who it is: "other officials", "some analysts".
const LOOSE: [&str; 14] = [
    "other",
    "another",
    "some",
    "many",
    "several",
    "most",
    "both",
    "more",
    "also",
    "according",
    "however",
    "but",
    "privately",
    "still",
];
/// Words that report.
const CUES: [Class; 6] = [
    Class::CueNeutral,
    Class::CueAssertive,
    Class::CueDoubting,
    Class::CueConceding,
    Class::CueThought,
    Class::CueAct,
];

/// Folds each later finding on a source into the first one on it, if that is as grave: seven marks at "the officials
/// said" ask one question.
pub(super) fn gather(findings: Vec<Finding>, rules: &Rules, page: &Page<'_>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::with_capacity(findings.len());
    // The first finding on each source, with the words for it.
    let mut firsts: Vec<(usize, Vec<String>)> = Vec::new();
    let once: Vec<&str> = rules.rules.iter().filter(|r| r.once_a_source).map(|r| &*r.id).collect();
    for finding in findings {
        let words = if once.contains(&&*finding.rule) {
            source_words(page, &finding)
        } else {
            Vec::new()
        };
        if words.is_empty() {
            out.push(finding);
            continue;
        }
        let one_of_many = is_one_of_many(page, finding.primary);
        let known = firsts.iter().take(MOST_SOURCES).find(|(at, first)| {
            let graver = out[*at].severity >= finding.severity;
            let alike = is_part_of(&words, first) && is_part_of(first, &words);
            let part = !one_of_many && (is_part_of(&words, first) || is_part_of(first, &words));
            graver && (alike && one_of_many == is_one_of_many(page, out[*at].primary) || part)
        });
        if let Some((at, _)) = known {
            let first = &mut out[*at];
            first.related.push(finding.primary);
            let other = std::iter::once(finding.rule).chain(finding.also);
            first.also.extend(other.filter(|rule| *rule != first.rule));
            first.also.sort();
            first.also.dedup();
        } else {
            firsts.push((out.len(), words));
            out.push(finding);
        }
    }
    out
}

/// "A senior official", "said one diplomat": somebody who has not been met. "An officer said" twice in the same words
/// is one, as far as anybody can tell.
fn is_one_of_many(page: &Page<'_>, span: Span) -> bool {
    let mut words = page
        .document
        .tokens_in(span)
        .map(|at| page.words(page.document.tokens[at].span));
    words.any(|w| ["a", "an", "one", "another"].iter().any(|o| w.eq_ignore_ascii_case(o)))
}

/// So many sources are told apart: an article that hides more has other troubles, and the work must not grow with
/// their square.
const MOST_SOURCES: usize = 16;

/// The words for the source of a finding, each once, without those that any source may have.
fn source_words(page: &Page<'_>, finding: &Finding) -> Vec<String> {
    let document = page.document;
    let sentence = document.sentence_at(finding.primary.start);
    let all = &page.facts.attributions;
    let first = all.partition_point(|a| a.sentence < sentence);
    let said = all[first..]
        .iter()
        .take_while(|a| a.sentence == sentence)
        .find(|a| a.source.span.overlaps(finding.primary));
    let span = said.map_or(finding.primary, |a| a.source.span);
    let tells = |token: &&Token| {
        let word = document.words(token.span);
        token.is_word()
            && !page.lexicon.any(token.word, &LIGHT)
            && !page.lexicon.any(token.word, &CUES)
            && !page.lexicon.is(token, Class::NumberWord)
            && !page.lexicon.is(token, Class::Hedge)
            && !LOOSE.iter().any(|w| w.eq_ignore_ascii_case(word))
    };
    let tokens = document.tokens[document.tokens_in(span)].iter().filter(tells);
    let mut words: Vec<String> = tokens
        .map(|t| document.words(t.span).to_lowercase().trim_end_matches('s').to_owned())
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Are all of these words among the others?
fn is_part_of(some: &[String], all: &[String]) -> bool {
    some.iter().all(|word| all.binary_search(word).is_ok())
}
