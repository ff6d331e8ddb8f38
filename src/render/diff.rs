//! What a new draft changed, as people and machines read it.

pub mod html;
pub mod human;

use super::wording::{at, counted};
use crate::finding::Severity;
use crate::report::comparison::{Value, Voicing};
use crate::report::difference::{Change, Difference, Draft, How, Sort};
use crate::report::{FindingReport, Verdict};

/// The difference on one line of JSON, with its line end.
#[must_use]
pub fn json(difference: &Difference) -> String {
    // It holds nothing that JSON cannot say.
    serde_json::to_string(difference)
        .map(|line| line + "\n")
        .unwrap_or_default()
}

/// What a sort of changes is called above its list.
fn title(sort: Sort) -> &'static str {
    match sort {
        Sort::Figure => "Figures",
        Sort::Day => "Days",
        Sort::Name => "Names",
        Sort::Quotation => "Quotations",
    }
}

/// Who says a value.
fn speaker(value: &Value) -> String {
    match (&value.who, value.voice) {
        (Some(who), _) => format!(", on the word of {who}"),
        (None, Voicing::Quoted) => ", quoted".to_owned(),
        (None, Voicing::Reported) => ", reported".to_owned(),
        (None, Voicing::Own) => String::new(),
    }
}

/// A value with its quotation marks, and where it stands; if wanted, on whose word.
fn shown(value: &Value, draft: &str, named: bool) -> String {
    let words = value.words.trim_matches(['“', '”', '"']);
    let speaker = if named { speaker(value) } else { String::new() };
    format!("“{words}” ({draft}, {}{speaker})", at(&value.place))
}

/// What became of one thing, in words.
fn told(change: &Change) -> String {
    // On whose word a name stands says nothing: it is a name.
    let named = change.sort != Sort::Name;
    let show = |value: &Option<Value>, draft| value.as_ref().map(|v| shown(v, draft, named)).unwrap_or_default();
    let (old, new) = (show(&change.old, "old"), show(&change.new, "new"));
    match change.how {
        How::Changed => format!("{old} is now {new}"),
        How::Speaker => format!("{old} stands on another's word: {new}"),
        How::Gone => format!("{old} is gone"),
        How::Added => format!("{new} is new"),
    }
}

/// What an editor does about it, where there is something to do.
fn asks(change: &Change) -> Option<String> {
    if let Some(still) = &change.still {
        let quote = crate::text::one_line(&still.quote);
        return Some(format!(
            "“{quote}” still stands in {}: is it the same, and which is right?",
            at(still)
        ));
    }
    match (change.sort, change.how) {
        (Sort::Quotation, How::Changed) => {
            Some("what people said does not change: hold it against the notes".to_owned())
        }
        (Sort::Quotation, How::Speaker) => Some("find out who said it".to_owned()),
        _ => None,
    }
}

/// "fix → pass", or "still fix".
fn gate(old: &Draft, new: &Draft) -> String {
    let name = |v: Verdict| match v {
        Verdict::Pass => "pass",
        Verdict::Fix => "fix",
        Verdict::Hold => "hold",
    };
    if old.verdict == new.verdict {
        format!("gate: still {}", name(new.verdict))
    } else {
        format!("gate: {} → {}", name(old.verdict), name(new.verdict))
    }
}

/// "copy score 61.2 → 74.5", where both are long enough.
fn score(old: &Draft, new: &Draft) -> String {
    if old.scored && new.scored {
        format!("copy score {:.1} → {:.1}", old.score, new.score)
    } else {
        "too short to score".to_owned()
    }
}

/// The findings that are shown: those that nobody let stand, gravest first, notes only where asked for.
fn open<'a>(findings: impl Iterator<Item = &'a FindingReport>, notes: bool) -> Vec<&'a FindingReport> {
    let open = findings.filter(|f| f.allowed.is_none() && (notes || f.severity > Severity::Info));
    let mut out: Vec<_> = open.collect();
    // A stable sort: equal ones stay in the order of the text.
    out.sort_by_key(|f| std::cmp::Reverse(f.severity));
    out
}

/// "2 fixed, 1 introduced, 3 left", notes and what was let stand not counted.
fn tally(difference: &Difference) -> String {
    let left = difference.left.iter().map(|l| &l.finding);
    format!(
        "{} fixed, {} introduced, {} left",
        counted(open(difference.fixed.iter(), false).len(), "finding"),
        open(difference.introduced.iter(), false).len(),
        open(left, false).len()
    )
}

/// Where there is nothing to say about figures, names and quotations.
const SAME: &str = "No figure, day, name or quotation changed.";

/// What no difference can say.
const CANNOT_SEE: &str = "presscheck sees that something changed, not which draft is right.";
