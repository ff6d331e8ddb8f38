//! What a kind may ask for while a rule is compiled.

use super::fault::Fault;
use crate::facts::Lexicon;
use crate::text::Vocabulary;
use crate::text::lists::Lists;
use crate::text::phrase::{Phrases, Tag};
use toml::Spanned;

/// What a kind may ask for while a rule is compiled. Faults are collected, not returned, so that all of
/// them are shown at once.
#[derive(Debug)]
pub struct Compiler<'a> {
    /// All known words.
    pub vocabulary: &'a mut Vocabulary,
    /// All phrases of the engine.
    pub phrases: &'a mut Phrases,
    /// Named lists.
    pub lists: &'a Lists,
    /// Word classes.
    pub lexicon: &'a Lexicon,
    /// The file the rule stands in.
    pub file: &'a str,
    /// What was wrong so far.
    pub faults: &'a mut Vec<Fault>,
}

impl Compiler<'_> {
    /// One tag for a set of phrases; `None` if the set is empty.
    pub fn phrases(&mut self, written: &[Spanned<String>]) -> Option<Tag> {
        if written.is_empty() {
            return None;
        }
        let tag = self.phrases.tag();
        for phrase in written {
            if let Err(fault) = self.phrases.add(phrase.get_ref(), tag, self.lists, self.vocabulary) {
                self.fault(phrase.span(), fault.to_string(), None);
            }
        }
        Some(tag)
    }

    /// Records a fault.
    pub fn fault(&mut self, span: std::ops::Range<usize>, message: impl Into<String>, help: Option<String>) {
        self.faults.push(Fault {
            file: self.file.to_owned(),
            span: Some(span),
            message: message.into(),
            help,
        });
    }
}
