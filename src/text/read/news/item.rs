//! Which item of a file is the article, and where its parts stand.

use super::feed;
use crate::text::read::item::Refusal;
use crate::text::read::xml::{NodeId, Tree};

/// The outermost elements of the forms that are read, and of their kin that are refused in words.
pub(super) const ROOTS: &[&str] = &[
    "newsItem",
    "newsMessage",
    "packageItem",
    "conceptItem",
    "knowledgeItem",
    "planningItem",
    "nitf",
    "NewsML",
    "contentSet",
];

/// The item that is the article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// The element that holds what is said about the item.
    pub(super) whole: NodeId,
    /// The element that holds the copy.
    pub(super) copy: NodeId,
    /// How the copy is set.
    pub(super) setting: Setting,
}

/// How the copy of an item is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// By elements: NITF or XHTML.
    Elements,
    /// As text: its lines are paragraphs.
    Plain,
}

/// The name of the outermost element, without its prefix, looked for only as far as it takes.
pub(super) fn root_name(source: &str) -> Option<&str> {
    let mut rest = source.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<!--") {
            rest.find("-->")? + 3
        } else if rest.starts_with("<?") {
            rest.find("?>")? + 2
        } else if rest.starts_with("<!") {
            // A document type may hold declarations of its own in brackets.
            let end = rest.find('>')?;
            match rest.find('[').filter(|at| *at < end) {
                Some(_) => rest.find("]>").map(|at| at + 2).or_else(|| {
                    let close = rest.find(']')?;
                    Some(close + rest[close..].find('>')? + 1)
                })?,
                None => end + 1,
            }
        } else {
            break;
        };
        rest = rest.get(end..)?;
    }
    let name = rest.strip_prefix('<')?;
    let end = name.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'))?;
    name[..end].rsplit(':').next()
}

/// The article of a file.
pub(super) fn find(tree: &Tree<'_>) -> Result<Item, Refusal> {
    let root = tree.root().ok_or_else(|| refusal("holds no XML element", TO_DO))?;
    match tree.node(root).name {
        "nitf" => copy_of(tree, root, root).ok_or_else(|| refusal("is an NITF file without a body", TO_DO)),
        "newsItem" | "contentSet" => one(tree, root),
        "newsMessage" | "packageItem" => among(tree, tree.inside(root, "newsItem").collect()),
        name if feed::ROOTS.contains(&name) => feed::one(tree, root),
        "NewsML" => among(tree, tree.named(root, "NewsItem").collect()),
        "conceptItem" | "knowledgeItem" | "planningItem" => Err(refusal(
            &format!("is a {}, which holds no copy", tree.node(root).name),
            TO_DO,
        )),
        name => Err(refusal(
            &format!("is XML of a form that is not known here (its first element is <{name}>)"),
            "NewsML-G2, NewsML 1, NITF, XHTML and feeds of one item (RSS, Atom) are read; or name the form with --input-format.",
        )),
    }
}

const TO_DO: &str = "Hand over the news item with its text, or the copy as text, Markdown or HTML.";

pub(super) fn refusal(what: &str, help: &str) -> Refusal {
    Refusal {
        what: what.to_owned(),
        help: help.to_owned(),
    }
}

fn one(tree: &Tree<'_>, item: NodeId) -> Result<Item, Refusal> {
    copy_of(tree, item, item).ok_or_else(|| {
        let elsewhere = tree
            .inside(item, "remoteContent")
            .find_map(|id| tree.attribute(id, "href"));
        match elsewhere {
            Some(href) => refusal(
                &format!("holds no text, only where its content is to be had ({href})"),
                "presscheck opens no network connection: hand over the content itself.",
            ),
            None => refusal("is a news item without text", TO_DO),
        }
    })
}

/// The one item with text among several: pictures and graphics of a story often come in the same message.
fn among(tree: &Tree<'_>, items: Vec<NodeId>) -> Result<Item, Refusal> {
    let count = items.len();
    let mut told: Vec<Item> = items.into_iter().filter_map(|item| copy_of(tree, item, item)).collect();
    match (told.pop(), told.is_empty()) {
        (Some(item), true) => Ok(item),
        (Some(_), false) => Err(refusal(
            &format!("holds {} articles, and one is wanted", told.len() + 1),
            "Hand over each news item as a file of its own, or the articles as JSON lines to `presscheck batch`.",
        )),
        (None, _) if count == 0 => Err(refusal("is a package that only names its items", TO_DO)),
        (None, _) => Err(refusal("holds no news item with text", TO_DO)),
    }
}

/// Where the copy of an item stands: NITF first, then XHTML, then plain text.
fn copy_of(tree: &Tree<'_>, item: NodeId, within: NodeId) -> Option<Item> {
    let told = |id: &NodeId| tree.nodes[*id..tree.node(*id).end].iter().any(|n| is_told(tree, n));
    let found = |copy: NodeId, setting| Item {
        whole: item,
        copy,
        setting,
    };
    if let Some(body) = tree.inside(within, "body.content").find(told) {
        let nitf = (within..body).rev().find(|id| tree.node(*id).name == "body");
        return Some(found(nitf.unwrap_or(body), Setting::Elements));
    }
    if let Some(body) = tree.inside(within, "body").find(told) {
        return Some(found(body, Setting::Elements));
    }
    for holder in ["inlineXML", "inlineData", "DataContent"] {
        if let Some(copy) = tree.inside(within, holder).find(told) {
            let elements = tree.children(copy).any(|id| !tree.node(id).name.is_empty());
            let setting = if elements { Setting::Elements } else { Setting::Plain };
            return Some(found(copy, setting));
        }
    }
    None
}

/// Is this a text with a word in it?
fn is_told(tree: &Tree<'_>, node: &crate::text::read::xml::Node<'_>) -> bool {
    node.name.is_empty() && tree.source[node.place.clone()].contains(char::is_alphabetic)
}
