//! Allowances in comments of the copy: each speaks of one rule in one paragraph.

use super::paragraphs::Paragraphs;
use super::stale::UNREADABLE_WHY;
use super::{Asked, Ruling, Stale};
use crate::allow::Comment;
use crate::engine::place::Places;
use crate::finding::{Finding, Severity};
use crate::report::{Allowance, Place};
use crate::rules::near::nearest;
use crate::rules::{Page, Rules};
use crate::text::{Field, one_line};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// A longer name is no slip of a rule's: nothing is offered for it.
const LONGEST_ID: usize = 80;

/// The findings of a rule in a paragraph.
struct Of {
    fits: Rc<[usize]>,
    /// Is a critical one among them?
    critical: bool,
}

/// Holds comments against findings, of which the places are given.
pub(super) fn judge(
    comments: &[Comment],
    page: &Page<'_>,
    rules: &Rules,
    findings: &[Finding],
    marks: &[(Place, String)],
    places: &mut Places<'_>,
    ruling: &mut Ruling,
) {
    let Some(first) = comments.first() else { return };
    let field = places.in_body(first.span.clone()).field;
    let blocks = page.document.blocks.iter().map(|block| places.of(block.span));
    let paragraphs = Paragraphs::new(blocks.filter(|p| p.field == field).map(|p| p.start..p.end));
    let by_rule = by_rule(findings, marks, field);
    let mut known: FxHashMap<&str, Option<String>> = FxHashMap::default();
    let mut found: FxHashMap<(&str, Option<usize>), Of> = FxHashMap::default();
    // Of two comments on the same findings the later holds: only that one is put to each of them.
    let mut holds: Vec<(Rc<[usize]>, Allowance)> = Vec::new();
    let mut last: FxHashMap<(&str, Option<usize>), usize> = FxHashMap::default();
    for comment in comments {
        let place = places.in_body(comment.span.clone());
        let Some(meant) = &comment.meant else {
            ruling.stale.push(Stale {
                rule: String::new(),
                message: format!("“{}” lets nothing stand: it cannot be read", one_line(&place.quote)),
                why: UNREADABLE_WHY,
                advice: "Write <!-- presscheck: allow RULE because REASON (INITIALS) -->.",
                place,
            });
            continue;
        };
        let near = known.entry(&meant.rule).or_insert_with(|| unknown(&meant.rule, rules));
        if let Some(near) = near {
            ruling.stale.push(Stale {
                rule: String::new(),
                message: format!(
                    "the allowance at line {} lets nothing stand: `{}` is no rule{near}",
                    place.line, meant.rule
                ),
                why: UNREADABLE_WHY,
                advice: "Name one rule by its whole id, pack and all; a comment speaks of one rule, and not of a pack.",
                place,
            });
            continue;
        }
        let paragraph = paragraphs.ending_behind(place.end);
        let key = (meant.rule.as_str(), paragraph);
        let of = found.entry(key).or_insert_with(|| {
            let of_rule = by_rule.get(meant.rule.as_str()).map(Vec::as_slice).unwrap_or_default();
            let place = paragraph.map(|p| paragraphs.place(p)).unwrap_or_default();
            let from = of_rule.partition_point(|(at, _)| at.start < place.start);
            let inside = of_rule[from..].iter().take_while(|(at, _)| at.start <= place.end);
            let inside = inside.filter(|(at, _)| paragraph.is_some() && at.end <= place.end);
            let fits: Rc<[usize]> = inside.map(|(_, n)| *n).collect();
            let critical = fits.iter().any(|n| findings[*n].severity == Severity::Critical);
            Of { fits, critical }
        });
        let asked = Asked {
            rule: &meant.rule,
            about: "in the paragraph beside it".to_owned(),
            from: format!("line {}", place.line),
            fits: Rc::clone(&of.fits),
            place,
            allowance: Allowance {
                reason: meant.reason.clone(),
                by: meant.by.clone(),
                second: meant.second.clone(),
                until: meant.until.map(|day| day.to_string()),
            },
            until: meant.until,
            archive: false,
        };
        if let Some(asked) = asked.sound(of.critical, page.document.published, ruling) {
            last.insert(key, holds.len());
            holds.push((asked.fits, asked.allowance));
        }
    }
    let mut last: Vec<usize> = last.into_values().collect();
    last.sort_unstable();
    for (fits, allowance) in last.into_iter().map(|at| &holds[at]) {
        for n in fits.iter() {
            ruling.allowed[*n] = Some(allowance.clone());
        }
    }
}

/// The findings in a field by their rules, each in order of their places, with their numbers.
fn by_rule<'a>(
    findings: &'a [Finding],
    marks: &'a [(Place, String)],
    field: Field,
) -> FxHashMap<&'a str, Vec<(&'a Place, usize)>> {
    let mut out: FxHashMap<&str, Vec<(&Place, usize)>> = FxHashMap::default();
    for (n, (finding, (place, _))) in findings.iter().zip(marks).enumerate() {
        if place.field == field {
            out.entry(&*finding.rule).or_default().push((place, n));
        }
    }
    for of_rule in out.values_mut() {
        of_rule.sort_by_key(|(place, n)| (place.start, *n));
    }
    out
}

/// Of a name that no rule has: what is said of it, or nothing.
fn unknown(name: &str, rules: &Rules) -> Option<String> {
    let ids = || rules.rules.iter().map(|rule| &*rule.id);
    if ids().any(|id| id == name) {
        return None;
    }
    let near = nearest(name, ids().filter(|_| name.len() <= LONGEST_ID && !name.contains('*')));
    Some(near.map_or_else(String::new, |near| format!("; did you mean `{near}`?")))
}
