use super::*;
use crate::engine::{Engine, Options};
use crate::rules::Rules;

fn cleaned(body: Body) -> Cleaned {
    let article = Article {
        body,
        ..Article::default()
    };
    let report = Engine::new(Rules::builtin()).check(&article, Options::with_analysis());
    clean(&article, &report)
}

/// Cleans, and cleans again: the second time there is nothing left to do.
fn once(body: fn(String) -> Body, source: &str) -> Cleaned {
    let first = cleaned(body(source.to_owned()));
    assert_eq!(cleaned(body(first.copy.clone())).copy, first.copy);
    first
}

const COPY: &str = "Harbour wall to be raised by a metre\n\nThe council voted on Monday to raise the wall, the mayor said.\n\nWork is to begin in May, according to the engineer.\n";

#[test]
fn whole_lines_go_and_one_blank_line_stays() {
    let source = COPY.replace(
        "\n\nWork",
        "\n\nADVERTISEMENT\n\nRead more: Storm of 1953 remembered\n\nWork",
    ) + "\nLeave a Comment\n\nScroll to Top\n";
    let cleaned = cleaned(Body::Text(source));
    assert_eq!(cleaned.copy, COPY);
    let lines: Vec<usize> = cleaned.removed.iter().map(|f| f.line).collect();
    assert_eq!(lines, [5, 7, 11, 13]);
}

#[test]
fn clean_copy_stays_as_it_is() {
    let cleaned = cleaned(Body::Text(COPY.to_owned()));
    assert_eq!((cleaned.copy.as_str(), cleaned.removed.len()), (COPY, 0));
}

#[test]
fn a_link_goes_with_its_target() {
    let source = format!("# {COPY}\n[Subscribe to our newsletter](https://news.example/subscribe)\n");
    assert_eq!(cleaned(Body::Markdown(source)).copy, format!("# {COPY}"));
}

#[test]
fn a_line_shared_with_copy_stays() {
    assert!(!is_bare("The mayor said so. ", false));
    assert!(is_bare("](https://news.example)\n", true));
    assert!(is_bare("  * \r\n", false));
}

const FIRST: &str = "<p>The council voted on Monday to raise the wall, the mayor said.</p>\n";
const LAST: &str =
    "<p>Work is to begin in May and will take until the autumn of next year, according to the engineer.</p>\n";

#[test]
fn an_element_goes_with_its_only_line() {
    for line in [
        "<p>Sign up for our newsletter</p>",
        "<p class=\"last\"><a href=\"/n\">Subscribe to our newsletter</a></p>",
        "<div><p> <strong>Read more:</strong> <a href=\"/s\">Storm of 1953 remembered</a></p>\n</div>",
    ] {
        let cleaned = once(Body::Html, &format!("{FIRST}{line}\n{LAST}"));
        assert_eq!(cleaned.copy, format!("{FIRST}\n{LAST}"));
        let json = |source: String| Body::Json(crate::text::JsonForm::Json, source);
        let file = |copy: &str| {
            let copy = serde_json::to_string(copy).unwrap_or_default().replace('/', "\\/");
            format!("{{\"title\": \"The wall\",\n \"body\": {copy}, \"x\": [1, \"\\u00e9\"] }}\n")
        };
        let cleaned = once(json, &file(&format!("{FIRST}{line}\n{LAST}")));
        assert_eq!(cleaned.copy, file(&format!("{FIRST}\n{LAST}")));
        assert_eq!((cleaned.removed.len(), cleaned.removed[0].line), (1, 2));
    }
}

#[test]
fn a_line_of_a_string_goes_with_its_break() {
    let file = |copy: &str| format!("{{\"title\":\"The wall\",\"body\":{}}}", serde_json::json!(copy));
    let json = |source: String| Body::Json(crate::text::JsonForm::Json, source);
    let (first, last) = (
        "The council voted on Monday, the mayor said.",
        "Work is to begin in May, he said.",
    );
    for (copy, left) in [
        (
            format!("{first}\n\nSign up for our newsletter\n\n{last}"),
            format!("{first}\n\n{last}"),
        ),
        (
            format!("{first}\n\n{last}\n\nLeave a Comment"),
            format!("{first}\n\n{last}"),
        ),
        (
            format!("{first}\r\n{last}\r\nLeave a Comment\r\n"),
            format!("{first}\r\n{last}"),
        ),
    ] {
        let cleaned = once(json, &file(&copy));
        assert_eq!(cleaned.copy, file(&left));
    }
    // A file that would be left without copy is left alone.
    let all = file("Leave a Comment");
    let cleaned = once(json, &all);
    assert_eq!((cleaned.copy.as_str(), cleaned.suspect.len()), (all.as_str(), 1));
}

#[test]
fn what_shares_its_paragraph_stays() {
    let range = |source: &str, words: &str| {
        let at = source.find(words).expect("it is there");
        markup::range(source, at..at + words.len(), &(0..source.len())).map(|r| source[r].to_owned())
    };
    let words = "Leave a Comment";
    assert_eq!(range("<p>He said so. <b>Leave a Comment</b></p>", words), None);
    assert_eq!(range("<p><a>Leave a Comment</a> he said.</p>", words), None);
    assert_eq!(
        range("<td><p>Leave a Comment</p></td>", words).as_deref(),
        Some("<p>Leave a Comment</p>")
    );
    assert_eq!(
        range("He said so.<br>Leave a Comment<br>", words).as_deref(),
        Some(words)
    );
    assert_eq!(
        range("<p>3 < 4</p><p>Leave a Comment</p>", words).as_deref(),
        Some("<p>Leave a Comment</p>")
    );
}
