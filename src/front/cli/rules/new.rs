//! `presscheck rules new`.

use crate::engine::{Engine, Options};
use crate::front::Failure;
use crate::front::cli::init::create;
use crate::front::cli::{Outcome, Shell, Stop};
use crate::front::house::{House, HousePack};
use crate::rules::kinds::KINDS;
use crate::rules::near::nearest;
use crate::rules::{Rule, RuleFile, Rules, Wanted, builtin};
use crate::text::{Article, Body};
use clap::Args;
use std::fmt::Write as _;

/// Begin a rule: its file with examples, and an article it is tried on.
///
/// The new rule works as it stands and is on trial: it is shown and never scored until its `status` line
/// is deleted. Change what it looks for and its examples, then run `presscheck rules test`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck rules new house/water-jargon --kind lexicon
  presscheck rules new units --kind pattern")]
pub(in crate::front::cli) struct New {
    /// The rule's name: pack/rule, or the rule alone where there is one pack.
    #[arg(value_name = "ID")]
    id: String,
    /// What it looks for; `presscheck rules kinds` lists the kinds.
    #[arg(long, value_name = "KIND", default_value = "lexicon")]
    kind: String,
}

/// Kinds with a beginning of their own; the others begin as a copy of a built-in rule.
const BEGINNINGS: &[(&str, &str)] = &[
    ("capitalization", include_str!("new/capitalization.toml")),
    ("conditional", include_str!("new/conditional.toml")),
    ("lexicon", include_str!("new/lexicon.toml")),
    ("line", include_str!("new/line.toml")),
    ("metric", include_str!("new/metric.toml")),
    ("occurrence", include_str!("new/occurrence.toml")),
    ("pattern", include_str!("new/pattern.toml")),
    ("repetition", include_str!("new/repetition.toml")),
    ("spelling", include_str!("new/spelling.toml")),
    ("substitution", include_str!("new/substitution.toml")),
];

impl New {
    pub(super) fn run(&self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let house = shell.house()?;
        let (pack, name) = self.place(&house)?;
        let path = pack.folder.join(format!("{name}.toml"));
        if path.exists() {
            return Err(Failure::new("is there already")
                .at(path.display())
                .help("Choose another name.")
                .into());
        }
        let text = self.text()?;
        let id = format!("{}/{name}", pack.name);
        // Loaded before it is written, so that nothing unsound is ever left behind.
        let described = (format!("{}/pack", pack.name), PACK);
        let files = [(described.0.as_str(), described.1), (id.as_str(), text.as_str())];
        let rules = Rules::load(&files, &builtin::lists()).map_err(|faults| house.failure(&faults))?;
        let articles = articles(rules, name);
        create(&path, &text)?;
        shell.print(&format!("wrote {}\n", path.display()))?;
        for (file, article) in articles {
            let fixture = pack.folder.join("fixtures").join(file);
            if !fixture.exists() {
                create(&fixture, &article)?;
                shell.print(&format!("wrote {}\n", fixture.display()))?;
            }
        }
        shell.print(&format!(
            "\nNext: write your own rule into it, then presscheck rules test {}\n",
            pack.name
        ))?;
        Ok(Outcome::Clean)
    }

