//! `made-of`: lines that hold nothing but words of a closed set, figures and marks.

use super::Kind;
use crate::rules::line::{self, Line};
use crate::rules::{Check, Compiler, Hit, Page, Stage, WordsAsWritten};
use crate::text::{Block, BlockKind, Token, TokenKind, WordId};
use serde::Deserialize;

/// `[check.made-of]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The words that may stand in the line.
    words: WordsAsWritten,
    /// Words of which one must stand in it.
    #[serde(default)]
    needs: WordsAsWritten,
    /// How many of its words must be of the set.
    #[serde(default = "one")]
    least: usize,
    /// Must there be a figure?
    #[serde(default)]
    figure: bool,
    /// Must there be a bar, a bullet or an arrow between the words?
    #[serde(default)]
    bar: bool,
    /// Must one of the figures be a year?
    #[serde(default)]
    year: bool,
    /// Words with a capital that may stand beside them: somebody's name, a section's.
    #[serde(default)]
    names: usize,
    /// Is a line left alone that stands between the first and the last paragraph?
    #[serde(default)]
    margin: bool,
    /// Is a line left alone that does not stand before the first paragraph?
    #[serde(default)]
    head: bool,
}

fn one() -> usize {
    1
}

impl Kind for Settings {
    const SUMMARY: &'static str = "lines of nothing but certain words and figures";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let needs = compiler.words(self.needs);
        let mut words = compiler.words(self.words);
        words.extend(&needs);
        words.sort_unstable();
        Box::new(MadeOfCheck {
            words,
            needs,
            least: self.least,
            figure: self.figure,
            year: self.year,
            bar: self.bar,
            names: self.names,
            margin: self.margin,
            head: self.head,
        })
    }
}

#[derive(Debug)]
struct MadeOfCheck {
    words: Vec<WordId>,
    needs: Vec<WordId>,
    least: usize,
    figure: bool,
    year: bool,
    bar: bool,
    names: usize,
    margin: bool,
    head: bool,
}

impl Check for MadeOfCheck {
    fn stage(&self) -> Stage {
        Stage::Furniture
    }

    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let blocks = &page.document.blocks;
        let core = match (self.margin || self.head).then(|| line::core(page)) {
            None => 0..0,
            Some(core) if self.head => core.start..blocks.len(),
            Some(core) => core,
        };
        for (at, block) in blocks.iter().enumerate() {
            // With names in it, it may well be a headline, unless it opens like a stamp.
            let named = self.names > 0 && block.kind == BlockKind::Headline && !self.opens(page, block);
            let listed = self.margin && block.kind == BlockKind::List;
            if core.contains(&at) || named || listed || !self.holds_nothing_else(page, block) {
                continue;
            }
            let line = Line::of(page, block);
            // A lone word with a full stop is an answer or a label of the story's own.
            let alone = line.words == 1 && (line.stopped || line.figures == 0 && self.is_value(page, at));
            let fits = !alone
                && (!self.figure || line.figures > 0)
                && (!self.bar || line.figures == 0 && is_parted(page, block))
                && !line.quoted;
            if fits && (!self.year || has_year(page, block)) && line::is_open(page, block) {
                out.push(Hit::at(block.span));
            }
        }
    }
}

/// Do bars, bullets or arrows part its words?
fn is_parted(page: &Page<'_>, block: &Block) -> bool {
    page.words(block.span).contains(['|', '>', '›', '»', '•', '·', '/'])
}

/// Is one of the figures a year, or are three of them a date? Newspapers on the web are of the last and
/// this century.
fn has_year(page: &Page<'_>, block: &Block) -> bool {
    let tokens = &page.document.tokens[block.tokens.clone()];
    let year = |t: &Token| {
        let figure = page.words(t.span);
        figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20"))
    };
    let number = |t: &Token| t.kind == TokenKind::Number;
    let parted = |t: &Token| matches!(t.kind, TokenKind::Mark('/' | '-' | '.'));
    tokens.iter().any(|t| number(t) && year(t))
        || tokens
            .windows(5)
            .any(|w| number(&w[0]) && parted(&w[1]) && number(&w[2]) && parted(&w[3]) && number(&w[4]))
}

impl MadeOfCheck {
    /// Does the line before end in a colon and name something that is not of the set: "Company:" before "FACEBOOK"?
    /// The one word in a box of facts is no button; what stands behind "Share on:" is.
    fn is_value(&self, page: &Page<'_>, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|b| page.document.blocks.get(b));
        before.is_some_and(|b| page.words(b.span).trim_end().ends_with(':') && !self.is_of_set(page, b))
    }

    /// Are all its words of the set?
    fn is_of_set(&self, page: &Page<'_>, block: &Block) -> bool {
        let mut words = page.document.tokens[block.tokens.clone()]
            .iter()
            .filter(|t| t.is_word());
        words.all(|t| t.word != WordId::UNKNOWN && self.words.binary_search(&t.word).is_ok())
    }

    /// Is its first word of the set?
    fn opens(&self, page: &Page<'_>, block: &Block) -> bool {
        let first = page.document.tokens[block.tokens.clone()]
            .iter()
            .find(|t| t.kind != TokenKind::Mark('|'));
        first.is_some_and(|t| t.word != WordId::UNKNOWN && self.words.binary_search(&t.word).is_ok())
    }

    /// Most lines fail at their first word or two, so that this reads little of an article.
    fn holds_nothing_else(&self, page: &Page<'_>, block: &Block) -> bool {
        let (mut known, mut names, mut needed) = (0, 0, self.needs.is_empty());
        for token in &page.document.tokens[block.tokens.clone()] {
            if token.kind != TokenKind::Word {
                continue;
            }
            if token.word != WordId::UNKNOWN && self.words.binary_search(&token.word).is_ok() {
                known += 1;
                needed |= self.needs.binary_search(&token.word).is_ok();
            } else if token.is_capitalised() && names < self.names {
                names += 1;
            } else {
                return false;
            }
        }
        needed && known >= self.least
    }
}
