//! `batch` over an archive: files and folders, interruptions, what could not be checked.

use super::{Folder, STORY, code, err, fed, out, presscheck, run};
use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// So many lines of articles, every seventh of them bad.
fn lines(count: usize) -> String {
    let line = |i: usize| match i % 7 {
        6 => format!("{{\"id\":{i}}}\n"),
        _ => format!(
            "{{\"id\":\"a{i}\",\"text\":{:?}}}\n",
            format!("Story {i}. {}", STORY.repeat(i % 5 + 1))
        ),
    };
    (0..count).map(line).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(path).expect("it was written")
}

#[test]
fn an_interrupted_run_goes_on_where_it_stopped() {
    let folder = Folder::new("resume");
    let input = folder.file("in.jsonl", lines(3000).as_bytes());
    let [whole, whole_bad, part, bad] = ["whole.jsonl", "whole-bad.jsonl", "part.jsonl", "bad.jsonl"]
        .map(|name| folder.0.join(name).display().to_string());
    let output = run(&["batch", "--out", &whole, "--rejects", &whole_bad, &input]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert_eq!(read(&whole).lines().count(), 3000);

    let arguments = ["batch", "--out", &part, "--rejects", &bad, "--resume", &input];
    let mut stopped = 0;
    // Each time it is killed a little later.
    for more in [1, 200_000, 500_000] {
        let mut child = presscheck(&arguments)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("it runs");
        let start = Instant::now();
        while fs::metadata(&part).map_or(0, |d| d.len()) < more && start.elapsed() < Duration::from_mins(1) {
            std::thread::yield_now();
        }
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        stopped += usize::from(read(&part).len() < read(&whole).len());
    }
    assert!(stopped > 0, "no run was interrupted");
    // A line that was torn off is done again.
    let torn = read(&part);
    fs::write(&part, &torn[..torn.len().saturating_sub(5)]).expect("it can be cut");
    let output = run(&arguments);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(err(&output).contains("finished before"), "{}", err(&output));
    assert_eq!(read(&part), read(&whole));
    assert_eq!(read(&bad), read(&whole_bad));
    assert_eq!(read(&bad).lines().next(), Some("{\"id\":6}"));
}

#[test]
fn what_does_not_go_on_is_refused() {
    let folder = Folder::new("refused");
    let (input, short) = (lines(20), lines(3));
    let (input, short) = (
        folder.file("in.jsonl", input.as_bytes()),
        folder.file("short.jsonl", short.as_bytes()),
    );
    let file = folder.0.join("out.jsonl").display().to_string();
    assert_eq!(code(&run(&["batch", "--out", &file, &input])), 0);
    let refused = |arguments: &[&str]| {
        let before = read(&file);
        let output = run(arguments);
        assert_eq!((code(&output), read(&file)), (2, before));
        err(&output).replace(&file, "OUT")
    };
    insta::assert_snapshot!(refused(&["batch", "--out", &file, &input]), @r"
    error: OUT: is there already
      help: Name another file, or remove it; --resume goes on with the --out file of an interrupted run.
    ");
    insta::assert_snapshot!(refused(&["batch", "--out", &file, "--resume", &short]), @r"
    error: OUT: holds 17 reports more than there are articles
      help: --resume needs the input that the file was begun with.
    ");
    let other = folder.file("other.jsonl", b"{\"id\":\"b\",\"text\":\"One.\"}\n");
    insta::assert_snapshot!(refused(&["batch", "--out", &file, "--resume", &other]), @r#"
    error: OUT: line 1 is about "a0", and article 1 is "b"
      help: --resume needs the input, and the order, that the file was begun with.
    "#);
    fs::write(&file, "not a report\n").expect("it can be written");
    insta::assert_snapshot!(refused(&["batch", "--out", &file, "--resume", &input]), @r"
    error: OUT: line 1 is no report
      help: It was not written by `presscheck batch --out`: name another file.
    ");
}

#[test]
fn any_number_of_jobs_gives_the_same_bytes() {
    let folder = Folder::new("jobs");
    let input = folder.file("in.jsonl", lines(700).as_bytes());
    let with = |jobs: &str| {
        let output = run(&["batch", "--quiet", "--analysis", "--jobs", jobs, &input]);
        assert_eq!((code(&output), err(&output)), (0, String::new()));
        output.stdout
    };
    let one = with("1");
    assert!(one == with("2") && one == with("7"), "the reports differ");
    assert!(one == fed(&["batch", "--quiet", "--analysis"], lines(700).as_bytes()).stdout);
}

#[test]
fn folders_files_and_lines_in_one_run() {
    let folder = Folder::new("archive");
    folder.file("archive/b.txt", STORY.as_bytes());
    folder.file("archive/2024/a.md", STORY.as_bytes());
    folder.file("archive/empty.txt", b"");
    folder.file("archive/notes.csv", b"a,b");
    folder.file("more.jsonl", b"{\"id\":\"m\",\"text\":\"One.\"}\nnot json");
    folder.file("one.html", b"<p>The library opens at nine on Monday.</p>");
    let arguments = ["batch", "archive", "more.jsonl", "one.html"];
    let output = presscheck(&arguments).current_dir(&folder.0).output().expect("it runs");
    let ids: Vec<String> = out(&output)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
        .map(|line| format!("{} {}", line["id"], line["error"]))
        .collect();
    assert_eq!(
        ids,
        [
            "\"archive/2024/a.md\" null",
            "\"archive/b.txt\" null",
            "\"archive/empty.txt\" \"is empty: there is nothing to check\"",
            "\"m\" null",
            "null \"line 2: is no JSON: expected ident at byte 2\"",
            "\"one.html\" null",
        ]
    );
    let said = err(&output);
    let said = said.split(" (").next();
    assert_eq!(
        said,
        Some("note: 4 articles checked: 2 to pass, 2 to fix, 0 to hold; 2 could not be checked, see \"error\"")
    );
}

#[test]
fn what_is_odd_about_lines_is_said_once() {
    let folder = Folder::new("odd");
    let lines = concat!(
        r#"{"id":"a","text":"The library opens at nine.","publshed":"2026-03-10"}"#,
        "\n\n",
        r#"{"id":"a","text":"The library opens at ten.","publshed":"2026-03-10","url":"/x"}"#,
        "\n",
        r#"{"id":"a","text":" "}"#,
        "\n",
        r#"{"id":"a","headline":"The library opens","text":""}"#,
        "\n"
    );
    let input = folder.file("in.jsonl", lines.as_bytes());
    let output = run(&["batch", &input]);
    assert_eq!(code(&output), 0);
    let errors: Vec<serde_json::Value> = out(&output)
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON")["error"].clone())
        .collect();
    let empty = "line 4: is empty: there is nothing to check";
    assert_eq!(errors, [None, None, Some(empty), None].map(serde_json::Value::from));
    let said = err(&output);
    let notes: Vec<&str> = said.lines().take(3).collect();
    assert_eq!(
        notes,
        [
            "note: line 1: the key \"publshed\" is not read; did you mean \"published\"?",
            "note: line 3: the key \"url\" is not read",
            "note: line 3: its id \"a\" stands on an earlier line too; both are checked (said once)",
        ]
    );
    assert_eq!(err(&run(&["batch", "--quiet", &input])), "");
}

#[test]
fn nobody_reads_an_archive() {
    let folder = Folder::new("unread");
    let input = folder.file("in.jsonl", lines(3000).as_bytes());
    let mut child = presscheck(&["batch", &input])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((code(&output), err(&output)), (0, String::new()));
}
