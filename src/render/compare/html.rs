//! The comparison as one page that loads nothing and runs nothing.

use super::{meaning, shown, speaker, summary, tally, title};
use crate::render::escape::Escaped;
use crate::render::page;
use crate::report::comparison::{Agreement, Comparison, Row, Slot, Story, Value};
use std::fmt::Write as _;

/// The comparison as a page: one table for each story, one column for each copy.
#[must_use]
pub fn render(comparison: &Comparison) -> String {
    let mut out = page::head("presscheck: copies side by side", include_str!("style.css"));
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(
        out,
        "<p class=\"of\">{}. What the copies say is put side by side; which is right it cannot tell.</p>",
        Escaped(&summary(comparison)),
    );
    for (number, story) in comparison.stories.iter().enumerate() {
        draw(story, number + 1, &mut out);
    }
    out.push_str(page::FOOT);
    out
}

fn draw(story: &Story, number: usize, out: &mut String) {
    let _ = write!(
        out,
        "<section aria-labelledby=\"s{number}\">\n<h1 id=\"s{number}\">Story {number}"
    );
    if !story.about.is_empty() {
        let _ = write!(out, ": {}", Escaped(&story.about.join(", ")));
    }
    out.push_str("</h1>\n");
    if story.copies.len() < 2 {
        for copy in &story.copies {
            let _ = writeln!(
                out,
                "<p><code>{}</code>: one copy, nothing to hold it against.</p>",
                Escaped(copy)
            );
        }
        out.push_str("</section>\n");
        return;
    }
    let _ = write!(
        out,
        "<p>{}.</p>\n<div class=\"wide\"><table class=\"copies\">\n<thead><tr><td></td>",
        Escaped(&tally(&story.rows))
    );
    for copy in &story.copies {
        let _ = write!(out, "<th scope=\"col\"><code>{}</code></th>", Escaped(copy));
    }
    out.push_str("</tr></thead>\n");
    for (slot, rows) in shown(&story.rows) {
        group(slot, &rows, story.copies.len() + 1, out);
    }
    out.push_str("</table></div>\n</section>\n");
}

fn group(slot: Slot, rows: &[&Row], columns: usize, out: &mut String) {
    let _ = writeln!(
        out,
        "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"{columns}\" class=\"slot\">{}</th></tr>",
        title(slot)
    );
    for row in rows {
        let class = match row.verdict {
            Agreement::Differ => "differ",
            Agreement::Unlike => "unlike",
            Agreement::Agree => "agree",
            Agreement::One => "one",
        };
        let _ = write!(
            out,
            "<tr class=\"{class}\"><th scope=\"row\">{}<br><small>{}</small></th>",
            Escaped(&row.name),
            meaning(row.verdict)
        );
        for values in &row.copies {
            cell(values, out);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n");
}

fn cell(values: &[Value], out: &mut String) {
    if values.is_empty() {
        out.push_str("<td class=\"nothing\">nothing</td>");
        return;
    }
    out.push_str("<td>");
    for value in values {
        let _ = write!(
            out,
            "<p>“{}”<br><small>line {}, {}</small></p>",
            Escaped(value.words.trim_matches(['“', '”', '"'])),
            value.place.line,
            Escaped(&speaker(value))
        );
    }
    out.push_str("</td>");
}
