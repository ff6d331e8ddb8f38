//! What of a sentence is counted token by token.

use super::Surface;
use crate::facts::Voice;
use crate::text::{Case, Token, TokenKind};

/// Endings of words.
#[derive(Clone, Debug)]
pub(super) struct Endings {
    all: Vec<String>,
    last: LastLetters,
}

impl Endings {
    pub(super) fn new(all: Vec<String>) -> Self {
        let mut last = LastLetters::default();
        for ending in &all {
            last.add(ending.as_bytes());
        }
        Self { all, last }
    }

    /// Their last letters.
    pub(super) fn last(&self) -> &LastLetters {
        &self.last
    }

    /// Does the word end in one of them?
    pub(super) fn end(&self, word: &[u8]) -> bool {
        self.last.may_end(word) && self.all.iter().any(|ending| word.ends_with(ending.as_bytes()))
    }
}

/// The last two letters of endings, a bit for each pair: few words end in any of them, and one look tells.
#[derive(Clone, Debug, Default)]
pub(super) struct LastLetters([u32; 32]);

impl LastLetters {
    fn add(&mut self, ending: &[u8]) {
        match ending {
            [.., before, last] => self.0[letter(*last)] |= 1 << letter(*before),
            [last] => self.0[letter(*last)] = u32::MAX,
            [] => {}
        }
    }

    /// Adds those of other endings.
    pub(super) fn join(&mut self, other: &Self) {
        for (own, more) in self.0.iter_mut().zip(other.0) {
            *own |= more;
        }
    }

    /// May the word end in one of them?
    pub(super) fn may_end(&self, word: &[u8]) -> bool {
        match word {
            [.., before, last] => self.0[letter(*last)] & (1 << letter(*before)) != 0,
            _ => true,
        }
    }
}

/// The number of a letter below 32; other bytes share numbers with letters.
fn letter(byte: u8) -> usize {
    usize::from(byte & 31)
}

/// What can be seen of a sentence without knowing its words, gathered in one pass: each token counts by
/// its share.
#[derive(Debug, Default)]
pub(super) struct Signs {
    words: f64,
    own_words: f64,
    questions: f64,
    exclamations: f64,
    breaks: f64,
    figures: f64,
    capitals: f64,
    /// Does it end with a question mark, quotation marks and brackets aside?
    asks: bool,
}

impl Signs {
    /// Counts the tokens of a sentence; `share` is what one counts by the voice it stands in.
    pub(super) fn of(tokens: &[Token], voices: &[Voice], share: impl Fn(Voice) -> f64) -> Self {
        let mut signs = Self::default();
        let mut words = 0_u32;
        for (at, (token, voice)) in tokens.iter().zip(voices).enumerate() {
            let sign = match token.kind {
                TokenKind::Word => {
                    words += 1;
                    let share = share(*voice);
                    signs.own_words += share;
                    if at > 0 && token.case != Case::Lower {
                        signs.capitals += share;
                    }
                    continue;
                }
                TokenKind::Number => &mut signs.figures,
                TokenKind::Mark('?') => &mut signs.questions,
                TokenKind::Mark('!') => &mut signs.exclamations,
                TokenKind::Mark('–' | '—' | ':' | ';') => &mut signs.breaks,
                TokenKind::Mark('-') if token.spaced => &mut signs.breaks,
                TokenKind::Mark(_) | TokenKind::Possessive => continue,
            };
            *sign += share(*voice);
        }
        signs.words = words.into();
        signs.asks = tokens.iter().rev().take(3).any(|t| t.is('?'));
        signs
    }

    pub(super) fn of_surface(&self, surface: Surface) -> f64 {
        let words = self.words.max(1.0);
        match surface {
            Surface::Question if self.asks => self.questions.min(1.0),
            Surface::Question => 0.0,
            Surface::Exclamation => self.exclamations,
            Surface::Breaks => self.breaks,
            Surface::Figures => self.figures,
            Surface::Capitals => self.capitals / words,
            Surface::Quoted => 1.0 - self.own_words / words,
        }
    }
}
