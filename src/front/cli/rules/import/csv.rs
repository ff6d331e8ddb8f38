//! A word list: wrong, right, reason.

mod cells;

use super::Imported;
use super::draft::{Draft, kebab, literal, plain, quoted};
use crate::front::Failure;
use crate::text::one_line;
use cells::{parting, rows};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Words of a reason that make the name of its rule: enough to tell rules apart in a list.
const NAME_WORDS: usize = 5;

/// What the columns may be called in a first row, in the order wrong, right, reason.
const HEADS: [&[&str]; 3] = [
    &[
        "wrong",
        "avoid",
        "incorrect",
        "not",
        "word",
        "term",
        "instead of",
        "do not use",
        "don't use",
    ],
    &[
        "right",
        "use",
        "correct",
        "write",
        "preferred",
        "instead",
        "replacement",
        "better",
    ],
    &["reason", "why", "note", "notes", "because", "comment", "explanation"],
];

/// Reads a list. A first row of column names says which column is which; without it they are wrong, right,
/// reason. Cells are parted by whatever parts the first row: commas, semicolons or tabs.
pub(super) fn read(text: &str) -> Result<Imported, Failure> {
    let text = text.trim_start_matches('\u{feff}');
    let mut imported = Imported {
        what: "rows",
        ..Imported::default()
    };
    let mut groups: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    let rows = rows(text, parting(text)).map_err(|line| {
        Failure::new(format!("the quotation mark on line {line} is never closed"))
            .help("A cell in quotation marks ends with one; a mark within it stands twice.")
    })?;
    let (columns, headed) = columns(rows.first().map_or(&[], |(_, row)| row.as_slice()));
    for (line, row) in rows.into_iter().skip(usize::from(headed)) {
        // A cell may be broken into lines, and means the same.
        let cell = |which: usize| {
            columns[which]
                .and_then(|at| row.get(at))
                .map_or(String::new(), |c| one_line(c))
        };
        let (wrong, right, reason) = (cell(0), cell(1), cell(2));
        if wrong.is_empty() {
            if row.iter().any(|cell| !cell.trim().is_empty()) {
                imported
                    .left
                    .push((format!("line {line}"), "it names no wrong word".to_owned()));
            }
            continue;
        }
        if wrong == right {
            let why = "the wrong word and the right one are the same".to_owned();
            imported.left.push((format!("line {line} ({wrong})"), why));
            continue;
        }
        if !wrong.chars().any(char::is_alphanumeric) {
            let why = "there is no letter and no figure in it; write a rule of kind `pattern`".to_owned();
            imported.left.push((format!("line {line} ({wrong})"), why));
            continue;
        }
        let entries = groups.entry(reason).or_default();
        if let Some(first) = entries.iter().find(|entry| entry.wrong == wrong) {
            let why = format!("the word stands on line {} already, with the same reason", first.line);
            imported.left.push((format!("line {line} ({wrong})"), why));
            continue;
        }
        entries.push(Entry { line, wrong, right });
    }
    if groups.is_empty() {
        return Err(Failure::new("holds no words")
            .help("The columns are wrong, right, reason, parted by commas, semicolons or tabs."));
    }
    for (reason, mut words) in groups {
        words.sort_by(|a, b| a.wrong.cmp(&b.wrong));
        let (swaps, bare): (Vec<_>, Vec<_>) = words.into_iter().partition(|entry| !entry.right.is_empty());
        let name: Vec<&str> = reason.split_whitespace().take(NAME_WORDS).collect();
        let name = if name.is_empty() {
            "words".to_owned()
        } else {
            kebab(&name.join(" "))
        };
        if !swaps.is_empty() {
            imported.rules.push(swap(&name, &reason, &swaps));
        }
        if !bare.is_empty() {
            let name = if swaps.is_empty() {
                name
            } else {
                format!("{name}-without-another")
            };
            imported.rules.push(lexicon(&name, &reason, &bare));
        }
    }
    Ok(imported)
}

/// A row of a list.
struct Entry {
    line: usize,
    wrong: String,
    right: String,
}

