//! The article with the flagged words marked.

use super::Numbered;
use super::sweep::Sweep;
use crate::render::escape::write_escaped;
use crate::render::excerpt::{Seen, seen};
use crate::report::{Place, Report};
use crate::text::{Article, BlockKind, Field};
use std::fmt::Write as _;

pub(super) fn draw(report: &Report, article: &Article, findings: &[Numbered<'_>], prefix: &str, out: &mut String) {
    let marks = marks(findings);
    let mut sweep = Sweep::new(&marks);
    let blocks = blocks(report, article);
    // They may stand in another order than in the source, and are written in that of the source.
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    order.sort_by_key(|at| (blocks[*at].field, blocks[*at].start));
    let mut drawn = vec![String::new(); blocks.len()];
    for at in order {
        let block = &blocks[at];
        let (open, close) = element(block.kind);
        let out = &mut drawn[at];
        let _ = write!(out, "{open}<span class=\"line\">{}</span>", block.line);
        let chars = seen(article, block.field, block.start, block.end);
        words(&chars, block.field, &mut sweep, prefix, out);
        let _ = writeln!(out, "{close}");
    }
    out.push_str("<article>\n");
    out.extend(drawn);
    out.push_str("</article>\n");
}

/// A part of the article to draw.
struct Part {
    field: Field,
    start: usize,
    end: usize,
    line: usize,
    kind: BlockKind,
}

/// The blocks of the analysis, or the lines of the article where there is none.
fn blocks(report: &Report, article: &Article) -> Vec<Part> {
    if let Some(analysis) = &report.analysis {
        let part = |b: &crate::report::BlockReport| Part {
            field: b.place.field,
            start: b.place.start,
            end: b.place.end,
            line: b.place.line,
            kind: b.kind,
        };
        return analysis.blocks.iter().map(part).collect();
    }
    let fields = [
        (Field::Headline, BlockKind::Headline),
        (Field::Standfirst, BlockKind::Standfirst),
        (article.body.field(), BlockKind::Paragraph),
    ];
    let mut out = Vec::new();
    for (field, kind) in fields {
        let mut start = 0;
        for (i, line) in article.field(field).split_inclusive('\n').enumerate() {
            let end = start + line.len();
            if !line.trim().is_empty() {
                out.push(Part {
                    field,
                    start,
                    end,
                    line: i + 1,
                    kind,
                });
            }
            start = end;
        }
    }
    out
}

fn element(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Headline => ("<h2 class=\"headline\">", "</h2>"),
        BlockKind::Standfirst => ("<p class=\"standfirst\">", "</p>"),
        BlockKind::Heading => ("<h3>", "</h3>"),
        BlockKind::Quote => ("<blockquote><p>", "</p></blockquote>"),
        BlockKind::Byline | BlockKind::Dateline => ("<p class=\"byline\">", "</p>"),
        BlockKind::Caption => ("<p class=\"caption\">", "</p>"),
        BlockKind::List => ("<p class=\"item\">", "</p>"),
        BlockKind::Noise => ("<p class=\"noise\">", "</p>"),
        BlockKind::Paragraph => ("<p>", "</p>"),
    }
}

/// A place with the finding it belongs to.
pub(super) struct Mark<'a> {
    pub(super) place: &'a Place,
    /// The finding's number on the page.
    number: usize,
    /// The place's number in the finding.
    half: usize,
    severity: &'static str,
}

/// All places of all findings; the gravest finding first, since the list is in that order.
fn marks<'a>(findings: &[Numbered<'a>]) -> Vec<Mark<'a>> {
    let mut out = Vec::new();
    for (number, finding) in findings {
        let places = std::iter::once(&finding.primary).chain(&finding.related);
        out.extend(places.enumerate().map(|(half, place)| Mark {
            place,
            number: *number,
            half,
            severity: finding.severity.name(),
        }));
    }
    out
}

/// Writes words with their marks. Where marks overlap, the gravest gives the colour; each has its number
/// where it ends.
fn words(chars: &[Seen], field: Field, sweep: &mut Sweep<'_>, prefix: &str, out: &mut String) {
    let marks = sweep.marks;
    let mut open: Option<usize> = None;
    for (i, seen) in chars.iter().enumerate() {
        sweep.go_to(field, seen.at);
        let on_top = sweep.open.first().copied();
        if on_top != open {
            close(open, out);
            if let Some(mark) = on_top.map(|m| &marks[m]) {
                let _ = write!(
                    out,
                    "<mark class=\"{}\"><a href=\"#{prefix}-f{}\">",
                    mark.severity, mark.number
                );
            }
            open = on_top;
        }
        // Writing to a string cannot fail, here and below.
        let _ = write_escaped(seen.char, out);
        let next = chars.get(i + 1).map_or(usize::MAX, |s| s.at);
        let ended = sweep.end_before(next);
        if !ended.is_empty() {
            close(open.take(), out);
            for mark in ended.iter().map(|m| &marks[*m]) {
                let _ = write!(
                    out,
                    "<sup id=\"{prefix}-m{}-{}\"><a href=\"#{prefix}-f{}\">{}</a></sup>",
                    mark.number, mark.half, mark.number, mark.number
                );
            }
        }
    }
    close(open, out);
}

fn close(open: Option<usize>, out: &mut String) {
    if open.is_some() {
        out.push_str("</a></mark>");
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::render::html) fn place(field: Field, start: usize, end: usize) -> Place {
        Place {
            field,
            start,
            end,
            line: 1,
            column: 1,
            quote: String::new(),
        }
    }

    pub(in crate::render::html) fn mark(place: &Place, number: usize) -> Mark<'_> {
        Mark {
            place,
            number,
            half: 0,
            severity: "minor",
        }
    }
}
