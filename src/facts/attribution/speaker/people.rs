//! Who is named in an article: each bearer once, with office and sex where the article tells.

use super::office::{office_before, office_behind, office_set_off};
pub(super) use crate::facts::name::Sex;
use crate::facts::name::sex;
use crate::facts::{Class, Facts, Lexicon, NameKind, NameMention};
use crate::text::token::{hash_of, hashes_of};
use crate::text::{Document, Span, Token};
use rustc_hash::FxHashMap;

/// What a name's bearer is, as far as the article tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Being {
    Person,
    Body,
    /// A place that governs nothing, or a word that is no name.
    Neither,
}

/// One bearer of a name.
#[derive(Clone, Debug)]
pub(super) struct Bearer {
    /// The number of the fullest mention.
    pub(super) name: usize,
    pub(super) role: Option<Span>,
    /// What sort of body, where the article tells: "SAG, the actors' union".
    pub(super) sort: Option<Span>,
    pub(super) being: Being,
    /// Does more than a capital say that it is a person: an office, a first name, "he"?
    pub(super) sure: bool,
    pub(super) sex: Option<Sex>,
}

/// So many of one surname are told apart: a family in one story is rarely larger.
const MOST_NAMESAKES: usize = 8;

/// All bearers; [`People::of`] is by the bearer numbers of the names.
#[derive(Debug, Default)]
pub(super) struct People {
    of: Vec<usize>,
    pub(super) all: Vec<Bearer>,
}

impl People {
    pub(super) fn read(document: &Document, lexicon: &Lexicon, facts: &Facts) -> Self {
        let names = &facts.names;
        let bearers = names.iter().map(|n| n.bearer + 1).max().unwrap_or(0);
        let mut full: Vec<Option<usize>> = vec![None; bearers];
        for (number, name) in names.iter().enumerate() {
            let known = full[name.bearer].map_or(0, |n| names[n].len());
            if name.len() > known && document.kind_of(&document.sentences[name.sentence]).is_body() {
                full[name.bearer] = Some(number);
            }
        }
        let mut people = Self::merged(document, lexicon, names, &full);
        for name in names {
            let Some(bearer) = people.of.get(name.bearer).and_then(|b| people.all.get_mut(*b)) else {
                continue;
            };
            if bearer.role.is_none() {
                bearer.role = office_before(document, lexicon, name)
                    .or_else(|| office_set_off(document, lexicon, name))
                    .or_else(|| office_behind(document, lexicon, name));
            }
            bearer.sex = bearer.sex.or_else(|| sex(document, lexicon, name));
        }
        let votes = votes(document, lexicon, facts, &people);
        for (bearer, votes) in people.all.iter_mut().zip(votes) {
            let (person, body) = votes;
            let name = &names[bearer.name];
            bearer.sure = bearer.role.is_some() || bearer.sex.is_some() || person > body;
            bearer.being = being(document, lexicon, name, bearer, votes);
            bearer.sure |= name.kind == NameKind::Person;
            let sort = bearer.role.filter(|role| is_sort_of_body(document, lexicon, *role));
            if sort.is_some() && bearer.sex.is_none() {
                bearer.being = Being::Body;
                bearer.sort = sort;
            }
            if bearer.being != Being::Person {
                bearer.role = None;
            }
        }
        people
    }

    /// The bearer of a name.
    pub(super) fn bearer(&self, name: &NameMention) -> Option<usize> {
        self.of.get(name.bearer).copied().filter(|b| *b < self.all.len())
    }

