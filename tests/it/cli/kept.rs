//! What a newsroom has is never written over: stories, lists, links, reports of another run.

use super::{Folder, STORY, code, err, out, presscheck, run};
use std::fs;
use std::process::Output;

/// A line of input with some copy in it.
fn line(id: &str, copy: &str) -> String {
    format!("{}\n", serde_json::json!({"id": id, "text": copy}))
}

/// What the program says in a folder.
fn within(folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = presscheck(arguments);
    command.current_dir(&folder.0).output().expect("the program runs")
}

#[test]
fn a_reference_is_made_anew_and_nothing_else_is_written_over() {
    let folder = Folder::new("kept-reference");
    let lines: String = (0..30)
        .map(|i| {
            line(
                &i.to_string(),
                &format!("The ferry carried {i} people, the harbour said. It left at noon.\n\n").repeat(14),
            )
        })
        .collect();
    let archive = folder.file("archive.jsonl", lines.as_bytes());
    let story = folder.file("story.txt", STORY.as_bytes());
    let output = run(&["reference", &archive, "--output", &story]);
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("story.txt: is there already and is no reference"),
        "{}",
        err(&output)
    );
    assert_eq!(fs::read_to_string(&story).expect("it is there"), STORY);

    let news = folder.0.join("news.toml").display().to_string();
    assert_eq!(
        code(&run(&["reference", &archive, "--name", "May", "--output", &news])),
        0
    );
    let output = run(&["reference", &archive, "--name", "June", "--output", &news]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(
        err(&output).contains("took the place of the reference “May”"),
        "{}",
        err(&output)
    );
}

#[test]
fn each_file_of_a_batch_has_one_purpose() {
    let folder = Folder::new("kept-batch");
    let input = folder.file("in.jsonl", line("a", STORY).as_bytes());
    let one = folder.0.join("one.jsonl").display().to_string();
    for (arguments, wanted) in [
        (vec!["--out", &input, "--resume", &input], "is among the articles"),
        (
            vec!["--rejects", &input, "--resume", "--out", &one, &input],
            "is among the articles",
        ),
        (
            vec!["--out", &one, "--rejects", &one, &input],
            "is named for the reports and for the lines",
        ),
        (vec!["--out", "-", &input], "`-` is no name for a file"),
        (
            vec!["--out", "no-such-folder/x.jsonl", &input],
            "there is no such folder",
        ),
    ] {
        let output = run(&[&["batch"], &arguments[..]].concat());
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(err(&output).contains(wanted), "{}", err(&output));
    }
    assert_eq!(fs::read_to_string(&input).expect("it is there"), line("a", STORY));
}

#[test]
fn a_batch_goes_on_only_with_the_settings_it_was_begun_with() {
    let folder = Folder::new("kept-resume");
    let input = folder.file("in.jsonl", (line("a", STORY) + &line("b", STORY)).as_bytes());
    let reports = folder.0.join("reports.jsonl").display().to_string();
    assert_eq!(code(&run(&["batch", "--out", &reports, &input])), 0);
    let whole = fs::read_to_string(&reports).expect("reports");
    let first = whole.lines().next().expect("a report").to_owned() + "\n";
    for other in [&["--analysis"][..], &["--profile", "draft"]] {
        folder.file("reports.jsonl", first.as_bytes());
        let output = run(&[&["batch", "--out", &reports, "--resume", &input], other].concat());
        assert_eq!(code(&output), 2, "{other:?}");
        assert!(
            err(&output).contains("the report on \"a\" would be another one now"),
            "{}",
            err(&output)
        );
        assert_eq!(fs::read_to_string(&reports).expect("reports"), first);
    }
    assert_eq!(code(&run(&["batch", "--out", &reports, "--resume", &input])), 0);
    assert_eq!(fs::read_to_string(&reports).expect("reports"), whole);
}

