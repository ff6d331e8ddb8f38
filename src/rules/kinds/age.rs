//! `age`: one person's age given twice with two values.

use super::Kind;
use crate::facts::Class;
use crate::facts::quantity::{Quantity, Stem, Unit};
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::Token;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::ops::Range;

/// `[check.age]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Ages that differ by less are a birthday between two days of reporting.
    least_apart: f64,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "one person's age in two versions";
    const VALUES: &'static [&'static str] = &["person", "one", "two"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(AgeCheck(self))
    }
}

#[derive(Debug)]
struct AgeCheck(Settings);

/// A person with an age beside the name.
struct Aged<'a> {
    name: Range<usize>,
    age: &'a Quantity,
}

impl Check for AgeCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        // By surname, so that only people who may be one are compared.
        let mut named = None;
        let mut people: FxHashMap<Stem, Vec<Aged<'_>>> = FxHashMap::default();
        let mut hits: Vec<(Stem, Hit)> = Vec::new();
        for age in page.facts.quantities.iter().filter(|q| q.unit == Unit::Age) {
            let old = word(page, age.tokens.end - 1).eq_ignore_ascii_case("old");
            let name = if old {
                name_after(page, age).or_else(|| name_before(page, age, article_before(page, age)?))
            } else {
                name_before(page, age, age.tokens.start)
            };
            let Some(name) = name else { continue };
            let surname = Stem::of(word(page, name.end - 1));
            let known = people.entry(surname).or_default();
            let person = Aged { name, age };
            // The first version with which it clashes; the work is bounded by few versions a name.
            let clash = known.iter().take(4).find(|k| {
                (k.age.value - person.age.value).abs() >= self.0.least_apart && same_person(page, k, &person)
            });
            if let Some(first) = clash
                && !has_namesake(
                    page,
                    named.get_or_insert_with(|| namesakes(page)),
                    &first.name,
                    &person.name,
                )
            {
                let fuller = if first.name.len() >= person.name.len() {
                    &first.name
                } else {
                    &person.name
                };
                let hit = Hit::pair(person.age.figure, first.age.figure)
                    .with("person", page.words(page.document.span_of(fuller.clone())))
                    .with("one", figures::plain(first.age.value))
                    .with("two", figures::plain(person.age.value));
                hits.push((surname, hit));
            }
            known.push(person);
        }
        let several = people.iter().filter(|(_, known)| ages(known) >= SEVERAL);
        let several: FxHashSet<Stem> = several.map(|(name, _)| *name).collect();
        let one = hits.into_iter().filter(|(name, _)| !several.contains(name));
        out.extend(one.map(|(_, hit)| hit));
        out.sort_by_key(|h| h.primary);
    }
}

/// Different ages of one name from which on they are of several people: those who sent in a joke, each with a
/// first name and an age. A slip makes two.
const SEVERAL: usize = 3;

/// How many different ages are given.
fn ages(known: &[Aged<'_>]) -> usize {
    let mut ages: Vec<i64> = known.iter().map(|k| k.age.value as i64).collect();
    ages.sort_unstable();
    ages.dedup();
    ages.len()
}

fn word<'a>(page: &Page<'a>, at: usize) -> &'a str {
    page.document.tokens.get(at).map_or("", |t| page.words(t.span))
}

/// May the token be part of a person's name?
fn in_name(page: &Page<'_>, at: usize) -> bool {
    page.document.tokens.get(at).is_some_and(|t| {
        t.is_capitalised()
            && (!page.lexicon.is(t, Class::Month) || opens_name(page, at))
            && !page.lexicon.is(t, Class::Weekday)
            && !is_title(page.words(t.span))
    })
}

/// "June Tolliver": does a name begin with the month?
fn opens_name(page: &Page<'_>, at: usize) -> bool {
    let names = &page.facts.names;
    names.binary_search_by_key(&at, |n| n.tokens.start).is_ok()
}

fn is_title(word: &str) -> bool {
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "prince",
        "princess",
        "president",
        "senator",
        "sen",
        "gov",
        "rep",
        "judge",
        "officer",
        "captain",
        "the",
        "and",
        "but",
        "when",
        "while",
        "for",
        "then",
        "he",
        "she",
    ]
    .iter()
    .any(|t| t.eq_ignore_ascii_case(word))
}

/// "Ada Fenwick, a 41-year-old widow": where the article before the age begins.
fn article_before(page: &Page<'_>, age: &Quantity) -> Option<usize> {
    let at = age.tokens.start.checked_sub(1)?;
    ["a", "an", "the"].contains(&word(page, at)).then_some(at)
}

