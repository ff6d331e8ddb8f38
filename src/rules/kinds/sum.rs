//! `sum`: parts that do not make the total that is given with them.

mod bracketed;
mod enumerated;
mod outcomes;

use super::Kind;
use crate::facts::quantity::{Quantity, Stem, Unit};
use crate::facts::relation::{Relation, RelationKind};
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, Spanned};
use crate::text::Token;
use crate::text::phrase::Tag;
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// `[check.sum]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Nouns of which two together leave nobody out: men and women.
    exhaustive: Vec<Spanned<String>>,
    /// Those of them that never hold the others: 17 women are not nine men and five children.
    #[serde(default)]
    unmixed: Vec<Spanned<String>>,
    /// Pairs of sets of nouns of which neither holds the other: children are not made of men and women.
    #[serde(default)]
    apart: Vec<[Vec<Spanned<String>>; 2]>,
    /// Words that say a list is not the whole: "among them", "most of the others".
    open: PhrasesAsWritten,
    /// Words that close a list: "the remaining", "the rest", "the other".
    closing: PhrasesAsWritten,
    /// What can be said of one person or thing once only: "were discharged", "remain in hospital".
    #[serde(default)]
    outcomes: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "parts that do not make their total";
    const VALUES: &'static [&'static str] = &["sum", "total", "difference"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let stems = |words: &[Spanned<String>]| -> Vec<Stem> { words.iter().map(|w| Stem::of(w.get_ref())).collect() };
        Box::new(SumCheck {
            exhaustive: stems(&self.exhaustive),
            unmixed: stems(&self.unmixed),
            apart: self
                .apart
                .iter()
                .map(|pair| [stems(&pair[0]), stems(&pair[1])])
                .collect(),
            open: compiler.phrases(&self.open),
            closing: compiler.phrases(&self.closing),
            outcomes: compiler.phrases(&self.outcomes),
        })
    }
}

#[derive(Debug)]
struct SumCheck {
    exhaustive: Vec<Stem>,
    unmixed: Vec<Stem>,
    apart: Vec<[Vec<Stem>; 2]>,
    open: Option<Tag>,
    closing: Option<Tag>,
    outcomes: Option<Tag>,
}

/// More parts than this are a table, not a sentence.
const MOST_PARTS: usize = 8;

impl Check for SumCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let quantities = &page.facts.quantities;
        let relations = page.facts.relations.iter().rev();
        let part_of: PartOf<'_> = relations
            .filter(|r| r.kind == RelationKind::PartOf)
            .map(|r| (r.other, r))
            .collect();
        for (at, total) in quantities.iter().enumerate() {
            if total.unit != Unit::Count || !total.is_exact() || total.value < 3.0 || is_first_part(page, total) {
                continue;
            }
            let following = &quantities[at + 1..];
            let following = &following[..following.len().min(MOST_PARTS)];
            let same_sentence = following.iter().take_while(|q| q.sentence == total.sentence).count();
            let following = &following[..same_sentence];
            if let Some(hit) = self.apposed(page, total, following) {
                out.push(hit);
            } else if let Some(hit) = self.listed(page, total, following) {
                out.push(hit);
            } else if let Some(hit) = self.accounted(page, at, &part_of) {
                out.push(hit);
            }
        }
        enumerated::find(page, self.open, out);
        bracketed::find(page, self.open, out);
    }
}

/// "Comprising 268 adults, 257 children and …": the figure begins the parts, and is no total.
fn is_first_part(page: &Page<'_>, figure: &Quantity) -> bool {
    let start = figure.tokens.start;
    let before = |by: usize, words: &[&str]| start.checked_sub(by).is_some_and(|at| page.reads(at, words));
    before(1, &["comprising"]) || before(1, &["of"]) && before(2, &["up", "comprised", "consisting", "composed"])
}

/// For the number of each whole its first part: a list of a million figures must not be searched for each.
type PartOf<'a> = FxHashMap<usize, &'a Relation>;

