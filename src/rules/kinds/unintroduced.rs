//! `unintroduced`: "Mr Hanlon said" in a story that names no Hanlon, but a Halloran who speaks.
//!
//! News copy gives whoever speaks in full once. A surname that comes up once, as the speaker's, and that nobody in the
//! story bears is a slip of the pen for another, or its paragraph was cut.

use super::Kind;
use super::name_variant::slip::{letters, one_edit};
use crate::facts::{Class, NameKind, NameMention, Sex, sex};
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{Case, TokenKind};
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// `[check.unintroduced]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Verbs right behind a name that make it a speaker's.
    says: PhrasesAsWritten,
    /// Verbs that do so behind "Mr Hanlon": will, denied.
    does: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a speaker's surname that nobody in the story bears";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(UnintroducedCheck {
            says: compiler.phrases(&self.says),
            does: compiler.phrases(&self.does),
        })
    }
}

#[derive(Debug)]
struct UnintroducedCheck {
    says: Option<Tag>,
    does: Option<Tag>,
}

/// The titles with which a person is named a second time.
const TITLES: [&str; 4] = ["Mr", "Mrs", "Ms", "Miss"];
/// Letters that the two surnames begin with. One is enough behind a title, for a note: a minister whom every reader
/// knows is named by his surname alone.
const ALIKE: usize = 2;
/// Speakers named once who are looked at: a text with more is a list of voices.
const MOST_STRANGERS: usize = 40;
/// Letters of a surname from which on it proves something.
const LEAST_LETTERS: usize = 4;

impl Check for UnintroducedCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let body = |n: &NameMention| document.kind_of(&document.sentences[n.sentence]).is_body();
        let names = &page.facts.names;
        let mut mentions = vec![0_u32; names.iter().map(|n| n.bearer + 1).max().unwrap_or(0)];
        for name in names {
            mentions[name.bearer] += 1;
        }
        let once = names.iter().filter(|n| mentions[n.bearer] == 1);
        let candidates = once.filter(|n| body(n) && self.speaks(page, n)).take(MOST_STRANGERS);
        let candidates: Vec<&NameMention> = candidates.collect();
        if candidates.is_empty() {
            return;
        }
        // How often each capitalised word stands in the article.
        let mut times: FxHashMap<&str, usize> = FxHashMap::default();
        for token in document.tokens.iter().filter(|t| t.is_capitalised()) {
            *times.entry(page.words(token.span)).or_default() += 1;
        }
        for name in candidates {
            let word = page.words(name.span);
            if times.get(word).copied().unwrap_or(0) > 1 || word.len() < LEAST_LETTERS {
                continue;
            }
            let whole = name.title.map_or(name.span, |t| t.join(name.span));
            if let Some(meant) = Self::meant(page, name, ALIKE) {
                out.push(Hit::pair(whole, meant.span));
            } else if let Some(meant) = name.title.and_then(|_| Self::meant(page, name, 1)) {
                out.push(Hit::pair(whole, meant.span).severity(Severity::Info));
            }
        }
    }
}

impl UnintroducedCheck {
    /// Is it a bare surname of one who speaks: "Mr Hanlon said", "Hanlon said"?
    fn speaks(&self, page: &Page<'_>, name: &NameMention) -> bool {
        let token = &page.document.tokens[name.tokens.start];
        let title = name.title.map(|t| page.words(t).trim_end_matches('.'));
        let titled = title.is_some_and(|t| TITLES.contains(&t));
        let behind = |tag: Option<Tag>| tag.is_some_and(|tag| page.matches.begins_at(tag, name.tokens.end));
        let says = behind(self.says) || titled && behind(self.does);
        let plain = token.case == Case::Capital && token.kind == TokenKind::Word && name.len() == 1;
        let known = page.lexicon.any(
            token.word,
            &[
                Class::PlaceName,
                Class::State,
                Class::Institution,
                Class::SentenceOpener,
                Class::Opener,
                Class::Role,
            ],
        );
        // "Jan Shaw", where Jan was read as a month.
        let lead = name
            .title
            .map_or(name.tokens.start, |t| page.document.tokens_in(t).start);
        let before = lead.checked_sub(1).map(|at| &page.document.tokens[at]);
        let whole = before.is_none_or(|t| !t.is_capitalised());
        plain
            && whole
            && !known
            && (titled || name.title.is_none())
            && says
            && !matches!(name.kind, NameKind::Place | NameKind::Body)
    }

    /// The only person given in full before whose surname begins as this one does.
    fn meant<'p>(page: &Page<'p>, name: &NameMention, alike: usize) -> Option<&'p NameMention> {
        let document = page.document;
        let word = page.words(name.span);
        let own = letters(word);
        let mut full = page
            .facts
            .names
            .iter()
            .take_while(|n| n.span.start < name.span.start)
            .filter(|n| {
                let first = &document.tokens[n.tokens.start];
                let last = page.words(n.last(document));
                n.len() == 2
                    && !matches!(n.kind, NameKind::Place | NameKind::Body)
                    && (name.title.is_some() || n.kind == NameKind::Person || page.lexicon.is(first, Class::GivenName))
                    && last.chars().take(alike).eq(word.chars().take(alike))
            });
        let one = full.next()?;
        let other = full.any(|n| n.bearer != one.bearer);
        let sexes = sex(document, page.lexicon, name).zip(sex(document, page.lexicon, one));
        let apart = sexes.is_some_and(|(a, b): (Sex, Sex)| a != b);
        let spelt = one_edit(&own, &letters(page.words(one.last(document))));
        (!other && !apart && !spelt).then_some(one)
    }
}
