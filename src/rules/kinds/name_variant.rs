//! `name-variant`: one name in two spellings.
//!
//! A newsroom slip is one letter wrong: two swapped, one doubled, dropped or changed (Damerau 1964 found
//! four fifths of spelling errors to be of these four sorts). News copy introduces a person in full, so a
//! surname one letter off from an introduced one that nobody bears is a slip; the surname of somebody
//! else is introduced too. Pairs are found over shared deletions, so the time is linear in the letters of
//! the distinct names.

use super::Kind;
use crate::facts::{Class, NameKind, NameMention};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::token::is_apostrophe;
use crate::text::{BlockKind, Case, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::cell::OnceCell;

/// `[check.name-variant]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Shorter surnames are left alone: too many names of this length are one letter apart.
    #[serde(default = "least_letters")]
    least_letters: usize,
    /// A surname of which nothing tells that a person bears it needs this many letters.
    #[serde(default = "least_letters_unproven")]
    least_letters_unproven: usize,
}

fn least_letters() -> usize {
    4
}

fn least_letters_unproven() -> usize {
    6
}

impl Kind for Settings {
    const SUMMARY: &'static str = "one name in two spellings";

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(NameVariantCheck { settings: self })
    }
}

/// Names that share a deletion are looked at in groups of at most this many: more is a list of codes,
/// and every pair of it would have to be compared.
const MOST_IN_GROUP: usize = 12;
/// Up to this many letters a changed consonant makes another name.
const SHORT: usize = 5;
/// First names that are remembered of one surname.
const MOST_FIRSTS: usize = 4;

#[derive(Debug)]
struct NameVariantCheck {
    settings: Settings,
}

/// One spelling of a last word and how the article uses it.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one independent thing seen of the spelling"
)]
struct Form<'a> {
    letters: Vec<char>,
    count: usize,
    /// Mentions without a first name.
    bare: usize,
    /// Mentions after in, at, near: where places stand.
    placed: usize,
    /// Mentions that do more than open a sentence.
    proven: usize,
    titled: bool,
    /// A common first name stands before it.
    named: bool,
    /// A title, a first name or a verb of saying tells that a person bears it.
    person: bool,
    /// It stands inside longer names, not at their end.
    inside: bool,
    firsts: Vec<&'a str>,
    place: bool,
    body: bool,
    given: bool,
    first_at: Span,
    full_at: Option<Span>,
}

impl Check for NameVariantCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let forms = forms(page);
        let small = OnceCell::new();
        for (a, b) in neighbours(&forms) {
            let (a, b) = (&forms[a], &forms[b]);
            // The introduced spelling is taken for the right one, then the more frequent one.
            let order = |f: &Form<'_>| (!f.firsts.is_empty(), f.count);
            let (right, wrong) = if order(a) >= order(b) { (a, b) } else { (b, a) };
            if self.is_slip(|| small.get_or_init(|| small_words(page)), right, wrong) {
                let right = right.full_at.unwrap_or(right.first_at);
                if !is_sic(page, wrong.first_at) && !is_sic(page, right) {
                    out.push(Hit::pair(wrong.first_at, right));
                }
            }
        }
        out.sort_by_key(|h| (h.primary, h.related.first().copied()));
        out.dedup_by_key(|h| h.primary);
    }
}

/// Words after a name within which "[sic]" is said of it.
const SIC_REACH: usize = 3;

/// Does the writer say that the spelling is another's: "Correy's [sic]"?
fn is_sic(page: &Page<'_>, name: Span) -> bool {
    let end = page.document.tokens_in(name).end;
    let after = page.document.tokens.iter().skip(end).take(SIC_REACH);
    after.into_iter().any(|t| page.words(t.span) == "sic")
}

impl NameVariantCheck {
    fn is_slip<'a>(&self, small: impl FnOnce() -> &'a FxHashSet<&'a str>, right: &Form<'_>, wrong: &Form<'_>) -> bool {
        let letters = right.letters.len().min(wrong.letters.len());
        if letters < self.settings.least_letters || is_inflection(&right.letters, &wrong.letters) {
            return false;
        }
        // Both known by other means: Austria and Australia are one edit from nobody's slip.
        if wrong.place || wrong.given || right.place {
            return false;
        }
        // The word is also an ordinary word of the article.
        if small().contains(wrong.letters.iter().collect::<String>().as_str()) {
            return false;
        }
        let same_first = right.firsts.iter().any(|f| wrong.firsts.contains(f));
        if same_first {
            return true;
        }
        // Each has a first name of its own: two people.
        if !wrong.firsts.is_empty() || wrong.inside {
            return false;
        }
        if right.firsts.is_empty() || wrong.placed > 0 || wrong.body || right.body {
            return false;
        }
        // "Standard Life" beside "Liffe": two words with capitals are not yet a person.
        let persons = right.person || (wrong.person && letters >= self.settings.least_letters_unproven);
        // "Ray Tracing" is never called Tracing; a person is called by the surname.
        let called = right.bare > 0 || right.titled || right.named || wrong.person;
        let verbal = wrong.letters.ends_with(&['i', 'n', 'g']);
        persons && called && (wrong.proven > 0 || (letters > 4 && !verbal))
    }
}

