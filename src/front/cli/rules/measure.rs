//! `presscheck rules measure`.

use crate::engine::Engine;
use crate::finding::Precision;
use crate::front::Failure;
use crate::front::batch::lines::{self, Line};
use crate::front::cli::{Outcome, Shell, Stop};
use crate::front::corpus::Labelled;
use crate::front::files::{save, trouble};
use crate::front::house::House;
use crate::front::measure::{Count, Tally, may_carry, recorded};
use crate::rules::{Rule, builtin};
use crate::score::at_least;
use clap::Args;
use rayon::prelude::*;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Count how often rules are right, and write it into their files.
///
/// The corpus is JSON lines: articles as `presscheck batch` takes them, with labels. A label is
/// {"rules"?: "tone/*", "right": true or false, "field"?: …, "quote": …}, or "start" and "end" (bytes)
/// instead of the quote, or neither: then it holds for the whole article. Of the labels that a finding
/// touches the shortest decides; a finding that no label touches is not judged. So {"right": false}
/// and one {"right": true, "quote": …} for each mistake say that all mistakes are marked.
///
/// Articles without labels count for the rates only. Settings of the house are left aside: rules are
/// measured as their files have them. A finding that the rule itself makes lighter is not counted.
///
/// A rule that was right less than three times in four may not be graver than minor, and one that was more
/// often wrong than right may only make notes; the table says so, and the file's severity stays yours.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck rules measure labelled.jsonl --dry-run
  presscheck rules measure labelled.jsonl --rules 'house/*' --on 'May 2026'
  presscheck rules measure archive.jsonl --rules 'tone/*'   # rates alone")]
pub(in crate::front::cli) struct Measure {
    /// The labelled articles, one JSON object a line; `-` is standard input.
    #[arg(value_name = "CORPUS")]
    corpus: PathBuf,
    /// Only these rules: an id, or `pack/*`. May be given more than once.
    #[arg(long, value_name = "RULES")]
    rules: Vec<String>,
    /// What the corpus is, for readers of the rule; by default its file's name and size.
    #[arg(long, value_name = "WORDS")]
    on: Option<String>,
    /// The folder that holds the packs whose files are written; by default those of the house.
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
    /// Only print the table.
    #[arg(long)]
    dry_run: bool,
}

impl Measure {
    pub(super) fn run(&self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let house = shell.house()?;
        let engine = Engine::new(house.as_written()?);
        let (mut tally, bad) = self.count(&engine)?;
        tally.rules.retain(|id, _| self.means(id));
        shell.print(&table(&engine, &tally))?;
        if !bad.is_empty() {
            for failure in &bad {
                shell.fail(failure);
            }
            shell.note("nothing was written, since not all lines could be read");
            return Ok(Outcome::Clean);
        }
        if self.dry_run {
            return Ok(Outcome::Clean);
        }
        let written = self.write(&engine, &house, &tally)?;
        shell.print(&written)?;
        Ok(Outcome::Clean)
    }

    fn means(&self, id: &str) -> bool {
        let fits = |pattern: &String| match pattern.strip_suffix('*') {
            Some(head) => id.starts_with(head),
            None => id == pattern,
        };
        self.rules.is_empty() || self.rules.iter().any(fits)
    }

    /// Counts over all lines; those that cannot be read come back as failures.
    fn count(&self, engine: &Engine) -> Result<(Tally, Vec<Failure>), Stop> {
        let name = self.corpus.display();
        let chunks = if self.corpus.as_os_str() == "-" {
            lines::read(io::stdin())
        } else {
            lines::read(File::open(&self.corpus).map_err(|e| trouble(&e).at(&name))?)
        };
        let (mut tally, mut bad, mut number) = (Tally::default(), Vec::new(), 0);
        for chunk in chunks {
            let chunk = chunk.map_err(|e| trouble(&e).at(&name))?;
            let counted: Vec<_> = chunk.par_iter().map(|line| one(engine, line)).collect();
            for counted in counted {
                number += 1;
                match counted {
                    Ok(more) => tally.add(more),
                    Err(what) => bad.push(Failure::new(what).at(format!("{name}, article {number}"))),
                }
            }
        }
        Ok((tally, bad))
    }

