//! Narrow windows, and what is printed in colour.

use super::{Folder, STORY, out, presscheck, run};

#[test]
fn lists_keep_to_a_narrow_window() {
    let (ours, theirs) = ("fixtures/articles/noise", "fixtures/articles/clean");
    for columns in ["40", "60"] {
        let most: usize = columns.parse().expect("a number");
        for command in [
            &["compare", ours, theirs][..],
            &["rules", "list"],
            &["rules", "kinds"],
            &["inspect", ours],
        ] {
            let output = presscheck(command).env("COLUMNS", columns).output().expect("it runs");
            let text = out(&output);
            // A word that is longer than the window stays whole: a path, a rule's id.
            let long = |line: &&str| line.chars().count() > most && line.trim().contains(' ');
            let long: Vec<&str> = text
                .lines()
                .filter(long)
                .filter(|line| line.split(' ').all(|word| word.chars().count() < most / 2))
                .collect();
            assert_eq!(long, Vec::<&str>::new(), "{command:?}");
        }
    }
}

#[test]
fn no_columns_at_all_is_not_believed() {
    let with = |columns: &str| {
        presscheck(&["rules", "kinds"])
            .env("COLUMNS", columns)
            .output()
            .expect("it runs")
    };
    assert_eq!(
        with("0").stdout,
        presscheck(&["rules", "kinds"])
            .env_remove("COLUMNS")
            .output()
            .expect("it runs")
            .stdout
    );
    assert_ne!(with("0").stdout, with("40").stdout);
}

#[test]
fn a_run_of_marked_letters_has_one_escape() {
    let folder = Folder::new("escapes");
    let story = folder.file("story.txt", STORY.as_bytes());
    let text = out(&run(&["check", "--color", "always", &story]));
    assert!(text.contains("mLeave a Comment\u{1b}["), "{text}");
}

#[test]
fn what_is_long_or_short_says_so() {
    let inspected = out(&run(&["inspect", "fixtures/articles/clean"]));
    assert!(
        inspected.contains("[aqr] before a sentence: words in the author's own voice"),
        "{inspected}"
    );
    let rule = "sourcing/unsourced-casualties";
    let short = out(&run(&["explain", rule]));
    assert!(
        short.contains("more examples: presscheck explain --all sourcing/unsourced-casualties"),
        "{short}"
    );
    assert!(short.contains("W3C draft signal 7.4.1.1\n"), "{short}");
    let all = out(&run(&["explain", "--all", rule]));
    assert!(
        all.lines().count() > short.lines().count() && !all.contains("more examples"),
        "{all}"
    );
}
