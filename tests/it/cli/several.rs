//! Several articles in one report, and files among them that could not be read.

use super::{Folder, STORY, code, err, out, presscheck};
use serde_json::Value;
use std::process::Output;

const CLEAN: &str = "The harbour wall will be raised by a metre, the mayor said.\n";

/// A folder with a story to mend, one that passes, and an empty file.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("room/a.txt", STORY.as_bytes());
    folder.file("room/b.txt", CLEAN.as_bytes());
    folder.file("room/empty.txt", b"\n");
    folder
}

fn check(folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = presscheck(&[&["check"], arguments].concat());
    command.current_dir(&folder.0).output().expect("the program runs")
}

#[test]
fn head_and_foot_stand_once_and_the_last_line_counts() {
    let folder = folder("several");
    let output = check(&folder, &["room"]);
    assert_eq!(code(&output), 1, "an empty file beside others stops nothing");
    assert_eq!(
        err(&output),
        "note: room/empty.txt: is empty: there is nothing to check\n"
    );
    let text = out(&output);
    for once in ["presscheck scores the copy", "A clean report is not a true article"] {
        assert_eq!(text.replace('\n', " ").matches(once).count(), 1, "{text}");
    }
    assert_eq!(text.lines().last(), Some("3 articles: 1 fix, 1 pass, 1 not checked"));
    assert_eq!(
        code(&check(&folder, &["room/b.txt", "room/empty.txt"])),
        2,
        "it was named"
    );
    folder.file("bare/empty.txt", b"");
    assert_eq!(code(&check(&folder, &["bare"])), 2, "nothing was checked");
    let one = out(&check(&folder, &["room/b.txt"]));
    assert!(!one.contains("1 article"), "{one}");
}

#[test]
fn markdown_parts_its_articles() {
    let folder = folder("several-markdown");
    let text = out(&check(&folder, &["--format", "markdown", "room", "missing.txt"]));
    assert!(
        text.starts_with("*presscheck scores the copy, not the truth and not the outlet.*\n\n**"),
        "{text}"
    );
    assert!(text.contains("**missing.txt** not checked: no such file."), "{text}");
    assert_eq!(text.matches("*presscheck").count(), 2, "{text}");
    for (at, _) in text.match_indices("## room") {
        assert!(text[..at].ends_with("\n\n"), "{text}");
    }
}

#[test]
fn every_form_names_what_could_not_be_read() {
    let folder = folder("unread");
    let of = |format: &str| out(&check(&folder, &["--format", format, "room", "missing.txt"]));
    let junit = of("junit");
    assert!(
        junit.contains("<testsuites name=\"presscheck\" tests=\"10\" failures=\"1\" errors=\"1\" skipped=\"1\">"),
        "{junit}"
    );
    assert!(
        junit.contains("<error type=\"unread\" message=\"not checked: no such file."),
        "{junit}"
    );
    assert!(junit.contains("file=\"room/a.txt\" line=\"3\""), "{junit}");
    let github = of("github");
    assert!(
        github.contains("::error file=missing.txt,title=not checked::not checked: no such file."),
        "{github}"
    );
    assert!(
        github.contains("::notice file=room/empty.txt,title=not checked::"),
        "{github}"
    );
    let html = of("html");
    assert!(
        html.contains("<p class=\"unread\"><strong>missing.txt</strong> not checked: no such file."),
        "{html}"
    );
    let sarif: Value = serde_json::from_str(&of("sarif")).expect("it is JSON");
    let run = &sarif["runs"][0];
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    let told = run["invocations"][0]["toolExecutionNotifications"]
        .as_array()
        .expect("a list");
    let uris: Vec<&Value> = told
        .iter()
        .map(|n| &n["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        .collect();
    assert_eq!(uris, ["room/empty.txt", "missing.txt"]);
    assert_eq!(
        run["tool"]["driver"]["rules"][0]["shortDescription"]["text"],
        "comment form or prompt left in the copy"
    );
    assert_eq!(run["results"][0]["level"], "warning", "it makes the run fail");
    let json = of("json");
    assert_eq!(json.lines().count(), 2, "a line is a report: {json}");
}
