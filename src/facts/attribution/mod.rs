//! Who says what: source, cue, and what they cover.
//!
//! The method is that of rule-based quotation extraction (cue, source, content; Pareti et al. 2013),
//! over word lists and the order of words: a reporting verb with a subject to its left or, inverted, to
//! its right; "according to"; nouns that report ("a statement by"); passives that name nobody.

mod content;
mod coverage;
mod cue;
mod dateline;
mod last;
mod noun_phrase;
mod source;
mod speaker;
mod stance;

pub use speaker::{Speaker, Speakers};

use super::{Facts, Lexicon, Matches};
use crate::text::{BlockKind, Document, Span};

/// A report: somebody (or something) says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it.
    pub source: Source,
    /// The words that report: `said`, `according to`, `statement`.
    pub cue: Span,
    /// What the cue does.
    pub class: CueClass,
    /// How the cue is built into its sentence.
    pub form: Form,
    /// Is it a report of silence ("has not commented")? Then it attributes nothing.
    pub negated: bool,
    /// What is said.
    pub content: Span,
    /// The number of its sentence.
    pub sentence: usize,
}

/// Who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The words for the source; empty at the cue where there are none.
    pub span: Span,
    /// What sort of source.
    pub kind: SourceKind,
    /// The number of the name it stands for, in [`Facts::names`].
    pub name: Option<usize>,
}

/// What sort of source stands behind a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A person by name.
    Named,
    /// A body that speaks, or a document of one.
    Institution,
    /// A person or persons in a role, not named: "a senior officer".
    Anonymous,
    /// A class or nobody: "experts", "reports".
    Vague,
    /// Nobody at all.
    #[default]
    None,
}

impl SourceKind {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Institution => "institution",
            Self::Anonymous => "anonymous",
            Self::Vague => "vague",
            Self::None => "none",
        }
    }
}

/// What a cue does with what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CueClass {
    /// Said, told, added, according to.
    Neutral,
    /// Argued, insisted.
    Assertive,
    /// Claimed, alleged.
    Doubting,
    /// Admitted, conceded.
    Conceding,
    /// Accused, vowed, urged, denied.
    Act,
    /// Believes, fears, hopes.
    Thought,
    /// Showed, found: what documents do.
    Evidence,
    /// A statement, a warning: a noun that reports.
    Noun,
}

/// How a cue is built into its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A verb with its subject: `the ministry said`.
    Verb,
    /// A verb form in -ing: the subject is that of the sentence.
    Participle,
    /// `is expected to`, `was accused of`: a passive.
    Passive,
    /// `according to the ministry`.
    AccordingTo,
    /// `a statement by the ministry`.
    Noun,
    /// `reportedly`, `allegedly`: an adverb.
    Adverb,
}

/// Finds the attributions of a document and which sentences they cover.
pub fn find(document: &Document, lexicon: &Lexicon, matches: &Matches, facts: &mut Facts) {
    let quoted = quoted_tokens(document, facts);
    let barred = barred_tokens(document, lexicon, matches);
    let mut cues = Vec::new();
    let mut weights = vec![f64::NEG_INFINITY; document.sentences.len()];
    for (number, sentence) in document.sentences.iter().enumerate() {
        if document.blocks[sentence.block].kind == BlockKind::Noise {
            continue;
        }
        cues.clear();
        let view = Clause {
            document,
            lexicon,
            quoted: &quoted,
            titled: sentence.titled,
            tokens: dateline::after(document, sentence),
        };
        cue::find(&view, &barred, matches, &mut cues);
        weights[number] = stance::weigh(&view, &barred, &cues);
        let mut spoke: Option<(usize, std::ops::Range<usize>)> = None;
        let first = facts.attributions.len();
        for cue in &cues {
            let source = source::of(&view, cue);
            // "Five were hurt, Moll said, adding that …": whoever spoke goes on.
            let goes_on = cue.form == Form::Participle
                && view.before(cue.tokens.start).is_some_and(|b| view.token(b).is(','))
                && source.as_ref().is_some_and(|s| s.start == view.first_word());
            let source = match &spoke {
                Some((before, speaker)) if goes_on && before + ADDED > cue.tokens.start => Some(speaker.clone()),
                _ => source,
            };
            let says = cue.form == Form::Verb && matches!(cue.class, CueClass::Neutral | CueClass::Assertive);
            if says && source.as_ref().is_some_and(|s| !s.is_empty() && set_off(&view, s, cue)) {
                spoke = source.clone().map(|s| (cue.tokens.end, s));
            }
            if source::cannot_speak(&view, cue, source.as_ref()) {
                continue;
            }
            let content = content::of(&view, cue, source.as_ref());
            let (source, content) = source::describe(&view, cue, source, content);
            facts.attributions.push(Attribution {
                source,
                cue: document.span_of(cue.tokens.clone()),
                class: cue.class,
                form: cue.form,
                negated: cue.negated,
                content,
                sentence: number,
            });
        }
        last::leave(document, &mut facts.attributions[first..]);
    }
    coverage::mark(document, &weights, facts);
    speaker::find(document, lexicon, &quoted, facts);
}

