//! What is written and read is what the schemas say: rules, packs, configurations, reports, SARIF.

use jsonschema::Validator;
use presscheck::engine::{Engine, Options};
use presscheck::front::schema::Subject;
use presscheck::render::{json, sarif, typerighter};
use presscheck::report::Allowance;
use presscheck::rules::Rules;
use serde_json::Value;
use std::path::Path;
use std::{env, fs};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn validator(schema: &str) -> Validator {
    let schema: Value = serde_json::from_str(schema).expect("a schema is JSON");
    jsonschema::validator_for(&schema).expect("a schema is sound")
}

/// Everything a value has against a schema, with its place in the value.
fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    let faults = validator.iter_errors(value);
    faults.map(|e| format!("{}: {e}", e.instance_path())).collect()
}

fn as_json(toml: &str) -> Value {
    let table: toml::Table = toml::from_str(toml).expect("a fixture is TOML");
    serde_json::to_value(table).expect("TOML is JSON")
}

#[test]
fn the_schemas_in_the_repository_are_fresh() {
    for subject in Subject::ALL {
        let path = root().join(format!("rules/schema/{}.json", subject.name()));
        if env::var_os("UPDATE").is_some() {
            fs::write(&path, subject.schema()).expect("rules/schema can be written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            kept == subject.schema(),
            "{} is stale: UPDATE=1 cargo test schemas",
            path.display()
        );
    }
}

#[test]
fn built_in_rules_and_packs_are_what_their_schemas_say() {
    let (rule, pack) = (validator(&Subject::Rule.schema()), validator(&Subject::Pack.schema()));
    let mut rules = 0;
    for (path, text) in super::support::tree(&root().join("rules"), "toml") {
        let Some((_, file)) = path.split_once('/') else {
            continue;
        };
        let (validator, is_rule) = if file == "pack.toml" {
            (&pack, false)
        } else {
            (&rule, true)
        };
        rules += usize::from(is_rule);
        assert_eq!(faults(validator, &as_json(&text)), Vec::<String>::new(), "{path}");
    }
    assert_eq!(rules, Rules::builtin().rules.len());
}

#[test]
fn the_schema_refuses_what_the_loader_refuses() {
    let (rule, config) = (validator(&Subject::Rule.schema()), validator(&Subject::Config.schema()));
    let sound = fs::read_to_string(root().join("rules/sourcing/vague-source.toml")).expect("the rule is there");
    let written = as_json(&sound);
    let without = |key: &str| {
        let mut value = written.clone();
        value.as_object_mut().expect("a rule is a table").remove(key);
        value
    };
    let with = |key: &str, other: Value| {
        let mut value = written.clone();
        value[key] = other;
        value
    };
    assert_eq!(faults(&rule, &written), Vec::<String>::new());
    for broken in [
        without("why"),
        without("check"),
        with("severity", "grave".into()),
        with("serverity", "minor".into()),
        with("check", serde_json::json!({"lexikon": {}})),
        with("message", 7.into()),
    ] {
        assert!(!faults(&rule, &broken).is_empty(), "{broken:#}");
    }
    let settings = "profile = \"desk\"\n[rules]\n\"tone/*\" = \"off\"\n[genre.sport.rules]\n\"tone/*\" = \"info\"\n";
    assert_eq!(faults(&config, &as_json(settings)), Vec::<String>::new());
    for broken in ["profil = \"desk\"", "[rules]\n\"tone/*\" = \"loud\""] {
        assert!(!faults(&config, &as_json(broken)).is_empty(), "{broken}");
    }
}

#[test]
fn reports_are_what_their_schema_says() {
    let validator = validator(&Subject::Report.schema());
    let engine = Engine::new(Rules::builtin());
    for article in super::support::articles() {
        let report = json::render(&engine.check(&article, Options::with_analysis()));
        let report: Value = serde_json::from_str(&report).expect("a report is JSON");
        assert_eq!(faults(&validator, &report), Vec::<String>::new(), "{}", article.id);
    }
}

/// The schema is the one that OASIS publishes with the standard; see `fixtures/schema/README.md`.
#[test]
fn sarif_is_what_the_standard_says() {
    let schema = fs::read_to_string(root().join("fixtures/schema/sarif-2.1.0.json")).expect("the schema is there");
    // One pattern of it, that of a language, has a stray bracket, which newer readers want escaped.
    let validator = validator(&schema.replace("{2}]?$", r"{2}\\]?$"));
    let engine = Engine::new(Rules::builtin());
    let articles = super::support::articles();
    let mut reports: Vec<_> = articles
        .iter()
        .map(|article| engine.check(article, Options::default()))
        .collect();
    let findings = reports.iter_mut().flat_map(|r| &mut r.findings);
    for finding in findings.step_by(3) {
        finding.allowed = Some(Allowance {
            by: "K. M.".to_owned(),
            reason: "the court's own words".to_owned(),
            second: None,
            until: None,
        });
    }
    let log = sarif::render(reports.iter().zip(&articles), &[]);
    let log: Value = serde_json::from_str(&log).expect("SARIF is JSON");
    assert_eq!(faults(&validator, &log), Vec::<String>::new());
    let empty: Value = serde_json::from_str(&sarif::render([], &[])).expect("SARIF is JSON");
    assert_eq!(faults(&validator, &empty), Vec::<String>::new());
    assert!(!faults(&validator, &serde_json::json!({"version": "2.1.0"})).is_empty());
}

/// Positions are those of JavaScript strings, and the words there are the words named.
#[test]
fn typerighter_matches_stand_where_they_say() {
    let engine = Engine::new(Rules::builtin());
    let mut seen = 0;
    for article in super::support::articles() {
        let report = engine.check(&article, Options::default());
        let answer: Value = serde_json::from_str(&typerighter::render(&report, &article)).expect("it is JSON");
        let units: Vec<u16> = article.body.source().encode_utf16().collect();
        for one in answer["matches"].as_array().expect("matches are a list") {
            let place = |key: &str| usize::try_from(one[key].as_u64().expect("a position")).expect("it is small");
            let words = String::from_utf16(&units[place("fromPos")..place("toPos")]).expect("it cuts no character");
            assert_eq!(one["matchedText"], words.as_str(), "{}", article.id);
            assert!(one["rule"]["category"]["id"].is_string());
            seen += 1;
        }
    }
    assert!(seen > 50, "only {seen} matches");
}
