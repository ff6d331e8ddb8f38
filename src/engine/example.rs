//! A rule's examples, held against what the rule does.

use super::Engine;
use crate::rules::example::{Example, Wanted, mark};
use crate::rules::written::Status;
use crate::rules::{Fault, Rule, Stage};
use crate::text::read::{Reading, plain};
use crate::text::{Article, BlockKind, Body, Span};

/// How many examples of each sort a rule must have: one shows the rule, two show that it is not made for one.
const FEWEST: usize = 2;

/// What came of one example. The words are those of ast-grep's rule tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A `passes` example in which nothing was found.
    Validated,
    /// A `flags` example in which just the marked words were found.
    Reported,
    /// A `flags` example in which nothing was found.
    Missing,
    /// A `passes` example in which something was found: the copy with what was found marked.
    Noisy(String),
    /// A `flags` example in which other words were found: the copy with what was found marked.
    Wrong(String),
    /// A `should_…` example that holds by now.
    Mended,
}

impl Outcome {
    /// Is it as it should be?
    #[must_use]
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Validated | Self::Reported)
    }

    /// Its word.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Validated => "Validated",
            Self::Reported => "Reported",
            Self::Missing => "Missing",
            Self::Noisy(_) => "Noisy",
            Self::Wrong(_) => "Wrong",
            Self::Mended => "Mended",
        }
    }
}

/// One example with what came of it.
#[derive(Clone, Debug)]
pub struct Proof<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// Its example.
    pub example: &'a Example,
    /// What came of it.
    pub outcome: Outcome,
}

impl Proof<'_> {
    /// The fault in the rule's file, where the example does not hold.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        let wanted = || mark(&self.example.copy, &self.example.marks);
        let (message, help) = match &self.outcome {
            Outcome::Validated | Outcome::Reported => return None,
            Outcome::Missing => (
                "Missing: the rule finds nothing in this example",
                format!("it should find  {}", around(&wanted())),
            ),
            Outcome::Noisy(found) => (
                "Noisy: the rule finds something where nothing should be found",
                format!("it finds  {}", around(found)),
            ),
            Outcome::Wrong(found) => (
                "Wrong: the rule finds other words than those marked",
                format!("marked  {}\nfound   {}", around(&wanted()), around(found)),
            ),
            Outcome::Mended => (
                "Mended: this known gap is closed",
                format!(
                    "make it `{}`",
                    if self.example.wanted == Wanted::ShouldFlag {
                        "flags"
                    } else {
                        "passes"
                    }
                ),
            ),
        };
        let help = match headless(&self.example.copy).filter(|_| self.outcome != Outcome::Mended) {
            Some(line) => format!(
                "{help}\n\u{201c}{line}\u{201d} is read as copy, not as a headline: that has a paragraph below it, of six words \
                 or more with a full stop"
            ),
            None => help,
        };
        let file = format!("{}.toml", self.rule.id);
        Some(Fault::new(&file, Some(self.example.span.clone()), message).with_help(Some(help)))
    }
}

