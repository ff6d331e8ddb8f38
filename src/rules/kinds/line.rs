//! `line`: whole lines that are furniture by the phrases in them.

use super::Kind;
use crate::rules::line::{self, Line};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, Stage};
use crate::text::phrase::Tag;
use crate::text::{Block, BlockKind, Token, TokenKind};
use serde::Deserialize;
use std::ops::Range;

/// `[check.line]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Phrases that make up the whole line, figures and marks aside.
    #[serde(default)]
    whole: PhrasesAsWritten,
    /// Phrases that open it.
    #[serde(default)]
    opens: PhrasesAsWritten,
    /// Phrases that open it and have a colon, a bar or nothing after them.
    #[serde(default)]
    labels: PhrasesAsWritten,
    /// Phrases that open a header: a few words, no full stop.
    #[serde(default)]
    headers: PhrasesAsWritten,
    /// Phrases that open any sentence in it: what only an imperative says.
    #[serde(default)]
    asks: PhrasesAsWritten,
    /// Phrases that end it.
    #[serde(default)]
    ends: PhrasesAsWritten,
    /// Phrases that open a run of headlines of other stories: with capitals in the phrase and behind it, and without a
    /// full stop at the end of the line. It may be as long as it likes.
    #[serde(default)]
    runs: PhrasesAsWritten,
    /// Phrases that stand anywhere in it.
    #[serde(default)]
    holds: PhrasesAsWritten,
    /// A line with more words than this is left alone, whatever it opens with or holds.
    #[serde(default = "most_words")]
    most_words: usize,
    /// Are whole lines and headers found only before the first and after the last paragraph?
    #[serde(default)]
    margin: bool,
}

/// Furniture is short: a longer line is a sentence of the article.
fn most_words() -> usize {
    24
}

/// Words of a title that keep their small letter are no longer than this: "More Related to this Story".
const LITTLE: usize = 4;

/// A header names a block of links; a longer line says something about it.
const HEADER_WORDS: usize = 8;

impl Kind for Settings {
    const SUMMARY: &'static str = "whole lines of furniture";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(LineCheck {
            whole: compiler.phrases(&self.whole),
            opens: compiler.phrases(&self.opens),
            labels: compiler.phrases(&self.labels),
            headers: compiler.phrases(&self.headers),
            asks: compiler.phrases(&self.asks),
            ends: compiler.phrases(&self.ends),
            runs: compiler.phrases(&self.runs),
            holds: compiler.phrases(&self.holds),
            most_words: self.most_words,
            margin: self.margin,
        })
    }
}

#[derive(Debug)]
struct LineCheck {
    whole: Option<Tag>,
    opens: Option<Tag>,
    labels: Option<Tag>,
    headers: Option<Tag>,
    asks: Option<Tag>,
    ends: Option<Tag>,
    runs: Option<Tag>,
    holds: Option<Tag>,
    most_words: usize,
    margin: bool,
}

impl Check for LineCheck {
    fn stage(&self) -> Stage {
        Stage::Furniture
    }

    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let core = if self.margin { line::core(page) } else { 0..0 };
        let outside = |at: usize| !core.contains(&at);
        // A line that quotes or tells who said something is copy, however it begins.
        let plain = |b: &Block, l: &Line| {
            // What looks like a headline is one, unless it goes on like a notice.
            let headline = b.kind == BlockKind::Headline && l.bars == 0 && b.sentences.len() == 1;
            !headline && !l.quoted && !l.speaks && l.words <= self.most_words
        };
        let tokens = &page.document.tokens;
        let none_in = |range: Range<usize>| !tokens[range].iter().any(Token::is_word);

        look(page, self.whole, out, |m, b, l, at| {
            // A button carries no full stop: "Pause." between two lines of a dialogue is a sentence.
            let sentence = l.words == 1 && tokens[m.end..b.tokens.end].iter().any(|t| t.is('.'));
            outside(at) && none_in(b.tokens.start..m.start) && none_in(m.end..b.tokens.end) && !l.quoted && !sentence
        });
        look(page, self.opens, out, |m, b, l, _| {
            plain(b, l) && none_in(b.tokens.start..m.start)
        });
        look(page, self.labels, out, |m, b, l, _| {
            let parted = m.end == b.tokens.end
                || matches!(
                    tokens[m.end].kind,
                    TokenKind::Mark(':' | '|' | '>' | '»' | '-' | '–' | '—')
                );
            parted
                && b.kind != BlockKind::Headline
                && !l.quoted
                && l.words <= self.most_words
                && none_in(b.tokens.start..m.start)
        });
        look(page, self.headers, out, |m, b, l, at| {
            outside(at) && plain(b, l) && !l.stopped && l.words <= HEADER_WORDS && none_in(b.tokens.start..m.start)
        });
        let sentences = &page.document.sentences;
        look(page, self.asks, out, |m, b, l, _| {
            let before = sentences
                .partition_point(|s| s.tokens.start <= m.start)
                .saturating_sub(1);
            plain(b, l) && sentences.get(before).is_some_and(|s| none_in(s.tokens.start..m.start))
        });
        look(page, self.ends, out, |m, b, l, _| {
            plain(b, l) && none_in(m.end..b.tokens.end)
        });
        look(page, self.runs, out, |m, b, l, _| {
            let small = |t: &Token| t.is_word() && !t.is_capitalised() && t.span.len() > LITTLE;
            let titled = !tokens[m.clone()].iter().any(small) && tokens.get(m.end).is_some_and(Token::is_capitalised);
            titled
                && m.end < b.tokens.end
                && b.kind != BlockKind::Headline
                && !l.stopped
                && none_in(b.tokens.start..m.start)
        });
        look(page, self.holds, out, |_, b, l, _| plain(b, l));
        out.sort_by_key(|h| h.primary);
        out.dedup_by_key(|h| h.primary);
    }
}

/// Hits the block of each match of a tag that fits.
fn look(
    page: &Page<'_>,
    tag: Option<Tag>,
    out: &mut Vec<Hit>,
    fits: impl Fn(&Range<usize>, &Block, &Line, usize) -> bool,
) {
    let blocks = &page.document.blocks;
    for found in tag.map(|t| page.matches.of(t)).unwrap_or_default() {
        let at = blocks
            .partition_point(|b| b.tokens.start <= found.tokens.start)
            .saturating_sub(1);
        let block = &blocks[at];
        if line::is_open(page, block) && fits(&found.tokens, block, &Line::of(page, block), at) {
            out.push(Hit::at(block.span));
        }
    }
}
