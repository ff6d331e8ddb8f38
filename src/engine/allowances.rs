//! What was let stand, held against what is found.

mod stale;

use super::dress::fingerprints;
use super::place::Places;
use crate::allow::{Allow, What, comments};
use crate::finding::{Finding, Severity};
use crate::report::{Allowance, Place};
use crate::rules::guard::Words;
use crate::rules::near::nearest;
use crate::rules::{Page, Rules};
use crate::text::{Article, Body, one_line};
use jiff::civil::Date;
pub use stale::{STALE, STALE_WHY};
use stale::{Stale, UNREADABLE_WHY};
use std::borrow::Cow;

/// Whose decision it was that nobody signed in the house's settings.
const THE_HOUSE: &str = "the house";

/// What stands, and which allowances let nothing stand.
pub(super) struct Ruling {
    /// For each finding, who let it stand.
    pub(super) allowed: Vec<Option<Allowance>>,
    /// Allowances that came to nothing.
    pub(super) stale: Vec<Stale>,
}

impl Ruling {
    /// The findings that nobody let stand.
    pub(super) fn open<'a>(&self, findings: &'a [Finding]) -> Cow<'a, [Finding]> {
        if self.allowed.iter().all(Option::is_none) {
            return Cow::Borrowed(findings);
        }
        let each = findings.iter().zip(&self.allowed);
        each.filter(|(_, allowed)| allowed.is_none())
            .map(|(finding, _)| finding.clone())
            .collect()
    }

    /// The points of all findings, from those of the open ones.
    pub(super) fn points(&self, open: &[f64]) -> Vec<f64> {
        let mut open = open.iter().copied();
        let mut next = || open.next().unwrap_or_default();
        let each = self.allowed.iter();
        each.map(|allowed| if allowed.is_none() { next() } else { 0.0 })
            .collect()
    }
}

/// One allowance, wherever it was written, with the findings it fits.
struct Asked<'a> {
    rule: &'a str,
    /// What it is about, for messages.
    about: String,
    from: String,
    place: Place,
    allowance: Allowance,
    until: Option<Date>,
    /// Does it hold without a second name, and go without a word?
    archive: bool,
    fits: Vec<usize>,
}

/// Holds allowances against findings.
pub(super) fn judge(
    article: &Article,
    page: &Page<'_>,
    rules: &Rules,
    findings: &[Finding],
    beside: &[Allow],
    places: &mut Places<'_>,
) -> Ruling {
    let mut ruling = Ruling {
        allowed: vec![None; findings.len()],
        stale: Vec::new(),
    };
    let source = article.body.source();
    let comments = match article.body {
        Body::Markdown(_) | Body::Html(_) => comments(source),
        // In plain text a comment would be copy; in the other forms editors never see one.
        _ => Vec::new(),
    };
    let stood = stood(rules, page, findings);
    if beside.is_empty() && comments.is_empty() && stood.is_empty() {
        return ruling;
    }
    let marks = fingerprints(findings, places);
    let nowhere = Place {
        field: article.body.field(),
        start: 0,
        end: 0,
        line: 1,
        column: 1,
        quote: String::new(),
    };
    let mut asked: Vec<Asked<'_>> = beside.iter().map(|allow| beside_it(allow, &marks, &nowhere)).collect();
    let blocks: Vec<Place> = if comments.is_empty() {
        Vec::new()
    } else {
        page.document.blocks.iter().map(|block| places.of(block.span)).collect()
    };
    for comment in &comments {
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
        if !rules.rules.iter().any(|rule| *rule.id == *meant.rule) {
            let near =
                nearest(&meant.rule, rules.rules.iter().map(|rule| &*rule.id)).filter(|_| !meant.rule.contains('*'));
            let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
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
        let paragraph = blocks
            .iter()
            .filter(|p| p.field == place.field && p.start < p.end)
            .find(|p| p.end >= place.end);
        let inside =
            |at: &Place| paragraph.is_some_and(|p| at.field == p.field && at.start >= p.start && at.end <= p.end);
        let fits = (0..findings.len()).filter(|n| *findings[*n].rule == meant.rule && inside(&marks[*n].0));
        asked.push(Asked {
            rule: &meant.rule,
            about: "in the paragraph beside it".to_owned(),
            from: format!("line {}", place.line),
            fits: fits.collect(),
            place,
            allowance: Allowance {
                reason: meant.reason.clone(),
                by: meant.by.clone(),
                second: meant.second.clone(),
                until: meant.until.map(|day| day.to_string()),
            },
            until: meant.until,
            archive: false,
        });
    }
    for asked in asked {
        grant(asked, page.document.published, findings, &mut ruling);
    }
    // Who decided beside the article knew it better than the house.
    for (n, words) in stood
        .into_iter()
        .filter(|(n, _)| ruling.allowed[*n].is_none())
        .collect::<Vec<_>>()
    {
        let asked = by_the_house(n, words, &findings[n], marks[n].0.clone());
        grant(asked, page.document.published, findings, &mut ruling);
    }
    // Among themselves in the order of the text, as findings are.
    ruling.stale.sort_by_key(|stale| stale.place.start);
    ruling
}

/// The findings on words that the newsroom stands by.
fn stood<'a>(rules: &'a Rules, page: &Page<'_>, findings: &[Finding]) -> Vec<(usize, &'a Words)> {
    let of = |finding: &Finding| {
        let at = rules.rules.binary_search_by(|rule| rule.id.cmp(&finding.rule)).ok()?;
        rules.rules[at].guards.stood_by(finding.primary, page)
    };
    let each = findings.iter().enumerate();
    each.filter_map(|(n, finding)| Some((n, of(finding)?))).collect()
}

