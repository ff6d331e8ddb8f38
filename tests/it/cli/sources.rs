//! Files that are no plain text, good ones and hostile ones.

use super::broken::refused;
use super::{Folder, code, err, fed, out, run};
use crate::word;

#[test]
fn a_word_file_is_known_by_its_content() {
    let output = fed(&["check", "--fail-on", "never"], &word::file());
    assert_eq!(code(&output), 0, "{}", err(&output));
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../../snapshots/cli");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("check-word-file", out(&output)));
}

#[test]
fn a_word_file_is_not_written_back() {
    let folder = Folder::new("word-clean");
    let path = folder.file("story.docx", &word::file());
    let output = run(&["clean", "--write", &path]);
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("removed “Sign up for our newsletter”"),
        "{}",
        err(&output)
    );
    assert!(err(&output).contains("is a Word file, which is not written back"));
    assert_eq!(std::fs::read(&path).expect("it is there"), word::file());
    let printed = run(&["clean", &path]);
    assert!(!out(&printed).contains("newsletter") && out(&printed).contains("R&B Mills"));
}

#[test]
fn archives_that_hold_no_article() {
    let folder = Folder::new("archives");
    let bomb = vec![b' '; 40 * 1024 * 1024];
    let nothing = word::packed(&[("readme.txt", b"nothing")]);
    let broken = word::packed(&[("word/document.xml", b"<w:document><w:body><w:p>")]);
    let whole = word::file();
    for (bytes, says) in [
        (nothing, "is a zip file, but no Word file"),
        (broken, "its document is broken: it ends inside <p>"),
        (word::packed(&[("word/document.xml", &bomb)]), "unpacks to more than"),
        (word::packed(&[("word/document.xml", b"")]), "there is no text in it"),
        (whole[..whole.len() / 2].to_vec(), "is a damaged Word or zip file"),
        (b"PK\x03\x04".to_vec(), "is a damaged Word or zip file"),
    ] {
        let error = refused(&folder, "story.docx", &bytes);
        assert!(error.contains(says) && error.contains("help: "), "{error}");
    }
    for (name, bytes, says) in [
        ("story.doc", &b"\xd0\xcf\x11\xe0\0\0"[..], "save it as .docx"),
        ("story.pdf", b"%PDF-1.7\n1 0 obj", "is a PDF"),
        ("story.xml", b"<plist><dict/></plist>", "its first element is <plist>"),
        ("feed.rss", b"<rss><channel/></rss>", "a feed without items"),
        ("feed.xml", b"<newsItem>\n<a></b>", "broken XML at line 2"),
        ("story.rtf", b"{\\rtf1 The mayor said", "is cut off"),
        ("copy.rtf", b"The mayor said", "is no RTF"),
    ] {
        let error = refused(&folder, name, bytes);
        assert!(error.contains(says) && error.contains("help: "), "{error}");
    }
}

#[test]
fn the_form_can_be_named() {
    let item = b"<nitf><body><body.content><p>The mayor opened the quay.</p></body.content></body></nitf>";
    let named = fed(&["inspect", "--input-format", "xml"], item);
    let known = fed(&["inspect"], item);
    assert_eq!(out(&named), out(&known));
    assert!(!out(&known).contains("nitf"));
    let raw = fed(&["inspect", "--input-format", "text"], item);
    assert!(out(&raw).contains("nitf"), "{}", out(&raw));
    let wrong = fed(&["check", "--input-format", "docx"], item);
    assert!(err(&wrong).contains("is no Word file"), "{}", err(&wrong));
}