impl SumCheck {
    /// "14 people, five men and seven women", "14 people (five men and seven women)".
    fn apposed(&self, page: &Page<'_>, total: &Quantity, following: &[Quantity]) -> Option<Hit> {
        let counted = total.counted.filter(|c| !self.unmixed.contains(&c.head))?;
        let tokens = &page.document.tokens;
        let opens = opening(page, counted.token + 1, following.first()?)?;
        let bracket = tokens[opens].is('(');
        let apart = opens > counted.token + 1;
        let mut parts: Vec<&Quantity> = Vec::new();
        let mut next = opens + 1;
        let mut joined = false;
        for part in following {
            if part.tokens.start != next || part.unit != Unit::Count || !part.is_exact() {
                break;
            }
            let head = part.counted?;
            parts.push(part);
            next = head.token + 1;
            let and = tokens
                .get(next)
                .is_some_and(|t| page.words(t.span).eq_ignore_ascii_case("and"));
            let comma = tokens.get(next).is_some_and(|t| t.is(','));
            if joined || !(and || comma) {
                break;
            }
            let after_comma = tokens.get(next + 1).filter(|_| comma);
            let oxford = after_comma.is_some_and(|t| page.words(t.span).eq_ignore_ascii_case("and"));
            joined = and || oxford;
            next += 1 + usize::from(oxford);
        }
        let outside = |part: &&Quantity| part.counted.is_some_and(|c| self.are_apart(counted.head, c.head));
        if !joined || parts.len() < 2 || parts.iter().any(outside) {
            return None;
        }
        let last = tokens.get(next);
        // "…, and four children": the list goes on; "…, and 27 soldiers" were counted before it.
        let goes_on = following.get(parts.len()).is_some_and(|more| {
            let listed = more.counted.is_some_and(|c| self.exhaustive.contains(&c.head));
            listed && more.tokens.start == next + 2
        });
        let closed = last.is_none_or(|t| {
            bracket && t.is(')') || !bracket && (t.is(',') && !goes_on || t.is('.') || t.is(';') || t.is_dash())
        });
        if !closed {
            return None;
        }
        let sum: f64 = parts.iter().map(|p| p.value).sum();
        let all = parts
            .iter()
            .all(|p| p.counted.is_some_and(|c| self.exhaustive.contains(&c.head)));
        let people = counted.person && all;
        // With a verb between, only parts that leave nobody out are surely those of the total.
        let over = sum > total.value
            && (!apart || people)
            && (bracket || people || parts.iter().all(|p| p.counted.is_some_and(|c| c.head == counted.head)));
        let short = sum < total.value && people;
        (over || short).then(|| hit(page, total, &parts, sum))
    }

    /// Does neither of two nouns hold the other: "five children, four women and five men"?
    fn are_apart(&self, one: Stem, other: Stem) -> bool {
        let sides =
            |[a, b]: &[Vec<Stem>; 2]| a.contains(&one) && b.contains(&other) || b.contains(&one) && a.contains(&other);
        self.apart.iter().any(sides)
    }

    /// "Of the 31 buses, 14 go here, nine there and the remaining six elsewhere", "Of the 14, eight were discharged, four
    /// remain in hospital and one died".
    fn listed(&self, page: &Page<'_>, total: &Quantity, following: &[Quantity]) -> Option<Hit> {
        let sentence = page.document.sentences.get(total.sentence)?;
        let first = page.document.tokens.get(sentence.tokens.start)?;
        if !page.words(first.span).eq_ignore_ascii_case("of") || total.tokens.start > sentence.tokens.start + 2 {
            return None;
        }
        let parts: Vec<&Quantity> = following.iter().filter(|q| q.unit == Unit::Count).collect();
        let last = parts.last()?;
        let all_exact = parts.iter().all(|p| p.is_exact());
        if parts.len() < 2 || !all_exact || parts.len() != following.len() {
            return None;
        }
        let closing = last_in(page, self.closing, sentence.tokens.clone());
        let closed = closing.is_some_and(|c| c.end == last.tokens.start);
        if !closed && !outcomes::are_all(page, self.outcomes, self.open, total, &parts) {
            return None;
        }
        let sum: f64 = parts.iter().map(|p| p.value).sum();
        ((sum - total.value).abs() > 0.5).then(|| hit(page, total, &parts, sum))
    }

