//! The report as one page: the article with its marks, the findings beside it, the score drawn.
//!
//! The page loads nothing and runs nothing: it can be mailed, filed and printed.

mod acts;
mod copy;
mod findings;
mod sum;
mod sweep;

use super::escape::Escaped;
use super::groups::{Group, groups};
use super::page;
use super::verdict::answer;
use super::wording::{self, at, counted};
use crate::report::{Report, SourceReport, Unread};
use crate::text::Article;
use std::fmt::Write as _;

/// A page with a report on each of the articles, and above them what could not be read. A report that carries its
/// analysis shows the article in its blocks, others in its lines.
#[must_use]
pub fn render<'a>(reports: impl IntoIterator<Item = (&'a Report, &'a Article)>, unread: &[Unread]) -> String {
    let reports: Vec<_> = reports.into_iter().collect();
    let title = match reports[..] {
        [(report, _)] => format!("presscheck: {}", report.id),
        _ => format!("presscheck: {}", counted(reports.len(), "article")),
    };
    let mut out = page::head(&title, "");
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "<p class=\"of\">This report {}.</p>", wording::OF_THE_COPY);
    for file in unread {
        let (name, told) = (Escaped(&file.id), file.told());
        let _ = writeln!(
            out,
            "<p class=\"unread\"><strong>{name}</strong> {}</p>",
            Escaped(&told)
        );
    }
    for (number, (report, article)) in reports.iter().enumerate() {
        section(report, article, &format!("a{}", number + 1), &mut out);
    }
    let _ = writeln!(out, "<p class=\"cannot\">{}</p>", wording::CANNOT_SEE);
    out.push_str(page::FOOT);
    out
}

/// One article's part of the page; the names of its links begin with `prefix`.
fn section(report: &Report, article: &Article, prefix: &str, out: &mut String) {
    let groups = groups(report);
    let answer = answer(report);
    let word = answer.verdict.name();
    let _ = writeln!(
        out,
        "<section aria-labelledby=\"{prefix}\">\n<header>\n<h1 id=\"{prefix}\">{}</h1>\n\
         <p class=\"verdict {word}\"><strong>{word}</strong> {}</p>",
        Escaped(&report.id),
        answer.text(|rule| format!("<code>{}</code>", Escaped(rule)))
    );
    sum::draw(report, prefix, out);
    out.push_str("</header>\n<div class=\"sheet\">\n");
    copy::draw(report, article, &numbered(&groups), prefix, out);
    findings::draw(&groups, report, article, prefix, out);
    out.push_str("</div>\n");
    sources(report, out);
    acts::draw(report, out);
    out.push_str("</section>\n");
}

/// A finding with the number that it carries on the page.
type Numbered<'a> = (usize, &'a crate::report::FindingReport);

/// All findings, numbered in the order they are listed in.
fn numbered<'a>(groups: &[Group<'a>]) -> Vec<Numbered<'a>> {
    let items = groups.iter().flat_map(|g| &g.items);
    let all = items.flat_map(|i| std::iter::once(i.finding).chain(i.folded.iter().copied()));
    all.enumerate().map(|(n, f)| (n + 1, f)).collect()
}

fn sources(report: &Report, out: &mut String) {
    let sources = &report.sources;
    out.push_str("<h2>Who says so</h2>\n");
    if sources.is_empty() {
        out.push_str("<p>Nobody is quoted or named as a source.</p>\n");
    } else {
        table(sources, out);
    }
    let beside = wording::beside_sources(&report.sourcing);
    if beside.is_empty() {
        return;
    }
    out.push_str("<ul class=\"beside\">\n");
    for (label, line) in beside {
        let _ = writeln!(out, "<li><strong>{label}</strong>: {}</li>", Escaped(&line));
    }
    out.push_str("</ul>\n");
}

fn table(sources: &[SourceReport], out: &mut String) {
    out.push_str(
        "<table>\n<thead><tr><th scope=\"col\">Who</th><th scope=\"col\">Role</th><th scope=\"col\">Sort</th>\
         <th scope=\"col\">Times</th><th scope=\"col\">Verbs</th><th scope=\"col\">First</th></tr></thead>\n<tbody>\n",
    );
    for source in sources {
        let _ = writeln!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td class=\"number\">{}</td><td>{}</td><td>{}</td></tr>",
            Escaped(&source.who),
            Escaped(source.role.as_deref().unwrap_or_default()),
            Escaped(&source.kind),
            source.count,
            Escaped(&source.verbs.join(", ")),
            at(&source.first)
        );
    }
    out.push_str("</tbody>\n</table>\n");
}
