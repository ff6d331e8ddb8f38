//! Prose set to the width of the window.

use crate::text::inert_words;
use textwrap::{Options, WordSplitter};

/// Text on lines of at most `width` columns: the first begins with `first`, the others with `rest`. A rule's
/// id and a name with a hyphen stay whole. The copy's words in it tell the terminal nothing.
pub(crate) fn wrap(text: &str, width: usize, first: &str, rest: &str) -> String {
    set_wrapped(&inert_words(text), width, first, rest)
}

/// The same of text that is set already: its colours stay, and the copy's words in it are inert.
pub(crate) fn set_wrapped(text: &str, width: usize, first: &str, rest: &str) -> String {
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(text, options)
}
