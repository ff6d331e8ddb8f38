//! `presscheck explain`: one rule, in full.

use super::rules::kinds;
use super::{Outcome, Shell, Stop};
use crate::engine::{STALE, STALE_WHY};
use crate::front::Failure;
use crate::rules::example::{Wanted, mark};
use crate::rules::written::Status;
use crate::rules::{Rule, Rules, readable};
use clap::Args;
use std::fmt::Write as _;

/// Explain a rule: what it finds, why it matters, what to do, and how often it is right.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck explain noise/comment-form
  presscheck explain comment-form
  presscheck explain --all weekday-against-date")]
pub(super) struct Explain {
    /// Show every example of the rule, and not the first few.
    #[arg(long)]
    all: bool,
    /// The rule's id, as reports show it; its last part is enough. A kind of rule is explained as well.
    #[arg(value_name = "RULE")]
    rule: String,
}

const HEAD: anstyle::Style = anstyle::Style::new().bold();
const MARK: anstyle::Style = anstyle::Style::new().bold().underline();

impl Explain {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        if self.rule == STALE || self.rule == "stale" {
            return shell.print(&stale(shell.width())).map(|()| Outcome::Clean);
        }
        let rules = shell.house()?.rules_with_examples()?;
        let rule = match find(&rules, &self.rule) {
            Ok(rule) => rule,
            // Whoever writes a rule asks for its kind here, too.
            Err(failure) => {
                return match kinds::shown(&self.rule, shell.width()) {
                    Some(kind) => shell.print(&kind).map(|()| Outcome::Clean),
                    None => Err(failure.into()),
                };
            }
        };
        shell.print(&explained(rule, shell.width(), self.all))?;
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

/// The finding that no rule of a pack makes: it is about the newsroom's own decisions.
fn stale(width: usize) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{HEAD}{STALE}{HEAD:#}: an allowance that lets nothing stand\n");
    let parts = [
        ("why", STALE_WHY),
        (
            "what to do",
            "Delete the allowance, or decide again: its words were changed or are gone, its day is past, it \
             cannot be read, or what it lets stand is critical and wants a second name.",
        ),
        ("severity", "minor"),
        (
            "how often right",
            "always: it compares what was written down with what is found",
        ),
        (
            "status",
            "in use: shown, and without points, as it is not about the copy",
        ),
        (
            "kind",
            "no rule of a pack: it cannot be switched off, and mending or deleting the allowance ends it",
        ),
        (
            "where it looks",
            "STORY.txt.presscheck.toml beside the article, and comments <!-- presscheck: allow … --> in Markdown \
             and HTML",
        ),
    ];
    for (name, text) in parts {
        part(name, text, width, &mut out);
    }
    out
}

fn explained(rule: &Rule, width: usize, all: bool) -> String {
    let mut out = String::new();
    let status = match rule.status {
        Status::Stable => "in use",
        Status::Trial => "on trial: shown, never scored",
        Status::Retired if rule.off => "switched off: it does not run; `presscheck config --show-origin` says where",
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
    let standards: Vec<&str> = rule.standards.iter().map(|standard| readable(standard)).collect();
    part("standards", &standards.join("; "), width, &mut out);
    part("known to miss", &rule.misses.join("; "), width, &mut out);
    let (mut shown, mut found) = ([0_usize; 4], 0);
    for example in &rule.examples {
        let of_sort = &mut shown[example.wanted as usize];
        *of_sort += 1;
        if !all && *of_sort > MOST_EXAMPLES {
            found += 1;
            continue;
        }
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
    if found > 0 {
        let more = format!("… and {found} more examples: presscheck explain --all {}", rule.id);
        let _ = writeln!(out, "\n{}", textwrap::fill(&more, width));
    }
    out
}

/// Of each sort so many examples are shown: enough to see what a rule is about; the rest is for whoever changes it.
const MOST_EXAMPLES: usize = 3;

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
