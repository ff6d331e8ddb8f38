//! The difference as one page that loads nothing and runs nothing.

use super::{CANNOT_SEE, SAME, asks, gate, open, score, tally, title, told};
use crate::render::escape::Escaped;
use crate::render::page;
use crate::render::wording::{self, at};
use crate::report::FindingReport;
use crate::report::difference::{Difference, Sort};
use std::fmt::Write as _;

/// The difference as a page, notes included.
#[must_use]
pub fn render(difference: &Difference) -> String {
    let d = difference;
    let mut out = page::head("presscheck: what the new draft changed", include_str!("style.css"));
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(
        out,
        "<section aria-labelledby=\"d\">\n<h1 id=\"d\"><code>{}</code> → <code>{}</code></h1>\n<p>{}; {}. {}.</p>",
        Escaped(&d.old.id),
        Escaped(&d.new.id),
        score(&d.old, &d.new),
        gate(&d.old, &d.new),
        tally(d)
    );
    let left = d.left.iter().map(|l| &l.finding);
    list(
        "introduced",
        "Introduced",
        "new",
        &open(d.introduced.iter(), true),
        &mut out,
    );
    list("left", "Left", "new", &open(left, true), &mut out);
    list("fixed", "Fixed", "old", &open(d.fixed.iter(), true), &mut out);
    changes(d, &mut out);
    let _ = writeln!(out, "</section>\n<p class=\"cannot\">{CANNOT_SEE}</p>");
    out.push_str(page::FOOT);
    out
}

fn list(class: &str, name: &str, draft: &str, findings: &[&FindingReport], out: &mut String) {
    if findings.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "<h2>{name} <small>lines of the {draft} draft</small></h2>\n<ul class=\"drafts {class}\">"
    );
    for finding in findings {
        let _ = write!(
            out,
            "<li><p>{} {}: {}</p>\n<p class=\"rule\"><code>{}</code> · {}</p>",
            finding.severity.name(),
            at(&finding.primary),
            Escaped(&finding.message),
            Escaped(&finding.rule),
            wording::measured(finding)
        );
        for text in [&finding.why, &finding.advice] {
            if class == "introduced" && !text.is_empty() {
                let _ = write!(out, "\n<p>{}</p>", Escaped(text));
            }
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

fn changes(difference: &Difference, out: &mut String) {
    if difference.changes.is_empty() {
        let _ = writeln!(out, "<p>{SAME}</p>");
    }
    for sort in Sort::ALL {
        let mut of_sort = difference.changes.iter().filter(|c| c.sort == sort).peekable();
        if of_sort.peek().is_none() {
            continue;
        }
        let _ = writeln!(out, "<h2>{}</h2>\n<ul class=\"drafts\">", title(sort));
        for change in of_sort {
            let _ = write!(out, "<li>{}", Escaped(&told(change)));
            if let Some(asks) = asks(change) {
                let _ = write!(out, "<br><strong>{}</strong>", Escaped(&asks));
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ul>\n");
    }
}
