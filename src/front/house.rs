//! A newsroom's own rules: its `presscheck.toml`, found upwards, and the packs it names.

mod draw;
mod pack;
mod place;
mod reference;

pub use pack::HousePack;
pub use place::Opened;

use super::Failure;
use super::files::{self, trouble};
use crate::config::Config;
use crate::finding::Severity;
use crate::rules::fault::Fault;
use crate::rules::{RuleFile, Rules, builtin, list};
use crate::text::lists::Lists;
use std::fs;
use std::path::{Path, PathBuf};

/// The name of a configuration.
pub const CONFIG: &str = "presscheck.toml";

/// What a newsroom has set up.
#[derive(Debug, Default)]
pub struct House {
    /// Its settings.
    pub config: Config,
    /// The configuration's path, if there is one.
    pub path: Option<PathBuf>,
    /// Its packs.
    pub packs: Vec<HousePack>,
    /// The profile asked for on the command line.
    pub profile: Option<String>,
    /// The reference asked for on the command line.
    pub asked: Option<PathBuf>,
}

impl House {
    /// Finds and reads what the newsroom set up: `config` if it is given, otherwise the first
    /// `presscheck.toml` in this folder or one above it, otherwise nothing.
    ///
    /// # Errors
    /// If a file cannot be read or is faulty; all faults are drawn.
    pub fn find(config: Option<&Path>, profile: Option<&str>) -> Result<Self, Failure> {
        let found = match config {
            Some(path) => Some(path.to_owned()),
            None => upwards(),
        };
        let mut house = Self {
            profile: profile.map(str::to_owned),
            ..Self::default()
        };
        let Some(path) = found else { return Ok(house) };
        let text = fs::read_to_string(&path).map_err(|e| trouble(&e).at(path.display()))?;
        let mut fetch = |from: &str, wanted: &str| {
            let path = beside(Path::new(from), wanted);
            let text = fs::read_to_string(&path).map_err(|e| trouble(&e).what)?;
            Ok((files::id(&path), text))
        };
        house.config = Config::load(&files::id(&path), &text, &mut fetch)
            .map_err(|(faults, sources)| draw::failure(&faults, |file| sources.get(file).map(String::as_str)))?;
        let mut faults = Vec::new();
        for folder in &house.config.packs {
            let path = beside(Path::new(&folder.origin.file), &folder.value);
            match pack::find(&path, &mut faults) {
                Ok(found) if found.is_empty() && faults.is_empty() => faults.push(
                    Fault::new(
                        &folder.origin.file,
                        Some(folder.origin.span.clone()),
                        "there is no pack in this folder",
                    )
                    .with_help(Some(
                        "a pack is a folder with a pack.toml and one file a rule; `presscheck init` makes one"
                            .to_owned(),
                    )),
                ),
                // A folder may be named twice, by itself and by the one it lies in: it is one pack.
                Ok(found) => {
                    for pack in found {
                        if !house.reads(&pack.folder) {
                            house.packs.push(pack);
                        }
                    }
                }
                Err(failure) => faults.push(
                    Fault::new(
                        &folder.origin.file,
                        Some(folder.origin.span.clone()),
                        format!("`{}`: {}", folder.value, failure.what),
                    )
                    .with_help(Some(
                        "name a folder that holds packs, or a pack's own folder; the path is read from the folder \
                         of this file"
                            .to_owned(),
                    )),
                ),
            }
        }
        for (at, pack) in house.packs.iter().enumerate() {
            if let Some(other) = house.packs[..at].iter().find(|other| other.name == pack.name) {
                let message = format!("there are two packs called `{}`", pack.name);
                let help = format!(
                    "the other one is {}: rename one of the two folders",
                    other.folder.display()
                );
                let file = files::id(&pack.folder.join("pack.toml"));
                faults.push(Fault::new(&file, None, message).with_help(Some(help)));
            }
        }
        house.path = Some(path);
        house.sound(&faults)?;
        Ok(house)
    }

    /// Is the pack in this folder one of the house?
    #[must_use]
    pub fn reads(&self, folder: &Path) -> bool {
        self.packs.iter().any(|pack| files::are_one(&pack.folder, folder))
    }

    /// All rules, the built-in ones and the house's, with the house's settings applied.
    ///
    /// # Errors
    /// All faults of the house's packs, drawn.
    pub fn rules(&self) -> Result<Rules, Failure> {
        self.configured(builtin::files())
    }

    /// All rules as [`House::rules`] has them, the built-in ones with their examples.
    ///
    /// # Errors
    /// All faults of the house's packs, drawn.
    pub fn rules_with_examples(&self) -> Result<Rules, Failure> {
        self.configured(&builtin::files_as_written())
    }

