//! Puts the built-in packs and word lists into the program.
//!
//! A rule is one TOML file and needs no line of Rust, so the list of files is made here. Their words and
//! phrases are put in order here too, by the code that the program itself has for those of a house: done at
//! every start, that would take most of the time of a check.

use facts::lexicon::Lexicon;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};
use text::lists::Lists;
use text::phrase::Phrases;
use text::vocabulary::{Vocabulary, WordId};

/// As much of the program as reads words and phrases.
#[path = "src/text"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod text {
    pub mod lists;
    pub mod notation;
    pub mod phrase;
    pub mod span;
    pub mod table;
    pub mod token;
    pub mod vocabulary;
    mod word_key;
    mod word_set;

    pub use span::Span;
    pub use token::Token;
    pub use vocabulary::{Vocabulary, WordId};
}

#[path = "src/facts"]
#[allow(dead_code, unreachable_pub, unused_imports)]
mod facts {
    pub mod lexicon;
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=rules");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("rules");
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let (mut rules, mut lists) = (Vec::new(), Lists::default());
    let mut out = String::from("pub(crate) const RULE_FILES: &[RuleFile<'static>] = &[\n");
    for (number, (id, path)) in found(&root, "toml")?.iter().enumerate() {
        let packed = target.join(format!("{number}.packed"));
        let mut rule: toml::Table = fs::read_to_string(path)?.parse()?;
        // The examples prove the rule in tests, and are half of it.
        rule.remove("example");
        // A form that needs no grammar to read.
        fs::write(&packed, rmp_serde::to_vec_named(&rule)?)?;
        rules.push((id.clone(), rule));
        let numbered = packed.with_extension("numbered").display().to_string();
        let (path, packed) = (path.display().to_string(), packed.display().to_string());
        writeln!(
            out,
            "    RuleFile {{ path: {id:?}, text: include_str!({path:?}), packed: Some(include_bytes!({packed:?})), \
             numbered: Some(include_bytes!({numbered:?})) }},"
        )?;
    }
    out.push_str("];\npub(crate) const LIST_FILES: &[(&str, &str)] = &[\n");
    for (name, path) in found(&root.join("lists"), "txt")? {
        lists.add(&name, &fs::read_to_string(path)?);
        let entries: Vec<&str> = lists.get(&name).into_iter().flatten().collect();
        writeln!(out, "    ({name:?}, {:?}),", entries.join("\n"))?;
    }
    out.push_str("];\n");
    let words = target.join("words.packed");
    let (mut vocabulary, lexicon, mut phrases) = words_of(&rules, &lists);
    fs::write(&words, postcard::to_allocvec(&(&vocabulary, &lexicon, &phrases))?)?;
    for (number, (id, mut rule)) in rules.into_iter().enumerate() {
        in_rule(&id, &mut rule, &mut |set, sort| {
            let written = strings(set);
            *set = match sort {
                Sort::Phrases => {
                    let (tag, _) = phrases.add_set(written.into_iter(), &lists, &mut vocabulary);
                    toml::Value::Integer(tag.0.into())
                }
                Sort::Words => {
                    let numbers = words_in(&written, &lists, &mut vocabulary);
                    let numbers: Vec<String> = numbers.iter().map(|word| word.0.to_string()).collect();
                    toml::Value::String(numbers.join(" "))
                }
            };
        });
        let numbered = target.join(format!("{number}.numbered"));
        fs::write(&numbered, rmp_serde::to_vec_named(&rule)?)?;
    }
    let words = words.display().to_string();
    writeln!(
        out,
        "/// A vocabulary, a lexicon and phrases.\nconst WORDS: &[u8] = include_bytes!({words:?});"
    )?;
    fs::write(target.join("builtin.rs"), out)?;
    Ok(())
}

/// All files with an ending, in order: each with its path below `root` without that ending.
fn found(root: &Path, ending: &str) -> io::Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    collect(root, ending, &mut files)?;
    files.sort();
    let id = |file: &Path| {
        let below = file.strip_prefix(root).expect("it was found there").with_extension("");
        below.to_string_lossy().replace('\\', "/")
    };
    Ok(files
        .into_iter()
        .map(|file| {
            println!("cargo:rerun-if-changed={}", file.display());
            (id(&file), file)
        })
        .collect())
}

