//! The catalogue of rules, in Markdown and as a page. `rules/README.md` is one, held fresh by a test.

pub mod html;

use crate::rules::example::{Wanted, mark};
use crate::rules::taxonomy::Row;
use crate::rules::written::Status;
use crate::rules::{Pack, Rule, Rules, readable};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The catalogue of some packs in Markdown; `origin` says in a sentence what it was made from. The taxonomy
/// is listed with what covers it, unless it is empty.
#[must_use]
pub fn render(rules: &Rules, packs: &[&Pack], origin: &str, taxonomy: &BTreeMap<String, Row>) -> String {
    let mut out = format!(
        "# The rules\n\n{origin}\n\
         Marks in examples, `[[` and `]]`, stand around the words that are found.\n\n",
    );
    // Writing to a string cannot fail.
    for pack in packs {
        let number = of_pack(rules, &pack.name).count();
        let _ = writeln!(
            out,
            "- [{}](#{}): {} {number} rule{}.",
            pack.title,
            pack.name,
            pack.about,
            if number == 1 { "" } else { "s" }
        );
    }
    if !taxonomy.is_empty() {
        out.push_str("- [What is covered](#what-is-covered)\n");
    }
    for pack in packs {
        let _ = write!(out, "\n## {}\n\n{}\n", pack.name, pack.about);
        for rule in of_pack(rules, &pack.name) {
            entry(rule, &mut out);
        }
    }
    if !taxonomy.is_empty() {
        coverage(rules, taxonomy, &mut out);
    }
    out
}

fn of_pack<'a>(rules: &'a Rules, pack: &'a str) -> impl Iterator<Item = &'a Rule> {
    rules
        .rules
        .iter()
        .filter(move |rule| rule.id.split_once('/').is_some_and(|(own, _)| own == pack))
}

fn entry(rule: &Rule, out: &mut String) {
    let status = status(rule);
    let _ = write!(
        out,
        "\n### {}\n\n{} ({}{status}; kind `{}`).\n{}\n{}\n",
        rule.id,
        capitalised(&rule.summary),
        rule.severity.name(),
        rule.kind,
        rule.why,
        rule.advice
    );
    let example = |wanted| rule.examples.iter().find(|e| e.wanted == wanted);
    if let Some(flags) = example(Wanted::Flags) {
        let _ = write!(out, "\nFinds:\n\n{}", quoted(&mark(&flags.copy, &flags.marks)));
    }
    if let Some(passes) = example(Wanted::Passes) {
        let _ = write!(out, "\nLeaves alone:\n\n{}", quoted(&passes.copy));
    }
    let notes = notes(rule);
    if !notes.is_empty() {
        let _ = write!(out, "\n{}\n", notes.join("\n"));
    }
}

fn status(rule: &Rule) -> &'static str {
    match rule.status {
        Status::Stable => "",
        Status::Trial => ", on trial",
        Status::Retired if rule.off => ", switched off",
        Status::Retired => ", retired",
    }
}

/// What else is to be said of a rule: a sentence each.
fn notes(rule: &Rule) -> Vec<String> {
    let mut notes = Vec::new();
    if !rule.misses.is_empty() {
        notes.push(format!("Known to miss: {}.", rule.misses.join("; ")));
    }
    if let Some(share) = rule.precision.share() {
        notes.push(format!(
            "Right in {:.0}% of {} findings on {}.",
            share * 100.0,
            rule.precision.right + rule.precision.wrong,
            rule.measured_on
        ));
    }
    if !rule.standards.is_empty() {
        let standards: Vec<&str> = rule.standards.iter().map(|standard| readable(standard)).collect();
        notes.push(format!("Rests on: {}.", standards.join("; ")));
    }
    if !rule.covers.is_empty() {
        notes.push(format!("Covers {}.", rule.covers.join(", ")));
    }
    notes
}

/// Copy as a block quotation, empty lines too.
fn quoted(copy: &str) -> String {
    let mut out = String::new();
    for line in copy.trim().lines() {
        let _ = writeln!(out, "{}", format!("> {line}").trim_end());
    }
    out
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

fn coverage(rules: &Rules, taxonomy: &BTreeMap<String, Row>, out: &mut String) {
    out.push_str("\n## What is covered\n\n| row | what is to be found | by |\n|---|---|---|\n");
    for (id, row) in taxonomy {
        let by: Vec<&str> = rules.covering(id).map(|rule| &*rule.id).collect();
        let by = match &row.out_of_reach {
            Some(reason) if by.is_empty() => format!("out of reach: {reason}"),
            _ => by.join(", "),
        };
        let _ = writeln!(out, "| {id} | {} | {by} |", row.title);
    }
}
