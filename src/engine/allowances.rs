//! What was let stand, held against what is found.

mod paragraphs;
mod spoken;
mod stale;

pub(super) use stale::Stale;
pub use stale::{STALE, STALE_WHY};

use super::dress::fingerprints;
use super::place::Places;
use crate::allow::{Allow, What, comments};
use crate::finding::{Finding, Severity};
use crate::report::{Allowance, Place};
use crate::rules::guard::Words;
use crate::rules::{Page, Rules};
use crate::text::{Article, Body, one_line};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::rc::Rc;

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
    fits: Rc<[usize]>,
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
    let mut known: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (n, (_, mark)) in marks.iter().enumerate().filter(|_| !beside.is_empty()) {
        known.entry(mark).or_default().push(n);
    }
    for asked in beside.iter().map(|allow| beside_it(allow, &known, &nowhere)) {
        grant(asked, page.document.published, findings, &mut ruling);
    }
    spoken::judge(&comments, page, rules, findings, &marks, places, &mut ruling);
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
        fits: Rc::from([n]),
    }
}

/// An allowance of the file beside the article, which knows findings by their fingerprints.
fn beside_it<'a>(allow: &'a Allow, known: &FxHashMap<&str, Vec<usize>>, nowhere: &Place) -> Asked<'a> {
    let fits = known
        .get(allow.what.fingerprint())
        .map(Vec::as_slice)
        .unwrap_or_default();
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
        fits: Rc::from(fits),
    }
}

/// Lets stand what an allowance fits, unless something is against it.
fn grant(asked: Asked<'_>, today: Option<Date>, findings: &[Finding], ruling: &mut Ruling) {
    let critical = asked.fits.iter().any(|n| findings[*n].severity == Severity::Critical);
    if let Some(asked) = asked.sound(critical, today, ruling) {
        for n in asked.fits.iter() {
            ruling.allowed[*n] = Some(asked.allowance.clone());
        }
    }
}

impl Asked<'_> {
    /// The allowance if nothing is against it; what is, is put on record. `critical` tells whether a critical finding is
    /// among those it fits.
    fn sound(self, critical: bool, today: Option<Date>, ruling: &mut Ruling) -> Option<Self> {
        let against = match (self.until, today) {
            _ if self.archive => None,
            _ if self.fits.is_empty() => Some((
                format!("`{}` finds nothing {}", self.rule, self.about),
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
            _ if critical && self.allowance.second.is_none() => Some((
                format!(
                    "what `{}` finds {} is critical, and only one person let it stand",
                    self.rule, self.about
                ),
                "Have somebody else agree, and add their initials.",
            )),
            _ => None,
        };
        let Some((why, advice)) = against else {
            return Some(self);
        };
        ruling.stale.push(Stale {
            rule: self.rule.to_owned(),
            message: format!("the allowance at {} lets nothing stand: {why}", self.from),
            why: STALE_WHY,
            place: self.place,
            advice,
        });
        None
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
