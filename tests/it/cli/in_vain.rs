//! Decisions that let nothing stand: they are not written, and those that stand there are told.

use super::allow::{RULE, report};
use super::{Folder, STORY, code, err, out, run};
use serde_json::Value;

#[test]
fn nothing_is_written_that_would_let_nothing_stand() {
    let folder = Folder::new("until");
    let story = folder.file("story.txt", STORY.as_bytes());
    let allow = |more: &[&str]| {
        let until = [
            "allow",
            &story,
            RULE,
            "--because",
            "the form",
            "--by",
            "AB",
            "--until",
            "2027-03-01",
        ];
        run(&[&until[..], more].concat())
    };
    for (more, why) in [
        (&[][..], "nothing says what day it is"),
        (&["--as-of", "2027-03-02"], "it held until 2027-03-01"),
    ] {
        let output = allow(more);
        assert_eq!(code(&output), 2, "{}", out(&output));
        assert!(
            err(&output).contains("nothing was written: ") && err(&output).contains(why),
            "{}",
            err(&output)
        );
        assert!(!folder.0.join("story.txt.presscheck.toml").exists());
    }
    assert_eq!(code(&allow(&["--as-of", "2026-11-22"])), 0);
    assert_eq!(report(&["--as-of", "2026-11-22", &story]).0, 0);
}

#[test]
fn a_comment_that_cannot_be_read_is_told_as_such_and_is_in_the_baseline() {
    let folder = Folder::new("baseline-comment");
    let text = STORY.replace("Leave a Comment", "<!-- presscheck: allow that -->\nLeave a Comment");
    folder.file("archive/a.md", text.as_bytes());
    let archive = folder.0.join("archive").display().to_string();
    let human = out(&run(&["check", &archive]));
    assert!(
        human.contains("A decision that cannot be read decides nothing"),
        "{human}"
    );
    assert!(human.contains("allow/stale · certain"), "{human}");
    let made = run(&["baseline", &archive]);
    assert!(out(&made).contains("allow/stale"), "{}", out(&made));
    let baseline = folder.file("archive.baseline", &made.stdout);
    let again = out(&run(&["check", "--format", "json", "--baseline", &baseline, &archive]));
    let again: Value = serde_json::from_str(&again).expect("a report");
    assert!(
        again["findings"]
            .as_array()
            .is_some_and(|f| f.iter().all(|f| !f["allowed"].is_null())),
        "{again:#}"
    );
}
