//! `presscheck allow`: lets one finding stand.

use super::input::{How, day};
use super::{Outcome, Shell, Stop, engine, report};
use crate::allow::{are_initials, signed_twice};
use crate::engine::{Options, STALE};
use crate::finding::{Severity, fingerprint};
use crate::front::Failure;
use crate::front::allowed;
use crate::front::files;
use crate::report::{FindingReport, Report};
use clap::Args;
use jiff::civil::Date;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Let a finding stand, with the reason and the initials of whoever decided.
///
/// It is written into a file beside the article, STORY.txt.presscheck.toml, holds for these words only, and
/// stays in every report; it costs no points and does not hold the gate. A critical finding needs a second
/// name. In Markdown and HTML a comment does the same for what a rule finds in one paragraph:
/// <!-- presscheck: allow RULE because REASON (AB, CD) until 2026-12-31 -->
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck check --fingerprints story.txt
  presscheck allow story.txt tone/loaded-word --because 'the court did' --by AB
  presscheck allow story.txt 3f2a91 --because 'checked' --by AB --second CD
  presscheck allow story.txt 3f2a91 --because 'the inquiry' --by AB \\
      --until 2026-12-31 --as-of 2026-11-22
  presscheck allow live.txt years-ago --because 'she is right' --by AB \\
      --as-of 2026-11-22")]
#[command(mut_arg("genre", |genre| {
    genre.help("The sort of story, in your own word (\"sport\", \"opinion\"), as it was given to `check`")
}))]
pub(super) struct Allow {
    /// The article.
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// The finding: its fingerprint or the beginning of it, or its rule where that found one thing only.
    #[arg(value_name = "FINDING")]
    finding: String,
    /// Why it may stand.
    #[arg(long, value_name = "REASON")]
    because: String,
    /// Whose decision: initials.
    #[arg(long, value_name = "INITIALS")]
    by: String,
    /// Who agreed: initials.
    #[arg(long, value_name = "INITIALS")]
    second: Option<String>,
    /// The last day it holds, as YYYY-MM-DD; by default it holds until the words change.
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<Date>,
    #[command(flatten)]
    how: How,
}

impl Allow {
    pub(super) fn run(&self, shell: &mut Shell) -> Result<Outcome, Stop> {
        if self.path.as_os_str() == "-" {
            return Err(
                Failure::new("copy on standard input has no file that the decision could be written beside")
                    .help("Save the article and name its file.")
                    .into(),
            );
        }
        let engine = engine(shell)?;
        let (article, _) = self.how.file(&self.path, &*shell.house()?)?;
        let before = allowed::read(&self.path)?;
        let options = Options {
            allow: &before,
            ..Options::default()
        };
        let report = report(&engine, &article, options)?;
        let finding = self.meant(&report.findings)?;
        self.sign(finding)?;
        let path = allowed::path(&self.path);
        let text = with(&path, &self.entry(finding))?;
        // Read and tried before it is written, so that nothing is ever left behind that lets nothing stand.
        let after = allowed::parse(&path, &text)?;
        let options = Options {
            allow: &after,
            ..Options::default()
        };
        stands(&super::report(&engine, &article, options)?, &report, finding)?;
        files::save(&path, text.as_bytes())?;
        shell.print(&format!("wrote {}: {} stands\n", path.display(), finding.rule))?;
        Ok(Outcome::Clean)
    }

    /// The finding that is meant.
    fn meant<'a>(&self, findings: &'a [FindingReport]) -> Result<&'a FindingReport, Failure> {
        // A rule by its short name, as `explain` takes it: its id behind the pack.
        let named =
            |rule: &str| rule == self.finding || rule.split_once('/').is_some_and(|(_, own)| own == self.finding);
        let fits = |f: &&FindingReport| named(&f.rule) || f.fingerprint.starts_with(&self.finding);
        let meant: Vec<&FindingReport> = findings.iter().filter(fits).collect();
        let open: Vec<&FindingReport> = meant.iter().copied().filter(|f| f.allowed.is_none()).collect();
        match open.as_slice() {
            [one] => Ok(one),
            [] if meant.is_empty() => Err(
                Failure::new(format!("nothing is found that `{}` could mean", self.finding))
                    .at(self.path.display())
                    .help("`presscheck check --fingerprints --notes` shows what is found."),
            ),
            [] => Err(Failure::new("somebody let this stand already, and nothing was written").at(self.path.display())),
            several => {
                let mut list = format!("`{}` could mean {} findings", self.finding, several.len());
                for f in several {
                    // Writing to a string cannot fail.
                    let _ = write!(list, "\n  {}  line {}: {}", f.fingerprint, f.primary.line, f.message);
                }
                Err(Failure::new(list).at(self.path.display()).help("Name one of them."))
            }
        }
    }

    fn sign(&self, finding: &FindingReport) -> Result<(), Failure> {
        for name in std::iter::once(&self.by).chain(&self.second) {
            if !are_initials(name) {
                return Err(Failure::new(format!("“{name}” is no initials")).help("Write them as in --by AB."));
            }
        }
        if self.second.as_ref().is_some_and(|s| signed_twice(&self.by, s)) {
            return Err(Failure::new("--second names the same person as --by")
                .help("Have somebody else agree, and add --second with their initials."));
        }
        if finding.severity == Severity::Critical && self.second.is_none() {
            return Err(
                Failure::new("this finding is critical, and one person alone cannot let it stand")
                    .help("Have somebody else agree, and add --second with their initials."),
            );
        }
        Ok(())
    }

    /// The entry as TOML.
    fn entry(&self, finding: &FindingReport) -> String {
        let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
        let nth = finding.fingerprint.rsplit_once('-').map_or("1", |(_, nth)| nth);
        let mut out = format!(
            "[[allow]]\nrule   = {}\nquote  = {}\n",
            quoted(&finding.rule),
            quoted(&finding.primary.quote)
        );
        debug_assert!(nth != "1" || finding.fingerprint == fingerprint(&finding.rule, &finding.primary.quote, 1));
        // Writing to a string cannot fail, here and below.
        if nth != "1" {
            let _ = writeln!(out, "nth    = {nth}");
        }
        let _ = writeln!(out, "reason = {}\nby     = {}", quoted(&self.because), quoted(&self.by));
        if let Some(second) = &self.second {
            let _ = writeln!(out, "second = {}", quoted(second));
        }
        let until = self.until.map_or_else(|| "changed".to_owned(), |day| day.to_string());
        let _ = writeln!(out, "until  = {}", quoted(&until));
        out
    }
}

/// Does an allowance let the finding stand?
fn stands(after: &Report, before: &Report, finding: &FindingReport) -> Result<(), Failure> {
    let stands = |f: &FindingReport| f.fingerprint == finding.fingerprint && f.allowed.is_some();
    if after.findings.iter().any(stands) {
        return Ok(());
    }
    let known = |f: &FindingReport| before.findings.iter().any(|b| b.fingerprint == f.fingerprint);
    let why = after.findings.iter().find(|f| f.rule == STALE && !known(f));
    let (what, help) = why.map_or_else(Default::default, |f| (f.message.clone(), f.advice.clone()));
    Err(Failure::new(format!("nothing was written: {what}")).help(help))
}

/// What is in a file already, with an entry after it.
fn with(path: &Path, entry: &str) -> Result<String, Failure> {
    let before = match fs::read_to_string(path) {
        Ok(text) => format!("{}\n\n", text.trim_end()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            "# What was let stand in the article beside this file, and on whose word.\n\n".to_owned()
        }
        Err(error) => return Err(files::trouble(&error).at(path.display())),
    };
    Ok(before + entry)
}
