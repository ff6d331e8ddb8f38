//! What is known of a line before any rule judges it.

use super::check::Page;
use crate::facts::{Class, LIGHT, Lexicon};
use crate::text::{Block, BlockKind, Case, Document, Field, TokenKind};
use std::ops::Range;

/// Words that hold a sentence together: what furniture has few of (jusText's stop words).
const FUNCTION: &[Class] = &LIGHT;
/// Words that tell who said something: furniture quotes nobody.
const SPEECH: &[Class] = &[
    Class::CueNeutral,
    Class::CueAssertive,
    Class::CueDoubting,
    Class::CueConceding,
];

/// A sentence of this many words is copy, not a label.
const SENTENCE_WORDS: usize = 11;
/// As many words without a full stop are copy that lost it: jusText's lower bound for long text is 70
/// characters, and a caption or a teaser headline seldom passes 20 words.
const UNSTOPPED_WORDS: usize = 28;

/// Copy begins at most this many lines after its first sentence: a standfirst, a stamp, a byline, a caption.
const STANDFIRST_LINES: usize = 12;

/// One line in numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Line {
    /// Its words.
    pub words: usize,
    /// Its figures.
    pub figures: usize,
    /// Words in capitals or with a capital, function words left out.
    pub capitals: usize,
    /// Words all in capitals.
    pub shouted: usize,
    /// Articles, prepositions, pronouns and their kin.
    pub functions: usize,
    /// Bars, bullets, at-signs and other marks that part things rather than sentences.
    pub bars: usize,
    /// Does a full stop, a question mark or an exclamation mark end it?
    pub stopped: bool,
    /// Does a quotation mark open it?
    pub quoted: bool,
    /// Does it tell who said something?
    pub speaks: bool,
}

impl Line {
    /// The numbers of a block.
    #[must_use]
    pub fn of(page: &Page<'_>, block: &Block) -> Self {
        let blocks = &page.document.blocks;
        let at = blocks.partition_point(|b| b.span.start < block.span.start);
        page.lines.get(at).copied().unwrap_or_default()
    }

    /// Counts all blocks of a document, in order: what a block is taken for may change, its words do not.
    #[must_use]
    pub fn all(document: &Document, lexicon: &Lexicon) -> Vec<Self> {
        let blocks = document.blocks.iter();
        blocks.map(|block| Self::count(document, lexicon, block)).collect()
    }

    fn count(document: &Document, lexicon: &Lexicon, block: &Block) -> Self {
        let mut line = Self::default();
        for token in &document.tokens[block.tokens.clone()] {
            match token.kind {
                TokenKind::Number => line.figures += 1,
                TokenKind::Mark('|' | '•' | '·' | '@' | '#' | '›' | '»' | '>' | '/' | '©' | '_' | '*') => {
                    line.bars += 1;
                }
                TokenKind::Mark(_) | TokenKind::Possessive => {}
                TokenKind::Word => {
                    line.words += 1;
                    let function = lexicon.any(token.word, FUNCTION);
                    line.functions += usize::from(function);
                    line.capitals += usize::from(!function && token.is_capitalised());
                    line.shouted += usize::from(token.case == Case::Upper);
                    line.speaks |= lexicon.any(token.word, SPEECH) && tells(document.words(token.span));
                }
            }
        }
        let text = document.words(block.span);
        line.stopped = ends_sentence(text);
        line.quoted = text.starts_with(['"', '\u{201c}', '\u{2018}', '\'', '«', '\u{201e}']);
        line
    }

    /// Is it running copy: a sentence, or too long for anything else?
    #[must_use]
    pub fn is_sentence(&self) -> bool {
        let few = if self.quoted || self.speaks { 5 } else { SENTENCE_WORDS };
        (self.stopped && self.words >= few) || self.words >= UNSTOPPED_WORDS
    }
}

/// Is a reporting verb in a form that tells what was said ("said", "says", "argued")? "Write to us" and
/// "this report" do not.
fn tells(word: &str) -> bool {
    const ENDINGS: &[&str] = &["ed", "said", "says", "told", "tells", "wrote", "writes"];
    ENDINGS.iter().any(|e| word.ends_with(e))
}

/// Does a mark that ends a sentence or leads to the next end the line, quotation marks and brackets aside?
#[must_use]
pub fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '\u{201d}', '\u{2019}', '\'', ')', ']', '»'])
        .ends_with(['.', '!', '?', '…', ':'])
}

/// The blocks from the first to the last that are running copy; what lies outside is the margins.
///
/// A sentence with no other after it is a standfirst or a caption, unless there is no better beginning.
#[must_use]
pub fn core(page: &Page<'_>) -> Range<usize> {
    let blocks = &page.document.blocks;
    let is_copy: Vec<bool> = blocks
        .iter()
        .map(|b| (b.kind.is_body() || b.kind == BlockKind::Standfirst) && Line::of(page, b).is_sentence())
        .collect();
    let Some(only) = is_copy.iter().position(|c| *c) else {
        return 0..blocks.len();
    };
    let first = is_copy.windows(2).position(|pair| pair[0] && pair[1]).unwrap_or(only);
    let last = is_copy.iter().rposition(|c| *c).unwrap_or(first);
    first.min(only + STANDFIRST_LINES)..last + 1
}

/// May a rule of furniture speak about a block? Not twice, and not about a headline from a field of its own.
#[must_use]
pub fn is_open(page: &Page<'_>, block: &Block) -> bool {
    match block.kind {
        BlockKind::Noise | BlockKind::Caption => false,
        BlockKind::Headline | BlockKind::Standfirst => page
            .document
            .origin
            .locate(block.span)
            .is_some_and(|(field, _)| !matches!(field, Field::Headline | Field::Standfirst)),
        _ => true,
    }
}
