//! `occurrence`: something that stands too often, or not often enough.

use super::Kind;
use crate::rules::expression::{Expression, Manner, Within};
use crate::rules::{Check, Compiler, Hit, Page, Spanned};
use serde::Deserialize;

/// `[check.occurrence]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What is counted, as a regular expression.
    regex: Spanned<String>,
    /// Does the case of letters matter?
    #[serde(default)]
    case: bool,
    /// More than this is too often.
    most: Option<usize>,
    /// Fewer than this is not often enough.
    least: Option<usize>,
    /// The stretch it is counted in.
    #[serde(default)]
    within: Within,
    /// Do an apostrophe and a space stand for themselves alone, and not for ’ and a line break too?
    #[serde(default)]
    exact: bool,
}

impl Kind for Settings {
    const SUMMARY: &'static str =
        "something that stands too often or too seldom: commas, or the words of a sentence that is too long";
    const VALUES: &'static [&'static str] = &["count"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        compiler.expression(&self.regex, 0);
        if self.most.is_none() && self.least.is_none() {
            let help = "write most = 30 or least = 1".to_owned();
            compiler.fault(self.regex.span(), "this counts and has no limit", Some(help));
        }
        let manner = Manner {
            case: self.case,
            exact: self.exact,
        };
        Box::new(OccurrenceCheck {
            expression: Expression::new(self.regex.get_ref(), manner),
            most: self.most.unwrap_or(usize::MAX),
            least: self.least.unwrap_or(0),
            within: self.within,
        })
    }
}

#[derive(Debug)]
struct OccurrenceCheck {
    expression: Expression,
    most: usize,
    least: usize,
    within: Within,
}

impl Check for OccurrenceCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for stretch in self.within.stretches(page) {
            let mut spans = Vec::new();
            self.expression.find(page, stretch, 0, |span, _| spans.push(span));
            let count = spans.len();
            if count <= self.most && count >= self.least {
                continue;
            }
            // In a whole article the first that is too many is shown; a sentence is shown as it is.
            let shown = match self.within {
                Within::Article => spans.get(self.most).copied().unwrap_or(stretch),
                Within::Sentence | Within::Paragraph => stretch,
            };
            out.push(Hit::at(shown).with("count", count.to_string()));
        }
    }
}
