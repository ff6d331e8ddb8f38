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
        &["config"],
        &["init"],
        &["schema"],
        &["help"],
        &["rules"],
        &["rules", "kinds"],
        &["rules", "import"],
        &["rules", "import", "vale"],
        &["rules", "import", "csv"],
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
        // A line that was wrapped does not run as it is printed.
        let examples = help.split("Examples:\n").nth(1).unwrap_or_default();
        let runs = [
            "  presscheck ",
            "  git ",
            "  zcat ",
            "  jq ",
            "  pbpaste ",
            "    presscheck ",
            "    jq ",
            "      --",
            "      ~",
        ];
        for line in examples.lines().take_while(|line| !line.is_empty()) {
            assert!(
                runs.iter().any(|begins| line.starts_with(begins)),
                "{command:?}: {line}"
            );
        }
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
fn help_is_a_command_like_any_other() {
    for command in [
        &["help", "--help"][..],
        &["help", "help"],
        &["rules", "help", "--help"],
        &["rules", "import", "help", "--help"],
        &["help", "check", "--help"],
    ] {
        let output = run(command);
        assert_eq!(code(&output), 0, "{command:?}: {}", err(&output));
        assert!(
            out(&output).starts_with("Print the help"),
            "{command:?}: {}",
            out(&output)
        );
    }
    assert!(out(&run(&["rules", "help", "list"])).starts_with("List all rules"));
    assert!(out(&run(&["rules", "import", "help", "csv"])).starts_with("A word list"));
    let output = run(&["help", "chekc"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("there is no command `chekc`"), "{}", err(&output));
}

#[test]
fn an_option_is_offered_where_it_does_something() {
    let offers = |command: &[&str], option: &str| out(&run(&[command, &["--help"]].concat())).contains(option);
    for command in [&["check"][..], &["batch"]] {
        assert!(
            offers(command, "--profile") && offers(command, "--reference"),
            "{command:?}"
        );
    }
    for command in [
        &["man"][..],
        &["schema"],
        &["completions"],
        &["init"],
        &["rules", "kinds"],
    ] {
        for option in ["--profile", "--reference", "--config"] {
            assert!(!offers(command, option), "{command:?} {option}");
        }
    }
    assert!(offers(&["clean"], "--config") && !offers(&["clean"], "--reference <"));
    // What is not offered is taken all the same.
    assert_eq!(code(&run(&["rules", "kinds", "--profile", "legal"])), 0);
    assert_eq!(code(&run(&["--profile", "legal", "rules", "kinds"])), 0);
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
