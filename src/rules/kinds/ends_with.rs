//! `ends-with`: sentences that the writer ends with a mark: a question nobody answers, a shout.

use super::Kind;
use crate::facts::{LIGHT, Voice};
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, Spanned};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Case, Sentence, TokenKind};
use serde::Deserialize;

/// `[check.ends-with]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The mark.
    mark: Spanned<char>,
    /// A paragraph that is one such sentence of at most so many words is a heading: an interview's
    /// question, a list's item. It is left alone.
    #[serde(default)]
    lone_words: usize,
    /// Is the sentence left alone if the next one answers it?
    #[serde(default)]
    unless_answered: bool,
    /// Phrases that lead the reader: where some are given and the sentence holds none it is only a note, for a
    /// question in plain words is a way of telling as often as not.
    #[serde(default)]
    leading: PhrasesAsWritten,
    /// An article with more of them is written in a form that lives on them (letters, questions and
    /// answers, a chat): each is only a note then.
    most: usize,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "sentences that the writer ends with a mark";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        if self.mark.get_ref().is_alphanumeric() {
            compiler.fault(self.mark.span(), "a mark is wanted here", None);
        }
        Box::new(EndsWithCheck {
            mark: self.mark.into_inner(),
            lone_words: self.lone_words,
            unless_answered: self.unless_answered,
            leading: compiler.phrases(&self.leading),
            most: self.most,
        })
    }
}

#[derive(Debug)]
struct EndsWithCheck {
    mark: char,
    lone_words: usize,
    unless_answered: bool,
    leading: Option<Tag>,
    most: usize,
}

impl Check for EndsWithCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let start = out.len();
        for (number, sentence) in page.document.sentences.iter().enumerate() {
            if self.own(page, number, sentence) && !(self.unless_answered && answered(page, number)) {
                let plain = self.leading.is_some_and(|tag| !page.in_sentence(tag, number));
                let hit = Hit::at(sentence.span);
                out.push(if plain { hit.severity(Severity::Info) } else { hit });
            }
        }
        if out.len() - start > self.most {
            for hit in &mut out[start..] {
                hit.severity = Some(Severity::Info);
            }
        }
    }
}

impl EndsWithCheck {
    /// Does the sentence end with the mark, in the writer's voice and in running copy?
    fn own(&self, page: &Page<'_>, number: usize, sentence: &Sentence) -> bool {
        let document = page.document;
        let mut end = sentence.tokens.clone().rev().take(2);
        let Some(mark) = end.find(|i| document.tokens[*i].is(self.mark)) else {
            return false;
        };
        let block = &document.blocks[sentence.block];
        let words = document.tokens[sentence.tokens.clone()]
            .iter()
            .filter(|t| t.is_word())
            .count();
        let heading = block.sentences.len() == 1 && words <= self.lone_words;
        block.kind == BlockKind::Paragraph
            && !heading
            && !ends_title(page, sentence, mark)
            && page.facts.voice(mark) == Voice::Author
            && page.facts.voice(sentence.tokens.start) == Voice::Author
            && page.facts.attribution_of(number).is_none()
    }
}

/// Fewer words with a capital are a name.
const TITLE_WORDS: usize = 3;

/// Is the mark a title's own: "he appeared in Who Moved the Herring?" Words behind the writer's small ones, all with
/// a capital, and among them one that names have not: who, is, they.
fn ends_title(page: &Page<'_>, sentence: &Sentence, mark: usize) -> bool {
    let before = page.document.tokens[sentence.tokens.start..mark].iter().rev();
    let capitals = before
        .filter(|t| t.is_word())
        .take_while(|t| matches!(t.case, Case::Capital | Case::Mixed));
    let (words, light) = capitals.fold((0, false), |(words, light), t| {
        (words + 1, light || page.lexicon.any(t.word, &LIGHT))
    });
    !sentence.titled && words >= TITLE_WORDS && light
}

/// Does the next sentence of the paragraph answer, on somebody's word or in a few words? A question
/// that is answered at once is a way of telling.
fn answered(page: &Page<'_>, number: usize) -> bool {
    let next = number + 1;
    let Some(sentence) = page.document.sentences.get(next) else {
        return false;
    };
    let asks = page.document.tokens[sentence.tokens.clone()].iter().any(|t| t.is('?'));
    sentence.block == page.document.sentences[number].block
        && !asks
        && (page.facts.attribution_of(next).is_some()
            || page.facts.voice(sentence.tokens.start) == Voice::Quoted
            || words(page, sentence) <= SHORT)
}

/// Up to this many words after a question are its answer: "Not yet.", "Four in ten."
const SHORT: usize = 4;

fn words(page: &Page<'_>, sentence: &Sentence) -> usize {
    let tokens = &page.document.tokens[sentence.tokens.clone()];
    tokens
        .iter()
        .filter(|t| t.is_word() || t.kind == TokenKind::Number)
        .count()
}
