//! `teaser`: the words of other stories, known by what stands before them.
//!
//! Hearst's `TextTiling` parts a text where neighbouring passages share no words; here a passage is held
//! against the headline and the opening of the story, and only where a header or a repeated line gives cause.

use super::Kind;
use crate::facts::Class;
use crate::rules::line::{self, Line};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, Stage};
use crate::text::phrase::Tag;
use crate::text::{Block, BlockKind};
use rustc_hash::FxHashSet;
use serde::Deserialize;

/// `[check.teaser]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Headers after which other stories are teased.
    after: PhrasesAsWritten,
    /// How many lines in a row may be teasers.
    most_lines: usize,
    /// Are whole paragraphs found, or headlines?
    paragraphs: bool,
}

/// Paragraphs that say what the story is about, beside the headline.
const OPENING: usize = 3;
/// A subhead is shorter than the headline of another story.
const TEASER_WORDS: std::ops::RangeInclusive<usize> = 5..=20;
/// The name of a section is no longer: "Local News".
const SECTION_WORDS: usize = 2;
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
        let open: Vec<usize> = (0..blocks.len())
            .filter(|at| !matches!(blocks[*at].kind, BlockKind::Noise | BlockKind::Caption))
            .collect();
        // What stands over the first paragraph is the name of a section, and the story follows.
        let is_section = |at: usize| Line::of(page, &blocks[at]).words <= SECTION_WORDS && at < line::core(page).start;
        let starts = starts.into_iter().filter(|at| !self.paragraphs || !is_section(*at));
        let mut topic = Topic::default();
        let mut last = usize::MAX;
        for start in starts {
            let first = open.partition_point(|at| *at <= start);
            // Of headers in a row the first has said it all.
            if std::mem::replace(&mut last, first) == first {
                continue;
            }
            topic.read_to(page, start);
            for at in open[first..].iter().copied().take(self.most_lines) {
                if !is_teaser(page, at, &topic.stems) {
                    break;
                }
                if Line::of(page, &blocks[at]).is_sentence() == self.paragraphs {
                    out.push(Hit::at(blocks[at].span));
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
    // A line that is a quotation from mark to mark is a pull quote or a crosshead of the story.
    let whole = line.quoted && page.words(block.span).ends_with(['"', '\u{201d}']);
    if topic.is_empty() || whole {
        return false;
    }
    if !(line.is_sentence() || line.stopped || line.speaks && line.words > 12) {
        // A kicker in capitals stands over its headline.
        return TEASER_WORDS.contains(&line.words) || line.words > 0 && line.shouted == line.words;
    }
    !line.quoted && block.kind != BlockKind::List && line.words > 5 && !stems(page, block).any(|s| topic.contains(&s))
}

/// The stems and names of the headline and the first paragraphs, as far as they stand before a header.
#[derive(Default)]
struct Topic {
    stems: FxHashSet<String>,
    blocks: usize,
    opening: usize,
}

impl Topic {
    /// Reads on to a header; headers come in order.
    fn read_to(&mut self, page: &Page<'_>, header: usize) {
        for block in &page.document.blocks[self.blocks..header] {
            let head = matches!(block.kind, BlockKind::Headline | BlockKind::Standfirst);
            let opens = self.opening < OPENING && block.kind.is_body() && Line::of(page, block).is_sentence();
            self.opening += usize::from(opens);
            if head || opens {
                self.stems.extend(stems(page, block));
            }
        }
        self.blocks = header;
    }
}

/// Words of weight: names, and what has six letters or more, cut to a stem.
fn stems<'a>(page: &Page<'a>, block: &'a Block) -> impl Iterator<Item = String> {
    let tokens = &page.document.tokens[block.tokens.clone()];
    let kept = tokens.iter().enumerate().filter(|(i, t)| {
        let everywhere = [Class::CueNeutral, Class::Weekday, Class::Month];
        let tells = page.lexicon.is_content(t) && !page.lexicon.any(t.word, &everywhere);
        tells && (t.span.len() >= STEM - 1 || *i > 0 && t.is_capitalised())
    });
    kept.map(|(_, t)| {
        page.words(t.span)
            .chars()
            .take(STEM)
            .flat_map(char::to_lowercase)
            .collect()
    })
}
