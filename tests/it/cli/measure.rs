//! `presscheck rules measure`: counts on a labelled corpus, and the record in the rule's file.

use super::{Folder, code, err, out, presscheck, run};
use std::fs;

const CORPUS: &str = "fixtures/labelled/parish.jsonl";

/// The row of a rule in the table, cut into its columns.
fn row<'a>(table: &'a str, rule: &str) -> Vec<&'a str> {
    let row = table.lines().find(|l| l.starts_with(rule)).unwrap_or_default();
    row.split_whitespace().collect()
}

#[test]
fn findings_are_counted_by_the_shortest_label_they_touch() {
    let output = run(&["rules", "measure", CORPUS, "--dry-run"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let table = out(&output);
    assert!(table.starts_with("4 articles, 3 of them labelled"), "{table}");
    let words = row(&table, "tone/loaded-word");
    // Four found, one of them in the article that nobody labelled; “shoddy” is in none of the marks.
    assert_eq!(words[2], "4", "{table}");
    assert_eq!(words[4..7], ["2", "1", "0.67"], "{table}");
    assert_eq!(words[8], "minor", "{table}");
    assert_eq!(row(&table, "noise/comment-form")[4..7], ["1", "0", "1.00"], "{table}");
    assert!(!table.contains("wrote"), "{table}");
}

#[test]
fn the_record_is_written_and_the_rest_of_the_file_is_not() {
    let folder = Folder::new("measure");
    let config = folder.file("presscheck.toml", b"packs = [\"house\"]\n");
    folder.file(
        "house/pack.toml",
        b"title = \"H\"\nversion = \"1\"\nabout = \"a\"\nfamily = \"tone\"\n",
    );
    let rule = "# Our own.\nsummary = \"pools\"\nmessage = \"{match} is a pool\"\nwhy = \"We have two.\"\n\
                advice = \"Say which.\"\nseverity = \"major\"\n\n[check.lexicon]\nterms = [\"pool\", \"hall\"]\n\n\
                [[example]]\nflags = \"The [[pool]] is open.\"\n[[example]]\nflags = \"The [[hall]] is open.\"\n\
                [[example]]\npasses = \"The baths are open.\"\n[[example]]\npasses = \"It is open.\"\n";
    let path = folder.file("house/pool.toml", rule.as_bytes());
    let corpus = folder.file(
        "corpus.jsonl",
        b"{\"id\":\"1\",\"text\":\"The pool is shut. The hall is open.\",\"labels\":[{\"right\":false},{\"right\":true,\"quote\":\"pool\"}]}\n",
    );
    let measured = |more: &[&str]| {
        let output = presscheck(
            &[
                &["--config", &config, "rules", "measure", &corpus, "--rules", "house/*"],
                more,
            ]
            .concat(),
        )
        .output()
        .expect("the program runs");
        assert_eq!(code(&output), 0, "{}", err(&output));
        out(&output)
    };
    let table = measured(&["--dry-run"]);
    assert_eq!(
        fs::read_to_string(&path).expect("it is there"),
        rule,
        "a dry run writes nothing"
    );
    assert!(table.contains("minor at most: its file says more"), "{table}");
    let said = measured(&["--on", "two words"]);
    assert!(said.contains("wrote "), "{said}");
    let new = format!("{rule}\n[measured]\nright = 1\nwrong = 1\non    = \"two words\"\n");
    assert_eq!(fs::read_to_string(&path).expect("it is there"), new);
    assert!(
        !measured(&["--on", "two words"]).contains("wrote"),
        "nothing new, nothing written"
    );
    assert_eq!(
        fs::read_dir(folder.0.join("house")).expect("it is there").count(),
        2,
        "nothing is left beside it"
    );
}

#[test]
fn a_line_that_cannot_be_read_is_named_and_nothing_is_written() {
    let folder = Folder::new("measure-broken");
    let corpus = folder.file(
        "corpus.jsonl",
        b"{\"id\":\"1\",\"text\":\"A pool.\",\"labels\":[{\"right\":true,\"quote\":\"hall\"}]}\n{\"id\":\"2\"}\n\
          {\"id\":\"3\",\"text\":\"A pool.\",\"labels\":[{\"right\":true,\"start\":3,\"end\":99}]}\n",
    );
    let output = run(&["rules", "measure", &corpus]);
    assert_eq!(code(&output), 2);
    let err = err(&output);
    assert!(
        err.contains("article 1: a label's quote “hall” does not stand in the article"),
        "{err}"
    );
    assert!(err.contains("article 2: exactly one of"), "{err}");
    assert!(
        err.contains("article 3: a label's place 3–99 lies outside its field of 7 bytes"),
        "{err}"
    );
    assert!(err.contains("nothing was written"), "{err}");
}

#[test]
fn a_file_that_is_not_the_rule_that_ran_is_refused() {
    let folder = Folder::new("measure-other");
    folder.file("tone/loaded-word.toml", b"summary = \"another\"\n");
    let into = folder.0.display().to_string();
    let output = run(&[
        "rules",
        "measure",
        CORPUS,
        "--rules",
        "tone/loaded-word",
        "--into",
        &into,
    ]);
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).contains("is not the rule that was measured"),
        "{}",
        err(&output)
    );
}
