//! Rules, kinds, rows and fixtures fit together: nothing is there that nothing uses.

use presscheck::engine::{Engine, Options};
use presscheck::finding::Severity;
use presscheck::rules::kinds::KINDS;
use presscheck::rules::written::Status;
use presscheck::rules::{Rules, taxonomy};
use std::collections::BTreeSet;

#[test]
fn every_rule_fires_in_some_article() {
    let engine = Engine::new(Rules::builtin());
    let mut fired = BTreeSet::new();
    for article in super::support::articles() {
        for finding in engine.check(&article, Options::default()).findings {
            fired.extend(finding.also);
            fired.insert(finding.rule);
        }
    }
    let rules = engine.rules().rules.iter().filter(|r| r.status != Status::Retired);
    let idle: Vec<&str> = rules.map(|r| &*r.id).filter(|id| !fired.contains(*id)).collect();
    assert!(
        idle.is_empty(),
        "these rules fire in no article under fixtures/articles; write one that holds their mistake:\n{}",
        idle.join("\n")
    );
}

#[test]
fn clean_articles_stay_silent() {
    let engine = Engine::new(Rules::builtin());
    let mut loud = Vec::new();
    for article in super::support::articles().iter().filter(|a| a.id.starts_with("clean/")) {
        for finding in engine.check(article, Options::default()).findings {
            if finding.severity > Severity::Info {
                loud.push(format!("{}: {} {}", article.id, finding.rule, finding.message));
            }
        }
    }
    assert!(loud.is_empty(), "these articles hold no mistake:\n{}", loud.join("\n"));
}

#[test]
fn every_kind_is_used() {
    let rules = Rules::builtin();
    let idle: Vec<&str> = KINDS
        .iter()
        .map(|(kind, _)| *kind)
        // For a newsroom's own rules: the built-in ones have no house spellings to hold.
        .filter(|kind| !HOUSE_KINDS.contains(kind) && !rules.rules.iter().any(|r| r.kind == *kind))
        .collect();
    assert!(idle.is_empty(), "no rule uses the kinds {}", idle.join(", "));
}

/// Kinds that only house rules and imported styles use.
const HOUSE_KINDS: &[&str] = &[
    "capitalization",
    "conditional",
    "metric",
    "occurrence",
    "repetition",
    "spelling",
    "substitution",
];

#[test]
fn every_row_of_the_taxonomy_is_covered_or_says_why_not() {
    let rules = Rules::builtin();
    let rows = taxonomy::rows().expect("rules/taxonomy.toml is sound");
    let mut wrong = Vec::new();
    for (id, row) in &rows {
        match (rules.covering(id).next(), &row.out_of_reach) {
            (None, None) => wrong.push(format!(
                "{id} ({}): no rule covers it, and no reason is given",
                row.title
            )),
            (Some(rule), Some(_)) => wrong.push(format!("{id}: {} covers it, take out_of_reach away", rule.id)),
            _ => {}
        }
    }
    for rule in &rules.rules {
        for row in rule.covers.iter().filter(|row| !rows.contains_key(*row)) {
            wrong.push(format!("{}: there is no row {row}", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Of fewer counted findings the share says little: a rule that is right three times in four has
/// one chance in ten of being wrong in half of seven.
const ENOUGH: u32 = 8;

#[test]
fn no_rule_is_graver_than_its_record_allows() {
    let rules = Rules::builtin();
    let counted = rules
        .rules
        .iter()
        .filter(|r| r.precision.right + r.precision.wrong >= ENOUGH);
    let most = |r: &presscheck::rules::Rule| r.precision.share().map(Severity::most_for);
    let too_grave = counted.filter(|r| most(r).is_some_and(|most| r.severity > most));
    let named: Vec<String> = too_grave.map(|r| format!("{}: {:?}", r.id, r.precision)).collect();
    assert!(named.is_empty(), "lower their severity:\n{}", named.join("\n"));
}
