//! `presscheck diff`.

use super::{code, err, fed, out, run};

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
fn a_folder_is_no_draft() {
    let output = run(&["diff", "fixtures/drafts", NEW]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("this is a folder"), "{}", err(&output));
    assert_eq!(code(&run(&["diff", "fixtures/drafts/nothing.txt", NEW])), 2);
}
