//! Floor 5: article in, report out.

mod allowances;
mod analysis;
pub mod clean;
mod compare;
mod diff;
mod dress;
pub mod example;
mod furniture;
mod place;
mod repeated;
mod sources;
mod voiced;

pub use allowances::{STALE, STALE_WHY};

use crate::allow::Allow;
use crate::facts::{Facts, Matches};
use crate::gate::{GateAsWritten, Gatekeeper};
use crate::report::{Bar, Report, SCHEMA};
use crate::rules::{Hit, Line, Page, Rules, Weighed};
use crate::score::{self, Exposure, Reference, Story, Weights};
use crate::text::{Article, BlockKind, Document};

/// The engine: rules, compiled once, for any number of articles on any number of threads.
#[derive(Debug)]
pub struct Engine {
    rules: Rules,
    weights: Weights,
    gate: Gatekeeper,
    reference: Option<Reference>,
}

/// What is wanted beside the findings.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// Put what was read into the report.
    pub analysis: bool,
    /// What was let stand beside the article; comments in it are read with it.
    pub allow: &'a [Allow],
}

impl Options<'_> {
    /// The findings, and what was read.
    #[must_use]
    pub fn with_analysis() -> Self {
        Self {
            analysis: true,
            ..Self::default()
        }
    }
}

impl Engine {
    /// An engine for these rules.
    #[must_use]
    pub fn new(rules: Rules) -> Self {
        let gate = Gatekeeper::new(&GateAsWritten::builtin(), &rules);
        Self {
            rules,
            weights: Weights::builtin(),
            gate,
            reference: None,
        }
    }

    /// The rules it runs.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The engine with an archive to compare articles with.
    #[must_use]
    pub fn with_reference(mut self, reference: Option<Reference>) -> Self {
        self.reference = reference;
        self
    }

    /// What a reference keeps of an article, without what was let stand in it, as a report counts it; `None`
    /// if it is too short to score.
    #[must_use]
    pub fn story(&self, article: &Article, options: Options<'_>) -> Option<Story> {
        let reading = self.read(article);
        let page = reading.page(&self.rules);
        let exposure = exposure(&page);
        let findings = dress::findings(&self.rules, &page, &reading.furniture);
        let mut places = place::Places::new(article, &reading.document);
        let ruling = allowances::judge(article, &page, &self.rules, &findings, options.allow, &mut places);
        let long = self.weights.least.is_met_by(exposure);
        long.then(|| Story::new(article.genre.as_deref(), &ruling.open(&findings), exposure))
    }

    /// Checks one article. Pure: the same article gives the same report.
    #[must_use]
    pub fn check(&self, article: &Article, options: Options<'_>) -> Report {
        let reading = self.read(article);
        let page = reading.page(&self.rules);
        let findings = dress::findings(&self.rules, &page, &reading.furniture);
        let exposure = exposure(&page);
        let mut places = place::Places::new(article, &reading.document);
        let ruling = allowances::judge(article, &page, &self.rules, &findings, options.allow, &mut places);
        let open = ruling.open(&findings);
        let (mut score, points) = score::score(&open, exposure, &self.weights);
        if let Some(reference) = self.reference.as_ref().filter(|_| score.scored) {
            score.standing = reference.standing(&Story::new(article.genre.as_deref(), &open, exposure));
        }
        let gate = self.gate.judge(open.iter());
        let points = ruling.points(&points);
        let sourcing = sources::sourcing(&page, &findings, &mut places);
        let mut reports = dress::reports(&page, findings, &points, ruling.allowed, &self.rules, &mut places);
        reports.extend(
            ruling
                .stale
                .into_iter()
                .map(|stale| stale.report(&self.rules, options.allow)),
        );
        Report {
            schema: SCHEMA,
            id: article.id.clone(),
            score,
            gate,
            sources: sources::sources(&page, &mut places),
            sourcing,
            analysis: options.analysis.then(|| analysis::analysis(&page, &mut places)),
            findings: reports,
            set_aside: reading.set_aside,
            bar: Bar::default(),
        }
    }

    /// The sort of story that an article is, by what was said of it or what its file says.
    #[must_use]
    pub fn genre(&self, article: &Article) -> Option<String> {
        Document::read(article, &self.rules.vocabulary).genre
    }

    /// Reads an article: furniture first, then facts.
    #[must_use]
    pub fn read(&self, article: &Article) -> Reading {
        let mut document = Document::read(article, &self.rules.vocabulary);
        let sentences = document.sentences.iter().map(|s| s.tokens.clone());
        let found = self.rules.phrases.find(&document.tokens, sentences);
        let matches = Matches::new(&found, self.rules.phrases.tags());
        let set_aside = document.blocks.iter().filter(|b| b.kind == BlockKind::Noise).count();
        let lines = Line::all(&document, &self.rules.lexicon);
        let furniture = furniture::find(&self.rules, article, &mut document, &matches, &lines);
        let facts = Facts::draw(&document, &self.rules.lexicon, &matches);
        let tone = self.rules.tone.weigh(&document, &facts, &matches);
        let personal = self.rules.tone.is_personal(&document, &facts, &matches);
        Reading {
            document,
            facts,
            matches,
            lines,
            furniture,
            tone,
            personal,
            set_aside,
        }
    }
}

/// An article, read, with its furniture marked and its facts drawn.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The article.
    pub document: Document,
    /// Its facts.
    pub facts: Facts,
    /// All phrases in it.
    pub matches: Matches,
    /// Its blocks in numbers.
    pub lines: Vec<Line>,
    /// What the furniture rules hit: the rule's number, and the hit.
    pub furniture: Vec<(usize, Hit)>,
    /// How loaded each sentence is.
    pub tone: Vec<Weighed>,
    /// Is it the writer's own: a column, a letter, a review?
    pub personal: bool,
    /// How many of its blocks the reader of its form took for the page's own, before any rule.
    pub set_aside: usize,
}

impl Reading {
    /// What checks look at.
    #[must_use]
    pub fn page<'a>(&'a self, rules: &'a Rules) -> Page<'a> {
        Page {
            document: &self.document,
            facts: &self.facts,
            matches: &self.matches,
            lexicon: &rules.lexicon,
            lines: &self.lines,
            tone: &self.tone,
            personal: self.personal,
        }
    }
}

/// What the score counts findings against.
fn exposure(page: &Page<'_>) -> Exposure {
    let mut exposure = Exposure::default();
    for block in page.document.blocks.iter().filter(|b| b.kind.is_copy()) {
        for i in block.tokens.clone() {
            let quoted = page.facts.voice(i) == crate::facts::Voice::Quoted;
            exposure.words += usize::from(page.document.tokens[i].is_word() && !quoted);
        }
    }
    // A figure is a claim, and so is whatever somebody is reported to have said; no rule asks for their source.
    let (document, facts) = (page.document, page.facts);
    let figures = facts.quantities.iter().map(|q| document.sentence_at(q.span.start));
    let reported = (0..document.sentences.len()).filter(|s| facts.attribution_of(*s).is_some());
    let claims = facts.claims.iter().map(|c| c.sentence);
    let mut sentences: Vec<usize> = claims.chain(figures).chain(reported).collect();
    sentences.sort_unstable();
    sentences.dedup();
    let is_copy = |s: &&usize| {
        document
            .sentences
            .get(**s)
            .is_some_and(|s| document.kind_of(s).is_copy())
    };
    exposure.claims = sentences.iter().filter(is_copy).count();
    exposure
}
