//! `share`: a percentage that the two figures beside it do not make.

use super::Kind;
use crate::facts::quantity::{Bound, Quantity, Unit};
use crate::facts::relation::RelationKind;
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::{Token, TokenKind};
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
            // "1,206, or 67 per cent of the 1,800": the percentage stands between.
            let percent_of = part.unit == Unit::Percent;
            let part = match relation.one.checked_sub(1).map(|i| &quantities[i]) {
                Some(told) if percent_of && says_again(page, told, part) => told,
                _ => part,
            };
            let about = |q: &Quantity| q.is_exact() || q.bound == Bound::About;
            let counts = about(part)
                && whole.is_exact()
                && part.value > 0.0
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
                .filter(|p| !percent_of && self.follows(page, part, whole, p))
                .or_else(|| before.filter(|p| opens_bracket(page, p, part)))
                .or_else(|| percent_of.then(|| &quantities[relation.one]));
            let Some(percent) = percent.filter(|p| p.unit == Unit::Percent && p.bound != Bound::Range) else {
                continue;
            };
            let right = 100.0 * part.value / whole.value;
            let sure = percent.is_exact() && part.is_exact();
            let slack = (percent.rounding().min(percent.step)).max(self.0.points) * if sure { 1.0 } else { 2.0 };
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
    /// Does the percentage stand in a bracket, behind "or" or between commas a few words after part and whole?
    fn follows(&self, page: &Page<'_>, part: &Quantity, whole: &Quantity, percent: &Quantity) -> bool {
        let tokens = &page.document.tokens;
        let start = page.document.tokens_in(percent.span).start;
        let end = part.tokens.end.max(whole.tokens.end);
        if whole.sentence != percent.sentence || start <= end {
            return false;
        }
        let between = &tokens[end..start - 1];
        let bracket = tokens[start - 1].is('(') && between.iter().all(|t| t.kind != TokenKind::Mark('('));
        let or = tokens[start - 1].is_word()
            && page.words(tokens[start - 1].span).eq_ignore_ascii_case("or")
            && between.last().is_some_and(|t| t.is(','));
        let closes = tokens.get(page.document.tokens_in(percent.span).end);
        let apart = tokens[start - 1].is(',') && closes.is_none_or(|t| t.is(',') || t.is('.'));
        let pure = between.iter().all(Token::is_word);
        (bracket || or || apart && pure) && between.iter().filter(|t| t.is_word()).count() <= self.0.most_words
    }
}

/// "1,206, or 67 per cent", "1,206 (67 per cent": the percentage says a count once more.
fn says_again(page: &Page<'_>, told: &Quantity, percent: &Quantity) -> bool {
    let start = page.document.tokens_in(percent.span).start;
    let between = page.document.tokens.get(told.tokens.end..start).unwrap_or_default();
    let noun = usize::from(told.counted.is_some_and(|c| c.token == told.tokens.end));
    let or = |t: &Token| page.words(t.span).eq_ignore_ascii_case("or");
    told.sentence == percent.sentence
        && match &between[noun.min(between.len())..] {
            [mark] => mark.is('(') || mark.is(','),
            [mark, word] => mark.is(',') && or(word),
            _ => false,
        }
}

/// "67% (two of three)"
fn opens_bracket(page: &Page<'_>, percent: &Quantity, part: &Quantity) -> bool {
    let start = page.document.tokens_in(part.span).start;
    percent.sentence == part.sentence
        && start == percent.tokens.end + 1
        && page.document.tokens[percent.tokens.end].is('(')
}
