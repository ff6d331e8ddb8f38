//! `comment-share`: an article of which too much reads as comment.

use super::Kind;
use super::comment::reads_as_comment;
use crate::finding::Severity;
use crate::rules::{Check, Compiler, Hit, Page, number};
use crate::text::BlockKind;
use serde::Deserialize;

/// `[check.comment-share]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// From this tone on (0–1, see `rules/tone.toml`) a sentence reads as comment.
    #[serde(deserialize_with = "number::share")]
    from: f64,
    /// Shorter sentences are not counted as comment.
    least_words: usize,
    /// The article is found if at least this share of its sentences reads as comment (0–1) …
    #[serde(deserialize_with = "number::share")]
    share: f64,
    /// … and at least so many of them.
    least: usize,
    /// Below this share (0–1) the finding is minor.
    #[serde(deserialize_with = "number::share")]
    grave_share: f64,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "an article of which a large share reads as comment";
    const VALUES: &'static [&'static str] = &["number", "all"];

    fn compile(self, _: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(CommentShareCheck { settings: self })
    }
}

#[derive(Debug)]
struct CommentShareCheck {
    settings: Settings,
}

/// So many sentences are shown beside the heaviest: enough to judge by.
const SHOWN: usize = 3;

impl Check for CommentShareCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let Settings {
            from,
            least_words,
            share,
            least,
            grave_share,
        } = self.settings;
        let sentences = &page.document.sentences;
        let copy = |i: &usize| {
            let kind = page.document.kind_of(&sentences[*i]);
            matches!(kind, BlockKind::Paragraph | BlockKind::List | BlockKind::Quote)
        };
        let all = (0..sentences.len()).filter(copy).count();
        let mut comment: Vec<usize> = (0..sentences.len())
            .filter(|i| reads_as_comment(page, *i, from, least_words))
            .collect();
        let number = comment.len();
        if number < least.max(1) || (number as f64) < share * all as f64 {
            return;
        }
        // A stable sort: of equals the earlier one is shown.
        comment.sort_by(|a, b| page.tone[*b].tone.total_cmp(&page.tone[*a].tone));
        let mut shown = comment.iter().map(|i| sentences[*i].span);
        if let Some(heaviest) = shown.next() {
            let mut hit = Hit::at(heaviest)
                .with("number", number.to_string())
                .with("all", all.to_string());
            if (number as f64) < grave_share * all as f64 {
                hit.severity = Some(Severity::Minor);
            }
            hit.related.extend(shown.take(SHOWN));
            hit.related.sort_by_key(|span| span.start);
            out.push(hit);
        }
    }
}
