//! The report in Markdown: for a comment in the system the copy is kept in.

use super::excerpt::{holds, seen, words};
use super::groups::{Item, groups};
use super::verdict::{answer, asks};
use super::wording::{self, at, counted};
use crate::finding::Family;
use crate::report::{Place, Report, Unread};
use crate::text::{Article, inert};
use std::fmt::Write as _;

/// The reports as one document of `CommonMark` with tables, and above them what could not be read.
#[must_use]
pub fn render<'a>(reports: impl IntoIterator<Item = (&'a Report, &'a Article)>, unread: &[Unread]) -> String {
    let mut out = format!("*presscheck {}.*\n\n", wording::OF_THE_COPY);
    for file in unread {
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(out, "**{}** {}\n", escaped(&file.id), escaped(&file.told()));
    }
    for (report, article) in reports {
        section(report, article, &mut out);
    }
    let _ = writeln!(out, "*{}*", wording::CANNOT_SEE);
    out
}

/// One article's part, with a blank line behind it.
fn section(report: &Report, article: &Article, out: &mut String) {
    let answer = answer(report);
    let _ = write!(
        out,
        "## {}\n\n**{}**: {}\n\n**{}**",
        escaped(&report.id),
        answer.verdict.name().to_uppercase(),
        answer.text(|rule| format!("`{rule}`")),
        wording::score(&report.score)
    );
    if report.score.scored {
        let part = |f: Family| format!("− {:.1} {}", report.score.families.of(f).loss, f.name());
        let parts = Family::ALL.map(part).join(" ");
        let _ = write!(out, " = 100 {parts}");
    }
    out.push_str("\n\n");
    for standing in &report.score.standing {
        let _ = writeln!(out, "- {}", escaped(&wording::standing(standing)));
    }
    if !report.score.standing.is_empty() {
        out.push('\n');
    }
    let groups = groups(report);
    if groups.is_empty() {
        let _ = writeln!(out, "{}\n", wording::NOTHING);
    }
    for group in &groups {
        let count = counted(group.len(), "finding");
        let (name, asks) = (group.severity.name(), asks(report, group.severity));
        let _ = writeln!(out, "### {name}: {count}, {asks}\n");
        for item in &group.items {
            one(item, article, out);
        }
    }
    let stand: Vec<String> = wording::let_stand(report).collect();
    if !stand.is_empty() {
        let _ = writeln!(out, "### let stand: {}, no points\n", counted(stand.len(), "finding"));
        for line in &stand {
            let _ = writeln!(out, "- {}", escaped(line));
        }
        out.push('\n');
    }
    if let Some(line) = wording::set_aside(report) {
        let _ = writeln!(out, "{line}\n");
    }
    sources(report, out);
}

fn one(item: &Item<'_>, article: &Article, out: &mut String) {
    let finding = item.finding;
    let cost = item.cost().map(|c| format!(" · {c}")).unwrap_or_default();
    let _ = writeln!(
        out,
        "- **{}**  \n  `{}` · {}{cost}\n",
        escaped(&finding.message),
        finding.rule,
        wording::measured(finding)
    );
    let places = std::iter::once(&finding.primary).chain(&finding.related);
    for (i, place) in places.enumerate() {
        let around = finding.sentences.get(i).unwrap_or(place);
        let _ = writeln!(out, "  > {}: {}\n", at(place), marked(article, around, place));
    }
    if !item.folded.is_empty() && !item.says_one_thing() {
        let _ = writeln!(out, "  {} more:\n", item.folded.len());
        for f in &item.folded {
            let _ = writeln!(out, "  - {}", escaped(&wording::folded(f, article)));
        }
        out.push('\n');
    } else if !item.folded.is_empty() {
        let more = item.folded.iter().map(|f| {
            let quote = words(article, &f.primary);
            format!("{} “{}”", at(&f.primary), escaped(&quote))
        });
        let more: Vec<String> = more.collect();
        let _ = writeln!(out, "  {} more: {}\n", item.folded.len(), more.join(", "));
    }
    let _ = writeln!(out, "  {} {}\n", escaped(&finding.why), escaped(&finding.advice));
}

/// The sentence with the flagged words in bold.
fn marked(article: &Article, around: &Place, place: &Place) -> String {
    let mut out = String::new();
    let mut inside = false;
    for seen in seen(article, around.field, around.start, around.end) {
        let now = holds(place, around.field, seen.at);
        if now != inside {
            // Bold does not begin or end beside a space.
            let spaces = out.len() - out.trim_end_matches(' ').len();
            let gap = " ".repeat(if now { 0 } else { spaces });
            out.truncate(out.len() - gap.len());
            out.push_str("**");
            out.push_str(&gap);
            inside = now;
        }
        escape(seen.char, &mut out);
    }
    if inside {
        out.push_str("**");
    }
    out
}

fn sources(report: &Report, out: &mut String) {
    let beside = wording::beside_sources(&report.sourcing);
    if report.sources.is_empty() && beside.is_empty() {
        return;
    }
    out.push_str("### Who says so\n\n");
    if !report.sources.is_empty() {
        out.push_str("| who | role | sort | times | verbs | first |\n|---|---|---|--:|---|---|\n");
    }
    for source in &report.sources {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} |",
            escaped(&source.who),
            escaped(source.role.as_deref().unwrap_or_default()),
            source.kind,
            source.count,
            escaped(&source.verbs.join(", ")),
            at(&source.first)
        );
    }
    if !report.sources.is_empty() {
        out.push('\n');
    }
    for (label, line) in &beside {
        let _ = writeln!(out, "- **{label}**: {}", escaped(line));
    }
    if !beside.is_empty() {
        out.push('\n');
    }
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for char in words.chars() {
        escape(if char.is_control() { ' ' } else { char }, &mut out);
    }
    out
}

/// Everything that could mean something gets a backslash; one too many is not seen.
fn escape(char: char, out: &mut String) {
    let char = inert(char);
    if matches!(
        char,
        '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '@'
    ) {
        out.push('\\');
    }
    out.push(char);
}
