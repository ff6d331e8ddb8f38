//! `first-name`: another first name for one person.
//!
//! Surnames are shared, most of all in families, so the surname alone tells nothing. That both bearers hold one
//! office, or are of one age, tells that they are one person: a slip of memory, which no spelling shows.

use super::Kind;
use super::name_variant::given::{Given, pairs};
use crate::facts::{Class, Voice};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use serde::Deserialize;

/// `[check.first-name]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words of kinship: two first names of one surname in a sentence with one of these are two people's.
    #[serde(default)]
    kin: PhrasesAsWritten,
    /// Words that tell of an earlier or another holder of the office: former, predecessor.
    #[serde(default)]
    unless: PhrasesAsWritten,
    /// Short forms that begin with another letter than the name, in small letters: "bill|william".
    #[serde(default)]
    short: Vec<String>,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "another first name for one person";
    const VALUES: &'static [&'static str] = &["what"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(FirstNameCheck {
            kin: compiler.phrases(&self.kin),
            unless: compiler.phrases(&self.unless),
            short: self.short,
        })
    }
}

/// Words behind a name within which its office stands: "Hugh Drayton, the deputy finance director".
const OFFICE_REACH: usize = 6;

#[derive(Debug)]
struct FirstNameCheck {
    kin: Option<Tag>,
    unless: Option<Tag>,
    short: Vec<String>,
}

impl Check for FirstNameCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for (right, wrong) in pairs(page, self.kin) {
            // How a speaker names somebody is the speaker's: a man may bear two first names, and be called by either.
            let quoted = [&right, &wrong].map(|g| page.facts.voice(g.tokens.0) == Voice::Quoted);
            if quoted.contains(&true) || self.may_be_one_name(right.word, wrong.word) {
                continue;
            }
            let said = |g: &Given<'_>| self.unless.is_some_and(|u| page.in_sentence(u, g.sentence));
            if let Some(what) = shared(page, &right, &wrong)
                && !said(&right)
                && !said(&wrong)
            {
                out.push(Hit::pair(wrong.at, right.at).with("what", what));
            }
        }
    }
}

impl FirstNameCheck {
    /// An initial is no other name, nor is a short form: Tom and Thomas, Bill and William.
    fn may_be_one_name(&self, a: &str, b: &str) -> bool {
        let (a, b) = (a.to_lowercase(), b.to_lowercase());
        let within = |names: &str, name: &str| names.split('|').any(|n| n == name);
        a.chars().next() == b.chars().next() || self.short.iter().any(|names| within(names, &a) && within(names, &b))
    }
}

/// What tells that the two are one person, in words.
fn shared(page: &Page<'_>, a: &Given<'_>, b: &Given<'_>) -> Option<String> {
    if let Some(age) = a.age
        && b.age == a.age
    {
        return Some(format!("aged {age}"));
    }
    let office = office_beside(page, a)?;
    let same = office_beside(page, b)?.eq_ignore_ascii_case(office);
    same.then(|| office.to_lowercase())
}

/// The role before a name ("council leader Hugh Drayton") or behind it ("Hugh Drayton, the leader of …").
fn office_beside<'a>(page: &Page<'a>, given: &Given<'_>) -> Option<&'a str> {
    let tokens = &page.document.tokens;
    let is = |at: usize, class| page.lexicon.is(&tokens[at], class);
    let (start, end) = given.tokens;
    let at = match start.checked_sub(1) {
        Some(before) if is(before, Class::Role) => before,
        _ => {
            tokens.get(end).filter(|t| t.is(','))?;
            let reach = end + 1..(end + OFFICE_REACH).min(tokens.len());
            let stops = |at: usize| tokens[at].is(',') || tokens[at].is('.') || is(at, Class::Preposition);
            reach.take_while(|at| !stops(*at)).find(|at| is(*at, Class::Role))?
        }
    };
    Some(page.words(tokens[at].span))
}
