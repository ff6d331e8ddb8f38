//! `reversal`: the top has two parties the other way round than the body: who beat, bought or sued whom.

use super::Kind;
use crate::facts::quantity::Unit;
use crate::facts::{Class, NameMention, Voice};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::BlockKind;
use crate::text::phrase::{Match, Tag};
use serde::Deserialize;

/// `[check.reversal]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Verbs whose two parties cannot change places, each with all its active forms.
    verbs: Vec<PhrasesAsWritten>,
    /// Words in a sentence of the body that put it into another time: last year, had.
    unless: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "two parties at the top the other way round than in the body";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ReversalCheck {
            verbs: self.verbs.iter().filter_map(|forms| compiler.phrases(forms)).collect(),
            unless: compiler.phrases(&self.unless),
        })
    }
}

#[derive(Debug)]
struct ReversalCheck {
    verbs: Vec<Tag>,
    unless: Option<Tag>,
}

/// The news stands in the first sentences of the body, so many; later ones tell what went before.
const LEAD: usize = 4;
/// Forms of one verb that are looked at: an endless sentence may hold any number.
const MOST_TOLD: usize = 32;
/// Words between a verb and its object: "beat the former champions Velna".
const MOST_BETWEEN: usize = 4;

/// Somebody does something to somebody.
struct Deed<'a> {
    doer: &'a NameMention,
    other: &'a NameMention,
    top: bool,
}

impl Check for ReversalCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let body = page
            .document
            .sentences
            .iter()
            .position(|s| page.document.kind_of(s).is_body());
        let Some(last) = body.map(|first| first + LEAD) else {
            return;
        };
        for verb in &self.verbs {
            let told = page
                .matches
                .of(*verb)
                .iter()
                .take_while(|m| sentence(page, m) < last)
                .take(MOST_TOLD);
            let deeds: Vec<Deed<'_>> = told.filter_map(|m| self.deed(page, m)).collect();
            let (top, below): (Vec<_>, Vec<_>) = deeds.iter().partition(|d| d.top);
            for deed in top {
                let turned = below
                    .iter()
                    .find(|d| is_one(page, d.doer, deed.other) && is_one(page, d.other, deed.doer));
                let agrees = below.iter().any(|d| is_one(page, d.doer, deed.doer));
                if let Some(turned) = turned.filter(|_| !agrees) {
                    let words = |d: &Deed<'_>| d.doer.span.join(d.other.span);
                    out.push(Hit::pair(words(deed), words(turned)));
                }
            }
        }
    }
}

fn sentence(page: &Page<'_>, found: &Match) -> usize {
    page.document
        .sentence_at(page.document.tokens[found.tokens.start].span.start)
}

impl ReversalCheck {
    /// Who did it to whom, if both stand right beside the verb.
    fn deed<'a>(&self, page: &Page<'a>, verb: &Match) -> Option<Deed<'a>> {
        let names = &page.facts.names;
        let before = names.partition_point(|n| n.tokens.end <= verb.tokens.start);
        let doer = names.get(before.checked_sub(1)?)?;
        let other = names.get(names.partition_point(|n| n.tokens.start < verb.tokens.end))?;
        let place = sentence(page, verb);
        let kind = page.document.kind_of(&page.document.sentences[place]);
        let top = matches!(kind, BlockKind::Headline | BlockKind::Standfirst);
        let beside = doer.tokens.end == verb.tokens.start && doer.sentence == place && other.sentence == place;
        let between = verb.tokens.end..other.tokens.start;
        let plain = between.len() <= MOST_BETWEEN
            && between.clone().all(|at| {
                let token = &page.document.tokens[at];
                token.is_word()
                    && !page
                        .lexicon
                        .any(token.word, &[Class::Preposition, Class::Conjunction, Class::Negation])
            });
        // "Moll sued Falk's firm", "Moll's dog bit Falk": somebody else did it, or suffered it.
        let own = !doer.possessive && !other.possessive;
        let quoted = page.facts.voice(verb.tokens.start) == Voice::Quoted;
        let told = beside && plain && own && !quoted && (top || !self.is_of_another_time(page, place));
        told.then_some(Deed { doer, other, top })
    }

    /// Does the sentence name a year, or a word such as "last"?
    fn is_of_another_time(&self, page: &Page<'_>, sentence: usize) -> bool {
        // "In 2019"; but the day of the news may have its year, too.
        let of_year = |start: usize| start > 0 && page.reads(start - 1, &["in", "of", "since"]);
        let mut figures = page.facts.quantities_in(sentence..sentence + 1).iter();
        let year = figures.any(|q| q.unit == Unit::Year && of_year(q.tokens.start));
        let word = self.unless.is_some_and(|tag| page.in_sentence(tag, sentence));
        let mut tokens = page.document.sentences[sentence].tokens.clone();
        year || word || tokens.any(|at| page.reads(at, &["had"]))
    }
}

/// Do two mentions name one party?
fn is_one(page: &Page<'_>, a: &NameMention, b: &NameMention) -> bool {
    let last = |n: &NameMention| page.document.tokens[n.tokens.end - 1].hash;
    a.bearer == b.bearer || last(a) == last(b)
}
