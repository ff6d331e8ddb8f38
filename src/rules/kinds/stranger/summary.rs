//! A name of the summary that the body knows by no word.
//!
//! A summary is made of its story: unlike a headline it brings no names of its own. So a name of which the body
//! has no word is a slip, if the body tells the rest of the sentence and knows the name by no other form.

use super::{Known, LEAST_BODY, STEM, StrangerCheck, is_content, stem};
use crate::facts::{Class, NameMention};
use crate::rules::Page;
use crate::rules::kinds::name_variant::slip::{letters, one_edit};
use crate::text::{Case, Prefix, TokenKind};

/// Other content words that the sentence must have.
const LEAST_WORDS: usize = 3;
/// The share of them that the body must have: a summary says much in its own words.
const LEAST_SHARE: f64 = 0.5;
/// Letters that two forms of one name share at the least: Spain and Spanish have three.
const FORM: usize = 3;

/// A name of the summary that the body has in no form.
pub(super) struct Unknown<'p> {
    /// The name that the body has in its place, if any.
    pub(super) rival: Option<&'p NameMention>,
}

impl StrangerCheck {
    /// Is it a name that the body has in no form?
    pub(super) fn unknown<'p>(
        &self,
        page: &Page<'p>,
        name: &NameMention,
        body: &mut Option<Known>,
    ) -> Option<Unknown<'p>> {
        let document = page.document;
        let first = &document.tokens[name.tokens.start];
        // At the start of a sentence any word has a capital; a first name, a place or two words in a row tell.
        let proven = !name.opens
            || name.len() > 1
            || first.case == Case::Upper
            || page.lexicon.any(first.word, &[Class::GivenName, Class::PlaceName]);
        let sentence = &document.sentences[name.sentence];
        let byline = |at: usize| {
            self.bylines
                .is_some_and(|tag| !page.matches.within(tag, at..at + 1).is_empty())
        };
        let is_byline = byline(sentence.tokens.start) || byline(name.tokens.end);
        // "PhD" and "OSes" are words, and a trade name has a hundred forms.
        let odd = document.tokens[name.tokens.clone()]
            .iter()
            .any(|t| t.case == Case::Mixed || t.kind == TokenKind::Number);
        // "8Mb" and "600W" are measures.
        let before = name.tokens.start.checked_sub(1).map(|i| &document.tokens[i]);
        let is_unit = before.is_some_and(|t| t.kind == TokenKind::Number && t.span.end == first.span.start);
        let granted = name.len() == 1 && self.is_taken_for_granted(page.words(first.span));
        if !proven || odd || is_byline || is_unit || is_quoted_title(page, name) {
            return None;
        }
        let body = body.get_or_insert_with(|| Known::of(page));
        let words: Vec<usize> = name.tokens.clone().filter(|i| document.tokens[*i].is_word()).collect();
        // Of a person the surname tells: many a story has another David.
        let telling = match words.as_slice() {
            [first, .., last] if page.lexicon.is(&document.tokens[*first], Class::GivenName) => vec![*last],
            _ => words,
        };
        let known = |i: usize| self.has_form(page, i, body);
        if body.stems.len() < LEAST_BODY || telling.is_empty() || telling.into_iter().any(known) {
            return None;
        }
        if Self::is_spelt_otherwise(page, name) {
            return None;
        }
        // A name in another spelling is another rule's.
        let last = letters(page.words(name.last(document)));
        let mut names = page.facts.names.iter().flat_map(|n| n.tokens.clone());
        if names.any(|i| one_edit(&last, &letters(page.words(document.tokens[i].span)))) {
            return None;
        }
        let others = sentence
            .tokens
            .clone()
            .filter(|i| !name.tokens.contains(i) && is_content(page, *i));
        let others: Vec<usize> = others.collect();
        let held = others
            .iter()
            .filter(|i| body.stems.contains(&stem(page, **i, STEM)))
            .count();
        let told = others.len() >= LEAST_WORDS && held as f64 >= LEAST_SHARE * others.len() as f64;
        let rival = rival(page, name);
        (told && (rival.is_some() || !granted)).then_some(Unknown { rival })
    }

    /// Is it the country that a paper is written in?
    fn is_taken_for_granted(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let mut sets = self
            .settings
            .taken_for_granted
            .iter()
            .flat_map(|names| names.split('|'));
        sets.any(|name| name == word.trim_end_matches('.'))
    }

    /// Does the body have the word, or one that stands for it: "British" for the UK?
    pub(super) fn has_form(&self, page: &Page<'_>, at: usize, body: &Known) -> bool {
        let token = &page.document.tokens[at];
        let word = page.words(token.span).to_lowercase();
        let word = word.trim_end_matches('.');
        let has = |w: &str| body.words(page).contains(&Prefix::of(w, Prefix::MOST));
        // Iran is in Iranian, and a plural in its word.
        let short =
            word.chars().count() < Prefix::MOST && body.stems.contains(&Prefix::of(word, STEM)) && word.len() >= STEM;
        let alike = || {
            let mut sets = self.settings.alike.iter().map(|names| names.split('|'));
            sets.any(|mut names| names.clone().any(|n| n == word) && names.any(has))
        };
        has(word) || short || has(word.trim_end_matches('s')) || alike() || has_people(page, at)
    }

    /// Is the name short for one of the body's, or one of those short for it: WHO and World Health Organization?
    fn is_spelt_otherwise(page: &Page<'_>, name: &NameMention) -> bool {
        let document = page.document;
        let initials = |mention: &NameMention| {
            let words = document.tokens[mention.tokens.clone()].iter();
            let capitals = words.filter(|t| t.is_capitalised());
            capitals
                .filter_map(|t| document.words(t.span).chars().next())
                .collect::<String>()
        };
        let all_letters = |mention: &NameMention| {
            let words = document.tokens[mention.tokens.clone()]
                .iter()
                .filter(|t| t.kind != TokenKind::Mark('.'));
            words
                .flat_map(|t| document.words(t.span).chars())
                .filter(|c| c.is_alphanumeric())
                .collect::<String>()
        };
        let (own_initials, own_letters) = (initials(name), all_letters(name));
        let others = page.facts.names.iter().filter(|n| n.sentence != name.sentence);
        let mut others = others.filter(|n| document.kind_of(&document.sentences[n.sentence]).is_body());
        others.any(|n| {
            let short = own_letters.len() > 1 && n.len() > 1 && initials(n).starts_with(&own_letters);
            let long = name.len() > 1 && own_initials.starts_with(&all_letters(n)) && all_letters(n).len() > 1;
            short || long
        }) || is_spelt_out(page, &own_letters)
    }
}

