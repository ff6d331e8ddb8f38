//! `stranger`: a name in the headline or the summary that the story below does not know.
//!
//! It counts only where the story has nearly everything else of the sentence, so that a headline in
//! other words than the story's is left alone. A name is also strange if the story has it with another
//! word in the place of one: "Velna Ferries" over a story of Marrick Ferries.

mod misplaced;
mod summary;

use super::Kind;
use crate::facts::{Class, NameKind, NameMention};
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, number};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Case, Prefix};
use rustc_hash::{FxBuildHasher, FxHashSet};
use serde::Deserialize;
use std::cell::OnceCell;

/// `[check.stranger]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The share of the sentence's other words that the body must hold.
    #[serde(default = "least_share", deserialize_with = "number::share")]
    least_share: f64,
    /// Words that stand for each other, in small letters with a stroke between: "uk|britain|british". A summary may
    /// have one where the body has another.
    #[serde(default)]
    alike: Vec<String>,
    /// Names that a story need not have, written in the same way: the country that it is written in.
    #[serde(default, rename = "taken_for_granted")]
    taken_for_granted: Vec<String>,
    /// Words of a summary that tell who wrote the story and are no part of it: by, reports.
    #[serde(default)]
    bylines: PhrasesAsWritten,
}

fn least_share() -> f64 {
    0.8
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a name at the top that the body does not know";
    const VALUES: &'static [&'static str] = &["rival"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(StrangerCheck {
            bylines: compiler.phrases(&self.bylines),
            settings: self,
        })
    }
}

/// Letters that stand for a word's stem: Ukraine and Ukrainian, drone and drones.
const STEM: usize = 4;
/// Other content words that the sentence must have: fewer prove nothing.
const LEAST_WORDS: usize = 5;
/// Names at the top that are looked at: a summary with more is a list.
const MOST_NAMES: usize = 32;
/// Different words of body below which the story is not all there.
const LEAST_BODY: usize = 60;

#[derive(Debug)]
struct StrangerCheck {
    settings: Settings,
    bylines: Option<Tag>,
}

impl Check for StrangerCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let is_top = |kind| matches!(kind, BlockKind::Headline | BlockKind::Standfirst);
        let (mut body, mut looked) = (None, 0);
        for name in &page.facts.names {
            let sentence = &document.sentences[name.sentence];
            if !is_top(document.kind_of(sentence)) {
                continue;
            }
            looked += 1;
            if looked > MOST_NAMES {
                break;
            }
            if document.kind_of(sentence) == BlockKind::Standfirst
                && let Some(unknown) = self.unknown(page, name, &mut body)
            {
                // Many a summary says where a town lies or whom somebody met, and the story does not: only another place
                // in the place of a place speaks against one, or another people in that of a people.
                let hit = match unknown.rival {
                    Some(rival) => Hit::pair(name.span, rival.span).with(
                        "rival",
                        format!(", which has “{}” in its place", page.words(rival.span)),
                    ),
                    None => Hit::at(name.span),
                };
                let full = unknown.rival.is_some_and(|rival| of_one_sort(page, name, rival));
                out.push(if full { hit } else { hit.severity(Severity::Info) });
                continue;
            }
            if let Some(rival) = self.misplaced(page, name, &mut body) {
                let told = format!(", which has “{}” in its place", page.words(rival.span));
                out.push(Hit::pair(name.span, rival.span).with("rival", told));
                continue;
            }
            let twin = twin(page, name);
            if document.kind_of(sentence) == BlockKind::Standfirst && twin.is_none() {
                continue;
            }
            if name.kind == NameKind::Body && twin.is_none() {
                continue;
            }
            let words = name.tokens.clone().filter(|i| document.tokens[*i].is_word());
            // After a mark or at the start the capital proves nothing: "Ready for Monday?; Crucial hours".
            let before = name.tokens.start.checked_sub(1).map(|i| &document.tokens[i]);
            if name.opens || !before.is_some_and(|t| t.is_word() && t.case == Case::Lower) {
                continue;
            }
            let is_short = document.tokens[name.tokens.end - 1].case == Case::Upper;
            if twin.is_none() && (is_short || words.clone().all(|i| document.tokens[i].span.len() < STEM)) {
                continue;
            }
            // Most articles have no such name, and need no table of their words.
            let body = &body.get_or_insert_with(|| Known::of(page)).stems;
            if body.len() < LEAST_BODY {
                return;
            }
            let known = |i: usize| body.contains(&stem(page, i, STEM));
            if twin.is_none() && words.clone().any(known) {
                continue;
            }
            let others: Vec<usize> = sentence
                .tokens
                .clone()
                .filter(|i| !name.tokens.contains(i) && is_content(page, *i))
                .collect();
            let held = others.iter().filter(|i| known(**i)).count();
            if others.len() >= LEAST_WORDS && held as f64 >= self.settings.least_share * others.len() as f64 {
                let hit = twin.map_or_else(|| Hit::at(name.span), |t| Hit::pair(name.span, t.span));
                // A headline has its own short names, Dems and the Fed, and a summary may say where a thing
                // was that the story takes for known. Only another name in its place speaks against one.
                let full = document.kind_of(sentence) == BlockKind::Standfirst && twin.is_some();
                out.push(if full { hit } else { hit.severity(Severity::Info) });
            }
        }
    }
}

