//! `title`: one person with two offices that nobody holds together.
//!
//! Only offices named in the rule are compared, and only as the person's own: "then" and "acting" lift a
//! mention out, because careers move on. Who is introduced as a former holder of one office and called by the
//! bare surname in another was given the wrong one: a new office is introduced, too.

use super::Kind;
use crate::facts::NameMention;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Span};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::cell::OnceCell;

/// `[check.title]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Offices of which one person holds one at a time; each with the words for it.
    office: Vec<Office>,
    /// Words before an office that put it in another time or make it another one: then, deputy.
    unless_before: PhrasesAsWritten,
    /// Words before an office that the person has left: former. It counts against the bare surname with another.
    #[serde(default)]
    left: PhrasesAsWritten,
    /// Names of offices that are a seat in a parliament, which its holder keeps as a minister.
    #[serde(default)]
    seats: Vec<String>,
    /// Last words of the names of those offices.
    #[serde(default)]
    ministry: Vec<String>,
}

/// One office.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Its name in messages.
    name: String,
    /// Phrases that mean it, as they stand before or after a name.
    words: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "one person in two offices";
    const VALUES: &'static [&'static str] = &["office", "other_office"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let offices = self.office.iter().map(|o| (o.name.clone(), compiler.phrases(&o.words)));
        let of_sort = |o: &Office| {
            if self.seats.contains(&o.name) {
                Sort::Seat
            } else if self.ministry.iter().any(|m| o.name.ends_with(m.as_str())) {
                Sort::Ministry
            } else {
                Sort::Other
            }
        };
        Box::new(TitleCheck {
            offices: offices.collect(),
            sorts: self.office.iter().map(of_sort).collect(),
            unless_before: compiler.phrases(&self.unless_before),
            left: compiler.phrases(&self.left),
        })
    }
}

/// Words before an office within which "former" is said of it: "the former Maryland Democratic governor".
const NEAR: usize = 4;

#[derive(Debug)]
struct TitleCheck {
    offices: Vec<(String, Option<Tag>)>,
    sorts: Vec<Sort>,
    unless_before: Option<Tag>,
    left: Option<Tag>,
}

/// What an office leaves room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Seat,
    Ministry,
    Other,
}

/// A mention with its office.
#[derive(Clone, Copy, Debug)]
struct Held {
    office: usize,
    at: Span,
    /// Is it an office that the person has left?
    left: bool,
}

impl Check for TitleCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let (before, after) = self.by_token(page);
        if before.is_empty() {
            return;
        }
        // Few articles give many of their people an office: what it takes to tell them apart waits for one.
        let bearers_of = OnceCell::new();
        let mut held: FxHashMap<usize, Held> = FxHashMap::default();
        for mention in &page.facts.names {
            let Some(now) = self.office(page, mention, &before, &after) else {
                continue;
            };
            // One with a namesake cannot be told by the surname alone.
            let own = surname(page, mention);
            let bearers = bearers_of.get_or_init(|| bearers(page));
            let first = bearers.partition_point(|(surname, _)| *surname < own);
            if bearers.get(first + 1).is_some_and(|(surname, _)| *surname == own) {
                continue;
            }
            match held.get(&mention.bearer) {
                None => {
                    held.insert(mention.bearer, now);
                }
                Some(first) if self.go_together(first.office, now.office) => {}
                Some(first) if first.office == now.office || now.left || first.left && mention.len() > 1 => {}
                Some(first) => out.push(
                    Hit::pair(now.at, first.at)
                        .with("office", self.offices[now.office].0.clone())
                        .with("other_office", self.offices[first.office].0.clone()),
                ),
            }
        }
    }
}

/// Each surname with each of its bearers, sorted.
fn bearers<'a>(page: &Page<'a>) -> Vec<(&'a str, usize)> {
    let names = page.facts.names.iter();
    let mut out: Vec<_> = names.map(|m| (surname(page, m), m.bearer)).collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn surname<'a>(page: &Page<'a>, mention: &NameMention) -> &'a str {
    page.words(mention.last(page.document))
}

/// Offices by a token, each with its number and its other end. Of two at one token the last one counts.
type ByToken = FxHashMap<usize, (usize, usize)>;

impl TitleCheck {
    /// Offices by the token after their last, and by their first.
    fn by_token(&self, page: &Page<'_>) -> (ByToken, ByToken) {
        let (mut ends, mut starts) = (ByToken::default(), ByToken::default());
        for (number, (_, tag)) in self.offices.iter().enumerate() {
            for found in tag.map(|t| page.matches.of(t)).unwrap_or_default() {
                ends.insert(found.tokens.end, (number, found.tokens.start));
                starts.insert(found.tokens.start, (number, found.tokens.end));
            }
        }
        (ends, starts)
    }

    /// "Defence Minister Hill" is "Senator Hill" further down: a minister has a seat as well.
    fn go_together(&self, one: usize, other: usize) -> bool {
        matches!(
            (self.sorts[one], self.sorts[other]),
            (Sort::Seat, Sort::Ministry) | (Sort::Ministry, Sort::Seat)
        )
    }

    /// The office given with a mention, and the words for both.
    fn office(&self, page: &Page<'_>, mention: &NameMention, ends: &ByToken, starts: &ByToken) -> Option<Held> {
        let document = page.document;
        let tokens = &document.tokens;
        if page.block_kind_at(mention.span) == BlockKind::Caption {
            return None;
        }
        // "Sen. Gray", "finance director, Leopold Gray,"
        let mut end = mention.tokens.start;
        while end > 0 && (tokens[end - 1].is('.') || tokens[end - 1].is(',')) {
            end -= 1;
        }
        let (office, from, to) = if let Some(&(office, start)) = ends.get(&end) {
            (office, start, mention.tokens.end)
        } else {
            // "Leopold Gray, the finance director"
            let mut start = mention.tokens.end;
            if !tokens.get(start)?.is(',') {
                return None;
            }
            start += 1;
            if ["the", "a", "its", "their", "his", "her"].contains(&document.words(tokens.get(start)?.span)) {
                start += 1;
            }
            let &(office, end) = starts.get(&start)?;
            (office, mention.tokens.start, end)
        };
        let sentence = &document.sentences[mention.sentence];
        let near = from.saturating_sub(NEAR).max(sentence.tokens.start)..to;
        let said = |tag: Option<Tag>| tag.is_some_and(|t| !page.matches.within(t, near.clone()).is_empty());
        (!said(self.unless_before) && from >= sentence.tokens.start).then(|| Held {
            office,
            at: document.span_of(from..to),
            left: said(self.left),
        })
    }
}
