//! What is wrong with a pack, where, and how to mend it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::fmt::Write as _;
use std::ops::Range;

/// Columns a drawn fault may take: half a wide screen, a whole narrow one.
const WIDTH: usize = 100;

/// One thing wrong in one file of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as the pack names it.
    pub file: String,
    /// The bytes of the file it is about; `None` for the file as a whole.
    pub span: Option<Range<usize>>,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
}

impl Fault {
    /// A fault in a file; `span` is `None` where the whole file is meant.
    #[must_use]
    pub fn new(file: &str, span: Option<Range<usize>>, message: impl Into<String>) -> Self {
        Self {
            file: file.to_owned(),
            span,
            message: message.into(),
            help: None,
        }
    }

    /// Says how to mend it.
    #[must_use]
    pub fn with_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }
}

/// Draws each fault under its own line, in file order, and counts them at the end. `source` gives the
/// text of a file by its name in the fault.
pub fn draw<'a>(faults: &[Fault], source: impl Fn(&str) -> Option<&'a str>, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
    let mut sorted: Vec<&Fault> = faults.iter().collect();
    // Of two in one line the one that was come upon first is the cause of the other.
    let line = |f: &Fault| {
        let start = f.span.as_ref().map_or(0, |s| s.start);
        let before = source(&f.file).and_then(|text| text.get(..start));
        before.map_or(start, |before| before.rfind('\n').map_or(0, |at| at + 1))
    };
    sorted.sort_by_cached_key(|f| (f.file.clone(), line(f)));
    sorted.dedup();
    let mut out = String::new();
    for fault in &sorted {
        let title = Level::ERROR.primary_title(fault.message.as_str());
        let text = source(&fault.file);
        let mut group = match (&fault.span, text) {
            (Some(span), Some(text)) if text.get(span.clone()).is_some() => Group::with_title(title).element(
                Snippet::source(text)
                    .path(fault.file.as_str())
                    .annotation(AnnotationKind::Primary.span(on_one_line(text, span))),
            ),
            _ => Group::with_title(title).element(Origin::path(fault.file.as_str())),
        };
        if let Some(help) = &fault.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        out.push_str(&renderer.render(&[group]));
        out.push_str("\n\n");
    }
    let files = {
        let mut names: Vec<&str> = sorted.iter().map(|f| f.file.as_str()).collect();
        names.dedup();
        names.len()
    };
    let count = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    let _ = writeln!(out, "{} in {}", count(sorted.len(), "fault"), count(files, "file"));
    out
}

/// A span over several lines, cut at the end of its first that holds anything: the place to look is
/// where it begins.
fn on_one_line(text: &str, span: &Range<usize>) -> Range<usize> {
    let words = &text[span.clone()];
    let start = span.start + (words.len() - words.trim_start_matches(['\n', '\r']).len());
    let end = text[start..]
        .find('\n')
        .map_or(text.len(), |at| start + at)
        .min(span.end);
    start.min(span.end)..end.max(start.min(span.end))
}
