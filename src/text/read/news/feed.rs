//! Feeds: RSS 0.9 to 2.0 and Atom, as agencies deliver their items in them.
//!
//! A feed is a list, and a report is on one article: a feed of one item is read, of more it is said what to
//! do. Many feeds carry a headline, a sentence and a link; that is not the article either, and said too.

use super::item::{Item, Setting, refusal};
use crate::text::one_line;
use crate::text::read::item::Refusal;
use crate::text::read::xml::{NodeId, Tree};
use jiff::civil::Date;

/// The outermost elements of feeds; an Atom entry may stand alone.
pub(super) const ROOTS: &[&str] = &["rss", "feed", "RDF", "entry"];

/// Where the copy stands, the whole before the summary.
const COPY: &[&str] = &["encoded", "content", "body", "div", "description", "summary"];
/// Those of them that hold a summary as often as the copy.
const SUMMARIES: &[&str] = &["description", "summary"];
/// A summary of more words is the story: feeds cut theirs at one or two sentences.
const SUMMARY_WORDS: usize = 80;
/// So many headlines are named where a feed holds several items.
const NAMED: usize = 3;

/// Is this element an item of a feed?
pub(super) fn is_item(tree: &Tree<'_>, id: NodeId) -> bool {
    matches!(tree.node(id).name, "item" | "entry")
}

/// The one item of a feed.
pub(super) fn one(tree: &Tree<'_>, root: NodeId) -> Result<Item, Refusal> {
    let items: Vec<NodeId> = if is_item(tree, root) {
        vec![root]
    } else {
        (root + 1..tree.node(root).end)
            .filter(|id| is_item(tree, *id))
            .collect()
    };
    match items[..] {
        [] => Err(refusal(
            "is a feed without items",
            "Hand over a feed with one item, or the article itself.",
        )),
        [item] => copy(tree, item),
        _ => Err(several(tree, &items)),
    }
}

fn several(tree: &Tree<'_>, items: &[NodeId]) -> Refusal {
    let title = |id: &NodeId| part(tree, *id, &["title"]).map(|title| format!("“{}”", tree.words(title)));
    let named: Vec<String> = items.iter().filter_map(title).take(NAMED).collect();
    let more = if items.len() > NAMED { " …" } else { "" };
    refusal(
        &format!(
            "is a feed of {} items ({}{more}), and a report is on one",
            items.len(),
            named.join(", ")
        ),
        "Save the item you mean as a file of its own (a feed with that one <item> or <entry> is read), or hand over \
         the articles as JSON lines to `presscheck batch`.",
    )
}

/// The copy of an item, or why it has none.
fn copy(tree: &Tree<'_>, item: NodeId) -> Result<Item, Refusal> {
    let found = COPY.iter().find_map(|name| part(tree, item, &[name]));
    let link = part(tree, item, &["link"]).map(|id| {
        let href = tree.attribute(id, "href").map(std::borrow::Cow::into_owned);
        href.unwrap_or_else(|| tree.words(id))
    });
    let told = |id: NodeId| tree.words(id).split_whitespace().count();
    match (found, link) {
        (Some(id), Some(link)) if SUMMARIES.contains(&tree.node(id).name) && told(id) < SUMMARY_WORDS => Err(refusal(
            &format!(
                "is an item of a feed with a summary of {} words and a link, without the story",
                told(id)
            ),
            &format!(
                "presscheck opens no network connection: save the story itself ({}) and hand over that.",
                one_line(&link)
            ),
        )),
        (Some(id), _) => {
            let elements = tree.children(id).any(|child| !tree.node(child).name.is_empty());
            let setting = if elements { Setting::Elements } else { Setting::Plain };
            Ok(Item {
                whole: item,
                copy: id,
                setting,
            })
        }
        (None, Some(link)) => Err(refusal(
            "is an item of a feed that holds only a link",
            &format!(
                "presscheck opens no network connection: save the story itself ({}) and hand over that.",
                one_line(&link)
            ),
        )),
        (None, None) => Err(refusal(
            "is an item of a feed without copy",
            "The copy is looked for in <content:encoded>, <content>, <description> and <summary>.",
        )),
    }
}

/// The first part of an item with one of these names that says something. What is said of a picture in it
/// (`media:description`) is not said of the item.
pub(super) fn part(tree: &Tree<'_>, item: NodeId, names: &[&str]) -> Option<NodeId> {
    names.iter().find_map(|name| {
        tree.named(item, name).find(|id| {
            let tag = &tree.source[tree.node(*id).place.clone()];
            let link = *name == "link" && tree.attribute(*id, "href").is_some();
            !tag.starts_with("media:") && (link || !tree.words(*id).is_empty())
        })
    })
}

/// The summary beside the copy.
pub(super) fn summary(tree: &Tree<'_>, item: NodeId, copy: NodeId) -> Option<NodeId> {
    part(tree, item, SUMMARIES).filter(|id| *id != copy)
}

/// Who wrote it: `dc:creator`, or Atom's author with a name inside.
pub(super) fn byline(tree: &Tree<'_>, item: NodeId) -> Option<NodeId> {
    let author = part(tree, item, &["creator", "author"])?;
    tree.named(author, "name").next().or(Some(author))
}

/// The day in the date of a feed: "Tue, 10 Jun 2003 04:00:00 GMT".
pub(super) fn day(written: &str) -> Option<Date> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let mut parts = written.split([' ', ',']).filter(|part| !part.is_empty());
    let day = parts.by_ref().find_map(|part| part.parse::<i8>().ok())?;
    let month = parts.next()?.get(..3)?.to_lowercase();
    let month = MONTHS.iter().position(|name| *name == month)? as i8 + 1;
    Date::new(parts.next()?.parse().ok()?, month, day).ok()
}
