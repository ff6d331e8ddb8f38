//! Who says so: the table of sources.

use super::palette::{BOLD, FAINT};
use crate::render::wording::{at, beside_sources, counted};
use crate::render::wrap::wrap;
use crate::report::{Report, SourceReport};
use crate::text::inert_words;
use std::fmt::Write as _;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The widest that the column of names gets: a long name in full.
const WHO: usize = 26;
/// The widest that the column of offices gets: the rest stands in the other reports.
const ROLE: usize = 20;
/// Columns of the kind ("institution"), of the count, of the place, and the gaps between.
const KIND: usize = 11;
const TIMES: usize = 5;
const FIRST: usize = 8;
const GAPS: usize = 10;
/// The column of verbs has at least so many.
const VERBS: usize = 8;
/// Windows narrower than this have no column of verbs: who speaks matters more.
const ROOM: usize = 60;
/// Fewer columns tell no office: "mayor of …".
const LEAST_ROLE: usize = 10;

pub(super) fn draw(report: &Report, width: usize, out: &mut String) {
    let sources = &report.sources;
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(
        out,
        "\n{BOLD}WHO SAYS SO{BOLD:#}  {FAINT}{}{FAINT:#}",
        counted(sources.len(), "source")
    );
    if sources.is_empty() {
        out.push_str("  Nobody is quoted or named as a source.\n");
    } else {
        table(report, width, out);
    }
    for (label, line) in beside_sources(&report.sourcing) {
        let line = format!("{label}: {line}");
        let _ = writeln!(out, "{}", wrap(&line, width, "  ", "    "));
    }
}

fn table(report: &Report, width: usize, out: &mut String) {
    let sources = &report.sources;
    let widest = |of: &dyn Fn(&SourceReport) -> usize| sources.iter().map(of).max().unwrap_or(0);
    // A narrow terminal takes from the offices first, then from the names.
    let (least, gaps) = if width < ROOM { (0, GAPS - 2) } else { (VERBS, GAPS) };
    let room = width.saturating_sub(KIND + TIMES + FIRST + gaps + least);
    let who = widest(&|s| s.who.width())
        .clamp("who".len(), WHO)
        .min(room.max("who".len()));
    let roles = widest(&|s| s.role.as_deref().unwrap_or_default().width()).min(ROLE);
    let left = room.saturating_sub(who + 2);
    // A column that would stand empty, or too narrow to tell an office by, is left out.
    let role = if roles == 0 || left < LEAST_ROLE {
        0
    } else {
        roles.clamp("role".len(), left)
    };
    let gap = if role == 0 { "" } else { "  " };
    let fixed = who + role + gap.len() + KIND + TIMES + FIRST + gaps;
    let verbs = width.saturating_sub(fixed).max(least) * usize::from(least > 0);
    let before_verbs = if verbs == 0 { "" } else { "  " };
    let mut row = |cells: [&str; 6]| {
        let [name, office, kind, times, verb, first] = cells;
        let (name, office, verb) = (fit(name, who), fit(office, role), fit(verb, verbs));
        let line = format!("  {name}{gap}{office}  {kind:KIND$}  {times:>TIMES$}{before_verbs}{verb}  {first}");
        let _ = writeln!(out, "{}", line.trim_end());
    };
    row([
        "who",
        if role == 0 { "" } else { "role" },
        "sort",
        "times",
        if verbs == 0 { "" } else { "verbs" },
        "first",
    ]);
    for source in sources {
        let (times, words) = (source.count.to_string(), source.verbs.join(", "));
        let office = source.role.as_deref().unwrap_or_default();
        row([&source.who, office, &source.kind, &times, &words, &at(&source.first)]);
    }
}

/// Cut or filled to just so many columns.
fn fit(words: &str, columns: usize) -> String {
    let words = &*inert_words(words);
    let width = words.width();
    if columns == 0 {
        return String::new();
    }
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
