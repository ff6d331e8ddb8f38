//! Broken input of every sort: articles, pages, news items, packs, configurations and lines are torn, spliced and
//! repeated until something panics. Nothing may.
//!
//! The seeds are the fixtures and what once broke something (`fixtures/torn/`). In a run of the tests each target gets
//! the same few hundred inputs on every machine; by hand it runs as long as it is told, with new ones:
//! `FUZZ_SECONDS=3600 cargo test --release --test it fuzz::html -- --nocapture`. Guided by coverage, the same targets
//! run in `fuzz/`.

mod mutate;
mod targets;

use super::support::tree;
use super::{places, word};
use mutate::Mutator;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};
use std::{env, fs, io};
use targets::TARGETS;

/// Inputs of a target in a run of the tests.
const INPUTS: u32 = 250;

/// All files below a folder of the fixtures with one of these endings.
fn seeds(folder: &str, endings: &[&str]) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let all = endings.iter().flat_map(|e| tree(&root.join(folder), e));
    let torn = endings.iter().flat_map(|e| tree(&root.join("torn"), e));
    all.chain(torn).map(|(_, text)| text.into_bytes()).collect()
}

/// Runs a target on mutations of its seeds, and keeps the input that breaks it.
fn fuzz(name: &str, seeds: Vec<Vec<u8>>) {
    assert!(!seeds.is_empty(), "{name} has no seeds");
    let (_, target) = TARGETS
        .iter()
        .find(|(known, _)| *known == name)
        .expect("it is a target");
    let seconds: Option<u64> = env::var("FUZZ_SECONDS").ok().and_then(|s| s.parse().ok());
    let now = || {
        SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .map_or(1, |d| d.as_nanos() as u64)
    };
    let mut mutator = Mutator::new(seconds.map_or(8, |_| now()), seeds);
    let start = Instant::now();
    let mut inputs: u32 = 0;
    let goes_on = |inputs: u32| match seconds {
        Some(seconds) => start.elapsed() < Duration::from_secs(seconds),
        None => inputs < INPUTS,
    };
    while goes_on(inputs) {
        let input = mutator.next();
        inputs += 1;
        let one = Instant::now();
        let broken = catch_unwind(AssertUnwindSafe(|| target(&input))).is_err();
        // A hundred times what the slowest should take, on any machine.
        let slow = one.elapsed() > Duration::from_secs(20);
        if broken || slow {
            let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("torn-{name}-{inputs}"));
            fs::write(&path, &input).expect("it can be kept");
            let what = if broken { "breaks" } else { "takes 20 seconds in" };
            panic!(
                "{} {what} {name}: mend it, and keep a small piece of it in fixtures/torn/",
                path.display()
            );
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    let _ = writeln!(io::stdout(), "{name}: {inputs} inputs in {seconds:.0} s");
}

#[test]
fn plain() {
    fuzz("plain", seeds("articles", &["txt"]));
}

#[test]
fn fields() {
    fuzz("fields", seeds("articles", &["txt"]));
}

#[test]
fn markdown() {
    fuzz("markdown", seeds("articles", &["md", "txt"]));
}

#[test]
fn html() {
    fuzz("html", seeds("articles", &["html"]));
}

#[test]
fn xml() {
    fuzz("xml", seeds("articles", &["xml"]));
}

#[test]
fn json() {
    fuzz("json", seeds("articles", &["json"]));
}

#[test]
fn rtf() {
    fuzz("rtf", seeds("articles", &["rtf"]));
}

#[test]
fn docx() {
    fuzz("docx", vec![word::parts().join("\0").into_bytes()]);
}

#[test]
fn bytes() {
    let mut seeds = seeds("articles", &["txt", "html", "json", "xml", "rtf"]);
    seeds.push(word::file());
    fuzz("bytes", seeds);
}

#[test]
fn packs() {
    fuzz("packs", seeds("broken-packs", &["toml"]));
}

#[test]
fn configurations() {
    fuzz("configurations", seeds("broken-configurations", &["toml"]));
}

#[test]
fn lines() {
    let line = |text: Vec<u8>| {
        let text = String::from_utf8_lossy(&text).into_owned();
        let line = serde_json::json!({"id": "a", "headline": "Six held", "text": text, "published": "2026-11-22"});
        (line.to_string() + "\n{\"id\":\"b\",\"html\":\"<p>One.\"}\n").into_bytes()
    };
    fuzz(
        "lines",
        seeds("articles/sourcing", &["txt"]).into_iter().map(line).collect(),
    );
}
