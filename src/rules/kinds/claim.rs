//! `claim`: statements of some sort that no source stands behind.

use super::Kind;
use crate::facts::{ClaimType, Class, NameKind, Voice};
use crate::finding::Severity;
use crate::rules::Spanned;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Sentence, Span, TokenKind};
use serde::Deserialize;

/// `[check.claim]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Which sorts of claim.
    triggers: Vec<ClaimType>,
    /// Flag what lacks this; `attribution` is the only thing a claim can lack.
    #[serde(rename = "without")]
    _without: Lack,
    /// Phrases in the sentence that make it graver, and how grave.
    #[serde(default)]
    graver: Option<Shift>,
    /// Phrases in the sentence that make it lighter, and how light.
    #[serde(default)]
    lighter: Option<Shift>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
enum Lack {
    Attribution,
}

/// A change of severity where the sentence holds one of some phrases.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Shift {
    /// The phrases.
    phrases: Vec<Spanned<String>>,
    /// The severity then.
    severity: Severity,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "claims of some sort that no source stands behind";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let mut shifts = Vec::new();
        for shift in self.graver.into_iter().chain(self.lighter) {
            if let Some(tag) = compiler.phrases(&shift.phrases) {
                shifts.push((tag, shift.severity));
            }
        }
        Box::new(ClaimCheck {
            triggers: self.triggers,
            shifts,
        })
    }
}

#[derive(Debug)]
struct ClaimCheck {
    triggers: Vec<ClaimType>,
    shifts: Vec<(Tag, Severity)>,
}

impl Check for ClaimCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let mut last = None;
        let elsewhere = is_about_something_else(page);
        for claim in &page.facts.claims {
            let sentence = &page.document.sentences[claim.sentence];
            let kind = page.document.kind_of(sentence);
            // A headline is answered for by the story below it; a question asserts nothing.
            let exempt = matches!(
                kind,
                BlockKind::Headline | BlockKind::Heading | BlockKind::Standfirst | BlockKind::Quote
            ) || page
                .words(sentence.span)
                .trim_end_matches(['"', '\u{201d}'])
                .ends_with('?');
            if claim.sourced || claim.voice != Voice::Author || exempt || !self.triggers.contains(&claim.kind) {
                continue;
            }
            let hard = matches!(claim.kind, ClaimType::Casualty | ClaimType::Accusation);
            if hard && (elsewhere || is_background(page, sentence, claim.trigger)) {
                continue;
            }
            if claim.kind == ClaimType::Casualty && is_one_by_name(page, claim.trigger) {
                continue;
            }
            // One finding a sentence: the editor mends the sentence, not the word.
            if last == Some(claim.sentence) {
                continue;
            }
            last = Some(claim.sentence);
            let holds = |tag: Tag| !page.matches.within(tag, sentence.tokens.clone()).is_empty();
            let shift = self.shifts.iter().find(|(tag, _)| holds(*tag));
            let mut hit = Hit::at(claim.trigger);
            hit.severity = shift.map(|(_, severity)| *severity);
            out.push(hit);
        }
    }
}

/// Words that open a clause which recalls what the reader knows: "the raid that killed nine", "two days
/// before a gunman shot …".
const RECALLING: [&str; 11] = [
    "who", "which", "that", "whose", "where", "what", "whom", "before", "after", "since", "until",
];

/// News of deaths comes at the top: a story whose headline and first sentences, so many of them, tell of
/// no attack, accident or victim is about something else, and recalls the deaths it mentions later.
const TOP: usize = 5;

/// Is the story about something else than deaths and attacks?
fn is_about_something_else(page: &Page<'_>) -> bool {
    let top = page
        .document
        .sentences
        .iter()
        .position(|s| page.document.kind_of(s).is_body())
        .unwrap_or_default()
        + TOP;
    let early = page.facts.events.first().is_some_and(|e| e.sentence < top);
    let claims = &page.facts.claims;
    !early
        && !claims
            .iter()
            .any(|c| c.sentence < top && matches!(c.kind, ClaimType::Casualty | ClaimType::Accusation))
}

/// Does the sentence recall the past instead of telling news? A month or a year without a weekday
/// dates it as history, and so does a clause that hangs on a noun.
fn is_background(page: &Page<'_>, sentence: &Sentence, trigger: Span) -> bool {
    let document = page.document;
    let tokens = &document.tokens[sentence.tokens.clone()];
    let dated = tokens.iter().any(|t| {
        let year = t.kind == TokenKind::Number
            && t.span.len() == 4
            && matches!(page.words(t.span).as_bytes()[..2], [b'1', b'8' | b'9'] | [b'2', b'0']);
        year || (page.lexicon.is(t, Class::Month) && t.is_capitalised())
    });
    let fresh = tokens.iter().any(|t| page.lexicon.is(t, Class::Weekday));
    let at = document.tokens_in(trigger).start;
    let clause = (sentence.tokens.start..at)
        .rev()
        .take_while(|i| !document.tokens[*i].is(','));
    let recalled = clause
        .take(8)
        .any(|i| RECALLING.iter().any(|w| page.words(document.tokens[i].span) == *w));
    (dated && !fresh) || recalled
}

/// Is the victim one person by name: "Falk was killed", "Ida Moll, 43, was killed"? Somebody's death is
/// known or it is not; what goes wrong in first reports is the count.
fn is_one_by_name(page: &Page<'_>, trigger: Span) -> bool {
    let tokens = &page.document.tokens;
    let mut at = page.document.tokens_in(trigger).start;
    // Past an age between commas.
    while at > 0 && (tokens[at - 1].is(',') || tokens[at - 1].kind == TokenKind::Number) {
        at -= 1;
    }
    let names = &page.facts.names;
    let before = names.partition_point(|n| n.tokens.end <= at);
    before
        .checked_sub(1)
        .and_then(|n| names.get(n))
        .is_some_and(|n| n.tokens.end == at && !n.possessive && n.kind != NameKind::Place && n.kind != NameKind::Body)
}
