//! Claims that want no source where they stand: the reader knows them, or the article answers for them elsewhere.

use super::fates::{Fates, fate};
use crate::facts::quantity::{Quantity, Unit};
use crate::facts::{Claim, ClaimType, Class, NameKind, SourceKind};
use crate::rules::Page;
use crate::text::{Sentence, Span, Token, TokenKind};

/// Words that open a clause which recalls what the reader knows: "the raid that killed nine", "two days
/// before a gunman shot …".
const RECALLING: [&str; 11] = [
    "who", "which", "that", "whose", "where", "what", "whom", "before", "after", "since", "until",
];

/// So many tokens before the trigger such a clause may begin: "a day after a bomber drove into an army truck near the
/// bus stop, killing 15".
const RECALLED: usize = 14;

/// News of deaths comes at the top: a story whose headline and first sentences, so many of them, tell of
/// no attack, accident or victim is about something else, and recalls the deaths it mentions later.
const TOP: usize = 5;

/// Is the story about something else than deaths and attacks?
pub(super) fn is_about_something_else(page: &Page<'_>) -> bool {
    let top = page
        .document
        .sentences
        .iter()
        .position(|s| page.document.kind_of(s).is_body())
        .unwrap_or_default()
        + TOP;
    let early = page.facts.events.first().is_some_and(|e| e.sentence < top);
    let claims = &page.facts.claims;
    !early
        && !claims
            .iter()
            .any(|c| c.sentence < top && matches!(c.kind, ClaimType::Casualty | ClaimType::Accusation))
}

/// Does the sentence recall the past instead of telling news? A month or a year without a weekday
/// dates it as history, and so does a clause that hangs on a noun.
pub(super) fn is_background(page: &Page<'_>, sentence: &Sentence, trigger: Span) -> bool {
    let document = page.document;
    let tokens = &document.tokens[sentence.tokens.clone()];
    let dated = tokens.iter().any(|t| {
        let year = t.kind == TokenKind::Number
            && t.span.len() == 4
            && matches!(page.words(t.span).as_bytes()[..2], [b'1', b'8' | b'9'] | [b'2', b'0']);
        year || (page.lexicon.is(t, Class::Month) && t.is_capitalised())
    });
    let fresh = tokens.iter().any(|t| page.lexicon.is(t, Class::Weekday));
    let at = document.tokens_in(trigger).start;
    // "Two days before he shot a hundred people, killing 49": what is added with a comma is as old.
    let added = page.words(document.tokens[at].span).ends_with("ing");
    let clause_end = if added && at > sentence.tokens.start && document.tokens[at - 1].is(',') {
        at - 1
    } else {
        at
    };
    let clause = (sentence.tokens.start..clause_end)
        .rev()
        .take_while(|i| !document.tokens[*i].is(','));
    let recalled = clause
        .take(RECALLED)
        .any(|i| RECALLING.iter().any(|w| page.words(document.tokens[i].span) == *w));
    (dated && !fresh) || recalled
}

/// Is the victim one person by name: "Falk was killed", "Ida Moll, 43, was killed"? Somebody's death is
/// known or it is not; what goes wrong in first reports is the count.
fn is_one_by_name(page: &Page<'_>, trigger: Span) -> bool {
    let tokens = &page.document.tokens;
    let mut at = page.document.tokens_in(trigger).start;
    // "Reportedly four people died": those who died are counted, and the capital before them is no name.
    let counted = |t: &Token| t.kind == TokenKind::Number || page.lexicon.is(t, Class::NumberWord);
    if tokens.get(at).is_some_and(counted) {
        return false;
    }
    // Past an age between commas.
    while at > 0 && (tokens[at - 1].is(',') || tokens[at - 1].kind == TokenKind::Number) {
        at -= 1;
    }
    let names = &page.facts.names;
    let before = names.partition_point(|n| n.tokens.end <= at);
    before
        .checked_sub(1)
        .and_then(|n| names.get(n))
        .is_some_and(|n| n.tokens.end == at && !n.possessive && n.kind != NameKind::Place && n.kind != NameKind::Body)
}

