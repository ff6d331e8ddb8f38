//! `presscheck init`: a newsroom's own settings and its first rule.

use super::{Outcome, Shell, Stop};
use crate::front::house::CONFIG;
use crate::front::{Failure, files};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

/// Begin a newsroom's own rules: a presscheck.toml and a first pack that works.
///
/// Writes presscheck.toml, packs/house with one rule, and one article the rule is tried on, with what it finds
/// there. Nothing that is there already is touched.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  presscheck init
  presscheck init newsroom

Next:
  presscheck rules test
  presscheck rules new house/NAME --kind lexicon
  presscheck check packs/house/fixtures/bridge.txt")]
pub(super) struct Init {
    /// The folder to begin in.
    #[arg(value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
}

/// What is written, and where.
const FILES: &[(&str, &str)] = &[
    (CONFIG, include_str!("init/presscheck.toml")),
    ("packs/house/pack.toml", include_str!("init/pack.toml")),
    (
        "packs/house/no-at-this-point-in-time.toml",
        include_str!("init/no-at-this-point-in-time.toml"),
    ),
    ("packs/house/fixtures/bridge.txt", include_str!("init/article.txt")),
    (
        "packs/house/fixtures/bridge.report",
        include_str!("init/article.report"),
    ),
];

impl Init {
    pub(super) fn run(&self, shell: &mut Shell) -> Result<Outcome, Stop> {
        for (name, _) in FILES {
            if self.folder.join(name).exists() {
                return Err(Failure::new("is there already, and nothing was written")
                    .at(self.folder.join(name).display())
                    .help("`presscheck rules new` adds a rule to what is there.")
                    .into());
            }
        }
        for (name, text) in FILES {
            create(&self.folder.join(name), text)?;
            shell.print(&format!("wrote {}\n", self.folder.join(name).display()).replace("./", ""))?;
        }
        shell.print("\nNext: presscheck rules test\n")?;
        Ok(Outcome::Clean)
    }
}

/// Writes a new file, with the folders it lies in.
pub(super) fn create(path: &Path, text: &str) -> Result<(), Failure> {
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|e| files::unwritable(&e).at(folder.display()))?;
    }
    files::save(path, text.as_bytes())
}
