//! `line`: whole lines that are no part of the article.

use super::Kind;
use crate::rules::{Check, Compiler, Hit, Page, Stage};
use crate::text::BlockKind;
use crate::text::phrase::Tag;
use serde::Deserialize;
use toml::Spanned;

/// `[check.line]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Phrases that make up the whole line.
    #[serde(default)]
    whole: Vec<Spanned<String>>,
    /// Phrases that open it.
    #[serde(default)]
    opens: Vec<Spanned<String>>,
    /// Phrases that stand anywhere in it.
    #[serde(default)]
    holds: Vec<Spanned<String>>,
    /// A line with more words than this is left alone, whatever it opens with or holds.
    #[serde(default = "most_words")]
    most_words: usize,
}

/// Furniture is short: a longer line is a sentence of the article.
fn most_words() -> usize {
    20
}

impl Kind for Settings {
    const SUMMARY: &'static str = "whole lines of furniture";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(LineCheck {
            whole: compiler.phrases(&self.whole),
            opens: compiler.phrases(&self.opens),
            holds: compiler.phrases(&self.holds),
            most_words: self.most_words,
        })
    }
}

#[derive(Debug)]
struct LineCheck {
    whole: Option<Tag>,
    opens: Option<Tag>,
    holds: Option<Tag>,
    most_words: usize,
}

impl Check for LineCheck {
    fn stage(&self) -> Stage {
        Stage::Furniture
    }

    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let blocks = &page.document.blocks;
        let mut found = |tag: Option<Tag>, fits: &dyn Fn(&std::ops::Range<usize>, &std::ops::Range<usize>) -> bool| {
            for m in tag.map(|t| page.matches.of(t)).unwrap_or_default() {
                let at = blocks
                    .partition_point(|b| b.tokens.start <= m.tokens.start)
                    .saturating_sub(1);
                let block = &blocks[at];
                let words = page.document.tokens[block.tokens.clone()]
                    .iter()
                    .filter(|t| t.is_word())
                    .count();
                if block.kind != BlockKind::Headline && words <= self.most_words && fits(&m.tokens, &block.tokens) {
                    out.push(Hit::at(block.span));
                }
            }
        };
        let word_at = |i: usize| page.document.tokens[i].is_word();
        found(self.whole, &|m, b| !(b.start..m.start).chain(m.end..b.end).any(word_at));
        found(self.opens, &|m, b| !(b.start..m.start).any(word_at));
        found(self.holds, &|_, _| true);
        out.sort_by_key(|h| h.primary);
        out.dedup_by_key(|h| h.primary);
    }
}
