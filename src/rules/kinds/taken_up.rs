//! `taken-up`: "the van" where the story has brought in a lorry and no van.
//!
//! What a story speaks of as known it has brought in before. So of the members of one class (vehicles, weapons,
//! kin) one that comes up once, as known, where another was brought in and no third is told of, stands for that
//! other: one thing was given two names that it cannot both have.

use super::Kind;
use crate::facts::{Class, LIGHT, NameMention, Voice};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::{Match, Tag};
use crate::text::{Case, WordId};
use serde::Deserialize;

/// `[check.taken-up]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Classes, each of members that exclude each other; a member is the words for it, singular and plural.
    classes: Vec<Vec<PhrasesAsWritten>>,
    /// How a member is brought in and taken up.
    #[serde(default)]
    form: Form,
    /// Words in the article with which any member may be meant, or one more: vehicles, armed.
    #[serde(default)]
    any: PhrasesAsWritten,
    /// Words in the sentence that takes a member up which say that it is another one.
    update: PhrasesAsWritten,
}

/// How a member is brought in and taken up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// "A lorry", "his brother", and then "the van", "the son".
    #[default]
    Thing,
    /// "A man drowned", and then "the man who was shot".
    Fate,
    /// "The northbound carriageway", and then "the southbound carriageway".
    Side,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "what the story brought in as one thing taken up as another of its class";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let classes = self.classes.iter().map(|class| {
            let members = class.iter().filter_map(|member| compiler.phrases(member));
            members.collect::<Vec<_>>()
        });
        Box::new(TakenUpCheck {
            classes: classes.collect(),
            form: self.form,
            any: compiler.phrases(&self.any),
            update: compiler.phrases(&self.update),
        })
    }
}

#[derive(Debug)]
struct TakenUpCheck {
    classes: Vec<Vec<Tag>>,
    form: Form,
    any: Option<Tag>,
    update: Option<Tag>,
}

/// Members of a class in one story beyond which nothing tells which stands for which.
const MOST_MEMBERS: usize = 3;
/// Mentions of one member beyond which it is what the story is about, and the other is another.
const MOST_MENTIONS: usize = 60;
/// Words between "a" and what it brings in: "a white delivery van".
const BROUGHT: usize = 4;
/// Words between "the" and the "who" of a fate: "the two men who".
const HEAD: usize = 4;

impl Check for TakenUpCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for class in &self.classes {
            let told = class.iter().map(|tag| page.matches.of(*tag)).filter(|m| !m.is_empty());
            let told: Vec<&[Match]> = told.take(MOST_MEMBERS + 1).collect();
            let few = told.iter().all(|m| m.len() <= MOST_MENTIONS);
            let any = || self.any.is_some_and(|tag| !page.matches.of(tag).is_empty());
            if told.len() < 2 || told.len() > MOST_MEMBERS || !few || any() {
                continue;
            }
            let ups = told.iter().filter(|m| m.len() == 1);
            let hits = ups.filter_map(|up| {
                let others = told.iter().filter(|m| m[0].tokens.start < up[0].tokens.start);
                // What was brought in first is what the story is about.
                let one = others.min_by_key(|m| m[0].tokens.start)?;
                self.hold(page, one, up)
            });
            out.extend(hits.take(1));
        }
        out.sort_by_key(|h| h.primary);
    }
}

impl TakenUpCheck {
    /// A hit if the only mention of the second takes up what the first brought in.
    fn hold(&self, page: &Page<'_>, first: &[Match], second: &[Match]) -> Option<Hit> {
        let [up] = second else { return None };
        let brought = &first[0];
        let sentence = |m: &Match| {
            page.document
                .sentence_at(page.document.tokens[m.tokens.start].span.start)
        };
        let in_body = |m: &Match| page.block_kind_at(page.document.span_of(m.tokens.clone())).is_body();
        let spoken = |m: &Match| page.facts.voice(m.tokens.start) == Voice::Quoted;
        let one = first.iter().find(|m| in_body(m) && self.brings(page, m))?;
        let plain = |m: &Match| !in_name(page, m) && !spoken(m);
        let updated = || self.update.is_some_and(|tag| page.in_sentence(tag, sentence(up)));
        let holds = brought.tokens.start <= one.tokens.start
            && sentence(one) < sentence(up)
            && in_body(up)
            && plain(up)
            && plain(one)
            && self.takes(page, one, up)
            && !updated();
        let span = |m: &Match| page.document.span_of(m.tokens.clone());
        holds.then(|| Hit::pair(span(up), span(one)))
    }

