//! How a phrase is written: from the notation to rows of elements.

use super::lists::Lists;
use super::span::Span;
use super::token::{TokenKind, tokenize};
use super::vocabulary::{Vocabulary, WordId};
use super::word_set::{WordSets, Words};
use rustc_hash::FxHashMap;

/// How many ways a phrase may be spelt out: more is a mistake in the rule, not a phrase.
const MOST_SPELLINGS: usize = 4096;
/// Words a bare `*` may stand for: an adverb, an auxiliary and a negation.
const GAP: u8 = 3;

/// What is wrong with a phrase as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PhraseFault {
    /// A brace or bracket without its partner.
    Unclosed(String),
    /// No list of that name.
    NoList(String),
    /// Nothing to match.
    Empty,
    /// It begins with a gap or an optional word, so it could begin anywhere.
    OpenStart,
    /// Spelt out it is more than 4096 phrases.
    TooMany,
}

impl std::fmt::Display for PhraseFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unclosed(part) => write!(f, "`{part}` opens a brace or bracket that nothing closes"),
            Self::NoList(name) => write!(f, "there is no list called `@{name}`"),
            Self::Empty => write!(f, "there is nothing here to match"),
            Self::OpenStart => write!(f, "a phrase must begin with a word, not with `*` or an optional word"),
            Self::TooMany => write!(f, "spelt out, this is more than {MOST_SPELLINGS} phrases"),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Element {
    Words(Words),
    Optional(Words),
    Gap(u8),
    Number,
    Name,
    Mark(char),
}

/// One way to spell a phrase out.
pub(super) type Row = Vec<Element>;

/// Reads phrases; what it has read of a list it keeps, because many phrases name the same lists.
#[derive(Clone, Debug, Default)]
pub(super) struct Notation {
    /// The word sets of all elements read.
    pub(super) sets: WordSets,
    lists: FxHashMap<Box<str>, Vec<Row>>,
}

impl Notation {
    /// The rows of elements that a phrase stands for.
    pub(super) fn rows(
        &mut self,
        written: &str,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
    ) -> Result<Vec<Row>, PhraseFault> {
        let mut row = Row::new();
        if self.single_row(written, vocabulary, &mut row) {
            return Ok(vec![row]);
        }
        self.parse(written, lists, vocabulary, 0)
    }

    /// Reads a phrase that is one row of elements without going through rows of rows: nine phrases of ten
    /// are that, and all of them are read before the first article. False if the phrase is more than that
    /// or is faulty; then `row` holds nothing of use.
    fn single_row(&mut self, written: &str, vocabulary: &mut Vocabulary, row: &mut Row) -> bool {
        let mut words = Vec::new();
        for part in parts(written) {
            let (inner, optional) = match part.strip_prefix('[').and_then(|i| i.strip_suffix(']')) {
                Some(inner) => (inner, true),
                None => (part, false),
            };
            let element = match inner {
                "*" if !optional => Element::Gap(GAP),
                "<number>" if !optional => Element::Number,
                "<name>" if !optional => Element::Name,
                _ if Self::plain_word(inner, vocabulary, &mut words) => {
                    let words = self.sets.intern(&mut words);
                    if optional {
                        Element::Optional(words)
                    } else {
                        Element::Words(words)
                    }
                }
                _ => match inner
                    .strip_prefix('@')
                    .and_then(|name| self.lists.get(name))
                    .map(Vec::as_slice)
                {
                    Some([way]) if !optional => {
                        row.extend_from_slice(way);
                        continue;
                    }
                    _ => return false,
                },
            };
            row.push(element);
            words.clear();
        }
        true
    }

