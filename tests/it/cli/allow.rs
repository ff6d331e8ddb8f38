//! What a newsroom lets stand: beside the article, in it, and for a whole archive.

use super::{Folder, STORY, code, err, fed, out, run};
use serde_json::Value;
use std::fs;

pub(super) const RULE: &str = "noise/comment-form";

/// The report on a file: exit code and JSON.
pub(super) fn report(arguments: &[&str]) -> (i32, Value) {
    let output = run(&[&["check", "--format", "json"], arguments].concat());
    let report = serde_json::from_str(&out(&output));
    (
        code(&output),
        report.unwrap_or_else(|e| panic!("{e}: {}", err(&output))),
    )
}

/// The findings of a rule.
fn of<'a>(report: &'a Value, rule: &str) -> Vec<&'a Value> {
    let all = report["findings"].as_array().expect("a list").iter();
    all.filter(|f| f["rule"] == rule).collect()
}

#[test]
fn a_finding_is_let_stand_until_its_words_change() {
    let folder = Folder::new("allow");
    let story = folder.file("story.txt", STORY.as_bytes());
    assert_eq!(report(&[&story]).0, 1);
    let allow = [
        "allow",
        &story,
        RULE,
        "--because",
        "the form is the story",
        "--by",
        "AB",
    ];
    let output = run(&allow);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let (exit, after) = report(&[&story]);
    assert_eq!((exit, &after["gate"]["verdict"]), (0, &Value::from("pass")));
    let stands = of(&after, RULE);
    assert_eq!(stands[0]["allowed"]["reason"], "the form is the story");
    assert_eq!(
        (&stands[0]["allowed"]["by"], stands[0]["points"].as_f64()),
        (&Value::from("AB"), Some(0.0))
    );
    let batch: Value = serde_json::from_str(&out(&run(&["batch", "--quiet", &story]))).expect("a report");
    assert_eq!(of(&batch, RULE), stands, "an archive is judged as one article is");
    let human = out(&run(&["check", &story]));
    assert!(
        human.contains("LET STAND") && human.contains("the form is the story (AB)"),
        "{human}"
    );
    assert!(err(&run(&allow)).contains("somebody let this stand already"));

    fs::write(&story, STORY.replace("Leave a Comment", "The shelves are new.")).expect("written");
    let (_, changed) = report(&[&story]);
    let stale = of(&changed, "allow/stale");
    assert_eq!((stale.len(), &stale[0]["severity"]), (1, &Value::from("minor")));
    let message = stale[0]["message"].as_str().expect("text");
    assert!(
        message.contains("`noise/comment-form` finds nothing on “Leave a Comment”"),
        "{message}"
    );
}

#[test]
fn a_comment_lets_stand_what_is_found_in_its_paragraph() {
    let folder = Folder::new("comment");
    let comment = "<!-- presscheck: allow noise/comment-form because it is meant (AB) until 2026-12-31 -->";
    let text = STORY.replace("Leave a Comment", &format!("{comment}\nLeave a Comment"));
    let story = folder.file("story.md", text.as_bytes());
    let (exit, on_time) = report(&["--as-of", "2026-12-31", &story]);
    assert_eq!((exit, &of(&on_time, RULE)[0]["allowed"]["by"]), (0, &Value::from("AB")));
    for (day, why) in [
        (Some("2027-01-01"), "it held until 2026-12-31"),
        (None, "nothing says what day it is"),
    ] {
        let day: Vec<&str> = day.into_iter().flat_map(|d| ["--as-of", d]).collect();
        let (exit, late) = report(&[&day[..], &[story.as_str()]].concat());
        assert_eq!((exit, &of(&late, RULE)[0]["allowed"]), (1, &Value::Null));
        let stale = of(&late, "allow/stale")[0];
        assert!(stale["message"].as_str().is_some_and(|m| m.contains(why)), "{stale}");
        assert_eq!(stale["primary"]["quote"], comment);
    }
    let story = folder.file("slip.md", text.replace(" because it is meant", "").as_bytes());
    let slip = report(&[&story]).1;
    let message = &of(&slip, "allow/stale")[0]["message"];
    assert!(
        message.as_str().is_some_and(|m| m.contains("it cannot be read")),
        "{message}"
    );
}

#[test]
fn a_critical_finding_needs_two_people() {
    let folder = Folder::new("second");
    let config = folder.file(
        "presscheck.toml",
        format!("[rules]\n\"{RULE}\" = \"critical\"\n").as_bytes(),
    );
    let story = folder.file("story.txt", STORY.as_bytes());
    let allow = [
        "allow",
        "--config",
        &config,
        &story,
        RULE,
        "--because",
        "it is meant",
        "--by",
        "AB",
    ];
    let output = run(&allow);
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("one person alone cannot let it stand"),
        "{}",
        err(&output)
    );
    let beside = folder.file(
        "story.txt.presscheck.toml",
        format!("[[allow]]\nrule = \"{RULE}\"\nquote = \"Leave a  comment\"\nreason = \"x\"\nby = \"AB\"\n").as_bytes(),
    );
    let (exit, alone) = report(&["--config", &config, &story]);
    assert_eq!((exit, &of(&alone, RULE)[0]["allowed"]), (1, &Value::Null));
    let message = &of(&alone, "allow/stale")[0]["message"];
    assert!(
        message.as_str().is_some_and(|m| m.contains("only one person")),
        "{message}"
    );
    fs::remove_file(beside).expect("removed");
    let output = run(&[&allow[..], &["--second", "CD"]].concat());
    assert_eq!(code(&output), 0, "{}", err(&output));
    let (exit, both) = report(&["--config", &config, &story]);
    assert_eq!(
        (exit, &of(&both, RULE)[0]["allowed"]["second"]),
        (0, &Value::from("CD"))
    );
}

