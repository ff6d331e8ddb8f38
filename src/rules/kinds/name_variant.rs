//! `name-variant`: one name in two spellings.
//!
//! A newsroom slip is one letter wrong: two swapped, one doubled, dropped or changed (Damerau 1964 found
//! four fifths of spelling errors to be of these four sorts). News copy introduces a person in full, so a
//! surname one letter off from an introduced one that nobody bears is a slip; the surname of somebody
//! else is introduced too. Pairs are found over shared deletions, so the time is linear in the letters of
//! the distinct names.

pub(in crate::rules::kinds) mod given;
pub(in crate::rules::kinds) mod slip;

use super::Kind;
use crate::facts::{Class, NameKind, NameMention};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Case, Span, TokenKind};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use slip::{is_i_for_y, is_inflection, letters, neighbours};
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
    /// Words of kinship: two first names a letter apart beside one of these are two people.
    #[serde(default)]
    kin: PhrasesAsWritten,
    /// First names that sound alike and are two edits apart, in small letters with a stroke between: "stephen|steven".
    #[serde(default)]
    alike: Vec<String>,
}

fn least_letters() -> usize {
    4
}

fn least_letters_unproven() -> usize {
    6
}

impl Kind for Settings {
    const SUMMARY: &'static str = "one name in two spellings";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(NameVariantCheck {
            kin: compiler.phrases(&self.kin),
            settings: self,
        })
    }
}

/// First names that are remembered of one surname.
const MOST_FIRSTS: usize = 4;

#[derive(Debug)]
struct NameVariantCheck {
    settings: Settings,
    kin: Option<Tag>,
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
    /// An age stands beside it.
    aged: bool,
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
        let spellings: Vec<&[char]> = forms.iter().map(|f| f.letters.as_slice()).collect();
        for (a, b) in neighbours(&spellings) {
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
        given::find(page, self.kin, &self.settings.alike, out);
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
        // "Mr Solanky" beside Kirit Solanki is no other form of the name.
        let inflected = is_inflection(&right.letters, &wrong.letters)
            && !(wrong.titled && is_i_for_y(&right.letters, &wrong.letters));
        if letters < self.settings.least_letters || inflected {
            return false;
        }
        // Both known by other means: Austria and Australia are one edit from nobody's slip.
        if wrong.place || wrong.given && !wrong.titled || right.place {
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
        let called = right.bare > 0 || right.titled || right.named || right.aged || wrong.person;
        let verbal = wrong.letters.ends_with(&['i', 'n', 'g']);
        persons && called && (wrong.proven > 0 || (letters > 4 && !verbal))
    }
}

/// Characters that nobody sees: a soft hyphen where a line may break, joiners. They make no other spelling.
const UNSEEN: [char; 4] = ['\u{ad}', '\u{200c}', '\u{200d}', '\u{2060}'];

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
        if word.contains(UNSEEN) {
            continue;
        }
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
    form.aged |= age_beside(page, mention).is_some();
    form.body |= mention.kind == NameKind::Body;
    if mention.len() > 1 {
        let first = document.words(mention.first(document));
        if form.firsts.len() < MOST_FIRSTS && !form.firsts.contains(&first) {
            form.firsts.push(first);
        }
        form.full_at.get_or_insert(mention.span);
    } else if let Some(initial) = mention.initial_before(document) {
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
        || age_beside(page, mention).is_some()
}

/// The age that stands beside a name: "61-year-old Frank Lorne", "Frank Lorne, 61, …".
fn age_beside<'a>(page: &Page<'a>, mention: &NameMention) -> Option<&'a str> {
    let tokens = &page.document.tokens;
    let back = |by: usize| {
        mention
            .tokens
            .start
            .checked_sub(by)
            .map(|at| page.words(tokens[at].span))
    };
    let reads = |by: usize, word: &str| back(by).is_some_and(|w| w.eq_ignore_ascii_case(word));
    if reads(1, "old") && reads(3, "year") {
        return back(5);
    }
    let behind = tokens.get(mention.tokens.end..mention.tokens.end + 3)?;
    let told = behind[0].is(',') && behind[1].kind == TokenKind::Number && behind[2].is(',') && mention.len() > 1;
    told.then(|| page.words(behind[1].span))
}

/// The words that the article writes in small letters.
fn small_words<'a>(page: &Page<'a>) -> FxHashSet<&'a str> {
    let tokens = page.document.tokens.iter();
    let small = tokens.filter(|t| t.case == Case::Lower);
    small.map(|t| page.words(t.span)).collect()
}
