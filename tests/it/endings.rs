//! Words that are put together from a stem and endings are words: "speech{,s}" finds no speeches.

use super::support::tree;
use std::collections::BTreeSet;
use std::path::Path;

/// Words that end like none and are some.
const WORDS: &[&str] = &[
    "ache",
    "aches",
    "avalanche",
    "cache",
    "epochs",
    "headache",
    "monarchs",
    "niche",
    "patriarchs",
    "stomachs",
    "techs",
    "ageing",
    "dyeing",
    "singeing",
    "whingeing",
    "bellyache",
    "oligarchs",
    "axe",
];

/// The words of a clump such as `repl{y,ies,ied}`, in which no brace stands in another.
fn words(clump: &str) -> Vec<String> {
    let Some((before, rest)) = clump.split_once('{') else {
        return vec![clump.to_owned()];
    };
    let Some((choice, behind)) = rest.split_once('}') else {
        return Vec::new();
    };
    let behind = words(behind);
    let ways = choice.split(',').map(str::trim);
    ways.flat_map(|way| behind.iter().map(move |end| format!("{before}{way}{end}")))
        .collect()
}

/// The parts of a phrase that hold a brace with a letter right before or behind it. White space parts them, but not in
/// a brace.
fn clumps(phrase: &str) -> Vec<&str> {
    let (mut out, mut start, mut inside) = (Vec::new(), 0, false);
    for (at, char) in phrase.char_indices().chain([(phrase.len(), ' ')]) {
        match char {
            '{' => inside = true,
            '}' => inside = false,
            ' ' if !inside => {
                out.push(&phrase[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    out.retain(|clump| clump.contains('{') && !clump.starts_with('{') | !clump.ends_with('}') | clump.contains("}{"));
    out
}

/// What no word ends with, or no word that has this one's stem beside it.
fn is_no_word(word: &str, all: &BTreeSet<&str>) -> bool {
    let last = word.rsplit([' ', '-']).next().unwrap_or(word);
    if WORDS.contains(&last) || !last.chars().all(char::is_alphabetic) {
        return false;
    }
    let consonant = |stem: &str| {
        let before = stem.chars().next_back();
        before.is_some_and(|c| !"aeiouy".contains(c.to_ascii_lowercase()))
    };
    let behind_consonant = |ending: &str| last.strip_suffix(ending).is_some_and(consonant);
    // "Praiseed", beside "praise".
    let doubled = ["ed", "ing"].iter().any(|ending| {
        let stem = word
            .strip_suffix(ending)
            .filter(|stem| stem.ends_with('e') && !stem.ends_with("ee"));
        stem.is_some_and(|stem| all.contains(stem))
    });
    let wrong = ["chs", "shs", "sss", "xs", "che", "she", "sse", "xe"];
    wrong.iter().any(|end| last.ends_with(end)) || ["ys", "yed"].iter().any(|e| behind_consonant(e)) || doubled
}

/// Every text in a table of TOML, whatever key it stands under.
fn texts<'a>(value: &'a toml::Value, out: &mut Vec<&'a str>) {
    match value {
        toml::Value::String(text) => out.push(text),
        toml::Value::Array(all) => all.iter().for_each(|v| texts(v, out)),
        toml::Value::Table(table) => table.values().for_each(|v| texts(v, out)),
        _ => {}
    }
}

#[test]
fn every_ending_makes_a_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let mut wrong = Vec::new();
    let mut seen = 0;
    let mut phrase = |file: &str, phrase: &str| {
        for clump in clumps(phrase) {
            let all = words(clump);
            let set: BTreeSet<&str> = all.iter().map(String::as_str).collect();
            seen += all.len();
            let bad = all.iter().filter(|word| is_no_word(word, &set));
            wrong.extend(bad.map(|word| format!("{file}: {clump} makes “{word}”")));
        }
    };
    for (file, text) in tree(&root, "txt") {
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            phrase(&file, line.trim());
        }
    }
    for (file, text) in tree(&root, "toml") {
        let Ok(toml::Value::Table(rule)) = text.parse::<toml::Table>().map(toml::Value::Table) else {
            continue;
        };
        // Examples are copy, and messages have gaps.
        let own = rule
            .iter()
            .filter(|(key, _)| *key == "check" || key.contains('-') || key.contains('_'));
        let mut all = Vec::new();
        own.for_each(|(_, value)| texts(value, &mut all));
        // An expression of the regex language counts with its braces.
        all.retain(|text| !text.contains(['\\', '^', '$']));
        for text in all {
            phrase(&file, text);
        }
    }
    assert!(seen > 10_000, "{seen} words are few");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_no_word_is_seen() {
    for wrong in [
        "speech{,s}",
        "repl{y,ys}",
        "praise{,s,ed}",
        "boss{,s}",
        "carr{y,yed}",
        "approache{,s}",
        "tax{,s}",
    ] {
        let all = words(wrong);
        let set = all.iter().map(String::as_str).collect();
        assert!(all.iter().any(|w| is_no_word(w, &set)), "{wrong}");
    }
    for right in [
        "speech{,es}",
        "repl{y,ies}",
        "praise{,s,d}",
        "agree{,s,d}",
        "need{,ed}",
        "stomach{,s}",
        "day{,s}",
    ] {
        let all = words(right);
        let set = all.iter().map(String::as_str).collect();
        assert!(!all.iter().any(|w| is_no_word(w, &set)), "{right}");
    }
}
