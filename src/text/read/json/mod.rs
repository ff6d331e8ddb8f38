//! News items in JSON: IPTC ninjs, Arc ANS, `WordPress`, schema.org, and what looks like one of them.
//!
//! Feeds stray from their standards, so a reader asks for what it knows, takes it where it stands and
//! leaves the rest: an unknown key, a missing one or a number where text is due is never an error.
//! An error is only what leaves nothing to read: broken JSON, no copy, or several articles.

mod ans;
mod json_ld;
mod loose;
mod ninjs;
mod object;
mod wordpress;

use super::Reading;
use super::item::{self, Parts, Refusal};
use crate::text::JsonForm;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use object::Object;

/// Items lie this deep in the wrappers of feeds and of JSON-LD graphs at most.
const WRAPPERS: usize = 6;
/// So many headlines are named where a file holds several articles.
const NAMED: usize = 3;

/// The form of a source, if it is JSON and holds an item of a form that is known: what it says decides,
/// not what its file is called.
#[must_use]
pub fn detect(source: &str) -> Option<JsonForm> {
    if !source.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let root = parse(source).ok()?;
    items(&Object::values(source, &root), None).first().map(|found| found.0)
}

/// Appends the first article in a source, as far as it can be read.
pub fn read(form: JsonForm, source: &str, reading: &mut Reading) {
    if let Some(parts) = first(form, source) {
        item::write(&parts, reading);
    }
}

fn first(form: JsonForm, source: &str) -> Option<Parts> {
    let root = parse(source).ok()?;
    let found = items(&Object::values(source, &root), Some(form));
    let parts = found.into_iter().map(|(form, object)| parts(form, object));
    let mut first = None;
    for parts in parts {
        if parts.body.is_some() {
            return Some(parts);
        }
        first.get_or_insert(parts);
    }
    first
}

/// Why a source of this form holds no article that can be read, if so.
#[must_use]
pub fn refusal(form: JsonForm, source: &str) -> Option<Refusal> {
    let root = match parse(source) {
        Ok(root) => root,
        Err(fault) => return Some(fault),
    };
    let found = items(&Object::values(source, &root), Some(form));
    if found.is_empty() {
        return Some(Refusal {
            what: format!("is JSON, but no article in the form {} was found in it", form.name()),
            help: "ninjs, Arc ANS, WordPress posts, schema.org articles and JSON with keys such as \"headline\" and \
                   \"body\" are read; name the form with --input-format, or hand over the copy as text, Markdown or \
                   HTML."
                .to_owned(),
        });
    }
    let mut told = Vec::new();
    for (form, object) in &found {
        let parts = parts(*form, *object);
        if parts.body.as_ref().is_some_and(|(copy, _)| !is_link(&copy.text)) {
            told.push(parts.headline.map_or_else(|| "no headline".to_owned(), |h| h.text));
        }
    }
    match told.len() {
        0 => found.first().map(|(form, object)| no_copy(*form, *object)),
        1 => None,
        count => Some(several(count, &told)),
    }
}

fn several(count: usize, headlines: &[String]) -> Refusal {
    let named: Vec<_> = headlines.iter().take(NAMED).map(|h| format!("“{h}”")).collect();
    let more = if count > NAMED { " …" } else { "" };
    Refusal {
        what: format!(
            "holds {count} articles ({}{more}), and a report is on one",
            named.join(", ")
        ),
        help: "Hand over one at a time, for instance with `jq '.[0]' posts.json | presscheck check -`.".to_owned(),
    }
}

/// Why an item without copy has none.
fn no_copy(form: JsonForm, object: Object<'_>) -> Refusal {
    let (keys, sort) = match form {
        JsonForm::Ninjs => (ninjs::COPY, object.string("type").filter(|sort| sort != "text")),
        JsonForm::Ans => (ans::COPY, object.string("type").filter(|sort| sort != "story")),
        JsonForm::WordPress => (wordpress::COPY, None),
        JsonForm::JsonLd => (json_ld::COPY, None),
        JsonForm::Json => (loose::COPY, None),
    };
    let help = format!(
        "In this form the copy is looked for under {}.",
        keys.iter().map(|k| format!("\"{k}\"")).collect::<Vec<_>>().join(", ")
    );
    if let Some(link) = elsewhere(object) {
        return Refusal {
            what: format!("is {} that says only where its copy is to be had ({link})", form.name()),
            help: "presscheck opens no network connection: save what is there (an NITF or HTML file is read as it is) \
                   and hand over that."
                .to_owned(),
        };
    }
    if let Some((key, line, kind)) = keys.iter().find_map(|key| object.mistyped(key)) {
        return Refusal {
            what: format!("has {kind} where its copy should be (\"{key}\", line {line})"),
            help,
        };
    }
    let what = match sort {
        Some(sort) => format!("is {} of the type “{sort}” and holds no copy", form.name()),
        None => format!("is {} without copy", form.name()),
    };
    Refusal { what, help }
}

