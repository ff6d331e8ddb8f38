//! What a newsroom says of all stories, of one sort, and of one place: the nearest holds.

use super::{Folder, code, err, out, presscheck};
use std::process::Output;

/// A pack of one rule with a number.
const PACK: &str = "title = \"House\"\nversion = \"1\"\nabout = \"Ours.\"\nfamily = \"tone\"\n";
const RULE: &str = r#"
summary  = "a long sentence"
message  = "{count} words in one sentence"
why      = "Readers lose the thread."
advice   = "Make two of it."
severity = "minor"
[check.occurrence]
regex  = '\w+'
most   = 10
within = "sentence"
"#;

const SETTINGS: &str = r#"
packs   = ["packs"]
fail_on = "major"

[rules]
"house/long" = "major"

[thresholds."house/long"]
most = 8

[genre.opinion]
fail_on = "never"
[genre.opinion.rules]
"house/long" = "minor"

[path."sport/**"]
genre = "sport"
least = "major"
[path."sport/**".thresholds."house/long"]
most = 12

[path."sport/live/**"]
fail_on = "critical"
[path."sport/live/**".rules]
"house/long" = "off"
"#;

/// Nine words, and eleven.
const COPY: &str = "One two three four five six seven eight nine.\n\n\
                    One two three four five six seven eight nine ten eleven.\n\n\
                    One two three four five six seven eight nine ten eleven twelve thirteen.\n";

#[test]
fn the_nearest_setting_holds() {
    let folder = Folder::new("sections");
    folder.file("presscheck.toml", SETTINGS.as_bytes());
    folder.file("packs/house/pack.toml", PACK.as_bytes());
    folder.file("packs/house/long.toml", RULE.as_bytes());
    for path in ["news/a.txt", "sport/a.txt", "sport/live/a.txt"] {
        folder.file(path, COPY.as_bytes());
    }
    let run = |arguments: &[&str]| -> Output {
        let mut command = presscheck(arguments);
        command.current_dir(&folder.0).output().expect("the program runs")
    };
    // Lines of the findings with their severity, and the exit code.
    let check = |arguments: &[&str]| {
        let output = run(&[&["check", "--format", "json"], arguments].concat());
        let report: serde_json::Value = serde_json::from_str(&out(&output)).expect("a report is JSON");
        let of_rule = report["findings"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|f| f["rule"] == "house/long");
        let found: Vec<String> = of_rule
            .map(|f| {
                format!(
                    "{} {}",
                    f["primary"]["line"],
                    f["severity"].as_str().unwrap_or_default()
                )
            })
            .collect();
        (found.join(", "), code(&output))
    };
    let all = "1 major, 3 major, 5 major".to_owned();
    assert_eq!(check(&["news/a.txt"]), (all, 1));
    let opinion = "1 minor, 3 minor, 5 minor".to_owned();
    assert_eq!(check(&["--genre", "Opinion piece", "news/a.txt"]), (opinion, 0));
    assert_eq!(check(&["sport/a.txt"]), ("5 major".to_owned(), 1));
    assert_eq!(check(&["sport/live/a.txt"]), (String::new(), 0));

    let shown = run(&["config", "--show-origin"]);
    assert_eq!(code(&shown), 0, "{}", err(&shown));
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false,
        snapshot_path => "../../snapshots/cli" }, {
        insta::assert_snapshot!("config-sections", out(&shown).replace('\\', "/"));
    });
}
