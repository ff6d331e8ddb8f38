//! A new draft against an old one, in every form that `diff` prints.

use presscheck::engine::{Engine, Options};
use presscheck::render::diff;
use presscheck::report::difference::{Change, Difference, How, Sort};
use presscheck::rules::Rules;
use presscheck::text::{Article, Body};
use std::fs;
use std::path::Path;

/// Columns of a default terminal.
const WIDTH: usize = 80;

fn article(id: &str, text: &str) -> Article {
    Article {
        id: id.to_owned(),
        body: Body::Text(text.to_owned()),
        ..Article::default()
    }
}

fn drafts() -> (Article, Article) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/drafts/ferry-inquiry");
    let read = |name: &str| article(name, &fs::read_to_string(root.join(name)).expect("a fixture is UTF-8"));
    (read("old.txt"), read("new.txt"))
}

fn difference(old: &Article, new: &Article) -> Difference {
    Engine::new(Rules::builtin()).diff((old, Options::default()), (new, Options::default()))
}

fn change<'a>(difference: &'a Difference, sort: Sort, words: &str) -> &'a Change {
    let holds = |c: &&Change| c.sort == sort && [&c.old, &c.new].into_iter().flatten().any(|v| v.words.contains(words));
    difference
        .changes
        .iter()
        .find(holds)
        .unwrap_or_else(|| panic!("no change of {words}"))
}

#[test]
fn a_new_draft_in_every_form() {
    let (old, new) = drafts();
    let difference = difference(&old, &new);
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/diff"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        let human = diff::human::render(&difference, WIDTH, false);
        insta::assert_snapshot!("human", anstream::adapter::strip_str(&human).to_string());
        insta::assert_snapshot!("json", diff::json(&difference));
        insta::assert_snapshot!("html", diff::html::render(&difference));
    });
}

#[test]
fn a_figure_mended_in_one_place_still_stands_in_another() {
    let (old, new) = drafts();
    let difference = difference(&old, &new);
    let hurt = change(&difference, Sort::Figure, "Eleven");
    assert_eq!(hurt.how, How::Changed);
    assert_eq!(hurt.old.as_ref().map(|v| v.words.as_str()), Some("Nine passengers"));
    assert_eq!(hurt.still.as_ref().map(|p| p.quote.as_str()), Some("nine passengers"));
}

#[test]
fn a_quotation_that_was_edited_or_given_to_another_is_told() {
    let (old, new) = drafts();
    let difference = difference(&old, &new);
    assert_eq!(change(&difference, Sort::Quotation, "Nobody").how, How::Changed);
    assert_eq!(change(&difference, Sort::Quotation, "every question").how, How::Speaker);
}

#[test]
fn a_draft_against_itself_has_no_difference() {
    let (old, _) = drafts();
    let difference = difference(&old, &old);
    assert!(difference.changes.is_empty() && difference.fixed.is_empty() && difference.introduced.is_empty());
    assert!(!difference.left.is_empty(), "the old draft has findings");
}

#[test]
fn paragraphs_moved_about_change_nothing() {
    let (old, _) = drafts();
    let Body::Text(text) = &old.body else { unreachable!() };
    let mut paragraphs: Vec<&str> = text.trim_end().split("\n\n").collect();
    paragraphs.swap(2, 4);
    let moved = article("moved", &paragraphs.join("\n\n"));
    assert!(difference(&old, &moved).changes.is_empty());
}

#[test]
fn flagged_words_that_were_edited_but_not_mended_are_left() {
    let draft = |id, count| {
        let text = format!("Strike on Orle\n\n{count} civilians were killed in the strike on Orle on Friday night.\n");
        article(id, &text)
    };
    let (old, new) = (draft("old", "Six"), draft("new", "Seven"));
    let difference = difference(&old, &new);
    let left = difference
        .left
        .iter()
        .any(|l| l.finding.rule == "sourcing/unsourced-casualties");
    assert!(left && difference.fixed.is_empty() && difference.introduced.is_empty());
}

#[test]
fn markup_in_a_draft_is_escaped() {
    let old = article("<script>alert(1)</script>", "The mill <b>in</b> Orle has 40 looms.\n");
    let new = article("new", "The mill <b>in</b> Orle has 50 looms.\n");
    let page = diff::html::render(&difference(&old, &new));
    assert!(!page.contains("<script") && page.contains("&lt;script&gt;"));
}
