//! JSON lines in, JSON lines out, in the same order.

pub(super) mod lines;

use super::shield;
use crate::engine::{Engine, Options};
use crate::report::SCHEMA;
use crate::text::{Article, Body};
use lines::Line;
use rayon::prelude::*;
use serde::Deserialize;
use serde_json::json;
use std::io::{self, Read, Write};

/// One line of input.
#[derive(Debug, Deserialize)]
pub(super) struct Record {
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
    /// The article it holds.
    ///
    /// # Errors
    /// What is wrong with the line.
    pub(super) fn article(self) -> Result<Article, String> {
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

/// How a batch went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles checked.
    pub checked: usize,
    /// Lines that became error lines.
    pub failed: usize,
}

/// Checks one article a line, on all cores. A bad line becomes an error line, and the run goes on.
///
/// Only as many lines are in memory as keep the cores busy, and an answer is written as soon as all
/// before it are, so a batch may be fed by hand or by a queue.
///
/// # Errors
/// If the input cannot be read or the output cannot be written.
pub fn run(
    engine: &Engine,
    options: Options,
    input: impl Read + Send + 'static,
    mut output: impl Write,
) -> io::Result<Tally> {
    let chunks = lines::read(input);
    let mut tally = Tally::default();
    while let Some(chunk) = lines::next(&chunks) {
        let chunk = chunk?;
        let answers: Vec<(bool, String)> = chunk.par_iter().map(|line| answer(engine, options, line)).collect();
        for (good, answer) in answers {
            tally.checked += usize::from(good);
            tally.failed += usize::from(!good);
            output.write_all(answer.as_bytes())?;
            output.write_all(b"\n")?;
        }
        output.flush()?;
    }
    Ok(tally)
}

fn answer(engine: &Engine, options: Options, line: &Line) -> (bool, String) {
    let line = match line {
        Line::Whole(line) => line,
        Line::TooLong => {
            let message = format!("the line is longer than {} MiB", lines::MOST_BYTES / (1024 * 1024));
            return (false, error(b"", &message));
        }
    };
    let report = serde_json::from_slice::<Record>(line)
        .map_err(|e| e.to_string())
        .and_then(Record::article)
        .and_then(|article| shield::check(engine, &article, options))
        .and_then(|report| serde_json::to_string(&report).map_err(|e| e.to_string()));
    match report {
        Ok(report) => (true, report),
        Err(message) => (false, error(line, &message)),
    }
}

fn error(line: &[u8], message: &str) -> String {
    let id = serde_json::from_slice::<serde_json::Value>(line)
        .ok()
        .and_then(|v| v.get("id").cloned());
    // In the order of the contract, which a map would not keep.
    format!(
        "{{\"schema\":{SCHEMA},\"id\":{},\"error\":{}}}",
        json!(id),
        json!(message)
    )
}
