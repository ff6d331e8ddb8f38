//! `negated`: "not" in the headline or the summary where the body has none, or the other way round.

mod summary;

use super::Kind;
use super::around::OPEN_REACH;
use crate::facts::Class;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Prefix, Sentence, Span};
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// `[check.negated]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words that deny without a "not": declined, without.
    #[serde(default)]
    denying: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a negation in the headline or summary that the body contradicts";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(NegatedCheck {
            denying: compiler.phrases(&self.denying),
        })
    }
}

/// Words after a negation within which the word it turns round stands: farther on it may turn another.
const REACH: usize = 1;
/// Sentences at the top that are looked at: more are no summary.
const MOST_SENTENCES: usize = 16;
/// "Not"s of one sentence at the top that are looked at: more are no headline and no summary.
const MOST_NOTS: usize = 16;
/// Uses of one word in the body that are looked at.
const MOST_USES: usize = 64;
/// Words before a word within which a negation reaches it.
const BACK: usize = 6;
/// Letters that stand for a word's stem.
const STEM: usize = 5;
/// Words that the two sentences must share, the one that is turned round with them.
const LEAST_SHARED: usize = 4;

#[derive(Debug)]
struct NegatedCheck {
    denying: Option<Tag>,
}

impl Check for NegatedCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let mut body: Option<Uses> = None;
        let is_top = |s: &&Sentence| matches!(document.kind_of(s), BlockKind::Headline | BlockKind::Standfirst);
        for sentence in document.sentences.iter().filter(is_top).take(MOST_SENTENCES) {
            if document.kind_of(sentence) == BlockKind::Standfirst {
                self.in_summary(page, sentence, body.get_or_insert_with(|| self.uses(page)), out);
                continue;
            }
            let nots = sentence.tokens.clone().filter(|i| is_not(page, *i));
            let mut shared = Shared::new(page, sentence);
            for at in nots.take(MOST_NOTS) {
                let end = sentence.tokens.end.min(at + 1 + REACH);
                let Some(turned) = (at + 1..end).find(|i| is_telling(page, *i)) else {
                    continue;
                };
                // The body must say it, must never deny it, and must say it of the same thing.
                let body = body.get_or_insert_with(|| self.uses(page));
                if is_denied(page, body, turned) {
                    continue;
                }
                let mut uses = uses_of(page, body, turned).iter().map(|u| u.at);
                if let Some(same) = uses.find(|i| shared.is_enough(*i) && open_words(page, *i).next().is_none()) {
                    out.push(Hit::pair(document.span_of(at..turned + 1), word_span(page, same)));
                }
            }
        }
    }
}

/// What a headline has in common with sentences of the body, worked out once for each.
struct Shared<'a> {
    page: &'a Page<'a>,
    own: Vec<Prefix>,
    enough: FxHashMap<usize, bool>,
}

impl<'a> Shared<'a> {
    fn new(page: &'a Page<'a>, headline: &Sentence) -> Self {
        Self {
            page,
            own: stems(page, headline.tokens.clone()),
            enough: FxHashMap::default(),
        }
    }

    /// Has the sentence of a token enough of the headline's words to be about the same?
    fn is_enough(&mut self, at: usize) -> bool {
        let (page, own) = (self.page, &self.own);
        let number = page.document.sentence_at(page.document.tokens[at].span.start);
        *self.enough.entry(number).or_insert_with(|| {
            let theirs = stems(page, page.document.sentences[number].tokens.clone());
            let shared = own.iter().filter(|w| theirs.binary_search(w).is_ok()).count();
            shared >= LEAST_SHARED && shared * 2 >= own.len()
        })
    }
}

/// The uses of each telling word of the body, by its stem.
type Uses = FxHashMap<Prefix, OfWord>;

/// The uses of one word.
#[derive(Default)]
struct OfWord {
    all: Vec<Told>,
    /// Does a negation reach one of them?
    denied: bool,
}

