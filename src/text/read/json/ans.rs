//! Arc XP's Article Native Specification. <https://github.com/washingtonpost/ans-schema>
//!
//! The copy is a list of elements, each with HTML of its own. They are set into one page as their types
//! say, so that the reader of HTML sees a list as a list and knows what stands around a line.

use super::object::{Object, literal};
use crate::text::read::Reading;
use crate::text::read::graft::Setting;
use crate::text::read::item::Parts;

/// Where the copy stands.
pub(super) const COPY: &[&str] = &["content_elements"];

/// Elements nest two or three deep; what lies deeper than this is left alone.
const DEEPEST: usize = 16;

/// It has a list of elements, or headlines as Arc writes them.
pub(super) fn is_item(object: Object<'_>, wanted: bool) -> bool {
    let story = object.string("type").is_some_and(|t| t == "story");
    let headed = object.object("headlines").is_some_and(|h| h.get("basic").is_some());
    object.get("content_elements").is_some() && (wanted || story || headed || object.get("version").is_some())
        || (story && (headed || object.get("version").is_some()))
}

pub(super) fn parts(story: Object<'_>) -> Parts {
    let under = |key: &str| story.object(key).and_then(|o| o.text(&["basic"]));
    let mut copy = Copy::default();
    copy.elements(story, "content_elements", 0);
    let people = story.object("credits").map_or_else(Vec::new, |c| c.all("by"));
    let mut parts = Parts {
        headline: under("headlines"),
        standfirst: under("subheadlines").or_else(|| under("description")),
        bylines: people.iter().filter_map(|p| p.text(&["byline", "name"])).collect(),
        body: (!copy.page.origin.pieces().is_empty()).then_some((copy.page, Setting::Html)),
        captions: copy.captions,
        ..Parts::default()
    };
    for promoted in story.all("promo_items").iter().flat_map(Object::inside) {
        parts.captions.extend(promoted.text(&["caption"]));
    }
    let mut captions = std::mem::take(&mut parts.captions);
    // The picture above the story is often one of those in it.
    captions.dedup_by(|a, b| a.text == b.text);
    parts.captions = captions;
    parts.meta.published = story.day(&["first_publish_date", "publish_date", "display_date", "created_date"]);
    parts.meta.updated = story.day(&["last_updated_date"]);
    let section = story.object("taxonomy").and_then(|t| t.object("primary_section"));
    parts.meta.genre = section
        .and_then(|s| s.string("name"))
        .or_else(|| story.string("subtype"));
    parts.meta.correction = copy.correction;
    parts
}

/// The copy as a page. Its tags stood nowhere; its words stand where the elements have them.
#[derive(Default)]
struct Copy {
    page: Reading,
    captions: Vec<Reading>,
    correction: Option<String>,
}

impl Copy {
    fn elements(&mut self, around: Object<'_>, key: &str, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for element in around.all(key) {
            self.element(element, depth);
        }
    }

    fn element(&mut self, element: Object<'_>, depth: usize) {
        let sort = element.string("type").unwrap_or_default();
        match sort.as_str() {
            // A link set between paragraphs ("interstitial_link") belongs to the page.
            "text" => self.set(element, "content", "p"),
            "header" => self.set(element, "content", "h2"),
            "raw_html" => self.set(element, "content", "div"),
            "list" => self.within("ul", |copy| {
                for item in element.all("items") {
                    if item.string("type").is_some_and(|t| t == "text") {
                        copy.set(item, "content", "li");
                    } else if depth < DEEPEST {
                        copy.element(item, depth + 1);
                    }
                }
            }),
            "blockquote" => self.set(element, "content", "blockquote"),
            "quote" => self.within("blockquote", |copy| {
                copy.elements(element, "content_elements", depth + 1);
                for citation in element.all("citation") {
                    copy.set(citation, "content", "p");
                }
            }),
            "table" => self.within("table", |copy| copy.table(element)),
            "correction" => {
                self.correction = self.correction.take().or_else(|| element.string("text"));
            }
            "image" | "video" | "gallery" | "graphic" => self.captions.extend(element.text(&["caption"])),
            "element_group" | "story" => self.elements(element, "content_elements", depth + 1),
            _ => {}
        }
    }

    fn table(&mut self, table: Object<'_>) {
        use jsonc_parser::ast::Value;
        let rows = table.get("rows").and_then(Value::as_array);
        let rows = rows.into_iter().flat_map(|rows| &rows.elements);
        for row in rows.filter_map(Value::as_array) {
            self.within("tr", |copy| {
                for cell in row.elements.iter().filter_map(literal) {
                    copy.within("td", |copy| table.append(cell, &mut copy.page));
                }
            });
        }
    }

    /// Writes the text under a key as an element.
    fn set(&mut self, element: Object<'_>, key: &str, tag: &str) {
        if let Some(text) = element.get(key).and_then(literal) {
            self.within(tag, |copy| element.append(text, &mut copy.page));
        }
    }

    fn within(&mut self, tag: &str, write: impl FnOnce(&mut Self)) {
        self.page.text.extend(["<", tag, ">"]);
        write(self);
        self.page.text.extend(["</", tag, ">"]);
    }
}
