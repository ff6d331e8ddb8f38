//! `conditional`: what must be explained somewhere if it is used.

use super::Kind;
use crate::rules::expression::{Expression, Manner, Within};
use crate::rules::{Check, Compiler, Exceptions, Hit, Page, Spanned};
use serde::Deserialize;
use std::collections::BTreeSet;

/// `[check.conditional]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What is used: its group 1, or all of it.
    first: Spanned<String>,
    /// What explains it: its group 1 must be the same. Without a group it explains all, wherever it stands.
    second: Spanned<String>,
    /// What needs no explaining, as regular expressions in their own case.
    #[serde(default)]
    except: Vec<Spanned<String>>,
    /// Does the case of letters matter?
    #[serde(default)]
    case: bool,
    /// Do an apostrophe and a space stand for themselves alone, and not for ’ and a line break too?
    #[serde(default)]
    exact: bool,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "what must be explained if it is used";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        compiler.expression(&self.first, 0);
        compiler.expression(&self.second, 0);
        let manner = Manner {
            case: self.case,
            exact: self.exact,
        };
        Box::new(ConditionalCheck {
            first: Expression::new(self.first.get_ref(), manner),
            second: Expression::new(self.second.get_ref(), manner),
            except: Exceptions::compile(&self.except, compiler),
        })
    }
}

#[derive(Debug)]
struct ConditionalCheck {
    first: Expression,
    second: Expression,
    except: Exceptions,
}

impl Check for ConditionalCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let stretches = Within::Paragraph.stretches(page);
        let mut explained = BTreeSet::new();
        for stretch in &stretches {
            self.second.find(page, *stretch, 0, |_, group| {
                explained.insert(group.map(|span| page.words(span)));
            });
        }
        if explained.contains(&None) {
            return;
        }
        for stretch in stretches {
            let mut found = Vec::new();
            self.first.find(page, stretch, 0, |whole, group| {
                found.push((group.unwrap_or(whole), None));
            });
            self.except.spare(page, stretch, &mut found);
            let spans = found.into_iter().map(|(span, _)| span);
            let unexplained = spans.filter(|span| !explained.contains(&Some(page.words(*span))));
            out.extend(unexplained.map(Hit::at));
        }
    }
}
