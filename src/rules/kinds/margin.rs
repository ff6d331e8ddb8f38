//! `margin`: lines at the head and the tail of an article that are furniture by their form.
//!
//! After jusText (Pomikálek 2011): short lines with few function words take the class of their neighbours,
//! and the edges of a document count as boilerplate.

use super::Kind;
use crate::rules::line::{self, Line};
use crate::rules::{Check, Compiler, Hit, Page, Stage, WordsAsWritten};
use crate::text::{Block, BlockKind, WordId};
use serde::Deserialize;

/// `[check.margin]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Words of links and buttons.
    link_words: WordsAsWritten,
    /// What a line must score to be furniture.
    threshold: f32,
    /// What each sign adds.
    weights: Weights,
}

/// What each sign of furniture adds to a line's score.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// No full stop ends it.
    unstopped: f32,
    /// At most three words.
    tiny: f32,
    /// At most eight words.
    short: f32,
    /// Hardly a word that holds a sentence together.
    bare: f32,
    /// A word of links and buttons.
    link: f32,
    /// Furniture before it; and as much for furniture after it.
    neighbour: f32,
    /// Bars, bullets and other marks.
    bars: f32,
    /// All in capitals.
    shouted: f32,
    /// The article's first or last line.
    edge: f32,
    /// It is an item of a list, or has a figure as the line beside it has.
    list: f32,
    /// A paragraph follows right after it.
    leads: f32,
    /// It quotes, or tells who said something.
    speaks: f32,
}

/// A line with more words is told by its words, not by its form.
const MOST_WORDS: usize = 24;
/// From this share of function words a line is a sentence: jusText's bound for copy is 0.30.
const FUNCTION_SHARE: f32 = 0.2;
/// A subhead in capitals is shorter; a promotion between two paragraphs is a whole headline.
const SHOUTED_WORDS: usize = 7;

/// The first line of the copy is its headline when it is as long as this, whatever words are in it.
const TITLE_WORDS: usize = 6;
/// A row of a table has so many figures; a line of the page has a date or a counter.
const TABLE_FIGURES: usize = 6;
/// Fewer lines may be a list or a stanza.
const LEAST_HEADLINES: usize = 8;
/// A label has no room for a sentence.
const LABEL_WORDS: usize = 4;

impl Kind for Settings {
    const SUMMARY: &'static str = "lines of furniture by their form and place";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(MarginCheck {
            link_words: compiler.words(self.link_words),
            threshold: self.threshold,
            weights: self.weights,
        })
    }
}

#[derive(Debug)]
struct MarginCheck {
    link_words: Vec<WordId>,
    threshold: f32,
    weights: Weights,
}

impl Check for MarginCheck {
    fn stage(&self) -> Stage {
        Stage::Margin
    }

    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let blocks = &page.document.blocks;
        let core = line::core(page);
        let mut noise: Vec<bool> = blocks.iter().map(is_noise).collect();
        for at in headlines_below(page) {
            noise[at] = true;
            out.push(Hit::at(blocks[at].span));
        }
        // Forwards, so that a run of links grows from its first; a line at the head looks back too.
        for at in 0..blocks.len() {
            let block = &blocks[at];
            if noise[at] || !Self::may(page, block) {
                continue;
            }
            let line = Line::of(page, block);
            if line.figures >= TABLE_FIGURES {
                continue;
            }
            let beside = [at.checked_sub(1), Some(at + 1)].map(|n| n.and_then(|n| noise.get(n)).is_some_and(|n| *n));
            // Extraction has judged the lines of a page by the elements they stood in: what it kept in and below
            // the article is copy, be it a telephone number or a line of verse. Above it stamps and counters
            // often share the headline's element.
            if page.document.extracted && at >= core.start {
                continue;
            }
            let hit = if core.contains(&at) {
                is_shouted_link(&line) || is_between(&line, beside)
            } else {
                let title = at == 0 && line.words >= TITLE_WORDS && line.bars == 0;
                is_counter(&line) && at < core.start
                    || line.words <= MOST_WORDS
                        && !title
                        && !is_signature(page.words(block.span))
                        && self.score(page, at, &line, &noise, at < core.start) >= self.threshold
            };
            if hit {
                noise[at] = true;
                out.push(Hit::at(block.span));
            }
        }
    }
}

impl MarginCheck {
    fn may(page: &Page<'_>, block: &Block) -> bool {
        let fixed = matches!(
            block.kind,
            BlockKind::Headline | BlockKind::Standfirst | BlockKind::Byline | BlockKind::Dateline | BlockKind::Quote
        );
        !fixed && line::is_open(page, block)
    }

