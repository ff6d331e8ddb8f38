//! Vale styles: a style's file as written, and what of it becomes a rule here.
//!
//! What each key means is Vale's own documentation (vale.sh/docs/checks) and, where that is silent, what
//! the program does: `raw` stands before the tokens, exceptions are whole words in their own case, and
//! a pattern is matched in the letters it is written in.

mod check;
mod dialect;
mod grade;
mod scope;

use super::Imported;
use super::draft::{Draft, kebab};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;

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
#[derive(Debug, Default)]
struct Many(Vec<String>);

impl Many {
    fn all(&self) -> Vec<&str> {
        let all = self.0.iter().map(String::as_str);
        all.filter(|one| !one.trim().is_empty()).collect()
    }
}

impl<'de> Deserialize<'de> for Many {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;
        impl<'de> Visitor<'de> for Texts {
            type Value = Many;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a list of texts")
            }

            fn visit_str<E>(self, one: &str) -> Result<Many, E> {
                Ok(Many(vec![one.to_owned()]))
            }

            fn visit_unit<E>(self) -> Result<Many, E> {
                Ok(Many::default())
            }

            // Each entry is asked for as text: `yes` and `1.10` are words here, and not true and 1.1.
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Many, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = list.next_element::<Option<String>>()? {
                    all.extend(one);
                }
                Ok(Many(all))
            }
        }
        deserializer.deserialize_any(Texts)
    }
}

/// Words and what to write instead; newer styles keep their order with a list of single pairs.
#[derive(Debug, Default)]
struct Swap(Vec<(String, String)>);

impl Swap {
    fn pairs(&self) -> Vec<(&str, &str)> {
        let pairs = self.0.iter();
        pairs.map(|(wrong, right)| (wrong.as_str(), right.as_str())).collect()
    }
}

impl<'de> Deserialize<'de> for Swap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Swap;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a table of words and what to write instead")
            }

            fn visit_unit<E>(self) -> Result<Swap, E> {
                Ok(Swap::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<Swap, A::Error> {
                let mut all = Vec::new();
                while let Some((wrong, right)) = table.next_entry::<String, Option<String>>()? {
                    all.push((wrong, right.unwrap_or_default()));
                }
                Ok(Swap(all))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Swap, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = list.next_element::<BTreeMap<String, Option<String>>>()? {
                    all.extend(one.into_iter().map(|(wrong, right)| (wrong, right.unwrap_or_default())));
                }
                Ok(Swap(all))
            }
        }
        deserializer.deserialize_any(Pairs)
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
        rows: Vec::new(),
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
