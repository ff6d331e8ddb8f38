//! How much a sentence wants checking, 0–1.
//!
//! A small additive model in the tradition of `ClaimBuster` (Hassan et al. 2017): figures, comparisons
//! and deeds make a sentence checkable; plans, feelings, questions and courtesies do not. The weights
//! follow the order in which such signs told checked sentences of debates from others (`CheckThat!` 2019),
//! rounded by hand; each says why. It ranks sentences for a reader and never flags one.

use super::{Class, Lexicon};
use crate::text::{Document, Sentence, Token, TokenKind};

/// Where the model starts: most sentences make no checkable claim.
const BASE: f64 = -2.1;
/// A figure is the surest sign of a checkable claim.
const FIGURE: f64 = 1.0;
/// Each of two more figures makes it a little firmer.
const MORE_FIGURES: f64 = 0.3;
/// Money, percentages and millions are on record somewhere.
const MONEY: f64 = 0.9;
/// The largest, the worst: a ranking can be looked up.
const COMPARISON: f64 = 0.6;
/// What public figures are about: jobs, taxes, crime.
const TOPIC: f64 = 0.5;
/// Words of amount and rank: more, every, never.
const RANK: f64 = 0.35;
/// Deeds on record: voted, spent, signed.
const DEED: f64 = 0.45;
/// One thing is said to have brought about another.
const CAUSE: f64 = 0.3;
/// Crimes and attacks are counted by somebody.
const CRIME: f64 = 0.3;
/// A past tense tells what happened.
const PAST: f64 = 0.35;
/// What has been is as much on record.
const PERFECT: f64 = 0.3;
/// So is what was.
const STATE: f64 = 0.2;
/// What somebody is said to have said can be looked up.
const SAID: f64 = 0.2;
/// What is said of a third person can be held against them.
const OTHERS: f64 = 0.25;
/// People are counted.
const PEOPLE: f64 = 0.2;
/// A name ties the claim to somebody.
const NAME: f64 = 0.1;
/// What never happened can be looked up as well as what did.
const DENIAL: f64 = 0.1;
/// A long sentence has room for a claim; by the logarithm of its words, forty at most.
const LENGTH: f64 = 0.3;
/// Few words hold none.
const SHORT: f64 = -0.8;
/// A question asserts nothing.
const QUESTION: f64 = -1.1;
/// What ought to be or could be cannot be looked up.
const WISH: f64 = -0.7;
/// Nor can what will be.
const FUTURE: f64 = -0.5;
/// Nor what somebody thinks.
const OPINION: f64 = -0.5;
/// Of themselves people mostly tell what nobody else can know.
const MYSELF: f64 = -0.5;
/// "We" are praised and exhorted.
const OURSELVES: f64 = -0.3;
/// "You" are asked and told.
const YOU: f64 = -0.2;
/// Talk with the audience.
const COURTESY: f64 = -0.6;

/// How much each sentence wants checking, 0–1.
#[must_use]
pub fn weigh(document: &Document, lexicon: &Lexicon, sentence: &Sentence) -> f64 {
    let signs = Signs::of(document, lexicon, sentence);
    let some = |count: u32, most: u32| f64::from(count.min(most));
    let question = document
        .words(sentence.span)
        .trim_end_matches(['"', '\u{201d}', ' '])
        .ends_with('?');
    let sum = BASE
        + FIGURE * some(signs.figures, 1)
        + MORE_FIGURES * some(signs.figures.saturating_sub(1), 2)
        + MONEY * some(signs.money, 1)
        + COMPARISON * some(signs.comparisons, 1)
        + TOPIC * some(signs.topics, 2)
        + RANK * some(signs.ranks, 2)
        + DEED * some(signs.deeds, 2)
        + CAUSE * some(signs.causes, 1)
        + CRIME * some(signs.crimes, 2)
        + PAST * some(signs.past, 3)
        + PERFECT * some(signs.perfect, 1)
        + STATE * some(signs.states, 1)
        + SAID * some(signs.said, 2)
        + OTHERS * some(signs.others, 1)
        + PEOPLE * some(signs.people, 2)
        + NAME * some(signs.names, 4)
        + DENIAL * some(signs.denials, 2)
        + LENGTH * f64::from(signs.words.clamp(1, 40)).ln()
        + if signs.words < 6 { SHORT } else { 0.0 }
        + if question { QUESTION } else { 0.0 }
        + WISH * some(signs.wishes, 1)
        + FUTURE * some(signs.future, 1)
        + OPINION * some(signs.opinions, 1)
        + MYSELF * some(signs.myself, 1)
        + OURSELVES * some(signs.ourselves, 1)
        + YOU * some(signs.you, 1)
        + COURTESY * some(signs.courtesies, 2);
    1.0 / (1.0 + (-sum).exp())
}

