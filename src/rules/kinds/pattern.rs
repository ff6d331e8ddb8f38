//! `pattern`: regular expressions, for what phrases cannot say.

use super::Kind;
use crate::rules::Spanned;
use crate::rules::expression::{Expression, Within};
use crate::rules::{Check, Compiler, Hit, Page};
use serde::Deserialize;

/// `[check.pattern]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// A regular expression in the syntax of the `regex` crate.
    regex: Spanned<String>,
    /// Does the case of letters matter?
    #[serde(default)]
    case: bool,
    /// The group that is flagged; the whole match if it is not given.
    #[serde(default)]
    group: usize,
    /// The stretch it is matched in.
    #[serde(default)]
    within: Within,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a regular expression within a sentence";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        compiler.expression(&self.regex, self.group);
        Box::new(PatternCheck {
            expression: Expression::new(self.regex.get_ref(), self.case),
            group: self.group,
            within: self.within,
        })
    }
}

#[derive(Debug)]
struct PatternCheck {
    expression: Expression,
    group: usize,
    within: Within,
}

impl Check for PatternCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for stretch in self.within.stretches(page) {
            self.expression
                .find(page, stretch, self.group, |span, _| out.push(Hit::at(span)));
        }
    }
}
