//! Every example of every built-in rule holds, and there are enough of them.

use presscheck::engine::Engine;
use presscheck::rules::{Rules, builtin, fault};

#[test]
fn every_rule_is_proven_by_its_examples() {
    let engine = Engine::new(Rules::builtin());
    let faults = engine.unproven();
    let source = |file: &str| Some(builtin::file(file.strip_suffix(".toml")?)?.text);
    assert!(faults.is_empty(), "\n\n{}", fault::draw(&faults, source, false));
}
