//! `presscheck diff`.

use super::{Folder, code, err, fed, out, run};

const OLD: &str = "fixtures/drafts/ferry-inquiry/old.txt";
const NEW: &str = "fixtures/drafts/ferry-inquiry/new.txt";

#[test]
fn the_exit_code_is_that_of_what_is_introduced() {
    let worse = run(&["diff", OLD, NEW]);
    assert_eq!(code(&worse), 1, "{}", out(&worse));
    assert_eq!(code(&run(&["diff", "--fail-on", "never", OLD, NEW])), 0);
    let same = run(&["diff", "--fail-on", "info", OLD, OLD]);
    assert_eq!(code(&same), 0, "{}", out(&same));
}

#[test]
fn one_draft_may_come_from_standard_input() {
    let text = std::fs::read(NEW).expect("the fixture can be read");
    let output = fed(&["diff", OLD, "-", "--format", "json"], &text);
    assert_eq!(code(&output), 1, "{}", err(&output));
    assert!(out(&output).starts_with("{\"schema\":1,"));
    let both = run(&["diff", "-", "-"]);
    assert_eq!(code(&both), 2);
    assert!(err(&both).contains("holds only one"), "{}", err(&both));
}

#[test]
fn a_draft_from_standard_input_is_read_as_the_other_is() {
    // Nothing shows that this is Markdown but the other draft's name.
    let text = "Quay shut\n\nThe quay was shut on [Wednesday](https://a.example), March 10, 2026, the council said.\n";
    let folder = Folder::new("diff-form");
    let path = folder.file("story.md", text.as_bytes());
    let output = fed(&["diff", "--format", "json", "-", &path], text.as_bytes());
    assert_eq!(code(&output), 0, "{}", out(&output));
    let difference: serde_json::Value = serde_json::from_str(&out(&output)).expect("it is JSON");
    for (list, number) in [("fixed", 0), ("introduced", 0), ("left", 1)] {
        let found = difference[list].as_array().map(Vec::len);
        assert_eq!(found, Some(number), "{list}: {difference}");
    }
}

#[test]
fn a_folder_is_no_draft() {
    let output = run(&["diff", "fixtures/drafts", NEW]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("this is a folder"), "{}", err(&output));
    assert_eq!(code(&run(&["diff", "fixtures/drafts/nothing.txt", NEW])), 2);
}
