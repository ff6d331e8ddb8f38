//! Disputed acts: what somebody alleges and somebody else denies, sentence by sentence.
//!
//! De Marneffe, Rafferty and Manning (2008) ask for one event before anything said of it can clash, so an act
//! is a chain of mentions of one event, and a line of it is a sentence that mentions it, or that answers what
//! was alleged last. Only a sentence whose words say how it stands to the act becomes a line: "the attack"
//! under an "if" or a "would" says nothing about whether it happened, and is left out.

use super::{CueClass, EventMention, Facts, Lexicon, Matches, NameKind, Voice};
use crate::text::phrase::Match;
use crate::text::{Document, Span, TokenKind};
use std::collections::BTreeMap;
use std::ops::Range;

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

/// Words from a phrase that denies or alleges to the act that it is about: further off they speak of something
/// that was done in the act, or stand in two thoughts of one sentence.
const REACH: usize = 9;
/// Words of a source that is shown: longer ones are half a sentence.
const MOST_WHO: usize = 7;
/// Acts of one chain that a mention is held against, the latest first.
const MOST_ACTS: usize = 4;
/// Sentences back to the act that "denied the accusation" or "nobody has claimed responsibility" answers.
const ANSWER_REACH: usize = 6;
/// Words of a possessor before the act that is his: "Varland's answer, including the strike".
const OWN_REACH: usize = 8;
/// Words after which a sentence turns to another thought, or to another time.
const TURNS: [&str; 17] = [
    "but",
    "while",
    "although",
    "though",
    "whereas",
    "after",
    "before",
    "since",
    "following",
    "during",
    "until",
    "amid",
    "because",
    "hours",
    "days",
    "weeks",
    "which",
];
/// Words that leave open whether what they govern is so.
const IRREAL: [&str; 14] = [
    "if",
    "whether",
    "would",
    "could",
    "may",
    "might",
    "should",
    "planned",
    "possible",
    "potential",
    "foiled",
    "threat",
    "threatened",
    "avert",
];

/// Words behind an act that make it an allegation: "the fraud claims".
const ALLEGED_BEHIND: [&str; 6] = [
    "allegedly",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "claims",
];
/// Modifiers that tell no act from another.
const PLAIN: [&str; 12] = [
    "this", "that", "these", "those", "same", "recent", "latest", "deadly", "massive", "such", "their", "terrible",
];

