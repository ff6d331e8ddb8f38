//! Who says what: source, cue, and what they cover.

use super::{Class, Facts, Lexicon, Matches};
use crate::text::{Document, Span};

/// A report: somebody (or something) says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it.
    pub source: Source,
    /// The words that report: `said`, `according to`, `a statement by`.
    pub cue: Span,
    /// What the cue does.
    pub class: CueClass,
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

/// Finds the attributions of a document and which sentences they cover.
pub fn find(document: &Document, lexicon: &Lexicon, _matches: &Matches, facts: &mut Facts) {
    facts.covered_by = vec![None; document.sentences.len()];
    for (number, sentence) in document.sentences.iter().enumerate() {
        for i in sentence.tokens.clone() {
            let token = &document.tokens[i];
            if !lexicon.is(token, Class::CueNeutral) {
                continue;
            }
            facts.covered_by[number] = Some(facts.attributions.len());
            facts.attributions.push(Attribution {
                source: Source {
                    span: Span {
                        start: token.span.start,
                        end: token.span.start,
                    },
                    kind: SourceKind::Named,
                    name: None,
                },
                cue: token.span,
                class: CueClass::Neutral,
                negated: false,
                content: Span {
                    start: token.span.end,
                    end: sentence.span.end,
                },
                sentence: number,
            });
            break;
        }
    }
}
