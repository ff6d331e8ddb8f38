//! One line of input: an article as JSON, or what is wrong with it in plain words.

use crate::rules::near::nearest;
use crate::text::{Article, Body};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use std::collections::BTreeMap;

/// An article as a line of JSON has it.
#[derive(Debug, Deserialize)]
pub(in crate::front) struct Record {
    id: String,
    headline: Option<String>,
    standfirst: Option<String>,
    text: Option<String>,
    html: Option<String>,
    markdown: Option<String>,
    published: Option<String>,
    genre: Option<String>,
}

/// The keys whose values are text.
const TEXTS: [&str; 7] = [
    "headline",
    "standfirst",
    "text",
    "html",
    "markdown",
    "published",
    "genre",
];

impl Record {
    /// Reads a line.
    ///
    /// # Errors
    /// What is wrong with the line, in plain words.
    pub(in crate::front) fn read(line: &[u8]) -> Result<Self, String> {
        // A list of eight texts would do for a record, too, and nobody means one.
        let is_object = line.trim_ascii_start().starts_with(b"{");
        match serde_json::from_slice(line) {
            Ok(record) if is_object => Ok(record),
            Ok(_) => Err(complaint(line, None)),
            Err(error) => Err(complaint(line, Some(&error))),
        }
    }

    /// The article it holds.
    ///
    /// # Errors
    /// What is wrong with the line.
    pub(in crate::front) fn article(self) -> Result<Article, String> {
        // An article never fails on its content: one without words is an article too, and has no score.
        let body = match (self.text, self.html, self.markdown) {
            (Some(text), None, None) => Body::Text(text),
            (None, Some(html), None) => Body::Html(html),
            (None, None, Some(markdown)) => Body::Markdown(markdown),
            _ => return Err("exactly one of \"text\", \"html\" and \"markdown\" is wanted".to_owned()),
        };
        let published = match self.published.as_deref() {
            None => None,
            Some(day) => Some(
                day.parse()
                    .map_err(|_| format!("\"published\" is {day:?}, not a day like 2026-11-22"))?,
            ),
        };
        Ok(Article {
            id: self.id,
            headline: self.headline,
            standfirst: self.standfirst,
            body,
            published,
            genre: self.genre,
            sections: Vec::new(),
        })
    }
}

/// The keys of a line that mean nothing here, in order: a slip in one would be looked past, and the article be read
/// without its day.
#[expect(clippy::zero_sized_map_values, reason = "an object cannot be read into a set")]
pub(super) fn strange_keys(line: &[u8]) -> Vec<String> {
    let keys: BTreeMap<String, IgnoredAny> = serde_json::from_slice(line).unwrap_or_default();
    keys.into_keys()
        .filter(|key| key != "id" && !TEXTS.contains(&key.as_str()))
        .collect()
}

/// What is said of such a key.
pub(super) fn strange(key: &str, number: u64) -> String {
    let near = nearest(key, TEXTS).map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"));
    format!("line {number}: the key {key:?} is not read{near}")
}

/// The id of a line that may be torn: what stands behind the first key, if that is "id".
pub(super) fn id(line: &[u8]) -> Value {
    #[derive(Deserialize)]
    struct Named {
        id: Value,
    }
    let begun = || {
        let rest = line.trim_ascii_start().strip_prefix(b"{")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"id\"")?.trim_ascii_start().strip_prefix(b":")?;
        serde_json::Deserializer::from_slice(rest).into_iter().next()?.ok()
    };
    let whole = serde_json::from_slice::<Named>(line).map(|named| named.id);
    whole.ok().or_else(begun).unwrap_or(Value::Null)
}