/// A longer word is no name, and each of its letters would be left out in turn.
const MOST_LETTERS: usize = 40;

/// All last words of names, in order of first mention.
fn forms<'a>(page: &Page<'a>) -> Vec<Form<'a>> {
    let document = page.document;
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    let mut forms: Vec<Form<'a>> = Vec::new();
    for mention in &page.facts.names {
        let token = &document.tokens[mention.tokens.end - 1];
        if token.case == Case::Upper || page.block_kind_at(mention.span) == BlockKind::Headline {
            continue;
        }
        let word = document.words(token.span);
        let number = *numbers.entry(word).or_insert_with(|| {
            forms.push(Form {
                letters: letters(word),
                first_at: token.span,
                place: page.lexicon.is(token, Class::PlaceName),
                given: page.lexicon.is(token, Class::GivenName),
                ..Form::default()
            });
            forms.len() - 1
        });
        note(page, mention, &mut forms[number]);
    }
    for mention in &page.facts.names {
        for i in mention.tokens.start..mention.tokens.end - 1 {
            if let Some(number) = numbers.get(document.words(document.tokens[i].span)) {
                forms[*number].inside = true;
            }
        }
    }
    forms
}

fn note<'a>(page: &Page<'a>, mention: &NameMention, form: &mut Form<'a>) {
    let document = page.document;
    form.count += 1;
    form.proven += usize::from(!mention.opens);
    form.titled |= mention.title.is_some();
    form.named |= mention.len() > 1
        && page
            .lexicon
            .is(&document.tokens[mention.tokens.start], Class::GivenName);
    form.person |= is_person(page, mention);
    form.body |= mention.kind == NameKind::Body;
    if mention.len() > 1 {
        let first = document.words(mention.first(document));
        if form.firsts.len() < MOST_FIRSTS && !form.firsts.contains(&first) {
            form.firsts.push(first);
        }
        form.full_at.get_or_insert(mention.span);
    } else if let Some(initial) = initial_before(page, mention) {
        // "C Thomson" in a list has a first name too.
        if form.firsts.len() < MOST_FIRSTS {
            form.firsts.push(initial);
        }
    } else {
        form.bare += 1;
        let before = mention.tokens.start.checked_sub(1).map(|i| &document.tokens[i]);
        let placed = before.is_some_and(|t| ["in", "at", "near", "In", "At", "Near"].contains(&document.words(t.span)));
        form.placed += usize::from(placed);
    }
}

/// A single capital letter before the name, with or without its stop.
fn initial_before<'a>(page: &Page<'a>, mention: &NameMention) -> Option<&'a str> {
    let tokens = &page.document.tokens;
    let mut at = mention.tokens.start.checked_sub(1)?;
    if tokens[at].is('.') {
        at = at.checked_sub(1)?;
    }
    let word = page.document.words(tokens[at].span);
    (tokens[at].is_capitalised() && word.chars().count() == 1 && word != "I" && word != "A").then_some(word)
}

/// Does anything beside the capital tell of a person?
fn is_person(page: &Page<'_>, mention: &NameMention) -> bool {
    let tokens = &page.document.tokens;
    let says = |i: Option<usize>| {
        i.and_then(|i| tokens.get(i)).is_some_and(|t| {
            page.lexicon.any(
                t.word,
                &[
                    Class::CueNeutral,
                    Class::CueAssertive,
                    Class::CueDoubting,
                    Class::CueConceding,
                ],
            )
        })
    };
    let first = &tokens[mention.tokens.start];
    mention.title.is_some()
        || (mention.len() > 1 && page.lexicon.is(first, Class::GivenName))
        || says(Some(mention.tokens.end))
        || says(mention.tokens.start.checked_sub(1))
}

/// The letters by which two spellings are compared: the shape of an apostrophe and capitals inside do
/// not count.
fn letters(word: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(word.len());
    for c in word.chars() {
        if is_apostrophe(c) {
            out.push('\'');
        } else {
            out.extend(c.to_lowercase());
        }
    }
    out
}