    fn score(&self, page: &Page<'_>, at: usize, line: &Line, noise: &[bool], head: bool) -> f32 {
        let blocks = &page.document.blocks;
        let w = &self.weights;
        let tokens = &page.document.tokens[blocks[at].tokens.clone()];
        // A date or a result stands among others of its kind.
        let listed = line.figures > 0
            && [at.checked_sub(1), Some(at + 1)].into_iter().flatten().any(|n| {
                blocks
                    .get(n)
                    .is_some_and(|b| !noise[n] && line::is_open(page, b) && Line::of(page, b).figures > 0)
            });
        let link = tokens
            .iter()
            .any(|t| t.word != WordId::UNKNOWN && self.link_words.binary_search(&t.word).is_ok());
        let bare = line.words == 0 || (line.functions as f32) < FUNCTION_SHARE * line.words as f32;
        let before = at == 0 || noise[at - 1];
        let next = blocks.get(at + 1);
        let after = next.is_none() || noise.get(at + 1).copied().unwrap_or(true);
        let leads = next.is_some_and(|b| b.kind.is_body() && Line::of(page, b).is_sentence());
        // Form alone is not enough below a story: it may end in a list of names or results.
        let caused = link || line.bars > 0 || noise[at.saturating_sub(1)] || noise.get(at + 1).is_some_and(|n| *n);
        if line.words + line.figures == 0 || !(caused || head) {
            return 0.0;
        }
        let signs = [
            (!line.stopped, w.unstopped),
            (line.words <= 3, w.tiny),
            (line.words <= 8, w.short),
            (bare, w.bare),
            (link, w.link),
            (before, w.neighbour),
            (after, w.neighbour),
            (line.bars > 0, w.bars),
            (line.words > 1 && line.shouted == line.words, w.shouted),
            (at == 0 || next.is_none(), w.edge),
            (blocks[at].kind == BlockKind::List || listed, w.list),
            (leads, w.leads),
            (line.speaks || line.quoted, w.speaks),
        ];
        signs.iter().filter(|(sign, _)| *sign).map(|(_, weight)| weight).sum()
    }
}

/// A run of lines below the story that read like the headlines of others: most without a full stop and in
/// small letters, with words between that join. A list of the story's own has figures, marks or titles, and
/// verse has commas at its ends.
fn headlines_below(page: &Page<'_>) -> Vec<usize> {
    let blocks = &page.document.blocks;
    let (mut run, mut stopped, mut small, mut parted) = (Vec::new(), 0, 0, 0);
    for (at, block) in blocks.iter().enumerate().rev().filter(|(_, b)| !is_noise(b)) {
        let line = Line::of(page, block);
        if line.words + line.figures == 0 {
            // A bullet that lost its line: some extractors set each item below its mark.
            continue;
        }
        let words = page.words(block.span);
        let loose = !words.ends_with([',', ';', '—', '–', ':', '-']) && words.starts_with(char::is_uppercase);
        let fits = (3..=MOST_WORDS).contains(&line.words) && loose && !(line.speaks && line.stopped) && !line.quoted;
        if !fits || block.kind == BlockKind::List || !line::is_open(page, block) {
            break;
        }
        stopped += usize::from(line.stopped);
        let lower = line.words.saturating_sub(line.capitals + line.functions);
        small += usize::from(lower > 0 && lower + line.functions > 1);
        parted += usize::from(words.contains(['(', ':', '|', '–', '—']));
        run.push((at, line.stopped));
    }
    // A short paragraph right above the run is the story's.
    while run.last().is_some_and(|(_, stops)| *stops) {
        run.pop();
        stopped -= 1;
    }
    if run.len() < LEAST_HEADLINES || small * 3 < run.len() * 2 || (stopped + parted) * 3 > run.len() {
        return Vec::new();
    }
    run.into_iter().map(|(at, _)| at).rev().collect()
}

fn is_noise(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Noise | BlockKind::Caption)
}

/// A bare figure above the story counts comments or pictures.
fn is_counter(line: &Line) -> bool {
    line.words == 0 && line.bars < 2 && !line.stopped && (1..=2).contains(&line.figures)
}

/// A handle alone signs what stands above it, as in a column of letters.
fn is_signature(words: &str) -> bool {
    words.starts_with('@') && !words.contains(char::is_whitespace)
}

/// Between two lines of furniture a label is furniture too; beside one, a bare figure is.
fn is_between(line: &Line, beside: [bool; 2]) -> bool {
    let label = (1..=LABEL_WORDS).contains(&line.words) && !line.quoted;
    label && beside == [true, true] || is_counter(line) && beside != [false, false]
}

/// A headline in capitals between two paragraphs is a link to another story.
fn is_shouted_link(line: &Line) -> bool {
    line.words >= SHOUTED_WORDS && line.shouted * 10 >= line.words * 8 && !line.stopped
}
