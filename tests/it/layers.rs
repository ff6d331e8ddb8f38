//! Imports point down: what stands on a floor knows only the floors below it.

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

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

#[test]
fn imports_point_down() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let below = file.strip_prefix(&root).expect("it was found there");
        let module = below
            .iter()
            .next()
            .expect("it has a name")
            .to_string_lossy()
            .replace(".rs", "");
        let Some(own) = floor(&module) else { continue };
        let text = fs::read_to_string(&file).expect("the file can be read");
        for part in text.split("crate::").skip(1) {
            let named: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if floor(&named).is_some_and(|other| other > own) {
                wrong.push(format!("{} knows {named}", below.display()));
            }
        }
        if module != "front" {
            for outside in ["std::fs", "std::env", "std::time", "SystemTime", "println!"] {
                if text.contains(outside) && !text.contains("#[cfg(test)]") {
                    wrong.push(format!("{} uses {outside}", below.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn renderers_see_only_the_report() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files.retain(|f| f.starts_with(root.join("render")));
    // The catalogue alone sees packs, as Markdown and as a page.
    let catalogue = root.join("render/catalogue");
    for file in files.iter().filter(|f| !f.with_extension("").starts_with(&catalogue)) {
        let text = fs::read_to_string(file).expect("the file can be read");
        for module in ["rules", "engine", "facts"] {
            assert!(
                !text.contains(&format!("crate::{module}")),
                "{} knows {module}",
                file.display()
            );
        }
    }
}
