//! Statements that want a source.

use super::{Facts, Lexicon, Matches, SourceKind, Voice};
use crate::text::{Document, Span};
use serde::{Deserialize, Serialize};

/// A statement that wants a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The words that make it one.
    pub trigger: Span,
    /// What it claims.
    pub kind: ClaimType,
    /// The number of its sentence.
    pub sentence: usize,
    /// In whose voice the trigger stands.
    pub voice: Voice,
    /// Does an attribution cover it?
    pub sourced: bool,
}

/// Makes the types of claims from one table: each with the list of phrases that trigger it, so that a rule can name none
/// that nothing triggers.
macro_rules! claim_types {
    ($($(#[$doc:meta])+ $name:ident = $list:literal,)+) => {
        /// What a statement claims.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "lowercase")]
        pub enum ClaimType {
            $($(#[$doc])+ $name,)+
        }

        impl ClaimType {
            /// Each type with its list.
            const TRIGGERS: &[(Self, &'static str)] = &[$((Self::$name, $list),)+];
        }
    };
}

claim_types! {
    /// People killed, hurt, missing.
    Casualty = "claim-casualty",
    /// Things destroyed.
    Damage = "claim-damage",
    /// Somebody did wrong or is behind an act.
    Accusation = "claim-accusation",
    /// What somebody wants, fears, intends.
    Motive = "claim-motive",
    /// One thing brought about another.
    Cause = "claim-cause",
    /// First, biggest, turning point.
    Superlative = "claim-superlative",
    /// What will happen.
    Forecast = "claim-forecast",
    /// Something is growing, sinking, getting worse.
    Trend = "claim-trend",
}

/// Does a source that can be rung up stand behind the words? Nobody ("reportedly"), a class
/// ("experts") and a mere sign do not.
fn stands_behind(facts: &Facts, sentence: usize, trigger: Span) -> bool {
    let first = facts.attributions.partition_point(|a| a.sentence < sentence);
    facts.attributions[first..]
        .iter()
        .take_while(|a| a.sentence == sentence)
        .any(|a| {
            let known = matches!(
                a.source.kind,
                SourceKind::Named | SourceKind::Institution | SourceKind::Anonymous
            );
            known && !a.negated && !a.source.span.is_empty() && a.content.overlaps(trigger)
        })
}

/// All claims of a document's copy, in text order.
#[must_use]
pub fn find(document: &Document, lexicon: &Lexicon, matches: &Matches, facts: &Facts) -> Vec<Claim> {
    let mut out = Vec::new();
    for (kind, list) in ClaimType::TRIGGERS.iter().copied() {
        for found in matches.of(lexicon.tag(list)) {
            let trigger = document.span_of(found.tokens.clone());
            let sentence = document.sentence_at(trigger.start);
            let voice = facts.voice(found.tokens.start);
            let sourced = voice != Voice::Author || stands_behind(facts, sentence, trigger);
            out.push(Claim {
                trigger,
                kind,
                sentence,
                voice,
                sourced,
            });
        }
    }
    out.sort_by_key(|c| (c.trigger, c.kind));
    out
}