fn begun(name: &str, reason: &str, words: &[Entry]) -> Draft {
    let or = |text: &str, other: &str| {
        if text.is_empty() {
            other.to_owned()
        } else {
            text.to_owned()
        }
    };
    let first = words.first().map_or("", |entry| &entry.wrong);
    let second = words.get(1).map_or(first, |entry| &entry.wrong);
    Draft {
        name: name.to_owned(),
        from: format!("a word list: {}", or(reason, "words")),
        summary: or(reason, "words this house does not use"),
        why: or(reason, "The house's word list says so."),
        severity: "minor",
        scope: Some("unquoted"),
        examples: vec![
            ("flags", format!("The first line says [[{first}]] and no more.")),
            ("flags", format!("We read [[{second}]] in a letter.")),
            ("passes", format!("“We say {first} here,” she said.")),
        ],
        rows: words
            .iter()
            .map(|entry| format!("line {} ({})", entry.line, entry.wrong))
            .collect(),
        ..Draft::default()
    }
}

fn swap(name: &str, reason: &str, words: &[Entry]) -> Draft {
    let mut draft = begun(name, reason, words);
    "{match} is {instead} in this house".clone_into(&mut draft.message);
    "Write what the house writes.".clone_into(&mut draft.advice);
    let (phrases, patterns): (Vec<_>, Vec<_>) = words.iter().partition(|entry| plain(&entry.wrong));
    // Writing to a string cannot fail.
    if !phrases.is_empty() {
        draft.check.push_str("[check.substitution.swap]\n");
    }
    for Entry { wrong, right, .. } in phrases {
        let _ = writeln!(draft.check, "{} = {}", quoted(wrong), quoted(right));
    }
    if !patterns.is_empty() {
        draft.check.push_str("\n[check.substitution.patterns]\n");
    }
    for Entry { wrong, right, .. } in patterns {
        let _ = writeln!(draft.check, "{} = {}", literal(&expression(wrong)), quoted(right));
    }
    let right = words.first().map_or("", |entry| &entry.right);
    let right = right.split('|').next().unwrap_or_default();
    draft
        .examples
        .push(("passes", format!("The first line says {right} and no more.")));
    draft
}

fn lexicon(name: &str, reason: &str, words: &[Entry]) -> Draft {
    let mut draft = begun(name, reason, words);
    "{match} is no word of this house".clone_into(&mut draft.message);
    "Write another word.".clone_into(&mut draft.advice);
    let all = |written: fn(&str) -> String, mark: &str| {
        let words: Vec<String> = words.iter().map(|entry| written(&entry.wrong)).collect();
        words.join(mark)
    };
    draft.check = if words.iter().all(|entry| plain(&entry.wrong)) {
        format!("[check.lexicon]\nterms = [{}]\n", all(quoted, ", "))
    } else {
        format!("[check.pattern]\nregex = {}\n", literal(&all(expression, "|")))
    };
    draft
        .examples
        .push(("passes", "The first line says nothing of the sort.".to_owned()));
    draft
}

/// A word with marks in it ("24/7", "don't") as an expression.
fn expression(word: &str) -> String {
    let edge = |c: Option<char>| {
        if c.is_some_and(char::is_alphanumeric) {
            r"\b"
        } else {
            ""
        }
    };
    let (head, tail) = (edge(word.chars().next()), edge(word.chars().next_back()));
    format!("{head}{}{tail}", regex::escape(word))
}

/// Which column holds what, and whether a first row says so.
fn columns(first: &[String]) -> ([Option<usize>; 3], bool) {
    let is = |at: usize, names: &[&str]| {
        let name = first.get(at).map(|cell| cell.trim().to_lowercase());
        name.is_some_and(|name| names.contains(&name.as_str()))
    };
    let named = HEADS.map(|names| (0..first.len()).find(|at| is(*at, names)));
    // One name alone may be a word of the list, unless it is the only column.
    let headed = named[0].is_some() && (named[1].is_some() || named[2].is_some() || first.len() == 1);
    if headed && (first.len() > 1 || is(0, &["wrong", "avoid"])) {
        (named, true)
    } else {
        ([Some(0), Some(1), Some(2)], false)
    }
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn a_first_row_says_which_column_is_which() {
        let row = |cells: &[&str]| cells.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            columns(&row(&["Use", "Avoid", "Why"])),
            ([Some(1), Some(0), Some(2)], true)
        );
        assert_eq!(columns(&row(&["wrong"])), ([Some(0), None, None], true));
        assert_eq!(
            columns(&row(&["use", "employ", ""])),
            ([Some(0), Some(1), Some(2)], false)
        );
    }
}
