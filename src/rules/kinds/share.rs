//! `share`: a percentage that the two figures beside it do not make.

use super::Kind;
use crate::facts::quantity::{Bound, Quantity, Stem, Unit};
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
    /// Nouns for one lot, of which a whole and its part may have one each: 240 jobs are of 6,200 people.
    #[serde(default)]
    one_lot: Vec<String>,
}

/// The figures of one share, and how they are told.
struct Told<'a> {
    part: &'a Quantity,
    whole: &'a Quantity,
    percent: &'a Quantity,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a percentage that part and whole do not make";
    const VALUES: &'static [&'static str] = &["right"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let one_lot = self.one_lot.iter().map(|w| Stem::of(w)).collect();
        Box::new(ShareCheck(self, one_lot))
    }
}

#[derive(Debug)]
struct ShareCheck(Settings, Vec<Stem>);

/// By which part of itself a share in words may be off: "one in 12" for one in 11 to one in 13.
const PART_OFF: f64 = 0.1;

impl Check for ShareCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let mut taken = Vec::new();
        for relation in page.facts.relations.iter().filter(|r| r.kind == RelationKind::PartOf) {
            if let Some(told) = self.related(page, relation.one, relation.other) {
                taken.push(told.percent.tokens.start);
                out.extend(self.hit(&told));
            }
        }
        let quantities = &page.facts.quantities;
        for at in 2..quantities.len() {
            let told = self
                .said_again(page, at)
                .filter(|t| taken.binary_search(&t.percent.tokens.start).is_err());
            out.extend(told.and_then(|told| self.hit(&told)));
        }
        out.sort_by_key(|h| h.primary);
    }
}

impl ShareCheck {
    /// Part, whole and percentage of two figures of which one is told to be a part of the other.
    fn related<'a>(&self, page: &Page<'a>, one: usize, other: usize) -> Option<Told<'a>> {
        let quantities = &page.facts.quantities;
        let (part, whole) = (&quantities[one], &quantities[other]);
        // "1,206, or 67 per cent of the 1,800": the percentage stands between.
        let percent_of = part.unit == Unit::Percent;
        let part = match one.checked_sub(1).map(|i| &quantities[i]) {
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
            return None;
        }
        // The percentage follows in a bracket, or goes before: "two of three (67%)", "67% (two of three)".
        let after = quantities.get(one.max(other) + 1);
        let before = one.min(other).checked_sub(1).and_then(|i| quantities.get(i));
        let percent = after
            .filter(|p| !percent_of && self.follows(page, part, whole, p))
            .or_else(|| before.filter(|p| opens_bracket(page, p, part)))
            .or_else(|| percent_of.then(|| &quantities[one]))?;
        Some(Told { part, whole, percent })
    }

    /// "6,200 people work there, and 240 of them, or 12 per cent, will go": the whole is the only other number of the
    /// sentence, or stands in the one before.
    fn said_again<'a>(&self, page: &Page<'a>, at: usize) -> Option<Told<'a>> {
        let quantities = &page.facts.quantities;
        let (whole, part, percent) = (&quantities[at - 2], &quantities[at - 1], &quantities[at]);
        let counts = [whole, part].iter().all(|q| q.unit == Unit::Count && q.is_exact());
        let alone = at
            .checked_sub(3)
            .is_none_or(|i| quantities[i].sentence < whole.sentence);
        let block = |q: &Quantity| page.document.sentences.get(q.sentence).map(|s| s.block);
        let near = whole.sentence + 1 >= percent.sentence && block(whole) == block(percent);
        let sound = counts && alone && near && part.value > 1.0 && part.value < whole.value;
        if !sound || !says_again(page, part, percent) {
            return None;
        }
        let of_them = is_of_them(page, part);
        let of_lot = |q: &Quantity| q.counted.is_some_and(|c| self.1.contains(&c.head));
        let one_head = part.counted.zip(whole.counted).is_some_and(|(a, b)| a.head == b.head);
        (of_them && whole.counted.is_some() || one_head || of_lot(part) && of_lot(whole)).then_some(Told {
            part,
            whole,
            percent,
        })
    }

    /// A hit if part and whole do not make the share.
    fn hit(&self, told: &Told<'_>) -> Option<Hit> {
        let Told { part, whole, percent } = *told;
        let times = match percent.unit {
            Unit::Percent => 1.0,
            Unit::Fraction => 100.0,
            _ => return None,
        };
        if percent.bound == Bound::Range {
            return None;
        }
        let right = 100.0 * part.value / whole.value;
        let sure = percent.is_exact() && part.is_exact();
        // "A third" and "one in 12" are told of what comes near.
        let rounding = if percent.unit == Unit::Fraction {
            times * percent.value * PART_OFF
        } else {
            percent.rounding().min(percent.step)
        };
        let slack = rounding.max(self.0.points) * if sure { 1.0 } else { 2.0 };
        let (low, high) = (percent.low.min(percent.value), percent.high.max(percent.value));
        let within = (times * low - slack..=times * high + slack).contains(&right);
        let both = part.figure.join(whole.figure);
        (!within).then(|| Hit::pair(percent.figure, both).with("right", format!("{}%", figures::rounded(right))))
    }

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

/// "240 of them": a part of those told before.
fn is_of_them(page: &Page<'_>, part: &Quantity) -> bool {
    let end = part.tokens.end;
    page.reads(end, &["of"]) && page.reads(end + 1, &["them", "these", "those"])
}

/// "1,206, or 67 per cent", "1,206 (67 per cent": the percentage says a count once more.
fn says_again(page: &Page<'_>, told: &Quantity, percent: &Quantity) -> bool {
    let start = page.document.tokens_in(percent.span).start;
    let between = page.document.tokens.get(told.tokens.end..start).unwrap_or_default();
    let noun = if is_of_them(page, told) {
        2
    } else {
        usize::from(told.counted.is_some_and(|c| c.token == told.tokens.end))
    };
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
