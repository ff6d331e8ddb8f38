//! Broken input of every sort: articles, pages, packs, configurations and lines are torn, spliced and
//! repeated until something panics. Nothing may.
//!
//! The seeds are the fixtures and what once broke something (`fixtures/torn/`). In a run of the tests each target gets
//! the same few hundred inputs on every machine; by hand it runs as long as it is told, with new ones:
//! `FUZZ_SECONDS=3600 cargo test --release --test it fuzz::html -- --nocapture`.

mod mutate;

use super::places;
use super::support::tree;
use mutate::Mutator;
use presscheck::config::Config;
use presscheck::engine::{Engine, Options};
use presscheck::front::batch::{self, Outlets, Source};
use presscheck::front::files;
use presscheck::rules::{Rules, builtin, fault};
use presscheck::text::{Article, Body};
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime};
use std::{env, fs, io};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(Rules::builtin()));

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
fn fuzz(name: &str, seeds: Vec<Vec<u8>>, target: impl Fn(&[u8])) {
    assert!(!seeds.is_empty(), "{name} has no seeds");
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

/// The engine on a body of any bytes.
fn check(form: fn(String) -> Body, input: &[u8]) {
    let article = Article {
        body: form(String::from_utf8_lossy(input).into_owned()),
        ..Article::default()
    };
    places::hold(&article, &ENGINE.check(&article, Options::with_analysis()));
}

#[test]
fn plain() {
    fuzz("plain", seeds("articles", &["txt"]), |input| check(Body::Text, input));
}

#[test]
fn markdown() {
    let seeds = seeds("articles", &["md", "txt"]);
    fuzz("markdown", seeds, |input| check(Body::Markdown, input));
}

#[test]
fn html() {
    fuzz("html", seeds("articles", &["html"]), |input| check(Body::Html, input));
}

#[test]
fn bytes() {
    let seeds = seeds("articles", &["txt", "html"]);
    fuzz("bytes", seeds, |input| drop(files::decode(input)));
}

#[test]
fn packs() {
    let seeds = seeds("broken-packs", &["toml"]);
    let lists = builtin::lists();
    fuzz("packs", seeds, |input| {
        let text = String::from_utf8_lossy(input);
        let rule = [("house/rule", &*text), ("house/pack", PACK)];
        let pack = [("house/pack", &*text), ("house/rule", RULE)];
        for files in [rule, pack] {
            let faults = match Rules::load(&files, &lists) {
                Ok(rules) => Engine::new(rules).unproven(),
                Err(faults) => faults,
            };
            let source = |file: &str| files.iter().find(|(name, _)| *name == file).map(|(_, text)| *text);
            drop(fault::draw(&faults, source, false));
        }
    });
}

const PACK: &str = "title = \"House\"\nversion = \"1\"\nfamily = \"tone\"\nabout = \"ours\"\n";
const RULE: &str = include_str!("../../rules/tone/exclamation-mark.toml");

#[test]
fn configurations() {
    let seeds = seeds("broken-configurations", &["toml"]);
    fuzz("configurations", seeds, |input| {
        let text = String::from_utf8_lossy(input);
        // What extends itself must end, too.
        let read = Config::load("presscheck.toml", &text, &mut |_, name| {
            Ok((name.to_owned(), text.to_string()))
        });
        match read {
            Ok(config) => {
                let mut rules = Rules::builtin();
                drop(config.apply(None, &mut rules));
            }
            Err((faults, sources)) => {
                drop(fault::draw(
                    &faults,
                    |file| sources.get(file).map(String::as_str),
                    false,
                ));
            }
        }
    });
}

#[test]
fn lines() {
    let line = |text: Vec<u8>| {
        let text = String::from_utf8_lossy(&text).into_owned();
        let line = serde_json::json!({"id": "a", "headline": "Six held", "text": text, "published": "2026-11-22"});
        (line.to_string() + "\n{\"id\":\"b\",\"html\":\"<p>One.\"}\n").into_bytes()
    };
    let seeds = seeds("articles/sourcing", &["txt"]).into_iter().map(line).collect();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lines.jsonl");
    fuzz("lines", seeds, |input| {
        fs::write(&path, input).expect("it can be written");
        let source = Source::new(std::slice::from_ref(&path)).expect("it is there");
        let batch = batch::Batch {
            engine: &ENGINE,
            options: Options::default(),
            open: &|_| Ok(Article::default()),
        };
        let mut out = Vec::new();
        let mut outlets = Outlets {
            reports: &mut out,
            rejects: None,
            progress: &|_| {},
        };
        let tally = batch.run(source, None, &mut outlets).expect("it goes on");
        let blank = |line: &&[u8]| line.iter().all(u8::is_ascii_whitespace);
        let wanted = input.split(|b| *b == b'\n').filter(|line| !blank(line)).count();
        let answers: Vec<&[u8]> = out.split(|b| *b == b'\n').filter(|line| !line.is_empty()).collect();
        assert_eq!((answers.len(), tally.checked + tally.failed), (wanted, wanted as u64));
        for answer in answers {
            let answer: serde_json::Value = serde_json::from_slice(answer).expect("JSON");
            assert_eq!(answer["schema"], 1);
        }
    });
}
