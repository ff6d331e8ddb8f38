//! What holds for every report, whatever the article.

use presscheck::report::Report;
use presscheck::text::{Article, Field};
use serde_json::Value;

/// Every place of a report lies in its field, between characters; its line and column are those of its
/// first byte; its quote is the very bytes, or their beginning and "…". The score is one, and a sum.
pub(crate) fn hold(article: &Article, report: &Report) {
    let value = serde_json::to_value(report).expect("a report is JSON");
    walk(article, &value);
    let score = &report.score;
    assert!((0.0..=100.0).contains(&score.value), "score {}", score.value);
    assert!(score.low <= score.value && score.value <= score.high && score.low >= 0.0 && score.high <= 100.0);
    let points: f64 = report.findings.iter().map(|f| f.points).sum();
    assert!(
        (100.0 - points - score.value).abs() < 0.05,
        "{points} points make {}",
        score.value
    );
}

fn walk(article: &Article, value: &Value) {
    match value {
        Value::Array(values) => values.iter().for_each(|v| walk(article, v)),
        Value::Object(map) => {
            if map.contains_key("quote") && map.contains_key("start") {
                place(article, value);
            }
            map.values().for_each(|v| walk(article, v));
        }
        _ => {}
    }
}

fn place(article: &Article, place: &Value) {
    let field: Field = serde_json::from_value(place["field"].clone()).expect("a field");
    let number = |key: &str| place[key].as_u64().expect("a number") as usize;
    let (start, end) = (number("start"), number("end"));
    let source = article.field(field);
    let words = source.get(start..end);
    let words = words.unwrap_or_else(|| panic!("{start}..{end} of {} bytes: {place}", source.len()));
    let quote = place["quote"].as_str().expect("a quote");
    let cut = quote.strip_suffix('…').is_some_and(|head| words.starts_with(head));
    assert!(quote == words || cut, "{quote:?} is quoted from {words:?}");
    let before = &source[..start];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    assert_eq!(number("line"), before.matches('\n').count() + 1, "{place}");
    assert_eq!(
        number("column"),
        source[line_start..start].chars().count() + 1,
        "{place}"
    );
}
