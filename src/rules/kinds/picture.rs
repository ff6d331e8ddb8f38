//! `picture`: captions and credits of pictures that are not there.

mod shape;

use super::Kind;
use crate::rules::line::{self, Line};
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, Stage, WordsAsWritten};
use crate::text::phrase::{Match, Tag};
use crate::text::{Block, BlockKind, Case, Span, Token, TokenKind, WordId};
use serde::Deserialize;
use shape::{glued_credit, is_counted, is_labelled, is_signed, is_twin};
use std::ops::Range;

/// `[check.picture]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What a credit opens with: "photo by".
    credits: PhrasesAsWritten,
    /// Agencies and archives that end one.
    agencies: PhrasesAsWritten,
    /// What only a caption says: "in this file photo".
    sure: PhrasesAsWritten,
    /// What captions say more often than copy: ", left ,".
    likely: PhrasesAsWritten,
    /// What opens a caption and is followed by a colon or by the caption itself.
    labels: PhrasesAsWritten,
    /// What opens a link to another story, with a colon or a bar behind it: no caption, whatever it shows.
    #[serde(default)]
    links: PhrasesAsWritten,
    /// Words of a counter of pictures: "image 3 of 5".
    counters: WordsAsWritten,
}

/// A credit names a photographer, an agency and perhaps an owner.
const CREDIT_WORDS: usize = 12;
/// A caption says what is to be seen in a sentence or two.
const CAPTION_WORDS: usize = 75;
/// A paragraph of the story with a credit behind it has as many: half as much again as most captions.
const GLUED_WORDS: usize = 40;
/// Without a credit only a short one is told from copy.
const UNSIGNED_WORDS: usize = 45;
/// Agencies are written small, too ("afp", "getty"), and so are "and" and "via".
const SHORT_BYTES: usize = 5;
/// A caption without a full stop is longer than a label and shorter than a paragraph.
const LOOSE_CAPTION: std::ops::RangeInclusive<usize> = 6..=40;

impl Kind for Settings {
    const SUMMARY: &'static str = "captions and credits of pictures";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(PictureCheck {
            credits: compiler.phrases(&self.credits),
            agencies: compiler.phrases(&self.agencies),
            sure: compiler.phrases(&self.sure),
            likely: compiler.phrases(&self.likely),
            labels: compiler.phrases(&self.labels),
            links: compiler.phrases(&self.links),
            counters: compiler.words(self.counters),
        })
    }
}

#[derive(Debug)]
struct PictureCheck {
    credits: Option<Tag>,
    agencies: Option<Tag>,
    sure: Option<Tag>,
    likely: Option<Tag>,
    labels: Option<Tag>,
    links: Option<Tag>,
    counters: Vec<WordId>,
}

/// What a block is to a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Nothing,
    Counter,
    Credit,
    Caption,
}

impl Check for PictureCheck {
    fn stage(&self) -> Stage {
        Stage::Furniture
    }

    fn marks(&self) -> BlockKind {
        BlockKind::Caption
    }

    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let blocks = &page.document.blocks;
        let core = line::core(page);
        let mut parts: Vec<Part> = (0..blocks.len()).map(|at| self.part(page, at, &core)).collect();
        // What follows a counter, or stands between a picture's parts, is the caption.
        for at in 0..blocks.len() {
            let fixed = matches!(
                blocks[at].kind,
                BlockKind::Headline | BlockKind::Byline | BlockKind::List
            );
            // On a page a subhead is known by its element; in text it may be a caption without a stop.
            let subhead = page.document.extracted && blocks[at].kind == BlockKind::Heading;
            if parts[at] != Part::Nothing || fixed || subhead {
                continue;
            }
            let line = Line::of(page, &blocks[at]);
            let before = at.checked_sub(1).map_or(Part::Nothing, |b| parts[b]);
            let after = parts.get(at + 1).copied().unwrap_or(Part::Nothing);
            let twin = at > 0 && is_twin(page, at - 1);
            let framed = before == Part::Counter && line.words > 5
                || after == Part::Credit
                    && ((twin || matches!(before, Part::Caption | Part::Counter))
                        || !line.stopped && LOOSE_CAPTION.contains(&line.words));
            if framed && !line.speaks && !line.quoted && line.words <= CAPTION_WORDS {
                parts[at] = Part::Caption;
            }
        }
        // A gallery prints a caption twice.
        for at in (1..blocks.len()).rev() {
            if parts[at] == Part::Caption && parts[at - 1] == Part::Nothing && is_twin(page, at - 1) {
                parts[at - 1] = Part::Caption;
            }
        }
        for (block, part) in blocks.iter().zip(&parts) {
            let bare = *part == Part::Counter && Line::of(page, block).words == 0;
            if (bare || matches!(part, Part::Credit | Part::Caption)) && line::is_open(page, block) {
                let glued = (*part == Part::Caption)
                    .then(|| self.glued_to_copy(page, block))
                    .flatten();
                out.push(Hit::at(glued.unwrap_or(block.span)));
            }
        }
    }
}

