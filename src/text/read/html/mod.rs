//! HTML: a whole page, or the fragment a content system stores, read into the article's copy.
//!
//! What is known about each piece of text is where it stood in the source, to the byte, so that a
//! finding can be shown in the page. None of the crates that extract articles keeps that, the HTML
//! parsers that are kept up give line numbers at best, and rewriters give the places of tags but no
//! tree. Hence an own reader, in passes that each take time in proportion to the page:
//!
//! 1. `tokens` cuts the source into tags and text, `tree` nests them, `hints` and `names` say what
//!    elements, class names and roles suggest about their content;
//! 2. `flow` pours the text into runs, one for each paragraph a reader would see, with entities
//!    decoded and white space folded;
//! 3. `metadata` takes what the page says about its article elsewhere, `linked_data` what its JSON-LD does;
//! 4. `container` weighs the runs and chooses the element that holds the article, `roles` says
//!    what each run in it is: `headline` finds the headline and what stands under it, `pictures` the
//!    captions, `prune` takes out other stories and boxes, `sign_off` the lines about the article's making,
//!    `told_copy` what the page's own JSON-LD lacks; `furniture` knows template lines by their words, `links`
//!    where a link leads;
//! 5. `article` does 4 again with less trust in class names where next to nothing is left, and
//!    falls back on `json_copy` for pages that show their copy by script only;
//! 6. `blocks` hands the runs on.
//!
//! A fragment (no `html`, `head` or `body` tag) is taken whole, captions marked. What is furniture by its words is
//! marked in it as well, unless no template stands around it (`nav`, `footer`): then somebody left it in the copy, and
//! the rules are to say so, as they do in text.

mod article;
mod blocks;
mod container;
mod flow;
mod furniture;
mod headline;
mod hints;
mod json_copy;
mod linked_data;
mod links;
mod metadata;
mod names;
#[cfg(test)]
mod page_tests;
mod pictures;
mod prune;
mod roles;
mod sign_off;
mod tag;
#[cfg(test)]
mod tests;
mod tokens;
mod told_copy;
mod tree;

use super::Reading;
use blocks::Setting;
use tag::Tag;
use tree::Tree;

/// Is this a line that the pages of news sites set around their copy, told by its words?
#[must_use]
pub fn is_furniture(line: &str) -> bool {
    furniture::is_furniture(line, line.split_whitespace().count() as u32)
}

/// Appends the article of an HTML body.
pub fn read(source: &str, reading: &mut Reading) {
    let tree = Tree::new(source);
    let data = metadata::metadata(&tree);
    let fragment = !tree
        .nodes
        .iter()
        .any(|n| matches!(n.tag, Tag::Html | Tag::Head | Tag::Body));
    reading.meta.extracted = !fragment;
    let article = article::find(&tree, &data, fragment);
    let framed = tree.nodes.iter().any(|n| matches!(n.tag, Tag::Nav | Tag::Footer));
    let setting = match (fragment, framed) {
        (false, _) => Setting::Page,
        (true, true) => Setting::Piece,
        (true, false) => Setting::Copy,
    };
    blocks::write(&tree, &data, &article, setting, reading);
}
