//! A rule's examples, held against what the rule does.

use super::Engine;
use crate::rules::written::ExampleAsWritten;
use crate::text::{Article, Body, Span};

/// What came of one example. The words are those of ast-grep's rule tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A `passes` example in which nothing was found.
    Validated,
    /// A `flags` example in which just the marked words were found.
    Reported,
    /// A `flags` example in which nothing was found.
    Missing,
    /// A `passes` example in which something was found: the words.
    Noisy(Vec<String>),
    /// A `flags` example in which other words were found: the words.
    Wrong(Vec<String>),
    /// A `should_…` example that holds by now: make it `flags` or `passes`.
    Mended,
}

impl Outcome {
    /// Is it as it should be?
    #[must_use]
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Validated | Self::Reported)
    }
}

impl Engine {
    /// Runs one rule (by its number in [`crate::rules::Rules::rules`]) on one of its examples.
    #[must_use]
    pub fn prove(&self, rule: usize, example: &ExampleAsWritten) -> Outcome {
        let marked = |text: &str| {
            let (text, marks) = unmark(text);
            let mut found = self.spans(rule, &text);
            let words = found.iter().map(|s| s.of(&text).to_owned()).collect();
            found.dedup();
            (found == marks, found.is_empty(), words)
        };
        match example {
            ExampleAsWritten { flags: Some(text), .. } => match marked(text) {
                (true, ..) => Outcome::Reported,
                (_, true, _) => Outcome::Missing,
                (_, _, words) => Outcome::Wrong(words),
            },
            ExampleAsWritten { passes: Some(text), .. } => match marked(text) {
                (_, true, _) => Outcome::Validated,
                (_, _, words) => Outcome::Noisy(words),
            },
            ExampleAsWritten {
                should_flag: Some(text),
                ..
            } => match marked(text) {
                (true, ..) => Outcome::Mended,
                _ => Outcome::Validated,
            },
            ExampleAsWritten {
                should_pass: Some(text),
                ..
            } => match marked(text) {
                (_, true, _) => Outcome::Mended,
                _ => Outcome::Reported,
            },
            _ => Outcome::Missing,
        }
    }

    /// The places that a rule hits in plain text, in order.
    fn spans(&self, rule: usize, text: &str) -> Vec<Span> {
        let article = Article {
            body: Body::Text(text.to_owned()),
            ..Article::default()
        };
        let reading = self.read(&article);
        let page = reading.page(&self.rules);
        let rule_ = &self.rules.rules[rule];
        let mut hits: Vec<_> = reading
            .furniture
            .iter()
            .filter(|(n, _)| *n == rule)
            .map(|(_, h)| h.clone())
            .collect();
        if hits.is_empty() && rule_.guards.admit_article(&page) {
            rule_.check.find(&page, &mut hits);
            hits.retain(|hit| rule_.guards.admit(hit, &page));
        }
        let spans = hits
            .iter()
            .flat_map(|h| std::iter::once(h.primary).chain(h.related.iter().copied()));
        // Spans of the document are spans of the text here: plain text is read verbatim.
        let mut spans: Vec<Span> = spans.collect();
        spans.sort_unstable();
        spans.dedup();
        spans
    }
}

/// The text without its `[[` and `]]`, and the spans they marked.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find("[[").into_iter().chain(rest.find("]]")).min() {
        text.push_str(&rest[..at]);
        if rest[at..].starts_with("[[") {
            open.push(text.len());
        } else if let Some(start) = open.pop() {
            spans.push(Span::new(start, text.len()));
        }
        rest = &rest[at + 2..];
    }
    text.push_str(rest);
    spans.sort_unstable();
    (text, spans)
}