/// Pairs of forms one edit apart that begin with the same letter.
fn neighbours(forms: &[Form<'_>]) -> Vec<(usize, usize)> {
    let of_usual_length = |f: &&Form<'_>| f.letters.len() <= MOST_LETTERS;
    let each = |add: &mut dyn FnMut(u64, usize)| {
        for (number, form) in forms.iter().enumerate().filter(|(_, f)| of_usual_length(f)) {
            shortened(&form.letters, |hash| add(hash, number));
        }
    };
    // Nearly all of these stand alone. What may not is known from a small table of how often a hash came,
    // twice as large as there are letters.
    let letters: usize = forms.iter().map(|f| f.letters.len() + 1).sum();
    let slots = (letters * 2).next_power_of_two();
    let slot = |hash: u64| (hash >> 32) as usize & (slots - 1);
    let mut times = vec![0_u8; slots];
    each(&mut |hash, _| times[slot(hash)] = times[slot(hash)].saturating_add(1));
    let mut shared: Vec<(u64, usize)> = Vec::new();
    each(&mut |hash, number| {
        if times[slot(hash)] > 1 {
            shared.push((hash, number));
        }
    });
    shared.sort_unstable();
    shared.dedup();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for group in shared.chunk_by(|a, b| a.0 == b.0) {
        let group = &group[..group.len().min(MOST_IN_GROUP)];
        for (at, (_, a)) in group.iter().enumerate() {
            for (_, b) in &group[at + 1..] {
                if one_edit(&forms[*a].letters, &forms[*b].letters) {
                    pairs.push((*a, *b));
                }
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Calls `add` with the hash of the letters, and of them without each in turn. The first letter stays: slips
/// rarely touch it, other names often differ in it.
fn shortened(letters: &[char], mut add: impl FnMut(u64)) {
    /// An odd number without pattern; a hash is a number to this base, one digit a letter, the first lowest.
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let Some((first, rest)) = letters.split_first() else {
        return;
    };
    let digit = |c: &char| u64::from(u32::from(*c));
    // What differs in one digit alone is to differ everywhere.
    let mix = |hash: u64| (hash ^ (hash >> 29)).wrapping_mul(BASE);
    let mut tail = rest
        .iter()
        .rev()
        .fold(0_u64, |hash, c| hash.wrapping_mul(BASE).wrapping_add(digit(c)));
    let mut head = digit(first);
    add(mix(head.wrapping_add(tail.wrapping_mul(BASE))));
    // Letters behind the one left out stand one place lower.
    let mut power = 1_u64;
    for c in rest {
        tail = tail.wrapping_sub(digit(c).wrapping_mul(power));
        add(mix(head.wrapping_add(tail)));
        power = power.wrapping_mul(BASE);
        head = head.wrapping_add(digit(c).wrapping_mul(power));
    }
}

/// Is one the other with one letter added, dropped, changed or swapped with its neighbour?
fn one_edit(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 || a == b || short.is_empty() || short[0] != long[0] {
        return false;
    }
    let head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let tail = short[head..]
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (left, right) = (&short[head..short.len() - tail], &long[head..long.len() - tail]);
    match (left, right) {
        ([], [_]) => true,
        // An accent that is left out is house style: Supré and Supre. Short names with another consonant
        // are mostly other names: Hall and Hale.
        ([l], [r]) => l.is_ascii() && r.is_ascii() && (short.len() > SHORT || (is_vowel(*l) && is_vowel(*r))),
        ([_, _], [_, _]) => left[0] == right[1] && left[1] == right[0],
        _ => false,
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Is one the plural, the demonym or the feminine form of the other: Bush and Bushs, Iraq and Iraqi,
/// Karimov and Karimova?
fn is_inflection(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let ending = |word: &[char]| matches!(word.last(), Some('s' | 'n' | 'i' | 'a' | 'y'));
    let added = long.len() == short.len() + 1 && long.starts_with(short) && ending(long);
    // "Syrias" for Syria's beside Syrian.
    let changed = a.len() == b.len() && a[..a.len() - 1] == b[..b.len() - 1] && ending(a) && ending(b);
    // Parties and partiers.
    let doer =
        short.ends_with(&['i', 'e', 's']) && long.ends_with(&['i', 'e', 'r', 's']) && short.len() + 1 == long.len();
    added || changed || doer
}

/// The words that the article writes in small letters.
fn small_words<'a>(page: &Page<'a>) -> FxHashSet<&'a str> {
    let tokens = page.document.tokens.iter();
    let small = tokens.filter(|t| t.case == Case::Lower);
    small.map(|t| page.words(t.span)).collect()
}
