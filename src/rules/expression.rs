//! Regular expressions in rules: how they are run, and what is wrong with one.

mod complaint;

use super::check::Page;
use crate::text::Span;
use memchr::memmem::Finder;
use regex::Regex;
use regex_syntax::Parser;
use regex_syntax::hir::{Hir, HirKind};
use serde::Deserialize;
use std::ops::{ControlFlow, Range};
use std::sync::OnceLock;

pub(super) use complaint::complaint;
pub use complaint::unsound;

/// A regular expression that is compiled when copy is first there in which it could match: compiling costs more
/// than all that is done for a short article.
#[derive(Debug)]
pub struct Expression {
    source: String,
    /// What every match holds.
    needed: OnceLock<Vec<Finder<'static>>>,
    program: OnceLock<Option<Program>>,
}

/// How an expression is run.
#[derive(Debug)]
enum Program {
    /// In time that grows with the copy and nothing else.
    Plain(Regex),
    /// By trying: what looks ahead or behind can be run in no other way.
    Trying(Box<fancy_regex::Regex>),
}

/// An expression that looks around gives up on a stretch of copy after so many steps. Rules of published
/// styles take below a thousand in a paragraph; this is reached within milliseconds.
const MOST_STEPS: usize = 100_000;

/// How an expression is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Does the case of letters matter?
    pub case: bool,
    /// Do an apostrophe and a space stand for themselves alone?
    pub exact: bool,
}

/// The stretch of copy that an expression is matched in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Within {
    /// Sentence by sentence.
    #[default]
    Sentence,
    /// Paragraph by paragraph; a headline is one too.
    Paragraph,
    /// The whole article.
    Article,
}

impl Expression {
    /// An expression as it is run: an apostrophe matches straight and curly ones, a space any white space,
    /// unless it is to be exact.
    #[must_use]
    pub fn new(written: &str, manner: Manner) -> Self {
        Self {
            source: prepare(written, manner),
            needed: OnceLock::new(),
            program: OnceLock::new(),
        }
    }

    /// Calls `found` with the span of each match's `group`, 0 for the whole, and of its group 1.
    pub fn find(&self, page: &Page<'_>, stretch: Span, group: usize, mut found: impl FnMut(Span, Option<Span>)) {
        let start = stretch.start as usize;
        self.each(page.words(stretch), group, |whole, one| {
            let span = |range: Range<usize>| Span::new(start + range.start, start + range.end);
            found(span(whole), one.map(span));
            ControlFlow::Continue(())
        });
    }

    /// Is there a match in the words?
    #[must_use]
    pub fn is_in(&self, words: &str) -> bool {
        let mut met = false;
        self.each(words, 0, |_, _| {
            met = true;
            ControlFlow::Break(())
        });
        met
    }

    fn each(
        &self,
        words: &str,
        group: usize,
        mut found: impl FnMut(Range<usize>, Option<Range<usize>>) -> ControlFlow<()>,
    ) {
        let needed = self.needed.get_or_init(|| {
            let mut all = Vec::new();
            if let Ok(parsed) = Parser::new().parse(&self.source) {
                needed(&parsed, &mut all);
            }
            all
        });
        if needed.iter().any(|needed| needed.find(words.as_bytes()).is_none()) {
            return;
        }
        match self.program.get_or_init(|| Program::new(&self.source)) {
            None => {}
            Some(Program::Plain(regex)) => {
                for captures in regex.captures_iter(words) {
                    if let Some(whole) = captures.get(group).filter(|m| !m.is_empty())
                        && found(whole.range(), captures.get(1).map(|m| m.range())).is_break()
                    {
                        return;
                    }
                }
            }
            Some(Program::Trying(regex)) => {
                // What cannot be decided within the steps is left alone: a rule never holds up an article.
                for captures in regex.captures_iter(words).map_while(Result::ok) {
                    if let Some(whole) = captures.get(group).filter(|m| m.start() < m.end())
                        && found(whole.range(), captures.get(1).map(|m| m.range())).is_break()
                    {
                        return;
                    }
                }
            }
        }
    }
}

impl Program {
    fn new(source: &str) -> Option<Self> {
        if let Ok(regex) = Regex::new(source) {
            return Some(Self::Plain(regex));
        }
        trying(source).ok().map(|regex| Self::Trying(Box::new(regex)))
    }
}

/// Runs of letters as they stand that every match holds: a stretch of copy without one of them, as nearly all
/// are, need not be looked at letter by letter.
fn needed(hir: &Hir, out: &mut Vec<Finder<'static>>) {
    match hir.kind() {
        HirKind::Literal(literal) => out.push(Finder::new(&literal.0).into_owned()),
        HirKind::Capture(capture) => needed(&capture.sub, out),
        HirKind::Concat(parts) => parts.iter().for_each(|part| needed(part, out)),
        HirKind::Repetition(repeat) if repeat.min > 0 => needed(&repeat.sub, out),
        _ => {}
    }
}

fn trying(source: &str) -> Result<fancy_regex::Regex, fancy_regex::Error> {
    fancy_regex::RegexBuilder::new(source)
        .backtrack_limit(MOST_STEPS)
        .build()
}

impl Within {
    /// The stretches of copy, captions and furniture left out.
    #[must_use]
    pub fn stretches(self, page: &Page<'_>) -> Vec<Span> {
        let document = page.document;
        let blocks = document.blocks.iter().filter(|b| b.kind.is_copy());
        match self {
            Self::Sentence => blocks
                .flat_map(|b| &document.sentences[b.sentences.clone()])
                .map(|s| s.span)
                .collect(),
            Self::Paragraph => blocks.map(|b| b.span).collect(),
            Self::Article => blocks.map(|b| b.span).reduce(Span::join).into_iter().collect(),
        }
    }
}

/// The pattern as it is run.
fn prepare(written: &str, manner: Manner) -> String {
    let mut out = String::from(if manner.case { "" } else { "(?i)" });
    if manner.exact {
        out.push_str(written);
        return out;
    }
    let mut class = false;
    let mut escaped = false;
    for c in written.chars() {
        match c {
            '\'' if !escaped && !class => out.push_str("['\u{2019}]"),
            '\'' if !escaped => out.push_str("'\u{2019}"),
            ' ' if !escaped && !class => out.push_str(r"\s+"),
            _ => out.push(c),
        }
        class = (class || c == '[') && (c != ']' || escaped);
        escaped = c == '\\' && !escaped;
    }
    out
}