/// Arrays of strings that are no phrases, each below the kind of rule it stands in.
const NO_PHRASES: [(&str, &str); 16] = [
    ("claim", "triggers"),
    ("first-name", "short"),
    ("headline-figure", "blocks"),
    ("name-variant", "alike"),
    ("share", "one_lot"),
    ("slot", "anyone"),
    ("source", "forms"),
    ("source", "sources"),
    ("stranger", "alike"),
    ("stranger", "taken_for_granted"),
    ("sum", "apart"),
    ("sum", "exhaustive"),
    ("sum", "unmixed"),
    ("title", "ministry"),
    ("title", "seats"),
    ("tone", "endings"),
];

/// Arrays of single words, likewise.
const WORDS: [(&str, &str); 6] = [
    ("loaded", "no_noun"),
    ("made-of", "needs"),
    ("made-of", "words"),
    ("margin", "link_words"),
    ("picture", "counters"),
    ("swap", "same"),
];

/// What the strings of an array are.
#[derive(Clone, Copy)]
enum Sort {
    Phrases,
    Words,
}

/// The guards of a rule that are phrases.
const GUARDS: [&str; 7] = [
    "unless_before",
    "unless_after",
    "unless_in_sentence",
    "only_in_sentence",
    "unless_in_article",
    "only_in_article",
    "unless_named_beside",
];

/// The words and phrases of all lists and rules, as the program would read them.
fn words_of(rules: &[(String, toml::Table)], lists: &Lists) -> (Vocabulary, Lexicon, Phrases) {
    let (mut vocabulary, mut phrases) = (Vocabulary::default(), Phrases::default());
    let lexicon = Lexicon::build(lists, &mut vocabulary, &mut phrases);
    for (path, rule) in rules {
        in_rule(path, &mut rule.clone(), &mut |set, sort| match sort {
            Sort::Phrases => drop(phrases.add_set(strings(set).into_iter(), lists, &mut vocabulary)),
            Sort::Words => drop(words_in(&strings(set), lists, &mut vocabulary)),
        });
    }
    phrases.lay_out();
    (vocabulary, lexicon, phrases)
}

/// The words of an array of them, in order; what cannot be read is told by the tests of the rules.
fn words_in(written: &[&str], lists: &Lists, vocabulary: &mut Vocabulary) -> Vec<WordId> {
    let mut out = Vec::new();
    for entry in written {
        text::phrase::add_words_or_list(entry, lists, vocabulary, &mut out).unwrap_or_default();
    }
    out.sort_unstable();
    out.dedup();
    out
}

fn strings(array: &toml::Value) -> Vec<&str> {
    let all = array.as_array().into_iter().flatten();
    all.filter_map(toml::Value::as_str).collect()
}

/// What is shown every set of phrases or words, and what it is.
type Show<'a> = dyn FnMut(&mut toml::Value, Sort) + 'a;

/// Shows every set of phrases or words of a rule: it holds its guards and its kind; the scale of tone is of one piece.
fn in_rule(path: &str, rule: &mut toml::Table, show: &mut Show<'_>) {
    for (key, value) in rule.iter_mut().filter(|(key, _)| GUARDS.contains(&key.as_str())) {
        in_value("", key, value, show);
    }
    if path == "tone" {
        rule.iter_mut().for_each(|(_, value)| in_value("tone", "", value, show));
    }
    let kinds = rule.get_mut("check").and_then(toml::Value::as_table_mut);
    for (kind, settings) in kinds.into_iter().flatten() {
        in_value(kind, "", settings, show);
    }
}

/// Shows every array of strings below a value that holds phrases or words.
fn in_value(kind: &str, key: &str, value: &mut toml::Value, show: &mut Show<'_>) {
    match value {
        toml::Value::Table(table) => table
            .iter_mut()
            .for_each(|(key, value)| in_value(kind, key, value, show)),
        toml::Value::Array(all) if all.iter().all(toml::Value::is_str) && NO_PHRASES.contains(&(kind, key)) => {}
        toml::Value::Array(none) if none.is_empty() => {}
        toml::Value::Array(all) if all.iter().all(toml::Value::is_str) => {
            let words = WORDS.contains(&(kind, key));
            show(value, if words { Sort::Words } else { Sort::Phrases });
        }
        toml::Value::Array(all) => all.iter_mut().for_each(|value| in_value(kind, key, value, show)),
        _ => {}
    }
}

fn collect(folder: &Path, ending: &str, out: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, ending, out)?;
        } else if path.extension().is_some_and(|e| e == ending) {
            out.push(path);
        }
    }
    Ok(())
}
