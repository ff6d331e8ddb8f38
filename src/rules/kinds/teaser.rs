//! `teaser`: the words of other stories, known by what stands before them.
//!
//! Hearst's `TextTiling` parts a text where neighbouring passages share no words; here a passage is held
//! against the headline and the opening of the story, and only where a header or a repeated line gives cause.

use super::Kind;
use crate::facts::Class;
use crate::rules::line::{self, Line};
use crate::rules::{Check, Compiler, Hit, Page, Stage};
use crate::text::phrase::Tag;
use crate::text::{Block, BlockKind};
use rustc_hash::FxHashSet;
use serde::Deserialize;
use toml::Spanned;

/// `[check.teaser]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Headers after which other stories are teased.
    after: Vec<Spanned<String>>,
    /// How many lines in a row may be teasers.
    most_lines: usize,
    /// Are whole paragraphs found, or headlines?
    paragraphs: bool,
}

/// Paragraphs that say what the story is about, beside the headline.
const OPENING: usize = 3;
/// A subhead is shorter than the headline of another story.
const TEASER_WORDS: std::ops::RangeInclusive<usize> = 5..=20;
/// Letters of a word's stem: enough to part stories, few enough to join "storm" and "storms".
const STEM: usize = 6;

impl Kind for Settings {
    const SUMMARY: &'static str = "headlines and paragraphs of other stories";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(TeaserCheck {
            after: compiler.phrases(&self.after),
            most_lines: self.most_lines,
            paragraphs: self.paragraphs,
        })
    }
}

#[derive(Debug)]
struct TeaserCheck {
    after: Option<Tag>,
    most_lines: usize,
    paragraphs: bool,
}

impl Check for TeaserCheck {
    fn stage(&self) -> Stage {
        Stage::Beside
    }

    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let blocks = &page.document.blocks;
        let starts: Vec<usize> = (0..blocks.len()).filter(|at| self.teases(page, *at)).collect();
        if starts.is_empty() {
            return;
        }
        for start in starts {
            let topic = topic(page, start);
            let mut left = self.most_lines;
            for (at, block) in blocks.iter().enumerate().skip(start + 1) {
                if matches!(block.kind, BlockKind::Noise | BlockKind::Caption) {
                    continue;
                }
                if left == 0 || !is_teaser(page, at, &topic) {
                    break;
                }
                left -= 1;
                if Line::of(page, block).is_sentence() == self.paragraphs {
                    out.push(Hit::at(block.span));
                }
            }
        }
        out.sort_by_key(|h| h.primary);
        out.dedup_by_key(|h| h.primary);
    }
}

impl TeaserCheck {
    /// Is it a marked header, or the last of marked lines that look like headlines?
    fn teases(&self, page: &Page<'_>, at: usize) -> bool {
        let block = &page.document.blocks[at];
        if block.kind != BlockKind::Noise {
            return false;
        }
        let matches = self.after.map(|t| page.matches.of(t)).unwrap_or_default();
        let first = matches.partition_point(|m| m.tokens.start < block.tokens.start);
        let header = matches.get(first).is_some_and(|m| {
            let words = &page.document.tokens[m.tokens.end.min(block.tokens.end)..block.tokens.end];
            // "Read more: …" is followed by its own headline.
            let labels = words.len() > 1 && words[0].is(':');
            !labels && m.tokens.start == block.tokens.start && words.iter().filter(|t| t.is_word()).count() <= 3
        });
        header || is_repeated(page, at)
    }
}

/// Does a marked line stand twice? Its second copy closes the block of teasers, or a paragraph follows it.
fn is_repeated(page: &Page<'_>, at: usize) -> bool {
    let blocks = &page.document.blocks;
    let words = page.words(blocks[at].span);
    let line = Line::of(page, &blocks[at]);
    let near = at.saturating_sub(4)..at;
    TEASER_WORDS.contains(&line.words)
        && blocks[near]
            .iter()
            .any(|b| b.kind == BlockKind::Noise && page.words(b.span) == words)
}

/// Is a line, after such a header, of another story?
fn is_teaser(page: &Page<'_>, at: usize, topic: &FxHashSet<String>) -> bool {
    let blocks = &page.document.blocks;
    let block = &blocks[at];
    if !line::is_open(page, block) || matches!(block.kind, BlockKind::Quote) {
        return false;
    }
    let line = Line::of(page, block);
    if topic.is_empty() {
        return false;
    }
    if !(line.is_sentence() || line.stopped || line.speaks && line.words > 12) {
        // A kicker in capitals stands over its headline.
        return TEASER_WORDS.contains(&line.words) || line.words > 0 && line.shouted == line.words;
    }
    !line.quoted && block.kind != BlockKind::List && line.words > 5 && !stems(page, block).any(|s| topic.contains(&s))
}

/// The stems and names of the headline and the first paragraphs, as far as they stand before the header.
fn topic(page: &Page<'_>, header: usize) -> FxHashSet<String> {
    let blocks = &page.document.blocks[..header];
    let heads = blocks
        .iter()
        .filter(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Standfirst));
    let opening = blocks
        .iter()
        .filter(|b| b.kind.is_body() && Line::of(page, b).is_sentence());
    heads
        .chain(opening.take(OPENING))
        .flat_map(|b| stems(page, b))
        .collect()
}

/// Words of weight: names, and what has six letters or more, cut to a stem.
fn stems<'a>(page: &Page<'a>, block: &'a Block) -> impl Iterator<Item = String> {
    let tokens = &page.document.tokens[block.tokens.clone()];
    let kept = tokens.iter().enumerate().filter(|(i, t)| {
        let light = page.lexicon.any(
            t.word,
            &[
                Class::Determiner,
                Class::Preposition,
                Class::Conjunction,
                Class::Auxiliary,
                Class::PersonPronoun,
                Class::CueNeutral,
                Class::Weekday,
                Class::Month,
            ],
        );
        t.is_word() && !light && (t.span.len() >= STEM - 1 || *i > 0 && t.is_capitalised())
    });
    kept.map(|(_, t)| {
        page.words(t.span)
            .chars()
            .take(STEM)
            .flat_map(char::to_lowercase)
            .collect()
    })
}