    /// Does a mention bring its member in?
    fn brings(&self, page: &Page<'_>, m: &Match) -> bool {
        match self.form {
            Form::Thing => {
                let modifiers = m.tokens.start.saturating_sub(BROUGHT)..m.tokens.start;
                let mut before = modifiers.rev();
                let lead = before.find(|at| page.lexicon.any(page.document.tokens[*at].word, &LIGHT));
                let lead = lead.filter(|at| (at + 1..m.tokens.start).all(|i| page.document.tokens[i].is_word()));
                !is_plural(page, m) && lead.is_some_and(|at| page.reads(at, &["a", "an", "his", "her", "their"]))
            }
            Form::Fate | Form::Side => true,
        }
    }

    /// Does the second take the first up as known?
    fn takes(&self, page: &Page<'_>, one: &Match, up: &Match) -> bool {
        let before = |by: usize| up.tokens.start.checked_sub(by);
        let the = |at: Option<usize>| at.is_some_and(|at| page.reads(at, &["the", "this", "that"]));
        match self.form {
            Form::Thing => the(before(1)) && !is_plural(page, up) && stands_alone(page, up.tokens.end),
            Form::Fate => {
                // A hedge before a fate softens it and makes it no other one: "who was allegedly shot".
                let passed = [Class::Auxiliary, Class::Hedge];
                let auxiliary = |at: &usize| page.lexicon.any(page.document.tokens[*at].word, &passed);
                let who = (up.tokens.start.saturating_sub(HEAD)..up.tokens.start)
                    .rev()
                    .find(|at| !auxiliary(at));
                who.is_some_and(|who| {
                    let known = (1..=HEAD).any(|by| the(who.checked_sub(by)));
                    known
                        && (page.reads(who, &["who"])
                            || the(who.checked_sub(1)) && who + 1 < up.tokens.start && is_told_of(page, who, one))
                })
            }
            Form::Side => {
                let behind = |m: &Match| behind(page, m.tokens.end);
                the(before(1)) && behind(one).is_some() && behind(one) == behind(up)
            }
        }
    }
}

/// Is it a part of a name: Bow Street, the Van Gogh?
fn in_name(page: &Page<'_>, m: &Match) -> bool {
    let names = &page.facts.names;
    let next = names.partition_point(|n: &NameMention| n.tokens.end <= m.tokens.start);
    names.get(next).is_some_and(|n| n.tokens.start < m.tokens.end)
        || page.document.tokens[m.tokens.end - 1].case != Case::Lower
}

fn is_plural(page: &Page<'_>, m: &Match) -> bool {
    let word = page.words(page.document.tokens[m.tokens.end - 1].span);
    word.ends_with('s') && !word.ends_with("us") && !word.ends_with("ss")
}

/// Has the sentence of the other fate the noun as well: "poisoning a pensioner", "the pensioner was strangled"?
fn is_told_of(page: &Page<'_>, noun: usize, one: &Match) -> bool {
    let document = page.document;
    let token = &document.tokens[noun];
    let sentence = document.sentence_at(document.tokens[one.tokens.start].span.start);
    let tokens = document.sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
    token.is_word() && token.case == Case::Lower && tokens.into_iter().any(|at| document.tokens[at].word == token.word)
}

/// Does what stands behind a noun leave it by itself: "the van was", and not "the van driver" or "the van that"?
fn stands_alone(page: &Page<'_>, end: usize) -> bool {
    let Some(next) = page.document.tokens.get(end) else {
        return true;
    };
    let word = page.words(next.span);
    let opens = ["of", "that", "which", "in", "at", "on", "with", "used", "from"];
    let narrows = opens.iter().any(|w| w.eq_ignore_ascii_case(word)) || next.is('-');
    let behind = [Class::Auxiliary, Class::Preposition, Class::Conjunction, Class::Past];
    !narrows
        && (!next.is_word()
            || page.reads(end, &["off", "away", "back", "down", "out"])
            || word.ends_with("ed")
            || page.lexicon.any(next.word, &behind))
}

/// The noun behind a side, or the place that it is a side of: "carriageway", "of Pune".
fn behind(page: &Page<'_>, end: usize) -> Option<WordId> {
    let at = end + usize::from(page.reads(end, &["of"]));
    let token = page.document.tokens.get(at)?;
    (token.is_word() && !page.lexicon.any(token.word, &LIGHT)).then_some(token.word)
}
