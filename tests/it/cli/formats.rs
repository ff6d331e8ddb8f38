//! The report in the forms that other programs read.

use super::{Folder, STORY, code, err, fed, out, presscheck, run};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::Value;

#[test]
fn annotations_are_workflow_commands() {
    let output = fed(&["check", "--format", "github"], STORY.as_bytes());
    assert_eq!(code(&output), 1);
    insta::assert_snapshot!(out(&output), @"::warning file=<stdin>,line=3,col=1,title=noise/comment-form (minor)::“Leave a Comment” belongs to the page's comment form. Delete the line.");
}

#[test]
fn markdown_marks_the_words_and_escapes_the_rest() {
    insta::assert_snapshot!(out(&fed(&["check", "--format", "markdown"], STORY.as_bytes())), @r"
    *presscheck scores the copy, not the truth and not the outlet.*

    ## \<stdin\>

    **FIX**: mend what these rules found before publication: `noise/comment-form`

    **too short to score: with so little copy one finding would decide everything**

    ### minor: 1 finding, mend before publication

    - **“Leave a Comment” belongs to the page's comment form**  
      `noise/comment-form` · right 16 of 16 times, 85% at least

      > line 3: **Leave a Comment**

      Readers take every line of the copy for the article; the form is the site's. Delete the line.

    *presscheck cannot see whether any of this is true, what was left out, irony, or pictures. A clean report is not a true article.*
    ");
}

#[test]
fn a_test_run_counts_what_failed() {
    insta::assert_snapshot!(out(&fed(&["check", "--format", "junit"], STORY.as_bytes())), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="presscheck" tests="4" failures="1" errors="0" skipped="0">
      <testsuite name="&lt;stdin&gt;" tests="4" failures="1" errors="0" skipped="0">
        <testcase classname="consistency" name="consistency"/>
        <testcase classname="sourcing" name="sourcing"/>
        <testcase classname="tone" name="tone"/>
        <testcase classname="noise" name="noise/comment-form line 3" file="&lt;stdin&gt;" line="3">
          <failure type="minor" message="“Leave a Comment” belongs to the page&#39;s comment form">line 3: “Leave a Comment”
    Readers take every line of the copy for the article; the form is the site&#39;s.
    Delete the line.</failure>
        </testcase>
      </testsuite>
    </testsuites>
    "#);
}

#[test]
fn sarif_is_what_code_hosts_accept() {
    let text = out(&run(&[
        "check",
        "--format",
        "sarif",
        "fixtures/articles/noise",
        "fixtures/articles/sourcing",
    ]));
    let log: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
    assert!(
        rules
            .iter()
            .all(|r| r["shortDescription"]["text"].as_str().is_some_and(|t| !t.is_empty()))
    );
    let results = run["results"].as_array().expect("a list");
    assert!(!results.is_empty());
    for result in results {
        let number = result["ruleIndex"]
            .as_u64()
            .and_then(|n| usize::try_from(n).ok())
            .expect("a number");
        assert_eq!(rules[number]["id"], result["ruleId"]);
        assert!(matches!(result["level"].as_str(), Some("error" | "warning" | "note")));
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let at = |line: &str, column: &str| (region[line].as_u64(), region[column].as_u64());
        assert!(
            at("startLine", "startColumn") < at("endLine", "endColumn"),
            "{result:#}"
        );
        let no_empty_list = |list: &str| {
            result
                .get(list)
                .is_none_or(|l| l.as_array().is_some_and(|l| !l.is_empty()))
        };
        assert!(no_empty_list("relatedLocations") && no_empty_list("suppressions"));
    }
}

/// What a build server makes of a test run.
#[derive(Debug, Default, PartialEq, Eq)]
struct Suite {
    name: String,
    /// As its attributes say.
    tests: usize,
    failures: usize,
    /// The cases in it, and the messages of those that failed.
    cases: Vec<String>,
    messages: Vec<String>,
}

/// Reads a test run with a reader of XML.
fn suites(xml: &str) -> Vec<Suite> {
    let attribute = |tag: &BytesStart<'_>, name: &str| {
        let found = tag.try_get_attribute(name).expect("the attributes can be read");
        let found = found.unwrap_or_else(|| panic!("{tag:?} has no {name}"));
        htmlize::unescape_attribute(&*found.value).into_owned()
    };
    let (mut reader, mut suites) = (Reader::from_str(xml), Vec::<Suite>::new());
    loop {
        match reader.read_event().expect("it is well-formed") {
            Event::Start(tag) | Event::Empty(tag) => match tag.name().as_ref() {
                "testsuite" => suites.push(Suite {
                    name: attribute(&tag, "name"),
                    tests: attribute(&tag, "tests").parse().expect("a number"),
                    failures: attribute(&tag, "failures").parse().expect("a number"),
                    ..Suite::default()
                }),
                "testcase" => {
                    let case = format!("{} {}", attribute(&tag, "classname"), attribute(&tag, "name"));
                    suites.last_mut().expect("a case is in a suite").cases.push(case);
                }
                "failure" => {
                    let message = attribute(&tag, "message");
                    suites
                        .last_mut()
                        .expect("a failure is in a suite")
                        .messages
                        .push(message);
                }
                _ => {}
            },
            Event::Eof => return suites,
            _ => {}
        }
    }
}

#[test]
fn a_test_run_can_be_read_back() {
    let text = out(&fed(&["check", "--format", "junit"], STORY.as_bytes()));
    let [suite] = &suites(&text)[..] else { panic!("{text}") };
    assert_eq!((suite.name.as_str(), suite.tests, suite.failures), ("<stdin>", 4, 1));
    assert_eq!(suite.cases.len(), suite.tests);
    assert_eq!(suite.messages, ["“Leave a Comment” belongs to the page's comment form"]);
}

#[test]
fn the_test_of_rules_can_be_read_back() {
    let folder = Folder::new("junit");
    let run = |arguments: &[&str]| {
        let mut command = presscheck(arguments);
        command.current_dir(&folder.0).output().expect("the program runs")
    };
    assert_eq!(code(&run(&["init"])), 0);
    let good = run(&["rules", "test", "--junit"]);
    assert_eq!(code(&good), 0, "{}", err(&good));
    let [suite] = &suites(&out(&good))[..] else {
        panic!("{}", out(&good))
    };
    // Four examples and an article.
    assert_eq!((suite.name.as_str(), suite.tests, suite.failures), ("house", 5, 0));
    assert_eq!(suite.cases.len(), suite.tests);

    let rule = folder.0.join("packs/house/no-at-this-point-in-time.toml");
    let text = std::fs::read_to_string(&rule).expect("init wrote it");
    let text = text
        .replace(
            "[[at this point in time]], the",
            "at [[this point]] in time, \u{1}<the> & \"",
        )
        .replace('\u{1}', "");
    folder.file("packs/house/no-at-this-point-in-time.toml", text.as_bytes());
    let bad = run(&["rules", "test", "--junit"]);
    assert_eq!(code(&bad), 2, "a rule that is no TOML any more: {}", out(&bad));
    let text = text.replace("<the> & \"", "<the> &");
    folder.file("packs/house/no-at-this-point-in-time.toml", text.as_bytes());
    let bad = run(&["rules", "test", "--junit"]);
    assert_eq!(code(&bad), 1, "{}", err(&bad));
    let [suite] = &suites(&out(&bad))[..] else {
        panic!("{}", out(&bad))
    };
    assert_eq!((suite.tests, suite.failures, suite.messages.len()), (5, 1, 1));
    assert!(suite.messages[0].starts_with("Wrong: "), "{:?}", suite.messages);
}
