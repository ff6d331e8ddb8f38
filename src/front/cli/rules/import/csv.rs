//! A word list: wrong, right, reason.

use super::Imported;
use super::draft::{Draft, kebab, plain, quoted};
use crate::front::Failure;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Words of a reason that make the name of its rule: enough to tell rules apart in a list.
const NAME_WORDS: usize = 5;

/// Reads a list. A first row of column names is left out.
pub(super) fn read(text: &str) -> Result<Imported, Failure> {
    let mut imported = Imported::default();
    let mut groups: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (number, row) in rows(text).into_iter().enumerate() {
        let cell = |at: usize| row.get(at).map_or("", |c| c.trim()).to_owned();
        let (wrong, right, reason) = (cell(0), cell(1), cell(2));
        if wrong.is_empty() || number == 0 && wrong.eq_ignore_ascii_case("wrong") {
            continue;
        }
        if plain(&wrong) {
            groups.entry(reason).or_default().push((wrong, right));
        } else {
            let why = "only words, spaces and hyphens can stand in a word list; write a rule of kind `pattern`";
            imported
                .left
                .push((format!("row {} ({wrong})", number + 1), why.to_owned()));
        }
    }
    if groups.is_empty() {
        return Err(Failure::new("holds no words").help("The columns are wrong, right, reason, with commas between."));
    }
    for (reason, mut words) in groups {
        words.sort();
        words.dedup_by(|a, b| a.0 == b.0);
        let (swaps, bare): (Vec<_>, Vec<_>) = words.into_iter().partition(|(_, right)| !right.is_empty());
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

fn begun(name: &str, reason: &str, words: &[(String, String)]) -> Draft {
    let or = |text: &str, other: &str| {
        if text.is_empty() {
            other.to_owned()
        } else {
            text.to_owned()
        }
    };
    let first = words.first().map_or("", |(wrong, _)| wrong);
    let second = words.get(1).map_or(first, |(wrong, _)| wrong);
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
        ..Draft::default()
    }
}

fn swap(name: &str, reason: &str, words: &[(String, String)]) -> Draft {
    let mut draft = begun(name, reason, words);
    "{match} is {instead} in this house".clone_into(&mut draft.message);
    "Write what the house writes.".clone_into(&mut draft.advice);
    draft.check.push_str("[check.substitution.swap]\n");
    for (wrong, right) in words {
        // Writing to a string cannot fail.
        let _ = writeln!(draft.check, "{} = {}", quoted(wrong), quoted(right));
    }
    let right = words.first().map_or("", |(_, right)| right);
    let right = right.split('|').next().unwrap_or_default();
    draft
        .examples
        .push(("passes", format!("The first line says {right} and no more.")));
    draft
}

fn lexicon(name: &str, reason: &str, words: &[(String, String)]) -> Draft {
    let mut draft = begun(name, reason, words);
    "{match} is no word of this house".clone_into(&mut draft.message);
    "Write another word.".clone_into(&mut draft.advice);
    let words: Vec<String> = words.iter().map(|(wrong, _)| quoted(wrong)).collect();
    draft.check = format!("[check.lexicon]\nterms = [{}]\n", words.join(", "));
    draft
        .examples
        .push(("passes", "The first line says nothing of the sort.".to_owned()));
    draft
}

/// The rows of a CSV text: cells between commas, in quotation marks where they hold commas or lines.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    row.push(cell);
    rows.push(row);
    rows
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn cells_may_hold_commas_and_lines() {
        assert_eq!(
            rows("a,\"b, \"\"c\"\"\nd\",e\r\nf"),
            [vec!["a", "b, \"c\"\nd", "e"], vec!["f"]]
        );
    }
}
