//! One proof that a rule does what it says.

use super::fault::Fault;
use super::written::ExampleAsWritten;
use crate::text::Span;
use std::ops::Range;

/// What an example wants of its rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The marked words are found, and nothing else.
    Flags,
    /// Nothing is found.
    Passes,
    /// A known gap: the marked words should be found and are not.
    ShouldFlag,
    /// A known false alarm: nothing should be found and something is.
    ShouldPass,
}

impl Wanted {
    /// The key it is written under.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Flags => "flags",
            Self::Passes => "passes",
            Self::ShouldFlag => "should_flag",
            Self::ShouldPass => "should_pass",
        }
    }
}

/// One example of a rule: a piece of copy, with the words that must be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// What it wants.
    pub wanted: Wanted,
    /// The copy, without marks.
    pub copy: String,
    /// The words between `[[` and `]]`, in order.
    pub marks: Vec<Span>,
    /// Where it stands in the rule's file.
    pub span: Range<usize>,
}

impl Example {
    /// Validates an example.
    pub(super) fn validate(
        written: crate::rules::Spanned<ExampleAsWritten>,
        fault: &mut dyn FnMut(Fault),
    ) -> Option<Self> {
        let span = written.span();
        let written = written.into_inner();
        let mut given: Vec<_> = [
            (Wanted::Flags, written.flags),
            (Wanted::Passes, written.passes),
            (Wanted::ShouldFlag, written.should_flag),
            (Wanted::ShouldPass, written.should_pass),
        ]
        .into_iter()
        .filter_map(|(wanted, text)| text.map(|t| (wanted, t)))
        .collect();
        let mut say = |span: Range<usize>, message: String, help: &str| {
            fault(Fault::new("", Some(span), message).with_help(Some(help.to_owned())));
        };
        if given.len() > 1 {
            let keys: Vec<_> = given.iter().map(|(w, _)| w.key()).collect();
            say(
                span,
                format!("one example cannot be {}", super::teach::listed(&keys)),
                "give each piece of copy an [[example]] of its own",
            );
            return None;
        }
        let Some((wanted, marked)) = given.pop() else {
            say(
                span,
                "this example holds no copy".to_owned(),
                "write flags = \"copy with the [[words]] it must find\" or passes = \"copy it must leave alone\"",
            );
            return None;
        };
        let span = marked.span();
        let (copy, marks) = match unmark(marked.get_ref()) {
            Ok(read) => read,
            Err(mark) => {
                say(
                    span,
                    format!("`{mark}` has no partner in this example"),
                    "marks come in pairs: [[the words that must be found]]",
                );
                return None;
            }
        };
        match wanted {
            Wanted::Flags | Wanted::ShouldFlag if marks.is_empty() => say(
                span.clone(),
                format!("this `{}` example marks nothing", wanted.key()),
                "put [[ and ]] around exactly the words that must be found",
            ),
            Wanted::Passes | Wanted::ShouldPass if !marks.is_empty() => say(
                span.clone(),
                format!(
                    "this `{}` example marks words, and nothing is to be found in it",
                    wanted.key()
                ),
                "take the [[ and ]] out, or make it `flags`",
            ),
            _ => {}
        }
        Some(Self {
            wanted,
            copy,
            marks,
            span,
        })
    }
}

/// The text without its `[[` and `]]` and the spans they marked, or the mark that has no partner.
fn unmark(marked: &str) -> Result<(String, Vec<Span>), &'static str> {
    let (mut text, mut spans, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find("[[").into_iter().chain(rest.find("]]")).min() {
        text.push_str(&rest[..at]);
        if rest[at..].starts_with("[[") {
            open.push(text.len());
        } else {
            spans.push(Span::new(open.pop().ok_or("]]")?, text.len()));
        }
        rest = &rest[at + 2..];
    }
    text.push_str(rest);
    spans.sort_unstable();
    if open.is_empty() { Ok((text, spans)) } else { Err("[[") }
}

/// Copy with `[[` and `]]` around spans of it.
#[must_use]
pub fn mark(copy: &str, spans: &[Span]) -> String {
    // At one place a mark closes before the next opens; of two that open together the longer is first.
    let mut marks: Vec<(usize, bool, usize)> = Vec::new();
    for span in spans {
        let (start, end) = (span.start as usize, span.end as usize);
        marks.push((start, true, usize::MAX - end));
        marks.push((end, false, usize::MAX - start));
    }
    marks.sort_unstable();
    let (mut out, mut last) = (String::new(), 0);
    for (at, opens, _) in marks {
        out.push_str(copy.get(last..at).unwrap_or_default());
        out.push_str(if opens { "[[" } else { "]]" });
        last = at;
    }
    out.push_str(copy.get(last..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::{mark, unmark};

    #[test]
    fn marks_come_off_and_go_back_on() {
        for marked in ["[[a]] b [[c [[d]]]]", "no marks", "[[all]]", "[[a]][[b]]"] {
            let (copy, spans) = unmark(marked).expect("the marks are paired");
            assert_eq!(mark(&copy, &spans), marked);
        }
        assert_eq!(unmark("a [[ b"), Err("[["));
        assert_eq!(unmark("a ]] b"), Err("]]"));
    }
}