    /// Appends the words of a phrase that is one plain word in one or several spellings (`drone{,s}`,
    /// `{few,many}`), which
    /// most phrases are. False, and nothing appended, if it is more than that.
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
        let mut word = String::with_capacity(written.len());
        let mut from = stem + 1;
        for ending in endings.split(|b| *b == b',') {
            word.clear();
            word.push_str(&written[..stem]);
            word.push_str(&written[from..from + ending.len()]);
            from += ending.len() + 1;
            out.push(vocabulary.add(&word));
        }
        true
    }

    fn parse(
        &mut self,
        written: &str,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
        depth: u8,
    ) -> Result<Vec<Row>, PhraseFault> {
        let mut rows: Vec<Row> = vec![Vec::new()];
        for part in parts(written) {
            if is_plain(part) {
                let word = Element::Words(Words::One(vocabulary.add(part)));
                for row in &mut rows {
                    row.push(word);
                }
                continue;
            }
            let ways: Vec<Row> = if let Some(name) = part.strip_prefix('@').filter(|n| !n.is_empty()) {
                self.list_ways(name, lists, vocabulary, depth)?
            } else if let Some(most) = part
                .strip_prefix('*')
                .filter(|m| m.is_empty() || m.parse::<u8>().is_ok())
            {
                vec![vec![Element::Gap(most.parse().unwrap_or(GAP))]]
            } else if part == "<number>" {
                vec![vec![Element::Number]]
            } else if part == "<name>" {
                vec![vec![Element::Name]]
            } else if let Some(inner) = part.strip_prefix('[').filter(|i| i.len() > 1) {
                let inner = inner
                    .strip_suffix(']')
                    .ok_or_else(|| PhraseFault::Unclosed(part.to_owned()))?;
                let mut ways: Vec<Row> = Vec::new();
                for row in self.words_of(&spell_out(inner)?, vocabulary) {
                    if let [Element::Words(words)] = row.as_slice() {
                        ways.push(vec![Element::Optional(*words)]);
                    } else {
                        ways.extend([row, Vec::new()]);
                    }
                }
                ways
            } else {
                let mut words = Vec::new();
                if Self::plain_word(part, vocabulary, &mut words) {
                    vec![vec![Element::Words(self.sets.intern(&mut words))]]
                } else {
                    self.words_of(&spell_out(part)?, vocabulary)
                }
            };
            if rows.len() * ways.len() > MOST_SPELLINGS {
                return Err(PhraseFault::TooMany);
            }
            if let [way] = ways.as_slice() {
                for row in &mut rows {
                    row.extend_from_slice(way);
                }
            } else {
                rows = rows
                    .iter()
                    .flat_map(|row| ways.iter().map(|way| [row.as_slice(), way].concat()))
                    .collect();
            }
        }
        Ok(rows)
    }

    /// All entries of a list: its single words as one element, each longer entry as a row of its own.
    fn list_ways(
        &mut self,
        name: &str,
        lists: &Lists,
        vocabulary: &mut Vocabulary,
        depth: u8,
    ) -> Result<Vec<Row>, PhraseFault> {
        if let Some(rows) = self.lists.get(name) {
            return Ok(rows.clone());
        }
        let entries = lists.get(name).ok_or_else(|| PhraseFault::NoList(name.to_owned()))?;
        // A list may name lists, but not in a circle.
        if depth > 4 {
            return Err(PhraseFault::TooMany);
        }
        let mut words = Vec::new();
        let mut rows = Vec::new();
        for entry in entries {
            if Self::plain_word(entry, vocabulary, &mut words) {
                continue;
            }
            for row in self.parse(entry, lists, vocabulary, depth + 1)? {
                match row.as_slice() {
                    [Element::Words(more)] => self.sets.extend(*more, &mut words),
                    _ => rows.push(row),
                }
            }
        }
        if !words.is_empty() {
            rows.push(vec![Element::Words(self.sets.intern(&mut words))]);
        }
        self.lists.insert(name.into(), rows.clone());
        Ok(rows)
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

/// Letters alone: one word, and nothing of the notation.
fn is_plain(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphabetic())
}

/// The elements as written: parted by spaces, except within braces and brackets.
fn parts(written: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let parted = written.split(move |c: char| {
        match c {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && c.is_whitespace()
    });
    parted.filter(|p| !p.is_empty())
}

/// Appends the words that an entry of single words stands for.
pub(crate) fn add_words(written: &str, vocabulary: &mut Vocabulary, out: &mut Vec<WordId>) -> Result<(), PhraseFault> {
    if !Notation::plain_word(written, vocabulary, out) {
        out.extend(spell_out(written)?.iter().map(|word| vocabulary.add(word)));
    }
    Ok(())
}

/// The strings that a word with braces stands for.
fn spell_out(part: &str) -> Result<Vec<String>, PhraseFault> {
    let Some((before, rest)) = part.split_once('{') else {
        return if part.contains('}') {
            Err(PhraseFault::Unclosed(part.to_owned()))
        } else {
            Ok(vec![part.to_owned()])
        };
    };
    let (inside, after) = rest
        .split_once('}')
        .ok_or_else(|| PhraseFault::Unclosed(part.to_owned()))?;
    let tails = spell_out(after)?;
    // Checked at every brace, so that a row of braces cannot fill the memory first.
    if tails.len() * (inside.matches(',').count() + 1) > MOST_SPELLINGS {
        return Err(PhraseFault::TooMany);
    }
    Ok(inside
        .split(',')
        .flat_map(|way| tails.iter().map(move |tail| [before, way, tail].concat()))
        .collect())
}
