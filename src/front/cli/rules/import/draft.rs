//! A rule on its way into a pack.

use crate::text::one_line;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A rule as it will be written.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Its name: that of its file.
    pub(super) name: String,
    /// Where it comes from, as its author knows it.
    pub(super) from: String,
    pub(super) summary: String,
    pub(super) message: String,
    pub(super) why: String,
    pub(super) advice: String,
    pub(super) severity: &'static str,
    pub(super) scope: Option<&'static str>,
    /// Is it unproven?
    pub(super) trial: bool,
    /// The `[check.…]` table.
    pub(super) check: String,
    /// Examples: key and copy.
    pub(super) examples: Vec<(&'static str, String)>,
    /// The rows of a list that it holds, each by its line and its word.
    pub(super) rows: Vec<String>,
}

impl Draft {
    pub(super) fn to_toml(&self) -> String {
        // A line break would end the comment, and what follows it would be read as TOML.
        let from = one_line(&self.from).replace(char::is_control, "");
        let mut out = format!("# From {from}.\n\n");
        let texts = [
            ("summary ", &self.summary),
            ("message ", &self.message),
            ("why     ", &self.why),
            ("advice  ", &self.advice),
        ];
        // Writing to a string cannot fail.
        for (key, text) in texts {
            let _ = writeln!(out, "{key} = {}", quoted(text));
        }
        let _ = writeln!(out, "severity = \"{}\"", self.severity);
        if self.trial {
            out.push_str(
                "status   = \"trial\"   # nobody has proven it yet: give it examples, then delete this line\n",
            );
        }
        if let Some(scope) = self.scope {
            let _ = writeln!(out, "scope    = \"{scope}\"");
        }
        let _ = write!(out, "\n{}", self.check);
        for (key, copy) in &self.examples {
            let _ = write!(out, "\n[[example]]\n{key} = {}\n", quoted(copy));
        }
        out
    }
}

/// The names of files that a pack has for something else.
const TAKEN: [&str; 1] = ["pack"];
/// A longer name is cut: some systems take no more than 255 bytes, and no list of rules has the room.
const LONGEST_NAME: usize = 60;

/// Gives every rule a file of its own: of two with one name the second gets a number.
pub(super) fn name_apart(rules: &mut [Draft]) {
    let mut taken: BTreeSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
    for rule in rules {
        // Names are ASCII, as `kebab` makes them.
        rule.name.truncate(LONGEST_NAME);
        rule.name.truncate(rule.name.trim_end_matches('-').len());
        let mut name = rule.name.clone();
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{}-{number}", rule.name);
            number += 1;
        }
        rule.name = name;
    }
}

/// Text as TOML writes it.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// An expression as TOML writes it: between single quotes where it can be, so that it can be read.
pub(super) fn literal(text: &str) -> String {
    if text.contains(|c: char| c == '\'' || c.is_control()) {
        basic(text)
    } else {
        format!("'{text}'")
    }
}

/// Text between double quotation marks on one line, which may also be a key.
fn basic(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            // Writing to a string cannot fail.
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// `GenderBias`, `P-Value` and `a word list` as file names: `gender-bias`, `p-value`, `a-word-list`.
pub(super) fn kebab(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|i| chars[i]);
        let hump = c.is_ascii_uppercase()
            && (before.is_some_and(|b| b.is_ascii_lowercase())
                || before.is_some_and(|b| b.is_ascii_uppercase())
                    && chars.get(at + 1).is_some_and(char::is_ascii_lowercase));
        if (hump || !c.is_ascii_alphanumeric()) && !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        }
    }
    let out = out.trim_matches('-').to_owned();
    if out.starts_with(|c: char| c.is_ascii_lowercase()) {
        out
    } else {
        format!("rule-{out}").trim_matches('-').to_owned()
    }
}

/// Is it plain words, the same as an expression and as text?
pub(super) fn plain(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic())
        && text.ends_with(|c: char| c.is_alphabetic())
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
}

#[cfg(test)]
mod tests {
    use super::{Draft, kebab, name_apart};

    #[test]
    fn no_two_rules_share_a_file() {
        let long = "a".repeat(300);
        let mut rules: Vec<Draft> = ["rule", "pack", "rule", "rule", &long]
            .iter()
            .map(|name| Draft {
                name: (*name).to_owned(),
                ..Draft::default()
            })
            .collect();
        name_apart(&mut rules);
        let names: Vec<&str> = rules.iter().map(|r| r.name.as_str()).collect();
        assert_eq!(names, ["rule", "pack-2", "rule-2", "rule-3", &long[..60]]);
    }

    #[test]
    fn names_become_file_names() {
        let names = ["GenderBias", "P-Value", "LGBTOffensive", "a word list", "24Hours"];
        let made: Vec<String> = names.iter().map(|n| kebab(n)).collect();
        assert_eq!(
            made,
            [
                "gender-bias",
                "p-value",
                "lgbt-offensive",
                "a-word-list",
                "rule-24hours"
            ]
        );
    }
}