/// All disputed acts of a document, in the order in which they are first spoken of.
#[must_use]
pub fn find(document: &Document, lexicon: &Lexicon, matches: &Matches, facts: &Facts) -> Vec<Act> {
    let view = View {
        document,
        lexicon,
        matches,
        facts,
    };
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut from = 0;
    for number in 0..document.sentences.len() {
        let events = &facts.events;
        let until = from + events[from..].iter().take_while(|e| e.sentence <= number).count();
        let here = &events[from..until];
        from = until;
        let first = lines.len();
        for event in here {
            lines.extend(view.line(event));
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
    line: ActLine,
}

/// The lines by act and question, where they make a dispute.
fn acts(view: &View<'_>, lines: Vec<Line<'_>>) -> Vec<Act> {
    let mut by_act: BTreeMap<(usize, Question), Vec<Vec<Line<'_>>>> = BTreeMap::new();
    for line in lines {
        // Who did it is said far from where the act was told, and a chain seldom reaches so far.
        let chain = match line.question {
            Question::Happened => line.event.event,
            Question::Doer => usize::MAX,
        };
        let acts = by_act.entry((chain, line.question)).or_default();
        let same = |act: &&mut Vec<Line<'_>>| act.last().is_some_and(|last| view.is_same(last.event, line.event));
        let Some(act) = acts.iter_mut().rev().take(MOST_ACTS).find(same) else {
            acts.push(vec![line]);
            continue;
        };
        // One line a sentence: the stance that puts most in doubt.
        match act.last_mut().filter(|l| l.line.sentence == line.line.sentence) {
            Some(last) if last.line.stance <= line.line.stance => {}
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
    let first = lines.first()?.line.stance;
    let disputed = lines.iter().any(|l| l.line.stance.doubts()) && lines.iter().any(|l| l.line.stance != first);
    // The words that tell most of it; of equals the first.
    let names = lines.iter().map(|l| l.event.span);
    let name = names.min_by_key(|n| std::cmp::Reverse(view.document.tokens_in(*n).len()))?;
    disputed.then(|| Act {
        name,
        question,
        lines: lines.into_iter().map(|l| l.line).collect(),
    })
}

/// The article, as the lines are read from it.
struct View<'a> {
    document: &'a Document,
    lexicon: &'a Lexicon,
    matches: &'a Matches,
    facts: &'a Facts,
}

impl View<'_> {
    fn word(&self, at: usize) -> String {
        let token = self.document.tokens.get(at);
        token.map_or(String::new(), |t| self.document.words(t.span).to_lowercase())
    }

    fn sentence(&self, number: usize) -> Range<usize> {
        self.document.sentences.get(number).map_or(0..0, |s| s.tokens.clone())
    }

    fn found(&self, list: &str, tokens: Range<usize>) -> &[Match] {
        self.matches.within(self.lexicon.tag(list), tokens)
    }

    /// The phrase of a list that stands before a token of its sentence and speaks of what stands there.
    fn before<'m>(&'m self, list: &str, sentence: &Range<usize>, at: usize) -> Option<&'m Match> {
        let start = at.saturating_sub(REACH).max(sentence.start);
        let found = self.found(list, start..at).iter().rev();
        found
            .into_iter()
            .find(|m| m.tokens.end <= at && !self.turns(m.tokens.end..at))
    }

    /// Do two mentions of one chain mean one act? The chain is as good as its rules; here they must also share
    /// the noun, a modifier or the place, and not be told apart by their modifiers or their number.
    fn is_same(&self, one: &EventMention, two: &EventMention) -> bool {
        let noun = |e: &EventMention| self.word(e.tokens.end - 1);
        let place = |e: &EventMention| e.place.and_then(|p| self.facts.names.get(p)).map(|n| n.bearer);
        let (mine, theirs) = (self.modifiers(one), self.modifiers(two));
        let apart = place(one).zip(place(two)).is_some_and(|(a, b)| a != b);
        if one.plural != two.plural || apart || !one.sort.agrees(two.sort) {
            return false;
        }
        (place(one).is_some() && place(one) == place(two))
            || mine.iter().any(|m| theirs.contains(m))
            || (noun(one) == noun(two) && (mine.is_empty() || theirs.is_empty()))
    }

    /// The words before an event's noun that tell it from others.
    fn modifiers(&self, event: &EventMention) -> Vec<String> {
        let tokens = event.tokens.start..event.tokens.end - 1;
        let hedges = |i: &usize| event.hedge.is_some_and(|h| h.overlaps(self.document.tokens[*i].span));
        let words = tokens.filter(|i| !hedges(i)).map(|i| self.word(i));
        words.filter(|w| w.len() > 3 && !PLAIN.contains(&w.as_str())).collect()
    }

    /// Does the sentence turn to something else within these tokens?
    fn turns(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|i| {
            let token = &self.document.tokens[i];
            token.is(';') || token.is(':') || TURNS.contains(&self.word(i).as_str())
        })
    }

    /// How a sentence stands to an event that it mentions.
    fn line<'a>(&self, event: &'a EventMention) -> Option<Line<'a>> {
        let sentence = self.sentence(event.sentence);
        let (at, end) = (event.tokens.start, event.tokens.end);
        let (question, stance, span) = self.stance(event, &sentence, at, end)?;
        Some(Line {
            event,
            question,
            line: ActLine {
                sentence: event.sentence,
                span,
                stance,
                who: self.who(event.sentence, span, stance),
            },
        })
    }

    fn stance(
        &self,
        event: &EventMention,
        sentence: &Range<usize>,
        at: usize,
        end: usize,
    ) -> Option<(Question, Stance, Span)> {
        let span = |tokens: &Range<usize>| self.document.span_of(tokens.start..end.max(tokens.end));
        let question = |from: usize| {
            let doer = !self.found("act-doer", from..at).is_empty();
            if doer { Question::Doer } else { Question::Happened }
        };
        if let Some(open) = self.before("act-left-open", sentence, at) {
            return Some((Question::Doer, Stance::LeftOpen, span(&open.tokens)));
        }
        if let Some(denied) = self.before("act-denied", sentence, at)
            && !self.is_barred(denied)
            && !self.is_owned(denied.tokens.end..at)
        {
            return Some((question(denied.tokens.start), Stance::Denied, span(&denied.tokens)));
        }
        if let Some(owned) = self.before("act-owned", sentence, at) {
            return Some((Question::Doer, Stance::Attributed, span(&owned.tokens)));
        }
        if event.negated {
            return Some((Question::Happened, Stance::Denied, event.span));
        }
        let alleged = self.before("act-alleged", sentence, at);
        if let Some(alleged) = alleged.filter(|_| event.definite || event.hedge.is_some()) {
            return Some((question(alleged.tokens.start), Stance::Alleged, span(&alleged.tokens)));
        }
        let doubted = event
            .hedge
            .is_some_and(|h| is_doubt(self.document.words(h)) && !self.is_barred_hedge(h));
        if doubted || ALLEGED_BEHIND.contains(&self.word(end).as_str()) {
            return Some((Question::Happened, Stance::Alleged, event.span));
        }
        let right_before = |m: &&Match| m.tokens.end == at && event.definite;
        if let Some(did) = self.before("act-did", sentence, at).filter(right_before) {
            return Some((Question::Doer, self.voiced(did.tokens.start), span(&did.tokens)));
        }
        if let Some(own) = self.owner(event, sentence) {
            return Some((Question::Doer, self.voiced(at), own));
        }
        let irreal = event.hedge.is_some() || sentence.clone().any(|i| IRREAL.contains(&self.word(i).as_str()));
        let certain = event.definite && !irreal;
        certain.then(|| (Question::Happened, self.voiced(end - 1), event.span))
    }

    /// Flat in the writer's voice, or on somebody's word.
    fn voiced(&self, at: usize) -> Stance {
        match self.facts.voice(at) {
            Voice::Author => Stance::Asserted,
            Voice::Quoted | Voice::Reported => Stance::Attributed,
        }
    }

    /// Is it somebody's: "disputed the police's version of events"?
    fn is_owned(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|i| self.document.tokens[i].kind == TokenKind::Possessive)
    }

    /// Whose act it is by the words before it, or by "by" behind it: a body or a state that is not where it
    /// happened.
    fn owner(&self, event: &EventMention, sentence: &Range<usize>) -> Option<Span> {
        let names = &self.facts.names;
        let place = event.place.and_then(|p| names.get(p)).map(|n| n.bearer);
        let first = names.partition_point(|n| n.tokens.start < sentence.start);
        let here = names[first..].iter().take_while(|n| n.tokens.start < sentence.end);
        here.filter(|n| n.kind != NameKind::Person && Some(n.bearer) != place)
            .find_map(|name| {
                let between = name.tokens.end..event.tokens.start;
                let near = name.possessive && between.end >= between.start && between.len() <= OWN_REACH;
                let right_before = near && between.len() <= 1;
                let including = near && between.clone().any(|i| self.word(i) == "including");
                let by = self.word(event.tokens.end) == "by" && name.tokens.start == event.tokens.end + 1;
                (right_before || including || by).then(|| name.span.join(event.span))
            })
    }

    /// "Has claimed previous bombings" owns to them, and an apparent suicide was not alleged by anybody.
    fn is_barred_hedge(&self, hedge: Span) -> bool {
        let hedge = self.document.words(hedge);
        ["claimed", "apparent"]
            .iter()
            .any(|word| hedge.eq_ignore_ascii_case(word))
    }

    /// Is the denial one of something else, or a denial denied?
    fn is_barred(&self, denied: &Match) -> bool {
        let near = denied.tokens.start.saturating_sub(4)..denied.tokens.end;
        let barred = self.found("act-not-denied", near);
        barred
            .iter()
            .any(|b| b.tokens.start < denied.tokens.end && denied.tokens.start < b.tokens.end)
    }

    /// A sentence that mentions no event and answers what was said of the last one.
    fn answer<'a>(&self, number: usize, before: &[Line<'a>]) -> Option<Line<'a>> {
        let tokens = self.sentence(number);
        let denied = self
            .found("act-denied-whole", tokens.clone())
            .iter()
            .find(|m| !self.is_barred(m));
        let open = self.found("act-left-open", tokens.clone()).first();
        let owned = self.found("act-owned", tokens.clone()).first();
        let (stance, found) = open
            .map(|m| (Stance::LeftOpen, m))
            .or(denied.map(|m| (Stance::Denied, m)))
            .or(owned.map(|m| (Stance::Attributed, m)))?;
        let near = |l: &&Line<'_>| number - l.line.sentence <= ANSWER_REACH;
        let (act, question) = if stance == Stance::Denied {
            // What is denied is what was alleged last, or said of somebody.
            let answers = |l: &&Line<'_>| {
                l.line.stance == Stance::Alleged || (l.question == Question::Doer && !l.line.stance.doubts())
            };
            let said = before.iter().rev().take_while(near).find(answers)?;
            (said, said.question)
        } else {
            (before.last().filter(near)?, Question::Doer)
        };
        let span = self.document.span_of(found.tokens.clone());
        Some(Line {
            event: act.event,
            question,
            line: ActLine {
                sentence: number,
                span,
                stance,
                who: self.who(number, span, stance),
            },
        })
    }

    /// Whose stance it is: the source whose word the stance hangs on.
    fn who(&self, sentence: usize, span: Span, stance: Stance) -> Option<Span> {
        if stance == Stance::Asserted {
            return None;
        }
        let all = &self.facts.attributions;
        let first = all.partition_point(|a| a.sentence < sentence);
        let here = || all[first..].iter().take_while(|a| a.sentence == sentence);
        let named = |a: &&super::Attribution| !a.source.span.is_empty();
        let own = here().filter(named).find(|a| a.cue.overlaps(span));
        let over = || {
            here()
                .filter(named)
                .find(|a| a.content.overlaps(span) && a.class != CueClass::Thought)
        };
        let who = own.or_else(over).map(|a| a.source.span);
        who.filter(|w| {
            let tokens = self.document.tokens_in(*w);
            tokens.len() <= MOST_WHO && !tokens.clone().all(|i| self.word(i) == "who")
        })
    }
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
