//! `comment`: whole sentences that read as comment.

use super::Kind;
use crate::facts::Voice;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::BlockKind;
use serde::Deserialize;

/// `[check.comment]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// From this tone on (0–1, see `rules/tone.toml`) a sentence is found.
    from: f64,
    /// Shorter sentences are left alone.
    least_words: usize,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "sentences that read as comment, by their tone";
    const VALUES: &'static [&'static str] = &["tone", "parts"];

    fn compile(self, _: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(CommentCheck { settings: self })
    }
}

#[derive(Debug)]
struct CommentCheck {
    settings: Settings,
}

/// So many features are named: the heaviest explain most of the sum.
const NAMED: usize = 3;

impl Check for CommentCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for (sentence, weighed) in page.document.sentences.iter().zip(page.tone) {
            let kind = page.document.kind_of(sentence);
            if weighed.tone < self.settings.from || !(kind == BlockKind::Paragraph || kind == BlockKind::List) {
                continue;
            }
            let own = sentence
                .tokens
                .clone()
                .filter(|i| page.facts.voice(*i) == Voice::Author && page.document.tokens[*i].is_word())
                .count();
            if own < self.settings.least_words {
                continue;
            }
            let mut parts: Vec<&(String, f64)> = weighed.parts.iter().filter(|(_, adds)| *adds > 0.0).collect();
            parts.sort_by(|a, b| b.1.total_cmp(&a.1));
            let names: Vec<&str> = parts.iter().take(NAMED).map(|(name, _)| name.as_str()).collect();
            out.push(
                Hit::at(sentence.span)
                    .with("tone", format!("{:.2}", weighed.tone))
                    .with("parts", names.join(", ")),
            );
        }
    }
}
