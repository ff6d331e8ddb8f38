//! Disputed acts: what somebody alleges and somebody else denies, sentence by sentence.
//!
//! De Marneffe, Rafferty and Manning (2008) ask for one event before anything said of it can clash, so an act
//! is a chain of mentions of one event, and a line of it is a sentence that mentions it, or that answers what
//! was alleged last. Only a sentence whose words say how it stands to the act becomes a line: "the attack"
//! under an "if" or a "would" says nothing about whether it happened, and is left out. Crimes are told by their
//! verb as often as by a noun, and then the one it was done to tells which is meant.

mod deed;
mod view;

use super::{EventMention, Facts, Lexicon, Matches};
use crate::text::{Document, Span};
use deed::DEED;
use std::collections::BTreeMap;
use view::View;

/// An act that is in dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The fullest words for it.
    pub name: Span,
    /// What is in dispute.
    pub question: Question,
    /// The sentences that speak of it, in order, one line each; at least two, and not of one stance.
    pub lines: Vec<ActLine>,
}

/// What is in dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Whether it happened.
    Happened,
    /// Who did it.
    Doer,
}

impl Question {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Doer => "doer",
        }
    }
}

/// A sentence that speaks of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActLine {
    /// The number of the sentence.
    pub sentence: usize,
    /// The words that say how it stands to the act.
    pub span: Span,
    /// How it stands to the act.
    pub stance: Stance,
    /// The words for whose stance it is, where they are named.
    pub who: Option<Span>,
}

/// How a sentence stands to an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// It did not happen, or was not his doing.
    Denied,
    /// Nobody owns to it, or nobody says.
    LeftOpen,
    /// It is said without being vouched for.
    Alleged,
    /// It is so on somebody's word.
    Attributed,
    /// It is so, in the writer's own voice.
    Asserted,
}

impl Stance {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::LeftOpen => "left open",
            Self::Alleged => "alleged",
            Self::Attributed => "attributed",
            Self::Asserted => "asserted",
        }
    }

    /// Does it put the act in doubt?
    fn doubts(self) -> bool {
        matches!(self, Self::Denied | Self::LeftOpen | Self::Alleged)
    }
}

/// Acts of one chain that a mention is held against, the latest first.
const MOST_ACTS: usize = 4;

/// All disputed acts of a document, in the order in which they are first spoken of.
#[must_use]
pub fn find(document: &Document, lexicon: &Lexicon, matches: &Matches, facts: &Facts) -> Vec<Act> {
    let view = View {
        document,
        lexicon,
        matches,
        facts,
    };
    let deeds = view.deeds();
    let mut lines: Vec<Line<'_>> = Vec::new();
    let (mut from, mut deed) = (0, 0);
    for number in 0..document.sentences.len() {
        let events = &facts.events;
        let until = from + events[from..].iter().take_while(|e| e.sentence <= number).count();
        let here = &events[from..until];
        from = until;
        let first = lines.len();
        let done = deeds[deed..].iter().take_while(|d| d.sentence <= number).count();
        let done = &deeds[deed..deed + done];
        deed += done.len();
        lines.extend(done.iter().filter_map(|deed| view.line(deed)));
        // "The murder of Ada Crewe" is told as a deed, and better: by the one it was done to.
        let told = lines[first..]
            .iter()
            .map(|l| l.event.tokens.clone())
            .collect::<Vec<_>>();
        for event in here {
            let is_told =
                |tokens: &std::ops::Range<usize>| tokens.start < event.tokens.end && event.tokens.start < tokens.end;
            if !told.iter().any(is_told) {
                lines.extend(view.line(event));
            }
        }
        if lines.len() == first {
            lines.extend(view.answer(number, &lines));
        }
    }
    acts(&view, lines)
}

/// A line, before it is known whether its act is in dispute.
#[derive(Clone, Debug)]
struct Line<'a> {
    event: &'a EventMention,
    question: Question,
    told: ActLine,
}

/// The lines by act and question, where they make a dispute.
fn acts(view: &View<'_>, lines: Vec<Line<'_>>) -> Vec<Act> {
    let mut by_act: BTreeMap<(usize, Question), Vec<Vec<Line<'_>>>> = BTreeMap::new();
    for line in lines {
        // Who did it is said far from where the act was told, and a chain seldom reaches so far.
        let chain = match line.question {
            Question::Happened => line.event.event,
            Question::Doer => DEED,
        };
        let acts = by_act.entry((chain, line.question)).or_default();
        let same = |act: &&mut Vec<Line<'_>>| act.last().is_some_and(|last| view.is_same(last.event, line.event));
        let Some(act) = acts.iter_mut().rev().take(MOST_ACTS).find(same) else {
            acts.push(vec![line]);
            continue;
        };
        // One line a sentence: the stance that puts most in doubt.
        match act.last_mut().filter(|l| l.told.sentence == line.told.sentence) {
            Some(last) if last.told.stance <= line.told.stance => {}
            Some(last) => *last = line,
            None => act.push(line),
        }
    }
    let lists = by_act
        .into_iter()
        .flat_map(|((_, question), acts)| acts.into_iter().map(move |lines| (question, lines)));
    let mut out: Vec<Act> = lists
        .filter_map(|(question, lines)| act(view, question, lines))
        .collect();
    out.sort_by_key(|a| (a.lines.first().map(|l| l.sentence), a.question));
    out
}

fn act(view: &View<'_>, question: Question, lines: Vec<Line<'_>>) -> Option<Act> {
    let first = lines.first()?.told.stance;
    let disputed = lines.iter().any(|l| l.told.stance.doubts()) && lines.iter().any(|l| l.told.stance != first);
    // The words that tell most of it; of equals the first.
    let names = lines.iter().map(|l| l.event.span);
    let name = names.min_by_key(|n| std::cmp::Reverse(view.document.tokens_in(*n).len()))?;
    disputed.then(|| Act {
        name,
        question,
        lines: lines.into_iter().map(|l| l.told).collect(),
    })
}

/// Words that leave open whether it happened; "attempted" and "planned" say only that it failed or waits.
#[must_use]
pub fn is_doubt(hedge: &str) -> bool {
    let certain = [
        "attempted",
        "planned",
        "foiled",
        "would-be",
        "failed",
        "possible",
        "reported",
        "apparent",
    ];
    !certain.iter().any(|word| hedge.eq_ignore_ascii_case(word))
}
