//! `spelling`: one word in two spellings, either of which would do.

use super::Kind;
use crate::rules::expression::{Expression, Manner, Within};
use crate::rules::{Check, Compiler, Hit, Page, Spanned};
use crate::text::Span;
use crate::text::phrase::Tag;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `[check.spelling]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Two spellings each: `centre = "center"`.
    #[serde(default)]
    either: BTreeMap<Spanned<String>, Spanned<String>>,
    /// The same with a regular expression on each side.
    #[serde(default)]
    patterns: BTreeMap<Spanned<String>, Spanned<String>>,
    /// Does the case of letters matter in the patterns?
    #[serde(default)]
    case: bool,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "one word in two spellings";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let pairs = self.either.iter();
        let pairs = pairs.map(|(one, other)| (compiler.phrase(one), compiler.phrase(other)));
        let pairs = pairs.collect();
        let manner = Manner {
            case: self.case,
            exact: true,
        };
        let mut expression = |written: &Spanned<String>| {
            compiler.expression(written, 0);
            Expression::new(written.get_ref(), manner)
        };
        let patterns = self.patterns.iter();
        Box::new(SpellingCheck {
            pairs,
            patterns: patterns
                .map(|(one, other)| (expression(one), expression(other)))
                .collect(),
        })
    }
}

#[derive(Debug)]
struct SpellingCheck {
    pairs: Vec<(Tag, Tag)>,
    patterns: Vec<(Expression, Expression)>,
}

impl Check for SpellingCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let spans = |tag: Tag| -> Vec<Span> {
            let found = page.matches.of(tag).iter();
            found.map(|m| page.document.span_of(m.tokens.clone())).collect()
        };
        let matched = |expression: &Expression| {
            let mut spans = Vec::new();
            for stretch in Within::Paragraph.stretches(page) {
                expression.find(page, stretch, 0, |span, _| spans.push(span));
            }
            spans
        };
        for (one, other) in &self.pairs {
            slips(spans(*one), spans(*other), out);
        }
        for (one, other) in &self.patterns {
            slips(matched(one), matched(other), out);
        }
    }
}

fn slips(one: Vec<Span>, other: Vec<Span>, out: &mut Vec<Hit>) {
    // The rarer spelling is the slip; of two as frequent, the one that came second.
    let slip_is_one = one.len() < other.len() || one.len() == other.len() && one.first() > other.first();
    let (slips, usual) = if slip_is_one { (one, other) } else { (other, one) };
    if let Some(usual) = usual.first() {
        out.extend(slips.into_iter().map(|slip| Hit::pair(slip, *usual)));
    }
}