/// Are both names of places, or both of peoples?
fn of_one_sort(page: &Page<'_>, name: &NameMention, other: &NameMention) -> bool {
    let is = |name: &NameMention, classes: &[Class]| {
        let last = &page.document.tokens[name.tokens.end - 1];
        page.lexicon.any(last.word, classes)
    };
    let both = |classes: &[Class]| is(name, classes) && is(other, classes);
    both(&[Class::PlaceName, Class::State]) || both(&[Class::Demonym])
}

/// Mentions of the name's like in the body from which on it is the story's own and no other bearer.
const LEAST_TWINS: usize = 2;

/// The body's name that this one has one word otherwise of, if the body knows it only so. People are left
/// out: Mike and Michael are one.
fn twin<'a>(page: &Page<'a>, name: &NameMention) -> Option<&'a NameMention> {
    let document = page.document;
    let last = document.words(name.last(document));
    let first = document.words(name.first(document));
    if name.len() != 2
        || name.kind == NameKind::Person
        || page.lexicon.is(&document.tokens[name.tokens.start], Class::GivenName)
    {
        return None;
    }
    let of_body = page
        .facts
        .names
        .iter()
        .filter(|n| document.kind_of(&document.sentences[n.sentence]).is_body());
    let mut twins = None;
    let mut count = 0;
    for other in of_body.filter(|n| n.tokens.len() <= 2) {
        let words = (
            document.words(other.first(document)),
            document.words(other.last(document)),
        );
        // The story has the word somewhere: two names, and no slip.
        if words.0 == first || words.1 == first {
            return None;
        }
        if other.len() == 2 && other.kind != NameKind::Person && words.1 == last && words.0 != last {
            count += 1;
            twins = twins.or(Some(other));
        }
    }
    twins.filter(|_| count >= LEAST_TWINS && name.kind != NameKind::Person)
}

/// The words of the body, by their first letters.
struct Known {
    /// Four, for what a sentence says beside the name.
    stems: FxHashSet<Prefix>,
    /// All that are told apart, for names of a summary: Ferrer is no ferry.
    words: OnceCell<FxHashSet<Prefix>>,
}

impl Known {
    fn of(page: &Page<'_>) -> Self {
        Self {
            stems: stems(page, STEM),
            words: OnceCell::new(),
        }
    }

    fn words(&self, page: &Page<'_>) -> &FxHashSet<Prefix> {
        self.words.get_or_init(|| stems(page, Prefix::MOST))
    }
}

/// The first letters of all words of the body.
fn stems(page: &Page<'_>, letters: usize) -> FxHashSet<Prefix> {
    let document = page.document;
    let sentences = document.sentences.iter().filter(|s| {
        let kind = document.kind_of(s);
        kind.is_body() || matches!(kind, BlockKind::Heading | BlockKind::Caption | BlockKind::Dateline)
    });
    // About a third of the words are new ones.
    let mut stems = FxHashSet::with_capacity_and_hasher(document.tokens.len() / 3, FxBuildHasher);
    let words = sentences
        .flat_map(|s| s.tokens.clone())
        .filter(|i| document.tokens[*i].is_word());
    stems.extend(words.map(|i| stem(page, i, letters)));
    stems
}

fn stem(page: &Page<'_>, at: usize, letters: usize) -> Prefix {
    Prefix::of(page.words(page.document.tokens[at].span), letters)
}

fn is_content(page: &Page<'_>, at: usize) -> bool {
    let token = &page.document.tokens[at];
    token.span.len() >= STEM && page.lexicon.is_content(token)
}
