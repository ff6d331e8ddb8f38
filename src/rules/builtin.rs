//! The packs and lists inside the program.

use super::rule_file::RuleFile;
use crate::text::lists::Lists;

include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// The built-in rule and pack files. They are read without the rules' examples, which nobody needs who only
/// runs the rules; see [`files_as_written`].
#[must_use]
pub fn files() -> &'static [RuleFile<'static>] {
    RULE_FILES
}

/// The same files, each to be read as it is written, with the examples of its rule.
#[must_use]
pub fn files_as_written() -> Vec<RuleFile<'static>> {
    RULE_FILES.iter().map(|file| file.as_written()).collect()
}

/// One of the files, by its path.
#[must_use]
pub fn file(path: &str) -> Option<RuleFile<'static>> {
    RULE_FILES.iter().find(|file| file.path == path).copied()
}

/// The built-in word lists.
#[must_use]
pub fn lists() -> Lists {
    let mut lists = Lists::default();
    for (name, entries) in LIST_FILES {
        lists.set(name, entries);
    }
    lists
}