/// Where an item without copy says that its copy is: agencies deliver the headline and a link to the text.
fn elsewhere(object: Object<'_>) -> Option<String> {
    let keys = object
        .keys()
        .filter(|key| key.starts_with("bod") || *key == "renditions");
    keys.filter(|key| !key.contains("caption")).find_map(|key| {
        let written = object.string(key).filter(|text| is_link(text));
        let all = object.all(key);
        let linked = all.iter().flat_map(|one| std::iter::once(*one).chain(one.inside()));
        let pictures = ["picture", "image", "video", "audio", "graphic"];
        written.or_else(|| {
            linked
                .filter(|one| one.string("type").is_none_or(|sort| !pictures.contains(&sort.as_str())))
                .filter(|one| {
                    one.string("mimetype")
                        .is_none_or(|sort| !pictures.iter().any(|p| sort.starts_with(p)))
                })
                .find_map(|one| one.string("href"))
        })
    })
}

/// Is a text an address and nothing else?
fn is_link(text: &str) -> bool {
    let text = text.trim();
    (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(char::is_whitespace)
}

fn parts(form: JsonForm, object: Object<'_>) -> Parts {
    match form {
        JsonForm::Ninjs => ninjs::parts(object),
        JsonForm::Ans => ans::parts(object),
        JsonForm::WordPress => wordpress::parts(object),
        JsonForm::JsonLd => json_ld::parts(object),
        JsonForm::Json => loose::parts(object),
    }
}

/// The articles in a file, in order: the objects of one form, nearest to the top. Without a form that is
/// wanted, forms with a standard go before those without.
fn items<'a>(roots: &[Object<'a>], wanted: Option<JsonForm>) -> Vec<(JsonForm, Object<'a>)> {
    let mut known = Vec::new();
    let mut loose = Vec::new();
    let mut level = roots.to_vec();
    for _ in 0..WRAPPERS {
        let mut next = Vec::new();
        for object in level {
            match form(object, wanted) {
                Some(JsonForm::Json) => loose.push((JsonForm::Json, object)),
                Some(form) => known.push((form, object)),
                None => next.extend(object.inside()),
            }
        }
        level = next;
    }
    let mut found = if known.is_empty() { loose } else { known };
    if let Some((first, _)) = found.first().copied() {
        found.retain(|(form, _)| *form == first);
    }
    found
}

/// The form of an object. One that is wanted needs fewer signs.
fn form(object: Object<'_>, wanted: Option<JsonForm>) -> Option<JsonForm> {
    match wanted {
        Some(JsonForm::Ninjs) => ninjs::is_item(object, true).then_some(JsonForm::Ninjs),
        Some(JsonForm::Ans) => ans::is_item(object, true).then_some(JsonForm::Ans),
        Some(JsonForm::WordPress) => wordpress::is_item(object).then_some(JsonForm::WordPress),
        Some(JsonForm::JsonLd) => json_ld::is_item(object).then_some(JsonForm::JsonLd),
        Some(JsonForm::Json) | None => {
            let strict = [
                (JsonForm::WordPress, wordpress::is_item(object)),
                (JsonForm::Ans, ans::is_item(object, false)),
                (JsonForm::JsonLd, json_ld::is_item(object)),
                (JsonForm::Ninjs, ninjs::is_item(object, false)),
                (JsonForm::Json, loose::is_item(object, wanted.is_some())),
            ];
            strict.iter().find(|(_, is)| *is).map(|(form, _)| *form)
        }
    }
}

/// A stretch of JSON strings with its escapes decoded, and for each byte of that the byte it was read from.
#[must_use]
pub fn unescaped(written: &str) -> (String, Vec<usize>) {
    let (mut text, mut places) = (String::with_capacity(written.len()), Vec::with_capacity(written.len()));
    let mut at = 0;
    while let Some(rest) = written.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = rest.bytes().take_while(|b| *b != b'\\').count();
        text.push_str(&rest[..plain]);
        places.extend(at..at + plain);
        at += plain;
        if plain < rest.len() {
            let (decoded, len) = object::escape(&rest[plain..]);
            text.push(decoded);
            places.resize(text.len(), at);
            at += len;
        }
    }
    (text, places)
}

/// Strict JSON, with the place of every value. Comments and a comma after the last value are let pass:
/// neither can change what the copy says.
fn parse(source: &str) -> Result<Value<'_>, Refusal> {
    let options = ParseOptions {
        allow_comments: true,
        allow_trailing_commas: true,
        allow_loose_object_property_names: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let broken = |at: usize, why: &str| {
        let line = source.as_bytes().iter().take(at).filter(|b| **b == b'\n').count() + 1;
        Refusal {
            what: format!("is broken JSON at line {line}: {why}"),
            help: "Export it again, or mend it there; nothing behind that place can be trusted.".to_owned(),
        }
    };
    match parse_to_ast(source, &CollectOptions::default(), &options) {
        Ok(read) => read.value.ok_or_else(|| broken(0, "nothing is in it")),
        Err(error) => {
            let why = error.kind().to_string();
            let mut letters = why.chars();
            let small: String = letters
                .next()
                .into_iter()
                .flat_map(char::to_lowercase)
                .chain(letters)
                .collect();
            Err(broken(error.range().start, &small))
        }
    }
}

/// The number of the line, from 1, in which a value begins.
fn line(source: &str, value: &Value<'_>) -> usize {
    let before = source.as_bytes().iter().take(value.range().start);
    before.filter(|b| **b == b'\n').count() + 1
}

#[cfg(test)]
mod tests;
