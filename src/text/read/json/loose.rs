//! JSON of no standard: a headline and copy under the names that newsroom systems like to use.

use super::object::Object;
use crate::text::read::graft::Setting;
use crate::text::read::item::Parts;

/// Where the copy stands, the surest name first.
pub(super) const COPY: &[&str] = &[
    "body",
    "body_text",
    "bodyText",
    "body_html",
    "bodyHtml",
    "articleBody",
    "content",
    "content_html",
    "html",
    "markdown",
    "text",
    "story",
    "copy",
    "article",
];
const HEADLINE: &[&str] = &["headline", "headlines", "title", "head", "hed", "heading", "name"];
const STANDFIRST: &[&str] = &[
    "standfirst",
    "deck",
    "dek",
    "subheadline",
    "subtitle",
    "subhead",
    "teaser",
    "lead",
    "trail_text",
    "trailText",
    "summary",
    "excerpt",
    "description",
];
const BYLINE: &[&str] = &["byline", "by", "author", "authors", "creator"];
const CAPTIONS: &[&str] = &["image", "images", "pictures", "photos", "media", "lead_image"];

/// It has copy; where nobody said that it is an article, it has a headline too.
pub(super) fn is_item(object: Object<'_>, wanted: bool) -> bool {
    object.text(COPY).is_some() && (wanted || object.text(HEADLINE).is_some())
}

pub(super) fn parts(object: Object<'_>) -> Parts {
    let named = |key: &str| {
        let people = object.all(key);
        let names: Vec<_> = people.iter().filter_map(|p| p.text(&["name", "byline"])).collect();
        if names.is_empty() { object.texts(key) } else { names }
    };
    let mut parts = Parts {
        headline: object.text(HEADLINE),
        standfirst: object.text(STANDFIRST),
        bylines: BYLINE
            .iter()
            .map(|key| named(key))
            .find(|names| !names.is_empty())
            .unwrap_or_default(),
        body: object.text(COPY).map(|copy| {
            let setting = Setting::of(&copy.text);
            (copy, setting)
        }),
        ..Parts::default()
    };
    for key in CAPTIONS {
        parts
            .captions
            .extend(object.all(key).iter().filter_map(|i| i.text(&["caption"])));
    }
    parts.meta.published = object.day(&[
        "published",
        "publishedAt",
        "published_at",
        "datePublished",
        "pubDate",
        "publish_date",
        "date",
        "created",
    ]);
    parts.meta.updated = object.day(&["updated", "updatedAt", "updated_at", "modified", "dateModified"]);
    parts.meta.genre = object.text(&["genre", "section", "category"]).map(|g| g.text);
    parts.meta.correction = object.text(&["correction", "corrections"]).map(|c| c.text);
    parts
}
