//! The findings, beside the article.

use crate::finding::Severity;
use crate::render::escape::Escaped;
use crate::render::excerpt::words;
use crate::render::groups::{Group, Item};
use crate::render::verdict::asks;
use crate::render::wording::{self, at, counted};
use crate::report::{FindingReport, Report};
use crate::text::Article;
use std::fmt::Write as _;

pub(super) fn draw(groups: &[Group<'_>], report: &Report, article: &Article, prefix: &str, out: &mut String) {
    out.push_str("<div class=\"findings\">\n<h2>Findings</h2>\n");
    if groups.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", wording::NOTHING);
    }
    let mut number = 0;
    for group in groups {
        let name = group.severity.name();
        // Writing to a string cannot fail, here and below.
        let _ = write!(
            out,
            "<h3 class=\"{name}\">{name} <small>{}: {}</small></h3>\n<ol>\n",
            counted(group.len(), "finding"),
            asks(report, group.severity)
        );
        for item in &group.items {
            number += 1;
            one(item, number, article, prefix, out);
            number += item.folded.len();
        }
        out.push_str("</ol>\n");
    }
    let stand: Vec<String> = wording::let_stand(report).collect();
    if !stand.is_empty() {
        let _ = write!(
            out,
            "<h3>let stand <small>{}: no points</small></h3>\n<ul>\n",
            counted(stand.len(), "finding")
        );
        for line in &stand {
            let _ = writeln!(out, "<li>{}</li>", Escaped(line));
        }
        out.push_str("</ul>\n");
    }
    if let Some(line) = wording::set_aside(report) {
        let _ = writeln!(out, "<p><small>{}</small></p>", Escaped(&line));
    }
    out.push_str("</div>\n");
}

fn one(item: &Item<'_>, number: usize, article: &Article, prefix: &str, out: &mut String) {
    let finding = item.finding;
    let _ = write!(
        out,
        "<li id=\"{prefix}-f{number}\" class=\"{}\" value=\"{number}\">\n<p class=\"message\">{}</p>\n<p class=\"where\">",
        finding.severity.name(),
        Escaped(&finding.message)
    );
    let places = std::iter::once(&finding.primary).chain(&finding.related);
    for (i, place) in places.enumerate() {
        let and = if i > 0 { " and " } else { "" };
        let _ = write!(out, "{and}<a href=\"#{prefix}-m{number}-{i}\">{}</a>", at(place));
    }
    if let Some(cost) = item.cost() {
        let _ = write!(out, " · {cost}");
    }
    out.push_str("</p>\n");
    more(item, number, article, prefix, out);
    if !finding.why.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", Escaped(&finding.why));
    }
    if !finding.advice.is_empty() {
        let _ = writeln!(out, "<p class=\"advice\">{}</p>", Escaped(&finding.advice));
    }
    rule(finding, out);
    out.push_str("</li>\n");
}

fn rule(finding: &FindingReport, out: &mut String) {
    let _ = write!(out, "<p class=\"rule\"><code>{}</code>", Escaped(&finding.rule));
    for also in &finding.also {
        let _ = write!(out, ", <code>{}</code>", Escaped(also));
    }
    let _ = writeln!(out, " · {}</p>", wording::measured(finding));
    if finding.severity == Severity::Critical {
        out.push_str("<p class=\"sign\">Second reader: ____________________</p>\n");
    }
}

/// The findings folded under one: each with a link to its words.
fn more(item: &Item<'_>, number: usize, article: &Article, prefix: &str, out: &mut String) {
    if item.folded.is_empty() {
        return;
    }
    if !item.says_one_thing() {
        let _ = writeln!(
            out,
            "<p class=\"more\">{} more:</p>\n<ul class=\"more\">",
            item.folded.len()
        );
        for (i, finding) in item.folded.iter().enumerate() {
            let own = number + 1 + i;
            let _ = writeln!(
                out,
                "<li><a id=\"{prefix}-f{own}\" href=\"#{prefix}-m{own}-0\">{}</a></li>",
                Escaped(&wording::folded(finding, article))
            );
        }
        out.push_str("</ul>\n");
        return;
    }
    let _ = write!(out, "<p class=\"more\">{} more: ", item.folded.len());
    for (i, finding) in item.folded.iter().enumerate() {
        let (and, own) = (if i > 0 { ", " } else { "" }, number + 1 + i);
        let _ = write!(
            out,
            "{and}<a id=\"{prefix}-f{own}\" href=\"#{prefix}-m{own}-0\">“{}” ({})</a>",
            Escaped(&words(article, &finding.primary)),
            at(&finding.primary)
        );
    }
    out.push_str("</p>\n");
}
