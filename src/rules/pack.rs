//! Rules, validated: what leaves this module can be run.

use super::When;
use super::check::Check;
use super::example::Example;
use super::guard::Guards;
use super::template::Template;
use super::tone::Tone;
use super::written::Status;
use crate::facts::Lexicon;
use crate::finding::{Family, Precision, Severity};
use crate::text::phrase::Phrases;
use crate::text::{Document, Vocabulary};
use std::sync::Arc;

/// A pack, described.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its folder's name, the first half of its rules' ids.
    pub name: String,
    /// Its name for readers.
    pub title: String,
    /// Its version.
    pub version: String,
    /// What it is for.
    pub about: String,
    /// Which part of the score its findings weigh on.
    pub family: Family,
}

/// A rule, ready to run.
#[derive(Debug)]
pub struct Rule {
    /// `pack/name`.
    pub id: Arc<str>,
    /// Which part of the score it weighs on.
    pub family: Family,
    /// What it finds, in a few words.
    pub summary: String,
    /// What is wrong.
    pub message: Template,
    /// Why it matters.
    pub why: Arc<str>,
    /// What to do.
    pub advice: Arc<str>,
    /// How much it matters.
    pub severity: Severity,
    /// The severity a newsroom set, which holds whatever the case.
    pub set_severity: Option<Severity>,
    /// How far it is trusted.
    pub status: Status,
    /// The version it came in.
    pub since: String,
    /// Rows of the taxonomy.
    pub covers: Vec<String>,
    /// Standards it rests on.
    pub standards: Vec<String>,
    /// What it is known to miss.
    pub misses: Vec<String>,
    /// Is it about the article as a whole?
    pub whole: bool,
    /// Is one and the same source asked for once?
    pub once_a_source: bool,
    /// The name of its kind.
    pub kind: &'static str,
    /// How often it was right.
    pub precision: Precision,
    /// On what that was counted.
    pub measured_on: String,
    /// What it must and must not find.
    pub examples: Vec<Example>,
    /// What keeps it from firing.
    pub guards: Guards,
    /// What it looks for.
    pub check: Box<dyn Check>,
    /// Did the newsroom, or its profile, switch it off?
    pub off: bool,
    /// What a newsroom said of it for some stories: what is said last holds.
    pub cases: Vec<Case>,
}

/// What a newsroom said of a rule for some stories.
#[derive(Debug)]
pub struct Case {
    /// For which.
    pub when: When,
    /// How far it is trusted there.
    pub status: Option<Status>,
    /// How much it matters there.
    pub severity: Option<Severity>,
    /// What it looks for there.
    pub check: Option<Box<dyn Check>>,
}

impl Rule {
    /// How far it is trusted in an article.
    #[must_use]
    pub fn status_in(&self, document: &Document) -> Status {
        self.last(document, |case| case.status).unwrap_or(self.status)
    }

    /// The severity that a newsroom set for it, which holds whatever the case.
    #[must_use]
    pub fn severity_set_in(&self, document: &Document) -> Option<Severity> {
        self.last(document, |case| case.severity).or(self.set_severity)
    }

    /// What it looks for in an article.
    #[must_use]
    pub fn check_in(&self, document: &Document) -> &dyn Check {
        self.last(document, |case| case.check.as_deref())
            .unwrap_or(self.check.as_ref())
    }

    fn last<'a, T>(&'a self, document: &Document, said: impl Fn(&'a Case) -> Option<T>) -> Option<T> {
        let cases = self.cases.iter().rev();
        cases.filter(|case| case.when.meets(document)).find_map(said)
    }
}

/// All rules of an engine with what they share.
#[derive(Debug, Default)]
pub struct Rules {
    /// The packs, in order of name.
    pub packs: Vec<Pack>,
    /// The rules, in order of id.
    pub rules: Vec<Rule>,
    /// All words that lists and rules name.
    pub vocabulary: Vocabulary,
    /// All phrases that lists and rules name.
    pub phrases: Phrases,
    /// Word classes.
    pub lexicon: Lexicon,
    /// The scale that weighs sentences.
    pub tone: Tone,
}

/// A standard as people cite it: without the mark that tells one wording of a W3C signal from the next, which stands
/// in the rule's file.
#[must_use]
pub fn readable(standard: &str) -> &str {
    let is_mark = |word: &str| word.len() == MARK && word.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase());
    match standard.rsplit_once(' ') {
        Some((cited, mark)) if is_mark(mark) && u32::from_str_radix(mark, 16).is_ok() => cited,
        _ => standard,
    }
}

/// Digits of such a mark.
const MARK: usize = 8;

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn a_standard_is_cited_without_its_mark() {
        assert_eq!(readable("W3C draft signal 18.59 98495085"), "W3C draft signal 18.59");
        assert_eq!(
            readable("W3C draft signal 7.4.1.1 bf2e6507"),
            "W3C draft signal 7.4.1.1"
        );
        assert_eq!(readable("IPSO clause 1"), "IPSO clause 1");
        assert_eq!(readable("Reuters: names"), "Reuters: names");
    }
}
