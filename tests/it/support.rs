//! What several tests read: folders of fixtures.

use presscheck::text::read::json;
use presscheck::text::{Article, Body};
use std::fs;
use std::path::Path;

/// The names of the folders in a folder, in order.
pub(crate) fn folders(root: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().filter(|e| e.path().is_dir()))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// All files below a folder with this ending: path below the folder, with `/`, and text; in order.
pub(crate) fn tree(root: &Path, ending: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    collect(root, root, ending, &mut out);
    out.sort();
    out
}

fn collect(root: &Path, folder: &Path, ending: &str, out: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, ending, out);
        } else if path.extension().is_some_and(|e| e == ending) {
            let below = path.strip_prefix(root).expect("it was found there");
            let text = fs::read_to_string(&path).expect("a fixture is UTF-8");
            out.push((below.to_string_lossy().replace('\\', "/"), text));
        }
    }
}

/// All fixture articles, in order; the id is the path below `fixtures/articles`.
pub(crate) fn articles() -> Vec<Article> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
    let mut out = Vec::new();
    for ending in ["txt", "md", "html", "json", "xml", "rtf"] {
        for (id, text) in tree(&root, ending) {
            let body = match ending {
                "md" => Body::Markdown(text),
                "html" => Body::Html(text),
                "xml" => Body::Xml(text),
                "rtf" => Body::Rtf(text),
                "json" => {
                    let form = json::detect(&text).expect("a fixture is of a form that is known");
                    Body::Json(form, text)
                }
                _ => Body::Text(text),
            };
            out.push(Article {
                id,
                body,
                ..Article::default()
            });
        }
    }
    out.sort_by(|a, b| a.id.cmp(&b.id));
    out
}
