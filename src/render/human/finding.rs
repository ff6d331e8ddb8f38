//! One finding: what is wrong, where, why it matters, what to do.

use super::Style;
use super::drawing;
use super::palette::{BOLD, FAINT, of_severity};
use crate::render::excerpt::words;
use crate::render::groups::Item;
use crate::render::wording::{self, at};
use crate::render::wrap::wrap;
use crate::report::FindingReport;
use crate::text::Article;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The column of "why" and "do".
const NAMES: &str = "      ";

/// Draws a finding; `told` says that its rule's reasons were given above.
pub(super) fn draw(item: &Item<'_>, article: &Article, style: Style, told: bool, out: &mut String) {
    let width = style.width;
    let finding = item.finding;
    let colour = of_severity(finding.severity);
    let message = wrap(&finding.message, width, "* ", "  ");
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "{colour}*{colour:#}{BOLD}{}{BOLD:#}", &message[1..]);
    let by = by(item, style.fingerprints);
    let _ = writeln!(out, "{FAINT}{}{FAINT:#}", wrap(&by, width, "  ", "  "));
    drawing::draw(finding, article, width, out);
    more(item, article, style, out);
    if !told {
        part("why", &finding.why, width, out);
        part("do", &finding.advice, width, out);
    }
}

/// Draws leftovers of the page that ask for one and the same: a line each on what it is, and what to do once.
/// `given` holds the rules whose reasons were given already.
pub(super) fn draw_set<'a>(
    items: &[&Item<'a>],
    article: &Article,
    style: Style,
    given: &mut BTreeSet<&'a str>,
    out: &mut String,
) {
    let Some(first) = items.first() else { return };
    let (width, colour) = (style.width, of_severity(first.finding.severity));
    let head = format!("{} leftovers of the page", items.len());
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(out, "{colour}*{colour:#} {BOLD}{head}{BOLD:#}");
    for item in items {
        let finding = item.finding;
        // Most messages begin with the words, cut where they are long.
        let told = if finding.message.starts_with('“') {
            format!("{}: {}", at(&finding.primary), finding.message)
        } else {
            wording::folded(finding, article)
        };
        let _ = writeln!(out, "{}", wrap(&told, width, "  ", NAMES));
        let by = by(item, style.fingerprints);
        let _ = writeln!(out, "{FAINT}{}{FAINT:#}", wrap(&by, width, NAMES, NAMES));
        if given.insert(finding.rule.as_str()) && !finding.why.is_empty() {
            let _ = writeln!(out, "{}", wrap(&finding.why, width, NAMES, NAMES));
        }
    }
    part("do", &first.finding.advice, width, out);
}

/// The rule, how often it is right, and what it costs.
fn by(item: &Item<'_>, fingerprints: bool) -> String {
    let finding = item.finding;
    let mut by = vec![finding.rule.clone()];
    if !finding.also.is_empty() {
        by.push(format!("also {}", finding.also.join(", ")));
    }
    by.push(wording::measured(finding));
    by.extend(item.cost());
    by.extend(fingerprints.then(|| finding.fingerprint.clone()));
    by.join(" · ")
}

/// The findings folded under this one.
fn more(item: &Item<'_>, article: &Article, style: Style, out: &mut String) {
    let width = style.width;
    if item.folded.is_empty() {
        return;
    }
    let mark = |f: &FindingReport| {
        if style.fingerprints {
            format!(" {}", f.fingerprint)
        } else {
            String::new()
        }
    };
    if !item.says_one_thing() {
        let _ = writeln!(out, "  {} more:", item.folded.len());
        for f in &item.folded {
            let text = format!("{}{}", wording::folded(f, article), mark(f));
            let _ = writeln!(out, "{}", wrap(&text, width, "    ", "      "));
        }
        return;
    }
    let place = |f: &&FindingReport| format!("{} “{}”{}", at(&f.primary), words(article, &f.primary), mark(f));
    let places: Vec<String> = item.folded.iter().map(place).collect();
    let text = format!("{} more: {}", item.folded.len(), places.join(", "));
    let _ = writeln!(out, "{}", wrap(&text, width, "  ", "    "));
}

fn part(name: &str, text: &str, width: usize, out: &mut String) {
    if text.is_empty() {
        return;
    }
    let filled = wrap(text, width, &format!("  {name:4}"), NAMES);
    let (name, rest) = filled.split_at(NAMES.len().min(filled.len()));
    let _ = writeln!(out, "{FAINT}{name}{FAINT:#}{rest}");
}
