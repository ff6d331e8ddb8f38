//! The report in the forms that other programs read.

use super::{STORY, code, fed, out, run};
use serde_json::Value;

#[test]
fn annotations_are_workflow_commands() {
    let output = fed(&["check", "--format", "github"], STORY.as_bytes());
    assert_eq!(code(&output), 1);
    insta::assert_snapshot!(out(&output), @"::notice file=<stdin>,line=3,col=1,title=noise/comment-form (minor)::“Leave a Comment” belongs to the page's comment form. Delete the line.");
}

#[test]
fn markdown_marks_the_words_and_escapes_the_rest() {
    insta::assert_snapshot!(out(&fed(&["check", "--format", "markdown"], STORY.as_bytes())), @r"
    *presscheck scores the copy, not the truth and not the outlet.*

    ## \<stdin\>

    **FIX**: mend what these rules found before publication: `noise/comment-form`

    **too short to score: with so little copy one finding would decide everything**

    ### minor: 1 finding, should be mended

    - **“Leave a Comment” belongs to the page's comment form**  
      `noise/comment-form` · right 3 of 3 times, 52% at least

      > line 3: **Leave a Comment**

      Readers take every line of the copy for the article; the form is the site's. Delete the line.

    *presscheck cannot see whether any of this is true, what was left out, irony, or pictures. A clean report is not a true article.*
    ");
}

#[test]
fn a_test_run_counts_what_failed() {
    insta::assert_snapshot!(out(&fed(&["check", "--format", "junit"], STORY.as_bytes())), @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="presscheck">
      <testsuite name="&lt;stdin&gt;" tests="4" failures="1" errors="0" skipped="0">
        <testcase classname="consistency" name="consistency"/>
        <testcase classname="sourcing" name="sourcing"/>
        <testcase classname="tone" name="tone"/>
        <testcase classname="noise" name="noise/comment-form line 3">
          <failure type="minor" message="“Leave a Comment” belongs to the page&#39;s comment form">Readers take every line of the copy for the article; the form is the site&#39;s.
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
