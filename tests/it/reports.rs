//! The whole report on every fixture article, as an editor reads it.

use presscheck::engine::{Engine, Options};
use presscheck::render::human::{self, Style};
use presscheck::rules::Rules;
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
