//! `presscheck rules test`.

mod articles;
mod junit;

use crate::engine::Engine;
use crate::front::Failure;
use crate::front::cli::{Outcome, Shell, Stop};
use crate::front::files;
use crate::front::house::House;
use crate::rules::Fault;
use articles::Trial;
use clap::Args;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Prove rules: their examples, exact to the marked words, and their articles.
///
/// Each example gets a word: Validated (nothing found, as it should be), Reported (just the marked words
/// found), Missing (nothing found), Noisy (something found where nothing should be), Wrong (other words
/// found), Mended (a known gap that is closed). The pack's rules are run on every article in its folder
/// `fixtures`; what they find there is kept beside each article in a file ending in .report and compared
/// (a.report for a.txt; a.txt.report where there is a second a).
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
            Fault::new(&files::id(path), None, message)
                .with_help(Some("delete it, or bring the article back".to_owned()))
        };
        self.faults.extend(paths.iter().map(fault));
    }

    /// Rules that fire in none of the pack's articles: a rule that is never seen at work cannot be trusted.
    fn idle(&mut self) {
        if self.trials.is_empty() {
            return;
        }
        for rule in articles::of_pack(self.engine, &self.pack) {
            if !self.trials.iter().any(|t| t.fired.contains(&*rule.id)) {
                self.faults.push(
                    Fault::new(
                        &format!("{}.toml", rule.id),
                        None,
                        format!("`{}` fires in no article of the pack", rule.id),
                    )
                    .with_help(Some(
                        "put an article that holds the mistake into the pack's folder fixtures".to_owned(),
                    )),
                );
            }
        }
    }
}

fn count(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}
