//! A place of a headline that the story puts elsewhere: "Fire in Lyon" over a fire in Lille.
//!
//! A headline is too short to hold its words against the story's. But one that says where a thing happened can be held
//! against the first sentences, which say where as well: the place is wrong if the story has it in no form, names another
//! town in its stead and again below, and tells what else the headline tells.

use super::{Known, LEAST_BODY, MOST_NAMES, STEM, StrangerCheck, is_content, stem};
use crate::facts::{Class, NameKind, NameMention};
use crate::rules::Page;
use crate::text::{BlockKind, Case};

/// Words that say where.
const WHERE: [&str; 5] = ["in", "at", "near", "off", "outside"];
/// And words that do in a sentence, but not in a headline: "in the north of Lille".
const OF: [&str; 1] = ["of"];
/// Sentences of the body that may say where.
const LEAD: usize = 2;
/// Words of the headline that the sentence must have, beside the place.
const LEAST_SHARED: usize = 2;
/// Mentions of the other place from which on the story is set there.
const LEAST_TIMES: usize = 2;

impl StrangerCheck {
    /// The town where the story has what the headline puts elsewhere.
    pub(super) fn misplaced<'p>(
        &self,
        page: &Page<'p>,
        name: &NameMention,
        body: &mut Option<Known>,
    ) -> Option<&'p NameMention> {
        let document = page.document;
        let sentence = &document.sentences[name.sentence];
        if document.kind_of(sentence) != BlockKind::Headline || !is_where(page, name) || name.len() > 2 {
            return None;
        }
        let body = body.get_or_insert_with(|| Known::of(page));
        let words = name.tokens.clone().filter(|i| document.tokens[*i].is_word());
        if body.stems.len() < LEAST_BODY || words.into_iter().any(|i| self.has_form(page, i, body)) {
            return None;
        }
        let own: Vec<_> = sentence
            .tokens
            .clone()
            .filter(|i| !name.tokens.contains(i) && is_content(page, *i))
            .map(|i| stem(page, i, STEM))
            .collect();
        let is_body = |n: &&NameMention| document.kind_of(&document.sentences[n.sentence]).is_body();
        let of_body = || page.facts.names.iter().filter(is_body);
        let first = document.sentences.iter().position(|s| document.kind_of(s).is_body())?;
        let at_top = |n: &NameMention| {
            let mut top = page.facts.names_in(name.sentence).take(MOST_NAMES);
            top.any(|h| h.bearer == n.bearer)
        };
        let state = |n: &NameMention| page.lexicon.is(&document.tokens[n.tokens.end - 1], Class::State);
        let mut rivals = of_body()
            .take_while(|n| n.sentence < first + LEAD)
            .filter(|n| (is_where(page, n) || is_behind(page, n, &OF)) && !at_top(n));
        let rival = rivals.next().filter(|r| state(r) == state(name) && r.len() <= 2)?;
        let tokens = document.sentences[rival.sentence].tokens.clone();
        let content = tokens.filter(|i| is_content(page, *i));
        let mut told: Vec<_> = content.map(|i| stem(page, i, STEM)).collect();
        told.sort_unstable();
        let shared = own.iter().filter(|w| told.binary_search(w).is_ok()).count();
        let times = of_body().filter(|n| n.bearer == rival.bearer).count();
        let other = rivals.any(|n| n.bearer != rival.bearer && n.sentence == rival.sentence);
        (shared >= LEAST_SHARED && times >= LEAST_TIMES && !other).then_some(rival)
    }
}

/// Does a name stand where a place does, and is it no body's?
fn is_where(page: &Page<'_>, name: &NameMention) -> bool {
    let token = &page.document.tokens[name.tokens.end - 1];
    let dated = page.lexicon.any(token.word, &[Class::Month, Class::Weekday]);
    is_behind(page, name, &WHERE)
        && !dated
        && token.case == Case::Capital
        && matches!(name.kind, NameKind::Place | NameKind::Unknown)
        && !name.possessive
}

fn is_behind(page: &Page<'_>, name: &NameMention, words: &[&str]) -> bool {
    name.tokens.start.checked_sub(1).is_some_and(|at| page.reads(at, words))
}