    fn place<'a>(&'a self, house: &'a House) -> Result<(&'a HousePack, &'a str), Failure> {
        let Some((pack, name)) = self.id.split_once('/') else {
            return match house.packs.as_slice() {
                [one] => Ok((one, &self.id)),
                [] => Err(no_pack()),
                _ => {
                    Err(Failure::new(format!("`{}` does not say in which pack", self.id))
                        .help("Write it as pack/rule."))
                }
            };
        };
        if house.packs.is_empty() {
            return Err(no_pack());
        }
        let found = house.packs.iter().find(|p| p.name == pack);
        found.map(|found| (found, name)).ok_or_else(|| {
            let names: Vec<&str> = house.packs.iter().map(|p| p.name.as_str()).collect();
            Failure::new(format!("there is no house pack called `{pack}`")).help(format!(
                "The packs are: {}. A new one is a folder with a pack.toml.",
                names.join(", ")
            ))
        })
    }

    fn text(&self) -> Result<String, Failure> {
        if let Some(text) = beginning(&self.kind) {
            return Ok(text.to_owned());
        }
        let names = || KINDS.iter().map(|(name, _)| *name);
        if !names().any(|name| name == self.kind) {
            let help = nearest(&self.kind, names()).map_or_else(
                || "`presscheck rules kinds` lists the kinds.".to_owned(),
                |near| format!("Did you mean `{near}`?"),
            );
            return Err(Failure::new(format!("there is no kind of rule called `{}`", self.kind)).help(help));
        }
        let header = format!("[check.{}]", self.kind);
        let model = builtin::files().iter().find(|file| file.text.contains(&header));
        let RuleFile { path: id, text, .. } = model.ok_or_else(|| {
            Failure::new(format!(
                "there is no built-in rule of kind `{}` to begin with",
                self.kind
            ))
        })?;
        Ok(format!("# Begun as a copy of {id}.\n\n{}", begun(text)))
    }
}

/// How a rule of this kind begins, if the kind has a beginning of its own.
pub(super) fn beginning(kind: &str) -> Option<&'static str> {
    let mut known = BEGINNINGS.iter();
    known.find(|(name, _)| *name == kind).map(|(_, text)| *text)
}

/// The articles that a new rule is tried on, with the names of their files: all that it is to flag as one article, or,
/// where the rule looks at an article as a whole and finds nothing in that, each as one of its own.
fn articles(rules: Rules, name: &str) -> Vec<(String, String)> {
    let flags = |rule: &Rule| {
        let flags = rule.examples.iter().filter(|e| e.wanted == Wanted::Flags);
        flags.map(|e| format!("{}\n", e.copy.trim())).collect::<Vec<_>>()
    };
    let copies: Vec<String> = rules.rules.iter().flat_map(flags).collect();
    let all = copies.join("\n");
    let article = Article {
        body: Body::Text(all.clone()),
        ..Article::default()
    };
    let fires = !Engine::new(rules)
        .check(&article, Options::default())
        .findings
        .is_empty();
    if fires {
        return vec![(format!("{name}.txt"), all)];
    }
    let numbered = copies.into_iter().enumerate();
    numbered
        .map(|(n, copy)| (format!("{name}-{}.txt", n + 1), copy))
        .collect()
}

/// What a copy must not take over: the other rule's record, its place in the taxonomy, its standards and its age.
const OF_THE_MODEL: [&str; 4] = ["covers", "standards", "since", "status"];

/// A built-in rule's text as the beginning of another, which nobody has proven yet.
fn begun(text: &str) -> String {
    let mut out = String::new();
    let (mut table, mut open) = ("", 0);
    for line in text.lines() {
        if line.starts_with('[') && open == 0 {
            table = line.trim();
        }
        let in_record = table == "[measured]";
        let key = line.split(['=', ' ']).next().unwrap_or_default();
        let goes = open > 0 || table.is_empty() && OF_THE_MODEL.contains(&key);
        if goes {
            // A list may go on for some lines; none of these has a bracket in its texts that does not close.
            open += line.matches('[').count();
            open -= line.matches(']').count().min(open);
        }
        if goes || in_record {
            continue;
        }
        out.push_str(line);
        out.push('\n');
        if line.starts_with("severity") && table.is_empty() {
            // Under the key above it, as wide.
            let width = line.find('=').unwrap_or_default();
            let _ = writeln!(
                out,
                "{:width$}= \"trial\"   # shown and never scored; delete this line when the rule is proven",
                "status"
            );
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// Stands for the pack's own file while a new rule is tried.
const PACK: &str = "title = \"-\"\nversion = \"-\"\nabout = \"-\"\nfamily = \"tone\"\n";

fn no_pack() -> Failure {
    Failure::new("there is no house pack yet").help("`presscheck init` makes one.")
}
