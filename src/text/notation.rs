//! How a phrase is written: from the notation to rows of elements.
//!
//! Longer than most files: phrases name lists and lists hold phrases, so the two are read by one reader.

mod fault;
mod spelling;

use super::lists::Lists;
use super::span::Span;
use super::token::{TokenKind, tokenize};
use super::vocabulary::{Vocabulary, WordId};
use super::word_set::{WordSets, Words};
pub use fault::PhraseFault;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use spelling::{is_plain, parts, spell_out, spelt_out};
use std::sync::Arc;

/// How many ways a phrase may be spelt out: more is a mistake in the rule, not a phrase.
const MOST_SPELLINGS: usize = 4096;
/// How many lists may name one another in a row: more is hard to follow for whoever looks for a word.
const MOST_NESTED: u8 = 4;
/// Words a bare `*` may stand for: an adverb, an auxiliary and a negation.
const GAP: u8 = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) enum Element {
    Words(Words),
    Optional(Words),
    Gap(u8),
    Number,
    Name,
    Mark(char),
}

/// One way to spell a part of a phrase out.
pub(super) type Row = Vec<Element>;

/// A part of a phrase, between two spaces.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// Nine of ten are one element.
    One(Element),
    /// Any of several rows of elements; an empty one leaves the part out.
    Any(Arc<[Row]>),
}

impl Part {
    /// How many ways there are to spell it out.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::One(_) => 1,
            Self::Any(rows) => rows.len(),
        }
    }

    /// All of them.
    pub(super) fn ways(&self) -> impl Iterator<Item = &[Element]> {
        let (one, rows): (Option<&Element>, &[Row]) = match self {
            Self::One(element) => (Some(element), &[]),
            Self::Any(rows) => (None, rows),
        };
        let one = one.into_iter().map(std::slice::from_ref);
        one.chain(rows.iter().map(Vec::as_slice))
    }
}

/// Reads phrases; what it has read of a list it keeps, because many phrases name the same lists.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Notation {
    /// The word sets of all elements read.
    pub(super) sets: WordSets,
    #[serde(skip)]
    lists: FxHashMap<Box<str>, Arc<[Row]>>,
    /// The lists that are being read, each named by the one before it.
    #[serde(skip)]
    open: Vec<Box<str>>,
    /// Parts read before that are more than a plain word: `[the]` and `{is,are,was,were}` stand in many phrases.
    #[serde(skip)]
    parts: FxHashMap<Box<str>, Part>,
    /// Room for the words of one element.
    #[serde(skip)]
    words: Vec<WordId>,
}

impl Notation {
    /// Appends the parts of a phrase.
    pub(super) fn parts(
        &mut self,
        written: &str,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
        out: &mut Vec<Part>,
    ) -> Result<(), PhraseFault> {
        self.parts_at(0, written, lists, vocabulary, out)
    }

    fn parts_at(
        &mut self,
        depth: u8,
        written: &str,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
        out: &mut Vec<Part>,
    ) -> Result<(), PhraseFault> {
        let mut spellings = 1;
        for part in parts(written) {
            let part = if is_plain(part) {
                Part::One(Element::Words(Words::One(vocabulary.add(part))))
            } else if let Some(known) = self.parts.get(part) {
                known.clone()
            } else {
                let read = match self.element(part, vocabulary) {
                    Some(element) => Part::One(element),
                    None => Part::Any(self.rows(depth, part, lists, vocabulary)?),
                };
                self.parts.insert(part.into(), read.clone());
                read
            };
            spellings *= part.count();
            if spellings > MOST_SPELLINGS {
                return Err(PhraseFault::TooMany);
            }
            out.push(part);
        }
        Ok(())
    }

    /// A part that is one element, as nearly all are; `None` if it is more than that or is faulty.
    fn element(&mut self, part: &str, vocabulary: &mut Vocabulary) -> Option<Element> {
        let (inner, optional) = match part.strip_prefix('[').and_then(|i| i.strip_suffix(']')) {
            Some(inner) => (inner, true),
            None => (part, false),
        };
        match inner {
            "*" if !optional => return Some(Element::Gap(GAP)),
            "<number>" if !optional => return Some(Element::Number),
            "<name>" if !optional => return Some(Element::Name),
            _ => {}
        }
        if let Some(most) = inner
            .strip_prefix('*')
            .and_then(|m| m.parse().ok())
            .filter(|_| !optional)
        {
            return Some(Element::Gap(most));
        }
        self.words.clear();
        Self::plain_word(inner, vocabulary, &mut self.words).then(|| {
            let words = self.sets.intern(&mut self.words);
            if optional {
                Element::Optional(words)
            } else {
                Element::Words(words)
            }
        })
    }

    /// The ways to spell a part out that is more than one element.
    fn rows(
        &mut self,
        depth: u8,
        part: &str,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
    ) -> Result<Arc<[Row]>, PhraseFault> {
        if let Some(name) = part.strip_prefix('@').filter(|n| !n.is_empty()) {
            return self.rows_of_list(depth, name, lists, vocabulary);
        }
        if let Some(inner) = part.strip_prefix('[').filter(|i| i.len() > 1) {
            let inner = inner
                .strip_suffix(']')
                .ok_or_else(|| PhraseFault::Unclosed(part.to_owned()))?;
            // "[*2]" is "*2": a gap may be empty as it is.
            match self.element(inner, vocabulary) {
                Some(Element::Gap(most)) => return Ok(Arc::new([vec![Element::Gap(most)]])),
                Some(one @ (Element::Number | Element::Name)) => return Ok(Arc::new([vec![one], Vec::new()])),
                _ => {}
            }
            let mut ways: Vec<Row> = Vec::new();
            for row in self.words_of(&spell_out(inner)?, vocabulary) {
                if let [Element::Words(words)] = row.as_slice() {
                    ways.push(vec![Element::Optional(*words)]);
                } else {
                    ways.extend([row, Vec::new()]);
                }
            }
            return Ok(ways.into());
        }
        Ok(self.words_of(&spell_out(part)?, vocabulary).into())
    }

