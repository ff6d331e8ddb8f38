//! Promises that hold for every article, tried on thousands that no fixture thought of.

use super::places;
use super::support::articles;
use presscheck::engine::{Engine, Options};
use presscheck::finding::{Confidence, Family, Finding, Precision, Severity};
use presscheck::render::json;
use presscheck::rules::Rules;
use presscheck::score::{Exposure, Weights, score};
use presscheck::text::{Article, Body, Span};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use std::sync::LazyLock;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(Rules::builtin()));

/// The same articles on every machine. More by hand: `PROPTEST_CASES=100000 cargo test properties`.
fn settings() -> ProptestConfig {
    ProptestConfig {
        cases: std::env::var("PROPTEST_CASES")
            .ok()
            .and_then(|c| c.parse().ok())
            .unwrap_or(96),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(8),
        ..ProptestConfig::default()
    }
}

/// What readers, sentences, quotations, figures and names stumble over.
const PIECES: &[&str] = &[
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "&",
    "&amp;",
    "&#8220;",
    "&nbsp;",
    "<p>",
    "</p>",
    "<b>",
    "<h1>",
    "</h1>",
    "<div class=\"caption\">",
    "<!--",
    "-->",
    "<script>",
    "<a href=\"x\">",
    "</a>",
    "# ",
    "* ",
    "> ",
    "`",
    "**",
    "_",
    "[a](b)",
    "---\n",
    "|",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    " ",
    ". ",
    "…",
    "? ",
    "-",
    "–",
    "— ",
    ",",
    ", ",
    ":",
    ";",
    "0",
    "14",
    "31,000",
    "1.5",
    "£",
    "$5m",
    "%",
    " per cent",
    "½",
    "²",
    "٣",
    "\u{0}",
    "\u{feff}",
    "\u{200b}",
    "\u{200d}",
    "\u{202e}",
    "\u{ad}",
    "\u{301}",
    "\u{fffd}",
    "\u{2028}",
    "\u{a0}",
    "é",
    "ß",
    "İ",
    "ﬁ",
    "中文",
    "العربية",
    "👩‍👩‍👧",
    "🇺🇦",
    "said",
    " said ",
    " told reporters ",
    "according to",
    "the mayor",
    "Ada Fenwick",
    "Fenwick",
    "Mr. ",
    "U.S. ",
    "Velna",
    "Monday",
    "3 May 2024",
    " killed ",
    " six people ",
    "of the 31 buses",
    "not ",
    "denied ",
    "the attack",
    "Share this",
    "Read more",
    "Photo: ",
    "experts",
    "shocking ",
    "a",
    "I",
    "The town",
    "was",
    "that",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Words as they stand in the fixtures, with a hostile piece here and there.
fn copy() -> impl Strategy<Value = String> {
    let fixtures: Vec<String> = articles().into_iter().map(|a| a.body.source().to_owned()).collect();
    let torn = prop::collection::vec((0..1000_usize, select(PIECES)), 0..12);
    (select(fixtures), torn).prop_map(|(mut text, torn)| {
        for (part, piece) in torn {
            let mut at = text.len() * part / 1000;
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            text.insert_str(at, piece);
        }
        text
    })
}

fn body() -> impl Strategy<Value = Body> {
    let form = select(vec![Body::Text as fn(String) -> Body, Body::Html, Body::Markdown]);
    (form, prop_oneof![text(), copy()]).prop_map(|(form, text)| form(text))
}

fn article() -> impl Strategy<Value = Article> {
    (body(), prop::option::of(text()), prop::option::of(text())).prop_map(|(body, headline, standfirst)| Article {
        id: "made up".to_owned(),
        headline,
        standfirst,
        body,
        ..Article::default()
    })
}

fn finding() -> impl Strategy<Value = Finding> {
    let severity = select(vec![
        Severity::Info,
        Severity::Minor,
        Severity::Major,
        Severity::Critical,
    ]);
    (select(&Family::ALL[..]), severity, 0..80_u32, 0..40_u32).prop_map(|(family, severity, right, wrong)| Finding {
        rule: "a/b".into(),
        family,
        severity,
        confidence: Confidence::Low,
        precision: Precision { right, wrong },
        message: String::new(),
        why: "".into(),
        advice: "".into(),
        primary: Span::new(0, 1),
        related: Vec::new(),
        also: Vec::new(),
        whole: false,
    })
}

/// What was found, without where: rule, fingerprint, line.
fn found(body: Body) -> Vec<(String, usize, String)> {
    let article = Article {
        body,
        ..Article::default()
    };
    let report = ENGINE.check(&article, Options::default());
    let found = report.findings.into_iter();
    found.map(|f| (f.rule, f.primary.line, f.fingerprint)).collect()
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn every_place_is_where_it_says(article in article()) {
        let report = ENGINE.check(&article, Options::with_analysis());
        places::hold(&article, &report);
    }

    #[test]
    fn any_thread_writes_the_same_bytes(article in article()) {
        let options = Options::with_analysis();
        let here = json::render(&ENGINE.check(&article, options));
        let there = std::thread::scope(|scope| {
            let other = Engine::new(Rules::builtin());
            let run = scope.spawn(|| json::render(&ENGINE.check(&article, options)));
            (run.join().expect("it does not panic"), json::render(&other.check(&article, options)))
        });
        prop_assert_eq!(&here, &there.0);
        prop_assert_eq!(&here, &there.1);
    }

    #[test]
    fn a_mended_finding_never_costs(
        findings in prop::collection::vec(finding(), 1..40), at in any::<prop::sample::Index>(),
        words in 0..3000_usize, claims in 0..60_usize,
    ) {
        let (weights, exposure) = (Weights::builtin(), Exposure { words, claims });
        let before = score(&findings, exposure, &weights).0;
        let mut mended = findings.clone();
        mended.remove(at.index(findings.len()));
        let after = score(&mended, exposure, &weights).0;
        prop_assert!((0.0..=100.0).contains(&before.value));
        prop_assert!(after.value >= before.value, "{} fell to {}", before.value, after.value);
        for family in Family::ALL {
            prop_assert!(after.families.of(family).value >= before.families.of(family).value);
        }
    }

    #[test]
    fn line_ends_of_any_system_say_the_same(text in prop_oneof![text(), copy()]) {
        let text = text.replace('\r', "");
        let windows = text.replace('\n', "\r\n");
        prop_assert_eq!(found(Body::Text(text.clone())), found(Body::Text(windows.clone())));
        prop_assert_eq!(found(Body::Markdown(text.clone())), found(Body::Markdown(windows.clone())));
        prop_assert_eq!(found(Body::Html(text)), found(Body::Html(windows)));
    }
}

/// Says nothing that any article could contradict: no figure, name, day or source.
const UNRELATED: &str = "The streets were quiet in the early morning, and the market opened without hurry.";

#[test]
fn an_unrelated_paragraph_changes_no_contradiction() {
    for article in articles() {
        let Body::Text(text) = &article.body else { continue };
        let paragraphs: Vec<&str> = text.split("\n\n").collect();
        let contradictions = |text: &str| -> Vec<String> {
            let found = found(Body::Text(text.to_owned())).into_iter();
            let found = found.filter(|(rule, ..)| rule.starts_with("consistency/"));
            found.map(|(_, _, fingerprint)| fingerprint).collect()
        };
        let before = contradictions(text);
        // Below the opening and above the end: what stands first and last has a place of its own.
        for at in [paragraphs.len() / 2, paragraphs.len().saturating_sub(1)]
            .into_iter()
            .filter(|at| *at > 1)
        {
            let mut longer = paragraphs.clone();
            longer.insert(at, UNRELATED);
            assert_eq!(
                contradictions(&longer.join("\n\n")),
                before,
                "{}: before paragraph {at}",
                article.id
            );
        }
    }
}