/// Do the words of a casualty claim name who answers for it, here or elsewhere, or one known person?
pub(super) fn is_answered_for(page: &Page<'_>, claim: &Claim, told: &[f64], fates: &Fates) -> bool {
    is_one_by_name(page, claim.trigger)
        || is_the_one(page, claim.trigger)
        || is_shouted(page, claim.trigger)
        || is_adjective(page, claim.trigger)
        || goes_on(page, claim.sentence)
        || is_told_beside(page, claim, fates)
        || is_told_by_those_called(page, claim.sentence)
        || is_told_with(page, claim)
        || fates.is_told_above(page, claim)
        || victims(page, claim).is_some_and(|number| told.binary_search_by(|n| n.total_cmp(&number)).is_ok())
}

/// Is it one person whom the reader met before: "police killed the gunman"?
fn is_the_one(page: &Page<'_>, trigger: Span) -> bool {
    let tokens = page.document.tokens_in(trigger);
    let Some(last) = tokens.clone().next_back().filter(|last| *last > tokens.start) else {
        return false;
    };
    let word = page.words(page.document.tokens[last].span);
    let several =
        word.ends_with('s') || word.ends_with("men") || word.ends_with("people") || word.ends_with("children");
    page.lexicon.is(&page.document.tokens[last], Class::PersonNoun)
        && !several
        && page.words(page.document.tokens[last - 1].span) == "the"
}

/// "Wounded survivors were taken to Velna": the sentence is about something else.
fn is_adjective(page: &Page<'_>, trigger: Span) -> bool {
    let document = page.document;
    let tokens = document.tokens_in(trigger);
    let opens = document.sentences[document.sentence_at(trigger.start)].tokens.start == tokens.start;
    let people = tokens.len() == 2 && page.lexicon.is(&document.tokens[tokens.end - 1], Class::PersonNoun);
    // "Severely injured victims", "the wounded men", "war-wounded people": what stands before says that it is no verb.
    let before = tokens.start.checked_sub(1).map(|at| &document.tokens[at]);
    let described = before.is_some_and(|t| {
        let adverb = t.is_word() && page.words(t.span).ends_with("ly");
        adverb || t.is('-') || page.lexicon.any(t.word, &[Class::Determiner, Class::Preposition])
    });
    (opens || described) && people && page.words(document.tokens[tokens.start].span).ends_with("ed")
}

/// Is it set in capitals, or its verb with one: a heading that stands in the copy ("Two Killed, 16 Hurt") and is
/// answered for by what follows?
fn is_shouted(page: &Page<'_>, trigger: Span) -> bool {
    let words = page.words(trigger);
    let loud = words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase);
    let verb = |word: &str| word.starts_with(char::is_uppercase) && (word.ends_with("ed") || word.ends_with("ing"));
    let at = page.document.tokens_in(trigger).start;
    let opens = page.document.sentences[page.document.sentence_at(trigger.start)]
        .tokens
        .start
        == at;
    loud || words.split_whitespace().skip(usize::from(opens)).any(verb)
}

/// Openings of sentences that add to the toll of the sentence before.
const ADDING: [&str; 9] = [
    "another", "others", "most", "among", "they", "both", "all", "those", "several",
];

/// Can a source of this sort be asked? “Allegedly” and “experts said” answer for nothing.
pub(super) fn answers(kind: SourceKind) -> bool {
    !matches!(kind, SourceKind::None | SourceKind::Vague)
}

/// Does the sentence add to one that has a source: "Four died in Velna, the clinic said. Another three were
/// hurt in Oster."? Within a paragraph a source speaks on until the writer takes the word.
fn goes_on(page: &Page<'_>, sentence: usize) -> bool {
    let document = page.document;
    let Some(before) = sentence.checked_sub(1) else {
        return false;
    };
    let told = page.facts.behind.get(before).is_some_and(|kind| answers(*kind));
    let tokens = &document.tokens[document.sentences[sentence].tokens.clone()];
    let mut words = tokens.iter().filter(|t| t.is_word() || t.kind == TokenKind::Number);
    let (first, second) = (words.next(), words.next());
    let adds = first.is_some_and(|t| ADDING.iter().any(|w| page.words(t.span).eq_ignore_ascii_case(w)))
        || second.is_some_and(|t| page.words(t.span) == "of");
    told && adds && document.sentences[before].block == document.sentences[sentence].block
}

/// The numbers of victims that the article gives with a source, sorted: the paragraph below answers for the
/// lead, and what was told with its source may be told again.
pub(super) fn numbers_told(page: &Page<'_>) -> Vec<f64> {
    let claims = page.facts.claims.iter();
    let told = claims.filter(|c| c.kind == ClaimType::Casualty && c.sourced);
    let mut numbers: Vec<f64> = told.filter_map(|c| victims(page, c)).collect();
    numbers.sort_unstable_by(f64::total_cmp);
    numbers
}

