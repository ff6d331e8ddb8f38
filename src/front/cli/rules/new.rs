//! `presscheck rules new`.

use crate::front::Failure;
use crate::front::cli::init::create;
use crate::front::cli::{Outcome, Shell, Stop};
use crate::front::house::{House, HousePack};
use crate::rules::kinds::KINDS;
use crate::rules::near::nearest;
use crate::rules::{RuleFile, Rules, Wanted, builtin};
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
        let mut article = String::new();
        for example in rules
            .rules
            .iter()
            .flat_map(|r| &r.examples)
            .filter(|e| e.wanted == Wanted::Flags)
        {
            let _ = writeln!(article, "{}\n", example.copy.trim());
        }
        let fixture = pack.folder.join("fixtures").join(format!("{name}.txt"));
        create(&path, &text)?;
        shell.print(&format!("wrote {}\n", path.display()))?;
        if !fixture.exists() {
            create(&fixture, &article)?;
            shell.print(&format!("wrote {}\n", fixture.display()))?;
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
        if let Some((_, text)) = BEGINNINGS.iter().find(|(kind, _)| *kind == self.kind) {
            return Ok((*text).to_owned());
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
        let trial = "status   = \"trial\"   # shown and never scored; delete this line when the rule is proven\n";
        let body: String = text
            .lines()
            .filter(|l| !l.starts_with("status"))
            .fold(String::new(), |mut out, line| {
                out.push_str(line);
                out.push('\n');
                if line.starts_with("severity") {
                    out.push_str(trial);
                }
                out
            });
        Ok(format!("# Begun as a copy of {id}.\n\n{body}"))
    }
}

/// Stands for the pack's own file while a new rule is tried.
const PACK: &str = "title = \"-\"\nversion = \"-\"\nabout = \"-\"\nfamily = \"tone\"\n";

fn no_pack() -> Failure {
    Failure::new("there is no house pack yet").help("`presscheck init` makes one.")
}
