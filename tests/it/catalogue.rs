//! The generated catalogue of rules is fresh.

use presscheck::render::catalogue;
use presscheck::rules::{Rules, taxonomy};
use std::path::Path;
use std::{env, fs};

#[test]
fn the_catalogue_is_fresh() {
    let rows = taxonomy::rows().expect("rules/taxonomy.toml is sound");
    let made = catalogue::render(&Rules::builtin(), &rows);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/README.md");
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &made).expect("rules/README.md can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "rules/README.md is stale: UPDATE=1 cargo test catalogue");
}