/// A number of victims stands within this many tokens before the words that tell what befell them: "at least
/// 13 civilians, three of them children, were killed" is out of reach, and may be.
const NEAR: usize = 6;

/// How many victims a claim counts, and what befell them, as one number: the figure in it, or the last one
/// before it. Two dead and two hurt are not the same two.
fn victims(page: &Page<'_>, claim: &Claim) -> Option<f64> {
    let at = page.document.tokens_in(claim.trigger);
    let figures = &page.facts.quantities;
    let behind = figures.partition_point(|q| q.tokens.start < at.end);
    // "Killing at least 56 people": the figure stands right behind.
    let counts = |q: &&Quantity| q.unit == Unit::Count;
    let follows = figures
        .get(behind)
        .filter(|q| q.tokens.start == at.end && q.sentence == claim.sentence);
    let before = || figures.get(behind.checked_sub(1)?).filter(counts);
    let figure = follows.or_else(before)?;
    let near = figure.tokens.end + NEAR > at.start && figure.sentence == claim.sentence;
    near.then_some(figure.value * 8.0 + f64::from(fate(page.words(claim.trigger))))
}

/// Claims beside one that are looked at: an endless sentence may hold any number.
const MOST_BESIDE: usize = 16;

/// Does the sentence next to it tell of the same fate with a source: a lead that is broken down at once, the parts
/// of a total?
fn is_told_beside(page: &Page<'_>, claim: &Claim, fates: &Fates) -> bool {
    let fated = fate(page.words(claim.trigger));
    // "Two people died in the crash. The driver was pronounced dead, police said."
    let broken_down = fates.tells(claim.sentence + 1, fated);
    // "Six soldiers were killed, officials said. Four were killed at once": the total has its source.
    let claims = &page.facts.claims;
    let from = claims.partition_point(|c| c.sentence + 1 < claim.sentence);
    let mut before = claims[from..]
        .iter()
        .take_while(|c| c.sentence < claim.sentence)
        .take(MOST_BESIDE);
    let part = before.any(|c| {
        let same = c.kind == ClaimType::Casualty && c.sourced && fate(page.words(c.trigger)) == fated;
        let fits = |part: f64| victims(page, c).is_some_and(|total| part < total);
        same && victims(page, claim).is_none_or(fits)
    });
    broken_down || part
}

/// Those who are called to a scene, and whose desk tells the press what they found there.
const CALLED: [&str; 6] = ["police", "officers", "paramedics", "firefighters", "crews", "services"];
/// They stand within so many tokens of the sentence's beginning: "Estry Police and two ambulance crews were called".
const CALLED_REACH: usize = 9;

/// "A girl has died in a crash on the coast road. Police were called to the junction at ten.": the ordinary first
/// lines of a desk that copies the force's notice; the force answers for both.
fn is_told_by_those_called(page: &Page<'_>, sentence: usize) -> bool {
    let Some(next) = page.document.sentences.get(sentence + 1) else {
        return false;
    };
    let mut words = next
        .tokens
        .clone()
        .take(CALLED_REACH)
        .map(|i| page.words(page.document.tokens[i].span));
    words.any(|w| CALLED.iter().any(|c| w.eq_ignore_ascii_case(c)))
        && words.any(|w| matches!(w, "was" | "were"))
        && words
            .next()
            .is_some_and(|w| matches!(w, "called" | "alerted" | "summoned"))
}

/// Tokens before a claim within which the "while" of a report is looked for.
const WHILE_REACH: usize = 24;

/// "The office said it had recorded 38 deaths, while 374 were injured": what is told with a report is of the report.
fn is_told_with(page: &Page<'_>, claim: &Claim) -> bool {
    let told = matches!(
        page.facts.behind.get(claim.sentence),
        Some(SourceKind::Named | SourceKind::Institution)
    );
    let at = page.document.tokens_in(claim.trigger).start;
    let first = page.facts.attributions.partition_point(|a| a.sentence < claim.sentence);
    let cue = page
        .facts
        .attributions
        .get(first)
        .filter(|a| a.sentence == claim.sentence);
    let said = cue.map_or(at, |a| page.document.tokens_in(a.cue).end);
    let said = said.max(at.saturating_sub(WHILE_REACH));
    told && (said..at).any(|i| page.words(page.document.tokens[i].span) == "while")
}