/// A finding on words that the newsroom stands by in every article.
fn by_the_house<'a>(n: usize, words: &Words, finding: &'a Finding, place: Place) -> Asked<'a> {
    Asked {
        rule: &finding.rule,
        about: format!("on “{}”", one_line(&place.quote)),
        from: words.from.clone(),
        place,
        allowance: Allowance {
            reason: words.reason.clone(),
            by: words.by.clone().unwrap_or_else(|| THE_HOUSE.to_owned()),
            second: words.second.clone(),
            until: None,
        },
        until: None,
        archive: false,
        fits: vec![n],
    }
}

fn beside_it<'a>(allow: &'a Allow, marks: &[(Place, String)], nowhere: &Place) -> Asked<'a> {
    let fits = (0..marks.len()).filter(|n| marks[*n].1 == allow.what.fingerprint());
    let (rule, about, archive) = match &allow.what {
        What::Words { rule, quote, .. } => (rule.as_str(), format!("on “{}”", one_line(quote)), false),
        What::Archive { .. } => ("", String::new(), true),
    };
    Asked {
        rule,
        about,
        from: allow.from.clone(),
        place: nowhere.clone(),
        allowance: Allowance::of(allow),
        until: allow.until,
        archive,
        fits: fits.collect(),
    }
}

/// Lets stand what an allowance fits, unless something is against it.
fn grant(asked: Asked<'_>, today: Option<Date>, findings: &[Finding], ruling: &mut Ruling) {
    let critical = asked.fits.iter().any(|n| findings[*n].severity == Severity::Critical);
    let against = match (asked.until, today) {
        _ if asked.archive => None,
        _ if asked.fits.is_empty() => Some((
            format!("`{}` finds nothing {}", asked.rule, asked.about),
            "Delete it, or look whether the words it was about were changed.",
        )),
        (Some(until), Some(today)) if today > until => Some((
            format!("it held until {until}, and this is published on {today}"),
            "Mend what was let stand, or decide again.",
        )),
        (Some(until), None) => Some((
            format!("it holds until {until}, and nothing says what day it is"),
            "Name the day of publication with --as-of; the computer's clock is not asked.",
        )),
        _ if critical && asked.allowance.second.is_none() => Some((
            format!(
                "what `{}` finds {} is critical, and only one person let it stand",
                asked.rule, asked.about
            ),
            "Have somebody else agree, and add their initials.",
        )),
        _ => None,
    };
    match against {
        None => {
            for n in asked.fits {
                ruling.allowed[n] = Some(asked.allowance.clone());
            }
        }
        Some((why, advice)) => ruling.stale.push(Stale {
            rule: asked.rule.to_owned(),
            message: format!("the allowance at {} lets nothing stand: {why}", asked.from),
            why: STALE_WHY,
            place: asked.place,
            advice,
        }),
    }
}

impl Allowance {
    /// As it is reported.
    fn of(allow: &Allow) -> Self {
        Self {
            reason: allow.reason.clone(),
            by: allow.by.clone(),
            second: allow.second.clone(),
            until: allow.until.map(|day| day.to_string()),
        }
    }
}
