//! Whatever form an article came in, each word of it stands in the file where the report says.

use presscheck::engine::{Engine, Options};
use presscheck::report::Place;
use presscheck::rules::Rules;
use presscheck::text::read::rtf;
use presscheck::text::{Article, Body, Document, Vocabulary};

/// What a reader sees of some bytes of a source, without white space.
fn seen(body: &Body, bytes: &str) -> String {
    let mut out = String::new();
    let mut rest = bytes;
    while let Some(first) = rest.chars().next() {
        let (shown, len) = match (body, first) {
            (Body::Xml(_), '<') => (String::new(), rest.find('>').map_or(1, |at| at + 1)),
            (Body::Xml(_), '&') => {
                let len = rest.find(';').map_or(1, |at| at + 1);
                (rest[..len].replace("&amp;", "&").replace("&#39;", "'"), len)
            }
            (Body::Rtf(_), '\\' | '{' | '}') => {
                let (shown, len) = rtf::shown(rest);
                (shown.map(String::from).unwrap_or_default(), len)
            }
            _ => (first.to_string(), first.len_utf8()),
        };
        out.push_str(&number(&shown).unwrap_or(shown));
        rest = &rest[len..];
    }
    out.retain(|c| !c.is_whitespace());
    out
}

/// The character of `&#8217;` or `&#xF8;`.
fn number(entity: &str) -> Option<String> {
    let digits = entity.strip_prefix("&#")?.strip_suffix(';')?;
    let number = match digits.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    };
    Some(char::from_u32(number.ok()?)?.to_string())
}

fn of_the_formats() -> Vec<Article> {
    let mut articles = super::support::articles();
    articles.retain(|a| matches!(a.body, Body::Xml(_) | Body::Rtf(_)));
    articles.push(super::word::article());
    assert!(articles.len() >= 4);
    articles
}

#[test]
fn every_word_stands_where_its_origin_says() {
    for article in of_the_formats() {
        let document = Document::read(&article, &Vocabulary::default());
        assert!(document.tokens.len() > 100, "{}", article.id);
        for token in &document.tokens {
            let (field, span) = document.origin.locate(token.span).expect("a word stood somewhere");
            let bytes = span.of(article.field(field));
            let word: String = document.words(token.span).split_whitespace().collect();
            assert_eq!(seen(&article.body, bytes), word, "{}: {bytes:?}", article.id);
        }
    }
}

#[test]
fn every_finding_quotes_the_bytes_of_its_file() {
    let engine = Engine::new(Rules::builtin());
    for article in of_the_formats() {
        let report = engine.check(&article, Options::default());
        assert!(!report.findings.is_empty(), "{} has no finding", article.id);
        for finding in &report.findings {
            for place in std::iter::once(&finding.primary).chain(&finding.related) {
                let Place { start, end, quote, .. } = place;
                let bytes = &article.body.source()[*start..*end];
                assert_eq!(bytes, quote, "{}", article.id);
                let line = article.body.source()[..*start].matches('\n').count() + 1;
                assert_eq!(line, place.line, "{}", article.id);
            }
        }
    }
}
