//! IPTC ninjs, versions 1 to 3. <https://iptc.org/standards/ninjs/>
//!
//! Versions 1 carry the parts as keys with a role in them (`headline_main`, `body_xhtml`), versions 2
//! and 3 as lists of objects with a `role` and a `value`.

use super::object::Object;
use crate::text::read::Reading;
use crate::text::read::graft::Setting;
use crate::text::read::item::Parts;

/// Where the copy stands.
pub(super) const COPY: &[&str] = &["bodies", "body_xhtml", "body_html", "body_text", "body"];

/// A body that has fewer than half of the longest one's letters is a cut of it.
const CUT: usize = 2;

/// It has a body, headline or the like as ninjs writes them.
pub(super) fn is_item(object: Object<'_>, wanted: bool) -> bool {
    let any = |known: fn(&str) -> bool| object.keys().any(known);
    let copy = any(|k| k == "bodies" || k.starts_with("body_") || k.starts_with("headline_"));
    let lists = ["headlines", "descriptions"].iter().any(|key| {
        let list = object.all(key);
        list.iter().any(|o| o.get("role").is_some() && o.get("value").is_some())
    });
    let versioned = any(|k| k.eq_ignore_ascii_case("versioncreated"));
    // Items of pictures and packages are known by these, so that they are refused by their name.
    let uri = object.get("uri").is_some();
    copy && (uri || versioned || wanted || lists) || lists || (uri && versioned) || (wanted && any(|k| k == "headline"))
}

pub(super) fn parts(item: Object<'_>) -> Parts {
    let mut parts = Parts {
        headline: part(item, "headline", "headlines"),
        standfirst: standfirst(item),
        bylines: Vec::from_iter(item.text(&["byline", "by"])),
        body: body(item),
        captions: captions(item),
        ..Parts::default()
    };
    parts.meta.published = item.day(&[
        "firstPublished",
        "firstcreated",
        "firstCreated",
        "contentcreated",
        "contentCreated",
        "versioncreated",
        "versionCreated",
    ]);
    parts.meta.updated = item.day(&["versioncreated", "versionCreated"]);
    let genres = ["genres", "genre"].iter().flat_map(|key| item.all(key));
    parts.meta.genre = genres.into_iter().find_map(|g| g.string("name"));
    let note = item.string("ednote").or_else(|| item.string("edNote"));
    parts.meta.correction = note.filter(|n| n.to_lowercase().contains("correct"));
    parts
}

/// A part by its main role: from a list of objects, or under a key that has the role in it.
fn part(item: Object<'_>, key: &str, list: &str) -> Option<Reading> {
    let all = item.all(list);
    let main = all
        .iter()
        .find(|o| o.string("role").is_none_or(|role| role.contains("main")));
    let listed = main.or_else(|| all.first()).and_then(|o| o.text(&["value"]));
    listed
        .or_else(|| item.text(&[key, &format!("{key}_main")]))
        .or_else(|| {
            let prefix = format!("{key}_");
            item.texts_of(|key| key.starts_with(&prefix))
                .next()
                .map(|(_, text)| text)
        })
}

/// The summary. A caption is described under the same key with another role.
fn standfirst(item: Object<'_>) -> Option<Reading> {
    let roles = ["summary", "standfirst", "deck", "abstract", "main"];
    let listed = item.all("descriptions");
    let of_role = |o: &&Object<'_>| {
        o.string("role")
            .is_none_or(|r| roles.iter().any(|known| r.contains(known)))
    };
    let listed = listed.iter().find(of_role).and_then(|o| o.text(&["value"]));
    listed.or_else(|| {
        item.text(&[
            "description_summary",
            "description_text",
            "description_main",
            "description",
        ])
    })
}

/// The copy, with its paragraphs marked if one of the bodies has them marked.
fn body(item: Object<'_>) -> Option<(Reading, Setting)> {
    let mut bodies = Vec::new();
    for body in item.all("bodies") {
        let html = body.string("contentType").or_else(|| body.string("contenttype"));
        let html = html.is_some_and(|t| t.contains("html"));
        bodies.extend(body.text(&["value"]).map(|copy| (copy, html)));
    }
    let own = item.texts_of(|key| key == "body" || key.starts_with("body_"));
    bodies.extend(own.map(|(key, copy)| (copy, key.contains("html"))));
    let longest = bodies.iter().map(|(copy, _)| letters(&copy.text)).max()?;
    let whole = bodies
        .into_iter()
        .filter(|(copy, _)| letters(&copy.text) * CUT >= longest);
    let mut best = None;
    for (copy, html) in whole {
        let setting = if html { Setting::Html } else { Setting::of(&copy.text) };
        if best
            .as_ref()
            .is_none_or(|(_, held)| *held == Setting::Lines && setting == Setting::Html)
        {
            best = Some((copy, setting));
        }
    }
    best
}

/// The length of a text without its tags.
fn letters(text: &str) -> usize {
    let mut tag = false;
    text.chars()
        .filter(|c| {
            tag = *c == '<' || (tag && *c != '>');
            !tag && c.is_alphanumeric()
        })
        .count()
}

/// The words under the pictures that come with the item.
fn captions(item: Object<'_>) -> Vec<Reading> {
    let mut pictures = item.all("associations");
    if item.get("associations").is_some_and(|a| a.as_object().is_some()) {
        // In version 1 they are the values of an object, each under its own name.
        pictures = pictures.iter().flat_map(Object::inside).collect();
    }
    let shown = |o: &Object<'_>| {
        o.string("type")
            .is_none_or(|t| t == "picture" || t == "video" || t == "graphic")
    };
    let words = |o: &Object<'_>| {
        let listed = o.all("descriptions").iter().find_map(|d| d.text(&["value"]));
        listed.or_else(|| o.text(&["description_caption", "description_text", "description", "caption"]))
    };
    pictures.iter().filter(|o| shown(o)).filter_map(words).collect()
}
