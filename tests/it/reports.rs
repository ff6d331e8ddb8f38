//! The whole report on every fixture article, as an editor reads it.

use presscheck::engine::{Engine, Options};
use presscheck::render::human::{self, Style};
use presscheck::rules::Rules;
use presscheck::text::{Article, Body};
use std::path::Path;

/// How the reports in snapshots are set: for a default terminal, notes and all.
const STYLE: Style = Style {
    width: 80,
    notes: true,
    fingerprints: false,
};

#[test]
fn every_article_has_its_report() {
    let engine = Engine::new(Rules::builtin());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/articles");
    for article in super::support::articles() {
        let (folder, file) = article.id.rsplit_once('/').expect("an article stands in a folder");
        let slug = file.rsplit_once('.').map_or(file, |(slug, _)| slug);
        let report = engine.check(&article, Options::default());
        let text = human::render(&report, &article, STYLE);
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(root.join(folder));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(slug, anstream::adapter::strip_str(&text).to_string()));
    }
}

#[test]
fn words_are_shown_before_the_passage_they_stand_in() {
    let engine = Engine::new(Rules::builtin());
    let text = "The council voted on Monday.\n\nObviously, those tired old excuses are never any good at the end of the \
                day, and we are all so very sorry.\n\nThe vote was seven to five.\n";
    let article = Article {
        body: Body::Text(text.to_owned()),
        ..Article::default()
    };
    let report = engine.check(&article, Options::default());
    let shown = human::render(&report, &article, STYLE);
    let at = |words: &str| {
        shown
            .find(words)
            .unwrap_or_else(|| panic!("{words} is shown:\n{shown}"))
    };
    assert!(at("is a cliché") < at("reads as comment"), "{shown}");
}
