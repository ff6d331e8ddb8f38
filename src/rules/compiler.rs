//! What a kind may ask for while a rule is compiled.

use super::expression;
use super::fault::Fault;
use super::near::nearest;
use super::reading::written_by_hand;
use crate::facts::Lexicon;
use crate::rules::{PhrasesAsWritten, Spanned, WordsAsWritten};
use crate::text::lists::Lists;
use crate::text::phrase::{PhraseFault, Phrases, Tag, add_words_or_list};
use crate::text::{Vocabulary, WordId};
use std::ops::Range;

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
    /// The text of that file.
    pub source: &'a str,
    /// What was wrong so far.
    pub faults: &'a mut Vec<Fault>,
}

impl Compiler<'_> {
    /// One tag for a set of phrases; `None` if the set is empty.
    pub fn phrases(&mut self, written: &PhrasesAsWritten) -> Option<Tag> {
        let written = match written {
            PhrasesAsWritten::Numbered(tag) => return Some(*tag),
            PhrasesAsWritten::Spelt(none) if none.is_empty() => return None,
            PhrasesAsWritten::Spelt(written) => written,
        };
        Some(self.spelt(written))
    }

    /// The tag for a single phrase.
    pub fn phrase(&mut self, written: &Spanned<String>) -> Tag {
        self.spelt(std::slice::from_ref(written))
    }

    fn spelt(&mut self, written: &[Spanned<String>]) -> Tag {
        let phrases = written.iter().map(|p| p.get_ref().as_str());
        let (tag, faults) = self.phrases.add_set(phrases, self.lists, self.vocabulary);
        for (number, fault) in &faults {
            self.phrase_fault(written[*number].span(), fault);
        }
        tag
    }

    /// Complains about a regular expression that cannot be run, or should not be. `group` is the group
    /// that is flagged, 0 for the whole match.
    pub fn expression(&mut self, written: &Spanned<String>, group: usize) {
        // What `\b` means between double quotation marks; no copy holds one.
        if written.get_ref().contains('\u{8}') {
            let help = "put the expression between single quotes, '…', where \\b is the edge of a word".to_owned();
            let message = "`\\b` between double quotation marks is a backspace";
            return self.fault(written.span(), message, Some(help));
        }
        if let Some((within, message, help)) = expression::complaint(written.get_ref(), group) {
            let whole = written.span();
            let span = within.and_then(|part| {
                // The bytes of the expression stand in the file as they are, or it was written with escapes.
                let start = whole.start + self.source.get(whole.clone())?.find(written.get_ref().as_str())?;
                Some(start + part.start..start + part.end.max(part.start + 1))
            });
            let span = span.filter(|s| s.end <= whole.end).unwrap_or(whole);
            self.fault(span, message, help.map(str::to_owned));
        }
    }

    /// Single words, spelt out, with the entries of the lists they name; sorted.
    pub fn words(&mut self, written: WordsAsWritten) -> Vec<WordId> {
        let mut out = Vec::new();
        let entries = match written {
            WordsAsWritten::Numbered(words) => return words,
            WordsAsWritten::Spelt(entries) => entries,
        };
        for entry in &entries {
            let read = add_words_or_list(entry.get_ref(), self.lists, self.vocabulary, &mut out);
            if let Err(fault) = read {
                let (_, help) = phrase_help(&fault, self.lists);
                self.fault(entry.span(), fault.to_string(), help);
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Records a fault.
    pub fn fault(&mut self, span: Range<usize>, message: impl Into<String>, help: Option<String>) {
        if written_by_hand(&span) {
            self.faults
                .push(Fault::new(self.file, Some(span), message).with_help(help));
        }
    }

    fn phrase_fault(&mut self, span: Range<usize>, fault: &PhraseFault) {
        let (part, help) = phrase_help(fault, self.lists);
        self.fault(self.part(span, &part), fault.to_string(), help);
    }

    /// The bytes of a part of a written value; the whole value where it is not found as it is.
    fn part(&self, whole: Range<usize>, part: &str) -> Range<usize> {
        let found = self
            .source
            .get(whole.clone())
            .filter(|_| !part.is_empty())
            .and_then(|text| text.find(part));
        found.map_or(whole.clone(), |at| whole.start + at..whole.start + at + part.len())
    }
}

/// The part of a phrase that a fault is about, and how to mend it.
pub(super) fn phrase_help(fault: &PhraseFault, lists: &Lists) -> (String, Option<String>) {
    match fault {
        PhraseFault::Unclosed(part) => (
            part.clone(),
            Some(
                "braces hold words without spaces, liberat{e,ed,ion}; a word that may be missing is [very]".to_owned(),
            ),
        ),
        PhraseFault::NoList(name) => {
            let near = nearest(name, lists.names());
            let new = format!("the words of a new list go into the file lists/{name}.txt of the pack, a phrase a line");
            let help = near.map_or_else(|| new.clone(), |near| format!("did you mean `@{near}`? If not, {new}"));
            (format!("@{name}"), Some(help))
        }
        PhraseFault::Empty => (
            String::new(),
            Some("write the words to look for, or delete the empty entry".to_owned()),
        ),
        PhraseFault::OpenStart => (String::new(), Some("put the first certain word in front".to_owned())),
        PhraseFault::Circle(_) => (
            String::new(),
            Some("take that line out: a list may name others, and none of them the list itself".to_owned()),
        ),
        PhraseFault::TooMany => (
            String::new(),
            Some("make several phrases of it, with fewer braces in each".to_owned()),
        ),
    }
}
