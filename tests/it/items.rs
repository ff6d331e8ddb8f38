//! News items in JSON: every place of a report lies in the file where its words stand.

use presscheck::engine::{Engine, Options};
use presscheck::report::Place;
use presscheck::rules::Rules;
use presscheck::text::{Article, Body};

/// The fixtures that are JSON.
fn items() -> Vec<Article> {
    let mut articles = super::support::articles();
    articles.retain(|a| matches!(a.body, Body::Json(..)));
    articles
}

/// The words of a stretch of a JSON string that may hold HTML, decoded by other means than the reader's.
fn decoded(written: &str) -> String {
    let text: String = serde_json::from_str(&format!("\"{written}\"")).expect("a stretch of a JSON string");
    let mut words = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find('<') {
        words.push_str(&rest[..at]);
        let tag = &rest[at..=at + rest[at..].find('>').expect("tags are closed")];
        words.push_str(if tag.starts_with("<br") { " " } else { "" });
        rest = &rest[at + tag.len()..];
    }
    words.push_str(rest);
    folded(&htmlize::unescape(words))
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_place(place: &Place, words: &str, article: &Article) {
    let source = article.body.source();
    let written = &source[place.start..place.end];
    assert_eq!(
        decoded(written),
        folded(words),
        "{} at byte {}",
        article.id,
        place.start
    );
    assert!(written.starts_with(place.quote.trim_end_matches('…')), "{}", article.id);
    let before = &source[..place.start];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    assert_eq!(place.line, before.matches('\n').count() + 1);
    assert_eq!(place.column, before[line_start..].chars().count() + 1);
}

#[test]
fn places_cut_the_words_out_of_the_file() {
    let engine = Engine::new(Rules::builtin());
    let articles = items();
    assert!(articles.len() >= 5);
    for article in &articles {
        let document = engine.read(article).document;
        let report = engine.check(article, Options::with_analysis());
        let analysis = report.analysis.expect("it was asked for");
        assert_eq!(analysis.blocks.len(), document.blocks.len());
        for (block, read) in analysis.blocks.iter().zip(&document.blocks) {
            assert_place(&block.place, document.words(read.span), article);
        }
        assert!(!report.findings.is_empty(), "{} shows a finding", article.id);
        for finding in &report.findings {
            let (start, end) = (finding.primary.start, finding.primary.end);
            let words = decoded(&article.body.source()[start..end]);
            assert_place(&finding.primary, &words, article);
            let flagged = finding.message.contains(&format!("“{words}”")) || finding.message.contains(&words);
            assert!(flagged, "{}: “{words}” is not in “{}”", article.id, finding.message);
        }
    }
}

#[test]
fn files_are_named_as_text_in_reports() {
    let engine = Engine::new(Rules::builtin());
    for article in items() {
        let report = engine.check(&article, Options::default());
        let json = serde_json::to_value(&report).expect("a report is JSON");
        for finding in json["findings"].as_array().expect("a list") {
            assert_eq!(finding["primary"]["field"], "text");
        }
    }
}
