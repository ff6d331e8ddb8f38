//! Puts the built-in packs and word lists into the program.
//!
//! A rule is one TOML file and needs no line of Rust, so the list of files is made here.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=rules");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("rules");
    let mut out = String::new();
    table(&mut out, "RULE_FILES", &root, "toml", None)?;
    table(&mut out, "BARE_RULE_FILES", &root, "toml", Some(without_examples))?;
    table(&mut out, "LIST_FILES", &root.join("lists"), "txt", None)?;
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("builtin.rs");
    fs::write(target, out)
}

/// Writes one constant: the path below `root`, without its ending, and the content of each file, changed
/// first where `change` is given.
fn table(
    out: &mut String,
    name: &str,
    root: &Path,
    ending: &str,
    change: Option<fn(&str) -> String>,
) -> io::Result<()> {
    let mut files = Vec::new();
    collect(root, ending, &mut files)?;
    files.sort();
    writeln!(out, "pub(crate) const {name}: &[(&str, &str)] = &[").expect("a string takes all");
    for file in files {
        println!("cargo:rerun-if-changed={}", file.display());
        let below = file.strip_prefix(root).expect("it was found there").with_extension("");
        let id = below.to_string_lossy().replace('\\', "/");
        let content = match change {
            Some(change) => format!("{:?}", change(&fs::read_to_string(&file)?)),
            None => format!("include_str!({:?})", file.display().to_string()),
        };
        writeln!(out, "    ({id:?}, {content}),").expect("a string takes all");
    }
    writeln!(out, "];").expect("a string takes all");
    Ok(())
}

/// A rule's file without its `[[example]]` tables: they prove the rule in tests, and half of the time in
/// which the rules are read was spent on them. What no longer reads as TOML then fails every test.
fn without_examples(text: &str) -> String {
    let mut within = false;
    let is_table = |line: &str| {
        let name = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
        name.is_some_and(|n| {
            !n.is_empty()
                && n.bytes()
                    .all(|b| b.is_ascii_lowercase() || matches!(b, b'.' | b'_' | b'-'))
        })
    };
    let kept = text.split_inclusive('\n').filter(|line| {
        let line = line.trim_end();
        within = line == "[[example]]" || within && !is_table(line);
        !within
    });
    kept.collect()
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
