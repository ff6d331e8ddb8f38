//! A labelled corpus: articles, and what somebody who read them says is right and wrong to find there.
//!
//! JSON lines. A line is an article as `presscheck batch` takes it, with `labels`; without labels it is only
//! counted for rates. A label is
//! `{"rules"?: "tone/*", "right": true, "field"?: "text", "quote": "…"}` or, in place of the quote, `"start"` and
//! `"end"` in bytes of the field. A label without a place holds for the whole article.
//!
//! Of the labels that a finding touches the shortest decides. So a label for the whole article that says
//! wrong, and one that says right on each mistake, say together: all mistakes are marked. A finding that no
//! label touches is not judged.

use super::batch::Record;
use crate::report::{FindingReport, Place};
use crate::text::{Article, Field};
use serde::Deserialize;
use std::ops::Range;

/// One line as written.
#[derive(Debug, Deserialize)]
struct LineAsWritten {
    #[serde(flatten)]
    article: Record,
    #[serde(default)]
    labels: Vec<LabelAsWritten>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelAsWritten {
    #[serde(default = "every_rule")]
    rules: String,
    right: bool,
    field: Option<Field>,
    quote: Option<String>,
    start: Option<usize>,
    end: Option<usize>,
}

fn every_rule() -> String {
    "*".to_owned()
}

/// An article with its labels.
#[derive(Debug)]
pub(super) struct Labelled {
    /// The article.
    pub(super) article: Article,
    labels: Vec<Label>,
}

/// What somebody says of a place, or of a whole article.
#[derive(Debug)]
struct Label {
    rules: String,
    right: bool,
    /// The field and its bytes; `None` for the whole article.
    place: Option<(Field, Range<usize>)>,
}

impl Labelled {
    /// Reads a line.
    ///
    /// # Errors
    /// What is wrong with it, in plain words.
    pub(super) fn read(line: &[u8]) -> Result<Self, String> {
        let line: LineAsWritten = serde_json::from_slice(line).map_err(|e| e.to_string())?;
        let article = line.article.article()?;
        let mut labels = Vec::new();
        for label in line.labels {
            labels.extend(label.places(&article)?);
        }
        Ok(Self { article, labels })
    }

    /// Has anybody said anything of it?
    pub(super) fn is_labelled(&self) -> bool {
        !self.labels.is_empty()
    }

    /// Is the finding right? `None` where nobody has said so.
    pub(super) fn judge(&self, finding: &FindingReport) -> Option<bool> {
        let touching = self.labels.iter().filter(|l| l.speaks_of(finding));
        touching.min_by_key(|l| l.len()).map(|l| l.right)
    }
}

impl LabelAsWritten {
    /// The label once for each place it names.
    fn places(self, article: &Article) -> Result<Vec<Label>, String> {
        let field = self.field.unwrap_or(article.body.field());
        let source = article.field(field);
        let places: Vec<Option<Range<usize>>> = match (&self.quote, self.start, self.end) {
            (None, None, None) => vec![None],
            (None, Some(start), Some(end)) if start < end && end <= source.len() => vec![Some(start..end)],
            (None, Some(start), Some(end)) => {
                return Err(format!(
                    "a label's place {start}–{end} lies outside its field of {} bytes",
                    source.len()
                ));
            }
            (Some(quote), None, None) => {
                let found: Vec<_> = source.match_indices(quote.as_str()).collect();
                if quote.is_empty() || found.is_empty() {
                    return Err(format!("a label's quote “{quote}” does not stand in the article"));
                }
                found.iter().map(|(at, words)| Some(*at..at + words.len())).collect()
            }
            _ => return Err("a label has either a \"quote\", or a \"start\" and an \"end\", or no place".to_owned()),
        };
        let of = |place: Option<Range<usize>>| Label {
            rules: self.rules.clone(),
            right: self.right,
            place: place.map(|p| (field, p)),
        };
        Ok(places.into_iter().map(of).collect())
    }
}

impl Label {
    fn speaks_of(&self, finding: &FindingReport) -> bool {
        let named = match self.rules.strip_suffix('*') {
            Some(head) => finding.rule.starts_with(head),
            None => finding.rule == self.rules,
        };
        let touches = |p: &Place| match &self.place {
            None => true,
            Some((field, bytes)) => p.field == *field && p.start < bytes.end && bytes.start < p.end,
        };
        named && std::iter::once(&finding.primary).chain(&finding.related).any(touches)
    }

    fn len(&self) -> usize {
        self.place.as_ref().map_or(usize::MAX, |(_, bytes)| bytes.len())
    }
}
