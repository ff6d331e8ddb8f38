//! Puts the built-in packs and word lists into the program.
//!
//! A rule is one TOML file and needs no line of Rust, so the list of files is made here.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/text/lists/entry.rs"]
mod entry;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=rules");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("rules");
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let mut out = String::from("pub(crate) const RULE_FILES: &[RuleFile<'static>] = &[\n");
    for (number, (id, path)) in found(&root, "toml")?.iter().enumerate() {
        let packed = target.join(format!("{number}.packed"));
        fs::write(&packed, pack(&fs::read_to_string(path)?)?)?;
        let (path, packed) = (path.display().to_string(), packed.display().to_string());
        writeln!(
            out,
            "    RuleFile {{ path: {id:?}, text: include_str!({path:?}), packed: Some(include_bytes!({packed:?})) }},"
        )?;
    }
    out.push_str("];\npub(crate) const LIST_FILES: &[(&str, &str)] = &[\n");
    for (name, path) in found(&root.join("lists"), "txt")? {
        let text = fs::read_to_string(path)?;
        let entries: Vec<&str> = text.lines().filter_map(entry::entry).collect();
        writeln!(out, "    ({name:?}, {:?}),", entries.join("\n"))?;
    }
    out.push_str("];\n");
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

/// A rule's file as it is read at every start: without its examples, which prove the rule in tests and are
/// half of it, and in a form that needs no grammar to read.
fn pack(text: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut table: toml::Table = text.parse()?;
    table.remove("example");
    Ok(rmp_serde::to_vec_named(&table)?)
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
