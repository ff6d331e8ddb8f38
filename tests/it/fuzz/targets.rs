//! What is fuzzed, one function a target: any bytes go in, and no promise may break. The tests run them on mutations
//! of the fixtures, `fuzz/` runs them guided by coverage.

use super::places;
use presscheck::config::Config;
use presscheck::engine::{Engine, Options, clean};
use presscheck::front::batch::{self, Outlets, Source};
use presscheck::front::files;
use presscheck::render::{self, human};
use presscheck::rules::{Rules, builtin, fault};
use presscheck::text::read::docx::{Parts, manuscript};
use presscheck::text::read::{json, news, rtf};
use presscheck::text::{Article, Body, JsonForm};
use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// A target by its name.
pub(crate) type Target = fn(&[u8]);

/// All targets.
pub(crate) const TARGETS: &[(&str, Target)] = &[
    ("plain", |input| check(Body::Text(text(input)))),
    ("fields", fields),
    ("markdown", |input| check(Body::Markdown(text(input)))),
    ("html", |input| check(Body::Html(text(input)))),
    ("xml", xml),
    ("json", json),
    ("rtf", rtf),
    ("docx", docx),
    ("bytes", bytes),
    ("packs", packs),
    ("configurations", configurations),
    ("lines", lines),
];

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(Rules::builtin()));

fn text(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}

/// The engine on a body, whatever is in it.
fn check(body: Body) {
    whole(&Article {
        body,
        ..Article::default()
    });
}

/// The engine on an article, and everything that is made of its report.
fn whole(article: &Article) {
    let report = ENGINE.check(article, Options::with_analysis());
    places::hold(article, &report);
    drop(render::html::render([(&report, article)], &[]));
    drop(render::sarif::render([(&report, article)], &[]));
    drop(render::junit::render([(&report, article)], &[]));
    drop(render::markdown::render([(&report, article)], &[]));
    drop(render::github::render(&report, true));
    drop(render::typerighter::render(&report, article));
    let answer: serde_json::Value = serde_json::from_str(&render::json::render(&report)).expect("JSON");
    assert_eq!(answer["schema"], 1);
    let style = human::Style {
        width: 60,
        notes: true,
        fingerprints: true,
    };
    let shown = human::render(&report, article, style);
    assert!(!shown.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\u{1b}')));
    let cleaned = clean::clean(article, &report);
    let document = ENGINE.read(article).document;
    drop(clean::copy(&document, &cleaned, true));
    // What stays of the copy is held against it, of one input in four: that is as much work again.
    if article.body.source().len().is_multiple_of(4) {
        let other = Article {
            body: Body::Text(clean::copy(&document, &cleaned, false)),
            ..Article::default()
        };
        let difference = ENGINE.diff((article, Options::default()), (&other, Options::default()));
        drop(render::diff::human::render(&difference, 60, true));
        drop(render::diff::html::render(&difference));
        let comparison = ENGINE.compare(&[article.clone(), other]);
        drop(render::compare::human::render(&comparison, 60));
        drop(render::compare::html::render(&comparison));
    }
}

/// A headline and a standfirst, which a content system hands over beside the copy, on the first two lines.
fn fields(input: &[u8]) {
    let text = text(input);
    let mut parts = text.splitn(3, '\n').map(str::to_owned);
    let (headline, standfirst) = (parts.next(), parts.next());
    whole(&Article {
        headline,
        standfirst,
        body: Body::Text(parts.next().unwrap_or_default()),
        ..Article::default()
    });
}

/// What the front end would refuse is read all the same: a program that uses the library may not ask.
fn xml(input: &[u8]) {
    let text = text(input);
    let _ = (news::is_news(&text), news::refusal(&text));
    check(Body::Xml(text));
}

fn json(input: &[u8]) {
    let text = text(input);
    let forms = [
        JsonForm::Json,
        JsonForm::Ninjs,
        JsonForm::Ans,
        JsonForm::WordPress,
        JsonForm::JsonLd,
    ];
    let form = json::detect(&text).unwrap_or(forms[input.len() % forms.len()]);
    let _ = json::refusal(form, &text);
    check(Body::Json(form, text));
}

fn rtf(input: &[u8]) {
    let text = text(input);
    let _ = (rtf::is_rtf(&text), rtf::is_cut_off(&text));
    check(Body::Rtf(text));
}

/// The parts of a Word file, one after another in the input, with a zero byte between them.
fn docx(input: &[u8]) {
    let mut parts = input.split(|b| *b == 0).map(String::from_utf8_lossy);
    let document = parts.next().unwrap_or_default();
    let (styles, core) = (parts.next(), parts.next());
    let parts = Parts {
        document: &document,
        styles: styles.as_ref().map(Cow::as_ref),
        core: core.as_ref().map(Cow::as_ref),
    };
    if let Ok(manuscript) = manuscript(parts) {
        check(Body::Docx(manuscript));
    }
}

/// A file of which nothing is known: its packing, encoding and form are found out.
fn bytes(input: &[u8]) {
    let path = scratch("bytes");
    fs::write(&path, input).expect("it can be written");
    if let Ok(copy) = files::read(&path, None) {
        check(copy.body);
    }
}

const PACK: &str = "title = \"House\"\nversion = \"1\"\nfamily = \"tone\"\nabout = \"ours\"\n";
const RULE: &str = include_str!("../../../rules/tone/exclamation-mark.toml");

/// The input as a rule, and as the head of a pack.
fn packs(input: &[u8]) {
    static LISTS: LazyLock<presscheck::text::lists::Lists> = LazyLock::new(builtin::lists);
    let text = String::from_utf8_lossy(input);
    let rule = [("house/rule", &*text), ("house/pack", PACK)];
    let pack = [("house/pack", &*text), ("house/rule", RULE)];
    for files in [rule, pack] {
        let faults = match Rules::load(&files, &LISTS) {
            Ok(rules) => Engine::new(rules).unproven(),
            Err(faults) => faults,
        };
        let source = |file: &str| files.iter().find(|(name, _)| *name == file).map(|(_, text)| *text);
        drop(fault::draw(&faults, source, false));
    }
}

fn configurations(input: &[u8]) {
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
            let source = |file: &str| sources.get(file).map(String::as_str);
            drop(fault::draw(&faults, source, false));
        }
    }
}

/// A batch: each line that is not blank has its answer, and every answer is JSON of the contract.
fn lines(input: &[u8]) {
    let path = scratch("lines");
    fs::write(&path, input).expect("it can be written");
    let source = Source::new(std::slice::from_ref(&path)).expect("it is there");
    let batch = batch::Batch {
        engine: &ENGINE,
        analysis: false,
        open: &|_| Ok((Article::default(), Vec::new())),
    };
    let mut out = Vec::new();
    let mut outlets = Outlets {
        reports: &mut out,
        rejects: None,
        progress: &|_| {},
        note: &mut |_| {},
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
}

/// A file of this process alone: several may fuzz at a time.
fn scratch(name: &str) -> PathBuf {
    let ending = if name == "lines" { "jsonl" } else { "copy" };
    std::env::temp_dir().join(format!("presscheck-fuzz-{name}-{}.{ending}", std::process::id()))
}