impl Engine {
    /// Runs every rule on its own examples.
    pub fn proofs(&self) -> impl Iterator<Item = Proof<'_>> {
        let rules = self.rules.rules.iter().enumerate();
        rules.flat_map(move |(number, rule)| {
            rule.examples.iter().map(move |example| Proof {
                rule,
                example,
                outcome: self.prove(number, example),
            })
        })
    }

    /// Everything that keeps the rules from being proven: examples that do not hold, and too few of them. A
    /// rule on trial never scores and so may wait for its examples: see [`Self::waiting`].
    #[must_use]
    pub fn unproven(&self) -> Vec<Fault> {
        let mut faults: Vec<Fault> = self.proofs().filter_map(|proof| proof.fault()).collect();
        for rule in self.rules.rules.iter().filter(|rule| rule.status != Status::Trial) {
            if let Some((flags, passes)) = too_few(rule) {
                faults.push(
                    Fault::new(
                        &format!("{}.toml", rule.id),
                        None,
                        format!("too few examples: {flags} that it flags and {passes} that it passes"),
                    )
                    .with_help(Some(format!(
                        "give at least {FEWEST} of each; one `passes` should look much like a fault and be none"
                    ))),
                );
            }
        }
        faults.sort_by(|a, b| a.file.cmp(&b.file));
        faults
    }

    /// Rules on trial that have too few examples to leave it.
    pub fn waiting(&self) -> impl Iterator<Item = &Rule> {
        let rules = self.rules.rules.iter().filter(|rule| rule.status == Status::Trial);
        rules.filter(|rule| too_few(rule).is_some())
    }

    /// Runs one rule (by its number in [`crate::rules::Rules::rules`]) on one of its examples.
    #[must_use]
    pub fn prove(&self, rule: usize, example: &Example) -> Outcome {
        let found = self.spans(rule, &example.copy);
        let marked = || mark(&example.copy, &found);
        match example.wanted {
            Wanted::Flags if found == example.marks => Outcome::Reported,
            Wanted::Flags if found.is_empty() => Outcome::Missing,
            Wanted::Flags => Outcome::Wrong(marked()),
            Wanted::Passes if found.is_empty() => Outcome::Validated,
            Wanted::Passes => Outcome::Noisy(marked()),
            Wanted::ShouldFlag if found == example.marks => Outcome::Mended,
            Wanted::ShouldPass if found.is_empty() => Outcome::Mended,
            Wanted::ShouldFlag => Outcome::Validated,
            Wanted::ShouldPass => Outcome::Reported,
        }
    }

    /// The places that a rule hits in plain text, in order.
    fn spans(&self, rule: usize, text: &str) -> Vec<Span> {
        let article = Article {
            body: Body::Text(text.to_owned()),
            ..Article::default()
        };
        let reading = self.read(&article);
        let page = reading.page(&self.rules);
        let rule_ = &self.rules.rules[rule];
        let mut hits: Vec<_> = reading
            .furniture
            .iter()
            .filter(|(n, _)| *n == rule)
            .map(|(_, h)| h.clone())
            .collect();
        if rule_.check.stage() == Stage::Facts && rule_.guards.admit_article(&page) {
            rule_.check.find(&page, &mut hits);
            hits.retain(|hit| rule_.guards.admit(hit, &page));
        }
        let spans = hits
            .iter()
            .flat_map(|h| std::iter::once(h.primary).chain(h.related.iter().copied()));
        // Spans of the document are spans of the text here: plain text is read verbatim.
        let mut spans: Vec<Span> = spans.collect();
        spans.sort_unstable();
        spans.dedup();
        spans
    }
}

/// The first line of an example that looks like a headline, where it is not read as one: what stands below it is too
/// short for that, which nobody would guess.
fn headless(copy: &str) -> Option<&str> {
    let mut reading = Reading::default();
    plain::read(copy, &mut reading);
    let [first, _, ..] = reading.blocks.as_slice() else {
        return None;
    };
    let line = first.span.of(copy);
    let unstopped = !line.ends_with(['.', '!', '?', ':', ';', '…', ',', '"', '\u{201d}']);
    let headlike = unstopped && line.starts_with(char::is_uppercase) && line.split_whitespace().count() > 2;
    let copied = reading.blocks.iter().all(|b| b.kind == BlockKind::Paragraph);
    (headlike && copied).then_some(line)
}

/// How many examples a rule flags and passes, where that is too few.
fn too_few(rule: &Rule) -> Option<(usize, usize)> {
    let count = |wanted| rule.examples.iter().filter(|e| e.wanted == wanted).count();
    let (flags, passes) = (count(Wanted::Flags), count(Wanted::Passes));
    (flags < FEWEST || passes < FEWEST).then_some((flags, passes))
}

/// The first marked words with a little copy on either side, on one line.
fn around(marked: &str) -> String {
    /// Bytes of copy shown on either side: with the marked words about one line of a terminal.
    const SIDE: usize = 30;
    let first = marked.find("[[").unwrap_or(0);
    let last = marked.rfind("]]").map_or(marked.len(), |at| at + 2);
    let start = marked.floor_char_boundary(first.saturating_sub(SIDE));
    let end = marked.ceil_char_boundary(last + SIDE);
    let cut = |yes: bool| if yes { "…" } else { "" };
    let words: Vec<&str> = marked[start..end].split_whitespace().collect();
    format!("{}{}{}", cut(start > 0), words.join(" "), cut(end < marked.len()))
}
