//! `day-at-top`: a weekday in the headline that the story does not have, and another that it has throughout.

use super::Kind;
use crate::facts::DateMention;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, TokenKind};
use serde::Deserialize;

/// `[check.day-at-top]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words of the story that tell a day without its name: today, tomorrow, the weekend.
    days: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a weekday of the headline where the story has another";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(DayAtTopCheck(compiler.phrases(&self.days)))
    }
}

#[derive(Debug)]
struct DayAtTopCheck(Option<Tag>);

/// Times that the story names its day, from which on it is the story's.
const LEAST_TIMES: usize = 2;

impl Check for DayAtTopCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let kind = |d: &DateMention| document.kind_of(&document.sentences[d.sentence]);
        let weekday = |d: &DateMention| d.weekday.filter(|_| d.day.is_none()).map(|(day, _)| day);
        let top = page
            .facts
            .dates
            .iter()
            .filter(|d| kind(d) == BlockKind::Headline && weekday(d).is_some());
        let top: Vec<&DateMention> = top.take(2).collect();
        let [one] = top.as_slice() else { return };
        // "Black Friday" and "Super Tuesday" are names, and "Friday's papers" are a column.
        let tokens = &document.tokens;
        let named = one.tokens.start.checked_sub(1).is_some_and(|at| {
            tokens[at].is_capitalised() && !page.reads(at, &["on", "by", "for", "from", "until", "before"])
        });
        let end = document.sentences[one.sentence].tokens.end;
        let owned = tokens[..end]
            .get(one.tokens.end)
            .is_some_and(|t| t.kind == TokenKind::Possessive || t.is_capitalised());
        let relative = self.0.is_some_and(|tag| !page.matches.of(tag).is_empty());
        let body = page.facts.dates.iter().filter(|d| kind(d).is_body());
        let days: Vec<&DateMention> = body.filter(|d| d.weekday.is_some()).collect();
        let same = |d: &&DateMention| d.weekday.map(|w| w.0) == one.weekday.map(|w| w.0);
        let Some(first) = days.first() else { return };
        let throughout = days.len() >= LEAST_TIMES
            && days
                .iter()
                .all(|d| d.weekday.map(|w| w.0) == first.weekday.map(|w| w.0));
        if !named && !owned && !relative && throughout && !days.iter().any(same) {
            out.push(Hit::pair(one.span, first.span));
        }
    }
}
