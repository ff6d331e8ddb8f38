//! Every example of every built-in rule holds.

use presscheck::engine::Engine;
use presscheck::rules::Rules;

#[test]
fn every_example_of_every_rule_holds() {
    let engine = Engine::new(Rules::builtin());
    let mut wrong = Vec::new();
    for (number, rule) in engine.rules().rules.iter().enumerate() {
        for example in &rule.examples {
            let outcome = engine.prove(number, example);
            if !outcome.is_good() {
                wrong.push(format!("{}: {outcome:?} in {example:#?}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_proof() {
    let rules = Rules::builtin();
    for rule in &rules.rules {
        let flags = rule.examples.iter().filter(|e| e.flags.is_some()).count();
        let passes = rule.examples.iter().filter(|e| e.passes.is_some()).count();
        assert!(
            flags >= 2 && passes >= 2,
            "{}: {flags} flags and {passes} passes; two of each are wanted",
            rule.id
        );
    }
}
