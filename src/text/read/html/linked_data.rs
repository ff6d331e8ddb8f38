//! What a page's JSON-LD says about its article (schema.org's `NewsArticle` and its kin).

use super::metadata::Metadata;
use serde_json::{Map, Value};

/// Longer JSON-LD is not looked into.
pub(super) const JSON_BYTES: usize = 4 << 20;

/// Takes what JSON-LD says about an article, wherever in it the article stands.
pub(super) fn read(json: &str, data: &mut Metadata) {
    let json = json
        .trim()
        .trim_start_matches("<!--")
        .trim_end_matches("-->")
        .trim()
        .trim_end_matches(';');
    let Some(root) = parsed(json) else { return };
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

/// JSON-LD is written by templates: line breaks stand in its strings, which JSON forbids.
fn parsed(json: &str) -> Option<Value> {
    serde_json::from_str(json)
        .or_else(|_| serde_json::from_str(&json.replace(|c: char| c.is_ascii_control(), " ")))
        .ok()
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

/// Takes what an object says. An author may be a name, an object with one, or a list of either.
fn article(object: &Map<String, Value>, data: &mut Metadata) {
    let text = |key: &str| object.get(key).and_then(first_text).and_then(told);
    data.titles.extend(text("headline").or_else(|| text("name")));
    fill(&mut data.description, || text("description"));
    fill(&mut data.published, || text("datePublished"));
    fill(&mut data.updated, || text("dateModified"));
    fill(&mut data.section, || text("articleSection"));
    fill(&mut data.genre, || {
        sort(object.get("@type")).or_else(|| text("genre").filter(|genre| !is_plain_news(genre)))
    });
    fill(&mut data.byline, || names(object.get("author")?));
    fill(&mut data.correction, || object.get("correction").and_then(correction));
    if let Some(copy) = object.get("articleBody").and_then(first_text)
        && data.copy.as_ref().is_none_or(|known| known.len() < copy.len())
    {
        data.copy = Some(copy.to_owned());
    }
}

fn fill(slot: &mut Option<String>, value: impl FnOnce() -> Option<String>) {
    if slot.is_none() {
        *slot = value();
    }
}

/// A text as it is meant: entities decoded, and `None` where nothing is left.
fn told(text: &str) -> Option<String> {
    let text = htmlize::unescape(text).trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// The types that say more than that it is an article, and the sort of story they stand for.
const SORTS: &[(&str, &str)] = &[
    ("OpinionNewsArticle", "opinion"),
    ("AnalysisNewsArticle", "analysis"),
    ("BackgroundNewsArticle", "background"),
    ("ReviewNewsArticle", "review"),
    ("AdvertiserContentArticle", "advertising"),
    ("SatiricalArticle", "satire"),
    ("AskPublicNewsArticle", "appeal"),
    ("LiveBlogPosting", "live"),
];

fn sort(kind: Option<&Value>) -> Option<String> {
    let kinds = kind.map(std::slice::from_ref).unwrap_or_default();
    let kinds = kinds
        .iter()
        .flat_map(|kind| kind.as_array().map_or(std::slice::from_ref(kind), Vec::as_slice));
    let mut sorts = kinds.filter_map(|kind| SORTS.iter().find(|(name, _)| kind.as_str() == Some(name)));
    sorts.next().map(|(_, sort)| (*sort).to_owned())
}

/// Does the genre say no more than the type did? Then the section says more.
fn is_plain_news(genre: &str) -> bool {
    ["news", "article", "story", "newsarticle"]
        .iter()
        .any(|plain| genre.eq_ignore_ascii_case(plain))
}

/// The names in an author, joined as a byline joins them.
fn names(author: &Value) -> Option<String> {
    let authors = author.as_array().map_or(std::slice::from_ref(author), Vec::as_slice);
    let names = authors
        .iter()
        .filter_map(|author| first_text(author.get("name").unwrap_or(author)));
    let names: Vec<String> = names.filter_map(told).collect();
    let (last, others) = names.split_last()?;
    Some(if others.is_empty() {
        last.clone()
    } else {
        format!("{} and {last}", others.join(", "))
    })
}

/// A correction is a text, a comment with one, or a list of either.
fn correction(value: &Value) -> Option<String> {
    let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    let mut texts = values.iter().filter_map(|value| {
        let object = ["text", "description"].iter().find_map(|key| value.get(key));
        told(object.unwrap_or(value).as_str()?)
    });
    texts.next()
}

fn first_text(value: &Value) -> Option<&str> {
    match value {
        Value::Array(values) => values.first().and_then(Value::as_str),
        _ => value.as_str(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(json: &str) -> Metadata {
        let mut data = Metadata::default();
        read(json, &mut data);
        data
    }

    #[test]
    fn what_it_says_is_taken_wherever_the_article_stands() {
        let json = r#"{"@graph":[{"@type":"WebPage","name":"Not this"},{"@type":["OpinionNewsArticle"],
            "headline":"Raise the wall &amp; be done","datePublished":"2026-03-10T08:00:00Z","dateModified":"2026-03-11",
            "author":[{"name":"Petra Novic"},"Leon Garrity"],"articleSection":"Region","genre":"News",
            "correction":[{"@type":"CorrectionComment","text":"The wall is two metres high, not three."}],
            "articleBody":"First line.
Second line."}]}"#;
        let data = data(json);
        assert_eq!(data.titles, ["Raise the wall & be done"]);
        assert_eq!(data.byline.as_deref(), Some("Petra Novic and Leon Garrity"));
        assert_eq!(data.updated.as_deref(), Some("2026-03-11"));
        assert_eq!(data.genre.as_deref(), Some("opinion"));
        assert_eq!(data.section.as_deref(), Some("Region"));
        assert_eq!(
            data.correction.as_deref(),
            Some("The wall is two metres high, not three.")
        );
        assert!(data.copy.is_some_and(|copy| copy.ends_with("Second line.")));
    }

    #[test]
    fn broken_json_says_nothing() {
        for json in [
            "{",
            "[1, 2",
            "null",
            "",
            "{\"@type\":\"NewsArticle\",\"author\":7,\"correction\":{}}",
        ] {
            let data = data(json);
            assert_eq!((data.byline, data.correction), (None, None));
        }
    }
}
