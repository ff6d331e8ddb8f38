//! Regular expressions in rules: how they are run, what is wrong with one, where, and what to write instead.

use super::check::Page;
use crate::text::Span;
use regex::Regex;
use regex_syntax::Parser;
use regex_syntax::hir::{Class, Hir, HirKind};
use serde::Deserialize;
use std::ops::Range;
use std::sync::OnceLock;

/// A regular expression that is compiled when an article is first there: compiling costs more than parsing.
#[derive(Debug)]
pub struct Expression {
    source: String,
    regex: OnceLock<Option<Regex>>,
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
    /// An expression as it is run: an apostrophe matches straight and curly ones, a space any white space.
    #[must_use]
    pub fn new(written: &str, case: bool) -> Self {
        Self {
            source: prepare(written, case),
            regex: OnceLock::new(),
        }
    }

    /// Calls `found` with the span of each match's `group`, 0 for the whole, and of its group 1.
    pub fn find(&self, page: &Page<'_>, stretch: Span, group: usize, mut found: impl FnMut(Span, Option<Span>)) {
        let Some(regex) = self.regex.get_or_init(|| Regex::new(&self.source).ok()) else {
            return;
        };
        let start = stretch.start as usize;
        let span = |m: regex::Match<'_>| Span::new(start + m.start(), start + m.end());
        for captures in regex.captures_iter(page.words(stretch)) {
            if let Some(whole) = captures.get(group).filter(|m| !m.is_empty()) {
                found(span(whole), captures.get(1).map(span));
            }
        }
    }
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
fn prepare(written: &str, case: bool) -> String {
    let mut out = String::from(if case { "" } else { "(?i)" });
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

/// Above this weight an expression is compiled on loading, to see whether it is too big. Expressions of
/// newsroom rules weigh below a thousand, and compiling them all would cost more than checking an article.
const HEAVY: usize = 100_000;

/// What is wrong with an expression: the bytes of it, the message, the help.
pub(super) type Complaint = (Option<Range<usize>>, String, Option<&'static str>);

/// What is wrong with an expression, in words; `None` if it can be run.
#[must_use]
pub fn unsound(written: &str) -> Option<String> {
    complaint(written, 0).map(|(_, message, _)| message)
}

/// Looks for what is wrong with an expression of which group `group` is flagged.
pub(super) fn complaint(written: &str, group: usize) -> Option<Complaint> {
    let hir = match Parser::new().parse(written) {
        Ok(hir) => hir,
        Err(error) => return Some(syntax(&error)),
    };
    let properties = hir.properties();
    if properties.minimum_len() == Some(0) {
        return Some((
            None,
            "this expression can match nothing at all, and nothing is everywhere".to_owned(),
            Some("every part of it may be missing: take away one `*` or `?`, or write `+` for `*`"),
        ));
    }
    if properties.minimum_len().is_none() {
        return Some((
            None,
            "this expression can never match".to_owned(),
            Some("a character class in it is empty"),
        ));
    }
    let groups = properties.explicit_captures_len();
    if group > groups {
        return Some((
            None,
            format!("`group` is {group}, and this expression has {groups} (round brackets without `?:`)"),
            Some("count the opening brackets from the left, or leave `group` out to flag the whole match"),
        ));
    }
    if weight(&hir) > HEAVY && Regex::new(written).is_err() {
        return Some((
            None,
            "this expression is too big: spelt out it takes more than 10 MB".to_owned(),
            Some("a counted repeat inside another multiplies: lower the counts, or write `+` instead"),
        ));
    }
    None
}

fn syntax(error: &regex_syntax::Error) -> Complaint {
    let (span, message) = match error {
        regex_syntax::Error::Parse(e) => (Some(e.span()), e.kind().to_string()),
        regex_syntax::Error::Translate(e) => (Some(e.span()), e.kind().to_string()),
        other => (None, other.to_string()),
    };
    let help = if message.contains("look-around") {
        "what stands before and after belongs to the rule: unless_before, unless_after, only_in_sentence"
    } else if message.contains("backreference") {
        "an expression cannot refer to its own match; the kind `repetition` finds doubled words"
    } else if message.contains("unclosed group") || message.contains("unopened group") {
        "brackets come in pairs; for the character itself write \\( or \\)"
    } else if message.contains("character class") {
        "a class is closed with ]; for the character itself write \\["
    } else if message.contains("escape") {
        "a backslash stands before d, w, s, b or a mark; for a backslash itself write \\\\"
    } else if message.contains("repetition") {
        "`*`, `+`, `?` and `{2,3}` stand after what is repeated; for the mark itself write \\*"
    } else {
        "a mark that stands for itself takes a backslash: \\. \\( \\? \\$"
    };
    let span = span.map(|s| s.start.offset..s.end.offset);
    (span, format!("this is no regular expression: {message}"), Some(help))
}

/// About how many states an expression has.
fn weight(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => class.ranges().len(),
        HirKind::Class(Class::Bytes(class)) => class.ranges().len(),
        HirKind::Repetition(repeat) => {
            let times = repeat.max.unwrap_or(repeat.min.saturating_add(1)) as usize;
            weight(&repeat.sub).saturating_mul(times.max(1))
        }
        HirKind::Capture(capture) => weight(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().fold(0, |sum, part| sum.saturating_add(weight(part)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::complaint;

    #[test]
    fn sound_expressions_raise_no_complaint() {
        for sound in [r"\d+ percent", r"(?i)\b(?:very|quite)\b", r"\w{1,40}", "[[:alpha:]]+"] {
            assert_eq!(complaint(sound, 0), None, "{sound}");
        }
        for unsound in ["a*", "(a", "(?=a)b", r"(?:\w{90}){90}", "[a&&b]", "a**{"] {
            assert!(complaint(unsound, 0).is_some(), "{unsound}");
        }
    }
}
