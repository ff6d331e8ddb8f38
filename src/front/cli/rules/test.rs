//! `presscheck rules test`.

mod articles;
mod junit;

use crate::engine::Engine;
use crate::front::Failure;
use crate::front::cli::{Outcome, Shell, Stop};
use crate::front::files;
use crate::front::house::House;
use crate::rules::written::Status;
use crate::rules::{Fault, Spanned};
use articles::Trial;
use clap::Args;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Prove rules: their examples, exact to the marked words, and their articles.
///
/// Each example gets a word: Validated (nothing found, as it should be), Reported (just the marked words
/// found), Missing (nothing found), Noisy (something found where nothing should be), Wrong (other words
/// found), Mended (a known gap that is closed). The pack's rules are run on every article in its folder
/// `fixtures`; what they find there is kept beside each article in a file ending in .report and compared
/// (a.report for a.txt; a.txt.report where there is a second a). --accept makes these files; commit them, for
/// an article without one does not hold, unless all that fires in it is on trial.
///
/// A rule that is not on trial has two examples of each sort, texts of its own (no TODO) and, once its pack has
/// articles, one in which it fires. What presscheck.toml says of rules is checked as well.
#[derive(Debug, Args)]
#[command(after_help = "The exit code is 1 if anything does not hold.

Examples:
  presscheck rules test
  presscheck rules test house --accept
  presscheck rules test --junit > rules.xml")]
pub(in crate::front::cli) struct Test {
    /// The pack; by default all packs of the house, or the built-in ones where it has none.
    #[arg(value_name = "PACK")]
    pack: Option<String>,
    /// Take what the rules find in the articles for right, after you have read it.
    #[arg(long)]
    accept: bool,
    /// Print XML for a build server, as `JUnit` does.
    #[arg(long)]
    junit: bool,
}

/// What came of one pack.
pub(super) struct Tested<'a> {
    engine: &'a Engine,
    pack: String,
    faults: Vec<Fault>,
    trials: Vec<Trial>,
}

impl Test {
    pub(super) fn run(&self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let house = shell.house()?;
        let engine = Engine::new(house.as_written()?);
        // A rule that is switched off is proven all the same, but what switches it off must name it.
        house.rules()?;
        let unproven = engine.unproven();
        let mut tested = Vec::new();
        for pack in self.packs(&house, &engine)? {
            let own = |fault: &&Fault| fault.file.split('/').next() == Some(pack.as_str());
            let faults = unproven.iter().filter(own).cloned().collect();
            let folder = house
                .packs
                .iter()
                .find(|p| p.name == pack)
                .map(|p| p.folder.join("fixtures"));
            let mut orphans = Vec::new();
            let trials = match folder.filter(|f| f.is_dir()) {
                Some(folder) => {
                    orphans = articles::orphans(&folder)?;
                    articles::run(&engine, &pack, &folder, self.accept, &mut |f| shell.fail(f))?
                }
                None => Vec::new(),
            };
            let mut pack = Tested {
                engine: &engine,
                pack,
                faults,
                trials,
            };
            pack.unwritten(&house);
            pack.idle();
            pack.orphans(&orphans);
            tested.push(pack);
        }
        let good = tested.iter().all(Tested::is_good);
        let text = if self.junit {
            junit::render(&tested)
        } else {
            self.human(&tested, &house)
        };
        shell.print(&text)?;
        Ok(if good { Outcome::Clean } else { Outcome::Findings })
    }

    fn packs(&self, house: &House, engine: &Engine) -> Result<Vec<String>, Failure> {
        let known = || engine.rules().packs.iter().map(|p| p.name.clone());
        let Some(wanted) = &self.pack else {
            let own: Vec<String> = house.packs.iter().map(|p| p.name.clone()).collect();
            return Ok(if own.is_empty() { known().collect() } else { own });
        };
        if known().any(|name| name == *wanted) {
            return Ok(vec![wanted.clone()]);
        }
        Err(Failure::new(format!("there is no pack called `{wanted}`"))
            .help(format!("The packs are: {}.", known().collect::<Vec<_>>().join(", "))))
    }

