//! `honorific`: "Mr" before a surname that the article gives to a woman, or "Mrs" before a man's.
//!
//! News copy gives a person in full once and by title and surname after, so a title that does not fit the only
//! first name is a slip, and so is one "Mrs Pell" beside "Mr Pell" where the story has one Pell. Husbands and wives
//! share a surname: where somebody's kin are told of, or kinship beside the name, nothing is found.

use super::Kind;
use crate::facts::{Class, NameKind, NameMention, Sex, sex};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::TokenKind;
use crate::text::phrase::Tag;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// `[check.honorific]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words of kinship: an article with one of these in it tells of families.
    kin: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a title that does not fit the first name";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(HonorificCheck(compiler.phrases(&self.kin)))
    }
}

#[derive(Debug)]
struct HonorificCheck(Option<Tag>);

/// Tokens between "his" and the word of kinship: "his late first wife".
const OWNED: usize = 3;
/// Words that make two of one surname.
const COUPLE: [&str; 10] = [
    "wife", "wives", "husband", "husbands", "couple", "married", "widow", "widower", "family", "families",
];

/// The titles that tell a man from a woman and nothing else.
const TITLES: [&str; 4] = ["Mr", "Mrs", "Ms", "Miss"];

/// Who bears a surname, by the mentions in full.
#[derive(Default)]
struct Bearers<'a> {
    man: Option<&'a NameMention>,
    woman: Option<&'a NameMention>,
    /// One of whom nothing tells, and who may be either.
    untold: bool,
    /// The first name, and whether there are two.
    first: Option<&'a str>,
    two: bool,
    /// The first bare surname behind "Mr", and behind "Mrs".
    mr: Option<&'a NameMention>,
    mrs: Option<&'a NameMention>,
}

impl Check for HonorificCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let names = &page.facts.names;
        let titled = |n: &&NameMention| {
            let title = n.title.map(|t| page.words(t).trim_end_matches('.'));
            n.len() == 1 && title.is_some_and(|t| TITLES.contains(&t))
        };
        let mut titled = names.iter().filter(titled).peekable();
        if titled.peek().is_none() {
            return;
        }
        let kin = self.0.map(|kin| Kin::of(page, kin)).unwrap_or_default();
        let mut bearers: FxHashMap<&str, Bearers<'_>> = FxHashMap::default();
        for person in names.iter().filter(|n| n.len() > 1) {
            let of = bearers.entry(document.words(person.last(document))).or_default();
            let first = document.words(person.first(document));
            of.two |= of.first.is_some_and(|f| f != first);
            of.first = Some(first);
            match told(page, person) {
                Some(Sex::Man) => of.man = of.man.or(Some(person)),
                Some(Sex::Woman) => of.woman = of.woman.or(Some(person)),
                None => of.untold = true,
            }
        }
        for name in titled {
            let Some(of) = bearers.get_mut(document.words(name.span)) else {
                continue;
            };
            let (own, other) = match sex(document, page.lexicon, name) {
                Some(Sex::Man) => (of.man, of.woman),
                Some(Sex::Woman) => (of.woman, of.man),
                None => continue,
            };
            // "Mr Pell" tells as much as a first name does, if the story has one Pell.
            let (same, turned) = match sex(document, page.lexicon, name) {
                Some(Sex::Man) => (&mut of.mr, of.mrs),
                _ => (&mut of.mrs, of.mr),
            };
            let again = same.is_some();
            *same = same.or(Some(name));
            let turned = turned.filter(|_| !again && !of.two && of.first.is_some() && own.is_none());
            let untold = of.untold;
            // "Mr Strand was alone when he fell": two words for a man against a list of first names.
            of.untold |= own.is_none() && other.is_some() && says_so(page, name);
            let other = other.filter(|o| own.is_none() && !of.untold && o.span.start < name.span.start);
            let other = other.or(turned.filter(|_| untold && !says_so(page, name)));
            let other = other.filter(|_| !kin.may_be_of(document.words(name.span)));
            if let Some(other) = other {
                // Once said is enough.
                of.untold = true;
                let whole = name.title.map_or(name.span, |t| t.join(name.span));
                out.push(Hit::pair(whole, other.span));
            }
        }
    }
}

/// The words of kinship of an article that may be of any of its people.
#[derive(Default)]
struct Kin<'a> {
    /// Is one somebody's, "his wife", "Pell's sister", or do two go by one word, "the couple"?
    owned: bool,
    /// The surnames beside one.
    beside: FxHashSet<&'a str>,
}

impl<'a> Kin<'a> {
    fn of(page: &Page<'a>, tag: Tag) -> Self {
        let tokens = &page.document.tokens;
        let (mut kin, mut sentences) = (Self::default(), Vec::new());
        for found in page.matches.of(tag) {
            let at = found.tokens.start;
            let before = (at.saturating_sub(OWNED)..at)
                .any(|i| tokens[i].kind == TokenKind::Possessive || page.reads(i, &["his", "her", "their", "whose"]));
            kin.owned |= before || page.reads(at, &COUPLE);
            sentences.push(page.document.sentence_at(tokens[at].span.start));
        }
        let beside = page
            .facts
            .names
            .iter()
            .filter(|n| sentences.binary_search(&n.sentence).is_ok());
        kin.beside.extend(beside.map(|n| page.words(n.last(page.document))));
        kin
    }

    /// May the bearers of a surname be kin of each other?
    fn may_be_of(&self, surname: &str) -> bool {
        self.owned || self.beside.contains(surname)
    }
}

/// Does the sentence go on with the pronoun of the title, and with no other: "Mr Strand … when he fell"?
fn says_so(page: &Page<'_>, name: &NameMention) -> bool {
    let end = page.document.sentences[name.sentence].tokens.end;
    let says = |words: &[&str]| (name.tokens.end..end).any(|at| page.reads(at, words));
    let (he, she) = (says(&["he", "him", "his"]), says(&["she", "her"]));
    match sex(page.document, page.lexicon, name) {
        Some(Sex::Man) => he && !she,
        Some(Sex::Woman) => she && !he,
        None => false,
    }
}

/// Whether a mention in full is of a he or a she, by a first name that is nobody's surname here.
fn told(page: &Page<'_>, person: &NameMention) -> Option<Sex> {
    let first = &page.document.tokens[person.tokens.start];
    let plain = person.kind != NameKind::Body && page.lexicon.is(first, Class::GivenName);
    sex(page.document, page.lexicon, person).filter(|_| plain)
}
