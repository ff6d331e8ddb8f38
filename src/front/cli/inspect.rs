//! `presscheck inspect`: what was read, for those who write rules.

use super::input::Input;
use super::{Outcome, Shell, Stop, engine, report};
use crate::engine::{Engine, Options, Reading};
use crate::facts::{Question, SourceKind, Voice};
use crate::front::Failure;
use crate::front::shield::shielded;
use crate::render::wrap::set_wrapped;
use crate::rules::Weighed;
use crate::text::{Article, Document, Span, inert_words, one_line};
use clap::{Args, ValueEnum};
use std::fmt::Write as _;

/// Show how an article was read: its blocks, sentences, voices, sources and facts.
#[derive(Debug, Args)]
#[command(
    after_help = "Each sentence shows whose voice it stands in and who is taken to stand behind it; where it may be \
comment, what its tone (0 to 1) is made of. The letters before it name the voices: [a--] is the author's own, \
[-q-] a quotation's, [--r] a report's, [aq-] the author's with a quotation in it.

Examples:
  presscheck inspect story.txt
  presscheck inspect --format json story.txt | jq .quotations"
)]
pub(super) struct Inspect {
    #[command(flatten)]
    input: Input,
    /// How it is set.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// How it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading.
    Human,
    /// The `analysis` object of the reports, one a line.
    Json,
}

const HEAD: anstyle::Style = anstyle::Style::new().bold();
const FAINT: anstyle::Style = anstyle::Style::new().dimmed();

impl Inspect {
    pub(super) fn run(self, shell: &mut Shell) -> Result<Outcome, Stop> {
        let engine = engine(shell)?;
        let house = shell.house()?;
        for path in self.input.paths(shell)? {
            if let Some(article) = self.input.open(&path, &house, shell) {
                match self.text(&engine, &article, shell.window()) {
                    Ok(text) => shell.print(&text)?,
                    Err(failure) => shell.fail(&failure),
                }
            }
        }
        Ok(Outcome::Clean)
    }

    fn text(&self, engine: &Engine, article: &Article, window: Option<usize>) -> Result<String, Failure> {
        match self.format {
            Format::Human => {
                shielded(|| set(&human(article, engine), window)).map_err(|m| Failure::new(m).at(&article.id))
            }
            Format::Json => {
                let report = report(engine, article, Options::with_analysis())?;
                let json =
                    serde_json::to_string(&report.analysis).map_err(|e| Failure::new(e.to_string()).at(&article.id))?;
                Ok(json + "\n")
            }
        }
    }
}

/// What the letters before a sentence mean.
const LETTERS: &str = "[aqr] before a sentence: words in the author's own voice, in a quotation, in a report";

/// Lines no wider than the window, each with its indent.
fn set(text: &str, window: Option<usize>) -> String {
    let Some(width) = window else {
        return text.to_owned();
    };
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let words = line.trim_start_matches(' ');
        let first = " ".repeat(line.len() - words.len());
        out.push_str(&set_wrapped(words, width, &first, &format!("{first}    ")));
        out.push('\n');
    }
    out
}

/// What the article says about itself.
fn about(document: &Document) -> impl Iterator<Item = (&'static str, String)> {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let parts = [
        ("byline", document.byline.clone()),
        ("published", day(document.published)),
        ("updated", day(document.updated)),
        ("genre", document.genre.clone()),
        ("correction", document.correction.as_deref().map(one_line)),
    ];
    parts.into_iter().filter_map(|(name, value)| Some((name, value?)))
}

