//! Broken input: one clear error or a report, never a panic.

use super::{Folder, STORY, code, err, fed, out, presscheck, run};
use std::fs::File;
use std::io::Read;
use std::process::Stdio;

/// Checks a file and gives its error, which must name the file and say how to mend it.
pub(super) fn refused(folder: &Folder, name: &str, bytes: &[u8]) -> String {
    let path = folder.file(name, bytes);
    let output = run(&["check", &path]);
    assert_eq!(code(&output), 2, "{}", err(&output));
    assert_eq!(out(&output), "");
    assert!(err(&output).contains(name));
    assert!(!err(&output).contains("panicked"));
    err(&output).replace(&path, "PATH")
}

/// Checks a file that can be read after all, and gives the notes.
fn read_as(folder: &Folder, name: &str, bytes: &[u8]) -> (String, String) {
    let path = folder.file(name, bytes);
    let output = run(&["check", "--format", "json", "--fail-on", "never", &path]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    (out(&output), err(&output).replace(&path, "PATH"))
}

#[test]
fn nothing_to_read() {
    let folder = Folder::new("nothing");
    insta::assert_snapshot!(refused(&folder, "empty.txt", b""), @"error: PATH: is empty: there is nothing to check");
    assert_eq!(
        refused(&folder, "blank.txt", b" \r\n\t\n"),
        refused(&folder, "empty.txt", b"")
    );
    let output = fed(&["check", "-"], b"");
    assert_eq!(
        (code(&output), err(&output).trim_end()),
        (2, "error: <stdin>: is empty: there is nothing to check")
    );
}

#[test]
fn no_such_file_and_no_file() {
    let output = run(&["check", "no-such-file.txt"]);
    assert_eq!(code(&output), 2);
    insta::assert_snapshot!(err(&output), @r"
    error: no-such-file.txt: no such file
      help: Check the spelling; `-` reads standard input.
    ");
    let folder = Folder::new("no-article");
    folder.file("below/notes.csv", b"a,b");
    let path = folder.0.display().to_string();
    let output = run(&["check", &path]);
    assert_eq!(code(&output), 2);
    let start = format!("error: {path}: holds no article\n  help: ");
    assert!(err(&output).starts_with(&start), "{}", err(&output));
}

#[test]
fn what_is_no_text() {
    let folder = Folder::new("binary");
    insta::assert_snapshot!(refused(&folder, "nul.txt", b"Six\0 men\0 were held"), @r"
    error: PATH: holds NUL bytes, so it is not text
      help: Save the copy as text, Markdown, HTML or .docx.
    ");
    assert!(refused(&folder, "old.txt", b"\xd0\xcf\x11\xe0\0\0").contains("an old Word file"));
}

#[test]
fn other_encodings() {
    let folder = Folder::new("encodings");
    let utf_16 = |order: fn(u16) -> [u8; 2]| {
        let marked = format!("\u{feff}{STORY}");
        marked.encode_utf16().flat_map(order).collect::<Vec<u8>>()
    };
    let plain = read_as(&folder, "story.txt", STORY.as_bytes());
    assert!(plain.0.contains("noise/comment-form"), "{}", plain.0);
    for bytes in [utf_16(u16::to_le_bytes), utf_16(u16::to_be_bytes)] {
        assert_eq!(read_as(&folder, "story.txt", &bytes), plain);
    }
    assert_eq!(
        read_as(&folder, "story.txt", format!("\u{feff}{STORY}").as_bytes()),
        plain
    );

    let (report, note) = read_as(
        &folder,
        "old.txt",
        b"The caf\xe9 is \x93shut\x94, he said.\n\nLeave a Comment\n",
    );
    assert!(report.contains("\"line\":3,\"column\":1"), "{report}");
    assert_eq!(
        note,
        "note: PATH: read as windows-1252 (a guess: it is not UTF-8 and declares nothing)\n"
    );
    let (_, note) = read_as(&folder, "slip.txt", "“Shut”, he said \u{2013} no.".as_bytes());
    assert_eq!(note, "");
    let mut slip = "“Shut”, he said \u{2013} no.".as_bytes().to_vec();
    slip.push(0xc3);
    let (_, note) = read_as(&folder, "slip.txt", &slip);
    assert_eq!(
        note,
        "note: PATH: 1 byte sequence is no UTF-8 and is shown as “\u{fffd}”\n"
    );
}

#[test]
fn a_gigabyte_of_one_line_is_not_loaded() {
    let folder = Folder::new("huge");
    let path = folder.file("huge.txt", b"");
    // Sparse: it takes no room on the disk.
    let file = File::options().write(true).open(&path).expect("it was made");
    file.set_len(1 << 30).expect("it can grow");
    let output = run(&["check", &path]);
    assert_eq!(code(&output), 2);
    insta::assert_snapshot!(err(&output).replace(&path, "PATH"), @r"
    error: PATH: is larger than 32 MiB, the limit for one article
      help: Hand over one article a file, or many as JSON lines to `presscheck batch`.
    ");
    let lines = folder.file("huge.jsonl", b"");
    let file = File::options().write(true).open(&lines).expect("it was made");
    file.set_len(1 << 30).expect("it can grow");
    let output = run(&["batch", &lines]);
    assert_eq!((code(&output), out(&output).lines().count()), (0, 1));
    assert!(out(&output).contains("longer than 32 MiB"));
}

#[test]
fn one_bad_file_does_not_hide_the_others() {
    let folder = Folder::new("some");
    let (bad, good) = (folder.file("a.txt", b""), folder.file("b.txt", STORY.as_bytes()));
    let output = run(&["check", "--format", "json", &bad, &good]);
    assert_eq!(code(&output), 2);
    assert_eq!(out(&output).lines().count(), 1);
    assert_eq!(err(&output).lines().count(), 1);
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut child = presscheck(&["check", "fixtures/articles"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // Nobody reads: the first write fails.
    drop(child.stdout.take());
    let status = child.wait().expect("it ends");
    let mut said = String::new();
    let mut stderr = child.stderr.take().expect("it was piped");
    stderr.read_to_string(&mut said).expect("it is text");
    assert_eq!(said, "");
    assert!(matches!(status.code(), Some(0 | 1)), "{status:?}");
}

#[test]
fn bad_lines_of_a_batch_become_error_lines() {
    let lines = "{\"id\":\"a\",\"text\":\"One.\"}\n\nnot json\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"x\",\"published\":\"May\"}\n\
                 {\"id\":\"d\",\"text\":\"\"}\n";
    let mut input = lines.as_bytes().to_vec();
    input.extend(b"{\"id\":\"e\",\"text\":\"\xff\"}");
    let output = fed(&["batch"], &input);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let lines: Vec<serde_json::Value> = out(&output)
        .lines()
        .map(|l| serde_json::from_str(l).expect("each line is JSON"))
        .collect();
    let ids: Vec<_> = lines.iter().map(|l| l["id"].as_str()).collect();
    assert_eq!(ids, [Some("a"), None, Some("b"), Some("c"), Some("d"), Some("e")]);
    let failed: Vec<bool> = lines.iter().map(|l| l["error"].is_string()).collect();
    assert_eq!(failed, [false, true, true, true, true, true]);
    assert_eq!(
        lines[2]["error"],
        "line 4: exactly one of \"text\", \"html\" and \"markdown\" is wanted"
    );
    assert_eq!(
        lines[4]["error"], "line 6: is empty: there is nothing to check",
        "as a file is"
    );
    assert!(lines.iter().all(|l| l["schema"] == 1));
}

#[test]
fn files_of_a_pack_that_cannot_be_read_are_named() {
    let folder = Folder::new("pack-files");
    let config = folder.file("presscheck.toml", b"packs = [\"packs\"]\n");
    folder.file(
        "packs/h/pack.toml",
        b"title = \"t\"\nversion = \"1\"\nabout = \"a\"\nfamily = \"tone\"\n",
    );
    folder.file("packs/h/latin.toml", b"# Caf\xe9\n");
    folder.file("packs/h/folder.toml/keep.txt", b"");
    folder.file("latin/presscheck.toml", b"# Caf\xe9\n");
    let output = run(&["--config", &config, "rules", "list"]);
    assert_eq!(code(&output), 2);
    for wanted in [
        "this file is not in UTF-8",
        "packs/h/latin.toml",
        "this file is a folder",
        "packs/h/folder.toml",
        "2 faults in 2 files",
    ] {
        assert!(err(&output).contains(wanted), "{wanted}: {}", err(&output));
    }
    let latin = folder.0.join("latin/presscheck.toml").display().to_string();
    let output = run(&["--config", &latin, "config"]);
    assert!(
        err(&output).contains("presscheck.toml: is not in UTF-8"),
        "{}",
        err(&output)
    );
}

#[test]
fn what_cannot_be_written_is_told_as_that() {
    let folder = Folder::new("unwritable");
    let file = folder.file("afile", b"x");
    let output = run(&["init", &file]);
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("cannot be written: a part of its path is a file"),
        "{}",
        err(&output)
    );
    let output = run(&["check", "--as-of", "yesterday", &file]);
    assert!(
        err(&output).contains("it is no day: write one as 2026-11-22"),
        "{}",
        err(&output)
    );
    let output = run(&["allow", "-", "tone/x", "--because", "x", "--by", "AB"]);
    assert!(
        err(&output).contains("copy on standard input has no file"),
        "{}",
        err(&output)
    );
}
