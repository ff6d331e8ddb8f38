//! `loaded`: loaded words, with the noun they load, unless they are a name or are earned.

use super::Kind;
use crate::facts::{Matches, Voice};
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, WordsAsWritten};
use crate::text::phrase::{Match, Tag};
use crate::text::{BlockKind, Case, Sentence, Token, WordId};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::cell::OnceCell;
use std::ops::Range;

/// `[check.loaded]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The words and phrases.
    terms: PhrasesAsWritten,
    /// Single words that cannot be the noun after an adjective. Where they are given, the noun that follows is
    /// found with it: an editor strikes "ludicrous" but looks at "ludicrous substitute".
    #[serde(default)]
    no_noun: WordsAsWritten,
    /// Phrases that show the thing itself: with one of them in the sentence the word is only a note.
    #[serde(default)]
    earned: PhrasesAsWritten,
    /// Other loaded words: without one of them in the sentence the word is only a note.
    #[serde(default)]
    company: PhrasesAsWritten,
    /// Words that stand so often in the writer's voice need no company: said once a label may be a slip, said
    /// throughout it is a choice. 0: they always need it.
    #[serde(default)]
    often: usize,
    /// Without company: nothing at all instead of a note.
    #[serde(default)]
    never_alone: bool,
    /// Does a word count that is written with a capital inside a sentence? By default it is a name.
    #[serde(default)]
    names: bool,
    /// Are the words looked for in paraphrases (and only there), where they should stand in quotation marks?
    #[serde(default)]
    paraphrase: bool,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "loaded words, with the noun they load";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(LoadedCheck {
            terms: compiler.phrases(&self.terms),
            no_noun: compiler.words(self.no_noun),
            earned: compiler.phrases(&self.earned),
            company: compiler.phrases(&self.company),
            often: self.often,
            never_alone: self.never_alone,
            names: self.names,
            paraphrase: self.paraphrase,
        })
    }
}

#[derive(Debug)]
struct LoadedCheck {
    terms: Option<Tag>,
    /// Sorted.
    no_noun: Vec<WordId>,
    earned: Option<Tag>,
    company: Option<Tag>,
    often: usize,
    never_alone: bool,
    names: bool,
    paraphrase: bool,
}

impl Check for LoadedCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let Some(terms) = self.terms else { return };
        let mut last_end = 0;
        let own = |m: &&Match| page.facts.voice(m.tokens.start) == Voice::Author;
        let borne = OnceCell::new();
        let uses = OnceCell::new();
        let often = self.often > 0 && page.matches.of(terms).iter().filter(own).count() >= self.often;
        for found in page.matches.of(terms) {
            let at = found.tokens.clone();
            let other = match page.facts.voice(at.start) {
                Voice::Quoted => true,
                // In a headline set like a title, a quotation looks like one.
                _ if in_marks(page, at.start) => true,
                voice => self.paraphrase && voice != Voice::Reported,
            };
            if at.start < last_end
                || other
                || part_of_compound(page, &at)
                || (!self.names && is_name(page, &at, &borne))
                || self.is_done_to_one(page, at.end)
                // "Buildings fell in the blasts": what happened, and no blow in words.
                || at.len() == 1 && page.facts.is_event_noun(at.start)
            {
                continue;
            }
            let sentence =
                &page.document.sentences[page.document.sentence_at(page.document.tokens[at.start].span.start)];
            let end = self.noun_end(page, sentence, at.end);
            last_end = end;
            let hit = Hit::at(page.document.span_of(at.start..end));
            let among = |tag| stands_in(page.matches, tag, &sentence.tokens, &at);
            let alone = !often && self.company.is_some_and(|tag| !among(tag));
            if alone && self.never_alone {
                continue;
            }
            // What earns a word may hold it: a "horror film".
            let earns = |tag| !page.matches.within(tag, sentence.tokens.clone()).is_empty();
            let subject = self.often == 0 && is_the_subject(page, terms, &at, &uses);
            let note = alone || subject || self.earned.is_some_and(earns);
            out.push(if note { hit.severity(Severity::Info) } else { hit });
        }
    }
}

impl LoadedCheck {
    /// One past the noun after the words, or past the words where none follows.
    fn noun_end(&self, page: &Page<'_>, sentence: &Sentence, end: usize) -> usize {
        if self.no_noun.is_empty() {
            return end;
        }
        let token = &page.document.tokens[end.min(page.document.tokens.len() - 1)];
        // Behind "illegal aliens" or "the elites" comes a verb.
        let last = page.words(page.document.tokens[end.saturating_sub(1)].span);
        let plural = last.ends_with('s') && !["ss", "us", "is"].iter().any(|e| last.ends_with(e));
        let follows = end < sentence.tokens.end
            && !plural
            && token.is_word()
            && token.spaced
            && token.case == Case::Lower
            && !page.words(token.span).ends_with("ly")
            && self.no_noun.binary_search(&token.word).is_err();
        if follows { past_hyphens(page, end + 1) } else { end }
    }

    /// "Terrifying them", "crushing her leg": in a list of adjectives the word is a verb where somebody follows to whom
    /// it is done.
    fn is_done_to_one(&self, page: &Page<'_>, end: usize) -> bool {
        let tokens = &page.document.tokens;
        !self.no_noun.is_empty()
            && page.words(tokens[end.saturating_sub(1)].span).ends_with("ing")
            && tokens.get(end).is_some_and(|t| t.spaced)
            && page.reads(
                end,
                &[
                    "him",
                    "her",
                    "them",
                    "us",
                    "me",
                    "you",
                    "his",
                    "their",
                    "himself",
                    "herself",
                    "themselves",
                ],
            )
    }
}

