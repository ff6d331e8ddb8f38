//! What a page says about its article outside the copy: `meta` elements, and JSON-LD by `linked_data`.

use super::linked_data::{self, JSON_BYTES};
use super::tag::Tag;
use super::tree::{NodeId, Tree};

/// What the page says about its article.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    /// The headline in every wording found, the best first.
    pub(super) titles: Vec<String>,
    pub(super) description: Option<String>,
    pub(super) byline: Option<String>,
    /// As written; begins with an ISO date where the page keeps to the standards.
    pub(super) published: Option<String>,
    /// When it was last changed, in the same way.
    pub(super) updated: Option<String>,
    /// The sort of story, where the page says one, else its section.
    pub(super) genre: Option<String>,
    pub(super) section: Option<String>,
    /// What was put right since it was published.
    pub(super) correction: Option<String>,
    /// The page's own address.
    pub(super) address: Option<String>,
    /// The article's copy as JSON-LD has it: the longest, where a page holds several.
    pub(super) copy: Option<String>,
}

/// Reads a page's metadata.
pub(super) fn metadata(tree: &Tree<'_>) -> Metadata {
    let mut data = Metadata::default();
    let mut tags = Metadata::default();
    let mut title = None;
    for id in 0..tree.len() {
        match tree.node(id).tag {
            Tag::Meta => meta(tree, id, &mut tags),
            Tag::Link if data.address.is_none() => data.address = canonical(tree, id),
            Tag::Title if title.is_none() => {
                title = content(tree, id).map(|t| htmlize::unescape(t.trim()).into_owned());
            }
            Tag::Script
                if tree
                    .attribute(id, "type")
                    .is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json")) =>
            {
                if let Some(json) = content(tree, id).filter(|j| j.len() <= JSON_BYTES) {
                    linked_data::read(json, &mut data);
                }
            }
            _ => {}
        }
    }
    data.titles.append(&mut tags.titles);
    data.titles.extend(title);
    data.titles.retain(|t| !t.trim().is_empty());
    data.description = data.description.or(tags.description);
    data.byline = data.byline.or(tags.byline);
    data.published = data.published.or(tags.published);
    data.updated = data.updated.or(tags.updated);
    data.section = data.section.or(tags.section);
    data.address = data.address.or(tags.address);
    data
}

/// The characters in a raw text element.
fn content<'a>(tree: &Tree<'a>, id: NodeId) -> Option<&'a str> {
    (id + 1 < tree.node(id).end).then(|| tree.slice(&tree.node(id + 1).place))
}

fn meta(tree: &Tree<'_>, id: NodeId, data: &mut Metadata) {
    let (mut key, mut value) = ("", "");
    for (name, written) in tree.attributes(id) {
        if ["property", "name", "itemprop"]
            .iter()
            .any(|n| name.eq_ignore_ascii_case(n))
            && key.is_empty()
        {
            key = written;
        } else if name.eq_ignore_ascii_case("content") {
            value = written;
        }
    }
    if value.trim().is_empty() {
        return;
    }
    let slot = match key.to_ascii_lowercase().as_str() {
        "og:title" | "twitter:title" | "headline" | "dc.title" | "dcterms.title" => {
            data.titles.push(htmlize::unescape_attribute(value.trim()).into_owned());
            return;
        }
        "og:url" => &mut data.address,
        "og:description" | "description" | "twitter:description" | "dc.description" => &mut data.description,
        "author" | "article:author" | "byl" | "dc.creator" | "parsely-author" => &mut data.byline,
        "article:published_time"
        | "datepublished"
        | "date"
        | "pubdate"
        | "publishdate"
        | "dc.date"
        | "dc.date.issued"
        | "dcterms.created"
        | "parsely-pub-date"
        | "article.published" => &mut data.published,
        "article:modified_time"
        | "og:updated_time"
        | "datemodified"
        | "lastmod"
        | "last-modified"
        | "dcterms.modified"
        | "article.updated" => &mut data.updated,
        "article:section" | "section" | "articlesection" | "parsely-section" => &mut data.section,
        _ => return,
    };
    slot.get_or_insert_with(|| htmlize::unescape_attribute(value.trim()).into_owned());
}

/// The address that a page gives as its own.
fn canonical(tree: &Tree<'_>, id: NodeId) -> Option<String> {
    let relation = tree.attribute(id, "rel")?;
    let own = relation.trim().eq_ignore_ascii_case("canonical");
    tree.attribute(id, "href").filter(|_| own).map(str::to_owned)
}
