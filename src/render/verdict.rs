//! What is to be done about an article, in one line: the word, what it means, and the rules it rests on.

use super::groups::open;
use super::wording::counted;
use crate::finding::Severity;
use crate::report::{FindingReport, Report, Verdict};

/// What is to be done.
pub(super) struct Answer<'a> {
    /// The gate's answer, and "fix" where the gate lets pass what the run fails on: so nobody reads "pass" above an
    /// exit code of 1.
    pub(super) verdict: Verdict,
    clauses: Vec<Clause<'a>>,
}

/// A part of it, and the rules it speaks of.
struct Clause<'a> {
    says: String,
    rules: Vec<&'a str>,
}

impl Answer<'_> {
    /// Its clauses on one line, each rule set as `set` sets it.
    pub(super) fn text(&self, set: impl Fn(&str) -> String) -> String {
        let clauses = self.clauses.iter().map(|clause| {
            if clause.rules.is_empty() {
                return clause.says.clone();
            }
            let rules: Vec<String> = clause.rules.iter().map(|rule| set(rule)).collect();
            format!("{}: {}", clause.says, rules.join(", "))
        });
        clauses.collect::<Vec<_>>().join("; ")
    }
}

/// What is to be done about an article. What the gate asks for comes first, then whatever else is major or makes the
/// run fail: who has done all that the line says has nothing left but advice. Where the gate asks for something and
/// the run does not fail on it, that is said.
pub(super) fn answer(report: &Report) -> Answer<'_> {
    let clause = |says: String, rules| Clause { says, rules };
    let bare = |says: &str| clause(says.to_owned(), Vec::new());
    let failing: Vec<&FindingReport> = report.failing().collect();
    let gate = report.gate.verdict;
    let asks = match gate {
        Verdict::Pass if failing.is_empty() => {
            let left = open(report).map(|f| f.severity).max().unwrap_or(Severity::Info);
            let means = if left >= Severity::Major {
                "nothing holds it, but mend or answer what is major"
            } else if left > Severity::Info {
                "no rule stands against publication; what was found is advice"
            } else {
                "no rule stands against publication"
            };
            let clauses = vec![bare(means)];
            return Answer { verdict: gate, clauses };
        }
        Verdict::Pass => {
            let least = report.bar.least.unwrap_or(Severity::Critical);
            let and = if least == Severity::Critical { "" } else { " or graver" };
            let found = counted(failing.len(), "finding");
            let means = format!("mend or answer {found} before publication ({}{and})", least.name());
            return Answer {
                verdict: Verdict::Fix,
                clauses: vec![clause(means, Vec::new())],
            };
        }
        Verdict::Fix => "mend what these rules found before publication",
        Verdict::Hold => "a second reader decides on what these rules found",
    };
    let named = report.gate.by.iter().map(String::as_str).collect();
    let mut clauses = vec![clause(asks.to_owned(), named)];
    let beyond =
        |f: &&FindingReport| !report.gate.by.contains(&f.rule) && (f.severity >= Severity::Major || report.fails(f));
    let more: Vec<&FindingReport> = open(report).filter(beyond).collect();
    if let Some(least) = more.iter().map(|f| f.severity).min() {
        let mut rules: Vec<&str> = more.iter().map(|f| f.rule.as_str()).collect();
        rules.sort_unstable();
        rules.dedup();
        clauses.push(clause(format!("mend or answer {}", graded(&more, least)), rules));
    }
    if failing.is_empty() {
        clauses.push(match report.bar.least {
            None => bare("this run fails on nothing"),
            Some(Severity::Critical) => bare("this run fails on critical findings alone"),
            Some(least) => bare(&format!("this run fails on {} findings and graver", least.name())),
        });
    }
    Answer { verdict: gate, clauses }
}

/// So many findings, and how grave they are: "1 major finding", "3 findings (major or graver)".
fn graded(findings: &[&FindingReport], least: Severity) -> String {
    if findings.iter().all(|f| f.severity == least) {
        return counted(findings.len(), &format!("{} finding", least.name()));
    }
    format!("{} ({} or graver)", counted(findings.len(), "finding"), least.name())
}

/// What findings of one severity ask of the reader. A minor one may be no more than advice, or what publication
/// waits for.
pub(super) fn asks(report: &Report, severity: Severity) -> String {
    let due = |f: &&FindingReport| report.fails(f) || report.gate.by.contains(&f.rule);
    let of_it = || open(report).filter(|f| f.severity == severity);
    match severity {
        Severity::Critical => "a second reader before publication".to_owned(),
        Severity::Major => "mend or answer before publication".to_owned(),
        Severity::Info => "for your information, not scored".to_owned(),
        Severity::Minor => match (of_it().filter(due).count(), of_it().count()) {
            (0, _) => "worth mending".to_owned(),
            (due, all) if due == all => "mend before publication".to_owned(),
            (due, _) => format!("{due} to mend before publication, the rest worth mending"),
        },
    }
}
