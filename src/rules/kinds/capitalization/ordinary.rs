//! Which capitals of a headline belong to names: all but those of words that are known to be written small.

use crate::facts::{Class, LIGHT};
use crate::rules::Page;
use crate::text::{Block, BlockKind, Case, Token};
use rustc_hash::FxHashSet;

/// Words of speech, whose capital in a headline is the style's: "Council Says No".
const VERBS: [Class; 4] = [
    Class::CueNeutral,
    Class::CueAssertive,
    Class::CueDoubting,
    Class::CueConceding,
];
/// Shorter words that join are small in every style, and so show none.
const JOINING_BYTES: u32 = 4;

/// How the body writes its words.
pub(super) struct Body {
    /// The words that stand in it in small letters.
    small: FxHashSet<u32>,
    /// Two words with capitals, side by side: parts of a name.
    names: FxHashSet<(u32, u32)>,
}

impl Body {
    pub(super) fn of(page: &Page<'_>) -> Self {
        let (mut small, mut names) = (FxHashSet::default(), FxHashSet::default());
        let is_copy = |b: &&Block| matches!(b.kind, BlockKind::Paragraph | BlockKind::List | BlockKind::Quote);
        for block in page.document.blocks.iter().filter(is_copy) {
            let tokens = &page.document.tokens[block.tokens.clone()];
            small.extend(
                tokens
                    .iter()
                    .filter(|t| t.is_word() && t.case == Case::Lower)
                    .map(|t| t.hash),
            );
            let pairs = tokens.windows(2).filter(|pair| pair.iter().all(Token::is_capitalised));
            names.extend(pairs.map(|pair| (pair[0].hash, pair[1].hash)));
        }
        Self { small, names }
    }

    /// Is the word at this place of a line one that is written small where the style asks for no capital?
    pub(super) fn is_ordinary(&self, page: &Page<'_>, at: usize) -> bool {
        let tokens = &page.document.tokens;
        let token = &tokens[at];
        let pair = |first: Option<&Token>, second: Option<&Token>| {
            first
                .zip(second)
                .is_some_and(|(a, b)| self.names.contains(&(a.hash, b.hash)))
        };
        // "May" is a month and a verb; in a headline with a capital it is the month.
        let dated = page.lexicon.any(token.word, &[Class::Month, Class::Weekday]);
        let named = dated
            || token.case == Case::Mixed
            || pair(at.checked_sub(1).map(|before| &tokens[before]), Some(token))
            || pair(Some(token), tokens.get(at + 1));
        let known = self.small.contains(&token.hash)
            || page.lexicon.any(token.word, &LIGHT)
            || page.lexicon.any(token.word, &VERBS);
        known && !named
    }
}

/// Does a word in small letters say anything about the style? "Of" is small in every one.
pub(super) fn shows_style(page: &Page<'_>, token: &Token) -> bool {
    token.span.end - token.span.start > JOINING_BYTES || !page.lexicon.any(token.word, &LIGHT)
}
