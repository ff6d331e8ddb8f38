//! `accused-silent`: somebody is accused and has no line in the story.
//!
//! Who is accused, and where they answer, is a fact: the table of sources shows the same.

use super::Kind;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use serde::Deserialize;

/// `[check.accused-silent]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words of an answer, or of the attempt to get one, wherever they stand.
    answers: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "somebody is accused and has no line";
    const VALUES: &'static [&'static str] = &["accused"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(AccusedSilent {
            answers: compiler.phrases(&self.answers),
        })
    }
}

#[derive(Debug)]
struct AccusedSilent {
    answers: Option<Tag>,
}

impl Check for AccusedSilent {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        // An answer without a name ("he denied it") may be that of any of them.
        if self.answers.is_some_and(|tag| !page.matches.of(tag).is_empty()) {
            return;
        }
        let silent = page.facts.accusations.iter().find(|a| a.answer.is_none());
        if let Some(accusation) = silent {
            let name = &page.facts.names[accusation.accused];
            out.push(Hit::at(accusation.span).with("accused", page.words(name.span)));
        }
    }
}
