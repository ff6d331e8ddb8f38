//! Words of an article as they are shown beside others: where they stand, in whose voice, on whose word.

use super::Reading;
use super::place::Places;
use crate::facts::{SourceKind, Voice};
use crate::report::comparison::{Value, Voicing};
use crate::text::{Span, one_line};

/// Taken out of its sentence such a word names nobody.
const PRONOUNS: [&str; 7] = ["he", "she", "it", "they", "we", "i", "who"];

/// What a paper says of itself, "the Herald has learned": nobody else's word.
const OWN_CUES: [&str; 3] = ["learned", "learnt", "understands"];

/// The words of `shown`; the voice is that of `span`, which they are about.
pub(super) fn value(reading: &Reading, places: &mut Places<'_>, span: Span, shown: Span) -> Value {
    let (document, facts) = (&reading.document, &reading.facts);
    let attribution = facts.attribution_of(document.sentence_at(span.start));
    let is_own = |cue: &str| OWN_CUES.iter().any(|own| cue.eq_ignore_ascii_case(own));
    let voice = match facts.voice(document.tokens_in(span).start) {
        Voice::Reported if attribution.is_some_and(|a| is_own(document.words(a.cue))) => Voicing::Own,
        voice => voicing(voice),
    };
    let speaks = attribution.filter(|a| voice != Voicing::Own && a.source.kind != SourceKind::None);
    let who = speaks
        .map(|a| one_line(document.words(a.source.span)))
        .filter(|w| !w.is_empty() && !PRONOUNS.contains(&w.to_lowercase().as_str()));
    Value {
        words: one_line(document.words(shown)),
        place: places.of(shown),
        who,
        voice,
    }
}

/// A voice, as reports name it.
pub(super) fn voicing(voice: Voice) -> Voicing {
    match voice {
        Voice::Author => Voicing::Own,
        Voice::Quoted => Voicing::Quoted,
        Voice::Reported => Voicing::Reported,
    }
}
