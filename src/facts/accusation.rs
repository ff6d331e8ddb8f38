//! Who is accused, and what the article has of their answer.

use super::{Attribution, Class, CueClass, Facts, Form, Lexicon, NameKind, NameMention};
use crate::text::{Document, Span, TokenKind, lower_case};
use rustc_hash::FxHashSet;

/// Somebody is accused by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accusation {
    /// The number of the name of the accused, in [`Facts::names`].
    pub accused: usize,
    /// The words that accuse, with the name.
    pub span: Span,
    /// The first line of an answer, or of the attempt to get one.
    pub answer: Option<Span>,
}

/// The accused stands within this many tokens of the accusing word: "accused the mayor, Ida Moll, of".
const REACH: usize = 8;
/// Accusations that are looked at: an article with more is a record.
const MOST: usize = 24;

/// All accusations of a document's copy, one for each accused.
#[must_use]
pub fn find(document: &Document, lexicon: &Lexicon, facts: &Facts) -> Vec<Accusation> {
    let mut out: Vec<Accusation> = Vec::new();
    let whole = facts.names.iter().filter(|n| n.len() > 1).map(|n| n.bearer).collect();
    for (number, attribution) in facts.attributions.iter().enumerate() {
        let copy = document.kind_of(&document.sentences[attribution.sentence]).is_body();
        if out.len() == MOST || !copy || !accuses(document, attribution) {
            continue;
        }
        let Some(accused) = accused(document, lexicon, facts, &whole, attribution) else {
            continue;
        };
        let name = &facts.names[accused];
        let known = out.iter().any(|o| same(document, &facts.names[o.accused], name));
        if !known {
            out.push(Accusation {
                accused,
                span: attribution.cue.join(name.span),
                answer: answer(document, lexicon, facts, number, name),
            });
        }
    }
    out
}

fn accuses(document: &Document, attribution: &Attribution) -> bool {
    if attribution.class != CueClass::Act || attribution.negated {
        return false;
    }
    let cue = lower_case(document.words(attribution.cue));
    ["accus", "blam"].iter().any(|s| cue.starts_with(s))
}

/// The name behind an accusing verb; of a passive, the one before it. Who is named by more than one word somewhere is
/// known.
fn accused(
    document: &Document,
    lexicon: &Lexicon,
    facts: &Facts,
    whole: &FxHashSet<usize>,
    attribution: &Attribution,
) -> Option<usize> {
    let cue = document.tokens_in(attribution.cue);
    let sentence = document.sentences[attribution.sentence].tokens.clone();
    let behind = facts.names.partition_point(|n| n.tokens.start < cue.end);
    let number = if attribution.form == Form::Passive {
        let number = behind.checked_sub(1)?;
        let name = &facts.names[number];
        // "Moll, 54, was also accused": nothing else stands between, or somebody else may be the subject.
        let between = name.tokens.end.min(cue.start)..cue.start;
        if between.len() > REACH {
            return None;
        }
        // One comma closes an insertion, and its last name is not the subject: "Moll, appointed by Falk, was accused".
        let commas = between.clone().filter(|i| document.tokens[*i].is(',')).count();
        let subject = commas != 1 && between.clone().all(|i| is_auxiliary(document, lexicon, i));
        // "The fire was blamed on Moll" turns it round.
        let turned = document
            .tokens
            .get(cue.end)
            .is_some_and(|t| document.words(t.span) == "on");
        (subject && !turned && name.tokens.start >= sentence.start).then_some(number)?
    } else {
        let name = facts.names.get(behind)?;
        if name.tokens.start >= sentence.end.min(cue.end + REACH) {
            return None;
        }
        // Behind "of" or "for" stands what they are accused of.
        let charge = document.tokens[cue.end..name.tokens.start]
            .iter()
            .any(|t| matches!(document.words(t.span), "of" | "for"));
        (!charge && !is_modifier(document, lexicon, name)).then_some(behind)?
    };
    // A single capital may be a month, a nation or the town where it happened.
    let name = &facts.names[number];
    let known = name.len() > 1 || name.title.is_some() || whole.contains(&name.bearer);
    (known && !name.possessive).then_some(number)
}

