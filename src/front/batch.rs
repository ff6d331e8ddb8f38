//! JSON lines in, JSON lines out.

use crate::engine::{Engine, Options};
use crate::report::SCHEMA;
use crate::text::{Article, Body};
use serde::Deserialize;
use serde_json::json;
use std::io::{self, BufRead, Write};

/// One line of input.
#[derive(Debug, Deserialize)]
struct Record {
    id: String,
    headline: Option<String>,
    standfirst: Option<String>,
    text: Option<String>,
    html: Option<String>,
    markdown: Option<String>,
    published: Option<String>,
    genre: Option<String>,
}

impl Record {
    fn article(self) -> Result<Article, String> {
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
        })
    }
}

/// Checks one article a line. A bad line becomes an error line, and the run goes on.
///
/// # Errors
/// If the input cannot be read or the output cannot be written.
pub fn run(engine: &Engine, options: Options, input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    for line in input.split(b'\n') {
        let line = line?;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        writeln!(output, "{}", answer(engine, options, &line))?;
    }
    output.flush()
}

fn answer(engine: &Engine, options: Options, line: &[u8]) -> String {
    let article = serde_json::from_slice::<Record>(line)
        .map_err(|e| e.to_string())
        .and_then(Record::article);
    match article {
        Ok(article) => {
            serde_json::to_string(&engine.check(&article, options)).unwrap_or_else(|e| error(line, &e.to_string()))
        }
        Err(message) => error(line, &message),
    }
}

fn error(line: &[u8], message: &str) -> String {
    let id = serde_json::from_slice::<serde_json::Value>(line)
        .ok()
        .and_then(|v| v.get("id").cloned());
    json!({"schema": SCHEMA, "id": id, "error": message}).to_string()
}
