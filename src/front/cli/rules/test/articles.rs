//! A pack's rules on the pack's articles.

use crate::engine::{Engine, Options};
use crate::front::Failure;
use crate::front::files::{self, save};
use crate::rules::Rule;
use crate::rules::written::Status;
use crate::text::Article;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// What came of one article.
pub(super) struct Trial {
    /// Its path.
    pub(super) path: String,
    /// What the rules find now.
    found: String,
    /// What they found when somebody last accepted it.
    accepted: Option<String>,
    /// The rules that fired.
    pub(super) fired: BTreeSet<String>,
    /// Are all that fired on trial, and is there one?
    unproven: bool,
}

/// The rules of a pack.
pub(super) fn of_pack<'a>(engine: &'a Engine, pack: &'a str) -> impl Iterator<Item = &'a Rule> {
    let rules = engine.rules().rules.iter();
    rules.filter(move |r| is_of(&r.id, pack))
}

/// Is it a rule of the pack?
pub(super) fn is_of(rule: &str, pack: &str) -> bool {
    rule.split('/').next() == Some(pack)
}

/// Runs the rules of a pack on every article of a folder.
///
/// # Errors
/// If the folder cannot be read. An article that cannot be read is told to `fail`, and the others are run.
pub(super) fn run(
    engine: &Engine,
    pack: &str,
    folder: &Path,
    accept: bool,
    fail: &mut dyn FnMut(&Failure),
) -> Result<Vec<Trial>, Failure> {
    let mut out = Vec::new();
    let paths = files::articles(folder)?;
    for path in &paths {
        let body = match files::read(path, None) {
            Ok(copy) => copy.body,
            Err(failure) => {
                fail(&failure);
                continue;
            }
        };
        let article = Article {
            id: files::id(path),
            body,
            ..Article::default()
        };
        let (mut found, mut fired) = (String::new(), BTreeSet::new());
        for finding in engine.check(&article, Options::default()).findings {
            let all = std::iter::once(&finding.rule).chain(&finding.also);
            for rule in all.filter(|rule| is_of(rule, pack)) {
                fired.insert(rule.clone());
                let place = &finding.primary;
                // Writing to a string cannot fail.
                let _ = writeln!(found, "{}:{} {rule} {}", place.line, place.column, finding.message);
            }
        }
        if found.is_empty() {
            found.push_str("nothing is found\n");
        }
        let report = report_of(path, &paths);
        let mut accepted = fs::read_to_string(&report).ok();
        if accept && accepted.as_deref() != Some(&found) {
            save(&report, found.as_bytes())?;
            accepted = Some(found.clone());
        }
        let proven = |id: &String| of_pack(engine, pack).any(|r| *r.id == **id && r.status != Status::Trial);
        out.push(Trial {
            path: article.id,
            found,
            accepted,
            unproven: !fired.is_empty() && !fired.iter().any(proven),
            fired,
        });
    }
    Ok(out)
}

/// The file beside an article that keeps what is found in it: `a.report` beside `a.txt`, and `a.txt.report` where
/// another article is called `a` too.
fn report_of(path: &Path, all: &[PathBuf]) -> PathBuf {
    let alike = |other: &&PathBuf| other.with_extension("") == path.with_extension("");
    if all.iter().filter(alike).count() < 2 {
        return path.with_extension("report");
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".report");
    path.with_file_name(name)
}

/// The files below a folder that keep what was found in an article that is gone.
///
/// # Errors
/// If the folder cannot be read.
pub(super) fn orphans(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let paths = files::articles(folder)?;
    let kept: BTreeSet<PathBuf> = paths.iter().map(|path| report_of(path, &paths)).collect();
    let all = files::ending_in(folder, "report")?;
    Ok(all.into_iter().filter(|path| !kept.contains(path)).collect())
}

impl Trial {
    /// Do the rules find what somebody accepted? Where nothing is kept, a change would never show: that is good enough
    /// for rules on trial alone.
    pub(super) fn is_good(&self) -> bool {
        self.accepted
            .as_ref()
            .map_or(self.unproven, |accepted| *accepted == self.found)
    }

    /// What there is to say about it: nothing if all is as accepted.
    pub(super) fn drawn(&self, accept: bool) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        match &self.accepted {
            None => {
                let _ = writeln!(
                    out,
                    "  {}: {}",
                    self.path,
                    if self.unproven {
                        "new, of rules on trial; --accept keeps this"
                    } else {
                        "no .report keeps what is found here; read it, then --accept keeps this"
                    }
                );
                self.found.lines().for_each(|line| {
                    let _ = writeln!(out, "    {line}");
                });
            }
            Some(accepted) if *accepted != self.found => {
                let _ = writeln!(out, "  {}: differs from its .report", self.path);
                for line in accepted.lines().filter(|l| !self.found.lines().any(|f| f == *l)) {
                    let _ = writeln!(out, "  - {line}");
                }
                for line in self.found.lines().filter(|l| !accepted.lines().any(|a| a == *l)) {
                    let _ = writeln!(out, "  + {line}");
                }
            }
            Some(_) if accept => {
                let _ = writeln!(out, "  {}: accepted", self.path);
            }
            Some(_) => {}
        }
        out
    }
}
