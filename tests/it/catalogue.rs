//! The generated catalogue of rules is fresh.

use presscheck::render::catalogue;
use presscheck::rules::{Rules, taxonomy};
use std::path::Path;
use std::{env, fs};

#[test]
fn the_catalogue_is_fresh() {
    let rows = taxonomy::rows().expect("rules/taxonomy.toml is sound");
    let rules = Rules::builtin();
    let packs: Vec<_> = rules.packs.iter().collect();
    let origin = "Generated from the files in this folder; `UPDATE=1 cargo test catalogue` writes it anew.";
    let made = catalogue::render(&rules, &packs, origin, &rows);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/README.md");
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &made).expect("rules/README.md can be written");
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "rules/README.md is stale: UPDATE=1 cargo test catalogue");
}

#[test]
fn the_page_holds_every_rule_once_and_loads_nothing() {
    let rules = Rules::builtin();
    let packs: Vec<_> = rules.packs.iter().collect();
    let page = catalogue::html::render(&rules, &packs, "A & B.");
    for rule in &rules.rules {
        let id = format!("<div class=\"rule\" id=\"{}\">", rule.id);
        assert_eq!(page.matches(&id).count(), 1, "{}", rule.id);
        assert!(page.contains(&format!("href=\"#{}\"", rule.id)), "{}", rule.id);
    }
    assert!(page.contains("A &amp; B."));
    assert_eq!(page.matches("<div").count(), page.matches("</div>").count());
    assert_eq!(page.matches("<mark>").count(), page.matches("</mark>").count());
    for foreign in ["http-equiv=\"refresh", "<script", "src=", "@import", "url("] {
        assert!(!page.contains(foreign), "{foreign}");
    }
}
