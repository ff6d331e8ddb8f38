//! `duplicate-line`: lines that stand in the copy twice.

use super::Kind;
use crate::rules::line::{self, Line};
use crate::rules::{Check, Compiler, Hit, Page, Stage};
use crate::text::{Block, BlockKind};
use rustc_hash::{FxHashMap, FxHasher};
use serde::Deserialize;
use std::hash::Hasher;

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

/// So many letters and digits at either end are looked at.
const MARGIN: usize = 8;

/// A number made of the first letters and digits of a line in lower case, and one of the last: lines that are
/// alike share both, and hardly any others do.
type Margins = [u64; 2];

fn margins(text: &str) -> Margins {
    [mixed(text.chars()), mixed(text.chars().rev())]
}

fn mixed(letters: impl Iterator<Item = char>) -> u64 {
    let mut hasher = FxHasher::default();
    for letter in letters.filter(|c| c.is_alphanumeric()).take(MARGIN) {
        // Nearly every letter is plain, and one for one.
        if letter.is_ascii() {
            hasher.write_u32(letter.to_ascii_lowercase().into());
        } else {
            letter.to_lowercase().for_each(|l| hasher.write_u32(l.into()));
        }
    }
    hasher.finish()
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
