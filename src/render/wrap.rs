//! Prose set to the width of the window.

use textwrap::{Options, WordSplitter};

/// Text on lines of at most `width` columns: the first begins with `first`, the others with `rest`. A rule's
/// id and a name with a hyphen stay whole.
pub(crate) fn wrap(text: &str, width: usize, first: &str, rest: &str) -> String {
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(text, options)
}
