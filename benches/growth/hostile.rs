//! Texts that no newsroom writes and that every program meets.

use super::pieces::{FIELDS, HTML, JSON, MARKDOWN, PLAIN, REPORTED, RTF, XML};
use presscheck::text::{Article, Body, JsonForm};
use std::fs;
use std::path::Path;

/// The form of a text.
#[derive(Clone, Copy)]
enum Form {
    Plain,
    Html,
    Markdown,
    Json,
    Xml,
    Rtf,
    /// Plain text that stands in the headline, and in the copy as well.
    Headline,
    /// Likewise in the standfirst.
    Standfirst,
}

/// What is done with a text. Everything but the check is done to what was checked before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Work {
    Check,
    Clean,
    Render,
    /// With a copy of it that has other figures.
    Compare,
    Diff,
}

/// A text of any length.
pub(super) struct Text {
    pub(super) name: String,
    pub(super) work: Work,
    form: Form,
    head: &'static str,
    /// Written again and again; `{}` in it is a number that goes up.
    piece: String,
    tail: &'static str,
}

impl Text {
    /// About `size` bytes of it, the number beginning behind `from`.
    pub(super) fn article(&self, size: usize, from: u32) -> Article {
        let mut article = Article::default();
        let write = |size| self.write(size, from);
        // A headline is short, a standfirst may be a summary: both grow with the copy here.
        let part = size / 4;
        article.body = match self.form {
            Form::Html => Body::Html(write(size)),
            Form::Markdown => Body::Markdown(write(size)),
            Form::Json => Body::Json(JsonForm::Ninjs, write(size)),
            Form::Xml => Body::Xml(write(size)),
            Form::Rtf => Body::Rtf(write(size)),
            Form::Plain => Body::Text(write(size)),
            Form::Headline => {
                article.headline = Some(write(part));
                Body::Text(write(size - part))
            }
            Form::Standfirst => {
                article.standfirst = Some(write(part));
                Body::Text(write(size - part))
            }
        };
        article
    }

    fn write(&self, size: usize, from: u32) -> String {
        let mut out = String::with_capacity(size + self.piece.len());
        out.push_str(self.head);
        let mut number = from;
        while out.len() < size {
            number += 1;
            let mut parts = self.piece.split("{}");
            out.push_str(parts.next().unwrap_or_default());
            for part in parts {
                out.push_str(&number.to_string());
                out.push_str(part);
            }
        }
        out.push_str(self.tail);
        out
    }
}

/// All texts: the made-up ones, the fixtures' articles, and the examples of every rule.
pub(super) fn texts() -> Vec<Text> {
    let mut out = Vec::new();
    let sets = [
        (PLAIN, Form::Plain, "text"),
        (HTML, Form::Html, "html"),
        (MARKDOWN, Form::Markdown, "markdown"),
        (JSON, Form::Json, "json"),
        (XML, Form::Xml, "xml"),
        (RTF, Form::Rtf, "rtf"),
        (FIELDS, Form::Headline, "headline"),
        (FIELDS, Form::Standfirst, "standfirst"),
    ];
    for (pieces, form, sort) in sets {
        for piece in pieces {
            let shown: String = piece.chars().take(40).collect();
            out.push(text(format!("{sort} {shown:?}"), form, "", piece));
        }
    }
    for (work, name) in [
        (Work::Clean, "clean"),
        (Work::Render, "render"),
        (Work::Compare, "compare"),
        (Work::Diff, "diff"),
    ] {
        for (piece, form, sort) in [(REPORTED, Form::Plain, "text"), (HTML, Form::Html, "html")]
            .into_iter()
            .flat_map(|(pieces, form, sort)| pieces.iter().map(move |piece| (piece, form, sort)))
            .filter(|(_, form, _)| matches!(form, Form::Plain) || matches!(work, Work::Clean | Work::Render))
        {
            let shown: String = piece.chars().take(40).collect();
            let mut text = text(format!("{name} {sort} {shown:?}"), form, "", piece);
            text.work = work;
            out.push(text);
        }
    }
    for (open, sort) in [
        ("<script type=\"application/ld+json\">", "html json"),
        ("<div ", "html tag"),
        ("<div class=\"", "html class"),
        ("<!--", "html comment"),
    ] {
        for piece in ["{\"a\":[", "\\\"", "a=1 ", "hidden ", "\"", "-->", "--"] {
            out.push(text(format!("{sort} {piece:?}"), Form::Html, open, piece));
        }
    }
    // One word without an end, as a name and as a figure, and dots that end before no word.
    for (head, piece) in [
        ("In Velna ", "Aa"),
        ("He was A", "a"),
        ("It cost $1", "0"),
        ("He left. Then..", "."),
    ] {
        out.push(text(format!("text {head:?} and {piece:?}"), Form::Plain, head, piece));
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let news: String = files(&root.join("fixtures/articles"), "txt").concat();
    out.push(text("news".to_owned(), Form::Plain, "", &news));
    for rule in files(&root.join("rules"), "toml") {
        examples(&rule, &mut out);
    }
    out
}

fn text(name: String, form: Form, head: &'static str, piece: &str) -> Text {
    let (own, tail) = match form {
        Form::Json => (
            "{\"uri\":\"a\",\"versioncreated\":\"2024-01-01T00:00:00Z\",\"body_text\":\"",
            "\"}",
        ),
        Form::Xml => ("<nitf><body><body.content>", "</body.content></body></nitf>"),
        Form::Rtf => ("{\\rtf1\\ansi ", "}"),
        _ => ("", ""),
    };
    Text {
        name,
        work: Work::Check,
        form,
        head: if head.is_empty() { own } else { head },
        piece: piece.to_owned(),
        tail,
    }
}

/// What a rule looks for, over and over: as paragraphs, as one paragraph, as one sentence.
fn examples(rule: &str, out: &mut Vec<Text>) {
    let Ok(rule) = rule.parse::<toml::Table>() else { return };
    let Some(summary) = rule.get("summary").and_then(|s| s.as_str()) else {
        return;
    };
    let examples = rule.get("example").and_then(|e| e.as_array());
    let flags: Vec<&str> = examples
        .into_iter()
        .flatten()
        .filter_map(|e| e.get("flags")?.as_str())
        .collect();
    let all = flags.join("\n\n").replace("[[", "").replace("]]", "");
    if all.is_empty() {
        return;
    }
    let line = all.split_whitespace().collect::<Vec<_>>().join(" ");
    let endless = line.replace(['.', '!', '?'], "");
    for (form, piece) in [
        ("lines", all + "\n\n"),
        ("one line", line + " "),
        ("one sentence", endless + " "),
    ] {
        out.push(text(format!("{summary}, {form}"), Form::Plain, "", &piece));
    }
}

/// The files with this ending below a folder, in order of name.
fn files(folder: &Path, ending: &str) -> Vec<String> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|e| e.path())
        .collect();
    paths.sort();
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            out.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            out.extend(fs::read_to_string(&path));
        }
    }
    out
}
