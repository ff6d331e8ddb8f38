//! Rules that were written for something else: Vale styles and word lists.

use super::{Folder, code, err, out, presscheck};
use serde_json::Value;
use std::fs;

/// A style of one file for each thing that Vale rules can say.
const STYLE: &[(&str, &str)] = &[
    (
        "Raw",
        "extends: existence\nmessage: \"'%s' may be passive\"\nignorecase: true\nraw:\n  - '\\b(was|were)\\b\\s*'\ntokens:\n  - '[\\w]+ed'\n  - built\n",
    ),
    (
        "Around",
        "extends: existence\nmessage: \"no '%s' here\"\ntokens:\n  - 'harbour(?! master)'\n  - '(?<!old )quay'\n  - '(?<=the:[^ ]+ )slip'\n",
    ),
    (
        "Spared",
        "extends: existence\nmessage: \"no '%s' here\"\nignorecase: true\ntokens:\n  - 'great \\w+'\n  - very\nexceptions:\n  - Hall\n  - very much so\n",
    ),
    (
        "Marks",
        "extends: existence\nmessage: one space\nnonword: true\nlevel: error\ntokens:\n  - '[[(]\\d+'\n  - '\\s[—–]\\s'\n",
    ),
    (
        "Words",
        "extends: substitution\nmessage: \"use '%s', not '%s'\"\nignorecase: true\naction:\n  name: replace\nswap:\n  'it''s(?=\\.)': it is\n  '(?:utilise|employ)s?': use|uses\n  wifi: Wi-Fi\n  on: 'off'\n  1st: 3.10\nexceptions:\n  - employs\n",
    ),
    (
        "Long",
        "extends: occurrence\nmessage: too long\nscope: sentence\nlevel: suggestion\nmax: 12\ntoken: \\b(\\w+)\\b\n",
    ),
    (
        "Twice",
        "extends: repetition\nmessage: \"'%s' is repeated\"\nlevel: warning\nalpha: true\ntokens:\n  - '[^\\s]+'\n",
    ),
    (
        "Either",
        "extends: consistency\nmessage: \"spell '%s' one way\"\nignorecase: true\neither:\n  '(?:grey|greyish)': '(?:gray|grayish)'\n",
    ),
    (
        "Acronyms",
        "extends: conditional\nmessage: \"'%s' has no definition\"\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions:\n  - BBC\n",
    ),
    (
        "Headings",
        "extends: capitalization\nmessage: \"'%s' is set otherwise\"\nscope: heading\nmatch: $sentence\nindicators:\n  - ':'\nexceptions:\n  - Oster\n",
    ),
    (
        "Fog",
        "extends: metric\nmessage: \"a grade of %s\"\nformula: |\n  (0.39 * (words / sentences)) + (11.8 * (syllables / words)) - 15.59\ncondition: \"> 0\"\n",
    ),
    ("Program", "extends: script\nmessage: no\nscript: x\n"),
    (
        "Links",
        "extends: existence\nmessage: no\nscope: link\ntokens:\n  - here\n",
    ),
];

const COPY: &str = "\
The Kessin Harbour Board (KHB) wrote that it's.

The harbour was raised and the wall were built, it’s. The harbour master and the BBC saw the quay; the old quay stood.