    /// Joins bearers that are one under other letters: "FALLIN", "Sir John" for "Sir John Bourn", "SEC"
    /// for "the Securities and Exchange Commission".
    fn merged(document: &Document, lexicon: &Lexicon, names: &[NameMention], full: &[Option<usize>]) -> Self {
        let mut people = Self {
            of: vec![usize::MAX; full.len()],
            all: Vec::new(),
        };
        // By the hash of the word, which is the same in capitals and small letters.
        let word = |at: usize| document.tokens[at].hash;
        let mut by_last: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        // First names and initials that two share lead nowhere.
        let mut by_first: FxHashMap<u32, Option<usize>> = FxHashMap::default();
        let longest_first = |long: bool| {
            full.iter()
                .enumerate()
                .filter_map(move |(b, n)| n.filter(|n| (names[*n].len() > 1) == long).map(|n| (b, n)))
        };
        let fresh = |people: &mut Self, number: usize| {
            people.all.push(Bearer {
                name: number,
                role: None,
                sort: None,
                being: Being::Neither,
                sure: false,
                sex: None,
            });
            people.all.len() - 1
        };
        for (bearer, number) in longest_first(true) {
            let at = fresh(&mut people, number);
            people.of[bearer] = at;
            let name = &names[number];
            let namesakes = by_last.entry(word(name.tokens.end - 1)).or_default();
            if namesakes.len() < MOST_NAMESAKES {
                namesakes.push(at);
            }
            let first = word(name.tokens.start);
            let stands = stands_for(document, lexicon, name);
            let others = [initials(document, name), in_one_word(document, name)];
            for short in stands.then_some(first).into_iter().chain(others) {
                by_first
                    .entry(short)
                    .and_modify(|known| *known = None)
                    .or_insert(Some(at));
            }
        }
        for (bearer, number) in longest_first(false) {
            let word = word(names[number].tokens.start);
            // "Mr. Moll" is not Ida Moll; of several who could be meant, the one named first.
            let sex_of = |name: &NameMention| sex(document, lexicon, name);
            let known = by_last.get(&word).and_then(|namesakes| {
                let own = sex_of(&names[number]);
                let parted =
                    |at: usize| own.is_some_and(|o| sex_of(&names[people.all[at].name]).is_some_and(|s| s != o));
                namesakes.iter().copied().find(|at| !parted(*at))
            });
            let known = known.or_else(|| by_first.get(&word).copied().flatten());
            let at = known.unwrap_or_else(|| fresh(&mut people, number));
            let namesakes = by_last.entry(word).or_default();
            if !namesakes.contains(&at) && namesakes.len() < MOST_NAMESAKES {
                namesakes.push(at);
            }
            people.of[bearer] = at;
        }
        people
    }
}

/// "The actors' union": is the head of an apposition a word for a body, and for no office?
fn is_sort_of_body(document: &Document, lexicon: &Lexicon, role: Span) -> bool {
    let tokens = &document.tokens[document.tokens_in(role)];
    let hangs = |t: &&Token| lexicon.is(t, Class::Preposition) || t.is(',');
    let head = tokens.iter().take_while(|t| !hangs(t)).last();
    head.is_some_and(|head| {
        !head.is_capitalised() && lexicon.is(head, Class::Institution) && !lexicon.is(head, Class::Role)
    })
}

/// Can the first word stand for the whole name: "Ida" for "Ida Moll"? Not for letters ("NCAA Final"),
/// nor where an office follows ("Sorvik CEO Ida Moll").
fn stands_for(document: &Document, lexicon: &Lexicon, name: &NameMention) -> bool {
    let tokens = &document.tokens[name.tokens.clone()];
    let Some((first, rest)) = tokens.split_first() else {
        return false;
    };
    let letters = first.span.len() > 1 && !document.words(first.span).chars().any(char::is_lowercase);
    !letters && !rest.iter().any(|t| lexicon.is(t, Class::Role))
}

/// The hash of "fsa" for "Financial Services Authority".
fn initials(document: &Document, name: &NameMention) -> u32 {
    let words = document.tokens[name.tokens.clone()].iter().filter(|t| t.is_word());
    let first = words.filter_map(|t| document.words(t.span).chars().next());
    hash_of(&first.flat_map(char::to_lowercase).collect::<String>())
}

/// The hash of "timewarner" for "Time Warner".
fn in_one_word(document: &Document, name: &NameMention) -> u32 {
    let words = document.tokens[name.tokens.clone()].iter().filter(|t| t.is_word());
    hash_of(&words.map(|t| document.words(t.span).to_lowercase()).collect::<String>())
}

