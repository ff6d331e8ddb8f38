//! What is wrong with the entries of a list, each under its own line of the list's file.

use super::compiler::phrase_help;
use super::fault::Fault;
use crate::text::Vocabulary;
use crate::text::lists::{Lists, entry};
use crate::text::phrase::Phrases;

/// The faults of a list's text.
#[must_use]
pub fn faults(file: &str, text: &str, lists: &Lists) -> Vec<Fault> {
    let (mut phrases, mut vocabulary) = (Phrases::default(), Vocabulary::default());
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if let Some(entry) = entry(line) {
            let tag = phrases.tag();
            if let Err(fault) = phrases.add(entry, tag, lists, &mut vocabulary) {
                let at = start + line.find(entry).unwrap_or_default();
                let (_, help) = phrase_help(&fault, lists);
                out.push(Fault::new(file, Some(at..at + entry.len()), fault.to_string()).with_help(help));
            }
        }
        start += line.len();
    }
    out
}