/// One use of a word in the body.
#[derive(Clone, Copy)]
struct Told {
    at: usize,
    /// Does a negation reach it?
    denied: bool,
}

/// The uses in the body of a word of the top; of one that the body has everywhere the first.
fn uses_of<'a>(page: &Page<'_>, body: &'a Uses, at: usize) -> &'a [Told] {
    let uses = body.get(&stem(page, at)).map(|u| u.all.as_slice()).unwrap_or_default();
    &uses[..uses.len().min(MOST_USES)]
}

/// Does the body deny a word of the top anywhere?
fn is_denied(page: &Page<'_>, body: &Uses, at: usize) -> bool {
    body.get(&stem(page, at)).is_some_and(|u| u.denied)
}

impl NegatedCheck {
    /// Each telling word of the body by stem, with whether a negation reaches it.
    fn uses(&self, page: &Page<'_>) -> Uses {
        let mut out = Uses::default();
        for sentence in page
            .document
            .sentences
            .iter()
            .filter(|s| page.document.kind_of(s).is_body())
        {
            let mut last_not = None;
            for i in sentence.tokens.clone() {
                if self.denies(page, i) {
                    last_not = Some(i);
                }
                if is_used(page, i) {
                    let denied = last_not.is_some_and(|n| i - n <= BACK);
                    let word = out.entry(stem(page, i)).or_default();
                    word.all.push(Told { at: i, denied });
                    word.denied |= denied;
                }
            }
        }
        out
    }

    /// Does a token deny: "not", "declined"?
    fn denies(&self, page: &Page<'_>, at: usize) -> bool {
        page.is_negation(at)
            || self
                .denying
                .is_some_and(|tag| !page.matches.within(tag, at..at + 1).is_empty())
    }
}

/// The words before a token in its sentence that leave open whether it is so: "the likelihood they'll apply".
fn open_words(page: &Page<'_>, at: usize) -> impl Iterator<Item = usize> {
    let sentence = page.document.sentence_at(page.document.tokens[at].span.start);
    let start = page.document.sentences.get(sentence).map_or(at, |s| s.tokens.start);
    (start.max(at.saturating_sub(OPEN_REACH))..at)
        .filter(|i| page.lexicon.is(&page.document.tokens[*i], Class::LeavesOpen))
}

fn word_span(page: &Page<'_>, at: usize) -> Span {
    page.document.tokens[at].span
}

fn is_not(page: &Page<'_>, at: usize) -> bool {
    let word = page.words(page.document.tokens[at].span);
    let word = word.to_lowercase().replace('\u{2019}', "'");
    let not = matches!(word.as_str(), "not" | "never" | "cannot") || word.ends_with("n't");
    // "Not only" and "not just" add; they do not deny.
    let next = page.document.tokens.get(at + 1).map(|t| page.words(t.span));
    let adds = matches!(
        next,
        Some("only" | "just" | "yet" | "even" | "necessarily" | "merely" | "simply" | "always")
    );
    not && !adds
}

fn is_telling(page: &Page<'_>, at: usize) -> bool {
    let token = &page.document.tokens[at];
    token.span.len() >= STEM && page.lexicon.is_content(token)
}

/// Letters of a word of a summary that may be denied: in whole sentences short words are as good as long ones.
const SHORT: usize = 4;

fn is_used(page: &Page<'_>, at: usize) -> bool {
    let token = &page.document.tokens[at];
    token.span.len() >= SHORT && page.lexicon.is_content(token)
}

fn stem(page: &Page<'_>, at: usize) -> Prefix {
    Prefix::of(page.words(page.document.tokens[at].span), STEM)
}

/// The stems of a run of tokens, sorted.
fn stems(page: &Page<'_>, tokens: std::ops::Range<usize>) -> Vec<Prefix> {
    let mut out: Vec<Prefix> = tokens.filter(|i| is_telling(page, *i)).map(|i| stem(page, i)).collect();
    out.sort_unstable();
    out.dedup();
    out
}
