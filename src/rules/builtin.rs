//! The packs and lists inside the program.

use crate::text::lists::Lists;

include!(concat!(env!("OUT_DIR"), "/builtin.rs"));

/// The built-in rule and pack files: path below `rules/` without `.toml`, and content.
#[must_use]
pub fn files() -> &'static [(&'static str, &'static str)] {
    RULE_FILES
}

/// The same files without the rules' examples, which nobody needs who only runs the rules.
#[must_use]
pub fn files_without_examples() -> &'static [(&'static str, &'static str)] {
    BARE_RULE_FILES
}

/// The built-in word lists.
#[must_use]
pub fn lists() -> Lists {
    let mut lists = Lists::default();
    for (name, text) in LIST_FILES {
        lists.add(name, text);
    }
    lists
}
