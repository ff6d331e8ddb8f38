//! `share`: a percentage that the two figures beside it do not make.

use super::Kind;
use crate::facts::quantity::{Bound, Quantity, Unit};
use crate::facts::relation::RelationKind;
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::TokenKind;
use serde::Deserialize;

/// `[check.share]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How many points the percentage may be off; twice as many after "about".
    points: f64,
    /// How many words may stand between the whole and the bracket with the percentage.
    most_words: usize,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a percentage that part and whole do not make";
    const VALUES: &'static [&'static str] = &["right"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ShareCheck(self))
    }
}

#[derive(Debug)]
struct ShareCheck(Settings);

impl Check for ShareCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let quantities = &page.facts.quantities;
        for relation in page.facts.relations.iter().filter(|r| r.kind == RelationKind::PartOf) {
            let (part, whole) = (&quantities[relation.one], &quantities[relation.other]);
            let counts = [part, whole].iter().all(|q| q.is_exact() && q.value > 0.0)
                && part.unit == Unit::Count
                && matches!(whole.unit, Unit::Count | Unit::Measure(_));
            if !counts || part.value > whole.value {
                continue;
            }
            // The percentage follows in a bracket, or goes before: "two of three (67%)", "67% (two of three)".
            let after = quantities.get(relation.one.max(relation.other) + 1);
            let before = relation
                .one
                .min(relation.other)
                .checked_sub(1)
                .and_then(|i| quantities.get(i));
            let percent = after
                .filter(|p| self.follows(page, whole, p))
                .or_else(|| before.filter(|p| opens_bracket(page, p, part)));
            let Some(percent) = percent.filter(|p| p.unit == Unit::Percent && p.bound != Bound::Range) else {
                continue;
            };
            let right = 100.0 * part.value / whole.value;
            let slack =
                (percent.rounding().min(percent.step)).max(self.0.points) * if percent.is_exact() { 1.0 } else { 2.0 };
            let within =
                (percent.low.min(percent.value) - slack..=percent.high.max(percent.value) + slack).contains(&right);
            if !within {
                let both = part.figure.join(whole.figure);
                out.push(Hit::pair(percent.figure, both).with("right", format!("{}%", figures::rounded(right))));
            }
        }
    }
}

impl ShareCheck {
    /// Does the percentage open a bracket a few words after the whole?
    fn follows(&self, page: &Page<'_>, whole: &Quantity, percent: &Quantity) -> bool {
        let tokens = &page.document.tokens;
        let start = page.document.tokens_in(percent.span).start;
        if whole.sentence != percent.sentence || start == 0 || start <= whole.tokens.end {
            return false;
        }
        let between = &tokens[whole.tokens.end..start - 1];
        let bracket = tokens[start - 1].is('(') && between.iter().all(|t| t.kind != TokenKind::Mark('('));
        let or = tokens[start - 1].is_word()
            && page.words(tokens[start - 1].span).eq_ignore_ascii_case("or")
            && between.last().is_some_and(|t| t.is(','));
        (bracket || or) && between.iter().filter(|t| t.is_word()).count() <= self.0.most_words
    }
}

/// "67% (two of three)"
fn opens_bracket(page: &Page<'_>, percent: &Quantity, part: &Quantity) -> bool {
    let start = page.document.tokens_in(part.span).start;
    percent.sentence == part.sentence
        && start == percent.tokens.end + 1
        && page.document.tokens[percent.tokens.end].is('(')
}
