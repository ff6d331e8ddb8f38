//! What the copy tells the terminal: nothing.

use super::{Folder, code, err, out, run};

/// Copy with findings, a source, a name and a figure, each beside something that a terminal obeys: a window's title, a
/// colour, a bell, an escape of one byte.
const HOSTILE: &str = "The shocking \u{1b}]0;owned\u{7} fury of the \u{1b}[31mcouncil\n\n\
    Six \u{1b}[8m people were killed in the blast at the mill. “It is a disgrace,” said Ida \u{1b}]0;owned\u{7}Moll, the \
    mayor\u{9b}31m of Estry.\n\nLeave a \u{7}Comment\n";

/// Whatever is printed holds no escape but colours, and no bell.
fn is_inert(text: &str) -> bool {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap_or_default();
    let colours = parts.all(|part| {
        let rest = part.strip_prefix('[').unwrap_or("?");
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';')
            .starts_with('m')
    });
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\u{1b}');
    !first.contains("owned\u{7}") && colours && !text.contains(control)
}

#[test]
fn control_characters_of_the_copy_are_shown_and_not_obeyed() {
    let folder = Folder::new("terminal");
    let one = folder.file("one.txt", HOSTILE.as_bytes());
    let two = folder.file("two.txt", HOSTILE.replace("Six", "Nine").as_bytes());
    let commands: [&[&str]; 6] = [
        &["check", "--notes", &one],
        &["inspect", &one],
        &["compare", &one, &two],
        &["diff", &one, &two],
        &["check", "--format", "markdown", &one],
        &["check", "--format", "github", &one],
    ];
    for command in commands {
        let output = run(&[&["--color", "always"], command].concat());
        assert!(code(&output) < 2, "{}", err(&output));
        assert!(is_inert(&out(&output)), "{command:?}: {:?}", out(&output));
    }
    let output = run(&["--color", "always", "clean", "--write", &one]);
    assert!(err(&output).contains("Comment”"), "{}", err(&output));
    assert!(is_inert(&err(&output)), "{:?}", err(&output));
    let output = run(&["--color", "always", "check", "no\u{1b}]0;owned\u{7}file.txt"]);
    assert!(is_inert(&err(&output)), "{:?}", err(&output));
}

#[test]
fn an_apostrophe_that_is_no_byte_of_rtf_stops_no_folder() {
    let folder = Folder::new("rtf");
    let torn = include_bytes!("../../../fixtures/torn/apostrophe.rtf");
    folder.file("torn.rtf", torn);
    folder.file("whole.txt", super::STORY.as_bytes());
    let path = folder.0.display().to_string();
    for format in ["human", "html", "markdown", "json", "sarif"] {
        let output = run(&["check", "--fail-on", "never", "--format", format, &path]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        assert!(out(&output).contains("whole.txt"), "{}", out(&output));
    }
}