/// "Ada Fenwick, 41,", "Fenwick (41)", "Fenwick, who is 41,": the capitalised words before the mark before the age, or
/// before what leads to it.
fn name_before(page: &Page<'_>, age: &Quantity, from: usize) -> Option<Range<usize>> {
    let sentence = page.document.sentences.get(age.sentence)?;
    let mut end = from;
    if ["is", "was"].contains(&word(page, end.wrapping_sub(1))) && word(page, end.wrapping_sub(2)) == "who" {
        end -= 2;
    }
    if ["aged", "age"]
        .iter()
        .any(|w| w.eq_ignore_ascii_case(word(page, end.wrapping_sub(1))))
    {
        end -= 1;
    }
    let mark = page.document.tokens.get(end.checked_sub(1)?)?;
    if !mark.is(',') && !mark.is('(') {
        return None;
    }
    let end = end - 1;
    let mut start = end;
    while start > sentence.tokens.start && (in_name(page, start - 1) || joins_names(page, start - 1, end)) {
        start -= 1;
    }
    let tokens = &page.document.tokens;
    while start < end && !tokens[start].is_word() {
        start += 1;
    }
    // At the start of a sentence the first word is capitalised whatever it is; a lone one may be no name.
    (start < end).then_some(start..end)
}

/// The stop of an initial, a hyphen, the marks around a nickname.
fn joins_names(page: &Page<'_>, at: usize, end: usize) -> bool {
    let token: &Token = &page.document.tokens[at];
    let initial = token.is('.')
        && at > 0
        && page.document.tokens[at - 1].is_word()
        && page.document.tokens[at - 1].span.len() <= 2;
    let hyphen = token.is('-') && !token.spaced;
    let nickname = token.is('"') || token.is('“') || token.is('”');
    at + 1 < end && (initial || hyphen || nickname)
}

/// "the 34-year-old nurse Ada Fenwick", "34-year-old Ada Fenwick".
fn name_after(page: &Page<'_>, age: &Quantity) -> Option<Range<usize>> {
    let sentence = page.document.sentences.get(age.sentence)?;
    let mut start = age.tokens.end;
    // A trade of up to three words may stand between.
    let mut skipped = 0;
    while skipped < 3
        && start < sentence.tokens.end
        && page.document.tokens[start].is_word()
        && !page.document.tokens[start].is_capitalised()
    {
        start += 1;
        skipped += 1;
    }
    let mut end = start;
    while end < sentence.tokens.end && in_name(page, end) {
        end += 1;
    }
    // "a 29-year-old Berlin woman": one capitalised word may be a town.
    (end >= start + 2).then_some(start..end)
}

/// Can the two be one person: no first names that differ?
fn same_person(page: &Page<'_>, one: &Aged<'_>, other: &Aged<'_>) -> bool {
    let (a, b) = (&one.name, &other.name);
    let last = |r: &Range<usize>| word(page, r.end - 1);
    if !last(a).eq_ignore_ascii_case(last(b)) {
        return false;
    }
    if a.len() < 2 || b.len() < 2 {
        return true;
    }
    word(page, a.start).eq_ignore_ascii_case(word(page, b.start))
}

/// For each surname, in small letters, the first of the first names before it and whether another differs.
type Namesakes<'a> = FxHashMap<String, (&'a str, bool)>;

fn namesakes<'a>(page: &Page<'a>) -> Namesakes<'a> {
    let mut out: Namesakes<'a> = FxHashMap::default();
    for (at, pair) in page.document.tokens.windows(2).enumerate() {
        let [given, family] = pair else { continue };
        let named = family.is_capitalised()
            && given.is_capitalised()
            && in_name(page, at)
            && !page.lexicon.is(given, Class::FigureStop);
        if named {
            let given = page.words(given.span);
            let known = out
                .entry(page.words(family.span).to_ascii_lowercase())
                .or_insert((given, false));
            known.1 |= !known.0.eq_ignore_ascii_case(given);
        }
    }
    out
}

/// Does the article name somebody else with the surname? Then a bare surname may be either's.
fn has_namesake(page: &Page<'_>, namesakes: &Namesakes<'_>, one: &Range<usize>, other: &Range<usize>) -> bool {
    let surname = word(page, one.end - 1).to_ascii_lowercase();
    (one.len() < 2 || other.len() < 2) && namesakes.get(&surname).is_some_and(|(_, differ)| *differ)
}