/// Why a line is no record.
fn complaint(line: &[u8], error: Option<&serde_json::Error>) -> String {
    let fields = match serde_json::from_slice(line) {
        Ok(Value::Object(fields)) => fields,
        Ok(other) => {
            return format!(
                "a line is one article, {{\"id\": …, \"text\": …}}, and this is {}",
                sort(&other)
            );
        }
        Err(error) => return no_json(line, &error),
    };
    match fields.get("id") {
        None => return "\"id\" is missing".to_owned(),
        Some(Value::String(_)) => {}
        Some(other) => return format!("\"id\" is {}, and text in quotation marks is wanted", sort(other)),
    }
    let odd = TEXTS.iter().find_map(|key| {
        let value = fields
            .get(*key)
            .filter(|value| !value.is_string() && !value.is_null())?;
        Some(format!(
            "\"{key}\" is {}, and text in quotation marks is wanted",
            sort(value)
        ))
    });
    odd.unwrap_or_else(|| {
        let said = error.map_or_else(String::new, ToString::to_string);
        let key = said
            .strip_prefix("duplicate field `")
            .and_then(|rest| rest.split('`').next());
        key.map_or_else(|| said.clone(), |key| format!("\"{key}\" stands in it twice"))
    })
}

/// Why a line is no JSON, and where in it.
fn no_json(line: &[u8], error: &serde_json::Error) -> String {
    if std::str::from_utf8(line).is_err() {
        return "is not in UTF-8".to_owned();
    }
    if error.is_eof() {
        return "is no JSON: it breaks off before its end".to_owned();
    }
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    format!("is no JSON: {said} at byte {}", error.column())
}

/// What a value is, in plain words.
fn sort(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "text alone",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::{Record, id, strange, strange_keys};

    #[test]
    fn a_line_says_what_is_wrong_with_it_in_plain_words() {
        let said = |line: &str| match Record::read(line.as_bytes()).and_then(Record::article) {
            Ok(article) => article.id,
            Err(said) => said,
        };
        for (line, wanted) in [
            (r#"{"id":"a","text":"Six men."}"#, "a"),
            (r#"{"id":"a","headline":"Six men","text":""}"#, "a"),
            (
                "[1]",
                "a line is one article, {\"id\": …, \"text\": …}, and this is a list",
            ),
            (
                "7",
                "a line is one article, {\"id\": …, \"text\": …}, and this is a number",
            ),
            (r#"{"text":"a"}"#, "\"id\" is missing"),
            (
                r#"{"id":7,"text":"a"}"#,
                "\"id\" is a number, and text in quotation marks is wanted",
            ),
            (
                r#"{"id":"a","text":["a"]}"#,
                "\"text\" is a list, and text in quotation marks is wanted",
            ),
            (r#"{"id":"a","id":"b","text":"a"}"#, "\"id\" stands in it twice"),
            (r#"{"id":"a","text":"a"#, "is no JSON: it breaks off before its end"),
            (r#"{"id":"a" "text":"a"}"#, "is no JSON: expected `,` or `}` at byte 11"),
            // An article never fails on its content.
            (r#"{"id":"a","text":" "}"#, "a"),
            (r#"{"id":"a","text":"\u0000"}"#, "a"),
        ] {
            assert_eq!(said(line), wanted, "{line}");
        }
    }

    #[test]
    fn a_slip_in_a_key_is_answered_with_the_right_one() {
        let keys = strange_keys(br#"{"id":"a","text":"a","url":"x","publshed":"2026-03-10"}"#);
        assert_eq!(keys, ["publshed", "url"]);
        assert_eq!(
            strange("publshed", 7),
            "line 7: the key \"publshed\" is not read; did you mean \"published\"?"
        );
        assert_eq!(strange("url", 7), "line 7: the key \"url\" is not read");
        assert_eq!(strange_keys(b"no json"), Vec::<String>::new());
    }

    #[test]
    fn a_torn_line_still_has_its_id() {
        assert_eq!(id(br#" { "id" : "a7", "text": "tor"#), "a7");
        assert_eq!(id(br#"{"text":"tor"#), serde_json::Value::Null);
    }
}
