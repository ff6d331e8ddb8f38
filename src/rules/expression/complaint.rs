//! What is wrong with an expression, where, and what to write instead.

use super::trying;
use regex::Regex;
use regex_syntax::Parser;
use regex_syntax::hir::{Class, Hir, HirKind};
use std::ops::Range;

/// Above this weight an expression is compiled on loading, to see whether it is too big. Expressions of
/// newsroom rules weigh below a thousand, and compiling them all would cost more than checking an article.
const HEAVY: usize = 100_000;

/// What is wrong with an expression: the bytes of it, the message, the help.
pub(in crate::rules) type Complaint = (Option<Range<usize>>, String, Option<&'static str>);

/// What is wrong with an expression, in words; `None` if it can be run.
#[must_use]
pub fn unsound(written: &str) -> Option<String> {
    complaint(written, 0).map(|(_, message, _)| message)
}

/// Looks for what is wrong with an expression of which group `group` is flagged.
pub(in crate::rules) fn complaint(written: &str, group: usize) -> Option<Complaint> {
    let hir = match Parser::new().parse(written) {
        Ok(hir) => hir,
        Err(error) => {
            let complaint = syntax(&error);
            let looks = complaint.1.contains("look-around") || complaint.1.contains("backreference");
            return if looks {
                looking(written, group)
            } else {
                Some(complaint)
            };
        }
    };
    let properties = hir.properties();
    if properties.minimum_len() == Some(0) {
        return Some(matches_nothing());
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
        return Some(no_group(group, groups));
    }
    if weight(&hir) > HEAVY && Regex::new(written).is_err() {
        return Some((
            None,
            "this expression is too big: spelt out it takes more than 10 MB".to_owned(),
            Some("a counted repeat inside another multiplies: lower the counts, or write `+` instead"),
        ));
    }
    None
}

fn matches_nothing() -> Complaint {
    (
        None,
        "this expression can match nothing at all, and nothing is everywhere".to_owned(),
        Some("every part of it may be missing: take away one `*` or `?`, or write `+` for `*`"),
    )
}

fn no_group(group: usize, groups: usize) -> Complaint {
    (
        None,
        format!("`group` is {group}, and this expression has {groups} (round brackets without `?:`)"),
        Some("count the opening brackets from the left, or leave `group` out to flag the whole match"),
    )
}

/// What is wrong with an expression that looks ahead or behind, or refers to its own match.
fn looking(written: &str, group: usize) -> Option<Complaint> {
    match trying(written) {
        Ok(_) if may_be_empty(written) => Some((
            None,
            "this expression can match nothing at all, and nothing is everywhere".to_owned(),
            Some("what stands in (?=…) and (?<=…) is looked at and not found: put the words to be found outside"),
        )),
        // The first of its groups is the whole match.
        Ok(regex) if group >= regex.captures_len() => Some(no_group(group, regex.captures_len() - 1)),
        Ok(_) => None,
        Err(fancy_regex::Error::ParseError(at, error)) => Some((
            Some(written.floor_char_boundary(at)..written.ceil_char_boundary(at + 1)),
            format!("this is no regular expression: {error}"),
            Some(
                "brackets come in pairs; what stands before and after can also be said with unless_before, unless_after",
            ),
        )),
        Err(error) => Some((
            None,
            format!("this expression cannot be run: {error}"),
            Some("say what stands before and after with unless_before, unless_after, only_in_sentence"),
        )),
    }
}

/// May an expression that looks around match no letter at all? What it looks at is taken for nothing.
fn may_be_empty(written: &str) -> bool {
    let (mut bare, mut rest) = (String::new(), written);
    while let Some((at, length)) = ["(?=", "(?!", "(?<=", "(?<!"]
        .iter()
        .filter_map(|look| rest.find(look).map(|at| (at, look.len())))
        .min()
    {
        bare.push_str(&rest[..at]);
        bare.push_str("(?:)");
        rest = &rest[at + length..];
        // To the bracket that closes what it looks at.
        let (mut open, mut escaped, mut end) = (1, false, rest.len());
        for (i, c) in rest.char_indices() {
            match c {
                '(' if !escaped => open += 1,
                ')' if !escaped => open -= 1,
                _ => {}
            }
            escaped = c == '\\' && !escaped;
            if open == 0 {
                end = i + 1;
                break;
            }
        }
        rest = rest.get(end..).unwrap_or_default();
    }
    bare.push_str(rest);
    let hir = Parser::new().parse(&bare);
    hir.is_ok_and(|hir| hir.properties().minimum_len() == Some(0))
}

fn syntax(error: &regex_syntax::Error) -> Complaint {
    let (span, message) = match error {
        regex_syntax::Error::Parse(e) => (Some(e.span()), e.kind().to_string()),
        regex_syntax::Error::Translate(e) => (Some(e.span()), e.kind().to_string()),
        other => (None, other.to_string()),
    };
    let help = if message.contains("unclosed group") || message.contains("unopened group") {
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
        for sound in [
            r"\d+ percent",
            r"(?i)\b(?:very|quite)\b",
            r"\w{1,40}",
            "[[:alpha:]]+",
            "(?=a)a",
            r"(?<!\.)b(?! c)",
        ] {
            assert_eq!(complaint(sound, 0), None, "{sound}");
        }
        for unsound in [
            "a*",
            "(a",
            "(?=a",
            r"(?!a)\1",
            "a|(?=b)",
            r"(?:\w{90}){90}",
            "[a&&b]",
            "a**{",
        ] {
            assert!(complaint(unsound, 0).is_some(), "{unsound}");
        }
    }
}
