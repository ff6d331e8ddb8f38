//! `honorific`: "Mr" before a surname that the article gives to a woman, or "Mrs" before a man's.
//!
//! News copy gives a person in full once and by title and surname after, so a title that does not fit the only
//! first name is a slip. Husbands and wives share a surname: where kinship is told of nothing is found.

use super::Kind;
use crate::facts::{Class, NameKind, NameMention, Sex, sex};
use crate::rules::{Check, Compiler, Hit, Page, Spanned};
use crate::text::phrase::Tag;
use serde::Deserialize;

/// `[check.honorific]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words of kinship: an article with one of these in it tells of families.
    kin: Vec<Spanned<String>>,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a title that does not fit the first name";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(HonorificCheck(compiler.phrases(&self.kin)))
    }
}

#[derive(Debug)]
struct HonorificCheck(Option<Tag>);

/// The titles that tell a man from a woman and nothing else.
const TITLES: [&str; 4] = ["Mr", "Mrs", "Ms", "Miss"];

impl Check for HonorificCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let names = &page.facts.names;
        let titled = |n: &&NameMention| {
            let title = n.title.map(|t| page.words(t).trim_end_matches('.'));
            n.len() == 1 && title.is_some_and(|t| TITLES.contains(&t))
        };
        let mut found: Vec<&str> = Vec::new();
        for name in names.iter().filter(titled) {
            let Some(own) = sex(document, page.lexicon, name) else {
                continue;
            };
            let surname = document.words(name.span);
            if found.contains(&surname) {
                continue;
            }
            let full = names
                .iter()
                .filter(|n| n.len() > 1 && document.words(n.last(document)) == surname);
            let (mut other, mut fits) = (None, false);
            for person in full {
                match told(page, person) {
                    Some(sex) if sex != own => other = other.or(Some(person)),
                    // Nothing tells of this one, and it may be whom the title means.
                    _ => fits = true,
                }
            }
            // Another title that fits the first name tells that the name is not one of either.
            let family = self.0.is_some_and(|kin| !page.matches.of(kin).is_empty());
            if let Some(other) = other.filter(|o| !fits && !family && o.span.start < name.span.start) {
                found.push(surname);
                let whole = name.title.map_or(name.span, |t| t.join(name.span));
                out.push(Hit::pair(whole, other.span));
            }
        }
    }
}

/// Whether a mention in full is of a he or a she, by a first name that is nobody's surname here.
fn told(page: &Page<'_>, person: &NameMention) -> Option<Sex> {
    let first = &page.document.tokens[person.tokens.start];
    let plain = person.kind != NameKind::Body && page.lexicon.is(first, Class::GivenName);
    sex(page.document, page.lexicon, person).filter(|_| plain)
}
