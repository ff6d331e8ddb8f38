//! The packs and lists inside the program.

use super::rule_file::RuleFile;
use crate::facts::Lexicon;
use crate::text::Vocabulary;
use crate::text::lists::Lists;
use crate::text::phrase::Phrases;

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

/// The words and phrases of the built-in lists and rules, put in order when the program was built, which
/// takes longer than to read an article. `None` if these are other lists: a house may add to them.
pub(super) fn words(lists: &Lists) -> Option<(Vocabulary, Lexicon, Phrases)> {
    let as_built = LIST_FILES.iter().all(|(name, entries)| lists.is_as_set(name, entries));
    as_built.then(|| postcard::from_bytes(WORDS).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Rules;

    /// What is not packed is read from its notation at every start, and nobody would notice but by the time it
    /// takes; and what is packed for no rule is looked for in every article.
    #[test]
    fn the_phrases_of_every_built_in_rule_are_packed_and_no_others() {
        let (_, _, packed) = words(&lists()).expect("the lists are as they were built");
        let mut other = lists();
        other.add("month", "");
        assert!(words(&other).is_none(), "these are other lists");
        let rules = |lists: &Lists| Rules::load(files(), lists).expect("the built-in rules are sound");
        let (fast, slow) = (rules(&lists()), rules(&other));
        assert_eq!(
            fast.phrases.tags(),
            packed.tags(),
            "a phrase was not packed: `words_of` in build.rs gathers them"
        );
        assert_eq!(
            slow.phrases.tags(),
            packed.tags(),
            "a phrase was packed that no rule asks for: an array of no phrases is named in NO_PHRASES of build.rs, one of single words in WORDS"
        );
    }
}
