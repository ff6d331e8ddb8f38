//! Expressions as Vale's engine reads them, written as ours does.

use super::check::Parts;
use crate::rules::expression::unsound;

/// The expressions that can be run; the others are put on record.
pub(super) fn sound<'a>(all: &'a [String], parts: &mut Parts) -> Vec<&'a str> {
    let mut out = Vec::new();
    for one in all {
        match unsound(one) {
            None => out.push(one.as_str()),
            Some(reason) => parts.push((one.clone(), reason)),
        }
    }
    out
}

pub(super) fn nothing_runs(all: &[String]) -> String {
    match all.iter().find_map(|one| unsound(one)) {
        Some(reason) => format!("none of its expressions can be run: {reason}"),
        None => "it names nothing to look for".to_owned(),
    }
}

/// An expression in which `^` and `$` mean the ends of lines, as they do in Vale.
pub(super) fn lines(regex: &str) -> String {
    if regex.contains(['^', '$']) {
        format!("(?m){regex}")
    } else {
        regex.to_owned()
    }
}

/// An expression as Vale's engine reads it: there a `[` within a class is a bracket, and here it would
/// open a class in the class.
pub(super) fn legible(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    let mut chars = written.chars().peekable();
    let mut class = false;
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                out.push(c);
                out.extend(chars.next());
                continue;
            }
            '[' if class && chars.peek() != Some(&':') => out.push('\\'),
            '[' if !class => {
                class = true;
                out.push(c);
                // A bracket that stands first in a class is itself.
                if chars.peek() == Some(&'^') {
                    out.extend(chars.next());
                }
                if chars.peek() == Some(&']') {
                    out.push('\\');
                    out.extend(chars.next());
                }
                continue;
            }
            ']' => class = false,
            _ => {}
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::legible;

    #[test]
    fn brackets_in_classes_are_brackets() {
        assert_eq!(legible(r"[[(]a\[[^]x]"), r"[\[(]a\[[^\]x]");
        assert_eq!(legible("[[:alpha:]]b"), "[[:alpha:]]b");
    }
}
