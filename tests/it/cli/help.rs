//! The help of every command: read as prose before it is accepted.

use super::{code, err, out, run};

#[test]
fn every_command_has_help_with_examples() {
    let commands: &[&[&str]] = &[
        &[],
        &["check"],
        &["batch"],
        &["clean"],
        &["inspect"],
        &["explain"],
        &["compare"],
        &["diff"],
        &["reference"],
        &["allow"],
        &["baseline"],
        &["rules", "list"],
        &["rules", "measure"],
        &["rules", "test"],
        &["rules", "new"],
        &["rules", "catalogue"],
        &["completions"],
        &["man"],
    ];
    for command in commands {
        let output = run(&[command, &["--help"][..]].concat());
        assert_eq!(code(&output), 0, "{}", err(&output));
        let help = out(&output);
        assert!(help.contains("Examples:\n  presscheck "), "{command:?} has no example");
        let longest = help.lines().max_by_key(|l| l.chars().count()).unwrap_or_default();
        assert!(longest.chars().count() <= 100, "{command:?}: {longest}");
        let name = [&["help"], *command].concat().join("-");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false,
            snapshot_path => "../../snapshots/cli" }, {
            insta::assert_snapshot!(name, help);
        });
    }
}

#[test]
fn completions_and_manual_pages_come_from_the_same_definition() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(&["completions", shell]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        assert!(out(&output).contains("explain"), "{shell}");
    }
    let page = out(&run(&["man", "check"]));
    assert!(
        page.contains(".TH presscheck\\-check 1") || page.contains(".TH presscheck-check 1"),
        "{page}"
    );
    assert!(page.contains("fail\\-on"), "{page}");
    assert_eq!(code(&run(&["man", "chekc"])), 2);
    for command in [&["rules-list"][..], &["rules", "list"], &["rules import csv"]] {
        let page = run(&[&["man"], command].concat());
        assert_eq!(code(&page), 0, "{command:?}: {}", err(&page));
        assert!(out(&page).contains(".TH presscheck"), "{}", out(&page));
    }
    assert!(out(&run(&["help", "check"])).starts_with("Check articles"));
    assert!(out(&run(&["help", "rules", "list"])).starts_with("List all rules"));
}

#[test]
fn a_wrong_word_is_answered_with_the_right_one() {
    let output = run(&["chekc", "story.txt"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("'check'"), "{}", err(&output));
    let output = run(&["explain", "noise/coment-form"]);
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("Did you mean `noise/comment-form`?"),
        "{}",
        err(&output)
    );
}
