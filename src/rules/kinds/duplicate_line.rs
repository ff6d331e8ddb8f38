//! `duplicate-line`: lines that stand in the copy twice.

use super::Kind;
use crate::rules::line::{self, Line};
use crate::rules::{Check, Compiler, Hit, Page, Stage};
use crate::text::{Block, BlockKind};
use rustc_hash::FxHashMap;
use serde::Deserialize;

/// `[check.duplicate-line]`
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// A line with fewer letters and digits is left alone.
    least_letters: usize,
    /// A line with fewer words is left alone.
    least_words: usize,
    /// Where more lines than this come again, they are a form or a table.
    most_lines: usize,
}

/// A teaser block prints its headline beside the picture and under it.
const NEAR_LINES: usize = 5;
/// Farther apart only a line as long as a headline is no label.
const HEADLINE_WORDS: usize = 7;

impl Kind for Settings {
    const SUMMARY: &'static str = "lines that stand in the copy twice";

    fn compile(self, _: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(self)
    }
}

impl Check for Settings {
    fn stage(&self) -> Stage {
        Stage::Furniture
    }

    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let blocks = &page.document.blocks;
        // Few lines begin and end like another, and only those are compared as a whole.
        let margins: Vec<_> = blocks.iter().map(|block| margins(page.words(block.span))).collect();
        let mut times: FxHashMap<Margins, u32> = FxHashMap::default();
        for margins in &margins {
            *times.entry(*margins).or_default() += 1;
        }
        let mut places: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, (block, margins)) in blocks.iter().zip(&margins).enumerate() {
            if times[margins] < 2 {
                continue;
            }
            let key = key(page.words(block.span));
            if key.len() >= self.least_letters {
                places.entry(key).or_default().push(at);
            }
        }
        let (mut found, mut teasers) = (Vec::new(), Vec::new());
        for copies in places.values() {
            let &[first, second] = copies.as_slice() else { continue };
            let line = Line::of(page, &blocks[second]);
            if line.words < self.least_words || ![first, second].iter().all(|c| is_candidate(page, &blocks[*c], &line))
            {
                continue;
            }
            let near = second - first <= NEAR_LINES || line.words >= HEADLINE_WORDS;
            if !line.stopped && !line.is_sentence() && line.figures < 2 && near {
                teasers.extend([first, second]);
            } else if second == first + 1 {
                // A paragraph pasted twice in a row: one of the two stays.
                found.push(second);
            }
        }
        if teasers.len() <= 2 * self.most_lines {
            found.append(&mut teasers);
        }
        found.sort_unstable();
        out.extend(found.into_iter().map(|at| Hit::at(blocks[at].span)));
    }
}

/// Verse repeats its refrain and speech its words; a teaser ends like a headline.
fn is_candidate(page: &Page<'_>, block: &Block, line: &Line) -> bool {
    let open_end = page.words(block.span).ends_with([',', ';', '–', '—']);
    let quotation = line.quoted && page.words(block.span).ends_with(['"', '\u{201d}', '\u{2019}', '\'']);
    line::is_open(page, block)
        && !matches!(block.kind, BlockKind::Headline | BlockKind::Quote | BlockKind::List)
        && !line.speaks
        && !quotation
        && !open_end
}

/// The first and the last letters and digits of a line in lower case, zeros behind fewer: lines with one
/// key have them in common.
type Margins = [[char; 8]; 2];

fn margins(text: &str) -> Margins {
    let mut margins = Margins::default();
    let [head, tail] = &mut margins;
    let fill = |slots: &mut [char], letters: &mut dyn Iterator<Item = char>| {
        let letters = letters.filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
        slots.iter_mut().zip(letters).for_each(|(slot, letter)| *slot = letter);
    };
    fill(head, &mut text.chars());
    fill(tail, &mut text.chars().rev());
    margins
}

/// Letters and digits in lower case.
fn key(text: &str) -> String {
    if text.is_ascii() {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|b| char::from(b.to_ascii_lowercase())).collect();
    }
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
