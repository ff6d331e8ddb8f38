//! Floor 4: a newsroom's own settings, `presscheck.toml`, as written and as meant.
//!
//! A configuration may extend others; what is said last holds, and every setting remembers where it was
//! said. Reading files is the business of the floor above, which hands in a way to fetch them.

mod allow;
mod apply;
mod merge;
mod path;
mod profile;
mod thresholds;
mod written;

pub use profile::{FailOn, PROFILES, Profile, profiles};
pub use written::Switch;

use crate::finding::Severity;
use crate::rules::When;
use crate::rules::fault::Fault;
use crate::rules::guard::Words;
use crate::rules::reading::{CONFIGURATION, read};
use crate::text::lists::Lists;
use crate::text::phrase::Phrases;
use crate::text::{Vocabulary, one_line};
use path::PathPattern;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use written::ConfigAsWritten;

/// The JSON Schema of a configuration, in the settings' draft.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema(settings: schemars::generate::SchemaSettings) -> schemars::Schema {
    settings.into_generator().into_root_schema_for::<ConfigAsWritten>()
}

/// How long a chain of `extends` may be: newsroom, publisher, group, and one for luck.
const MOST_LAYERS: usize = 4;

/// Where a setting was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file, as it was named.
    pub file: String,
    /// The bytes of the file.
    pub span: Range<usize>,
    /// The line, from 1.
    pub line: usize,
}

/// A value with the place where it was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T> {
    /// The value.
    pub value: T,
    /// Where it was set.
    pub origin: Origin,
}

/// What is to become of some rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// A rule's id, `pack/*`, or `*`.
    pub rules: String,
    /// What becomes of them.
    pub switch: Switch,
    /// For these stories only.
    pub when: Option<When>,
}

/// How strict to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strictness {
    /// Rules of lesser severity are switched off.
    pub least: Option<Severity>,
    /// The least severity that makes the exit code 1.
    pub fail_on: Option<FailOn>,
    /// For these stories only.
    pub when: Option<When>,
}

/// A number of a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Threshold {
    /// The rule's id.
    pub rule: String,
    /// Where that was named: in the head of the table.
    pub named: Origin,
    /// The key of its check.
    pub key: String,
    /// What it becomes.
    pub number: f64,
    /// For these stories only.
    pub when: Option<When>,
}

/// Words that the newsroom stands by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The rules whose findings on them stand.
    pub rules: String,
    /// The words, and who decided.
    pub words: Arc<Words>,
}

/// A newsroom's settings, validated.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Folders of packs, each relative to the file that names it.
    pub packs: Vec<Set<String>>,
    /// The profile, if one is named.
    pub profile: Option<Set<String>>,
    /// The file of the reference, relative to the file that names it.
    pub reference: Option<Set<String>>,
    /// How strict to be, in the order in which it is said.
    pub strictness: Vec<Set<Strictness>>,
    /// What becomes of rules, in the order in which it is said.
    pub rules: Vec<Set<Setting>>,
    /// Numbers of rules, in the order in which they are said.
    pub thresholds: Vec<Set<Threshold>>,
    /// Entries added to lists.
    pub lists: BTreeMap<String, Vec<Set<String>>>,
    /// Words the newsroom stands by.
    pub allow: Vec<Set<Allowed>>,
    /// Places that something was said of, and the sort of story that lies there.
    paths: Vec<(PathPattern, Option<Set<String>>)>,
    /// Every text that was read, by name, for drawing faults.
    pub sources: BTreeMap<String, String>,
}

/// Fetches a configuration: from the name of the file that asks and the name it gives, to the name and
/// the text of what was found, or what went wrong.
pub type Fetch<'a> = &'a mut dyn FnMut(&str, &str) -> Result<(String, String), String>;

impl Config {
    /// Reads a configuration and all it extends.
    ///
    /// # Errors
    /// Everything that is wrong with any of the files; the texts are in [`Self::sources`] of the answer's
    /// second half.
    pub fn load(file: &str, text: &str, fetch: Fetch<'_>) -> Result<Self, (Vec<Fault>, BTreeMap<String, String>)> {
        let mut config = Self::default();
        let mut faults = Vec::new();
        config.add(file, text, fetch, &mut faults, 1);
        if faults.is_empty() {
            Ok(config)
        } else {
            Err((faults, config.sources))
        }
    }

