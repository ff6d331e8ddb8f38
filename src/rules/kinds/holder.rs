//! `holder`: an office that the summary gives to one person and the body to another.
//!
//! "Finance minister Ida Moll" over a story in which Piet Haan alone is called finance minister. Offices of two words
//! and more are told apart by them; "the minister" alone may be any.

use super::Kind;
use crate::facts::{Class, NameMention};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::BlockKind;
use crate::text::phrase::Tag;
use serde::Deserialize;

/// `[check.holder]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words before an office that make it another or an earlier one: deputy, former.
    unless_before: PhrasesAsWritten,
    /// Offices of two words that several people hold at once: police officer, party member.
    shared: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "an office that the summary gives to one person and the body to another";
    const VALUES: &'static [&'static str] = &["office"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(HolderCheck {
            unless_before: compiler.phrases(&self.unless_before),
            shared: compiler.phrases(&self.shared),
        })
    }
}

#[derive(Debug)]
struct HolderCheck {
    unless_before: Option<Tag>,
    shared: Option<Tag>,
}

/// Names of a summary that are looked at: one with more is a list.
const MOST_NAMES: usize = 24;
/// Tokens before an office within which "former" is said of it.
const NEAR: usize = 3;
/// Tokens behind a name within which its office stands: ", the country's finance minister".
const BEHIND: usize = 5;

impl Check for HolderCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let names = &page.facts.names;
        let kind = |n: &NameMention| document.kind_of(&document.sentences[n.sentence]);
        let of_summary = names.iter().filter(|n| kind(n) == BlockKind::Standfirst);
        for name in of_summary.take(MOST_NAMES) {
            let Some(office) = self.office_before(page, name) else {
                continue;
            };
            let of_body = names.iter().filter(|n| kind(n).is_body());
            let mut other = None;
            let mut own = false;
            for holder in of_body {
                if !self.holds(page, holder, &office) {
                    continue;
                }
                own |= is_bearer(page, name, holder);
                other = other.or(Some(holder));
            }
            if let Some(other) = other.filter(|_| !own) {
                let words = format!("{} {}", office[0], office[1]);
                out.push(Hit::pair(name.span, other.span).with("office", words));
            }
        }
    }
}

/// May the two mentions be of one person: do they share a word?
fn is_bearer(page: &Page<'_>, one: &NameMention, other: &NameMention) -> bool {
    let words = |n: &NameMention| {
        let tokens = page.document.tokens[n.tokens.clone()].iter().filter(|t| t.is_word());
        tokens.map(|t| page.words(t.span).to_lowercase()).collect::<Vec<_>>()
    };
    let there = words(other);
    one.bearer == other.bearer || words(one).iter().any(|w| there.contains(w))
}

impl HolderCheck {
    /// The last two words of the office that stands right before a name, in small letters.
    fn office_before(&self, page: &Page<'_>, name: &NameMention) -> Option<[String; 2]> {
        let head = name.tokens.start.checked_sub(1)?;
        self.office_at(page, head)
    }

    /// The office whose last word stands at a token.
    fn office_at(&self, page: &Page<'_>, head: usize) -> Option<[String; 2]> {
        let tokens = &page.document.tokens;
        let modifier = head.checked_sub(1)?;
        let is_office = page.lexicon.is(&tokens[head], Class::Role) && page.lexicon.is_content(&tokens[modifier]);
        let lower = |at: usize| page.words(tokens[at].span).to_lowercase();
        let said = |tag: Option<Tag>, range: std::ops::Range<usize>| {
            tag.is_some_and(|t| !page.matches.within(t, range).is_empty())
        };
        let other = said(self.unless_before, head.saturating_sub(NEAR)..head) || said(self.shared, modifier..head + 1);
        (is_office && !other).then(|| [lower(modifier), lower(head)])
    }

    /// Does the office stand right before a name or right behind it?
    fn holds(&self, page: &Page<'_>, name: &NameMention, office: &[String; 2]) -> bool {
        let reads = |at: usize| page.reads(at, &[&office[1]]) && page.reads(at.wrapping_sub(1), &[&office[0]]);
        let before = name.tokens.start.wrapping_sub(1);
        if reads(before) {
            return self.office_at(page, before).is_some();
        }
        let end = name.tokens.end;
        let comma = page.document.tokens.get(end).is_some_and(|t| t.is(','));
        comma && (end + 2..end + 2 + BEHIND).any(|at| reads(at) && self.office_at(page, at).is_some())
    }
}
