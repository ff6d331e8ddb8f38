//! Vale styles: a style's file as written, and what of it becomes a rule here.
//!
//! What each key means is Vale's own documentation (vale.sh/docs/checks) and, where that is silent, what
//! the program does: `raw` stands before the tokens, exceptions are whole words in their own case, and
//! a pattern is matched in the letters it is written in.

mod check;
mod scope;

use super::Imported;
use super::draft::{Draft, kebab};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A Vale rule, as far as it matters here.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Style {
    extends: String,
    message: String,
    level: String,
    link: String,
    scope: Many,
    ignorecase: bool,
    nonword: bool,
    append: bool,
    alpha: bool,
    tokens: Many,
    raw: Many,
    swap: Swap,
    either: BTreeMap<String, String>,
    exceptions: Many,
    indicators: Many,
    first: String,
    second: String,
    token: String,
    max: Option<usize>,
    min: Option<usize>,
    threshold: Option<f64>,
    #[serde(rename = "match")]
    match_: String,
    formula: String,
    condition: String,
    metrics: Many,
    grade: Option<f64>,
}

/// One text or several: Vale takes either. An empty entry is nothing.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Many {
    One(String),
    Several(Vec<Option<String>>),
}

impl Default for Many {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Many {
    fn all(&self) -> Vec<&str> {
        let all = match self {
            Self::One(one) => vec![one.as_str()],
            Self::Several(several) => several.iter().flatten().map(String::as_str).collect(),
        };
        all.into_iter().filter(|one| !one.trim().is_empty()).collect()
    }
}

/// Words and what to write instead; newer styles keep their order with a list of single pairs.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Swap {
    Table(BTreeMap<String, Option<String>>),
    Pairs(Vec<BTreeMap<String, Option<String>>>),
}

impl Default for Swap {
    fn default() -> Self {
        Self::Table(BTreeMap::new())
    }
}

impl Swap {
    fn pairs(&self) -> Vec<(&str, &str)> {
        let tables: Vec<_> = match self {
            Self::Table(one) => vec![one],
            Self::Pairs(several) => several.iter().collect(),
        };
        let pairs = tables.into_iter().flatten();
        pairs
            .map(|(wrong, right)| (wrong.as_str(), right.as_deref().unwrap_or_default()))
            .collect()
    }
}

/// Reads the rules of a style: name and YAML.
pub(super) fn read(files: &[(String, String)]) -> Imported {
    let mut imported = Imported::default();
    for (name, text) in files {
        let mut parts = Vec::new();
        let style = style(text);
        match style.and_then(|style| check::check(&style, &mut parts).map(|checked| draft(name, &style, checked))) {
            Ok(draft) => {
                imported.rules.push(draft);
                let parts = parts.into_iter().map(|(part, reason)| (name.clone(), part, reason));
                imported.parts.extend(parts);
            }
            Err(reason) => imported.left.push((name.clone(), reason)),
        }
    }
    imported
}

fn style(text: &str) -> Result<Style, String> {
    // Vale takes the last of two equal keys too.
    let options = serde_saphyr::options! {
        duplicate_keys: serde_saphyr::DuplicateKeyPolicy::LastWins,
    };
    serde_saphyr::from_str_with_options(text.trim_start_matches('\u{feff}'), options).map_err(|error| {
        let error = error.to_string();
        format!("it is no Vale rule: {}", error.lines().next().unwrap_or_default())
    })
}

fn draft(name: &str, style: &Style, checked: check::Checked) -> Draft {
    let words = |text: &str| text.replace(['{', '}'], "").replace("\\n", " ").replace('\n', " ");
    let message = match style.extends.as_str() {
        "substitution" => gaps(&words(&style.message), &["{instead}", "{match}"]),
        "metric" | "readability" => gaps(&words(&style.message), &["{value}"]),
        _ => gaps(&words(&style.message), &["{match}"]),
    };
    let link = if style.link.is_empty() {
        "The imported style asks for it.".to_owned()
    } else {
        format!("See {}", style.link)
    };
    let plain = message
        .replace("{match}", "it")
        .replace("{value}", "it")
        .replace("{instead}", "the house's word");
    Draft {
        name: kebab(name),
        from: format!("the Vale rule {name}"),
        summary: plain.clone(),
        advice: plain,
        message,
        why: link,
        severity: match style.level.as_str() {
            "error" => "major",
            "suggestion" => "info",
            _ => "minor",
        },
        scope: checked.scope,
        trial: true,
        check: checked.table,
        examples: checked.examples,
    }
}

/// A message with our gaps for Vale's `%s`, in order; ours bring their own quotation marks.
fn gaps(message: &str, names: &[&str]) -> String {
    let mut out = message.trim().to_owned();
    for at in 0.. {
        let gap = names.get(at).or(names.last()).copied().unwrap_or_default();
        // The first gap of all, whichever way it is written.
        let forms = ["'%s'", "\"%s\"", "‘%s’", "“%s”", "%s"];
        let found = forms.iter().filter_map(|form| out.find(form).map(|at| (at, form)));
        let Some((at, form)) = found.min_by_key(|(at, form)| (*at, std::cmp::Reverse(form.len()))) else {
            return out;
        };
        out.replace_range(at..at + form.len(), gap);
    }
    out
}
