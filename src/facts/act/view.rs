//! How one sentence stands to an act: the phrases of denial and allegation, and the words they speak of.

use super::deed::DEED;
use super::{ActLine, Line, Question, Stance, is_doubt};
use crate::facts::{Attribution, Class, CueClass, EventMention, Facts, Lexicon, Matches, NameKind, Voice};
use crate::text::phrase::Match;
use crate::text::{Document, Span, TokenKind};
use std::ops::Range;

/// Words from a phrase that denies or alleges to the act that it is about: further off they speak of something
/// that was done in the act, or stand in two thoughts of one sentence.
const REACH: usize = 9;
/// Words of a source that is shown: longer ones are half a sentence.
const MOST_WHO: usize = 7;
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

/// The article, as the lines are read from it.
pub(super) struct View<'a> {
    pub document: &'a Document,
    pub lexicon: &'a Lexicon,
    pub matches: &'a Matches,
    pub facts: &'a Facts,
}

impl View<'_> {
    pub(super) fn word(&self, at: usize) -> String {
        let token = self.document.tokens.get(at);
        token.map_or(String::new(), |t| self.document.words(t.span).to_lowercase())
    }

    fn sentence(&self, number: usize) -> Range<usize> {
        self.document.sentences.get(number).map_or(0..0, |s| s.tokens.clone())
    }

    pub(super) fn found(&self, list: &str, tokens: Range<usize>) -> &[Match] {
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
    pub(super) fn is_same(&self, one: &EventMention, two: &EventMention) -> bool {
        let noun = |e: &EventMention| self.word(e.tokens.end - 1);
        let place = |e: &EventMention| e.place.and_then(|p| self.facts.names.get(p)).map(|n| n.bearer);
        let (mine, theirs) = (self.modifiers(one), self.modifiers(two));
        if one.event == DEED || two.event == DEED {
            return one.event == two.event && self.is_one_deed(one, two);
        }
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
    pub(super) fn line<'a>(&self, event: &'a EventMention) -> Option<Line<'a>> {
        let sentence = self.sentence(event.sentence);
        let (at, end) = (event.tokens.start, event.tokens.end);
        let (question, stance, span) = self.stance(event, &sentence, at, end)?;
        Some(Line {
            event,
            question,
            told: ActLine {
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
        let is_deed = event.event == DEED;
        let question = |from: usize| {
            let doer = is_deed || !self.found("act-doer", from..at).is_empty();
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
            return Some((question(at), Stance::Denied, event.span));
        }
        let alleged = self.before("act-alleged", sentence, at);
        if let Some(alleged) = alleged.filter(|_| is_deed || event.definite || event.hedge.is_some()) {
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
        if let Some(own) = self.owner(event, sentence).filter(|_| !is_deed) {
            return Some((Question::Doer, self.voiced(at), own));
        }
        let irreal = event.hedge.is_some()
            || sentence
                .clone()
                .any(|i| self.lexicon.is(&self.document.tokens[i], Class::LeavesOpen));
        let certain = event.definite && !irreal;
        certain.then(|| (question(at), self.voiced(end - 1), event.span))
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
    pub(super) fn answer<'a>(&self, number: usize, before: &[Line<'a>]) -> Option<Line<'a>> {
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
        let near = |l: &&Line<'_>| number - l.told.sentence <= ANSWER_REACH;
        let (act, question) = if stance == Stance::Denied {
            // What is denied is what was alleged last, or said of somebody.
            let answers = |l: &&Line<'_>| {
                let blamed = l.question == Question::Doer && l.event.event != DEED;
                l.told.stance == Stance::Alleged || (blamed && !l.told.stance.doubts())
            };
            let said = before.iter().rev().take_while(near).find(answers)?;
            (said, said.question)
        } else {
            // Responsibility is claimed for attacks and blasts, which are told by a noun.
            let mut near = before.iter().rev().take_while(near);
            (near.find(|l| l.event.event != DEED)?, Question::Doer)
        };
        let span = self.document.span_of(found.tokens.clone());
        Some(Line {
            event: act.event,
            question,
            told: ActLine {
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
        let named = |a: &&Attribution| !a.source.span.is_empty();
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