#[test]
fn a_faulty_file_says_all_that_is_wrong() {
    let folder = Folder::new("faulty");
    let story = folder.file("story.txt", STORY.as_bytes());
    folder.file(
        "story.txt.presscheck.toml",
        b"[[allow]]\nrule = \"noise/comment-form\"\nqote = \"x\"\nreason = \" \"\nby = \"12\"\nuntil = \"May\"\n",
    );
    let output = run(&["check", &story]);
    assert_eq!((code(&output), out(&output)), (2, String::new()));
    for part in [
        "`qote`",
        "`reason` is empty",
        "`by` is no initials",
        "which is no day",
        "4 faults in 1 file",
    ] {
        assert!(err(&output).contains(part), "{part}: {}", err(&output));
    }
}

#[test]
fn after_a_baseline_only_what_is_new_counts() {
    let folder = Folder::new("baseline");
    folder.file("archive/a.txt", STORY.as_bytes());
    let archive = folder.0.join("archive").display().to_string();
    let made = run(&["baseline", &archive]);
    assert_eq!(code(&made), 0, "{}", err(&made));
    let baseline = folder.file("archive.baseline", &made.stdout);
    let check = ["check", "--baseline", &baseline, &archive];
    let output = run(&check);
    assert_eq!(code(&output), 0, "{}", out(&output));
    assert!(out(&output).contains("it was there before the baseline"));
    folder.file("archive/b.txt", STORY.as_bytes());
    assert_eq!(code(&run(&check)), 1);
    let output = run(&["check", "--baseline", &format!("{archive}/a.txt"), &archive]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("is no baseline"), "{}", err(&output));
}

#[test]
fn words_that_the_house_stands_by_stay_in_the_report() {
    let folder = Folder::new("allow-house");
    let story = "The road to Kessin is 40 kilometers (64 miles) long, the council said.\n";
    let with = |more: &str| {
        let text =
            format!("[[allow]]\nrules = \"consistency/*\"\nwords = [\"64  Miles\"]\nreason = \"as built\"\n{more}");
        let config = folder.file("presscheck.toml", text.as_bytes());
        fed(
            &["--config", &config, "check", "--format", "json", "-"],
            story.as_bytes(),
        )
    };
    let alone = with("by = \"AB\"\n");
    assert_eq!(code(&alone), 1, "critical, and one name");
    assert!(
        out(&alone).contains("is critical, and only one person let it stand"),
        "{}",
        out(&alone)
    );
    let signed = with("by = \"AB\"\nsecond = \"CD\"\n");
    assert_eq!(code(&signed), 0, "{}{}", out(&signed), err(&signed));
    assert!(
        out(&signed).contains("\"allowed\":{\"reason\":\"as built\",\"by\":\"AB\",\"second\":\"CD\"}"),
        "{}",
        out(&signed)
    );
    for (more, wanted) in [
        (
            "by = \"AB\"\nsecond = \"a. b.\"\n",
            "`second` is the same person as `by`",
        ),
        ("second = \"CD\"\n", "`second` agrees with nobody"),
        (
            "[[allow]]\nrules = \"tone/*\"\nwords = []\nreason = \"x\"\n",
            "`words` is empty",
        ),
        (
            "[[allow]]\nrules = \"tone/*\"\nwords = [\"\"]\nreason = \"x\"\n",
            "an entry of `words` is empty",
        ),
        (
            "[[allow]]\nrules = \"tone/*\"\nwords = [\"x\"]\nreason = \" \"\n",
            "`reason` is empty",
        ),
    ] {
        let output = with(more);
        assert_eq!(code(&output), 2, "{more}");
        assert!(err(&output).contains(wanted), "{more}: {}", err(&output));
    }
}

#[test]
fn boilerplate_that_the_house_stands_by_is_copy() {
    let folder = Folder::new("allow-noise");
    let config = folder.file(
        "presscheck.toml",
        b"[[allow]]\nrules = \"noise/*\"\nwords = [\"leave a comment\"]\nreason = \"our column is called so\"\n",
    );
    let checked = fed(&["--config", &config, "check", "-"], STORY.as_bytes());
    assert_eq!(code(&checked), 0, "{}", out(&checked));
    assert!(out(&checked).contains("LET STAND"), "{}", out(&checked));
    let cleaned = fed(&["--config", &config, "clean", "-"], STORY.as_bytes());
    assert_eq!(out(&cleaned), STORY);
}

#[test]
fn a_comment_names_one_rule_that_there_is() {
    let said = |rule: &str| {
        let copy = format!("# Bridge\n\nIt rained.\n\n<!-- presscheck: allow {rule} because x (AB) -->\n");
        let arguments = ["check", "--input-format", "markdown", "-"];
        let text = out(&fed(&arguments, copy.as_bytes()));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for (rule, wanted) in [
        ("tone/*", "lets nothing stand: `tone/*` is no rule allow/stale"),
        (
            "loaded-word",
            "`loaded-word` is no rule; did you mean `tone/loaded-word`?",
        ),
        (
            "tone/loadedword",
            "`tone/loadedword` is no rule; did you mean `tone/loaded-word`?",
        ),
        (
            "tone/loaded-word",
            "`tone/loaded-word` finds nothing in the paragraph beside it",
        ),
    ] {
        assert!(said(rule).contains(wanted), "{rule}: {}", said(rule));
    }
}
