//! `presscheck rules list`.

use crate::engine::{Engine, Options};
use crate::front::Failure;
use crate::front::cli::{Outcome, Shell, Stop, engine};
use crate::front::files;
use crate::render::wrap::wrap;
use crate::rules::Rule;
use crate::rules::near::nearest;
use crate::rules::written::Status;
use crate::text::Article;
use clap::{Args, ValueEnum};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

/// List all rules with what they find.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck rules list
  presscheck rules list --unused fixtures/articles
  presscheck rules list --format json | jq -r .id")]
pub(in crate::front::cli) struct List {
    /// How the list is set.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Only the rules of this pack.
    #[arg(long, value_name = "PACK")]
    pack: Option<String>,
    /// Only the rules that find nothing in these articles and folders.
    #[arg(long, value_name = "PATH", num_args = 1..)]
    unused: Vec<PathBuf>,
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
        let engine = engine(shell)?;
        let rules = engine.rules();
        if let Some(wanted) = self
            .pack
            .as_ref()
            .filter(|own| rules.packs.iter().all(|p| p.name != **own))
        {
            let names: Vec<&str> = rules.packs.iter().map(|p| p.name.as_str()).collect();
            let help = nearest(wanted, names.iter().copied()).map_or_else(
                || format!("The packs are: {}.", names.join(", ")),
                |near| format!("Did you mean `{near}`?"),
            );
            return Err(Failure::new(format!("there is no pack called `{wanted}`"))
                .help(help)
                .into());
        }
        let fired = fired(&engine, &self.unused)?;
        let mut out = String::new();
        // Writing to a string cannot fail.
        for pack in rules
            .packs
            .iter()
            .filter(|p| self.pack.as_ref().is_none_or(|own| *own == p.name))
        {
            let of_pack = rules
                .rules
                .iter()
                .filter(|r| r.id.split('/').next() == Some(&*pack.name))
                .filter(|r| !fired.contains(&*r.id));
            if self.format == Format::Human {
                let head = format!("{PACK}{}{PACK:#}: {}", pack.name, pack.about);
                let _ = match shell.window() {
                    None => writeln!(out, "{head}"),
                    Some(width) => writeln!(out, "{}", wrap(&head, width, "", "")),
                };
            }
            for rule in of_pack {
                match self.format {
                    Format::Human => line(rule, shell.window(), &mut out),
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
            let text = "`presscheck explain RULE` says why a rule is there and what to do.";
            let _ = writeln!(out, "{}", wrap(text, shell.width(), "", ""));
        }
        shell.print(&out)?;
        Ok(Outcome::Clean)
    }
}

/// The rules that find something in the articles.
fn fired(engine: &Engine, paths: &[PathBuf]) -> Result<BTreeSet<String>, Failure> {
    let mut fired = BTreeSet::new();
    for path in paths {
        let articles = if path.is_dir() {
            files::articles(path)?
        } else {
            vec![path.clone()]
        };
        for path in articles {
            let article = Article {
                body: files::read(&path, None)?.body,
                ..Article::default()
            };
            for finding in engine.check(&article, Options::default()).findings {
                fired.extend(finding.also);
                fired.insert(finding.rule);
            }
        }
    }
    Ok(fired)
}

/// A rule on a line, or where a window is too narrow for that, its summary below it.
fn line(rule: &Rule, window: Option<usize>, out: &mut String) {
    let status = match rule.status {
        Status::Stable => "",
        Status::Trial => " (on trial)",
        Status::Retired if rule.off => " (switched off)",
        Status::Retired => " (retired)",
    };
    let (id, severity, summary) = (&rule.id, rule.severity.name(), &rule.summary);
    let line = format!("  {id:44} {severity:8} {FAINT}{summary}{status}{FAINT:#}");
    let plain = 2 + 44 + 1 + 8 + 1 + summary.chars().count() + status.len();
    // Writing to a string cannot fail.
    let _ = match window {
        Some(width) if plain > width => {
            let below = wrap(&format!("{summary}{status}"), width, "      ", "      ");
            writeln!(out, "  {id} {severity}\n{FAINT}{below}{FAINT:#}")
        }
        _ => writeln!(out, "{line}"),
    };
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