/// How often each bearer is a he or she, and how often an it, right behind its own cue: "Sorvik said it".
fn votes(document: &Document, lexicon: &Lexicon, facts: &Facts, people: &People) -> Vec<(u32, u32)> {
    const NEAR: usize = 5;
    let mut votes = vec![(0, 0); people.all.len()];
    for attribution in &facts.attributions {
        let source = attribution.source.span;
        let at = facts.names.partition_point(|n| n.span.end < source.end);
        let Some(name) = facts.names.get(at).filter(|n| n.span.end == source.end) else {
            continue;
        };
        let Some(bearer) = people.bearer(name) else { continue };
        let end = document.sentences[attribution.sentence].tokens.end;
        let from = document.tokens_in(attribution.cue).end;
        let behind = from..end.min(from + NEAR);
        for at in behind {
            match document.words(document.tokens[at].span) {
                "he" | "she" | "his" | "her" => votes[bearer].0 += 1,
                // "Said it was important to …" says nothing of the speaker.
                "it" if is_expletive(document, lexicon, at) => continue,
                "it" | "its" => votes[bearer].1 += 1,
                _ => continue,
            }
            break;
        }
    }
    votes
}

/// Is the "it" at a token one that stands for nothing: "it was important", "it is a shame"? With a participle
/// behind the auxiliary it stands for somebody: "it was cutting jobs", "it has agreed".
fn is_expletive(document: &Document, lexicon: &Lexicon, at: usize) -> bool {
    const BE: [u32; 3] = hashes_of(["is", "was", "be"]);
    let mut next = at + 1;
    let token = |at: usize| document.tokens.get(at);
    while token(next).is_some_and(|t| lexicon.is(t, Class::Auxiliary) && !BE.contains(&t.hash)) {
        next += 1;
    }
    let participle = |t: &Token| {
        let word = document.words(t.span);
        word.ends_with("ing") || word.ends_with("ed") || lexicon.is(t, Class::Past)
    };
    token(next).is_some_and(|t| BE.contains(&t.hash)) && token(next + 1).is_some_and(|t| t.is_word() && !participle(t))
}

/// "E. M. Sloan": an initial with its stop before a surname is somebody's.
fn has_initial(document: &Document, name: &NameMention) -> bool {
    let before = name.tokens.start.checked_sub(1).map(|at| &document.tokens[at]);
    before.is_some_and(|t| t.is('.') && !t.spaced) && name.initial_before(document).is_some()
}

/// What a name's bearer is, by its fullest mention and by how often it is a he or she and an it.
fn being(
    document: &Document,
    lexicon: &Lexicon,
    name: &NameMention,
    bearer: &Bearer,
    (person, body): (u32, u32),
) -> Being {
    // "Mayor Ned Herald" is no newspaper.
    let proved = bearer.role.is_some() || person > body;
    let last = &document.tokens[name.tokens.end - 1];
    // "Rep. Tom Jordan" is no country.
    let speaks_itself = lexicon.is(last, Class::Institution) || lexicon.is(last, Class::State) && name.len() == 1;
    // "Tom Jordan": a person by the first name is no state.
    let state = lexicon.is(last, Class::State) && (name.len() == 1 || name.kind != NameKind::Person);
    let ends_as_body = state || lexicon.any(last.word, &[Class::Institution, Class::BodyEnding]);
    // Somebody never given in full is rarely a person in news copy: "Facebook", "the G8".
    let short = name.len() == 1 && name.title.is_none() && !has_initial(document, name);
    match name.kind {
        // "Lyon said he": a place that is he or she is a person.
        NameKind::Place if person > body => Being::Person,
        NameKind::Place if !lexicon.is(last, Class::State) => Being::Neither,
        NameKind::Person if !ends_as_body || proved && !speaks_itself => Being::Person,
        NameKind::Unknown if bearer.sure => Being::Person,
        NameKind::Unknown if !ends_as_body && body <= person && !short => Being::Person,
        _ => Being::Body,
    }
}