/// "Was", "is also", "has now been", an age between commas.
fn is_auxiliary(document: &Document, lexicon: &Lexicon, at: usize) -> bool {
    let token = &document.tokens[at];
    let words = document.words(token.span);
    token.kind == TokenKind::Number
        || token.is(',')
        || lexicon.is(token, Class::Auxiliary)
        || words.ends_with("ly")
        || matches!(words, "also" | "now" | "since" | "still")
}

/// "Accused a Harrowby Post reporter": the name only tells whose he is.
fn is_modifier(document: &Document, lexicon: &Lexicon, name: &NameMention) -> bool {
    let word = |at: usize| document.tokens.get(at).map_or("", |t| document.words(t.span));
    let one_of = name.tokens.start > 0 && matches!(word(name.tokens.start - 1), "a" | "an");
    let next = document
        .tokens
        .get(name.tokens.end)
        .filter(|t| t.is_word() && !t.is_capitalised());
    let goes_on = [
        Class::Preposition,
        Class::Conjunction,
        Class::Auxiliary,
        Class::Negation,
    ];
    one_of || next.is_some_and(|t| !lexicon.any(t.word, &goes_on) && !document.words(t.span).ends_with("ly"))
}

/// Where the accused speaks, or somebody does for them, or they keep silent when asked.
fn answer(
    document: &Document,
    lexicon: &Lexicon,
    facts: &Facts,
    accusing: usize,
    accused: &NameMention,
) -> Option<Span> {
    let own = facts.attributions.iter().enumerate();
    let mut own = own.filter(|(number, a)| *number != accusing && a.form != Form::Passive);
    own.find_map(|(_, a)| {
        let named = a.source.name.and_then(|n| facts.names.get(n));
        let theirs = named.is_some_and(|name| same(document, name, accused))
            || speaks_for(document, lexicon, facts, a.source.span, accused)
            || is_in_short(document, lexicon, a.source.span, accused);
        theirs.then(|| a.source.span.join(a.cue))
    })
}

/// "Moll's lawyer, Ruben Falk", "a spokesman for Moll", "the Moll campaign": not "Moll's opponents".
fn speaks_for(document: &Document, lexicon: &Lexicon, facts: &Facts, source: Span, accused: &NameMention) -> bool {
    let proxy = document.tokens[document.tokens_in(source)]
        .iter()
        .any(|t| lexicon.is(t, Class::Proxy));
    let first = facts.names.partition_point(|n| n.span.start < source.start);
    proxy
        && facts.names[first..]
            .iter()
            .take_while(|n| n.span.end <= source.end)
            .any(|n| same(document, n, accused))
}

/// "The council said" of the Harrow Council: a body answers under the last word of its name, in small letters.
fn is_in_short(document: &Document, lexicon: &Lexicon, source: Span, accused: &NameMention) -> bool {
    let tokens = document.tokens_in(source);
    let [.., the, head] = &document.tokens[tokens] else {
        return false;
    };
    let last = &document.tokens[accused.tokens.end - 1];
    accused.len() > 1
        && lexicon.is(the, Class::Determiner)
        && lexicon.is(head, Class::Institution)
        && head.hash == last.hash
}

/// Do two mentions name one bearer, if only by the last word or because one is the beginning of the other?
fn same(document: &Document, one: &NameMention, other: &NameMention) -> bool {
    let words = |name: &NameMention| document.words(name.span).to_lowercase();
    let begins = |short: &str, long: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    one.bearer == other.bearer
        || document
            .words(one.last(document))
            .eq_ignore_ascii_case(document.words(other.last(document)))
        || one.kind != NameKind::Place && begins(&words(one), &words(other))
        || other.kind != NameKind::Place && begins(&words(other), &words(one))
}
