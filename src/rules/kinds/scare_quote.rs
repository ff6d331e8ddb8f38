//! `scare-quote`: words held at arm's length between quotation marks that nobody is said to have used.

use super::Kind;
use crate::facts::{Quotation, QuotationKind};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, TokenKind};
use serde::Deserialize;
use toml::Spanned;

/// `[check.scare-quote]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words that introduce a word as a word: "called", "the term", "marked". They stand up to three
    /// words before the quotation.
    introduced_by: Vec<Spanned<String>>,
    /// Longer quotations are somebody's words.
    most_words: usize,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "single words in quotation marks that nobody is said to have used";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ScareQuoteCheck {
            introduced_by: compiler.phrases(&self.introduced_by),
            most_words: self.most_words,
        })
    }
}

#[derive(Debug)]
struct ScareQuoteCheck {
    introduced_by: Option<Tag>,
    most_words: usize,
}

/// An introducing word stands this close before the quotation: "called the plan a “…”".
const REACH: usize = 4;
/// Words are held to be the same when so many first letters are: "destructive", "destruction".
const STEM: usize = 5;

impl Check for ScareQuoteCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for quotation in &page.facts.quotations {
            let short = quotation.kind == QuotationKind::Word && quotation.words <= self.most_words;
            let kind = page.document.blocks[quotation.block].kind;
            if !short || !quotation.closed || kind != BlockKind::Paragraph {
                continue;
            }
            let sentence = page.document.sentence_at(quotation.span.start);
            let somebody = page.facts.attribution_of(sentence).is_some();
            if !somebody && plain(page, quotation) && !self.introduced(page, quotation) && !spoken(page, quotation) {
                out.push(Hit::at(quotation.span));
            }
        }
    }
}

impl ScareQuoteCheck {
    fn introduced(&self, page: &Page<'_>, quotation: &Quotation) -> bool {
        let Some(tag) = self.introduced_by else { return false };
        let first = page.document.tokens_in(quotation.span).start;
        let all = page.matches.of(tag);
        let from = all.partition_point(|m| m.tokens.start + REACH < first);
        all[from..]
            .iter()
            .take_while(|m| m.tokens.start < first)
            .next()
            .is_some()
    }
}

/// Only lower-case words: capitals and figures make it a name, a sign, a score.
fn plain(page: &Page<'_>, quotation: &Quotation) -> bool {
    let tokens = &page.document.tokens[page.document.tokens_in(quotation.inner)];
    let ends_clause = tokens
        .last()
        .is_some_and(|t| matches!(t.kind, TokenKind::Mark('!' | '?' | '…')));
    !ends_clause
        && tokens
            .iter()
            .all(|t| t.kind != TokenKind::Number && !t.is_capitalised())
}

/// Does a longer quotation hold one of its words? Then it is somebody's word, taken up again.
fn spoken(page: &Page<'_>, quotation: &Quotation) -> bool {
    let stems = stems(page, quotation);
    let others = page
        .facts
        .quotations
        .iter()
        .filter(|q| q.words > quotation.words && q.kind != QuotationKind::Title);
    others.into_iter().any(|other| {
        let theirs = self::stems(page, other);
        stems.iter().any(|s| theirs.contains(s))
    })
}

fn stems(page: &Page<'_>, quotation: &Quotation) -> Vec<String> {
    let tokens = &page.document.tokens[page.document.tokens_in(quotation.inner)];
    tokens
        .iter()
        .filter(|t| t.is_word())
        .map(|t| page.words(t.span).chars().take(STEM).collect::<String>().to_lowercase())
        .filter(|s| s.chars().count() >= 4)
        .collect()
}
