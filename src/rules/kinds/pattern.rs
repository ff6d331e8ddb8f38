//! `pattern`: regular expressions, for what phrases cannot say.

use super::Kind;
use crate::rules::expression::{Expression, Manner, Within};
use crate::rules::{Check, Compiler, Exceptions, Hit, Page, Spanned};
use serde::Deserialize;

/// `[check.pattern]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// A regular expression; it may look ahead and behind.
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
    /// What is left alone, as regular expressions in their own case: a match that holds one of them, or
    /// stands inside one.
    #[serde(default)]
    except: Vec<Spanned<String>>,
    /// Do an apostrophe and a space stand for themselves alone, and not for ’ and a line break too?
    #[serde(default)]
    exact: bool,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a regular expression within a sentence";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        compiler.expression(&self.regex, self.group);
        let manner = Manner {
            case: self.case,
            exact: self.exact,
        };
        Box::new(PatternCheck {
            expression: Expression::new(self.regex.get_ref(), manner),
            except: Exceptions::compile(&self.except, compiler),
            group: self.group,
            within: self.within,
        })
    }
}

#[derive(Debug)]
struct PatternCheck {
    expression: Expression,
    except: Exceptions,
    group: usize,
    within: Within,
}

impl Check for PatternCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        for stretch in self.within.stretches(page) {
            let mut found = Vec::new();
            self.expression
                .find(page, stretch, self.group, |span, group| found.push((span, group)));
            self.except.spare(page, stretch, &mut found);
            out.extend(found.into_iter().map(|(span, _)| Hit::at(span)));
        }
    }
}