#[test]
fn every_row_of_a_list_is_in_a_rule_or_in_the_account() {
    let folder = Folder::new("kept-rows");
    let here = |arguments: &[&str]| within(&folder, arguments);
    assert_eq!(code(&here(&["init"])), 0);
    let list = "foo,bar,AP style\nqux,quux,AP style.\nzip,zap,ap-style\nжук,bug,Слово\nпёс,dog,Фраза\n\
                foo,baz,AP style\nwot,what,\"two\nlines\"\nbox,crate,pack\n";
    folder.file("w.csv", list.as_bytes());
    let imported = here(&["rules", "import", "csv", "w.csv"]);
    assert_eq!(code(&imported), 0, "{}", err(&imported));
    let told = out(&imported).replace('\\', "/");
    assert!(
        told.starts_with("7 of 8 rows carried over, in 7 rules, to packs/w (87.5%)"),
        "{told}"
    );
    assert!(
        told.contains("line 6 (foo): the word stands on line 1 already, with the same reason"),
        "{told}"
    );
    assert!(
        told.ends_with("has the pack read already: presscheck rules test w\n"),
        "{told}"
    );
    assert_eq!(fs::read_dir(folder.0.join("packs/w")).expect("the pack").count(), 8);
    // Whoever names the pack all the same names it twice, which does no harm.
    let config = fs::read_to_string(folder.0.join("presscheck.toml")).expect("settings");
    let twice = config.replace("packs = [\"packs\"]", "packs = [\"packs\", \"packs/w\"]");
    assert_ne!(config, twice);
    folder.file("presscheck.toml", twice.as_bytes());
    let tested = here(&["rules", "test", "w"]);
    assert_eq!(code(&tested), 0, "{}{}", out(&tested), err(&tested));
}

#[test]
fn a_new_rule_takes_no_record_over_and_proves_itself() {
    let folder = Folder::new("kept-new");
    let here = |arguments: &[&str]| within(&folder, arguments);
    assert_eq!(code(&here(&["init"])), 0);
    for kind in [
        "claim",
        "elapsed",
        "certainty",
        "teaser",
        "single-source",
        "metric",
        "pair",
    ] {
        let id = format!("house/my-{kind}");
        let made = here(&["rules", "new", &id, "--kind", kind]);
        assert_eq!(code(&made), 0, "{kind}: {}", err(&made));
        let rule = fs::read_to_string(folder.0.join(format!("packs/house/my-{kind}.toml"))).expect("the rule");
        for other in ["[measured]", "\ncovers", "\nstandards", "\nsince  "] {
            let top = rule.split("\n[check").next().unwrap_or_default();
            assert!(!top.contains(other) && !rule.contains("[measured]"), "{kind}: {rule}");
        }
    }
    let tested = here(&["rules", "test"]);
    assert_eq!(code(&tested), 0, "{}{}", out(&tested), err(&tested));
}

#[test]
fn two_articles_of_one_name_keep_two_accounts() {
    let folder = Folder::new("kept-reports");
    let here = |arguments: &[&str]| within(&folder, arguments);
    assert_eq!(code(&here(&["init"])), 0);
    folder.file("packs/house/fixtures/bridge.md", b"The bridge is shut.\n");
    // What was kept for the only one of its name is no account of either.
    let tested = here(&["rules", "test", "--accept"]);
    assert!(out(&tested).contains("each keeps its own"), "{}", out(&tested));
    fs::remove_file(folder.0.join("packs/house/fixtures/bridge.report")).expect("it is there");
    assert_eq!(code(&here(&["rules", "test", "--accept"])), 0);
    for name in ["bridge.txt.report", "bridge.md.report"] {
        assert!(folder.0.join("packs/house/fixtures").join(name).is_file(), "{name}");
    }
    fs::remove_file(folder.0.join("packs/house/fixtures/bridge.md")).expect("it is there");
    let tested = here(&["rules", "test"]);
    assert_eq!(code(&tested), 1);
    assert!(
        out(&tested).contains("this keeps what is found in an article that is not there"),
        "{}",
        out(&tested)
    );
}