    fn configured(&self, builtin: &[RuleFile<'_>]) -> Result<Rules, Failure> {
        let mut rules = if self.config.thresholds.is_empty() {
            self.load(builtin)?
        } else {
            // Faults are drawn in the files as they are, so these are read first.
            self.load(builtin)?;
            let all = self.files(builtin);
            let mut files: Vec<(String, String)> = all.map(|f| (f.path.to_owned(), f.text.to_owned())).collect();
            let set = self.config.set_thresholds(&mut files);
            set.map_err(|faults| self.failure(&faults))?;
            let same = |path: &str, text: &str| builtin.iter().find(|f| f.path == path && f.text == text).copied();
            let files = files.iter().map(|(path, text)| {
                let (path, text) = (path.as_str(), text.as_str());
                same(path, text).unwrap_or_else(|| (path, text).into())
            });
            let files: Vec<RuleFile<'_>> = files.collect();
            Rules::load(&files, &self.lists()?).map_err(|faults| self.failure(&self.config.of_thresholds(faults)))?
        };
        self.config.fold(&mut rules);
        let profile = self.profile.as_deref();
        self.config
            .apply(profile, &mut rules)
            .map_err(|faults| self.failure(&faults))?;
        Ok(rules)
    }

    /// The least severity that makes the exit code 1 for a story of this sort in these places; `None` where
    /// nothing does, major where neither the settings nor a profile say.
    #[must_use]
    pub fn fail_on(&self, genre: Option<&str>, sections: &[String]) -> Option<Severity> {
        let named = self.config.fail_on(self.profile.as_deref(), genre, sections);
        named.unwrap_or(Some(Severity::Major))
    }

    /// All rules, the built-in ones and the house's, as their files say.
    ///
    /// # Errors
    /// All faults of the house's packs, drawn.
    pub fn as_written(&self) -> Result<Rules, Failure> {
        self.load(&builtin::files_as_written())
    }

    fn load(&self, builtin: &[RuleFile<'_>]) -> Result<Rules, Failure> {
        let files: Vec<RuleFile<'_>> = self.files(builtin).collect();
        let lists = self.lists()?;
        Rules::load(&files, &lists).map_err(|faults| self.failure(&faults))
    }

    /// The files of all rules: the built-in ones', then the house's.
    fn files<'a>(&'a self, builtin: &'a [RuleFile<'a>]) -> impl Iterator<Item = RuleFile<'a>> {
        let own = self.packs.iter().flat_map(|pack| &pack.files);
        let own = own.map(|(id, _, text)| (id.as_str(), text.as_str()).into());
        builtin.iter().copied().chain(own)
    }

    /// The built-in lists with what the house adds to them.
    fn lists(&self) -> Result<Lists, Failure> {
        let mut lists = builtin::lists();
        for pack in &self.packs {
            for (name, _, text) in &pack.lists {
                lists.add(name, text);
            }
        }
        // Only when all are there can one name another.
        let files = self.packs.iter().flat_map(|pack| &pack.lists);
        let faults: Vec<Fault> = files
            .flat_map(|(_, path, text)| list::faults(&files::id(path), text, &lists))
            .collect();
        self.sound(&faults)?;
        self.config
            .extend_lists(&mut lists)
            .map_err(|faults| self.failure(&faults))?;
        Ok(lists)
    }

    /// Faults of the house's files as a failure that shows each under its line.
    #[must_use]
    pub fn failure(&self, faults: &[Fault]) -> Failure {
        draw::failure(&self.named(faults), |file| self.source(file))
    }

    /// Faults drawn under their lines, with colours.
    #[must_use]
    pub fn draw(&self, faults: &[Fault]) -> String {
        crate::rules::fault::draw(&self.named(faults), |file| self.source(file), true)
    }

    fn sound(&self, faults: &[Fault]) -> Result<(), Failure> {
        if faults.is_empty() {
            Ok(())
        } else {
            Err(self.failure(faults))
        }
    }

    /// The path of a rule's file, if it is one of the house.
    #[must_use]
    pub fn file_of(&self, rule: &str) -> Option<&Path> {
        let all = self.packs.iter().flat_map(|p| &p.files);
        all.into_iter()
            .find(|(id, ..)| id == rule)
            .map(|(_, path, _)| path.as_path())
    }

    /// The text of a rule's file, if it is one of the house.
    #[must_use]
    pub fn text_of(&self, rule: &str) -> Option<&str> {
        let mut all = self.packs.iter().flat_map(|p| &p.files);
        all.find(|(id, ..)| id == rule).map(|(_, _, text)| text.as_str())
    }

    /// Faults with the names of files as the newsroom knows them.
    fn named(&self, faults: &[Fault]) -> Vec<Fault> {
        let path = |file: &str| {
            let rule = file.strip_suffix(".toml")?;
            // A file that is missed has a place, too.
            let missed = || {
                let (pack, _) = rule.split_once('/')?;
                let pack = self.packs.iter().find(|known| known.name == pack)?;
                Some(files::id(&pack.folder.join("pack.toml"))).filter(|_| rule.ends_with("/pack"))
            };
            self.file_of(rule).map(files::id).or_else(missed)
        };
        let named = faults.iter().map(|fault| Fault {
            file: path(&fault.file).unwrap_or_else(|| fault.file.clone()),
            ..fault.clone()
        });
        named.collect()
    }

    fn source(&self, file: &str) -> Option<&str> {
        let files = self.packs.iter().flat_map(|p| p.files.iter().chain(&p.lists));
        let own = files
            .into_iter()
            .find(|(_, path, _)| files::id(path) == file)
            .map(|(_, _, text)| text.as_str());
        let built_in = || Some(builtin::file(file.strip_suffix(".toml")?)?.text);
        own.or_else(|| self.config.sources.get(file).map(String::as_str))
            .or_else(built_in)
    }
}

/// The first configuration in this folder or one above it; a relative path, so that messages stay short.
fn upwards() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let mut relative = PathBuf::new();
    for folder in here.ancestors() {
        if folder.join(CONFIG).is_file() {
            return Some(relative.join(CONFIG));
        }
        relative.push("..");
    }
    None
}

fn beside(file: &Path, wanted: &str) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(wanted)
}
