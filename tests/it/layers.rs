//! Imports point down: what stands on a floor knows only the floors below it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module of the crate with its floor.
const FLOORS: &[(&str, u8)] = &[
    ("text", 1),
    ("facts", 2),
    ("finding", 2),
    ("rules", 3),
    ("report", 3),
    ("score", 4),
    ("allow", 4),
    ("config", 4),
    ("gate", 4),
    ("engine", 5),
    ("render", 5),
    ("front", 6),
];

/// What the floors below the front must not know of the standard library.
const OUTSIDE: [&str; 4] = ["fs", "env", "time", "process"];

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// A source file without its tests.
struct Source {
    /// Below `src`.
    path: PathBuf,
    /// The names of its module, outermost first.
    module: Vec<String>,
    text: String,
}

impl Source {
    /// The modules of the crate that it names: `crate::text`, `use crate::{text, facts::Class}`, and as many `super` as
    /// there are modules around it.
    fn knows(&self) -> BTreeSet<String> {
        let up = "super::".repeat(self.module.len());
        let mut out = first_names(&self.text, "crate::");
        // One more would lead out of the crate.
        let own = first_names(&self.text, &up);
        out.extend(own.into_iter().filter(|name| !up.is_empty() && name != "super"));
        out
    }
}

/// The names right behind a path, of each branch of a group.
fn first_names(text: &str, path: &str) -> BTreeSet<String> {
    let name = |part: &str| -> String { part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let mut out = BTreeSet::new();
    for (at, _) in text.match_indices(path) {
        // `a::super::b` is the end of a longer path.
        if path.is_empty() || text[..at].ends_with([':', '_']) || text[..at].ends_with(char::is_alphanumeric) {
            continue;
        }
        let rest = &text[at + path.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            out.insert(name(rest));
            continue;
        };
        let mut depth = 0;
        let mut begins = true;
        for (at, char) in group.char_indices() {
            match char {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                c if begins && !c.is_whitespace() => {
                    out.insert(name(&group[at..]));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    out
}

/// The text without what is compiled for tests only: the item behind each `#[cfg(test)]`, to the line that closes it.
fn without_tests(text: &str) -> String {
    let mut out = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let mut first = lines.next().unwrap_or_default();
        while first.trim_start().starts_with("#[") {
            first = lines.next().unwrap_or_default();
        }
        let closes = |l: &str| l.len() - l.trim_start().len() == indent && l.trim_start().starts_with(['}', ')', ']']);
        if !first.trim_end().ends_with([';', '}', ',']) {
            let _ = lines.find(|l| closes(l));
        }
    }
    out
}

fn collect(folder: &Path, out: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if name == "tests" {
            continue;
        }
        if path.is_dir() {
            collect(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let below = path.strip_prefix(root()).expect("it was found there").to_owned();
            let mut module: Vec<String> = below.iter().map(|p| p.to_string_lossy().replace(".rs", "")).collect();
            module.retain(|name| !matches!(name.as_str(), "mod" | "lib" | "main"));
            let text = without_tests(&fs::read_to_string(&path).expect("the file can be read"));
            out.push(Source {
                path: below,
                module,
                text,
            });
        }
    }
}

fn sources() -> Vec<Source> {
    let mut out = Vec::new();
    collect(&root(), &mut out);
    assert!(out.len() > 200, "{} files are few", out.len());
    out
}

#[test]
fn imports_point_down() {
    let mut wrong = Vec::new();
    let mut met = BTreeSet::new();
    for source in sources() {
        let path = source.path.display();
        let Some(module) = source.module.first() else { continue };
        let Some(own) = floor(module) else {
            wrong.push(format!("{path}: `{module}` stands on no floor"));
            continue;
        };
        met.insert(module.clone());
        for named in source.knows() {
            if floor(&named).is_some_and(|other| other > own) {
                wrong.push(format!("{path} knows {named}"));
            }
        }
        if module != "front" {
            let outside = first_names(&source.text, "std::");
            let named = OUTSIDE.iter().filter(|name| outside.contains(**name));
            wrong.extend(named.map(|name| format!("{path} uses std::{name}")));
            let printed = ["SystemTime", "print!", "println!"]
                .iter()
                .filter(|p| source.text.contains(**p));
            wrong.extend(printed.map(|p| format!("{path} uses {p}")));
        }
    }
    let gone = FLOORS.iter().filter(|(name, _)| !met.contains(*name));
    wrong.extend(gone.map(|(name, _)| format!("`{name}` has a floor and no file")));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn renderers_see_only_the_report() {
    // The catalogue alone sees packs, as Markdown and as a page.
    let of_packs = |s: &Source| s.module.get(1).is_some_and(|m| m == "catalogue");
    for source in sources()
        .iter()
        .filter(|s| s.module.first().is_some_and(|m| m == "render"))
    {
        if of_packs(source) {
            continue;
        }
        let known = source.knows();
        for module in ["rules", "engine", "facts"] {
            assert!(!known.contains(module), "{} knows {module}", source.path.display());
        }
    }
}

#[test]
fn an_import_is_seen_however_it_is_written() {
    let text = "use crate::{\n    text::{self, Span},\n    front,\n};\nuse super::super::{engine, facts::Class};\n\
                fn a() { crate::score::b(); }\n#[cfg(test)]\nmod tests {\n    use crate::config;\n}\nuse crate::gate;\n";
    let source = Source {
        path: PathBuf::new(),
        module: vec!["rules".to_owned(), "guard".to_owned()],
        text: without_tests(text),
    };
    let known = source.knows();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    assert_eq!(known, ["engine", "facts", "front", "gate", "score", "text"]);
    assert_eq!(
        first_names("use std::{fs, io::Write};", "std::")
            .into_iter()
            .collect::<Vec<_>>(),
        ["fs", "io"]
    );
}
