//! What a report says of the run, the exit code, and what build servers are told: the same.

use super::{Folder, STORY, code, err, fed, out, run};

/// Figures that do not add up: major, and no rule that may hold or ask for a fix.
const MAJOR: &str = "The ferry had 68 people on board, 66 passengers and four crew, the company said.\n";

#[test]
fn verdict_exit_code_and_junit_agree() {
    for (copy, arguments, exit, verdict, failures) in [
        (
            STORY,
            &[][..],
            1,
            "FIX: mend what these rules found before publication: noise/comment-form",
            1,
        ),
        (
            STORY,
            &["--profile", "draft"],
            0,
            "PASS: no rule stands against publication",
            0,
        ),
        (
            STORY,
            &["--fail-on", "never"],
            0,
            "FIX: mend what these rules found before publication: noise/comment-form; this run fails on nothing",
            0,
        ),
        (
            STORY,
            &["--fail-on", "critical"],
            0,
            "FIX: mend what these rules found before publication: noise/comment-form; this run fails on \
             critical findings alone",
            0,
        ),
        (
            "It rained in Kessin, the mayor said.\n",
            &[],
            0,
            "PASS: no rule stands against publication",
            0,
        ),
        (
            "A fierce battle over brutal cuts split the council.\n",
            &["--profile", "publish"],
            1,
            "FIX: mend or answer 2 findings before publication (minor or graver)",
            2,
        ),
        (
            MAJOR,
            &["--fail-on", "critical"],
            0,
            "PASS: nothing holds it, but mend or answer what is major",
            0,
        ),
    ] {
        let human = fed(&[&["check"], arguments, &["-"]].concat(), copy.as_bytes());
        let words = out(&human).split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(code(&human), exit, "{arguments:?}: {words}");
        assert!(words.contains(&format!("<stdin> {verdict}")), "{verdict}: {words}");
        let junit = fed(
            &[&["check", "--format", "junit"], arguments, &["-"]].concat(),
            copy.as_bytes(),
        );
        assert_eq!(code(&junit), exit);
        assert!(
            out(&junit).contains(&format!("failures=\"{failures}\"")),
            "{}",
            out(&junit)
        );
    }
}

#[test]
fn what_lies_in_a_folder_and_is_not_read_is_told() {
    let folder = Folder::new("unread");
    folder.file(
        "a.txt",
        b"The harbour wall will be raised by a metre, the mayor said.\n",
    );
    for name in ["b.doc", "sub/c.doc", "d.pdf", "presscheck.toml", ".hidden.pdf"] {
        folder.file(name, b"");
    }
    let path = folder.0.display().to_string();
    let output = run(&["check", &path]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert!(
        err(&output).contains(": 3 files not read: 2 .doc, 1 .pdf\n"),
        "{}",
        err(&output)
    );
}

#[test]
fn json_lines_are_no_article_and_an_article_is_no_json_lines() {
    let folder = Folder::new("json-lines");
    let lines = "{\"id\":\"a\",\"text\":\"Six men.\"}\n{\"id\":\"b\",\"text\":\"Six men.\"}\n";
    let named = folder.file("a.jsonl", lines.as_bytes());
    for output in [run(&["check", &named]), fed(&["check", "-"], lines.as_bytes())] {
        assert_eq!(code(&output), 2);
        assert!(
            err(&output).contains("holds JSON lines, an article each"),
            "{}",
            err(&output)
        );
        assert!(err(&output).contains("presscheck batch"), "{}", err(&output));
    }
    for name in [
        "fixtures/articles/formats/ninjs-1-ferry-sailings.json",
        "fixtures/articles/formats",
    ] {
        let output = run(&["batch", "--quiet", name]);
        assert_eq!(code(&output), 0, "{}", err(&output));
        assert!(!out(&output).contains("\"error\""), "{}", out(&output));
    }
    let many = folder.file("many.json", lines.as_bytes());
    assert_eq!(out(&run(&["batch", &many])).lines().count(), 2);
}

#[test]
fn what_is_said_differently_is_not_folded_into_one() {
    let folder = Folder::new("folded");
    let rule = "summary = \"s\"\nmessage = \"{match} is {instead} in this house\"\nwhy = \"w\"\nadvice = \"a\"\n\
                severity = \"minor\"\n[check.substitution.swap]\ncenter = \"centre\"\ncolor = \"colour\"\n\
                harbor = \"harbour\"\nhonor = \"honour\"\nlabor = \"labour\"\n";
    folder.file("packs/h/spelling.toml", rule.as_bytes());
    folder.file(
        "packs/h/pack.toml",
        b"title = \"t\"\nversion = \"1\"\nabout = \"a\"\nfamily = \"tone\"\n",
    );
    let config = folder.file("presscheck.toml", b"packs = [\"packs\"]\n");
    let copy = "The center has color.\n\nThe harbor has honor.\n\nIt has labor.\n";
    for (format, wanted) in [
        ("human", "line 1: “color” is “colour” in this house"),
        ("markdown", "- line 1: “color” is “colour” in this house"),
        ("html", ">line 1: “color” is “colour” in this house</a>"),
    ] {
        let output = fed(
            &["--config", &config, "check", "--format", format, "-"],
            copy.as_bytes(),
        );
        assert!(out(&output).contains(wanted), "{}{}", out(&output), err(&output));
    }
}