    /// Writes the records of the rules that were judged. All files are made ready before the first is saved.
    fn write(&self, engine: &Engine, house: &House, tally: &Tally) -> Result<String, Failure> {
        let on = self.on.clone().unwrap_or_else(|| {
            let name = self.corpus.file_name().unwrap_or(self.corpus.as_os_str());
            format!("{}: {} labelled articles", name.to_string_lossy(), tally.labelled)
        });
        let (mut ready, mut away) = (Vec::new(), 0);
        for (id, count) in tally.rules.iter().filter(|(_, c)| c.judged != Precision::default()) {
            let rule = engine.rules().rules.iter().find(|r| *r.id == **id);
            let Some(path) = rule.and_then(|rule| self.file(house, rule)) else {
                away += 1;
                continue;
            };
            let text = fs::read_to_string(&path).map_err(|e| trouble(&e).at(path.display()))?;
            same_rule(id, &text, &path)?;
            let new = recorded(&text, count.judged, &on).map_err(|f| f.at(path.display()))?;
            if new != text {
                ready.push((path, new));
            }
        }
        let mut out = String::new();
        for (path, text) in ready {
            save(&path, text.as_bytes())?;
            // Writing to a string cannot fail.
            let _ = writeln!(out, "wrote {}", path.display());
        }
        if away > 0 {
            let _ = writeln!(
                out,
                "{away} of the judged rules are built in: nothing was written for them (--into names their folder)"
            );
        }
        Ok(out)
    }

    /// The file of a rule: in the folder that was named, or the house's own.
    fn file(&self, house: &House, rule: &Rule) -> Option<PathBuf> {
        match &self.into {
            Some(folder) => {
                let path = folder.join(format!("{}.toml", rule.id));
                path.is_file().then_some(path)
            }
            None => house.file_of(&rule.id).map(Path::to_owned),
        }
    }
}

fn one(engine: &Engine, line: &Line) -> Result<Tally, String> {
    match line {
        Line::TooLong => Err(format!(
            "the line is longer than {} MiB",
            lines::MOST_BYTES / (1024 * 1024)
        )),
        Line::Whole(line) => Labelled::read(line).and_then(|labelled| Tally::of(engine, &labelled)),
    }
}

/// A built-in rule's file must be the rule that was run, or its record would be another's.
fn same_rule(id: &str, text: &str, path: &Path) -> Result<(), Failure> {
    match builtin::file(id) {
        Some(built_in) if built_in.text != text => Err(Failure::new("is not the rule that was measured")
            .at(path.display())
            .help("The program was built from another version of this file: build it again, then measure.")),
        _ => Ok(()),
    }
}

/// The table: a line for each rule that found something.
fn table(engine: &Engine, tally: &Tally) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(
        out,
        "{} articles, {} of them labelled, {} words\n",
        tally.articles, tally.labelled, tally.words
    );
    let _ = writeln!(
        out,
        "{:44} {:8} {:>6} {:>8} {:>6} {:>6} {:>6} {:>9}  may carry",
        "rule", "severity", "found", "per 1000", "right", "wrong", "share", "at least"
    );
    for (id, count) in &tally.rules {
        let rule = engine.rules().rules.iter().find(|r| *r.id == **id);
        out.push_str(&row(id, rule, *count, tally.words));
    }
    out
}

fn row(id: &str, rule: Option<&Rule>, count: Count, words: usize) -> String {
    let severity = rule.map_or("", |r| r.severity.name());
    let rate = 1000.0 * count.found as f64 / words.max(1) as f64;
    let Precision { right, wrong } = count.judged;
    let begin = format!(
        "{id:44} {severity:8} {:>6} {rate:>8.3} {right:>6} {wrong:>6}",
        count.found
    );
    let (Some(share), Some(most)) = (count.judged.share(), may_carry(count.judged)) else {
        return format!("{begin} {:>6} {:>9}  not judged\n", "", "");
    };
    let least = at_least(right, wrong);
    let too_grave = rule.is_some_and(|r| r.severity > most);
    let carries = if too_grave {
        format!("{} at most: its file says more", most.name())
    } else {
        most.name().to_owned()
    };
    format!("{begin} {share:>6.2} {least:>9.2}  {carries}\n")
}