/// Small words inside the name of a body: "Securities and Exchange Commission" is read as two names.
const INSIDE: [&str; 5] = ["and", "of", "for", "the", "on"];

/// Do words of the body begin, one after the other, with the letters of a short name?
fn is_spelt_out(page: &Page<'_>, short: &str) -> bool {
    let document = page.document;
    let capital = |at: usize| document.tokens[at].is_capitalised();
    let initial = |at: &usize| document.words(document.tokens[*at].span).chars().next();
    let begins = |at: usize| {
        let row = at..document.tokens.len().min(at + 3 * short.len());
        let words = row.take_while(|i| capital(*i) || page.reads(*i, &INSIDE));
        let mut letters = words.filter(|i| capital(*i)).filter_map(|i| initial(&i));
        short.chars().all(|letter| letters.next() == Some(letter))
    };
    let in_capitals = short.len() > 2 && short.chars().all(char::is_uppercase);
    let body = document.blocks.iter().filter(|b| b.kind.is_body());
    let mut tokens = body.flat_map(|b| b.tokens.clone()).filter(|at| capital(*at));
    in_capitals && tokens.any(begins)
}

/// Words of a sentence of the body that a summary's sentence must have for the two to tell one thing.
const LEAST_SHARED: usize = 2;

/// The name of the body that stands where this one stands in the summary: the word right before or right behind it
/// is the same, and the sentences have more in common.
fn rival<'p>(page: &Page<'p>, name: &NameMention) -> Option<&'p NameMention> {
    let document = page.document;
    let words = |n: &NameMention| {
        let tokens = document.sentences[n.sentence].tokens.clone();
        let others = tokens.filter(|i| !n.tokens.contains(i) && is_content(page, *i));
        let mut out: Vec<Prefix> = others.map(|i| stem(page, i, STEM)).collect();
        out.sort_unstable();
        out.dedup();
        out
    };
    let own = words(name);
    let (before, behind) = beside(page, name);
    let of_body = page
        .facts
        .names
        .iter()
        .filter(|n| document.kind_of(&document.sentences[n.sentence]).is_body());
    let mut best: Option<(usize, &NameMention)> = None;
    for other in of_body {
        let (b, a) = beside(page, other);
        let framed = before.is_some() && b == before || behind.is_some() && a == behind;
        let at_top = || {
            let mut here = page.facts.names.iter().filter(|n| n.sentence == name.sentence);
            here.any(|n| n.bearer == other.bearer)
        };
        if framed && !at_top() {
            let shared = words(other).iter().filter(|w| own.binary_search(w).is_ok()).count();
            if shared >= LEAST_SHARED && best.is_none_or(|(most, _)| shared > most) {
                best = Some((shared, other));
            }
        }
    }
    best.map(|(_, other)| other)
}

/// The content words next to a name in its sentence.
fn beside(page: &Page<'_>, name: &NameMention) -> (Option<Prefix>, Option<Prefix>) {
    let sentence = page.document.sentences[name.sentence].tokens.clone();
    let tells =
        |i: &usize| page.document.tokens[*i].span.len() > 2 && page.lexicon.is_content(&page.document.tokens[*i]);
    let before = (sentence.start..name.tokens.start).rev().find(tells);
    let behind = (name.tokens.end..sentence.end).find(tells);
    let stem = |i: Option<usize>| i.map(|i| stem(page, i, STEM));
    (stem(before), stem(behind))
}

/// Endings of the words for a people.
const PEOPLE: [&str; 6] = ["ish", "ese", "ian", "an", "ch", "i"];

/// Does the body name the people of a place: Italian for Italy?
fn has_people(page: &Page<'_>, at: usize) -> bool {
    let token = &page.document.tokens[at];
    let start = page.words(token.span).get(..FORM);
    let is_people = |w: &str| {
        let alike = w.get(..FORM).zip(start).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b));
        alike && w.len() > FORM && PEOPLE.iter().any(|ending| w.ends_with(ending))
    };
    let names = || {
        page.document
            .tokens
            .iter()
            .filter(|t| t.is_capitalised() && t.span != token.span)
    };
    page.lexicon.is(token, Class::PlaceName) && names().any(|t| is_people(page.words(t.span)))
}

/// Does a quotation mark stand right before it: the title of a book is often cut short below?
fn is_quoted_title(page: &Page<'_>, name: &NameMention) -> bool {
    let before = name.tokens.start.checked_sub(1).map(|i| &page.document.tokens[i]);
    before.is_some_and(|t| matches!(t.kind, TokenKind::Mark('"' | '“' | '‘' | '\'')))
}
