//! `capitalization`: headlines and subheads in another style than the house's.

use super::Kind;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::BlockKind;
use serde::Deserialize;

/// The share of words that must follow the style: names and quoted titles break it in any good headline.
const ENOUGH: f64 = 0.8;

/// `[check.capitalization]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The style of the house.
    style: Style,
    /// Words that keep their own letters.
    #[serde(default)]
    except: Vec<String>,
}

/// How a line is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// Bridge stays shut until May
    Sentence,
    /// Bridge Stays Shut Until May
    Title,
    /// bridge stays shut until may
    Lower,
    /// BRIDGE STAYS SHUT UNTIL MAY
    Upper,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "headlines and subheads in another style than the house's";

    fn compile(self, _: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(CapitalizationCheck {
            style: self.style,
            except: self.except,
        })
    }
}

#[derive(Debug)]
struct CapitalizationCheck {
    style: Style,
    except: Vec<String>,
}

impl Check for CapitalizationCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let lines = page.document.blocks.iter();
        for line in lines.filter(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Heading)) {
            let tokens = page.document.tokens[line.tokens.clone()].iter();
            let words = tokens.filter(|t| t.is_word()).map(|t| page.words(t.span));
            let words: Vec<&str> = words.filter(|w| !self.except.iter().any(|e| e == w)).collect();
            let right = words
                .iter()
                .enumerate()
                .filter(|(at, word)| self.fits(*at, word))
                .count();
            if !words.is_empty() && (right as f64) < ENOUGH * words.len() as f64 {
                out.push(Hit::at(line.span));
            }
        }
    }
}

impl CapitalizationCheck {
    fn fits(&self, at: usize, word: &str) -> bool {
        let capital = word.starts_with(char::is_uppercase);
        let shout = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        match self.style {
            Style::Sentence if at == 0 => capital,
            Style::Sentence => !capital || shout,
            // Articles and short prepositions stay small in every school of title case.
            Style::Title => capital || at > 0 && word.chars().count() <= 4,
            Style::Lower => !capital,
            Style::Upper => !word.chars().any(char::is_lowercase),
        }
    }
}
