//! What a page says about its article outside the copy: `meta` elements and JSON-LD.

use super::tag::Tag;
use super::tree::{NodeId, Tree};
use serde_json::Value;

/// Longer JSON-LD is not looked into.
const JSON_BYTES: usize = 4 << 20;

/// What the page says about its article.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    /// The headline in every wording found, the best first.
    pub(super) titles: Vec<String>,
    pub(super) description: Option<String>,
    pub(super) byline: Option<String>,
    /// As written; begins with an ISO date where the page keeps to the standards.
    pub(super) published: Option<String>,
    pub(super) section: Option<String>,
}

/// Reads a page's metadata.
pub(super) fn metadata(tree: &Tree<'_>) -> Metadata {
    let mut data = Metadata::default();
    let mut tags = Metadata::default();
    let mut title = None;
    for id in 0..tree.len() {
        match tree.node(id).tag {
            Tag::Meta => meta(tree, id, &mut tags),
            Tag::Title if title.is_none() => {
                title = content(tree, id).map(|t| htmlize::unescape(t.trim()).into_owned());
            }
            Tag::Script
                if tree
                    .attribute(id, "type")
                    .is_some_and(|t| t.trim().eq_ignore_ascii_case("application/ld+json")) =>
            {
                if let Some(json) = content(tree, id).filter(|j| j.len() <= JSON_BYTES) {
                    json_ld(json, &mut data);
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
    data.section = data.section.or(tags.section);
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
        "article:section" | "section" | "articlesection" | "parsely-section" => &mut data.section,
        _ => return,
    };
    slot.get_or_insert_with(|| htmlize::unescape_attribute(value.trim()).into_owned());
}

/// Takes what JSON-LD says about an article, wherever in it the article stands.
fn json_ld(json: &str, data: &mut Metadata) {
    let json = json
        .trim()
        .trim_start_matches("<!--")
        .trim_end_matches("-->")
        .trim()
        .trim_end_matches(';');
    let Ok(root) = serde_json::from_str::<Value>(json) else {
        return;
    };
    let mut open = vec![&root];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values.iter().rev()),
            Value::Object(object) => {
                if is_article(object.get("@type")) {
                    article(object, data);
                }
                open.extend(
                    ["@graph", "mainEntity", "mainEntityOfPage"]
                        .iter()
                        .filter_map(|k| object.get(*k)),
                );
            }
            _ => {}
        }
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    let named = |v: &Value| {
        v.as_str().is_some_and(|t| {
            t.ends_with("Article") || t.ends_with("Posting") || t.ends_with("Report") || t.ends_with("Review")
        })
    };
    match kind {
        Some(Value::Array(kinds)) => kinds.iter().any(named),
        Some(kind) => named(kind),
        None => false,
    }
}

fn article(object: &serde_json::Map<String, Value>, data: &mut Metadata) {
    let text = |key: &str| {
        object
            .get(key)
            .and_then(first_text)
            .map(|t| htmlize::unescape(t).trim().to_owned())
            .filter(|t| !t.is_empty())
    };
    data.titles.extend(text("headline").or_else(|| text("name")));
    data.description = data.description.take().or_else(|| text("description"));
    data.published = data.published.take().or_else(|| text("datePublished"));
    data.section = data.section.take().or_else(|| text("articleSection"));
    data.byline = data.byline.take().or_else(|| {
        let author = object.get("author")?;
        let author = author.as_array().and_then(|a| a.first()).unwrap_or(author);
        first_text(author.get("name").unwrap_or(author)).map(str::to_owned)
    });
}

fn first_text(value: &Value) -> Option<&str> {
    match value {
        Value::Array(values) => values.first().and_then(Value::as_str),
        _ => value.as_str(),
    }
}
