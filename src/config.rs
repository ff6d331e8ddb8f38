//! Floor 4: a newsroom's own settings, `presscheck.toml`, as written and as meant.
//!
//! A configuration may extend others; what is said last holds, and every setting remembers where it was
//! said. Reading files is the business of the floor above, which hands in a way to fetch them.

mod apply;
mod path;
mod profile;
mod thresholds;
mod written;

pub use profile::{FailOn, PROFILES, Profile, profiles};
pub use written::Switch;

use crate::finding::Severity;
use crate::rules::Spanned;
use crate::rules::When;
use crate::rules::fault::Fault;
use crate::rules::near::nearest;
use crate::rules::reading::read;
use crate::text::lists::Lists;
use crate::text::phrase::Phrases;
use crate::text::{Vocabulary, one_line};
use path::PathPattern;
use std::collections::BTreeMap;
use std::ops::Range;
use written::{ConfigAsWritten, Thresholds};

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
    /// The rules that leave them alone.
    pub rules: String,
    /// The words, in lower case, with single spaces.
    pub words: Vec<String>,
    /// Why.
    pub reason: String,
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
        let Some(written) = read::<ConfigAsWritten>("presscheck.toml", file, text, faults) else {
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

    /// Lays a configuration over what was there.
    fn merge(&mut self, written: ConfigAsWritten, file: &str, text: &str, faults: &mut Vec<Fault>) {
        let origin = |span: Range<usize>| Origin {
            file: file.to_owned(),
            line: text.get(..span.start).map_or(0, |t| t.matches('\n').count()) + 1,
            span,
        };
        for folder in written.packs {
            self.packs.push(Set {
                origin: origin(folder.span()),
                value: folder.into_inner(),
            });
        }
        if let Some(profile) = written.profile {
            let known = profiles();
            if !known.contains_key(profile.get_ref()) {
                let near = nearest(profile.get_ref(), known.keys().map(String::as_str));
                let names: Vec<&str> = known.keys().map(String::as_str).collect();
                let help = near.map_or_else(
                    || format!("the profiles are {}", names.join(", ")),
                    |near| format!("did you mean \"{near}\"?"),
                );
                let message = format!("there is no profile called \"{}\"", profile.get_ref());
                faults.push(Fault::new(file, Some(profile.span()), message).with_help(Some(help)));
            }
            self.profile = Some(Set {
                origin: origin(profile.span()),
                value: profile.into_inner(),
            });
        }
        if let Some(reference) = written.reference {
            self.reference = Some(Set {
                origin: origin(reference.span()),
                value: reference.into_inner(),
            });
        }
        self.strict(written.least, written.fail_on, None, &origin);
        self.switch(written.rules, None, &origin);
        self.number(written.thresholds, None, &origin);
        for (genre, section) in written.genre {
            let when = Some(When::Genre(genre.get_ref().to_lowercase()));
            self.strict(section.least, section.fail_on, when.as_ref(), &origin);
            self.switch(section.rules, when.as_ref(), &origin);
            self.number(section.thresholds, when.as_ref(), &origin);
        }
        let mut paths: Vec<_> = written.path.into_iter().collect();
        paths.sort_by_key(|(pattern, _)| pattern.span().start);
        for (pattern, section) in paths {
            let pattern = pattern.into_inner();
            let when = Some(When::Path(pattern.clone()));
            self.strict(section.least, section.fail_on, when.as_ref(), &origin);
            self.switch(section.rules, when.as_ref(), &origin);
            self.number(section.thresholds, when.as_ref(), &origin);
            let genre = section.genre.map(|genre| Set {
                origin: origin(genre.span()),
                value: genre.into_inner(),
            });
            self.paths.push((PathPattern::new(&pattern), genre));
        }
        for (name, entries) in written.lists {
            let list = self.lists.entry(name).or_default();
            list.extend(entries.into_iter().map(|entry| Set {
                origin: origin(entry.span()),
                value: entry.into_inner(),
            }));
        }
        for allowed in written.allow {
            let value = Allowed {
                words: allowed.words.iter().map(|w| folded(w)).collect(),
                rules: allowed.rules.get_ref().clone(),
                reason: allowed.reason,
            };
            self.allow.push(Set {
                origin: origin(allowed.rules.span()),
                value,
            });
        }
    }

    fn strict(
        &mut self,
        least: Option<Spanned<Severity>>,
        fail_on: Option<Spanned<FailOn>>,
        when: Option<&When>,
        origin: &dyn Fn(Range<usize>) -> Origin,
    ) {
        let said = |least, fail_on| Strictness {
            least,
            fail_on,
            when: when.cloned(),
        };
        if let Some(least) = least {
            self.strictness.push(Set {
                origin: origin(least.span()),
                value: said(Some(least.into_inner()), None),
            });
        }
        if let Some(fail_on) = fail_on {
            self.strictness.push(Set {
                origin: origin(fail_on.span()),
                value: said(None, Some(fail_on.into_inner())),
            });
        }
    }

    fn switch(
        &mut self,
        rules: BTreeMap<Spanned<String>, Switch>,
        when: Option<&When>,
        origin: &dyn Fn(Range<usize>) -> Origin,
    ) {
        // As written, not by name: what is said later holds.
        let mut rules: Vec<_> = rules.into_iter().collect();
        rules.sort_by_key(|(rule, _)| rule.span().start);
        self.rules.extend(rules.into_iter().map(|(rule, switch)| Set {
            origin: origin(rule.span()),
            value: Setting {
                rules: rule.into_inner(),
                switch,
                when: when.cloned(),
            },
        }));
    }

    fn number(&mut self, thresholds: Thresholds, when: Option<&When>, origin: &dyn Fn(Range<usize>) -> Origin) {
        for (rule, numbers) in thresholds {
            self.thresholds.extend(numbers.into_iter().map(|(key, number)| Set {
                origin: origin(key.span()),
                value: Threshold {
                    rule: rule.get_ref().clone(),
                    key: key.into_inner(),
                    number,
                    when: when.cloned(),
                },
            }));
        }
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
