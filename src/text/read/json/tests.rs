use super::{detect, read, refusal, unescaped};
use crate::text::read::Reading;
use crate::text::{BlockKind, JsonForm};

fn reading(source: &str) -> Reading {
    let mut reading = Reading::default();
    let form = detect(source).expect("a known form");
    assert_eq!(refusal(form, source), None);
    read(form, source, &mut reading);
    reading
}

fn kinds(reading: &Reading) -> Vec<(BlockKind, &str)> {
    let blocks = reading.blocks.iter();
    blocks.map(|b| (b.kind, b.span.of(&reading.text))).collect()
}

fn why(source: &str) -> String {
    refusal(detect(source).unwrap_or(JsonForm::Json), source)
        .expect("a refusal")
        .what
}

#[test]
fn an_item_becomes_an_article() {
    let source = r#"{"uri":"x:1","type":"text","versioncreated":"2026-11-22T06:00:00Z","byline":"Ann Lee",
        "headline":"R\u0026D budget cut","ednote":"Corrects figure",
        "body_xhtml":"<p>A <b>cut<\/b> of \u20ac5m, \ud83d\ude00 &amp; more.<\/p>\n<ul><li>One<\/li><\/ul>"}"#;
    let reading = reading(source);
    assert_eq!(
        kinds(&reading),
        [
            (BlockKind::Headline, "R&D budget cut"),
            (BlockKind::Byline, "Ann Lee"),
            (BlockKind::Paragraph, "A cut of €5m, 😀 & more."),
            (BlockKind::List, "One"),
        ]
    );
    assert_eq!(reading.meta.published, Some(jiff::civil::date(2026, 11, 22)));
    assert_eq!(reading.meta.correction.as_deref(), Some("Corrects figure"));
}

#[test]
fn a_summary_that_repeats_the_copy_is_not_read_twice() {
    let source = r#"{"title":{"rendered":"Rain"},"content":{"rendered":"<p>It rained on the fair all day, and nobody minded.</p>"},
        "excerpt":{"rendered":"<p>It rained on the fair [&hellip;]</p>"}}"#;
    assert_eq!(detect(source), Some(JsonForm::WordPress));
    assert_eq!(kinds(&reading(source)).len(), 2);
}

#[test]
fn the_form_is_told_by_the_keys() {
    for (form, source) in [
        (JsonForm::Ninjs, r#"{"uri":"x","body_text":"Rain fell."}"#),
        (
            JsonForm::Ninjs,
            r#"{"uri":"x","headlines":[{"role":"main","value":"Rain"}],"bodies":[{"value":"Rain fell."}]}"#,
        ),
        (
            JsonForm::Ans,
            r#"{"type":"story","version":"0.10.7","content_elements":[{"type":"text","content":"Rain."}]}"#,
        ),
        (
            JsonForm::WordPress,
            r#"[{"id":1,"title":{"rendered":"Rain"},"content":{"rendered":"<p>Rain.</p>"}}]"#,
        ),
        (
            JsonForm::JsonLd,
            r#"{"@graph":[{"@type":"NewsArticle","headline":"Rain","articleBody":"Rain fell."}]}"#,
        ),
        (
            JsonForm::Json,
            r#"{"response":{"docs":[{"title":"Rain","body":"Rain fell."}]}}"#,
        ),
    ] {
        assert_eq!(detect(source), Some(form), "{source}");
        assert!(!reading(source).blocks.is_empty(), "{source}");
    }
    for source in [
        "Rain fell.",
        "[1] Rain fell.",
        "{}",
        "[]",
        "null",
        r#"{"a":1}"#,
        r#"{"body":"Rain"}"#,
    ] {
        assert_eq!(detect(source), None, "{source}");
    }
}

#[test]
fn what_holds_no_article_says_why() {
    assert_eq!(
        why("{\n\"body\": \"Rain fell.\n\",\n\"a\": }"),
        "is broken JSON at line 4: unexpected close brace"
    );
    assert!(why("{\"body\": \"Rain").contains("line 1: unterminated string literal"));
    assert!(why(r#"{"a": 1}"#).contains("no article"));
    assert_eq!(
        why("{\"uri\":\"x\",\"versioncreated\":\"2026\",\n\"body_text\":17}"),
        "has a number where its copy should be (\"body_text\", line 2)"
    );
    assert_eq!(
        why(r#"{"uri":"x","type":"picture","versioncreated":"2026","headline":"Rain"}"#),
        "is ninjs of the type “picture” and holds no copy"
    );
    let two = r#"[{"title":"Rain","body":"Rain fell."},{"title":"Snow","body":"Snow fell."}]"#;
    assert_eq!(why(two), "holds 2 articles (“Rain”, “Snow”), and a report is on one");
    assert!(why(&"[".repeat(200_000)).contains("nesting depth"));
    assert!(why(&"{\"a\":".repeat(200_000)).contains("nesting depth"));
}

#[test]
fn strange_values_are_left_out() {
    let source = r#"{"headline":7,"title":"Rain","title":"Snow","byline":[null,{"name":3},"Ann Lee"],
        "body":"Snow \u00bb fell\\ here.","date":20261122,"image":[{"caption":[]},{"caption":"A cloud"}]}"#;
    assert_eq!(
        kinds(&reading(source)),
        [
            // Of two equal keys the later one counts, as in a browser.
            (BlockKind::Headline, "Snow"),
            (BlockKind::Byline, "Ann Lee"),
            (BlockKind::Paragraph, "Snow » fell\\ here."),
            (BlockKind::Caption, "A cloud"),
        ]
    );
}

#[test]
fn escapes_are_decoded_with_their_places() {
    let (text, places) = unescaped(r"a\u00e9\n\ud83d\ude00\ud83dz\q\");
    assert_eq!(text, "aé\n😀\u{fffd}zq\\");
    assert_eq!(places.len(), text.len());
    assert_eq!(places[..4], [0, 1, 1, 7]);
}

#[test]
fn an_item_that_only_links_to_its_copy_says_where_it_is() {
    let renditions = r#"{"data":{"item":{"uri":"x:1","type":"text","versioncreated":"2026-11-22T06:00:00Z",
        "headline":"Wall to be raised","renditions":{"preview":{"type":"picture","href":"https://agency.example/1.jpg"},
        "nitf":{"title":"Story","href":"https://agency.example/1.nitf"}}}}}"#;
    let body = r#"{"uri":"x:1","versioncreated":"2026-11-22T06:00:00Z","headline":"Wall to be raised",
        "body_text":"https://agency.example/1.nitf"}"#;
    for source in [renditions, body] {
        let why = why(source);
        assert!(
            why.contains("only where its copy is to be had (https://agency.example/1.nitf)"),
            "{why}"
        );
    }
}
