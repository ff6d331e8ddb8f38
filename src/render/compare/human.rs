//! The comparison for a terminal.

use super::{meaning, shown, speaker, summary, tally, title};
use crate::render::wrap::{set_wrapped, wrap};
use crate::report::comparison::{Agreement, Comparison, Row, Story};
use crate::text::inert_words;
use anstyle::{AnsiColor, Style};
use std::fmt::Write as _;

const HEAD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const DIFFER: Style = AnsiColor::Red.on_default().bold();
const UNLIKE: Style = AnsiColor::Yellow.on_default();
const AGREE: Style = AnsiColor::Green.on_default();

/// The comparison, lines wrapped to so many columns.
#[must_use]
pub fn render(comparison: &Comparison, width: usize) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "{HEAD}{}{HEAD:#}", wrap(&summary(comparison), width, "", "  "));
    for (number, story) in comparison.stories.iter().enumerate() {
        draw(story, number + 1, width, &mut out);
    }
    out
}

fn draw(story: &Story, number: usize, width: usize, out: &mut String) {
    let about = if story.about.is_empty() {
        String::new()
    } else {
        format!(": {}", inert_words(&story.about.join(", ")))
    };
    let head = wrap(&format!("Story {number}{about}"), width, "", "  ");
    let _ = writeln!(out, "\n{HEAD}{head}{HEAD:#}");
    for (at, copy) in story.copies.iter().enumerate() {
        let _ = writeln!(out, "  {}  {}", letter(at), inert_words(copy));
    }
    if story.copies.len() < 2 {
        let text = "One copy: there is nothing to hold it against.";
        let _ = writeln!(out, "{FAINT}{}{FAINT:#}", wrap(text, width, "  ", "  "));
        return;
    }
    if story.rows.is_empty() {
        let text = "Nothing in these copies could be put side by side.";
        let _ = writeln!(out, "{FAINT}{}{FAINT:#}", wrap(text, width, "  ", "  "));
        return;
    }
    let _ = writeln!(
        out,
        "{FAINT}{}{FAINT:#}",
        wrap(&tally(&story.rows), width, "  ", "    ")
    );
    for (slot, rows) in shown(&story.rows) {
        let _ = writeln!(out, "\n{HEAD}{}{HEAD:#}", title(slot));
        for row in rows {
            draw_row(row, width, out);
        }
    }
}

fn draw_row(row: &Row, width: usize, out: &mut String) {
    let style = match row.verdict {
        Agreement::Differ => DIFFER,
        Agreement::Unlike => UNLIKE,
        Agreement::Agree => AGREE,
        Agreement::One => FAINT,
    };
    let verdict = meaning(row.verdict);
    let head = format!("{style}{}{style:#} {FAINT}({verdict}){FAINT:#}", inert_words(&row.name));
    let _ = writeln!(out, "{}", set_wrapped(&head, width, "  ", "      "));
    for (at, values) in row.copies.iter().enumerate() {
        if values.is_empty() && row.verdict != Agreement::One {
            let _ = writeln!(out, "    {}  {FAINT}nothing{FAINT:#}", letter(at));
        }
        for value in values {
            let told = format!(
                "“{}” (line {}, {})",
                value.words.trim_matches(['“', '”', '"']),
                value.place.line,
                speaker(value)
            );
            let first = format!("    {}  ", letter(at));
            let _ = writeln!(out, "{}", wrap(&told, width, &first, "       "));
        }
    }
}

/// A, B, C; after Z the number.
fn letter(at: usize) -> String {
    match u8::try_from(at).ok().filter(|n| *n < 26) {
        Some(n) => char::from(b'A' + n).to_string(),
        None => (at + 1).to_string(),
    }
}