    fn add(&mut self, file: &str, text: &str, fetch: Fetch<'_>, faults: &mut Vec<Fault>, depth: usize) {
        self.sources.insert(file.to_owned(), text.to_owned());
        let Some(written) = read::<ConfigAsWritten>(CONFIGURATION, file, text, faults) else {
            return;
        };
        for base in &written.extends {
            let fault = |message: String, help: &str| {
                Fault::new(file, Some(base.span()), message).with_help(Some(help.to_owned()))
            };
            if depth >= MOST_LAYERS {
                faults.push(fault(
                    format!("more than {MOST_LAYERS} configurations extend one another here"),
                    "does one of them extend a file that extends it?",
                ));
                continue;
            }
            match fetch(file, base.get_ref()) {
                Ok((name, text)) => self.add(&name, &text, fetch, faults, depth + 1),
                Err(problem) => faults.push(fault(
                    format!("`{}`: {problem}", base.get_ref()),
                    "the path is read from the folder of this file",
                )),
            }
        }
        self.merge(written, file, text, faults);
    }

    /// The sort of story that the copy below a path is, where the newsroom has said so. The path is
    /// relative to the configuration's folder, with `/`.
    #[must_use]
    pub fn genre_of(&self, path: &str) -> Option<&str> {
        let fits = self.paths.iter().rev().filter(|(pattern, _)| pattern.fits(path));
        let mut named = fits.filter_map(|(_, genre)| genre.as_ref());
        named.next().map(|genre| genre.value.as_str())
    }

    /// The places that something was said of, as they are written, that the copy at a path lies in. The path
    /// is relative to the configuration's folder, with `/`.
    #[must_use]
    pub fn sections_of(&self, path: &str) -> Vec<String> {
        let fits = self.paths.iter().filter(|(pattern, _)| pattern.fits(path));
        fits.map(|(pattern, _)| pattern.written.clone()).collect()
    }

    /// The places that a sort of story was named for, with it and where that was said.
    pub fn places(&self) -> impl Iterator<Item = (&str, &Set<String>)> {
        let named = self.paths.iter();
        named.filter_map(|(pattern, genre)| Some((pattern.written.as_str(), genre.as_ref()?)))
    }

    /// Adds the house's entries to the lists that facts and rules share.
    ///
    /// # Errors
    /// Entries that cannot be read, and lists whose name is nearly, but not quite, that of a list.
    pub fn extend_lists(&self, lists: &mut Lists) -> Result<(), Vec<Fault>> {
        /// So alike (Jaro-Winkler) that a slip is likelier than a new list.
        const SLIP: f64 = 0.9;
        let mut faults = Vec::new();
        for (name, entries) in &self.lists {
            let slip = |known: &&str| strsim::jaro_winkler(known, name) >= SLIP;
            if lists.get(name).is_none()
                && let (Some(near), Some(first)) = (lists.names().find(slip), entries.first())
            {
                let message = format!("there is no list called `{name}` to add this to");
                let help = format!("did you mean `{near}`?");
                faults.push(fault_at(&first.origin, message).with_help(Some(help)));
                continue;
            }
            let (mut phrases, mut vocabulary) = (Phrases::default(), Vocabulary::default());
            for entry in entries {
                let tag = phrases.tag();
                match phrases.add(&entry.value, tag, lists, &mut vocabulary) {
                    Ok(()) => lists.add(name, &entry.value),
                    Err(fault) => faults.push(fault_at(&entry.origin, fault.to_string())),
                }
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }
}

pub(crate) fn fault_at(origin: &Origin, message: impl Into<String>) -> Fault {
    Fault::new(&origin.file, Some(origin.span.clone()), message)
}

/// Words in lower case, with single spaces, however they are broken into lines.
pub(crate) fn folded(words: &str) -> String {
    one_line(words).to_lowercase()
}