A Great Hall and a great wall, VERY tall, very much so — not [12 or (34.

He utilises the wifi and employs and Wi-Fi. The KHB and the WHO had had it.

The grey wall, the gray door and the grey roof were seen by all the people of the old town of Kessin.
";

/// What each rule of the style finds in the copy, as Vale's documentation has it.
const FOUND: &[(&str, &[&str])] = &[
    ("acronyms", &["VERY", "WHO"]),
    ("around", &["harbour", "quay"]),
    ("either", &["gray"]),
    ("headings", &["Bridge Over The Oster Closed For Repairs"]),
    (
        "long",
        &[
            "The harbour master and the BBC saw the quay; the old quay stood.",
            "A Great Hall and a great wall, VERY tall, very much so — not [12 or (34.",
            "The grey wall, the gray door and the grey roof were seen by all the people of the old town of Kessin.",
        ],
    ),
    ("marks", &[" — ", "[12", "(34"]),
    ("raw", &["was raised", "were built"]),
    ("spared", &["great wall", "VERY"]),
    ("twice", &["had had"]),
    ("words", &["it's", "utilises", "wifi"]),
];

#[test]
fn an_imported_style_finds_what_vale_says() {
    let folder = Folder::new("vale");
    for (name, text) in STYLE {
        folder.file(&format!("House/{name}.yml"), text.as_bytes());
    }
    folder.file("presscheck.toml", b"packs = [\"packs\"]\n");
    let run = |arguments: &[&str], input: Option<&str>| {
        let mut command = presscheck(arguments);
        let _ = input.map(|text| folder.file("in.jsonl", text.as_bytes()));
        command.current_dir(&folder.0).output().expect("the program runs")
    };
    let imported = run(&["rules", "import", "vale", "House"], None);
    assert_eq!(code(&imported), 0, "{}", err(&imported));
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false,
        snapshot_path => "../../snapshots/cli" }, {
        insta::assert_snapshot!("import-vale", out(&imported).replace('\\', "/"));
    });
    // What is on trial waits for its examples and holds nothing up.
    let tested = run(&["rules", "test", "house"], None);
    assert_eq!(code(&tested), 0, "{}{}", out(&tested), err(&tested));
    assert!(out(&tested).contains("on trial until"), "{}", out(&tested));

    let line = serde_json::json!({
        "id": "a", "headline": "Bridge Over The Oster Closed For Repairs", "text": COPY,
    });
    let output = run(&["batch", "in.jsonl"], Some(&format!("{line}\n")));
    assert_eq!(code(&output), 0, "{}", err(&output));
    let report: Value = serde_json::from_str(&out(&output)).expect("a report is JSON");
    let mut found: Vec<(String, String)> = Vec::new();
    for finding in report["findings"].as_array().expect("findings are a list") {
        let rule = finding["rule"].as_str().unwrap_or_default();
        if let Some(rule) = rule.strip_prefix("house/") {
            let place = &finding["primary"];
            let field = if place["field"] == "headline" {
                line["headline"].as_str()
            } else {
                Some(COPY)
            };
            let at = |key: &str| place[key].as_u64().and_then(|n| usize::try_from(n).ok());
            let words = at("start")
                .zip(at("end"))
                .and_then(|(start, end)| field?.get(start..end));
            found.push((rule.to_owned(), words.unwrap_or_default().to_owned()));
        }
    }
    found.retain(|(rule, _)| rule != "fog");
    found.sort_by(|a, b| a.0.cmp(&b.0));
    let wanted = FOUND
        .iter()
        .flat_map(|(rule, all)| all.iter().map(|w| ((*rule).to_owned(), (*w).to_owned())));
    assert_eq!(found, wanted.collect::<Vec<_>>());
    assert!(out(&output).contains("\"house/fog\""), "{}", out(&output));
}

#[test]
fn a_word_list_is_read_as_spreadsheets_write_it() {
    let folder = Folder::new("list");
    // A byte order mark, semicolons, columns in another order, a quotation within a cell, a bad row.
    let list = "\u{feff}Use;Avoid;Why\r\nuse;utilise;Short words.\r\nnow;\"at this time, today\";Short words.\r\n\
                about;approximately;\"They say \"\"about\"\".\"\r\n;going forward;It says nothing.\r\nsame;same;x\r\n";
    folder.file("words.csv", list.as_bytes());
    folder.file("presscheck.toml", b"packs = [\"packs\"]\n");
    let run = |arguments: &[&str]| {
        let mut command = presscheck(arguments);
        command.current_dir(&folder.0).output().expect("the program runs")
    };
    let imported = run(&["rules", "import", "csv", "words.csv"]);
    assert_eq!(code(&imported), 0, "{}", err(&imported));
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false,
        snapshot_path => "../../snapshots/cli" }, {
        insta::assert_snapshot!("import-csv", out(&imported).replace('\\', "/"));
    });
    let tested = run(&["rules", "test"]);
    assert_eq!(code(&tested), 0, "{}{}", out(&tested), err(&tested));
    let rule = fs::read_to_string(folder.0.join("packs/words/short-words.toml")).expect("the rule was written");
    assert!(
        rule.contains("utilise = \"use\"") || rule.contains("\"utilise\" = \"use\""),
        "{rule}"
    );
    folder.file("torn.csv", b"wrong,right\n\"open,cell\n");
    let torn = run(&["rules", "import", "csv", "torn.csv"]);
    assert_eq!(code(&torn), 2);
    assert!(err(&torn).contains("line 2 is never closed"), "{}", err(&torn));
}
