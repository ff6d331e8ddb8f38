//! Regular expressions in rules: what is wrong with one, where, and what to write instead.

use regex_syntax::Parser;
use regex_syntax::hir::{Class, Hir, HirKind};
use std::ops::Range;

/// Above this weight an expression is compiled on loading, to see whether it is too big. Expressions of
/// newsroom rules weigh below a thousand, and compiling them all would cost more than checking an article.
const HEAVY: usize = 100_000;

/// What is wrong with an expression: the bytes of it, the message, the help.
pub(super) type Complaint = (Option<Range<usize>>, String, Option<&'static str>);

/// Looks for what is wrong with an expression of which group `group` is flagged.
pub(super) fn complaint(written: &str, group: usize) -> Option<Complaint> {
    let hir = match Parser::new().parse(written) {
        Ok(hir) => hir,
        Err(error) => return Some(syntax(&error)),
    };
    let properties = hir.properties();
    if properties.minimum_len() == Some(0) {
        return Some((
            None,
            "this expression can match nothing at all, and nothing is everywhere".to_owned(),
            Some("every part of it may be missing: take away one `*` or `?`, or write `+` for `*`"),
        ));
    }
    if properties.minimum_len().is_none() {
        return Some((
            None,
            "this expression can never match".to_owned(),
            Some("a character class in it is empty"),
        ));
    }
    let groups = properties.explicit_captures_len();
    if group > groups {
        return Some((
            None,
            format!("`group` is {group}, and this expression has {groups} (round brackets without `?:`)"),
            Some("count the opening brackets from the left, or leave `group` out to flag the whole match"),
        ));
    }
    if weight(&hir) > HEAVY && regex::Regex::new(written).is_err() {
        return Some((
            None,
            "this expression is too big: spelt out it takes more than 10 MB".to_owned(),
            Some("a counted repeat inside another multiplies: lower the counts, or write `+` instead"),
        ));
    }
    None
}

fn syntax(error: &regex_syntax::Error) -> Complaint {
    let (span, message) = match error {
        regex_syntax::Error::Parse(e) => (Some(e.span()), e.kind().to_string()),
        regex_syntax::Error::Translate(e) => (Some(e.span()), e.kind().to_string()),
        other => (None, other.to_string()),
    };
    let help = if message.contains("look-around") {
        "what stands before and after belongs to the rule: unless_before, unless_after, only_in_sentence"
    } else if message.contains("backreference") {
        "an expression cannot refer to its own match; the kind `repetition` finds doubled words"
    } else if message.contains("unclosed group") || message.contains("unopened group") {
        "brackets come in pairs; for the character itself write \\( or \\)"
    } else if message.contains("character class") {
        "a class is closed with ]; for the character itself write \\["
    } else if message.contains("escape") {
        "a backslash stands before d, w, s, b or a mark; for a backslash itself write \\\\"
    } else if message.contains("repetition") {
        "`*`, `+`, `?` and `{2,3}` stand after what is repeated; for the mark itself write \\*"
    } else {
        "a mark that stands for itself takes a backslash: \\. \\( \\? \\$"
    };
    let span = span.map(|s| s.start.offset..s.end.offset);
    (span, format!("this is no regular expression: {message}"), Some(help))
}

/// About how many states an expression has.
fn weight(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => class.ranges().len(),
        HirKind::Class(Class::Bytes(class)) => class.ranges().len(),
        HirKind::Repetition(repeat) => {
            let times = repeat.max.unwrap_or(repeat.min.saturating_add(1)) as usize;
            weight(&repeat.sub).saturating_mul(times.max(1))
        }
        HirKind::Capture(capture) => weight(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().fold(0, |sum, part| sum.saturating_add(weight(part)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::complaint;

    #[test]
    fn sound_expressions_raise_no_complaint() {
        for sound in [r"\d+ percent", r"(?i)\b(?:very|quite)\b", r"\w{1,40}", "[[:alpha:]]+"] {
            assert_eq!(complaint(sound, 0), None, "{sound}");
        }
        for unsound in ["a*", "(a", "(?=a)b", r"(?:\w{90}){90}", "[a&&b]", "a**{"] {
            assert!(complaint(unsound, 0).is_some(), "{unsound}");
        }
    }
}
