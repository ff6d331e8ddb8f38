//! `comment`: passages that read as comment.

use super::Kind;
use crate::facts::Voice;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, Weighed, number};
use crate::text::BlockKind;
use crate::text::phrase::Tag;
use serde::Deserialize;
use std::sync::Arc;

/// `[check.comment]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// From this tone on (0–1, see `rules/tone.toml`) a sentence is found.
    #[serde(deserialize_with = "number::share")]
    from: f64,
    /// Shorter sentences are left alone.
    least_words: usize,
    /// Phrases that other rules flag: in the writer's own voice they have their finding, and the sentence
    /// around them needs no second one.
    #[serde(default)]
    leave: PhrasesAsWritten,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "sentences that read as comment, by their tone";
    const VALUES: &'static [&'static str] = &["parts", "tone"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(CommentCheck {
            from: self.from,
            least_words: self.least_words,
            leave: compiler.phrases(&self.leave),
        })
    }
}

#[derive(Debug)]
struct CommentCheck {
    from: f64,
    least_words: usize,
    leave: Option<Tag>,
}

/// So many features are named: the heaviest explain most of the sum.
const NAMED: usize = 3;

impl Check for CommentCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let sentences = &page.document.sentences;
        let mut at = 0;
        while at < sentences.len() {
            let mut end = at;
            // Sentences that follow each other in one paragraph are one passage, and one note.
            while end < sentences.len() && sentences[end].block == sentences[at].block && self.holds(page, end) {
                end += 1;
            }
            if end > at {
                let span = sentences[at].span.join(sentences[end - 1].span);
                let passage = &page.tone[at..end];
                let most = passage.iter().map(|w| w.tone).fold(0.0, f64::max);
                let hit = Hit::at(span).with("parts", parts(passage));
                out.push(hit.with("tone", format!("{most:.2}")));
            }
            at = end.max(at + 1);
        }
    }
}

impl CommentCheck {
    fn holds(&self, page: &Page<'_>, at: usize) -> bool {
        let left = |tag| {
            let tokens = page.document.sentences[at].tokens.clone();
            let mut found = page.matches.within(tag, tokens).iter();
            found.any(|m| page.facts.voice(m.tokens.start) == Voice::Author)
        };
        reads_as_comment(page, at, self.from, self.least_words) && !self.leave.is_some_and(left)
    }
}

/// Does a sentence read as comment: from a tone on, in copy, with enough words of the writer's own?
pub(super) fn reads_as_comment(page: &Page<'_>, at: usize, from: f64, least_words: usize) -> bool {
    let sentence = &page.document.sentences[at];
    let kind = page.document.kind_of(sentence);
    let own = |i: &usize| page.facts.voice(*i) == Voice::Author && page.document.tokens[*i].is_word();
    page.tone.get(at).is_some_and(|weighed| weighed.tone >= from)
        && matches!(kind, BlockKind::Paragraph | BlockKind::List)
        && sentence.tokens.clone().filter(own).count() >= least_words
}

/// The features that speak for comment in a passage, summed over its sentences.
fn parts(weighed: &[Weighed]) -> String {
    let mut sums: Vec<(Arc<str>, f64)> = Vec::new();
    for (name, adds) in weighed.iter().flat_map(|w| &w.parts) {
        match sums.iter_mut().find(|(n, _)| **n == **name) {
            Some((_, sum)) => *sum += adds,
            None => sums.push((name.clone(), *adds)),
        }
    }
    sums.retain(|(_, sum)| *sum > 0.0);
    Weighed::told(&sums, NAMED)
}
