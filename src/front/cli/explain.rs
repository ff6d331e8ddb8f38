//! `presscheck explain`: one rule, in full.

use super::{Outcome, Shell, Stop};
use crate::front::Failure;
use crate::rules::example::{Wanted, mark};
use crate::rules::written::Status;
use crate::rules::{Rule, Rules};
use clap::Args;
use std::fmt::Write as _;

/// Explain a rule: what it finds, why it matters, what to do, and how often it is right.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck explain noise/comment-form
  presscheck explain comment-form")]
pub(super) struct Explain {
    /// The rule's id, as reports show it; its last part is enough.
    #[arg(value_name = "RULE")]
    rule: String,
}

const HEAD: anstyle::Style = anstyle::Style::new().bold();
const MARK: anstyle::Style = anstyle::Style::new().bold().underline();

impl Explain {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let rules = shell.house()?.rules_with_examples()?;
        let rule = find(&rules, &self.rule)?;
        shell.print(&explained(rule, shell.width()))?;
        Ok(Outcome::Clean)
    }
}

/// Words less alike than this are not a slip of the keys.
const ALIKE: f64 = 0.8;

/// The rule of that id, or the only one of that name.
fn find<'a>(rules: &'a Rules, wanted: &str) -> Result<&'a Rule, Failure> {
    let name = |r: &Rule| r.id.rsplit('/').next() == Some(wanted);
    let found: Vec<&Rule> = rules.rules.iter().filter(|r| &*r.id == wanted || name(r)).collect();
    match found[..] {
        [rule] => Ok(rule),
        [] => {
            let near = |r: &Rule| {
                let last = r.id.rsplit('/').next().unwrap_or_default();
                strsim::jaro_winkler(&r.id, wanted).max(strsim::jaro_winkler(last, wanted))
            };
            let nearest = rules.rules.iter().max_by(|a, b| near(a).total_cmp(&near(b)));
            let help = nearest.filter(|r| near(r) > ALIKE);
            let help = help.map_or_else(
                || "`presscheck rules list` lists them all.".to_owned(),
                |r| format!("Did you mean `{}`?", r.id),
            );
            Err(Failure::new(format!("there is no rule `{wanted}`")).help(help))
        }
        _ => {
            let ids: Vec<String> = found.iter().map(|r| format!("`{}`", r.id)).collect();
            Err(Failure::new(format!("more than one rule is called `{wanted}`"))
                .help(format!("Say {}.", ids.join(" or "))))
        }
    }
}

fn explained(rule: &Rule, width: usize) -> String {
    let mut out = String::new();
    let status = match rule.status {
        Status::Stable => "in use",
        Status::Trial => "on trial: shown, never scored",
        Status::Retired => "retired: it does not run",
    };
    let measured = match rule.precision.share() {
        None => "not yet counted on real articles".to_owned(),
        Some(share) => format!(
            "{:.0}%: {} right, {} wrong on {}",
            share * 100.0,
            rule.precision.right,
            rule.precision.wrong,
            rule.measured_on
        ),
    };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{HEAD}{}{HEAD:#}: {}\n", rule.id, rule.summary);
    part("why", &rule.why, width, &mut out);
    part("what to do", &rule.advice, width, &mut out);
    part("severity", rule.severity.name(), width, &mut out);
    part("how often right", &measured, width, &mut out);
    part("status", status, width, &mut out);
    part("kind", rule.kind, width, &mut out);
    part("standards", &rule.standards.join("; "), width, &mut out);
    part("known to miss", &rule.misses.join("; "), width, &mut out);
    for example in &rule.examples {
        let head = match example.wanted {
            Wanted::Flags => "finds",
            Wanted::Passes => "leaves alone",
            Wanted::ShouldFlag => "should find, and does not yet",
            Wanted::ShouldPass => "should leave alone, and does not yet",
        };
        let text = mark(&example.copy, &example.marks)
            .trim()
            .replace("[[", &format!("[{MARK}"))
            .replace("]]", &format!("{MARK:#}]"));
        let _ = write!(out, "\n{HEAD}{head}{HEAD:#}\n");
        paragraphs(&text, width, &mut out);
    }
    out
}

/// The width of the column of names.
const NAMES: usize = 17;

fn part(name: &str, text: &str, width: usize, out: &mut String) {
    if text.is_empty() {
        return;
    }
    let indent = " ".repeat(NAMES);
    let options = textwrap::Options::new(width).subsequent_indent(&indent);
    let first = format!("{name:NAMES$}{text}");
    let _ = writeln!(out, "{}", textwrap::fill(&first, options));
}

fn paragraphs(text: &str, width: usize, out: &mut String) {
    let options = textwrap::Options::new(width)
        .initial_indent("    ")
        .subsequent_indent("    ");
    for line in text.lines() {
        let filled = if line.is_empty() {
            String::new()
        } else {
            textwrap::fill(line, &options)
        };
        let _ = writeln!(out, "{filled}");
    }
}
