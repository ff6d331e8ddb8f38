//! Runs of capitalised words.

mod order;

use super::{NameKind, NameMention, Usage, is_function_word};
use crate::facts::{Class, Lexicon};
use crate::text::{Case, Document, Span, Token, TokenKind};
use order::{is_given_after_surname, is_office_of_a_body};
use std::ops::Range;

/// What may follow a surname and is none.
const SUFFIXES: &[&str] = &["Jr", "Sr", "II", "III", "IV", "Esq", "MP", "QC", "KC", "PhD"];

/// Appends the names of one sentence.
pub(super) fn find(document: &Document, lexicon: &Lexicon, usage: &Usage, sentence: usize, out: &mut Vec<NameMention>) {
    let range = document.sentences[sentence].tokens.clone();
    let titled = document.sentences[sentence].titled;
    let mut opens = true;
    let mut at = range.start;
    while at < range.end {
        let token = &document.tokens[at];
        let begins = token.is_capitalised()
            && (is_name_word(document, lexicon, at)
                && stands_up(document, lexicon, usage, at, range.end, opens, titled)
                || !titled
                    && (!opens || usage.capital(token) > 0)
                    && is_part_of_name(document, lexicon, at, range.clone()));
        if !begins {
            opens = (opens && !token.is_word()) || token.is(':') || token.is('“') || token.is('"');
            at += 1;
            continue;
        }
        let end = run_end(document, lexicon, usage, at, range.end, titled);
        if let Some(mention) = mention(document, lexicon, sentence, range.start, at..end, opens) {
            out.push(mention);
        }
        opens = false;
        at = end;
    }
}

fn is_name_word(document: &Document, lexicon: &Lexicon, at: usize) -> bool {
    let token = &document.tokens[at];
    token.is_capitalised()
        && !is_function_word(lexicon, token.word)
        && (!lexicon.any(token.word, &[Class::Weekday, Class::Month])
            || order::is_named_for_a_month(document, lexicon, at))
        && document.words(token.span).len() > 1
}

/// "The New York Times", "Albany, New York", "the Police Federation": a word that otherwise only opens sentences
/// has its capital from the name that goes on behind it.
fn is_part_of_name(document: &Document, lexicon: &Lexicon, at: usize, sentence: Range<usize>) -> bool {
    let token = &document.tokens[at];
    let goes_on = |next: &Token| next.spaced && !lexicon.any(next.word, &[Class::Weekday, Class::Month]);
    token.is_capitalised()
        && lexicon.is(token, Class::SentenceOpener)
        && !lexicon.any(
            token.word,
            &[Class::Determiner, Class::PersonPronoun, Class::Preposition],
        )
        && at + 1 < sentence.end
        && is_name_word(document, lexicon, at + 1)
        && goes_on(&document.tokens[at + 1])
        && (at == sentence.start || document.tokens[at - 1].is_word() || document.tokens[at - 1].is(','))
}

/// Does the capital prove a name, or do other mentions prove it?
fn stands_up(
    document: &Document,
    lexicon: &Lexicon,
    usage: &Usage,
    at: usize,
    end: usize,
    opens: bool,
    titled: bool,
) -> bool {
    let token = &document.tokens[at];
    if lexicon.is(token, Class::Title) {
        return at + 1 < end;
    }
    if titled {
        return usage.capital(token) > 0 || lexicon.any(token.word, &[Class::PlaceName, Class::GivenName]);
    }
    if !opens {
        return true;
    }
    usage.capital(token) > 0 || usage.small(token) == 0
}

/// One past the last token of a run that begins at `at`.
fn run_end(document: &Document, lexicon: &Lexicon, usage: &Usage, at: usize, end: usize, titled: bool) -> usize {
    let tokens = &document.tokens;
    // In a row of results a first name is followed by its surname and a comma: "Anna Lindemann, Port Selwyn, 81".
    let closes_name = |i: usize| {
        i > at && lexicon.is(&tokens[i - 1], Class::GivenName) && tokens.get(i + 1).is_some_and(|t| t.is(','))
    };
    let goes_on = |i: usize| {
        i < end
            && (is_name_word(document, lexicon, i) || !titled && order::is_surname_of_a_month(document, lexicon, i))
            && (!titled
                || usage.capital(&tokens[i]) > 0
                || closes_name(i)
                || lexicon.any(tokens[i].word, &[Class::PlaceName, Class::GivenName]))
    };
    let mut last = at + 1;
    loop {
        let mut next = last;
        // The stop of a title or an initial.
        if tokens.get(next).is_some_and(|t| t.is('.') && !t.spaced) && next < end {
            let before = &tokens[next - 1];
            if before.span.len() == 1 || lexicon.is(before, Class::Title) {
                next += 1;
            } else {
                return last;
            }
        }
        let joined = next + 1 < end && tokens[next].is('-') && !tokens[next].spaced && !tokens[next + 1].spaced;
        if joined
            && (goes_on(next + 1)
                || is_initial(document, &tokens[next + 1])
                || is_given_after_surname(document, lexicon, at..next, end))
        {
            last = next + 2;
            continue;
        }
        if next < end && is_initial(document, &tokens[next]) && tokens[next].spaced {
            let after = next + 1 + usize::from(tokens.get(next + 1).is_some_and(|t| t.is('.')));
            if goes_on(after) || (after < end && is_initial(document, &tokens[after])) {
                last = next + 1;
                continue;
            }
            return last;
        }
        if next < end
            && tokens[next].spaced
            && (goes_on(next)
                || !titled && is_part_of_name(document, lexicon, next, at..end)
                || document.words(tokens[next].span) == "Police")
        {
            last = next + 1;
            continue;
        }
        let mut after = next;
        while after < end && after < next + 3 && is_particle(document, &tokens[after]) {
            after += 1;
        }
        if after > next && goes_on(after) {
            last = after + 1;
            continue;
        }
        return last;
    }
}

