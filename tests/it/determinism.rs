//! The same article gives the same bytes, however often and on however many threads.

use presscheck::engine::{Engine, Options};
use presscheck::render::json;
use presscheck::rules::Rules;
use std::thread;

#[test]
fn same_article_same_bytes() {
    let articles = super::support::articles();
    let all = |engine: &Engine| -> Vec<String> {
        let options = Options::with_analysis();
        articles
            .iter()
            .map(|a| json::render(&engine.check(a, options)))
            .collect()
    };
    let engine = Engine::new(Rules::builtin());
    let first = all(&engine);
    assert!(first == all(&engine), "a second run differs");
    assert!(first == all(&Engine::new(Rules::builtin())), "a second engine differs");
    thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| all(&engine))).collect();
        for run in runs {
            assert!(
                first == run.join().expect("no check panics"),
                "a run on another thread differs"
            );
        }
    });
}
