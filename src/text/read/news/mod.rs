//! News items in XML: IPTC NewsML-G2 (text inside as NITF, XHTML or plain text), NITF by itself, and
//! the older `NewsML` 1; and feeds (RSS, Atom) of one item.
//!
//! What the item says about itself (headline, byline, day, genre) is read where its standard puts
//! it; the copy by the names of its elements, which NITF took over from HTML. Line rules judge the
//! copy afterwards like any other.

mod blocks;
mod feed;
mod item;
mod meta;
mod pour;

use super::Reading;
use super::item::Refusal;
use super::xml::{Broken, Tree};

/// Appends the article of a news item, as far as the source can be read.
pub fn read(source: &str, reading: &mut Reading) {
    let tree = Tree::new(source);
    if let Ok(item) = item::find(&tree) {
        meta::read(&tree, &item, reading);
        blocks::read(&tree, &item, reading);
    }
}

/// Why a source holds no article that can be read, if so.
#[must_use]
pub fn refusal(source: &str) -> Option<Refusal> {
    let tree = Tree::new(source);
    if let Some(Broken { at, why }) = &tree.broken {
        let line = source[..source.floor_char_boundary(*at)].matches('\n').count() + 1;
        return Some(Refusal {
            what: format!("is broken XML at line {line}: {why}"),
            help: "Export the item again, or mend it there; nothing behind that place can be trusted.".to_owned(),
        });
    }
    item::find(&tree).err()
}

/// Is this the beginning of a news item in XML?
#[must_use]
pub fn is_news(source: &str) -> bool {
    item::root_name(source).is_some_and(|name| item::ROOTS.contains(&name) || feed::ROOTS.contains(&name))
}

#[cfg(test)]
mod tests;
