//! Does the time for a byte stay the same from a brief to a book, for hostile text too?
//!
//! `cargo bench --bench growth` checks made-up texts (one endless sentence, a million quotation marks)
//! and every rule's own examples, repeated to two sizes, and what is made of some of them (reports, clean copy,
//! comparisons), and prints nanoseconds a byte. It ends with 1 if one takes half as long again for each byte of the
//! longer text. `cargo bench --bench growth -- WORD…` does only those whose name holds a word;
//! `SIZES=1000,10000000` sets the sizes.

#![allow(clippy::print_stdout)] // the table is the bench's result

mod hostile;
mod pieces;

use hostile::{Text, Work};
use presscheck::engine::{Engine, Options, clean};
use presscheck::render::{self, human};
use presscheck::report::Report;
use presscheck::rules::Rules;
use presscheck::text::Article;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Bytes: the smaller size is past what a check costs however short the text.
const SIZES: [usize; 2] = [200_000, 1_000_000];
/// Growth that is taken for linear: caches get smaller beside the text.
const FLAT: f64 = 1.5;
/// Below so many nanoseconds a byte growth is that of memory: `memcpy` of a cold page takes one.
const NOTHING: f64 = 100.0;
/// A text that takes longer is not tried at the next size.
const PATIENCE: Duration = Duration::from_secs(15);

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let set = std::env::var("SIZES").unwrap_or_default();
    let mut sizes: Vec<usize> = set.split(',').filter_map(|s| s.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = SIZES.to_vec();
    }
    let engine = Engine::new(Rules::builtin());
    let mut steep = 0;
    for text in hostile::texts() {
        if !words.is_empty() && !words.iter().any(|w| text.name.contains(w.as_str())) {
            continue;
        }
        let mut costs = Vec::new();
        for size in &sizes {
            let time = time(&engine, &text, *size);
            costs.push(time.as_secs_f64() * 1e9 / *size as f64);
            if time > PATIENCE {
                break;
            }
        }
        let growth = costs.last().unwrap_or(&0.0) / costs.first().unwrap_or(&1.0);
        let bad = costs.len() < sizes.len() || growth > FLAT && costs.last().is_some_and(|c| *c > NOTHING);
        steep += usize::from(bad);
        let columns: Vec<String> = costs.iter().map(|c| format!("{c:>9.0}")).collect();
        let mark = if bad { "  STEEP" } else { "" };
        println!("{} ns/byte  ×{growth:<5.2} {}{mark}", columns.concat(), text.name);
    }
    println!("{steep} of the texts take longer for a byte of a longer text");
    ExitCode::from(u8::from(steep > 0))
}

/// The best of three runs; of one that takes long, the first.
fn time(engine: &Engine, text: &Text, size: usize) -> Duration {
    let article = text.article(size, 0);
    let other = matches!(text.work, Work::Compare | Work::Diff).then(|| text.article(size, 1));
    let copies: Vec<Article> = std::iter::once(article).chain(other).collect();
    let report = match text.work {
        Work::Clean | Work::Render => Some(engine.check(&copies[0], Options::with_analysis())),
        _ => None,
    };
    let mut best = Duration::MAX;
    for _ in 0..3 {
        let start = Instant::now();
        work(engine, text.work, &copies, report.as_ref());
        best = best.min(start.elapsed());
        if best > Duration::from_secs(1) {
            break;
        }
    }
    best
}

/// Does one thing with an article, its report, or two copies of it.
fn work(engine: &Engine, work: Work, copies: &[Article], report: Option<&Report>) {
    use std::hint::black_box;
    let article = &copies[0];
    match (work, report, copies) {
        (Work::Clean, Some(report), _) => {
            let cleaned = clean::clean(article, report);
            black_box(clean::copy(&engine.read(article).document, &cleaned, true));
        }
        (Work::Render, Some(report), _) => {
            let style = human::Style {
                width: 80,
                notes: true,
                fingerprints: false,
            };
            black_box(human::render(report, article, style));
            black_box(render::html::render([(report, article)], &[]));
            black_box(render::sarif::render([(report, article)], &[]));
            black_box(render::junit::render([(report, article)], &[]));
            black_box(render::markdown::render([(report, article)], &[]));
            black_box(render::github::render(report, true));
            black_box(render::typerighter::render(report, article));
            black_box(render::json::render(report));
        }
        (Work::Compare, _, copies) => {
            let comparison = engine.compare(copies);
            black_box(render::compare::human::render(&comparison, 80));
            black_box(render::compare::html::render(&comparison));
        }
        (Work::Diff, _, [old, new]) => {
            let difference = engine.diff((old, Options::default()), (new, Options::default()));
            black_box(render::diff::human::render(&difference, 80, true));
            black_box(render::diff::html::render(&difference));
        }
        _ => drop(black_box(engine.check(article, Options::with_analysis()))),
    }
}
