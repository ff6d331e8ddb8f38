//! Markdown, by its events with their exact byte ranges.

use super::{RawBlock, Reading};
use crate::text::{BlockKind, Field, Span};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Appends the copy of a Markdown body.
pub fn read(source: &str, reading: &mut Reading) {
    let mut state = State {
        open: None,
        quotes: 0,
        images: 0,
        items: 0,
        front: front_matter(source),
    };
    let base = state.front;
    for (event, range) in Parser::new_ext(&source[base..], options()).into_offset_iter() {
        state.event(&event, &(base + range.start..base + range.end), source, reading);
    }
    state.close(reading);
}

/// Does copy without a name begin like Markdown, so that plain copy never does by chance? It has front matter, or its
/// first line is a heading (`# `) and there is another sign: a link, a second heading, a list, a quotation, emphasis.
#[must_use]
pub fn is_markdown(source: &str) -> bool {
    let front = front_matter(source);
    let mut inside = source[..front].lines().skip(1).filter(|line| !line.trim().is_empty());
    if inside.next().is_some_and(is_key) {
        return true;
    }
    let mut lines = source.lines().map(str::trim_end).filter(|line| !line.is_empty());
    if !lines.next().is_some_and(is_heading) {
        return false;
    }
    let marked = |line: &str| {
        let item = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        ["- ", "* ", "+ ", "> ", ". "].iter().any(|mark| item.starts_with(mark))
    };
    let emphasis = |line: &str| ["*", "_"].iter().any(|mark| line.matches(mark).count() > 1);
    lines.any(|line| is_heading(line) || marked(line) || emphasis(line) || line.contains("]("))
}

/// "# Heading", with one to six signs.
fn is_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - words.len())) && words.starts_with(' ') && words.contains(char::is_alphabetic)
}

/// "title: Bridge shut", a line of front matter. Copy that says "Update: …" between two rules does so in capitals.
fn is_key(line: &str) -> bool {
    let Some((key, _)) = line.split_once(':') else {
        return false;
    };
    key.starts_with(char::is_lowercase) && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

/// Metadata between two lines of `---` at the top; the copy begins after it.
fn front_matter(source: &str) -> usize {
    let Some(rest) = source.strip_prefix("---\n").or_else(|| source.strip_prefix("---\r\n")) else {
        return 0;
    };
    let opened = source.len() - rest.len();
    let mut at = opened;
    for line in rest.split_inclusive('\n') {
        at += line.len();
        if line.trim_end() == "---" {
            return at;
        }
    }
    0
}

/// Farther than this from some bytes the beginning or the end of their paragraph is not looked for: no paragraph of
/// a newspaper is longer, and a long one is not read again for every finding in it.
const REACH: usize = 8 * 1024;

/// The characters that a reader sees of some bytes of Markdown, each with the byte it was read from: the marks around
/// words and the addresses of links are left out.
#[must_use]
pub fn shown(source: &str, start: usize, end: usize) -> Vec<(char, usize)> {
    let from = source.floor_char_boundary(start.saturating_sub(REACH));
    let to = source.ceil_char_boundary((end + REACH).min(source.len()));
    let blank = |text: &str| [text.rfind("\n\n"), text.rfind("\n\r\n")].into_iter().flatten().max();
    let (before, behind) = (source.get(from..start), source.get(end..to));
    let from = before.and_then(blank).map_or(from, |at| from + at + 1);
    let to = behind
        .and_then(|text| [text.find("\n\n"), text.find("\n\r\n")].into_iter().flatten().min())
        .map_or(to, |at| end + at + 1);
    let mut out = Vec::new();
    for (event, range) in Parser::new_ext(&source[from..to], options()).into_offset_iter() {
        let range = from + range.start..from + range.end;
        let within = |at: usize| start <= at && at < end;
        match event {
            Event::Text(text) | Event::Code(text) => {
                // What is written otherwise than it is read, as &amp; is, stands where it begins.
                let written = source.get(range.clone()).and_then(|raw| raw.find(&*text));
                for (at, char) in text.char_indices() {
                    let at = written.map_or(range.start, |begin| range.start + begin + at);
                    if within(at) {
                        out.push((char, at));
                    }
                }
            }
            Event::SoftBreak | Event::HardBreak if within(range.start) => out.push((' ', range.start)),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                let at = range.end.saturating_sub(1);
                if within(at) {
                    out.push((' ', at));
                }
            }
            _ => {}
        }
    }
    out
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES
}