    /// "52 of 103 drones were shot down; 44 drones were lost and one drone left": every further count of
    /// the same noun in the sentence is a part, and together they fall just short of the whole.
    fn accounted(&self, page: &Page<'_>, at: usize, part_of: &PartOf<'_>) -> Option<Hit> {
        let quantities = &page.facts.quantities;
        let relation = part_of.get(&at)?;
        let (part, total) = (&quantities[relation.one], &quantities[at]);
        let head = total.counted?.head;
        let sentence = page.document.sentences.get(total.sentence)?;
        let later = quantities[at.max(relation.one) + 1..].iter().take(MOST_PARTS);
        // The parts may go on in the next sentence of the paragraph.
        let block = page.document.blocks.get(sentence.block)?;
        let last = (total.sentence + 1).min(block.sentences.end - 1);
        let reach = sentence.tokens.start..page.document.sentences.get(last)?.tokens.end;
        if last_in(page, self.open, reach).is_some() {
            return None;
        }
        let later: Vec<&Quantity> = later.take_while(|q| q.sentence <= last).collect();
        let same = |q: &&Quantity| {
            q.unit == Unit::Count
                && q.is_exact()
                && (q.counted.is_some_and(|c| c.head == head && !c.further) || names_one(page, q, head))
        };
        let counts = later.iter().filter(|q| q.unit == Unit::Count).count();
        let mut parts = vec![part];
        parts.extend(later.into_iter().filter(same));
        let sum: f64 = parts.iter().map(|p| p.value).sum();
        // Three parts or more that reach nine tenths of the whole were meant to reach all of it.
        let meant = parts.len() >= 3 && counts + 1 == parts.len() && sum >= total.value * 0.9 && part.is_exact();
        (meant && (sum - total.value).abs() > 0.5).then(|| hit(page, total, &parts, sum))
    }
}

/// The mark between a total and its parts: "four people, …", "four people were killed: …", "68 people on board, …".
fn opening(page: &Page<'_>, end: usize, part: &Quantity) -> Option<usize> {
    let tokens = &page.document.tokens;
    let at = part.tokens.start.checked_sub(1).filter(|at| *at >= end)?;
    let mark = &tokens[at];
    let marked = mark.is('(') || mark.is(',') || mark.is(':') || mark.is_dash();
    let close = at - end <= MOST_WORDS_BETWEEN && tokens[end..at].iter().all(Token::is_word);
    (marked && close).then_some(at)
}

/// Words between what is counted and the mark: "were killed in the crash on Friday".
const MOST_WORDS_BETWEEN: usize = 7;

/// "one drone": a singular that the plural's stem fits.
fn names_one(page: &Page<'_>, quantity: &Quantity, head: Stem) -> bool {
    let next = page.document.tokens.get(quantity.tokens.end);
    (quantity.value - 1.0).abs() < 0.5 && next.is_some_and(|t| t.is_word() && Stem::of(page.words(t.span)) == head)
}

/// Parts that reach this share of a total were meant to reach all of it.
const MEANT: f64 = 0.8;

/// Were parts of this sum meant to make a total? Those that pass it by as much as they may fall short are of something
/// else.
fn are_meant(total: &Quantity, sum: f64) -> bool {
    (total.value * MEANT..=total.value / MEANT).contains(&sum)
}

fn hit(page: &Page<'_>, total: &Quantity, parts: &[&Quantity], sum: f64) -> Hit {
    let all = std::iter::once(total).chain(parts.iter().copied());
    let written = figures::Written::of(page, all);
    let terms: Vec<String> = parts.iter().map(|p| written.figure(p.value)).collect();
    let difference = if sum > total.value {
        format!("{} too many", written.figure(sum - total.value))
    } else {
        format!("{} not accounted for", written.figure(total.value - sum))
    };
    let mut hit = Hit::at(total.figure)
        .with("sum", format!("{} = {}", terms.join(" + "), written.figure(sum)))
        .with("total", written.figure(total.value))
        .with("difference", difference);
    hit.related = parts.iter().map(|p| p.figure).collect();
    hit
}

/// The last match of a set of phrases among some tokens.
fn last_in(page: &Page<'_>, tag: Option<Tag>, tokens: std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let found = page.matches.of(tag?);
    let last = found.partition_point(|m| m.tokens.start < tokens.end).checked_sub(1)?;
    let found = &found[last];
    (found.tokens.start >= tokens.start).then(|| found.tokens.clone())
}
