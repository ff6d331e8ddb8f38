//! The packs in a newsroom's folders: their files as they are, not yet read as rules.

use crate::front::Failure;
use crate::front::files::trouble;
use std::fs;
use std::path::{Path, PathBuf};

/// A pack of the house.
#[derive(Debug)]
pub struct HousePack {
    /// Its name: that of its folder.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Its rule files: id of the rule, path, text.
    pub(super) files: Vec<(String, PathBuf, String)>,
    /// Its lists: name, path, text.
    pub(super) lists: Vec<(String, PathBuf, String)>,
}

/// The packs in a folder: the folder itself if it is one, otherwise the folders in it that are.
pub(super) fn find(folder: &Path) -> Result<Vec<HousePack>, Failure> {
    if folder.join("pack.toml").is_file() {
        return Ok(vec![pack(folder)?]);
    }
    let mut out = Vec::new();
    for path in entries(folder)? {
        let mut inside = if path.is_dir() {
            entries(&path)?.into_iter()
        } else {
            continue;
        };
        // A folder of rules without a pack.toml is taken for a pack, so that the lack is pointed out.
        if inside.any(|p| p.extension().is_some_and(|e| e == "toml")) {
            out.push(pack(&path)?);
        }
    }
    Ok(out)
}

fn pack(folder: &Path) -> Result<HousePack, Failure> {
    let pack_name = folder
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let read = |path: PathBuf, id: String| -> Result<(String, PathBuf, String), Failure> {
        let text = fs::read_to_string(&path).map_err(|e| trouble(&e).at(path.display()))?;
        Ok((id, path, text))
    };
    let stem = |path: &Path| {
        path.file_stem()
            .map(|s| s.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let with = |paths: Vec<PathBuf>, ending: &str| {
        let ending = ending.to_owned();
        paths
            .into_iter()
            .filter(move |p| p.extension().is_some_and(|e| e == ending.as_str()))
    };
    let mut files = Vec::new();
    for path in with(entries(folder)?, "toml") {
        let id = format!("{pack_name}/{}", stem(&path));
        files.push(read(path, id)?);
    }
    let mut lists = Vec::new();
    if folder.join("lists").is_dir() {
        for path in with(entries(&folder.join("lists"))?, "txt") {
            let list = stem(&path);
            lists.push(read(path, list)?);
        }
    }
    Ok(HousePack {
        name: pack_name,
        folder: folder.to_owned(),
        files,
        lists,
    })
}

/// What lies in a folder, in order of name, hidden files left out.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |e: std::io::Error| trouble(&e).at(folder.display());
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            out.push(entry.path());
        }
    }
    out.sort();
    Ok(out)
}
