//! Names whose words stand in another order: the surname first, the office with its body before the name.

use crate::facts::{Class, Lexicon};
use crate::text::{Case, Document, Token, TokenKind};
use std::ops::Range;

/// The longest second half of a given name: "Moo-hyun", "Shui-bian".
const GIVEN_HALF: usize = 4;

/// "Ban Ki-moon", "Kim Jong-un": the given name stands behind the surname, and its second half is written small.
/// "Hong Kong-led forces" are no such name: behind them stands what they tell of.
pub(super) fn is_given_after_surname(document: &Document, lexicon: &Lexicon, run: Range<usize>, end: usize) -> bool {
    let tokens = &document.tokens;
    let half = &tokens[run.end + 1];
    // "Kenny Ng Lai-yin": a given name of another tongue may stand in front.
    let titles = run.start..run.end.saturating_sub(2);
    let others = titles.filter(|i| tokens[*i].is_word() && !lexicon.is(&tokens[*i], Class::Title));
    let two_words = run.len() > 1
        && tokens[run.end - 2].is_word()
        && !lexicon.is(&tokens[run.end - 2], Class::Title)
        && !lexicon.is(&tokens[run.end - 1], Class::PlaceName)
        && others.count() <= 1;
    let goes_on = [
        Class::Auxiliary,
        Class::Preposition,
        Class::Conjunction,
        Class::CueNeutral,
        Class::CueAssertive,
        Class::CueAct,
    ];
    let told_of = tokens
        .get(run.end + 2)
        .filter(|t| run.end + 2 < end && t.is_word() && t.case == Case::Lower)
        .is_some_and(|t| !lexicon.any(t.word, &goes_on));
    two_words && half.is_word() && half.case == Case::Lower && half.span.len() <= GIVEN_HALF && !told_of
}

/// Titles that are surnames too.
const SURNAMES: [&str; 14] = [
    "King", "Judge", "Prince", "Bishop", "Pope", "Major", "Baron", "Earl", "Duke", "Count", "Lord", "Marshal",
    "Sheikh", "Queen",
];

/// Titles that are first names too.
const FIRST_NAMES: [&str; 2] = ["Earl", "Duke"];

/// "Aaron Judge", "Hassan Sheikh Mohamud": behind a first name some titles are a part of the name.
pub(super) fn is_title_in_a_name(document: &Document, lexicon: &Lexicon, run: Range<usize>, at: usize) -> bool {
    let word = document.words(document.tokens[at].span);
    // "Spokesman Earl Weener", "Mayor Duke Ellis": behind an office these are first names.
    let office = at
        .checked_sub(1)
        .is_some_and(|b| lexicon.is(&document.tokens[b], Class::Role));
    if FIRST_NAMES.contains(&word) && office && at + 1 < run.end {
        return true;
    }
    let borne = if at + 1 == run.end {
        SURNAMES.contains(&word)
    } else {
        word == "Sheikh"
    };
    borne && at > run.start && lexicon.is(&document.tokens[at - 1], Class::GivenName)
}

/// Words behind "Chief" that belong to the office.
const CHIEFS: [&str; 20] = [
    "Executive",
    "Operating",
    "Financial",
    "Finance",
    "Medical",
    "Technology",
    "Information",
    "Scientific",
    "Marketing",
    "Legal",
    "Commercial",
    "Investment",
    "Risk",
    "Whip",
    "Justice",
    "Economist",
    "Strategist",
    "Officer",
    "Product",
    "Technical",
];

/// Does the word belong to the office of a chief: "Chief Operating Officer Ida Moll"?
pub(super) fn is_of_a_chief(document: &Document, lexicon: &Lexicon, at: usize) -> bool {
    let token = &document.tokens[at];
    CHIEFS.contains(&document.words(token.span)) || lexicon.is(token, Class::Role)
}

/// "Minister for Health Mark Butler", "Secretary of State Antony Blinken": the token of the office and the one where
/// the name begins, which must be a common first name.
pub(super) fn behind_office(document: &Document, lexicon: &Lexicon, run: Range<usize>) -> Option<(usize, usize)> {
    let tokens = &document.tokens;
    let office = run.start.checked_sub(2)?;
    let of = document.words(tokens[office + 1].span);
    let held = matches!(of, "of" | "for") && lexicon.any(tokens[office].word, &[Class::Role, Class::Title]);
    if !held || lexicon.is(&tokens[run.start], Class::Title) {
        return None;
    }
    let given = |i: &usize| lexicon.is(&tokens[*i], Class::GivenName) && tokens[*i].spaced;
    let name = (run.start + 1..run.end - 1).find(given)?;
    (run.end - name <= MOST_NAMES).then_some((office, name))
}

/// A name behind its office has at most so many words.
const MOST_NAMES: usize = 3;

/// Months that are surnames.
const MONTH_SURNAMES: [&str; 2] = ["May", "March"];

/// "Anthony May", "Mrs May": behind a first name or a courtesy, and before no day.
pub(super) fn is_surname_of_a_month(document: &Document, lexicon: &Lexicon, at: usize) -> bool {
    let tokens = &document.tokens;
    let Some(before) = at.checked_sub(1).map(|b| &tokens[b]) else {
        return false;
    };
    let borne = lexicon.any(before.word, &[Class::GivenName, Class::Title]) && !lexicon.is(before, Class::PlaceName);
    let day = tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number);
    borne && before.is_capitalised() && !day && MONTH_SURNAMES.contains(&document.words(tokens[at].span))
}

/// Months that are first names.
const MONTH_NAMES: [&str; 4] = ["April", "May", "June", "August"];

/// "June Tolliver, 81", "Sgt. April Hill", "his mother, May Brown, said": a month before a surname is a first name
/// where an office or a comma stands before it, and a comma or a verb of saying behind the surname.
pub(super) fn is_named_for_a_month(document: &Document, lexicon: &Lexicon, at: usize) -> bool {
    let tokens = &document.tokens;
    let (Some(first), Some(surname)) = (tokens.get(at), tokens.get(at + 1)) else {
        return false;
    };
    let before = at.checked_sub(1).map(|b| &tokens[b]);
    let led = before.is_none_or(|b| {
        let stop = b.is('.') && at > 1 && lexicon.is(&tokens[at - 2], Class::Title);
        b.is(',') || stop || b.is('“') || lexicon.any(b.word, &[Class::Role, Class::Title, Class::CueNeutral])
    });
    let closed = tokens.get(at + 2).is_none_or(|t| {
        t.is(',') || t.is('.') || lexicon.any(t.word, &[Class::CueNeutral, Class::CueAssertive, Class::CueAct])
    });
    led && closed
        && MONTH_NAMES.contains(&document.words(first.span))
        && surname.case == Case::Capital
        && surname.spaced
        && !lexicon.any(surname.word, &[Class::Weekday, Class::Month])
        && (before.is_some() || tokens.get(at + 2).is_some_and(Token::is_word))
}

/// Does "of Police Ida Moll" follow an office that ends at `of`: "Deputy Commissioner of Police Ida Moll"? All before
/// the name is title.
pub(super) fn is_office_of_a_body(document: &Document, lexicon: &Lexicon, of: usize) -> bool {
    let tokens = &document.tokens;
    let capital = |at: usize| tokens.get(at).is_some_and(Token::is_capitalised);
    of > 0
        && tokens.get(of).is_some_and(|t| document.words(t.span) == "of")
        && lexicon.any(tokens[of - 1].word, &[Class::Role, Class::Title])
        && capital(of + 1)
        && lexicon.is(&tokens[of + 1], Class::Institution)
        && capital(of + 2)
        && capital(of + 3)
}