pub(super) fn is_initial(document: &Document, token: &Token) -> bool {
    token.is_capitalised() && document.words(token.span).chars().count() == 1
}

fn is_particle(document: &Document, token: &Token) -> bool {
    token.is_word() && token.case == Case::Lower && is_particle_word(document.words(token.span))
}

/// The name in a run: what is left when the titles before it are taken off. `None` if nothing is.
fn mention(
    document: &Document,
    lexicon: &Lexicon,
    sentence: usize,
    first: usize,
    run: Range<usize>,
    opens: bool,
) -> Option<NameMention> {
    let tokens = &document.tokens;
    let is_title = |i: usize| {
        lexicon.is(&tokens[i], Class::Title) && !order::is_title_in_a_name(document, lexicon, run.clone(), i)
    };
    // "Russian President Vladimir Putin": all up to the last title is title. A title that ends the run
    // ("the Prime Minister") leaves no name.
    let cut = run.clone().rev().find(|i| is_title(*i));
    let mut start = cut.map_or(run.start, |i| i + 1);
    // "Chief Executive Jim Smith", "Chief Operating Officer Ida Moll".
    if cut.is_some_and(|i| document.words(tokens[i].span) == "Chief") {
        while start + 1 < run.end && order::is_of_a_chief(document, lexicon, start) {
            start += 1;
        }
    }
    let held = order::behind_office(document, lexicon, run.clone());
    if let Some((_, behind)) = held {
        start = behind;
    }
    while start < run.end && !tokens[start].is_word() {
        start += 1;
    }
    if start >= run.end {
        return None;
    }
    if is_office_of_a_body(document, lexicon, run.end) {
        return None;
    }
    let end = without_suffix(document, start..run.end);
    // "Striker Emma Beddoe" at the start of a sentence: the trade has its capital from there.
    let trade = opens
        && start == run.start
        && end - start > 2
        && lexicon.is(&tokens[start], Class::Role)
        && lexicon.is(&tokens[start + 1], Class::GivenName);
    let trade = trade.then(|| tokens[start].span);
    start += usize::from(trade.is_some());
    let office = held.map(|(office, behind)| tokens[office].span.join(tokens[behind - 1].span));
    let mut title = trade
        .or(office)
        .or_else(|| title_before(document, lexicon, first, run.start, start));
    if start == run.start && start > first && is_office_of_a_body(document, lexicon, start - 1) && start + 2 < run.end {
        title = Some(tokens[start - 2].span.join(tokens[start].span));
        start += 1;
    }
    let span = tokens[start].span.join(tokens[end - 1].span);
    let possessive = tokens.get(end).is_some_and(|t| t.kind == TokenKind::Possessive);
    let mut mention = NameMention {
        span,
        tokens: start..end,
        title,
        kind: NameKind::Unknown,
        bearer: usize::MAX,
        possessive,
        opens: opens && (start == run.start || trade.is_some()),
        sentence,
    };
    mention.kind = kind(document, lexicon, &mention);
    Some(mention)
}

/// Where the name ends without "Jr", which is no surname.
fn without_suffix(document: &Document, run: Range<usize>) -> usize {
    let mut end = run.end;
    while end > run.start + 1 && SUFFIXES.contains(&document.words(document.tokens[end - 1].span)) {
        end -= 1;
    }
    end
}

/// The words of title before the name at `start`: those in the run, and small ones before it.
fn title_before(document: &Document, lexicon: &Lexicon, first: usize, run: usize, start: usize) -> Option<Span> {
    let tokens = &document.tokens;
    let mut from = if start > run { run } else { start };
    // "finance minister Gordon Brown": the title word itself, in small letters.
    while from > first && tokens[from - 1].is_word() && lexicon.is(&tokens[from - 1], Class::Title) {
        from -= 1;
    }
    (from < start).then(|| {
        let last = (from..start).rev().find(|i| tokens[*i].is_word()).unwrap_or(from);
        tokens[from].span.join(tokens[last].span)
    })
}

fn kind(document: &Document, lexicon: &Lexicon, mention: &NameMention) -> NameKind {
    let first = &document.tokens[mention.tokens.start];
    let last = &document.tokens[mention.tokens.end - 1];
    if lexicon.is(last, Class::BodyName) || (last.case == Case::Upper && mention.len() == 1) {
        return NameKind::Body;
    }
    if mention.title.is_some() {
        return NameKind::Person;
    }
    // "Garry Lyon", "Tom Jordan": behind a first name a place is a surname.
    let given = lexicon.is(first, Class::GivenName) && mention.len() > 1;
    let placed = !given || lexicon.is(first, Class::PlaceName);
    if placed && lexicon.is(last, Class::PlaceName) {
        return NameKind::Place;
    }
    if given {
        return NameKind::Person;
    }
    NameKind::Unknown
}

/// Is it a small word inside names: Ursula von der Leyen, Osama bin Laden?
fn is_particle_word(word: &str) -> bool {
    matches!(
        word,
        "de" | "la"
            | "le"
            | "van"
            | "von"
            | "der"
            | "den"
            | "al"
            | "el"
            | "bin"
            | "ibn"
            | "da"
            | "di"
            | "del"
            | "du"
            | "dos"
            | "ten"
            | "ter"
    )
}