/// How often each sign stands in a sentence.
#[derive(Debug, Default)]
struct Signs {
    words: u32,
    figures: u32,
    money: u32,
    comparisons: u32,
    topics: u32,
    ranks: u32,
    deeds: u32,
    causes: u32,
    crimes: u32,
    past: u32,
    perfect: u32,
    states: u32,
    said: u32,
    others: u32,
    people: u32,
    names: u32,
    denials: u32,
    wishes: u32,
    future: u32,
    opinions: u32,
    myself: u32,
    ourselves: u32,
    you: u32,
    courtesies: u32,
}

impl Signs {
    fn of(document: &Document, lexicon: &Lexicon, sentence: &Sentence) -> Self {
        let mut signs = Self::default();
        let mut perfect = false;
        for i in sentence.tokens.clone() {
            let token = &document.tokens[i];
            match token.kind {
                TokenKind::Number => {
                    signs.figures += 1;
                    signs.words += 1;
                }
                TokenKind::Mark('$' | '%' | '£' | '€') => signs.money += 1,
                _ => {}
            }
            if token.is_word() {
                let word = document.words(token.span).to_lowercase().replace('\u{2019}', "'");
                let opens = i == sentence.tokens.start;
                signs.take(&word, token, lexicon, opens);
                let past = is_past(&word, token, lexicon);
                signs.perfect += u32::from(perfect && (past || matches!(word.as_str(), "been" | "had")));
                perfect = matches!(word.as_str(), "has" | "have" | "we've" | "they've" | "i've");
            }
        }
        signs
    }

    fn take(&mut self, word: &str, token: &Token, lexicon: &Lexicon, opens: bool) {
        self.words += 1;
        let is = |class: Class| lexicon.is(token, class);
        self.figures += u32::from(is(Class::NumberWord) && word != "one");
        let was = matches!(word, "was" | "were" | "had" | "has");
        self.deeds += u32::from(is(Class::Deed) && !was);
        self.states += u32::from(was);
        self.ranks += u32::from(is(Class::Rank));
        self.topics += u32::from(is(Class::Topic));
        self.crimes += u32::from(is(Class::Crime) || is(Class::EventAttack));
        self.people += u32::from(is(Class::PersonNoun));
        self.said += u32::from(is(Class::CueNeutral));
        self.denials += u32::from(is(Class::Negation));
        self.courtesies += u32::from(is(Class::Courtesy));
        self.past += u32::from(is_past(word, token, lexicon));
        self.names += u32::from(token.is_capitalised() && !opens && word != "i" && !word.starts_with("i'"));
        let superlative = word.ends_with("est") && word.len() > 5;
        self.comparisons += u32::from(superlative || matches!(word, "worst" | "best" | "better" | "worse"));
        match word.split('\'').next().unwrap_or(word) {
            "percent" | "million" | "billion" | "trillion" => self.money += 1,
            "because" | "caused" | "led" | "result" | "due" => self.causes += 1,
            "he" | "she" | "they" | "his" | "her" | "their" => self.others += 1,
            "i" | "my" | "me" => self.myself += 1,
            "we" | "our" | "us" => self.ourselves += 1,
            "you" | "your" => self.you += 1,
            "should" | "must" | "need" | "ought" | "let" | "would" | "could" | "may" | "might" | "can" => {
                self.wishes += 1;
            }
            "will" | "shall" | "gonna" | "going" => self.future += 1,
            "think" | "believe" | "want" | "hope" | "wish" | "feel" | "love" | "know" | "mean" | "guess" => {
                self.opinions += 1;
            }
            _ => {}
        }
        self.future += u32::from(word.ends_with("'ll"));
    }
}

fn is_past(word: &str, token: &Token, lexicon: &Lexicon) -> bool {
    lexicon.is(token, Class::Past) || (word.ends_with("ed") && word.len() > 4)
}