fn human(article: &Article, engine: &Engine) -> String {
    let reading = &engine.read(article);
    let document = &reading.document;
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "{HEAD}{}{HEAD:#}\n  {FAINT}{LETTERS}{FAINT:#}",
        inert_words(&article.id)
    );
    for (name, value) in about(document) {
        let _ = writeln!(out, "  {FAINT}{name}{FAINT:#} {}", inert_words(&value));
    }
    for block in &document.blocks {
        let kind = format!("{:?}", block.kind).to_lowercase();
        let _ = writeln!(out, "\n{HEAD}{kind}{HEAD:#}");
        for number in block.sentences.clone() {
            let sentence = &document.sentences[number];
            let words = inert_words(document.words(sentence.span));
            let _ = writeln!(out, "  {} {words}", voices(reading, sentence.tokens.clone()));
            if let Some(weighed) = reading.tone.get(number).filter(|w| w.tone >= TOLD_FROM) {
                let (tone, start) = (weighed.tone, engine.rules().tone.start());
                let parts = Weighed::told(&weighed.parts, usize::MAX);
                let _ = writeln!(
                    out,
                    "      {FAINT}tone {tone:.2}: {parts}; it begins at {start}{FAINT:#}"
                );
            }
            if let Some(a) = reading.facts.attribution_of(number) {
                let who = inert_words(document.words(a.source.span));
                let cue = inert_words(document.words(a.cue));
                let kind = a.source.kind.name();
                let class = format!("{:?}", a.class).to_lowercase();
                let _ = writeln!(out, "      {FAINT}{kind} source “{who}”, {class} cue “{cue}”{FAINT:#}");
            }
            for claim in reading.facts.claims.iter().filter(|c| c.sentence == number) {
                let kind = format!("{:?}", claim.kind).to_lowercase();
                let sourced = if claim.sourced { "sourced" } else { "on nobody's word" };
                let words = inert_words(document.words(claim.trigger));
                let _ = writeln!(out, "      {FAINT}claim ({kind}, {sourced}) “{words}”{FAINT:#}");
            }
        }
    }
    let facts = &reading.facts;
    list("quotations", facts.quotations.iter().map(|q| q.span), reading, &mut out);
    list("figures", facts.quantities.iter().map(|q| q.span), reading, &mut out);
    list("dates", facts.dates.iter().map(|d| d.span), reading, &mut out);
    list("names", facts.names.iter().map(|n| n.span), reading, &mut out);
    acts(engine, reading, &mut out);
    let silent = facts.attributions.iter().filter(|a| a.source.kind == SourceKind::None);
    list("cues without a source", silent.map(|a| a.cue), reading, &mut out);
    out
}

/// The ledger of disputed acts: how each sentence stands to them, and on whose word.
fn acts(engine: &Engine, reading: &Reading, out: &mut String) {
    let document = &reading.document;
    for act in reading.facts.acts(document, &engine.rules().lexicon, &reading.matches) {
        let question = match act.question {
            Question::Happened => "whether it happened",
            Question::Doer => "who did it",
        };
        let name = one_line(&inert_words(document.words(act.name)));
        let _ = writeln!(out, "\n{HEAD}in dispute: “{name}”, {question}{HEAD:#}");
        for line in &act.lines {
            let Some(sentence) = document.sentences.get(line.sentence) else {
                continue;
            };
            let who = line.who.map_or(String::new(), |who| {
                format!(" ({})", one_line(&inert_words(document.words(who))))
            });
            let _ = writeln!(
                out,
                "  {}{who}: {FAINT}{}{FAINT:#}",
                line.stance.name(),
                one_line(&inert_words(document.words(sentence.span)))
            );
        }
    }
}

/// From here on it is said why a sentence weighs what it weighs: it is as likely comment as report.
const TOLD_FROM: f64 = 0.5;

/// The voices that a sentence holds: author, quoted, reported.
fn voices(reading: &Reading, tokens: std::ops::Range<usize>) -> String {
    let holds = |voice: Voice| tokens.clone().any(|i| reading.facts.voice(i) == voice);
    let letters = [(Voice::Author, 'a'), (Voice::Quoted, 'q'), (Voice::Reported, 'r')];
    let found: String = letters.iter().map(|(v, c)| if holds(*v) { *c } else { '-' }).collect();
    format!("[{found}]")
}

fn list(name: &str, spans: impl Iterator<Item = Span>, reading: &Reading, out: &mut String) {
    let words: Vec<&str> = spans.map(|s| reading.document.words(s)).collect();
    if words.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{HEAD}{name}{HEAD:#}");
    for words in words {
        let _ = writeln!(out, "  {}", one_line(&inert_words(words)));
    }
}
