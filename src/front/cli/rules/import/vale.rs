//! Vale styles: what each kind of Vale rule means, in rules of our own.

use super::Imported;
use super::draft::{Draft, kebab, literal, plain, quoted};
use crate::rules::expression::unsound;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A Vale rule, as far as it matters here.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Style {
    extends: String,
    message: String,
    level: String,
    link: String,
    scope: Scope,
    ignorecase: bool,
    nonword: bool,
    tokens: Vec<String>,
    raw: Vec<String>,
    swap: BTreeMap<String, String>,
    either: BTreeMap<String, String>,
    exceptions: Vec<String>,
    first: String,
    second: String,
    token: String,
    max: Option<usize>,
    min: Option<usize>,
    #[serde(rename = "match")]
    match_: String,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Scope {
    One(String),
    Many(Vec<String>),
}

impl Default for Scope {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl Scope {
    fn has(&self, word: &str) -> bool {
        match self {
            Self::One(one) => one.starts_with(word),
            Self::Many(many) => many.iter().any(|one| one.starts_with(word)),
        }
    }
}

/// Reads the rules of a style: name and YAML.
pub(super) fn read(files: &[(String, String)]) -> Imported {
    let mut imported = Imported::default();
    for (name, text) in files {
        match serde_saphyr::from_str::<Style>(text) {
            Ok(style) => match check(name, &style, &mut imported.parts) {
                Ok(check) => imported.rules.push(draft(name, &style, check)),
                Err(reason) => imported.left.push((name.clone(), reason)),
            },
            Err(error) => {
                let error = error.to_string();
                let first = error.lines().next().unwrap_or_default();
                imported
                    .left
                    .push((name.clone(), format!("it is no Vale rule: {first}")));
            }
        }
    }
    imported
}

fn draft(name: &str, style: &Style, (check, examples): (String, Vec<(&'static str, String)>)) -> Draft {
    let words = |text: &str| text.replace(['{', '}'], "").replace("\\n", " ");
    let message = if style.extends == "substitution" {
        gaps(&words(&style.message), &["{instead}", "{match}"])
    } else {
        gaps(&words(&style.message), &["{match}"])
    };
    let link = if style.link.is_empty() {
        "The imported style asks for it.".to_owned()
    } else {
        format!("See {}", style.link)
    };
    Draft {
        name: kebab(name),
        from: format!("the Vale rule {name}"),
        summary: words(&style.message).replace("'%s'", "it").replace("%s", "it"),
        advice: message
            .replace("{match}", "it")
            .replace("{instead}", "the house's word"),
        message,
        why: link,
        severity: match style.level.as_str() {
            "error" => "major",
            "suggestion" => "info",
            _ => "minor",
        },
        scope: style
            .scope
            .has("heading")
            .then_some("headline")
            .filter(|_| style.extends != "capitalization"),
        trial: true,
        check,
        examples,
    }
}

/// A message with our gaps for Vale's `%s`, in order; ours bring their own quotation marks.
fn gaps(message: &str, names: &[&str]) -> String {
    let mut out = message.to_owned();
    for at in 0.. {
        let gap = names.get(at).or(names.last()).copied().unwrap_or_default();
        let Some(found) = ["'%s'", "\"%s\"", "%s"].iter().find(|form| out.contains(**form)) else {
            return out;
        };
        out = out.replacen(found, gap, 1);
    }
    out
}

type Checked = Result<(String, Vec<(&'static str, String)>), String>;

/// The `[check.…]` table for a rule, with what examples its words make.
fn check(name: &str, style: &Style, parts: &mut Vec<(String, String, String)>) -> Checked {
    if style.scope.has("raw") || style.scope.has("code") || style.scope.has("table") {
        return Err("it looks at markup, and presscheck sees copy".to_owned());
    }
    match style.extends.as_str() {
        "existence" => existence(name, style, parts),
        "substitution" => substitution(name, style, parts),
        "occurrence" => {
            let mut out = format!("[check.occurrence]\nregex = {}\n", literal(&style.token));
            // Writing to a string cannot fail.
            let _ = style.max.map(|max| writeln!(out, "most = {max}"));
            let _ = style.min.map(|min| writeln!(out, "least = {min}"));
            let within = ["sentence", "paragraph"]
                .into_iter()
                .find(|w| style.scope.has(w))
                .unwrap_or("article");
            let _ = writeln!(out, "case = {}\nwithin = \"{within}\"", !style.ignorecase);
            Ok((out, Vec::new()))
        }
        "repetition" => Ok(("[check.repetition]\n".to_owned(), Vec::new())),
        "consistency" => {
            let mut out = String::from("[check.spelling.either]\n");
            for (one, other) in &style.either {
                if plain(one) && plain(other) {
                    let _ = writeln!(out, "{} = {}", quoted(one), quoted(other));
                } else {
                    let reason = "only plain words can be compared".to_owned();
                    parts.push((name.to_owned(), format!("{one}: {other}"), reason));
                }
            }
            Ok((out, Vec::new()))
        }
        "conditional" => {
            let except: Vec<String> = style.exceptions.iter().map(|e| quoted(e)).collect();
            let out = format!(
                "[check.conditional]\nfirst  = {}\nsecond = {}\ncase   = {}\nexcept = [{}]\n",
                literal(&style.first),
                literal(&style.second),
                !style.ignorecase,
                except.join(", ")
            );
            Ok((out, Vec::new()))
        }
        "capitalization" => {
            let style_name = style.match_.trim_start_matches('$');
            if !["sentence", "title", "lower", "upper"].contains(&style_name) {
                return Err(format!("its style `{}` is a pattern of its own", style.match_));
            }
            let except: Vec<String> = style.exceptions.iter().map(|e| quoted(e)).collect();
            let out = format!(
                "[check.capitalization]\nstyle  = \"{style_name}\"\nexcept = [{}]\n",
                except.join(", ")
            );
            Ok((out, Vec::new()))
        }
        "metric" | "readability" => {
            Err("it weighs the whole text by a formula, and the score of copy is a sum of findings".to_owned())
        }
        "" => Err("it does not say what it extends".to_owned()),
        other => Err(format!("there is no like of Vale's `{other}` here")),
    }
}

fn existence(name: &str, style: &Style, parts: &mut Vec<(String, String, String)>) -> Checked {
    let raw = style.raw.concat();
    let mut tokens: Vec<&str> = Vec::new();
    if !raw.is_empty() {
        tokens.push(&raw);
    }
    tokens.extend(style.tokens.iter().map(String::as_str));
    let ways: Vec<&str> = sound(name, &tokens, parts);
    // What stands before a look-ahead at the end of the only token is its group.
    if ways.is_empty()
        && let [one] = tokens.as_slice()
        && let Some((head, ahead)) = one.strip_suffix(')').and_then(|t| t.rsplit_once("(?="))
    {
        let regex = format!("{}({head})(?:{ahead})", edge(style, raw.is_empty()));
        if unsound(&regex).is_none() {
            parts.retain(|(rule, ..)| rule != name);
            return Ok((pattern(&regex, style, 1), Vec::new()));
        }
    }
    if ways.is_empty() {
        return Err("none of its expressions can be run without look-around".to_owned());
    }
    let edge = edge(style, raw.is_empty());
    let regex = format!("{edge}(?:{}){edge}", ways.join("|"));
    let plain = ways
        .iter()
        .filter(|w| plain(w) && !style.exceptions.iter().any(|e| e == *w));
    let examples = plain
        .take(2)
        .map(|w| ("flags", format!("They spoke of [[{w}]]")))
        .collect();
    if !style.exceptions.is_empty() {
        parts.push((
            name.to_owned(),
            style.exceptions.join(", "),
            "exceptions are written with unless_… in the rule".to_owned(),
        ));
    }
    Ok((pattern(&regex, style, 0), examples))
}

fn substitution(name: &str, style: &Style, parts: &mut Vec<(String, String, String)>) -> Checked {
    let keys: Vec<&str> = style.swap.keys().map(String::as_str).collect();
    let keys = sound(name, &keys, parts);
    if keys.is_empty() {
        return Err("none of its expressions can be run without look-around".to_owned());
    }
    let edge = edge(style, true);
    let mut out = format!(
        "[check.substitution]\ncase = {}\n\n[check.substitution.patterns]\n",
        !style.ignorecase
    );
    let mut examples = Vec::new();
    for key in keys {
        let right = &style.swap[key];
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{} = {}",
            literal(&format!("{edge}(?:{key}){edge}")),
            quoted(right)
        );
        if plain(key) && !edge.is_empty() && examples.len() < 2 {
            examples.push(("flags", format!("They spoke of [[{key}]]")));
        }
    }
    Ok((out, examples))
}

/// Vale sets word boundaries around tokens unless told otherwise, and never around raw expressions.
fn edge(style: &Style, tokens: bool) -> &'static str {
    if style.nonword || !tokens { "" } else { r"\b" }
}

fn pattern(regex: &str, style: &Style, group: usize) -> String {
    let mut out = format!(
        "[check.pattern]\nregex = {}\ncase  = {}\n",
        literal(regex),
        !style.ignorecase
    );
    if group > 0 {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "group = {group}");
    }
    // Vale matches in whole paragraphs unless a rule asks for sentences.
    out.push_str(if style.scope.has("sentence") {
        ""
    } else {
        "within = \"paragraph\"\n"
    });
    out
}

/// The expressions that can be run; the others are put on record.
fn sound<'a>(name: &str, all: &[&'a str], parts: &mut Vec<(String, String, String)>) -> Vec<&'a str> {
    let mut out = Vec::new();
    for one in all {
        match unsound(one) {
            None => out.push(*one),
            Some(reason) => parts.push((name.to_owned(), (*one).to_owned(), reason)),
        }
    }
    out
}