    /// Appends the words of a phrase that is one plain word in one or several spellings (`drone{,s}`,
    /// `{few,many}`), which most are. False, and nothing appended, if it is more than that.
    pub(super) fn plain_word(written: &str, vocabulary: &mut Vocabulary, out: &mut Vec<WordId>) -> bool {
        let letters = |part: &[u8]| part.iter().all(u8::is_ascii_alphabetic);
        let bytes = written.as_bytes();
        let stem = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        if stem == bytes.len() && stem > 0 {
            out.push(vocabulary.add(written));
            return true;
        }
        // Bytes and not characters: this is done some ten thousand times before an article can be read.
        let [b'{', endings @ .., b'}'] = &bytes[stem..] else {
            return false;
        };
        // Braces alone hold whole words, and none of them may be empty.
        let whole = |part: &[u8]| letters(part) && (stem > 0 || !part.is_empty());
        if !endings.split(|b| *b == b',').all(whole) {
            return false;
        }
        let mut from = stem + 1;
        for ending in endings.split(|b| *b == b',') {
            out.push(vocabulary.add_joined(&written[..stem], &written[from..from + ending.len()]));
            from += ending.len() + 1;
        }
        true
    }

    /// All entries of a list: its single words as one element, each longer entry as a row of its own.
    fn rows_of_list(
        &mut self,
        depth: u8,
        name: &str,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
    ) -> Result<Arc<[Row]>, PhraseFault> {
        if let Some(rows) = self.lists.get(name) {
            return Ok(Arc::clone(rows));
        }
        let entries = lists.get(name).ok_or_else(|| PhraseFault::NoList(name.to_owned()))?;
        if self.open.iter().any(|open| **open == *name) {
            return Err(PhraseFault::Circle(name.to_owned()));
        }
        if depth > MOST_NESTED {
            return Err(PhraseFault::TooMany);
        }
        self.open.push(name.into());
        let rows = self.rows_of_entries(depth, entries, lists, vocabulary);
        self.open.pop();
        let rows = rows?;
        self.lists.insert(name.into(), Arc::clone(&rows));
        Ok(rows)
    }

    /// Entries of a list that are read one after another.
    fn rows_of_entries<'l>(
        &mut self,
        depth: u8,
        entries: impl Iterator<Item = &'l str>,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
    ) -> Result<Arc<[Row]>, PhraseFault> {
        let mut words = Vec::new();
        let mut rows = Vec::new();
        let mut parts = Vec::new();
        for entry in entries {
            if Self::plain_word(entry, vocabulary, &mut words) {
                continue;
            }
            parts.clear();
            self.parts_at(depth + 1, entry, lists, vocabulary, &mut parts)?;
            for row in spelt_out(&parts) {
                match row.as_slice() {
                    [Element::Words(more)] => self.sets.extend(*more, &mut words),
                    _ => rows.push(row),
                }
            }
        }
        if !words.is_empty() {
            rows.push(vec![Element::Words(self.sets.intern(&mut words))]);
        }
        Ok(rows.into())
    }

    /// Strings as rows of elements; the single-token ones share one row.
    fn words_of(&mut self, strings: &[String], vocabulary: &mut Vocabulary) -> Vec<Row> {
        let mut singles = Vec::new();
        let mut rows = Vec::new();
        let mut tokens = Vec::new();
        for string in strings {
            // A plain word is one token; and `'s` alone would be read as a mark and a letter, where
            // behind a word it is one token.
            if string == "'s" || is_plain(string) {
                singles.push(vocabulary.add(string));
                continue;
            }
            tokens.clear();
            tokenize(string, Span::new(0, string.len()), vocabulary, &mut tokens);
            if let [token] = tokens.as_slice()
                && !matches!(token.kind, TokenKind::Mark(_))
            {
                singles.push(vocabulary.add(token.span.of(string)));
                continue;
            }
            rows.push(
                tokens
                    .iter()
                    .map(|t| match t.kind {
                        TokenKind::Mark(mark) => Element::Mark(mark),
                        _ => Element::Words(Words::One(vocabulary.add(t.span.of(string)))),
                    })
                    .collect(),
            );
        }
        if !singles.is_empty() {
            rows.push(vec![Element::Words(self.sets.intern(&mut singles))]);
        }
        rows
    }
}

/// Appends the words that an entry of single words stands for, or all entries of the list it names.
pub(crate) fn add_words_or_list(
    written: &str,
    lists: &Lists,
    vocabulary: &mut Vocabulary,
    out: &mut Vec<WordId>,
) -> Result<(), PhraseFault> {
    let Some(name) = written.strip_prefix('@') else {
        return add_words(written, vocabulary, out);
    };
    let mut entries = lists.get(name).ok_or_else(|| PhraseFault::NoList(name.to_owned()))?;
    entries.try_for_each(|entry| add_words(entry, vocabulary, out))
}

/// Appends the words that an entry of single words stands for.
pub(crate) fn add_words(written: &str, vocabulary: &mut Vocabulary, out: &mut Vec<WordId>) -> Result<(), PhraseFault> {
    if !Notation::plain_word(written, vocabulary, out) {
        out.extend(spell_out(written)?.iter().map(|word| vocabulary.add(word)));
    }
    Ok(())
}
