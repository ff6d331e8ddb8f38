//! Reports as they leave the program: exit codes, colour, forms, the same bytes each time.

use super::{Folder, STORY, code, err, fed, out, presscheck, run};
use std::process::Stdio;

#[test]
fn exit_codes() {
    let folder = Folder::new("codes");
    let clean = folder.file(
        "clean.txt",
        b"The harbour wall will be raised by a metre, the mayor said.\n",
    );
    let story = folder.file("story.txt", STORY.as_bytes());
    assert_eq!(code(&run(&["check", &clean])), 0);
    assert_eq!(code(&run(&["check", &story])), 1, "the gate says fix");
    assert_eq!(code(&run(&["check", "--fail-on", "minor", &story])), 1);
    assert_eq!(code(&run(&["check", "--fail-on", "major", &story])), 0);
    assert_eq!(code(&run(&["check", "--fail-on", "never", &story])), 0);
    assert_eq!(
        code(&run(&["check", "--fail-on", "always", &story])),
        2,
        "no such severity"
    );
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    let folder = Folder::new("colour");
    let story = folder.file("story.txt", STORY.as_bytes());
    let coloured = |arguments: &[&str], no_color: bool| {
        let mut command = presscheck(&[arguments, &[story.as_str()]].concat());
        if no_color {
            command.env("NO_COLOR", "1");
        }
        let output = command.stdin(Stdio::null()).output().expect("the program runs");
        out(&output).contains('\u{1b}')
    };
    assert!(!coloured(&["check"], false), "a pipe is no terminal");
    assert!(coloured(&["check", "--color", "always"], false));
    assert!(
        coloured(&["--color", "always", "check"], true),
        "what is asked for counts more"
    );
    assert!(!coloured(&["check", "--color", "never"], false));
    assert!(!coloured(&["check"], true));
}

#[test]
fn the_report_fits_the_columns() {
    for path in ["fixtures/articles/noise", "fixtures/articles/sourcing"] {
        let text = out(&run(&["check", "--notes", path]));
        let longest = text.lines().max_by_key(|l| l.chars().count()).unwrap_or_default();
        assert!(longest.chars().count() <= 80, "{longest}");
        assert!(text.starts_with("presscheck scores the copy, not the truth and not the outlet\n"));
    }
}

#[test]
fn standard_input_and_forms() {
    let output = fed(
        &["check", "--format", "json", "--input-format", "markdown"],
        STORY.as_bytes(),
    );
    assert!(out(&output).contains("\"field\":\"markdown\""), "{}", out(&output));
    assert!(out(&output).starts_with("{\"schema\":1,\"id\":\"<stdin>\""));
    let output = fed(&["clean"], STORY.as_bytes());
    assert_eq!(code(&output), 0);
    assert!(!out(&output).contains("Leave a Comment"));
    assert!(err(&output).contains("Leave a Comment"));
}

#[test]
fn markdown_from_a_pipe_is_known_by_its_beginning() {
    let story = b"---\ntitle: Quay shut\n---\n\n# Quay shut\n\nThe quay was shut on [Wednesday](https://a.example), March 10, 2026, the council said.\n";
    let output = fed(&["check", "--format", "json", "-"], story);
    assert!(
        out(&output).contains("consistency/weekday-against-date"),
        "{}",
        out(&output)
    );
    assert!(err(&output).contains("read as Markdown"), "{}", err(&output));
    let output = fed(&["check", "--format", "json", "--input-format", "text"], story);
    assert!(out(&output).contains("\"field\":\"text\""), "{}", out(&output));
    assert_eq!(err(&output), "");
}

#[test]
fn quotes_are_the_bytes_at_their_offsets() {
    let output = run(&["check", "--format", "json", "fixtures/articles"]);
    let (mut files, mut places) = (0, 0);
    for line in out(&output).lines() {
        let report: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
        let path = report["id"].as_str().expect("the path");
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(root.join(path)).expect("it can be read");
        for finding in report["findings"].as_array().expect("a list") {
            let related = finding["related"].as_array().expect("a list");
            for place in std::iter::once(&finding["primary"]).chain(related) {
                let at = |key: &str| {
                    place[key]
                        .as_u64()
                        .and_then(|n| usize::try_from(n).ok())
                        .expect("an offset")
                };
                let quote = place["quote"].as_str().expect("words");
                let begins = quote.strip_suffix('…').unwrap_or(quote);
                let there = &bytes[at("start")..at("end")];
                assert!(there.starts_with(begins.as_bytes()), "{path}: {quote:?}");
                places += 1;
            }
        }
        files += 1;
    }
    assert!(files > 40 && places > 0);
}

#[test]
fn the_page_holds_what_the_article_says_and_runs_nothing() {
    let story = "Six <script>alert(1)</script> & <b>seven</b>\u{1}.\n\nLeave a Comment\n";
    let page = out(&fed(&["check", "--format", "html"], story.as_bytes()));
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    assert!(!page.contains("<script") && !page.contains('\u{1}'));
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;seven&lt;/b&gt;"));
    assert!(page.contains("<mark class=\"minor\">") && page.contains(">Leave a Comment</a></mark>"));
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("src="));
}

#[test]
fn the_same_bytes_each_time_on_any_number_of_threads() {
    for format in ["human", "json", "html"] {
        let bytes = |threads: &str| {
            let mut command = presscheck(&["check", "--format", format, "fixtures/articles"]);
            let output = command.env("RAYON_NUM_THREADS", threads).stdin(Stdio::null()).output();
            output.expect("the program runs").stdout
        };
        let first = bytes("1");
        assert!(first == bytes("1") && first == bytes("2"), "{format}");
    }
}
