//! `clean` on every form: what is printed, what is written back, and what is kept.

use super::{Folder, code, err, out, run};
use crate::word;
use std::fs;

const FIRST: &str = "The council of Estry voted on Monday to raise the harbour wall, the mayor said.";
const LAST: &str = "Work is to begin in May and will take until the autumn, according to the engineer.";
const LINE: &str = "Sign up for our newsletter";

/// A file of each form that can be written back, with the line in it and without.
fn forms() -> Vec<(&'static str, String, String)> {
    let html = |line: &str| format!("<h1>Wall to be raised</h1>\n<p>{FIRST}</p>\n{line}<p>{LAST}</p>\n");
    let text = |line: &str| format!("Wall to be raised\n\n{FIRST}\n\n{line}{LAST}\n");
    let json = |html_line: &str, text_line: &str| {
        format!(
            "{{\"uri\": \"x:1\", \"versioncreated\": \"2026-03-10T08:00:00Z\", \"headline\": \"Wall to be raised\",\n \
             \"keywords\": [\"{LINE}\"],\n \"body_text\": {},\n \"body_html\": {}}}\n",
            serde_json::json!(format!("{FIRST}\n\n{text_line}{LAST}")),
            serde_json::json!(format!("<p>{FIRST}</p>\n{html_line}<p>{LAST}</p>"))
        )
    };
    let paragraph = format!("<p>{LINE}</p>");
    vec![
        ("story.txt", text(&format!("{LINE}\n\n")), text("")),
        (
            "story.md",
            format!("# {}", text(&format!("**{LINE}**\n\n"))),
            format!("# {}", text("")),
        ),
        ("story.html", html(&paragraph), html("")),
        ("story.json", json(&paragraph, &format!("{LINE}\n\n")), json("", "")),
    ]
}

#[test]
fn each_form_is_written_back_without_its_line_and_nothing_else() {
    let folder = Folder::new("clean-write");
    for (name, with, without) in forms() {
        let path = folder.file(name, with.as_bytes());
        let output = run(&["clean", "--write", &path]);
        assert_eq!((code(&output), out(&output)), (0, String::new()), "{name}");
        assert!(
            err(&output).contains(&format!("removed “{LINE}”")),
            "{name}: {}",
            err(&output)
        );
        assert_eq!(fs::read_to_string(&path).expect("it is there"), without, "{name}");
        // What is clean stays as it is, to the byte.
        run(&["clean", "--write", &path]);
        assert_eq!(fs::read_to_string(&path).expect("it is there"), without, "{name}");
        let others = fs::read_dir(&folder.0).expect("a folder").count();
        fs::remove_file(&path).expect("removed");
        assert_eq!(others, 1, "{name}: nothing is left beside the file");
    }
}

#[test]
fn each_form_is_printed_as_text_and_as_markdown() {
    let folder = Folder::new("clean-as");
    for (name, with, _) in forms() {
        let path = folder.file(name, with.as_bytes());
        let text = out(&run(&["clean", "--as", "text", &path]));
        assert_eq!(text, format!("Wall to be raised\n\n{FIRST}\n\n{LAST}\n"), "{name}");
        let markdown = out(&run(&["clean", "--as", "markdown", &path]));
        assert_eq!(markdown, format!("# {text}"), "{name}");
        assert_eq!(
            fs::read_to_string(&path).expect("it is there"),
            with,
            "{name} is not touched"
        );
    }
}

#[test]
fn a_pound_of_an_old_file_stays_one() {
    let folder = Folder::new("clean-pound");
    let story = format!("Wall to cost £4.2m\n\n{FIRST}\n\n{LINE}\n\n“It’s cheap” – £300 a metre, he said.\n");
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(&story);
    let path = folder.file("story.txt", &bytes);
    let printed = out(&run(&["clean", &path]));
    assert_eq!(printed, story.replace(&format!("{LINE}\n\n"), ""));
    assert!(out(&run(&["inspect", &path])).contains("£4.2m"));
}

#[test]
fn a_word_file_is_printed_as_text() {
    let folder = Folder::new("clean-word");
    let path = folder.file("story.docx", &word::file());
    let printed = out(&run(&["clean", "--as", "text", &path]));
    assert!(!printed.contains(LINE), "{printed}");
    assert!(
        printed.starts_with("Bakers of Ostermark bring back the night shift\n\n"),
        "{printed}"
    );
}

#[test]
fn what_is_left_out_by_its_name_alone_is_listed_and_kept() {
    let folder = Folder::new("clean-promo");
    let promo = "<div class=\"promo\"><p>A week on the coast, with breakfast.</p></div>";
    let source = format!("<p>{FIRST}</p>\n{promo}\n<p>{LAST}</p>\n");
    let path = folder.file("story.html", source.as_bytes());
    let output = run(&["clean", "--write", &path]);
    assert!(
        err(&output).contains("suspect “A week on the coast, with breakfast.” (page furniture)"),
        "{}",
        err(&output)
    );
    assert_eq!(fs::read_to_string(&path).expect("it is there"), source);
}
