//! What happened: attacks, crashes, fires, schemes, and which mentions mean the same one.
//!
//! A contradiction needs one event first (de Marneffe, Rafferty and Manning 2008): two numbers about two
//! raids are news, not a slip. Mentions are chained by the sort of event and the place they give; "the
//! attack" goes back to the attack named last, "an attack" opens a new chain, and a chain is as good as
//! these rules, so the checks that rest on it ask for more than a chain.
//!
//! Longer than most files: an event, its place and its chain are read off the same few words.

use super::lexicon::classes_of;
use super::{Class, Facts, Lexicon, NameKind};
use crate::text::{BlockKind, Document, Span};
use std::ops::Range;

/// A mention of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventMention {
    /// Its noun phrase: determiner, modifiers and noun.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What sort of event.
    pub sort: EventSort,
    /// Is it "the", "this" or a possessor's?
    pub definite: bool,
    /// Does the noun stand in the plural?
    pub plural: bool,
    /// Is there "no" before it?
    pub negated: bool,
    /// How sure the words are that it happened; the words that hedge, if any.
    pub hedge: Option<Span>,
    /// The place it is said to be in: a number in [`Facts::names`].
    pub place: Option<usize>,
    /// Which event of the article: mentions of one event share it.
    pub event: usize,
    /// The number of its sentence.
    pub sentence: usize,
    /// May the word be what somebody right before it does: "Moll blasts critics"?
    pub acted: bool,
}

/// What sort of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventSort {
    /// Attack, strike, raid.
    Attack,
    /// Blast, explosion.
    Blast,
    /// Crash, collision.
    Crash,
    /// Fire, blaze.
    Fire,
    /// Quake, flood, storm.
    Disaster,
    /// Plot, robbery, murder.
    Scheme,
    /// "The incident": any of them.
    Any,
}

impl EventSort {
    const CLASSES: [(Class, Self); 7] = [
        (Class::EventAttack, Self::Attack),
        (Class::EventBlast, Self::Blast),
        (Class::EventCrash, Self::Crash),
        (Class::EventFire, Self::Fire),
        (Class::EventDisaster, Self::Disaster),
        (Class::EventScheme, Self::Scheme),
        (Class::EventAny, Self::Any),
    ];

    /// The classes of all words for events: one look tells that a word is none.
    const ALL: [Class; Self::CLASSES.len()] = classes_of(&Self::CLASSES);

    /// Can the two mean one event? A bombing is an attack and a blast.
    #[must_use]
    pub fn agrees(self, other: Self) -> bool {
        use EventSort::{Any, Attack, Blast};
        self == other || self == Any || other == Any || matches!((self, other), (Attack, Blast) | (Blast, Attack))
    }
}

/// Modifiers that are read back from the noun: "a massive overnight drone attack".
const MOST_MODIFIERS: usize = 5;
/// Words after the noun within which "in Kazan" belongs to it.
const PLACE_REACH: usize = 6;

/// All events of a document's copy, in order.
#[must_use]
pub fn find(document: &Document, lexicon: &Lexicon, facts: &Facts) -> Vec<EventMention> {
    let mut out: Vec<EventMention> = Vec::new();
    let mut names = 0;
    for (number, sentence) in document.sentences.iter().enumerate() {
        if !document.kind_of(sentence).is_copy() {
            continue;
        }
        while facts
            .names
            .get(names)
            .is_some_and(|n| n.tokens.end <= sentence.tokens.start)
        {
            names += 1;
        }
        for at in sentence.tokens.clone() {
            let Some(sort) = sort_at(document, lexicon, sentence.tokens.start, at, sentence.tokens.end) else {
                continue;
            };
            let mut mention = phrase(document, lexicon, sentence.tokens.start, at, sort);
            mention.sentence = number;
            mention.acted = is_acted(document, lexicon, sentence.tokens.start, at);
            mention.place = place(document, facts, names, &mention, sentence.tokens.end);
            out.push(mention);
        }
    }
    chain(document, facts, &mut out);
    out
}

/// The sort of event the word at `at` names, if it stands as a noun.
fn sort_at(document: &Document, lexicon: &Lexicon, first: usize, at: usize, end: usize) -> Option<EventSort> {
    let tokens = &document.tokens;
    if !lexicon.any(tokens[at].word, &EventSort::ALL) {
        return None;
    }
    let sort = EventSort::CLASSES
        .iter()
        .find(|(class, _)| lexicon.is(&tokens[at], *class))?
        .1;
    // "to attack", "they struck", "will fire": a verb.
    let before = (at > first).then(|| &tokens[at - 1]);
    let verb_before = before.is_some_and(|t| {
        let word = document.words(t.span);
        word == "to" || lexicon.any(t.word, &[Class::PersonPronoun, Class::Auxiliary])
    });
    // "attack the", "fire them": likewise. So is a modifier: "attack helicopters", "fire engines".
    let after = tokens.get(at + 1).filter(|_| at + 1 < end);
    // "A fire that swept": behind a determiner it is a noun, whatever follows.
    let determined = before.is_some_and(|t| lexicon.is(t, Class::Determiner));
    let object_after = after.is_some_and(|t| {
        t.is_word()
            && ((!determined && lexicon.any(t.word, &[Class::Determiner, Class::PersonPronoun]))
                || lexicon.any(t.word, &EventSort::ALL))
    });
    (!verb_before && !object_after).then_some(sort)
}

