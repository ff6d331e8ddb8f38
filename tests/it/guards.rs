//! What keeps a house rule from firing, proven by its own examples.

use presscheck::engine::{Engine, Options};
use presscheck::rules::{Rules, builtin, fault};
use presscheck::text::{Article, Body};

const PACK: &str = "title = \"House\"\nversion = \"1\"\nfamily = \"tone\"\nabout = \"ours\"\n";

/// A rule with a head that all share; its examples must hold.
fn proven(rule: &str) {
    let head = "summary = \"a\"\nmessage = \"{match} is ours\"\nwhy = \"b\"\nadvice = \"c\"\nseverity = \"minor\"\n";
    let text = format!("{head}{rule}");
    let files = [("house/rule", text.as_str()), ("house/pack", PACK)];
    let faults = match Rules::load(&files, &builtin::lists()) {
        Ok(rules) => Engine::new(rules).unproven(),
        Err(faults) => faults,
    };
    let source = |file: &str| files.iter().find(|(name, _)| *name == file).map(|(_, text)| *text);
    assert!(faults.is_empty(), "{}", fault::draw(&faults, source, false));
}

#[test]
fn a_phrase_before_a_finding_may_be_long() {
    proven(
        r#"
unless_before = ["the members of the board of the harbour trust of the town of Kessin spoke of"]

[check.lexicon]
terms = ["salt tax{,es}"]

[[example]]
flags = "The board spoke of a [[salt tax]]."

[[example]]
flags = "Two [[salt taxes]] were raised in May."

[[example]]
passes = "On Monday the members of the board of the harbour trust of the town of Kessin spoke of salt taxes."

[[example]]
passes = "The board spoke of salt."
"#,
    );
}

#[test]
fn a_flag_of_one_exception_is_not_the_next_ones() {
    proven(
        r#"
[check.pattern]
regex = '(?i)\bmole\b'
except = ['(?i)harbour mole and its long wall', 'Mole']

[[example]]
flags = "A [[mole]] dug up the lawn."

[[example]]
flags = "The [[mole]] was seen again in May."

[[example]]
passes = "The boats lie at the Mole."

[[example]]
passes = "They met at the Harbour mole and its long wall."
"#,
    );
}

#[test]
fn of_two_comments_on_a_paragraph_the_later_holds() {
    let comment =
        |reason: &str, by: &str| format!("<!-- presscheck: allow noise/comment-form because {reason} ({by}) -->");
    let text = format!(
        "The library on Mill Lane opens at nine on Monday.\n\n{}\n{}\nLeave a Comment\n\n{}\n",
        comment("it is meant", "AB"),
        comment("it is the name of a column", "CD"),
        comment("it was meant", "EF"),
    );
    let article = Article {
        body: Body::Markdown(text),
        ..Article::default()
    };
    let report = Engine::new(Rules::builtin()).check(&article, Options::default());
    let allowed: Vec<_> = report.findings.iter().filter_map(|f| f.allowed.as_ref()).collect();
    assert_eq!(allowed.iter().map(|a| a.by.as_str()).collect::<Vec<_>>(), ["CD"]);
    // The third stands behind all copy, and is told so.
    let stale = report.findings.iter().filter(|f| f.rule == presscheck::engine::STALE);
    assert_eq!(stale.count(), 1);
}
