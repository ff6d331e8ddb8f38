//! `presscheck rules kinds`.

use super::new;
use crate::front::Failure;
use crate::front::cli::{Outcome, Shell, Stop};
use crate::front::schema::{self, Key};
use crate::render::wrap::wrap;
use crate::rules::builtin;
use crate::rules::kinds::KINDS;
use crate::rules::near::nearest;
use clap::Args;
use std::fmt::Write as _;

/// List the kinds of rule: what a rule can look for, or one of them with its keys and an example.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck rules kinds
  presscheck rules kinds occurrence
  presscheck rules new house/water-jargon --kind lexicon")]
pub(in crate::front::cli) struct Kinds {
    /// The kind that is to be shown.
    #[arg(value_name = "KIND")]
    kind: Option<String>,
}

impl Kinds {
    pub(super) fn run(&self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let text = match &self.kind {
            None => list(shell.window()),
            Some(kind) => shown(kind, shell.width()).ok_or_else(|| {
                let near = nearest(kind, KINDS.iter().map(|(name, _)| *name));
                let help = near.map_or_else(
                    || "`presscheck rules kinds` lists the kinds.".to_owned(),
                    |near| format!("Did you mean `{near}`?"),
                );
                Failure::new(format!("there is no kind of rule called `{kind}`")).help(help)
            })?,
        };
        shell.print(&text)?;
        Ok(Outcome::Clean)
    }
}

fn list(window: Option<usize>) -> String {
    let mut out = String::new();
    let width = KINDS.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, summary) in KINDS {
        // Writing to a string cannot fail, here and below.
        let line = format!("{name:width$}  {summary}");
        let _ = match window {
            None => writeln!(out, "{line}"),
            Some(window) => writeln!(out, "{}", wrap(&line, window, "", &" ".repeat(width + 2))),
        };
    }
    let more = "One of them with its keys and an example: presscheck rules kinds KIND";
    let _ = match window {
        None => writeln!(out, "\n{more}"),
        Some(window) => writeln!(out, "\n{}", wrap(more, window, "", "  ")),
    };
    out
}

/// A kind with its keys and an example; `None` if there is no such kind.
pub(in crate::front::cli) fn shown(kind: &str, width: usize) -> Option<String> {
    let (name, summary) = KINDS.iter().find(|(name, _)| *name == kind)?;
    let mut out = format!("{name}: {summary}\n\n");
    let keys = schema::keys_of(name);
    let _ = writeln!(
        out,
        "{}",
        if keys.is_empty() {
            format!("[check.{name}] has no keys.")
        } else {
            format!("The keys of [check.{name}]:")
        }
    );
    let column = keys.iter().map(|key| key.name.len()).max().unwrap_or_default();
    for Key { name, about, needed } in &keys {
        let line = format!("  {name:column$}  {about}{}", if *needed { " Needed." } else { "" });
        let indent = " ".repeat(column + 4);
        let _ = writeln!(
            out,
            "{}",
            textwrap::fill(&line, textwrap::Options::new(width).subsequent_indent(&indent))
        );
    }
    let header = format!("[check.{name}]");
    if let Some(text) = new::beginning(name) {
        let check = text.find(&header).map_or("", |at| &text[at..]);
        let mut parts = check.split("\n[[example]]\n");
        let table = parts.next().unwrap_or_default().trim_end();
        let example = parts.next().unwrap_or_default().trim_end();
        let _ = writeln!(out, "\nFor example:\n\n{table}\n\n[[example]]\n{example}");
    } else if let Some(model) = builtin::files().iter().find(|file| file.text.contains(&header)) {
        let _ = writeln!(out, "\nA rule of it: presscheck explain {}", model.path);
    }
    let _ = writeln!(out, "\nTo begin one: presscheck rules new NAME --kind {name}");
    Some(out)
}
