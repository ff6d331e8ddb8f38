//! `thread`: readers' comments that were copied along with the story.

use super::Kind;
use crate::rules::line::{self, Line};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, Stage};
use crate::text::phrase::Tag;
use crate::text::{Block, BlockKind};
use serde::Deserialize;

/// `[check.thread]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What ends the line with the commenter's name.
    ends: PhrasesAsWritten,
    /// So many such lines make a thread.
    least: usize,
}

/// The line names a commenter and nothing else.
const NAME_WORDS: usize = 5;
/// A comment runs to a few paragraphs.
const COMMENT_LINES: usize = 8;

impl Kind for Settings {
    const SUMMARY: &'static str = "threads of readers' comments";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(ThreadCheck {
            ends: compiler.phrases(&self.ends),
            least: self.least,
        })
    }
}

#[derive(Debug)]
struct ThreadCheck {
    ends: Option<Tag>,
    least: usize,
}

impl Check for ThreadCheck {
    fn stage(&self) -> Stage {
        Stage::Furniture
    }

    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let blocks = &page.document.blocks;
        let matches = self.ends.map(|t| page.matches.of(t)).unwrap_or_default();
        let names = |b: &Block| {
            let first = matches.partition_point(|m| m.tokens.start < b.tokens.start);
            let line = Line::of(page, b);
            let ends = matches[first..].iter().take_while(|m| m.tokens.start < b.tokens.end);
            line.words <= NAME_WORDS && !line.quoted && ends.into_iter().any(|m| m.tokens.end == b.tokens.end)
        };
        if matches.len() < self.least {
            return;
        }
        let heads: Vec<usize> = (0..blocks.len()).filter(|at| names(&blocks[*at])).collect();
        let joined = heads.windows(2).all(|pair| pair[1] - pair[0] <= COMMENT_LINES);
        let (Some(first), Some(last)) = (heads.first(), heads.last()) else {
            return;
        };
        if heads.len() < self.least || !joined {
            return;
        }
        let end = (last + COMMENT_LINES).min(blocks.len());
        for block in &blocks[*first..end] {
            if line::is_open(page, block) && block.kind != BlockKind::Headline {
                out.push(Hit::at(block.span));
            }
        }
    }
}