/// One sentence, as the parts of this module look at it.
#[derive(Clone, Debug)]
struct Clause<'a> {
    document: &'a Document,
    lexicon: &'a Lexicon,
    /// For every token of the document: does it stand between quotation marks?
    quoted: &'a [bool],
    /// Is it set like a title, each word of weight with a capital?
    titled: bool,
    /// The sentence's tokens.
    tokens: std::ops::Range<usize>,
}

impl Clause<'_> {
    #[inline]
    fn token(&self, at: usize) -> &crate::text::Token {
        &self.document.tokens[at]
    }

    #[inline]
    fn is(&self, at: usize, class: super::Class) -> bool {
        self.lexicon.is(self.token(at), class)
            && !(class == super::Class::Preposition && self.is_half_name(at))
            && !(class == super::Class::Auxiliary && self.is_may(at))
    }

    /// "Anthony May said": with a capital inside a sentence it is a name or a month.
    fn is_may(&self, at: usize) -> bool {
        at > self.tokens.start && !self.titled && self.token(at).is_capitalised() && self.words(at) == "May"
    }

    /// Is it a word of office: a role or a title?
    fn is_office(&self, at: usize) -> bool {
        self.is(at, super::Class::Role) || self.is(at, super::Class::Title)
    }

    /// "Moon Jae-in": the second half of a name is no preposition.
    fn is_half_name(&self, at: usize) -> bool {
        let hyphen = at
            .checked_sub(1)
            .filter(|h| self.token(*h).is('-') && !self.token(*h).spaced);
        !self.token(at).spaced && hyphen.is_some_and(|h| h > 0 && self.token(h - 1).is_capitalised())
    }

    #[inline]
    fn words(&self, at: usize) -> &str {
        self.document.words(self.token(at).span)
    }

    /// Is the token this lower-case word, in any case?
    #[inline]
    fn reads(&self, at: usize, word: &str) -> bool {
        self.tokens.contains(&at)
            && self.token(at).span.len() == word.len()
            && self.words(at).eq_ignore_ascii_case(word)
    }

    /// Is the token one of these words, by their [hashes](crate::text::token::hashes_of)?
    #[inline]
    fn reads_any(&self, at: usize, words: &[u32]) -> bool {
        self.tokens.contains(&at) && words.contains(&self.token(at).hash)
    }

    /// "At least one senator": the preposition belongs to the number.
    fn opens_amount(&self, at: usize) -> bool {
        self.reads(at, "at") && (self.reads(at + 1, "least") || self.reads(at + 1, "most"))
    }

    /// Does any of it stand between quotation marks?
    fn holds_quotation(&self) -> bool {
        self.tokens.clone().any(|at| self.quoted[at])
    }

    /// The sentence's first word; its first token if it has none.
    fn first_word(&self) -> usize {
        let mut tokens = self.tokens.clone();
        tokens.find(|at| self.token(*at).is_word()).unwrap_or(self.tokens.start)
    }

    /// The token before `at` in the sentence.
    #[inline]
    fn before(&self, at: usize) -> Option<usize> {
        (at > self.tokens.start).then(|| at - 1)
    }

    /// Does the token end in these letters?
    #[inline]
    fn ends(&self, at: usize, ending: &str) -> bool {
        let word = &self.document.text.as_bytes()[self.token(at).span.range()];
        word.len() > ending.len() + 1 && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    }
}

/// "…, Moll said at a briefing on Monday, adding": so many tokens may stand between.
const ADDED: usize = 12;

/// Does a report stand behind what it reports: "…, Moll said", "…” said Moll"?
fn set_off(clause: &Clause<'_>, source: &std::ops::Range<usize>, cue: &cue::Cue) -> bool {
    let first = source.start.min(cue.tokens.start);
    clause
        .before(first)
        .is_some_and(|b| clause.token(b).is(',') || clause.quoted[b])
}

fn quoted_tokens(document: &Document, facts: &Facts) -> Vec<bool> {
    let mut quoted = vec![false; document.tokens.len()];
    for quotation in &facts.quotations {
        quoted[document.tokens_in(quotation.span)].fill(true);
    }
    quoted
}

/// Tokens inside a phrase in which a reporting word reports nothing ("claimed responsibility").
fn barred_tokens(document: &Document, lexicon: &Lexicon, matches: &Matches) -> Vec<bool> {
    let mut barred = vec![false; document.tokens.len()];
    for found in matches.of(lexicon.tag("not-a-cue")) {
        barred[found.tokens.clone()].fill(true);
    }
    barred
}
