//! `presscheck reference`, and reports that place an article by it.

use super::{Folder, code, err, fed, out, run};
use std::fmt::Write as _;
use std::fs;

/// Thirteen plain sentences, nine with a figure, and so many loaded words.
fn story(loaded: usize) -> String {
    let mut story = String::new();
    for day in 1..=9 {
        let _ = write!(
            story,
            "The ferry to Harl carried {} people on day {day} of the fair, the harbour office said. \
             It leaves from the north quay at noon and is back before dark.\n\n",
            200 + day
        );
    }
    for _ in 0..loaded {
        story.push_str("The disgraceful queue was long.\n\n");
    }
    story
}

fn lines(stories: usize) -> String {
    let line = |i: usize| serde_json::json!({"id": i.to_string(), "text": story(i), "genre": "travel"}).to_string();
    (0..stories).map(|i| line(i) + "\n").collect()
}

#[test]
fn a_report_places_the_article_among_the_stories_of_the_archive() {
    let folder = Folder::new("reference");
    let archive = folder.file("archive/2025.jsonl", lines(30).as_bytes());
    let short = folder.file("archive/brief.txt", b"The ferry is late.\n");
    let file = folder.0.join("news.toml").display().to_string();
    let from = folder.0.join("archive").display().to_string();
    for name in ["reference", "profile"] {
        let output = run(&[name, &from, "--name", "the ferry desk", "--output", &file]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        assert!(
            err(&output).contains("30 stories; left out: 1 too short to score, 0 that came twice"),
            "{}",
            err(&output)
        );
    }
    let text = fs::read_to_string(&file).expect("it was written");
    assert!(
        !text.contains("ferry to Harl") && !text.contains("queue"),
        "no word of a story: {text}"
    );
    assert!(text.contains("[genre.travel]"), "{text}");
    let again = run(&["reference", &archive, &short, "--name", "the ferry desk"]);
    assert_eq!(out(&again), text, "the same stories make the same file");

    let report = |loaded, more: &[&str]| {
        let output = fed(
            &[&["check", "--fail-on", "never", "--reference", &file], more, &["-"]].concat(),
            story(loaded).as_bytes(),
        );
        assert_eq!(code(&output), 0, "{}", err(&output));
        out(&output).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let placed = "more loaded words than 94 of 100 stories, among the 30 stories in the ferry desk";
    assert!(report(28, &[]).contains(placed), "{}", report(28, &[]));
    assert!(
        report(28, &["--genre", "travel"]).contains("among the 30 travel stories in"),
        "{}",
        report(28, &["--genre", "travel"])
    );
    assert!(report(28, &["--format", "json"]).contains("\"standing\":[{\"measure\":\"loaded-words\""));
    assert!(report(28, &["--format", "markdown"]).contains(placed));
    assert!(report(28, &["--format", "html"]).contains(placed));
    let score = |text: &str| text.split("\"score\":{\"value\":").nth(1).map(|t| t[..4].to_owned());
    let without = fed(
        &["check", "--fail-on", "never", "--format", "json", "-"],
        story(28).as_bytes(),
    );
    assert_eq!(
        score(&report(28, &["--format", "json"])),
        score(&out(&without)),
        "never folded into the score"
    );
}

#[test]
fn the_settings_may_name_the_reference_and_faults_in_it_are_drawn() {
    let folder = Folder::new("reference-settings");
    let archive = folder.file("archive.jsonl", lines(20).as_bytes());
    let file = folder.0.join("news.toml").display().to_string();
    assert_eq!(code(&run(&["reference", &archive, "--output", &file])), 0);
    let config = folder.file("presscheck.toml", b"reference = \"news.toml\"\n");
    let check = || {
        fed(
            &["--config", &config, "check", "--fail-on", "never", "-"],
            story(9).as_bytes(),
        )
    };
    assert!(out(&check()).contains("stories in archive"), "{}", out(&check()));

    let made = fs::read_to_string(&file).expect("it was written");
    folder.file("news.toml", made.replace("version = 1", "version = 7").as_bytes());
    assert_eq!(code(&check()), 2);
    assert!(
        err(&check()).contains("its version is 7, and 1 is wanted"),
        "{}",
        err(&check())
    );
    folder.file("news.toml", made.replace("rules = \"", "rules = \"0").as_bytes());
    assert!(err(&check()).contains("was made with other rules"), "{}", err(&check()));
    fs::remove_file(&file).expect("it is there");
    assert_eq!(code(&check()), 2);
    assert!(err(&check()).contains("reference = \"news.toml\""), "{}", err(&check()));
}

#[test]
fn an_archive_of_too_few_stories_is_refused() {
    let folder = Folder::new("reference-few");
    let twice = lines(12).repeat(2);
    let archive = folder.file("archive.jsonl", twice.as_bytes());
    let output = run(&["reference", &archive]);
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("of this archive 12 stories can be used, and 20 are wanted"),
        "{}",
        err(&output)
    );
    assert!(err(&output).contains("12 came twice"), "{}", err(&output));
    assert_eq!(code(&run(&["reference", "no-such-archive"])), 2);
}