impl PictureCheck {
    fn part(&self, page: &Page<'_>, at: usize, core: &Range<usize>) -> Part {
        let block = &page.document.blocks[at];
        let line = Line::of(page, block);
        let first = at == 0 && block.kind == BlockKind::Headline;
        // What the reader of a page set aside below the copy belongs to no picture in it.
        let below = page.document.extracted && block.kind == BlockKind::Noise && at >= core.end;
        if first || below || block.kind == BlockKind::Byline || line.words > CAPTION_WORDS {
            return Part::Nothing;
        }
        if self.is_counter(page, block, &line) {
            return Part::Counter;
        }
        let tokens = &page.document.tokens;
        let end = block.tokens.end;
        let leads = matches(page, self.links, block).any(|m| {
            let opens = !tokens[block.tokens.start..m.tokens.start].iter().any(Token::is_word);
            opens && m.tokens.end < end && [':', '|'].iter().any(|mark| tokens[m.tokens.end].is(*mark))
        });
        if leads {
            return Part::Nothing;
        }
        let named_only = |from: usize| {
            let rest = &tokens[from..end];
            let large = |t: &Token| t.is_capitalised() || t.case == Case::Mixed;
            // "Photos from the scene" is short, and names nobody.
            let named = rest.iter().any(large) || matches(page, self.agencies, block).any(|m| m.tokens.start >= from);
            named
                && rest.len() <= 2 * CREDIT_WORDS
                && rest
                    .iter()
                    .all(|t| !t.is_word() || large(t) || t.span.len() <= SHORT_BYTES)
        };
        // Within a sentence "courtesy of" is a phrase like any other.
        let parted = |from: usize| {
            let marks = ['(', '[', '/', '|', '.', '?', '!', '"', '\u{201d}', ')', '©'];
            line.words <= CREDIT_WORDS || from == block.tokens.start || marks.iter().any(|m| tokens[from - 1].is(*m))
        };
        let glued = glued_credit(page, block).filter(|at| named_only(at + 1));
        let credit = matches(page, self.credits, block)
            .find(|m| m.tokens.end < end && named_only(m.tokens.end) && parted(m.tokens.start))
            .map(|m| m.tokens.start)
            .or(glued);
        let agency = matches(page, self.agencies, block).find(|m| {
            let closes = !tokens[m.tokens.end..end].iter().any(Token::is_word);
            let parted = m.tokens.start > block.tokens.start
                && (matches!(
                    tokens[m.tokens.start - 1].kind,
                    TokenKind::Mark('/' | '|' | '(' | '©' | '-' | '–')
                ) || page.words(tokens[m.tokens.start - 1].span) == "via");
            // "… by about 130 rivers. – AP": the copy ends, and says whose it is.
            let behind_stop = m.tokens.start > block.tokens.start + 1
                && tokens[m.tokens.start - 1].is_dash()
                && tokens[m.tokens.start - 2].is('.');
            closes && parted && !(behind_stop && at + 1 == page.document.blocks.len())
        });
        let credit = credit.or_else(|| agency.map(|m| m.tokens.start));
        if let Some(at) = credit.filter(|_| !line.quoted) {
            let before = tokens[block.tokens.start..at].iter().filter(|t| t.is_word()).count();
            return match (
                (before <= 3 || line.capitals + line.functions + 1 >= line.words) && line.words <= CREDIT_WORDS,
                line.speaks,
            ) {
                (true, _) => Part::Credit,
                // "… the firm reported. Photograph by Ilse Wren/Northwire": copy sets no stroke between a name and an agency.
                (false, true) if glued.is_none() && !tokens[at..end].iter().any(|t| t.is('/')) => Part::Nothing,
                (false, _) => Part::Caption,
            };
        }
        // The last line of an agency's copy is its name, and says whose copy it is.
        let signed_off = at + 1 == page.document.blocks.len();
        let whole = matches(page, self.agencies, block).any(|m| {
            m.tokens == block.tokens
                && matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading)
                && at >= core.start
        });
        if whole && signed_off {
            return Part::Nothing;
        }
        if whole {
            return Part::Credit;
        }
        let ends_with_agency =
            matches(page, self.agencies, block).any(|m| m.tokens.end == end && m.tokens.start > block.tokens.start);
        if ends_with_agency && !line.stopped && line.words <= 7 && line.capitals == line.words && line.figures == 0 {
            return Part::Credit;
        }
        if line.quoted || block.kind == BlockKind::List {
            return Part::Nothing;
        }
        let opens =
            matches(page, self.labels, block).any(|m| m.tokens.start == block.tokens.start && m.tokens.end < end);
        if opens || is_labelled(page, block) || is_counted(page, block) || is_signed(page, block) && !line.speaks {
            return Part::Caption;
        }
        if line.speaks || line.words > UNSIGNED_WORDS {
            return Part::Nothing;
        }
        let likely = matches(page, self.likely, block).count();
        let sure = matches(page, self.sure, block).next().is_some();
        if sure || likely > 1 || likely == 1 && !line.stopped && LOOSE_CAPTION.contains(&line.words) {
            return Part::Caption;
        }
        Part::Nothing
    }

    /// The credit alone, where it is glued to a paragraph of the story: several sentences, more words than a caption
    /// has, and none that only a caption says. Who is told to delete the paragraph would delete the lead.
    fn glued_to_copy(&self, page: &Page<'_>, block: &Block) -> Option<Span> {
        let line = Line::of(page, block);
        let says = |tag| matches(page, tag, block).next().is_some();
        let tokens = &page.document.tokens;
        let open = block
            .tokens
            .clone()
            .rev()
            .take(CREDIT_WORDS)
            .find(|at| tokens[*at].is('('))?;
        let bracket = &tokens[open..block.tokens.end];
        let close = bracket.iter().position(|t| t.is(')'));
        let closed = close.is_some_and(|at| !bracket[at..].iter().any(Token::is_word));
        // A photographer beside the agency signs a caption.
        let named = !bracket.iter().any(|t| t.is('/') || t.is(','));
        let sentences = page.document.sentences[block.sentences.clone()].iter();
        let before = sentences
            .filter(|s| s.tokens.end <= open + 1 || s.tokens.start < open)
            .count();
        let story = before > 1 && line.words >= GLUED_WORDS && !says(self.sure) && !line.quoted;
        (story && closed && named).then(|| page.document.span_of(open..block.tokens.end))
    }

    fn is_counter(&self, page: &Page<'_>, block: &Block, line: &Line) -> bool {
        let words = page.document.tokens[block.tokens.clone()]
            .iter()
            .filter(|t| t.is_word());
        line.figures > 0
            && (line.words > 0 || line.figures == 2 && page.words(block.span).contains('/'))
            && words
                .clone()
                .all(|t| t.word != WordId::UNKNOWN && self.counters.binary_search(&t.word).is_ok())
    }
}

/// The matches of a tag inside a block.
fn matches<'a>(page: &Page<'a>, tag: Option<Tag>, block: &Block) -> impl Iterator<Item = &'a Match> {
    let all = tag.map(|t| page.matches.of(t)).unwrap_or_default();
    let first = all.partition_point(|m| m.tokens.start < block.tokens.start);
    let end = block.tokens.end;
    all[first..].iter().take_while(move |m| m.tokens.start < end)
}
