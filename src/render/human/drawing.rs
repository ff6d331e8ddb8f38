//! The article's own sentence, wrapped, with the flagged words marked under it.

use super::palette::{FAINT, of_severity};
use crate::render::excerpt::{holds, seen};
use crate::render::wording::at;
use crate::report::{FindingReport, Place};
use crate::text::{Article, inert};
use anstyle::Style;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthChar;

/// Lines without a mark that are shown before and after one: enough to know where one is.
const AROUND: usize = 1;
/// A run of marked lines is cut after this many: the beginning says which words are meant.
const MOST_MARKED: usize = 6;

/// A character with the mark under it: a space for none.
type Marked = (char, char);

pub(super) fn draw(finding: &FindingReport, article: &Article, width: usize, out: &mut String) {
    let excerpts = excerpts(finding);
    let label = excerpts.iter().map(|e| e.label.chars().count()).max().unwrap_or(0);
    let room = width.saturating_sub(label + 5).max(20);
    for excerpt in &excerpts {
        let field = excerpt.around.field;
        let chars: Vec<Marked> = seen(article, field, excerpt.around.start, excerpt.around.end)
            .into_iter()
            .map(|s| {
                let mark = excerpt.marks.iter().find(|(place, _)| holds(place, field, s.at));
                (inert(s.char), mark.map_or(' ', |(_, mark)| *mark))
            })
            .collect();
        let lines = wrap(&chars, room);
        let mut name = excerpt.label.as_str();
        let kept = kept(&lines);
        for (number, line) in lines.iter().enumerate() {
            if kept[number] {
                write_line(&mut name, label, line, of_severity(finding.severity), out);
            } else if number == 0 || kept[number - 1] {
                write_line(&mut name, label, &[('…', ' ')], Style::new(), out);
            }
        }
    }
}

/// A sentence to draw, with its marks.
struct Excerpt<'a> {
    label: String,
    around: &'a Place,
    marks: Vec<(&'a Place, char)>,
}

/// The sentences around a finding's places, in text order; places in one sentence share it.
fn excerpts(finding: &FindingReport) -> Vec<Excerpt<'_>> {
    let primary = std::iter::once((&finding.primary, '^'));
    let places = primary.chain(finding.related.iter().map(|p| (p, '~')));
    let mut out: Vec<Excerpt<'_>> = Vec::new();
    for (number, mark) in places.enumerate() {
        // A report that was made elsewhere may not say which sentence: the place alone is drawn then.
        let around = finding.sentences.get(number).unwrap_or(mark.0);
        let same = |e: &&mut Excerpt<'_>| {
            e.around.field == around.field && e.around.start < around.end && around.start < e.around.end
        };
        match out.iter_mut().find(same) {
            Some(excerpt) => {
                excerpt.marks.push(mark);
                if around.end - around.start > excerpt.around.end - excerpt.around.start {
                    excerpt.around = around;
                }
            }
            None => out.push(Excerpt {
                label: at(mark.0),
                around,
                marks: vec![mark],
            }),
        }
    }
    out.sort_by_key(|e| (e.around.field, e.around.start));
    out
}

/// Which lines are shown: those near a mark, and of a long run of marked lines the first and the last.
fn kept(lines: &[Vec<Marked>]) -> Vec<bool> {
    let marked: Vec<bool> = lines.iter().map(|l| l.iter().any(|(_, m)| *m != ' ')).collect();
    let mut run = 0;
    (0..lines.len())
        .map(|n| {
            run = if marked[n] { run + 1 } else { 0 };
            let goes_on = marked.get(n + 1).copied().unwrap_or(false);
            let near = (n.saturating_sub(AROUND)..=n + AROUND).any(|m| marked.get(m) == Some(&true));
            near && (run <= MOST_MARKED || !goes_on)
        })
        .collect()
}

/// Breaks at spaces; a word longer than a line is broken where the line ends.
fn wrap(chars: &[Marked], room: usize) -> Vec<Vec<Marked>> {
    let mut lines: Vec<Vec<Marked>> = Vec::new();
    let (mut line, mut width) = (Vec::new(), 0);
    for &(char, mark) in chars {
        let columns = char.width().unwrap_or(0);
        if width + columns > room {
            let space = line.iter().rposition(|(c, _): &Marked| *c == ' ');
            let rest = match space {
                _ if char == ' ' => Vec::new(),
                Some(space) => line.split_off(space + 1),
                None => Vec::new(),
            };
            lines.push(std::mem::replace(&mut line, rest));
            width = line.iter().map(|(c, _)| c.width().unwrap_or(0)).sum();
            if char == ' ' {
                continue;
            }
        }
        line.push((char, mark));
        width += columns;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    for line in &mut lines {
        while line.last().is_some_and(|(c, _)| *c == ' ') {
            line.pop();
        }
    }
    lines
}

/// Writes a line of the article and, where something is marked, the line of marks under it. The label
/// stands beside the first.
fn write_line(label: &mut &str, room: usize, line: &[Marked], colour: Style, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = write!(out, "  {FAINT}{label:>room$} │{FAINT:#} ");
    *label = "";
    // One escape for a run of letters: a log with one for each is twenty times as long.
    for run in line.chunk_by(|a, b| (a.1 == ' ') == (b.1 == ' ')) {
        let letters: String = run.iter().map(|(char, _)| *char).collect();
        if run.first().is_some_and(|(_, mark)| *mark != ' ') {
            let _ = write!(out, "{colour}{letters}{colour:#}");
        } else {
            out.push_str(&letters);
        }
    }
    out.push('\n');
    if line.iter().any(|(_, mark)| *mark != ' ') {
        let marks: String = line
            .iter()
            .flat_map(|(char, mark)| std::iter::repeat_n(*mark, char.width().unwrap_or(0)))
            .collect();
        let marks = marks.trim_end();
        let _ = writeln!(out, "  {FAINT}{:>room$} │{FAINT:#} {colour}{marks}{colour:#}", "");
    }
}
