//! `pattern`: regular expressions, for what phrases cannot say.

use super::Kind;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::Span;
use regex::Regex;
use serde::Deserialize;
use std::sync::OnceLock;
use toml::Spanned;

/// `[check.pattern]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// A regular expression in the syntax of the `regex` crate, matched sentence by sentence.
    regex: Spanned<String>,
    /// Does the case of letters matter?
    #[serde(default)]
    case: bool,
    /// The group that is flagged; the whole match if it is not given.
    #[serde(default)]
    group: usize,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a regular expression within a sentence";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let source = prepare(self.regex.get_ref(), self.case);
        // Compiling costs more than parsing; it waits until an article is there.
        compiler.expression(&self.regex, self.group);
        Box::new(PatternCheck {
            source,
            regex: OnceLock::new(),
            group: self.group,
        })
    }
}

/// The pattern as it is run: an apostrophe matches straight and curly ones, a space any white space.
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

#[derive(Debug)]
struct PatternCheck {
    source: String,
    regex: OnceLock<Option<Regex>>,
    group: usize,
}

impl Check for PatternCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let Some(regex) = self.regex.get_or_init(|| Regex::new(&self.source).ok()) else {
            return;
        };
        for sentence in &page.document.sentences {
            if !page.document.kind_of(sentence).is_copy() {
                continue;
            }
            let words = page.words(sentence.span);
            for found in regex.captures_iter(words) {
                if let Some(group) = found.get(self.group).filter(|g| !g.is_empty()) {
                    let start = sentence.span.start as usize;
                    out.push(Hit::at(Span::new(start + group.start(), start + group.end())));
                }
            }
        }
    }
}
