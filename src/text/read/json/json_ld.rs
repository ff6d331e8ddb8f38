//! An article of schema.org in JSON-LD. <https://schema.org/NewsArticle>

use super::object::Object;
use crate::text::read::graft::Setting;
use crate::text::read::item::Parts;

/// Where the copy stands.
pub(super) const COPY: &[&str] = &["articleBody", "text"];

/// How the names of the types end that are articles: `NewsArticle`, `LiveBlogPosting`, `Report`, `Review`.
const TYPES: &[&str] = &["Article", "Posting", "Report", "Review"];

/// Its type says so, and it has a headline or copy.
pub(super) fn is_item(object: Object<'_>) -> bool {
    let types = object.texts("@type");
    let article = types.iter().any(|t| TYPES.iter().any(|known| t.text.ends_with(known)));
    article
        && ["articleBody", "headline", "name"]
            .iter()
            .any(|key| object.get(key).is_some())
}

pub(super) fn parts(article: Object<'_>) -> Parts {
    let named = |key: &str| {
        let people = article.all(key);
        let names: Vec<_> = people.iter().filter_map(|p| p.text(&["name"])).collect();
        if names.is_empty() { article.texts(key) } else { names }
    };
    let copy = article.text(COPY);
    let mut parts = Parts {
        headline: article.text(&["headline", "name"]),
        standfirst: article.text(&["description", "abstract"]),
        bylines: named("author"),
        body: copy.map(|copy| {
            let setting = Setting::of(&copy.text);
            (copy, setting)
        }),
        ..Parts::default()
    };
    for key in ["image", "video", "associatedMedia"] {
        parts
            .captions
            .extend(article.all(key).iter().filter_map(|i| i.text(&["caption"])));
    }
    parts.meta.published = article.day(&["datePublished", "dateCreated"]);
    parts.meta.updated = article.day(&["dateModified"]);
    parts.meta.genre = article.text(&["genre", "articleSection"]).map(|g| g.text);
    parts.meta.correction = article.text(&["correction"]).map(|c| c.text);
    parts
}
