//! Copies of one story side by side, in every form that `compare` prints.

use presscheck::engine::Engine;
use presscheck::render::compare;
use presscheck::report::comparison::{Agreement, Comparison, Slot};
use presscheck::rules::Rules;
use presscheck::text::{Article, Body};
use std::fs;
use std::path::Path;

/// Columns of a default terminal.
const WIDTH: usize = 80;

fn copies() -> Vec<Article> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/compare/harnby-fire");
    let read = |name: &str| fs::read_to_string(root.join(name)).expect("a fixture is UTF-8");
    let article = |name: &str, body| Article {
        id: name.to_owned(),
        body,
        ..Article::default()
    };
    vec![
        article("agency.txt", Body::Text(read("agency.txt"))),
        article("herald.md", Body::Markdown(read("herald.md"))),
        article("other-story.txt", Body::Text(read("other-story.txt"))),
        article("radio.html", Body::Html(read("radio.html"))),
    ]
}

fn comparison() -> Comparison {
    Engine::new(Rules::builtin()).compare(&copies())
}

fn verdict(comparison: &Comparison, slot: Slot, name: &str) -> Agreement {
    let rows = &comparison.stories[0].rows;
    let row = rows.iter().find(|r| r.slot == slot && r.name == name);
    row.unwrap_or_else(|| panic!("no row {name}")).verdict
}

#[test]
fn copies_side_by_side_in_every_form() {
    let comparison = comparison();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/compare"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let human = compare::human::render(&comparison, WIDTH);
        insta::assert_snapshot!("human", anstream::adapter::strip_str(&human).to_string());
        insta::assert_snapshot!("json", compare::json(&comparison));
        insta::assert_snapshot!("html", compare::html::render(&comparison));
    });
}

#[test]
fn an_article_never_differs_from_itself() {
    let engine = Engine::new(Rules::builtin());
    let mut all = super::support::articles();
    all.extend(copies());
    all.push(Article {
        id: "prices.txt".to_owned(),
        body: Body::Text(
            "Ticket prices fell from $20 to $15.\n\nThe market group said on Monday that prices of fish rose from $9 \
             to $12 and prices of bread fell from $3 to $2.\n"
                .to_owned(),
        ),
        ..Article::default()
    });
    for article in all {
        let comparison = engine.compare(&[article.clone(), article.clone()]);
        for row in comparison.stories.iter().flat_map(|s| &s.rows) {
            assert_ne!(row.verdict, Agreement::Differ, "{}: {row:?}", article.id);
        }
    }
}

/// The copies of a folder of fixtures, all plain text.
fn folder(name: &str) -> Comparison {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/compare")
        .join(name);
    let entries = fs::read_dir(&root).expect("the folder can be read");
    let mut paths: Vec<_> = entries.map(|e| e.expect("it can be read").path()).collect();
    paths.sort();
    let articles = paths.iter().map(|path| Article {
        id: path
            .file_name()
            .map_or(String::new(), |n| n.to_string_lossy().into_owned()),
        body: Body::Text(fs::read_to_string(path).expect("a fixture is UTF-8")),
        ..Article::default()
    });
    Engine::new(Rules::builtin()).compare(&articles.collect::<Vec<_>>())
}

#[test]
fn a_vote_and_a_trial() {
    for name in ["kessia-vote", "marrick-trial"] {
        let comparison = folder(name);
        assert_eq!(comparison.stories.len(), 1, "{name} is one story");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false,
            snapshot_path => Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/compare") }, {
            let human = compare::human::render(&comparison, WIDTH);
            insta::assert_snapshot!(name, anstream::adapter::strip_str(&human).to_string());
        });
    }
}

#[test]
fn a_weekday_is_held_against_a_date() {
    // 16 November 2026 is a Monday.
    assert_eq!(verdict(&folder("kessia-vote"), Slot::Time, "when"), Agreement::Differ);
}

#[test]
fn another_event_is_kept_apart() {
    let comparison = comparison();
    let groups: Vec<Vec<&str>> = comparison
        .stories
        .iter()
        .map(|s| s.copies.iter().map(String::as_str).collect())
        .collect();
    assert_eq!(
        groups,
        [vec!["agency.txt", "herald.md", "radio.html"], vec!["other-story.txt"]]
    );
    assert!(comparison.stories[1].rows.is_empty());
}

#[test]
fn whoever_asks_may_know_that_it_is_one_story() {
    let comparison = Engine::new(Rules::builtin()).compare_as_one_story(&copies());
    let copies: Vec<usize> = comparison.stories.iter().map(|s| s.copies.len()).collect();
    assert_eq!(copies, [4]);
}

#[test]
fn figures_that_cannot_both_hold_differ_and_others_agree() {
    let comparison = comparison();
    assert_eq!(verdict(&comparison, Slot::Toll, "people killed"), Agreement::Differ);
    assert_eq!(
        verdict(&comparison, Slot::Count, "residents moved to safety"),
        Agreement::Agree
    );
    assert_eq!(verdict(&comparison, Slot::Time, "when"), Agreement::Differ);
}

#[test]
fn the_order_of_the_copies_does_not_change_what_belongs_together() {
    let engine = Engine::new(Rules::builtin());
    let mut reversed = copies();
    reversed.reverse();
    let comparison = engine.compare(&reversed);
    let sizes: Vec<usize> = comparison.stories.iter().map(|s| s.copies.len()).collect();
    assert_eq!(sizes, [3, 1]);
    let once = compare::json(&comparison);
    assert_eq!(once, compare::json(&engine.compare(&reversed)));
}

#[test]
fn markup_in_a_copy_is_escaped() {
    let mut copies = copies();
    for (copy, dead) in copies.iter_mut().zip(["two", "three"]) {
        copy.id = "<script>alert(1)</script>".to_owned();
        copy.body = Body::Text(format!(
            "A fire <b>at</b> the mill in Harnby killed {dead} people on Thursday.\n"
        ));
    }
    let page = compare::html::render(&Engine::new(Rules::builtin()).compare(&copies[..2]));
    assert!(!page.contains("<script") && page.contains("&lt;script&gt;"));
}
