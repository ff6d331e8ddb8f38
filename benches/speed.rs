//! Times: the stages of a check and whole articles. `cargo bench --bench speed`.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use presscheck::engine::{Engine, Options};
use presscheck::facts::Facts;
use presscheck::render;
use presscheck::rules::{Rules, builtin};
use presscheck::text::{Article, Body, Document};
use rustc_hash::FxHasher;
use std::fs;
use std::hash::Hasher;
use std::hint::black_box;
use std::path::Path;

/// The fixtures' articles in plain text, as one text.
fn copy() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
    let folders = fs::read_dir(root).into_iter().flatten().flatten();
    let mut paths: Vec<_> = folders
        .flat_map(|f| fs::read_dir(f.path()).into_iter().flatten().flatten())
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    paths.iter().filter_map(|p| fs::read_to_string(p).ok()).collect()
}

/// About so many bytes of it, to the end of a paragraph; 5 KB is a long news story.
fn article(copy: &str, size: usize) -> Article {
    let mut text = String::new();
    for paragraph in copy.split_inclusive("\n\n").cycle() {
        if text.len() >= size {
            break;
        }
        text.push_str(paragraph);
    }
    Article {
        body: Body::Text(text),
        ..Article::default()
    }
}

fn articles(bench: &mut Criterion) {
    let engine = Engine::new(Rules::builtin());
    let copy = copy();
    let mut group = bench.benchmark_group("article");
    for size in [1_000, 5_000, 100_000] {
        let article = article(&copy, size);
        group.throughput(Throughput::Bytes(article.body.source().len() as u64));
        group.bench_with_input(BenchmarkId::new("check", size), &article, |b, article| {
            b.iter(|| engine.check(black_box(article), Options::default()));
        });
    }
    group.finish();
}

/// The least that any check of words must do: cut the text into words and hash each.
fn floor(text: &str) -> u64 {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.fold(0, |all, word| {
        let mut hasher = FxHasher::default();
        hasher.write(word.as_bytes());
        all ^ hasher.finish()
    })
}

/// The rules as every start of the program reads them.
fn start() -> Rules {
    Rules::load(builtin::files(), &builtin::lists()).expect("the built-in rules are sound")
}

fn stages(bench: &mut Criterion) {
    bench.bench_function("start", |b| b.iter(|| Engine::new(start())));
    let engine = Engine::new(Rules::builtin());
    let rules = engine.rules();
    let article = article(&copy(), 5_000);
    let mut group = bench.benchmark_group("stage");
    group.throughput(Throughput::Bytes(article.body.source().len() as u64));
    group.bench_function("floor", |b| b.iter(|| floor(black_box(article.body.source()))));
    group.bench_function("document", |b| {
        b.iter(|| Document::read(black_box(&article), &rules.vocabulary));
    });
    let reading = engine.read(&article);
    group.bench_function("facts", |b| {
        b.iter(|| Facts::draw(black_box(&reading.document), &rules.lexicon, &reading.matches));
    });
    group.bench_function("read", |b| b.iter(|| engine.read(black_box(&article))));
    group.bench_function("check", |b| {
        b.iter(|| engine.check(black_box(&article), Options::default()));
    });
    let report = engine.check(&article, Options::default());
    group.bench_function("json", |b| b.iter(|| render::json::render(black_box(&report))));
    group.bench_function("html", |b| {
        b.iter(|| render::html::render([(black_box(&report), &article)], &[]));
    });
    group.finish();
}

criterion_group!(benches, articles, stages);
criterion_main!(benches);
