//! `capitalization`: headlines and subheads in another style than the house's.

mod ordinary;

use super::Kind;
use crate::rules::expression::{Expression, Manner};
use crate::rules::{Check, Compiler, Exceptions, Hit, Page, Spanned, number};
use crate::text::{Block, BlockKind};
use ordinary::{Body, shows_style};
use serde::Deserialize;
use std::cell::LazyCell;

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
        let body = LazyCell::new(|| Body::of(page));
        let lines = page.document.blocks.iter();
        for line in lines.filter(|b| matches!(b.kind, BlockKind::Headline | BlockKind::Heading)) {
            if !self.accepts(page, line, || &*body) {
                out.push(Hit::at(line.span));
            }
        }
    }
}

impl CapitalizationCheck {
    fn accepts<'b>(&self, page: &Page<'_>, block: &Block, body: impl Fn() -> &'b Body) -> bool {
        let line = page.words(block.span);
        if let Some(regex) = &self.regex {
            return regex.is_in(line);
        }
        let tokens = &page.document.tokens;
        let token_at = |byte: usize| tokens.partition_point(|t| (t.span.start as usize) < byte);
        // In sentence case the words that are known to be ordinary are judged, in the others all.
        let (mut right, mut wrong) = (0, 0);
        let (mut number, mut before, mut from) = (0, "", block.span.start as usize);
        for piece in line.split_inclusive(char::is_whitespace) {
            let (word, start) = (piece.trim_end(), from);
            from += piece.len();
            if !word.contains(char::is_alphanumeric) {
                continue;
            }
            let free = self.after.iter().any(|mark| before.ends_with(mark.as_str())) || self.except.hold(word);
            // "Top-level" and "Client's" are judged by their first part.
            let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            let part = bare.split(['-', '\'', '\u{2019}']).next().unwrap_or(bare);
            let at = token_at(start + word.len() - bare.len());
            let fits = free || self.fits(number, part);
            let sentence = self.style == Style::Sentence;
            if sentence && number == 0 && !fits {
                return false;
            }
            let Some(token) = tokens.get(at) else { continue };
            if !sentence || !fits && body().is_ordinary(page, at) {
                right += usize::from(fits);
                wrong += usize::from(!fits);
            } else if fits && number > 0 && part.starts_with(char::is_lowercase) {
                right += usize::from(shows_style(page, token));
            }
            (number, before) = (number + 1, word);
        }
        let enough = right as f64 > self.share * (right + wrong) as f64;
        // Names hold ordinary words too: in sentence case a headline with as many small ones is in it.
        wrong == 0 || enough || self.style == Style::Sentence && right >= wrong
    }

    fn fits(&self, at: usize, word: &str) -> bool {
        let capital = word.starts_with(char::is_uppercase);
        // Figures and abbreviations keep their letters in every style.
        let loud = !word.chars().any(char::is_lowercase);
        // So does a name that begins small: "iPhone".
        let own = word.chars().any(char::is_uppercase);
        match self.style {
            Style::Sentence if at == 0 => own || loud,
            Style::Sentence => loud || !word.chars().any(char::is_uppercase),
            // Articles and short prepositions stay small in every school of title case.
            Style::Title => capital || loud || at > 0 && word.chars().count() <= 4,
            Style::Lower => !word.chars().any(char::is_uppercase),
            Style::Upper => loud,
        }
    }
}
