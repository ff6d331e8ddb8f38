//! Who says so: the table of sources.

use super::palette::{BOLD, FAINT};
use crate::render::wording::{at, counted};
use crate::report::SourceReport;
use std::fmt::Write as _;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The widest that the column of names gets: a name with its office.
const WHO: usize = 30;
/// Columns of the kind ("institution"), of the count, of the place, and the gaps between.
const KIND: usize = 11;
const TIMES: usize = 5;
const FIRST: usize = 8;
const GAPS: usize = 10;

pub(super) fn draw(sources: &[SourceReport], width: usize, out: &mut String) {
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(
        out,
        "\n{BOLD}WHO SAYS SO{BOLD:#}  {FAINT}{}{FAINT:#}",
        counted(sources.len(), "source")
    );
    if sources.is_empty() {
        out.push_str("  Nobody is quoted or named as a source.\n");
        return;
    }
    let widest = sources.iter().map(|s| s.who.width()).max().unwrap_or(0);
    let who = widest.clamp("who".len(), WHO);
    let verbs = width.saturating_sub(who + KIND + TIMES + FIRST + GAPS).max(8);
    let mut row = |cells: [&str; 5]| {
        let [name, kind, times, verb, first] = cells;
        let (name, verb) = (fit(name, who), fit(verb, verbs));
        let line = format!("  {name}  {kind:KIND$}  {times:>TIMES$}  {verb}  {first}");
        let _ = writeln!(out, "{}", line.trim_end());
    };
    row(["who", "sort", "times", "verbs", "first"]);
    for source in sources {
        let (times, words) = (source.count.to_string(), source.verbs.join(", "));
        row([&source.who, &source.kind, &times, &words, &at(&source.first)]);
    }
}

/// Cut or filled to just so many columns.
fn fit(words: &str, columns: usize) -> String {
    let width = words.width();
    if width <= columns {
        return format!("{words}{}", " ".repeat(columns - width));
    }
    let mut room = columns.saturating_sub(1);
    let kept = words.chars().take_while(|c| {
        let fits = c.width().unwrap_or(0) <= room;
        room = room.saturating_sub(c.width().unwrap_or(0));
        fits
    });
    let kept: String = kept.collect();
    let gap = columns.saturating_sub(kept.width() + 1);
    format!("{kept}…{}", " ".repeat(gap))
}
