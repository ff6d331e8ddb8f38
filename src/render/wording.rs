//! What every report for people says in the same words.

use super::excerpt::words;
use crate::finding::{Confidence, Family};
use crate::report::{ActLineReport, ActReport, FindingReport, Place, Report, ScoreReport, SourcingReport, Standing};
use crate::text::{Article, Field, one_line};

/// What the score is of. It stands first in every report.
pub(super) const OF_THE_COPY: &str = "scores the copy, not the truth and not the outlet";

/// What no finding can say. It stands last.
pub(super) const CANNOT_SEE: &str = "presscheck cannot see whether any of this is true, what was left out, irony, or \
                                     pictures. A clean report is not a true article.";

/// Where there is nothing to say.
pub(super) const NOTHING: &str = "Nothing found.";

/// What was left out of the copy before any rule saw it: the lines of a page that its template set there.
pub(super) fn set_aside(report: &Report) -> Option<String> {
    let lines = report.set_aside;
    let them = if lines == 1 { "it" } else { "them" };
    (lines > 0).then(|| {
        format!(
            "Set aside as the page's own, and judged by no rule: {}. `presscheck inspect` shows {them}.",
            counted(lines, "line")
        )
    })
}

/// From so many counted findings on the share speaks for itself.
const MANY: u32 = 20;

/// What a part of the score is about.
pub(super) fn about(family: Family) -> &'static str {
    match family {
        Family::Consistency => "the article against itself",
        Family::Sourcing => "claims on nobody's word",
        Family::Noise => "boilerplate left in the copy",
        Family::Tone => "loaded wording",
    }
}

/// The score, its band, and whether it counts.
pub(super) fn score(score: &ScoreReport) -> String {
    if !score.scored {
        return "too short to score: with so little copy one finding would decide everything".to_owned();
    }
    if score.low >= score.high {
        return format!("copy score {:.1}", score.value);
    }
    format!(
        "copy score {:.1}, 90% band {:.0}\u{2013}{:.0}",
        score.value,
        score.low.floor(),
        score.high.ceil()
    )
}

/// Where the article stands among others. Beside the score, never a part of it.
pub(super) fn standing(standing: &Standing) -> String {
    let what = match standing.measure.as_str() {
        "loaded-words" => "loaded words",
        _ => "claims on nobody's word",
    };
    let of = standing
        .genre
        .as_ref()
        .map_or(String::new(), |genre| format!(" {genre}"));
    let among = format!(
        "the {}{of} stories in {}",
        thousands(standing.stories),
        standing.reference
    );
    match standing.more_than {
        0 => format!("as few {what} as any of {among}"),
        100.. => format!("more {what} than any of {among}"),
        more => format!(
            "more {what} than {more} of 100 stories, among {among} ({}% at least)",
            standing.at_least
        ),
    }
}

/// 1,240 for 1240.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A folded finding that says something else than the one it is folded under: where, on which words, and what.
pub(super) fn folded(finding: &FindingReport, article: &Article) -> String {
    let (at, quote) = (at(&finding.primary), words(article, &finding.primary));
    if quote.is_empty() || finding.message.contains(&quote) {
        return format!("{at}: {}", finding.message);
    }
    format!("{at} “{quote}”: {}", finding.message)
}

/// How often the rule behind a finding is right.
pub(super) fn measured(finding: &FindingReport) -> String {
    match &finding.measured {
        // What no rule of a pack finds compares two things that are written down.
        None if finding.confidence == Confidence::High => "certain".to_owned(),
        None => "not measured yet".to_owned(),
        Some(m) if m.right + m.wrong >= MANY => format!("right {} of {} times", m.right, m.right + m.wrong),
        Some(m) => format!(
            "right {} of {} times, {:.0}% at least",
            m.right,
            m.right + m.wrong,
            (m.at_least * 100.0).floor()
        ),
    }
}

/// Points as they are printed: `−4.0`.
pub(super) fn points(points: f64) -> String {
    if points > 0.0 {
        format!("\u{2212}{points:.1} points")
    } else {
        "no points".to_owned()
    }
}

/// Where a place is: its line, or the field that holds it.
pub(super) fn at(place: &Place) -> String {
    match place.field {
        Field::Headline => "headline".to_owned(),
        Field::Standfirst => "standfirst".to_owned(),
        Field::Docx => format!("paragraph {}", place.line),
        Field::Text | Field::Markdown | Field::Html | Field::Json | Field::Xml | Field::Rtf => {
            format!("line {}", place.line)
        }
    }
}

/// The findings that somebody let stand, a line each: where, what, by which rule, and why on whose word.
pub(super) fn let_stand(report: &Report) -> impl Iterator<Item = String> {
    report.findings.iter().filter_map(|finding| {
        let allowed = finding.allowed.as_ref()?;
        let second = allowed.second.as_ref().map_or_else(String::new, |s| format!(", {s}"));
        let until = allowed
            .until
            .as_ref()
            .map_or_else(String::new, |day| format!(", until {day}"));
        Some(format!(
            "{}: {} · {} · {} ({}{second}{until})",
            at(&finding.primary),
            finding.message,
            finding.rule,
            allowed.reason,
            allowed.by
        ))
    })
}

/// What is in dispute about an act.
pub(super) fn question(act: &ActReport) -> &'static str {
    match act.question {
        "doer" => "who did it",
        _ => "whether it happened",
    }
}

/// How a sentence stands to an act, and whose stance that is.
pub(super) fn stance(line: &ActLineReport) -> String {
    match (&line.who, line.stance) {
        (Some(who), "denied") => format!("denied by {who}"),
        (Some(who), stance) => format!("{stance}, {who}"),
        (None, "asserted") => "asserted in the article's own voice".to_owned(),
        (None, stance) => stance.to_owned(),
    }
}

/// "1 finding", "2 findings".
pub(super) fn counted(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}

/// What the table of sources cannot say in rows: a label, and the sentence behind it.
pub(super) fn beside_sources(sourcing: &SourcingReport) -> Vec<(&'static str, String)> {
    let mut out = Vec::new();
    if sourcing.unnamed > 0 {
        let (be, whose) = if sourcing.unnamed == 1 {
            ("report names", "its")
        } else {
            ("reports name", "their")
        };
        out.push((
            "not named",
            format!("{} {be} nobody as {whose} source", sourcing.unnamed),
        ));
    }
    for claim in &sourcing.hard_claims {
        out.push(("nobody’s word", told(claim)));
    }
    for accused in &sourcing.accused {
        let line = match &accused.answer {
            Some(answer) => format!("{}, {}: answers at {}", accused.who, at(&accused.place), at(answer)),
            None => format!("{}, {}: no line of answer", accused.who, at(&accused.place)),
        };
        out.push(("accused", line));
    }
    for line in &sourcing.verified {
        out.push(("checked or asked", told(line)));
    }
    out
}

/// The words of a place, and where they stand.
fn told(place: &Place) -> String {
    format!("“{}”, {}", one_line(&place.quote), at(place))
}
