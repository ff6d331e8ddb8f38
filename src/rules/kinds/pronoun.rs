//! `pronoun`: "He" for the woman whom the sentence before tells of.
//!
//! Only where that sentence begins with her name, says "she" or "her" of her, and tells of nobody else who could be
//! meant, and the next sentence opens with the other pronoun.

use super::Kind;
use crate::facts::{Class, NameKind, NameMention, Sex, Voice, sex};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use rustc_hash::FxHashSet;
use serde::Deserialize;

/// `[check.pronoun]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words for one person, any of whom a pronoun may mean: a judge, her husband.
    people: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "he for a she, or she for a he";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(PronounCheck(compiler.phrases(&self.people)))
    }
}

#[derive(Debug)]
struct PronounCheck(Option<Tag>);

const HE: [&str; 4] = ["he", "him", "his", "himself"];
const SHE: [&str; 4] = ["she", "her", "hers", "herself"];

impl Check for PronounCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        // Read once, and only where a sentence opens with a pronoun.
        let mut people = None;
        for (number, sentence) in document.sentences.iter().enumerate().skip(1) {
            let opens = sentence.tokens.start;
            let (he, she) = (page.reads(opens, &["he"]), page.reads(opens, &["she"]));
            let before = &document.sentences[number - 1];
            if !he && !she || before.block != sentence.block || !document.kind_of(sentence).is_body() {
                continue;
            }
            let (own, other) = if he { (HE, SHE) } else { (SHE, HE) };
            let says =
                |tokens: std::ops::Range<usize>, words: &[&str]| tokens.into_iter().any(|at| page.reads(at, words));
            let people = people.get_or_insert_with(|| surnames(page));
            let Some(name) = self.subject(page, number - 1, people) else {
                continue;
            };
            let turned = says(before.tokens.clone(), &other)
                && !says(before.tokens.clone(), &own)
                && !says(opens + 1..sentence.tokens.end, &other);
            let quoted = page.facts.voice(opens) == Voice::Quoted
                || before.tokens.clone().any(|at| page.facts.voice(at) == Voice::Quoted);
            let told = sex(document, page.lexicon, name);
            let fits = told == Some(if he { Sex::Man } else { Sex::Woman });
            if turned && !quoted && !fits {
                out.push(Hit::pair(document.tokens[opens].span, name.span));
            }
        }
    }
}

/// The surnames of the people who are given in full.
fn surnames<'p>(page: &Page<'p>) -> FxHashSet<&'p str> {
    let first = |n: &NameMention| &page.document.tokens[n.tokens.start];
    let people = page
        .facts
        .names
        .iter()
        .filter(|n| n.len() > 1 && (n.kind == NameKind::Person || page.lexicon.is(first(n), Class::GivenName)));
    people.map(|n| page.words(n.last(page.document))).collect()
}

impl PronounCheck {
    /// The person whose name opens a sentence, if it tells of nobody else.
    fn subject<'p>(&self, page: &Page<'p>, sentence: usize, people: &FxHashSet<&str>) -> Option<&'p NameMention> {
        let tokens = page.document.sentences[sentence].tokens.clone();
        let first = page.facts.names.partition_point(|n| n.sentence < sentence);
        let name = page.facts.names.get(first).filter(|n| n.sentence == sentence)?;
        let lead = tokens.start..name.tokens.start;
        let opens = lead
            .into_iter()
            .all(|at| page.lexicon.is(&page.document.tokens[at], Class::Title));
        // A town has no sex, and two names are two people.
        let person = people.contains(page.words(name.last(page.document)));
        let place = |n: &NameMention| {
            page.document
                .tokens
                .get(n.tokens.start.wrapping_sub(1))
                .is_some_and(|t| page.lexicon.is(t, Class::Preposition))
        };
        let alone = page
            .facts
            .names_in(sentence)
            .skip(1)
            .all(|n| n.bearer == name.bearer || place(n) && n.len() == 1);
        let others = self.0.is_some_and(|tag| !page.matches.within(tag, tokens).is_empty());
        (opens && person && alone && !others && !name.possessive).then_some(name)
    }
}
