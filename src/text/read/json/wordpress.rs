//! A post of `WordPress`, as its REST interface serves it.

use super::object::Object;
use crate::text::read::graft::Setting;
use crate::text::read::item::Parts;

/// Where the copy stands.
pub(super) const COPY: &[&str] = &["content"];

/// Title and copy are objects that hold what is shown as `rendered`.
pub(super) fn is_item(object: Object<'_>) -> bool {
    let shown = |key: &str| object.object(key).is_some_and(|o| o.string("rendered").is_some());
    shown("content") || (shown("title") && object.get("content").is_some())
}

pub(super) fn parts(post: Object<'_>) -> Parts {
    let mut parts = Parts {
        headline: post.text(&["title"]),
        standfirst: post.text(&["excerpt"]),
        body: post.text(COPY).map(|copy| (copy, Setting::Html)),
        ..Parts::default()
    };
    // Who wrote it is a number, unless the post was asked for with `_embed`.
    if let Some(embedded) = post.object("_embedded") {
        parts.bylines = embedded
            .all("author")
            .iter()
            .filter_map(|a| a.text(&["name"]))
            .collect();
        let pictures = embedded.all("wp:featuredmedia");
        parts.captions = pictures.iter().filter_map(|p| p.text(&["caption"])).collect();
    }
    parts.meta.published = post.day(&["date", "date_gmt"]);
    parts.meta.updated = post.day(&["modified", "modified_gmt"]);
    parts
}