/// Does somebody stand right before the word who may do what it says: "Moll blasts critics", "the mayor attacks it"?
/// A place does not: "the Velna blasts".
fn is_acted(document: &Document, lexicon: &Lexicon, first: usize, at: usize) -> bool {
    let mut before = at;
    while before > first && document.words(document.tokens[before - 1].span).ends_with("ly") {
        before -= 1;
    }
    let Some(subject) = before
        .checked_sub(1)
        .filter(|b| *b >= first)
        .map(|b| &document.tokens[b])
    else {
        return false;
    };
    // "The mayor rebuffs Falk, blasts “dim” view": the subject stands further away, and the words are quoted.
    let quotes = document
        .tokens
        .get(at + 1)
        .is_some_and(|t| t.is('"') || t.is('\u{201c}') || t.is('\u{2018}'));
    if quotes && !lexicon.is(subject, Class::Determiner) {
        return true;
    }
    let somebody = [Class::Role, Class::Institution, Class::VagueGroup, Class::PersonNoun];
    let word = document.words(subject.span);
    // The capital of a first word proves a name only before somebody or something that is struck: "Strong blasts shook
    // it", "Moll blasts Falk".
    let object = document.tokens.get(at + 1).is_some_and(|t| {
        t.is_word() && (t.is_capitalised() || lexicon.any(t.word, &[Class::Determiner, Class::PersonPronoun]))
    });
    let named = subject.is_capitalised()
        && !lexicon.any(subject.word, &[Class::PlaceName, Class::State, Class::Demonym])
        && (before - 1 > first || object);
    subject.is_word() && (named || lexicon.any(subject.word, &somebody) || matches!(word, "who" | "which" | "that"))
}

/// The noun phrase that ends with the noun at `at`.
fn phrase(document: &Document, lexicon: &Lexicon, first: usize, at: usize, sort: EventSort) -> EventMention {
    let tokens = &document.tokens;
    let (mut start, mut definite, mut negated, mut hedge) = (at, false, false, None);
    while start > first && at - start < MOST_MODIFIERS {
        let token = &tokens[start - 1];
        let word = document.words(token.span);
        if token.kind == crate::text::TokenKind::Possessive {
            definite = true;
            break;
        }
        if lexicon.is(token, Class::Determiner) {
            definite = !matches!(
                word.to_lowercase().as_str(),
                "a" | "an" | "any" | "some" | "no" | "another" | "each" | "every"
            );
            negated = word.eq_ignore_ascii_case("no");
            start -= 1;
            break;
        }
        let opens_quote = token.is('“') || token.is('"') || token.is('”');
        let joins = token.is('-') || opens_quote;
        let stops = !token.is_word()
            || lexicon.any(
                token.word,
                &[
                    Class::Preposition,
                    Class::Conjunction,
                    Class::Auxiliary,
                    Class::PersonPronoun,
                ],
            );
        if stops && !joins {
            break;
        }
        if lexicon.is(token, Class::EventHedge) {
            hedge = Some(token.span);
        }
        start -= 1;
    }
    let noun = document.words(tokens[at].span);
    EventMention {
        span: tokens[start].span.join(tokens[at].span),
        tokens: start..at + 1,
        sort,
        definite,
        plural: noun.ends_with('s') || noun.ends_with('S'),
        negated,
        hedge,
        place: None,
        event: usize::MAX,
        sentence: 0,
        acted: false,
    }
}

/// The place an event is said to be in: "in Kazan", "on Kazan", "the Kazan strike".
fn place(document: &Document, facts: &Facts, from: usize, mention: &EventMention, end: usize) -> Option<usize> {
    let reach = (mention.tokens.end + PLACE_REACH).min(end);
    for (number, name) in facts.names.iter().enumerate().skip(from) {
        if name.tokens.start >= reach {
            break;
        }
        if name.kind == NameKind::Person || name.kind == NameKind::Body {
            continue;
        }
        let inside = mention.tokens.contains(&name.tokens.start);
        let after = name.tokens.start > mention.tokens.end && {
            let before = document.words(document.tokens[name.tokens.start - 1].span);
            ["in", "on", "at", "near", "outside"].contains(&before)
        };
        if inside || after {
            return Some(number);
        }
    }
    None
}

/// An event as far as it is known.
#[derive(Debug)]
struct Chain<'a> {
    sort: EventSort,
    place: Option<&'a str>,
    headline: bool,
}

/// Chains that are kept open: an older event is not taken up by a bare "the attack".
const MOST_CHAINS: usize = 16;

fn chain(document: &Document, facts: &Facts, mentions: &mut [EventMention]) {
    let mut chains: Vec<Chain<'_>> = Vec::new();
    // Numbers of the open chains, the one named last at the end.
    let mut open: Vec<usize> = Vec::new();
    for mention in mentions {
        let place = mention
            .place
            .and_then(|p| facts.names.get(p))
            .map(|n| document.words(n.last(document)));
        let headline = document.kind_of(&document.sentences[mention.sentence]) == BlockKind::Headline;
        let known = open.iter().rposition(|number| {
            let chain = &chains[*number];
            chain.sort.agrees(mention.sort)
                && match (chain.place, place) {
                    (Some(a), Some(b)) => a == b,
                    (None, _) | (_, None) => mention.definite || chain.headline || headline,
                }
        });
        let number = if let Some(at) = known {
            open.remove(at)
        } else {
            chains.push(Chain {
                sort: mention.sort,
                place,
                headline,
            });
            chains.len() - 1
        };
        let chain = &mut chains[number];
        chain.place = chain.place.or(place);
        chain.headline &= headline;
        mention.event = number;
        open.push(number);
        if open.len() > MOST_CHAINS {
            open.remove(0);
        }
    }
}
