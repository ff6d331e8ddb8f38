//! A house's packs: what `rules test` holds against them, and what is said of their kinds and lists.

use super::{Folder, code, err, out, presscheck};
use std::fs;
use std::process::Output;

/// A rule with two examples of each sort.
const RULE: &str = r#"summary  = "management words"
message  = "{match} means nothing to a reader"
why      = "We write for people who do not sit in meetings."
advice   = "Say what is done."
severity = "minor"

[check.lexicon]
terms = ["leverag{e,ed,es,ing}"]

[[example]]
flags = "The council will [[leverage]] its parks."

[[example]]
flags = "It [[leveraged]] its parks."

[[example]]
passes = "The lever stuck."

[[example]]
passes = "The council will use its parks."
"#;
const STORY: &str = "Parks stay open late\n\nThe council will leverage its parks, the mayor said on Monday.\n";

/// A house that `init` began, with a rule and its article.
fn house(name: &str) -> Folder {
    let folder = Folder::new(name);
    assert_eq!(code(&within(&folder, &["init"])), 0);
    folder.file("packs/house/boss-speak.toml", RULE.as_bytes());
    folder.file("packs/house/fixtures/parks.txt", STORY.as_bytes());
    folder
}

fn within(folder: &Folder, arguments: &[&str]) -> Output {
    let mut command = presscheck(arguments);
    command
        .current_dir(&folder.0)
        .env("NO_COLOR", "1")
        .output()
        .expect("the program runs")
}

fn tested(folder: &Folder, more: &[&str]) -> (i32, String) {
    let output = within(folder, &[&["rules", "test"], more].concat());
    (code(&output), out(&output) + &err(&output))
}

#[test]
fn what_init_writes_holds_and_a_rule_of_ones_own_wants_its_record() {
    let folder = Folder::new("packs-record");
    within(&folder, &["init"]);
    let (code, said) = tested(&folder, &[]);
    assert_eq!(code, 0, "{said}");

    let folder = house("packs-lost");
    let (code, said) = tested(&folder, &[]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("parks.txt: no .report keeps what is found here"),
        "{said}"
    );
    assert!(said.contains("--accept keeps this"), "{said}");
    let (code, said) = tested(&folder, &["--accept"]);
    assert_eq!(code, 0, "{said}");
    fs::remove_file(folder.0.join("packs/house/fixtures/parks.report")).expect("it was made");
    let (code, said) = tested(&folder, &["--junit"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("failures=\"1\""), "{said}");
}

#[test]
fn a_rule_in_use_has_texts_and_an_article() {
    let folder = house("packs-todo");
    tested(&folder, &["--accept"]);
    let unwritten = RULE.replace("Say what is done.", "TODO: what to do about it.");
    folder.file("packs/house/boss-speak.toml", unwritten.as_bytes());
    let (code, said) = tested(&folder, &[]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("`advice` is still to be written"), "{said}");
    let (_, said) = tested(&folder, &["--junit"]);
    assert!(said.contains("failures=\"1\""), "{said}");
    // On trial it may wait, for its words as for an article.
    let trial = unwritten.replace("[check.lexicon]", "status = \"trial\"\n[check.lexicon]");
    folder.file("packs/house/boss-speak.toml", trial.as_bytes());
    let (code, said) = tested(&folder, &[]);
    assert_eq!(code, 0, "{said}");

    folder.file("packs/house/boss-speak.toml", RULE.as_bytes());
    fs::remove_file(folder.0.join("packs/house/fixtures/parks.txt")).expect("it was made");
    fs::remove_file(folder.0.join("packs/house/fixtures/parks.report")).expect("it was made");
    let (code, said) = tested(&folder, &[]);
    assert_eq!(code, 1, "{said}");
    assert!(
        said.contains("`house/boss-speak` fires in no article of the pack"),
        "{said}"
    );
    fs::remove_dir_all(folder.0.join("packs/house/fixtures")).expect("it was made");
    let (code, said) = tested(&folder, &[]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("no rule of it was seen at work"), "{said}");
}

#[test]
fn the_settings_are_held_against_the_rules() {
    let folder = house("packs-settings");
    tested(&folder, &["--accept"]);
    for (setting, wanted) in [
        (
            "[thresholds.\"house/jargn\"]\nmost = 3\n",
            "there is no rule called `house/jargn`",
        ),
        ("[rules]\n\"ton/*\" = \"off\"\n", "did you mean \"tone/*\"?"),
        (
            "[rules]\n\"house/jargn\" = \"off\"\n",
            "there is no rule called `house/jargn`",
        ),
    ] {
        folder.file("presscheck.toml", format!("packs = [\"packs\"]\n{setting}").as_bytes());
        let (code, said) = tested(&folder, &[]);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains(wanted), "{said}");
    }
}

#[test]
fn a_list_that_is_not_there_and_one_that_holds_itself() {
    let folder = house("packs-lists");
    let rule = RULE.replace("leverag{e,ed,es,ing}", "@councilwords");
    folder.file("packs/house/boss-speak.toml", rule.as_bytes());
    let (code, said) = tested(&folder, &[]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("lists/councilwords.txt"), "{said}");
    folder.file("packs/house/lists/councilwords.txt", b"leverage\n@councilwords\n");
    let (code, said) = tested(&folder, &[]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("the list `@councilwords` contains itself"), "{said}");
    folder.file("packs/house/lists/councilwords.txt", b"leverag{e,ed}\n");
    assert_eq!(tested(&folder, &["--accept"]).0, 0);
}

#[test]
fn a_kind_is_shown_with_its_keys() {
    let folder = Folder::new("packs-kinds");
    let output = within(&folder, &["rules", "kinds", "occurrence"]);
    let shown = out(&output);
    assert_eq!(code(&output), 0);
    for wanted in [
        "a sentence that is too long",
        "regex",
        "within",
        "[check.occurrence]",
        "[[example]]",
    ] {
        assert!(shown.contains(wanted), "{wanted}: {shown}");
    }
    assert_eq!(out(&within(&folder, &["explain", "occurrence"])), shown);
    let output = within(&folder, &["rules", "kinds", "ocurrence"]);
    assert!(err(&output).contains("Did you mean `occurrence`?"), "{}", err(&output));
}

#[test]
fn sentence_case_leaves_names_alone() {
    let folder = Folder::new("packs-case");
    within(&folder, &["init"]);
    within(&folder, &["rules", "new", "headlines", "--kind", "capitalization"]);
    let flagged = |headline: &str| {
        let body = "The bridge over the river may open soon, and the new harbour plan is ready, the council said on \
                    Monday. The Harwick County Council will vote.";
        let story = folder.file("story.txt", format!("{headline}\n\n{body}\n").as_bytes());
        let output = within(&folder, &["check", "--notes", "--format", "json", &story]);
        out(&output).contains("house/headlines")
    };
    for headline in [
        "Bridge opens in May",
        "Mayor opens bridge on Monday before Easter",
        "Christmas market returns to Harwick",
        "Prince Harry visits Leeds",
        "Lib Dems win in Kent",
        "iPhone thief jailed for two years",
        "Leeds United 2 Arsenal 1",
        "Plan splits Harwick County Council",
    ] {
        assert!(!flagged(headline), "{headline}");
    }
    for headline in [
        "Council Backs New Harbour Plan",
        "Bridge To Be Shut Until Autumn",
        "bridge opens in May",
    ] {
        assert!(flagged(headline), "{headline}");
    }
}