/// One past the parts that hyphens join to a word: "anti" of "anti-Semitic" is none by itself.
fn past_hyphens(page: &Page<'_>, mut end: usize) -> usize {
    let joined = |at: usize| page.document.tokens.get(at).filter(|t| !t.spaced);
    while joined(end).is_some_and(|t| t.is('-')) && joined(end + 1).is_some_and(Token::is_word) {
        end += 2;
    }
    end
}

/// A word that stands so often in an article is what the article is about: "chaos" in a story of chaos theory, "horror"
/// in one of films, "rage" in one of a clinic for it. Whoever heats his copy varies his words.
const SUBJECT: usize = 5;
/// And at least once in so many words and marks, which is once in a few paragraphs: in a long piece a word comes back
/// without being its subject.
const SUBJECT_WITHIN: usize = 250;

/// Is a single word of these terms what the article is about? Its uses are counted once, in anybody's voice.
fn is_the_subject(page: &Page<'_>, terms: Tag, at: &Range<usize>, uses: &OnceCell<FxHashMap<u32, usize>>) -> bool {
    let tokens = &page.document.tokens;
    let uses = uses.get_or_init(|| {
        let mut uses: FxHashMap<u32, usize> = FxHashMap::default();
        for found in page.matches.of(terms).iter().filter(|m| m.tokens.len() == 1) {
            *uses.entry(tokens[found.tokens.start].hash).or_default() += 1;
        }
        uses
    });
    let least = SUBJECT.max(tokens.len() / SUBJECT_WITHIN);
    let used = |token: usize| uses.get(&tokens[token].hash).is_some_and(|n| *n >= least);
    at.len() == 1 && used(at.start)
}

/// Does the word stand between quotation marks of any sort?
fn in_marks(page: &Page<'_>, token: usize) -> bool {
    let at = page.document.tokens[token].span;
    let all = &page.facts.quotations;
    let next = all.partition_point(|q| q.span.end <= at.start);
    all.get(next).is_some_and(|q| q.span.start <= at.start)
}

/// Is the word a part of a longer one: `non-toxic`, `toxic-looking`?
fn part_of_compound(page: &Page<'_>, at: &Range<usize>) -> bool {
    let tokens = &page.document.tokens;
    let hyphen = |i: usize| tokens.get(i).is_some_and(|t| t.is('-') && !t.spaced);
    let before = at.start > 0 && hyphen(at.start - 1) && !tokens[at.start].spaced;
    let after = hyphen(at.end) && tokens.get(at.end + 1).is_some_and(|t| !t.spaced && t.is_word());
    before || after
}

/// The words, by their hashes, that the body writes with a capital inside its sentences and never small: names.
fn borne_names(page: &Page<'_>) -> FxHashSet<u32> {
    let document = page.document;
    let (mut names, mut small) = (FxHashSet::default(), FxHashSet::default());
    let body = document.sentences.iter().filter(|s| document.kind_of(s).is_body());
    for sentence in body {
        let mut opens = true;
        for token in document.tokens[sentence.tokens.clone()].iter().filter(|t| t.is_word()) {
            match token.case {
                Case::Capital if !opens => names.insert(token.hash),
                Case::Lower => small.insert(token.hash),
                _ => false,
            };
            opens = false;
        }
    }
    names.retain(|name| !small.contains(name));
    names
}

/// Does the word have a capital that neither the sentence nor a headline gave it? Or is it a name in the body: "Fury
/// wants Joshua fight" over a story of Tyson Fury?
fn is_name(page: &Page<'_>, at: &Range<usize>, borne: &OnceCell<FxHashSet<u32>>) -> bool {
    let tokens = &page.document.tokens;
    let span = tokens[at.start].span;
    let kind = page.block_kind_at(span);
    let first = &tokens[at.start];
    if !first.is_capitalised() || first.case == Case::Upper {
        return false;
    }
    if at.len() == 1 && borne.get_or_init(|| borne_names(page)).contains(&first.hash) {
        return true;
    }
    let sentence = &page.document.sentences[page.document.sentence_at(span.start)];
    let heading = matches!(kind, BlockKind::Headline | BlockKind::Heading);
    if heading && !in_sentence_case(&tokens[sentence.tokens.clone()]) {
        return false;
    }
    let opens = !tokens[sentence.tokens.start..at.start].iter().any(Token::is_word);
    // At the start of a sentence a capital says nothing, unless the next word has one too.
    !opens || tokens.get(at.end).is_some_and(|t| t.spaced && t.is_capitalised())
}

/// Is a headline written like a sentence, so that a capital in it makes a name? In one set like a title most
/// words have a capital, and the few small ones are short.
fn in_sentence_case(tokens: &[Token]) -> bool {
    let long = |t: &&Token| t.is_word() && t.span.len() >= LONG;
    let small = tokens.iter().filter(long).filter(|t| t.case == Case::Lower).count();
    small * 2 > tokens.iter().filter(long).count()
}

/// Words from this length on have a capital in a title: prepositions and articles are shorter.
const LONG: usize = 5;

/// Does a match of `tag` stand in `tokens`, other than at `apart`?
fn stands_in(matches: &Matches, tag: Tag, tokens: &Range<usize>, apart: &Range<usize>) -> bool {
    let all = matches.of(tag);
    let first = all.partition_point(|m| m.tokens.start < tokens.start);
    all[first..]
        .iter()
        .take_while(|m| m.tokens.start < tokens.end)
        .any(|m| m.tokens.end <= apart.start || m.tokens.start >= apart.end)
}
