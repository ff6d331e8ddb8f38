//! Which words report.

mod form;

use super::{Clause, CueClass, Form};
use crate::facts::lexicon::{classes_of, joined};
use crate::facts::{Class, Matches};
use crate::text::TokenKind;
pub(super) use form::{contracted, is_put};
use form::{ends_as_noun, is_negated, is_passive, names_a_shop, only_tells_which};

/// A cue in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// Its tokens.
    pub(super) tokens: std::ops::Range<usize>,
    pub(super) class: CueClass,
    pub(super) form: Form,
    pub(super) negated: bool,
}

/// Classes of verbs that report, with what they do.
const VERBS: [(Class, CueClass); 7] = [
    (Class::CueNeutral, CueClass::Neutral),
    (Class::CueAssertive, CueClass::Assertive),
    (Class::CueDoubting, CueClass::Doubting),
    (Class::CueConceding, CueClass::Conceding),
    (Class::CueAct, CueClass::Act),
    (Class::CueThought, CueClass::Thought),
    (Class::CueEvidence, CueClass::Evidence),
];

/// The classes of verbs that report.
pub(super) const REPORTING_VERBS: [Class; VERBS.len()] = classes_of(&VERBS);

/// The classes of all words that may report.
const REPORTING: [Class; 9] = joined(&REPORTING_VERBS, &[Class::CueBesideQuotation, Class::CueNoun]);

/// `allegedly`: no adverb that hides a source is shorter.
const LEAST_ADVERB: usize = 9;

/// Is it a form of a verb that reports?
pub(super) fn is_reporting_verb(clause: &Clause<'_>, at: usize) -> bool {
    clause.lexicon.any(clause.token(at).word, &REPORTING_VERBS)
}

/// Appends the cues of a sentence that stand outside quotation marks, in order.
pub(super) fn find(clause: &Clause<'_>, barred: &[bool], matches: &Matches, out: &mut Vec<Cue>) {
    for (list, form) in [("according-to", Form::AccordingTo), ("cue-phrase", Form::Verb)] {
        for found in matches.within(clause.lexicon.tag(list), clause.tokens.clone()) {
            let at = found.tokens.start;
            if !clause.quoted[at] && !barred[at] {
                let negated = form == Form::Verb && is_negated(clause, at);
                // "Asked about the vote, he said" has no asker; "thanked him and asked whether" has one.
                let joined = clause.before(at).is_some_and(|b| clause.is(b, Class::Conjunction));
                let asks = clause.reads(at, "asked") && joined && !clause.reads(at - 1, "when");
                // "Is quoted as saying": the one who is quoted speaks.
                let passive = form == Form::Verb && !asks && !clause.reads(at, "quoted") && is_passive(clause, at);
                // "Posted to Facebook asking if": a name that hangs on a preposition does not ask.
                let hangs = clause.before(at).is_some_and(|b| {
                    let before = clause.before(b).is_some_and(|p| clause.is(p, Class::Preposition));
                    clause.token(b).is_capitalised() && before
                });
                let going_on = form == Form::Verb && clause.ends(at, "ing") && hangs;
                let form = match form {
                    _ if passive => Form::Passive,
                    _ if going_on => Form::Participle,
                    form => form,
                };
                let tokens = found.tokens.clone();
                out.push(Cue {
                    tokens,
                    class: CueClass::Neutral,
                    form,
                    negated,
                });
            }
        }
    }
    let range = clause.tokens.clone();
    for (at, token) in range.clone().zip(&clause.document.tokens[range]) {
        let reports = clause.lexicon.any(token.word, &REPORTING);
        let may_report = reports || token.span.len() >= LEAST_ADVERB;
        if !may_report || clause.quoted[at] || barred[at] || !token.is_word() {
            continue;
        }
        let cue = if reports {
            verb(clause, at).or_else(|| noun(clause, at))
        } else {
            None
        };
        out.extend(cue.or_else(|| adverb(clause, at)));
    }
    out.sort_by_key(|c| (c.tokens.start, std::cmp::Reverse(c.tokens.end)));
    // "according to reports": the words for the source are no second cue.
    out.dedup_by(|later, earlier| {
        let source = if earlier.form == Form::AccordingTo { 3 } else { 0 };
        later.tokens.start < earlier.tokens.end + source
    });
}