    fn human(&self, tested: &[Tested<'_>], house: &House) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        for pack in tested {
            let (rules, examples) = pack.counts();
            let _ = writeln!(
                out,
                "{}: {}, {}, {}",
                pack.pack,
                count(rules, "rule"),
                count(examples, "example"),
                count(pack.trials.len(), "article")
            );
            let _ = write!(out, "{}", pack.verdicts());
            for trial in &pack.trials {
                let _ = write!(out, "{}", trial.drawn(self.accept));
            }
            if pack.trials.is_empty() && house.packs.iter().any(|p| p.name == pack.pack) {
                out.push_str(
                    "  no rule of it was seen at work: put articles into its folder fixtures, and from the first on \
                     every rule in use must fire in one\n",
                );
            }
            let waiting = pack.waiting();
            if !waiting.is_empty() {
                let _ = writeln!(
                    out,
                    "  on trial until two examples of each sort prove it: {}",
                    waiting.join(", ")
                );
            }
            if !pack.faults.is_empty() {
                let _ = write!(out, "\n{}", house.draw(&pack.faults));
            }
        }
        let good = tested.iter().all(Tested::is_good);
        out.push_str(if good {
            "everything holds\n"
        } else {
            "\nnot everything holds\n"
        });
        out
    }
}

impl Tested<'_> {
    fn is_good(&self) -> bool {
        self.faults.is_empty() && self.trials.iter().all(Trial::is_good)
    }

    /// How many examples got which word: "2 Reported, 2 Validated".
    fn verdicts(&self) -> String {
        const WORDS: [&str; 6] = ["Reported", "Validated", "Missing", "Noisy", "Wrong", "Mended"];
        let proofs = self.engine.proofs().filter(|p| articles::is_of(&p.rule.id, &self.pack));
        let given: Vec<&str> = proofs.map(|proof| proof.outcome.name()).collect();
        let count = |word: &&str| given.iter().filter(|g| *g == word).count();
        let words = WORDS.iter().filter(|word| count(word) > 0);
        let counted: Vec<String> = words.map(|word| format!("{} {word}", count(word))).collect();
        if counted.is_empty() {
            String::new()
        } else {
            format!("  examples: {}\n", counted.join(", "))
        }
    }

    /// The rules on trial that want examples.
    fn waiting(&self) -> Vec<&str> {
        let waiting = self.engine.waiting().map(|rule| &*rule.id);
        waiting.filter(|id| articles::is_of(id, &self.pack)).collect()
    }

    fn counts(&self) -> (usize, usize) {
        let own = || articles::of_pack(self.engine, &self.pack);
        (own().count(), own().map(|r| r.examples.len()).sum())
    }

    /// Files that keep what was found in an article that is gone: they would come back with the next of its name.
    fn orphans(&mut self, paths: &[PathBuf]) {
        let fault = |path: &PathBuf| {
            let message = "this keeps what is found in an article that is not there";
            Fault::new(&files::id(path), None, message).with_help(Some(
                "delete it, or bring the article back; of two articles of one name each keeps its own, as a.txt.report"
                    .to_owned(),
            ))
        };
        self.faults.extend(paths.iter().map(fault));
    }

    /// Rules in use whose texts nobody has written yet: readers would see the TODO.
    fn unwritten(&mut self, house: &House) {
        for rule in articles::of_pack(self.engine, &self.pack).filter(|r| r.status != Status::Trial) {
            let Some(text) = house.text_of(&rule.id) else { continue };
            let texts: BTreeMap<String, Spanned<toml::Value>> = toml::from_str(text).unwrap_or_default();
            for (key, value) in &texts {
                let todo = value
                    .get_ref()
                    .as_str()
                    .is_some_and(|v| v.trim_start().starts_with("TODO"));
                if todo {
                    let message = format!("`{key}` is still to be written, and the rule is in use");
                    let help = "say it in your own words, or put the rule on trial again: status = \"trial\"";
                    self.faults.push(
                        Fault::new(&format!("{}.toml", rule.id), Some(value.span()), message)
                            .with_help(Some(help.to_owned())),
                    );
                }
            }
        }
    }

    /// Rules in use that fire in none of the pack's articles: a rule that is never seen at work cannot be trusted. A
    /// pack without any, as it is imported, is told so and waits for its first.
    fn idle(&mut self) {
        if self.trials.is_empty() {
            return;
        }
        for rule in articles::of_pack(self.engine, &self.pack).filter(|r| r.status == Status::Stable) {
            if !self.trials.iter().any(|t| t.fired.contains(&*rule.id)) {
                self.faults.push(
                    Fault::new(
                        &format!("{}.toml", rule.id),
                        None,
                        format!("`{}` fires in no article of the pack", rule.id),
                    )
                    .with_help(Some(
                        "put an article that holds the mistake into the pack's folder fixtures, or put the rule on \
                         trial: status = \"trial\""
                            .to_owned(),
                    )),
                );
            }
        }
    }
}

fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}
