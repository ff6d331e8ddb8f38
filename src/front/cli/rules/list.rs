//! `presscheck rules list`.

use crate::front::cli::{Outcome, Shell, Stop, engine};
use crate::rules::Rule;
use crate::rules::written::Status;
use clap::{Args, ValueEnum};
use std::fmt::Write as _;

/// List all rules with what they find.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck rules list
  presscheck rules list --format json | jq -r .id")]
pub(in crate::front::cli) struct List {
    /// How the list is set.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// How the list is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading.
    Human,
    /// One JSON object a line.
    Json,
}

const PACK: anstyle::Style = anstyle::Style::new().bold();
const FAINT: anstyle::Style = anstyle::Style::new().dimmed();

impl List {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let engine = engine()?;
        let rules = engine.rules();
        let mut out = String::new();
        // Writing to a string cannot fail.
        for pack in &rules.packs {
            let of_pack = rules
                .rules
                .iter()
                .filter(|r| r.id.split('/').next() == Some(&*pack.name));
            if self.format == Format::Human {
                let _ = writeln!(out, "{PACK}{}{PACK:#}: {}", pack.name, pack.about);
            }
            for rule in of_pack {
                match self.format {
                    Format::Human => line(rule, &mut out),
                    Format::Json => {
                        let _ = writeln!(out, "{}", object(rule));
                    }
                }
            }
            if self.format == Format::Human {
                out.push('\n');
            }
        }
        if self.format == Format::Human {
            out.push_str("`presscheck explain RULE` says why a rule is there and what to do.\n");
        }
        shell.print(&out)?;
        Ok(Outcome::Clean)
    }
}

fn line(rule: &Rule, out: &mut String) {
    let status = match rule.status {
        Status::Stable => "",
        Status::Trial => " (on trial)",
        Status::Retired => " (retired)",
    };
    let _ = writeln!(
        out,
        "  {:44} {:8} {FAINT}{}{status}{FAINT:#}",
        rule.id,
        rule.severity.name(),
        rule.summary
    );
}

fn object(rule: &Rule) -> serde_json::Value {
    serde_json::json!({
        "id": &*rule.id,
        "family": rule.family,
        "severity": rule.severity,
        "status": rule.status,
        "kind": rule.kind,
        "summary": rule.summary,
        "why": &*rule.why,
        "advice": &*rule.advice,
        "covers": rule.covers,
        "standards": rule.standards,
        "right": rule.precision.right,
        "wrong": rule.precision.wrong,
    })
}