fn verb(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    let class = VERBS
        .into_iter()
        .find(|(words, _)| clause.is(at, *words))
        .map(|(_, class)| class);
    let class = class.or_else(|| {
        (clause.is(at, Class::CueBesideQuotation) && clause.holds_quotation()).then_some(CueClass::Neutral)
    })?;
    let participle = clause.ends(at, "ing");
    let before = clause.before(at);
    // "The statement read": only what is written reads so to its readers.
    if clause.reads(at, "read") && !before.is_some_and(|b| clause.is(b, Class::Document)) {
        return None;
    }
    if let Some(before) = before {
        let token = clause.token(before);
        // "the claim", "Russia's report", "two calls": a noun. But "he's hoping" and "one in three said" are verbs.
        let owned = token.kind == TokenKind::Possessive && !contracted(clause, before) && !names_a_shop(clause, at);
        let counted = (clause.is(before, Class::NumberWord) || token.kind == TokenKind::Number)
            && [Class::NounOrVerb, Class::CueNoun, Class::Document]
                .iter()
                .any(|c| clause.is(at, *c));
        if clause.is(before, Class::Determiner) || owned || counted {
            return None;
        }
        // "of report", "in answer", "to call": after a preposition only "to" leaves a verb, and a
        // purpose ("to announce") is no report yet. Thoughts may be wished for: "want to know".
        // "Called to reports of a fire": a noun, for an infinitive has no -s.
        let plural = clause.is(at, Class::NounOrVerb) && clause.ends(at, "s");
        let speaks = clause.reads(before, "to") && clause.is(at, Class::CueNeutral) && !plural;
        if clause.is(before, Class::Preposition) && !participle && !speaks {
            return None;
        }
        // "long-held", "so-called", "U.S.-led": part of an adjective.
        if token.is('-') && !clause.token(at).spaced {
            return None;
        }
    }
    // A capital inside the sentence is a name ("the Daily Report"), a plural after a noun is a noun.
    // But in a line set like a title every verb has one.
    if clause.token(at).is_capitalised() && !clause.titled && before.is_some_and(|b| clause.token(b).is_word()) {
        return None;
    }
    // "One blaze, dubbed the Harrow Fire, burned on": what it is called reports nothing.
    let named = clause.reads(at, "dubbed") && before.is_some_and(|b| clause.token(b).is(','));
    if ends_as_noun(clause, at) || named || only_tells_which(clause, at) {
        return None;
    }
    let negated = is_negated(clause, at);
    let form = if participle {
        Form::Participle
    } else if is_passive(clause, at) {
        Form::Passive
    } else {
        Form::Verb
    };
    Some(Cue {
        tokens: at..at + 1,
        class,
        form,
        negated,
    })
}

/// `a statement by`, `Russia's claim that`, `reports of`: a noun that reports, with what is said.
fn noun(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    if !clause.is(at, Class::CueNoun) {
        return None;
    }
    let next = at + 1;
    let owned = clause.before(at).is_some_and(|b| {
        clause.token(b).kind == TokenKind::Possessive
            || matches!(
                clause.words(b).to_ascii_lowercase().as_str(),
                "his" | "her" | "their" | "its" | "our" | "my"
            )
    });
    let says = clause.reads(next, "that")
        || clause.reads(next, "by")
        || clause.reads(next, "from")
        || (owned
            && (clause.reads(next, "to")
                || clause.reads(next, "of")
                || clause.reads(next, "about")
                || clause.reads(next, "for")));
    // "criticism of the plan", "questions about the deal": speech about something, whoever speaks.
    let about = ["about", "against"].iter().any(|w| clause.reads(next, w));
    (says || about).then_some(Cue {
        tokens: at..next,
        class: CueClass::Noun,
        form: Form::Noun,
        negated: false,
    })
}

/// `reportedly`, `allegedly`: the source is hidden.
fn adverb(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    let words = clause.words(at);
    let hidden = ["reportedly", "allegedly", "purportedly", "supposedly"]
        .iter()
        .any(|w| words.eq_ignore_ascii_case(w));
    hidden.then(|| Cue {
        tokens: at..at + 1,
        class: CueClass::Doubting,
        form: Form::Adverb,
        negated: false,
    })
}
