//! `capitalization`: headlines and subheads in another style than the house's.

use super::Kind;
use crate::rules::Spanned;
use crate::rules::expression::{Expression, Manner};
use crate::rules::number;
use crate::rules::{Check, Compiler, Exceptions, Hit, Page};
use crate::text::BlockKind;
use serde::Deserialize;

/// More than this share of the words must follow the style, unless a rule says otherwise: names and quoted
/// titles break it in any good headline. Vale's own figure.
const ENOUGH: f64 = 0.8;

/// `[check.capitalization]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The style of the house.
    #[serde(default)]
    style: Style,
    /// In place of a style, what every headline must match.
    regex: Option<Spanned<String>>,
    /// Words that keep their own letters, as regular expressions.
    #[serde(default)]
    except: Vec<Spanned<String>>,
    /// What a word may end in after which anything goes: ":".
    #[serde(default)]
    after: Vec<String>,
    /// More than this share of the words must follow the style.
    #[serde(default, deserialize_with = "number::share_if_any")]
    share: Option<f64>,
}

/// How a line is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// Bridge stays shut until May
    #[default]
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

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let manner = Manner {
            case: true,
            exact: true,
        };
        let regex = self.regex.as_ref().map(|regex| {
            compiler.expression(regex, 0);
            Expression::new(regex.get_ref(), manner)
        });
        Box::new(CapitalizationCheck {
            style: self.style,
            regex,
            except: Exceptions::compile(&self.except, compiler),
            after: self.after,
            share: self.share.unwrap_or(ENOUGH),
        })
    }
}

#[derive(Debug)]
struct CapitalizationCheck {
    style: Style,
    regex: Option<Expression>,
    except: Exceptions,
    after: Vec<String>,
    share: f64,
}

impl Check for CapitalizationCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let lines = page.document.blocks.iter();
        for line in lines.filter(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Heading)) {
            if !self.accepts(page.words(line.span)) {
                out.push(Hit::at(line.span));
            }
        }
    }
}

impl CapitalizationCheck {
    fn accepts(&self, line: &str) -> bool {
        if let Some(regex) = &self.regex {
            return regex.is_in(line);
        }
        let line = line.trim_end_matches(['?', '!', '.', ':']);
        let begins = |word: &&str| word.chars().any(char::is_alphanumeric);
        let words: Vec<&str> = line.split_whitespace().filter(begins).collect();
        let mut right = 0;
        let mut before = "";
        for (at, word) in words.iter().enumerate() {
            let free = self.after.iter().any(|mark| before.ends_with(mark.as_str())) || self.except.hold(word);
            // "Top-level" and "Client's" are judged by their first part.
            let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            let part = bare.split(['-', '\'', '\u{2019}']).next().unwrap_or(bare);
            if free || self.fits(at, part) {
                right += 1;
            } else if at == 0 && self.style == Style::Sentence {
                return false;
            }
            before = word;
        }
        words.is_empty() || f64::from(right) > self.share * words.len() as f64
    }

    fn fits(&self, at: usize, word: &str) -> bool {
        let capital = word.starts_with(char::is_uppercase);
        // Figures and abbreviations keep their letters in every style.
        let loud = !word.chars().any(char::is_lowercase);
        match self.style {
            Style::Sentence if at == 0 => capital || loud,
            Style::Sentence => loud || !word.chars().any(char::is_uppercase),
            // Articles and short prepositions stay small in every school of title case.
            Style::Title => capital || loud || at > 0 && word.chars().count() <= 4,
            Style::Lower => !word.chars().any(char::is_uppercase),
            Style::Upper => loud,
        }
    }
}
