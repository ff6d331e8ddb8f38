//! Each broken pack under `fixtures/broken-packs` gives one clear message, which its snapshot shows.

use presscheck::engine::Engine;
use presscheck::rules::{Rules, builtin, fault};
use presscheck::text::lists::Lists;
use std::fs;
use std::path::Path;

#[test]
fn every_broken_pack_says_what_is_wrong() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root.join("tests/snapshots/broken-packs"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let _bound = settings.bind_to_scope();
    for name in super::support::folders(&root.join("fixtures/broken-packs")) {
        let folder = root.join("fixtures/broken-packs").join(&name);
        let files = super::support::tree(&folder, "toml");
        let pairs: Vec<(&str, &str)> = files
            .iter()
            .map(|(path, text)| (path.trim_end_matches(".toml"), text.as_str()))
            .collect();
        let faults = match Rules::load(&pairs, &builtin::lists()) {
            Err(faults) => faults,
            Ok(rules) => Engine::new(rules).unproven(),
        };
        assert!(!faults.is_empty(), "{name}: nothing is wrong with this broken pack");
        let source = |file: &str| {
            files
                .iter()
                .find(|(path, _)| path == file)
                .map(|(_, text)| text.as_str())
        };
        insta::assert_snapshot!(name, without_lists(&fault::draw(&faults, source, false)));
    }
}

/// Kinds and keys are added all the time, and the message stays the same.
pub(crate) fn without_lists(drawn: &str) -> String {
    let cut = |line: &str| {
        let begin = ["the kinds are `", "the keys here are `"];
        let at = begin.iter().find_map(|b| line.find(b).map(|at| at + b.len() - 1));
        at.map_or(line.to_owned(), |at| format!("{}…", &line[..at]))
    };
    drawn.lines().map(cut).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_snapshot_has_its_fixture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (snapshots, fixtures) in [
        ("broken-packs", "fixtures/broken-packs"),
        ("articles", "fixtures/articles"),
    ] {
        let folder = root.join("tests/snapshots").join(snapshots);
        for (path, _) in super::support::tree(&folder, "snap") {
            let fixture = root.join(fixtures).join(path.trim_end_matches(".snap"));
            let endings = ["txt", "md", "html", "xml", "rtf", "json"];
            let there = fixture.is_dir() || endings.iter().any(|e| with(&fixture, e).is_file());
            assert!(there, "{snapshots}/{path} is the snapshot of nothing: delete it");
        }
    }
}

fn with(path: &Path, ending: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

#[test]
fn a_pack_cut_off_anywhere_never_panics() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/broken-packs/example-mended/house");
    let pack = fs::read_to_string(root.join("pack.toml")).expect("the fixture is there");
    let rule = fs::read_to_string(root.join("water-jargon.toml")).expect("the fixture is there");
    for at in 0..=rule.len() {
        for text in [&rule[..at], &rule[at..]] {
            let files = [("house/pack", pack.as_str()), ("house/rule", text)];
            if let Err(faults) = Rules::load(&files, &Lists::default()) {
                let drawn = fault::draw(&faults, |_| Some(text), false);
                assert!(drawn.contains("house/rule.toml"), "{drawn}");
            }
        }
    }
}