struct State {
    /// Start in the text and kind of the block being read.
    open: Option<(usize, BlockKind)>,
    quotes: usize,
    images: usize,
    items: usize,
    front: usize,
}

impl State {
    fn event(&mut self, event: &Event<'_>, range: &std::ops::Range<usize>, source: &str, reading: &mut Reading) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let first = reading.blocks.iter().all(|b| b.kind != BlockKind::Headline);
                let kind = if *level == HeadingLevel::H1 && first {
                    BlockKind::Headline
                } else {
                    BlockKind::Heading
                };
                self.begin(kind, reading);
            }
            Event::Start(Tag::Paragraph | Tag::HtmlBlock) => {
                let kind = if self.quotes > 0 {
                    BlockKind::Quote
                } else if self.items > 0 {
                    BlockKind::List
                } else {
                    BlockKind::Paragraph
                };
                self.begin(kind, reading);
            }
            Event::Start(Tag::Item) => {
                self.items += 1;
                self.begin(BlockKind::List, reading);
            }
            Event::Start(Tag::TableRow | Tag::TableHead | Tag::CodeBlock(_)) => self.begin(BlockKind::List, reading),
            Event::Start(Tag::BlockQuote(_)) => self.quotes += 1,
            Event::Start(Tag::Image { .. }) => self.images += 1,
            Event::End(TagEnd::BlockQuote(_)) => self.quotes = self.quotes.saturating_sub(1),
            Event::End(TagEnd::Item) => {
                self.items = self.items.saturating_sub(1);
                self.close(reading);
            }
            Event::End(TagEnd::Image) => self.images = self.images.saturating_sub(1),
            Event::End(
                TagEnd::Heading(_)
                | TagEnd::Paragraph
                | TagEnd::TableRow
                | TagEnd::TableHead
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock,
            ) => self.close(reading),
            Event::End(TagEnd::TableCell) => reading.text.push_str("  "),
            // The words for a picture that cannot be shown are no copy.
            Event::Text(_) | Event::Code(_) if self.images > 0 => {}
            Event::Text(text) => self.text(text, range, source, reading),
            Event::Code(text) => {
                // A line break inside is a space in the words: then the marks around them belong to the piece.
                let inner = source[range.clone()].find(text.as_ref()).map(|i| range.start + i);
                let whole = inner.map_or(range.clone(), |start| start..start + text.len());
                self.text(text, &whole, source, reading);
            }
            Event::SoftBreak | Event::HardBreak => self.text(" ", range, source, reading),
            _ => {}
        }
    }

    fn begin(&mut self, kind: BlockKind, reading: &mut Reading) {
        self.close(reading);
        reading.part();
        self.open = Some((reading.text.len(), kind));
    }

    fn text(&mut self, text: &str, range: &std::ops::Range<usize>, source: &str, reading: &mut Reading) {
        if self.open.is_none() {
            self.begin(
                if self.items > 0 {
                    BlockKind::List
                } else {
                    BlockKind::Paragraph
                },
                reading,
            );
        }
        if source.get(range.clone()) == Some(text) {
            reading.verbatim(text, Field::Markdown, range.start);
        } else {
            reading.replaced(text, Field::Markdown, range.start, range.len());
        }
    }

    fn close(&mut self, reading: &mut Reading) {
        if let Some((start, kind)) = self.open.take() {
            reading.blocks.push(RawBlock {
                span: Span::new(start, reading.text.len()),
                kind,
            });
        }
    }
}

#[cfg(test)]
mod tests;
