//! `conditional`: what must be explained somewhere if it is used.

use super::Kind;
use crate::rules::Spanned;
use crate::rules::expression::{Expression, Within};
use crate::rules::{Check, Compiler, Hit, Page};
use serde::Deserialize;

/// `[check.conditional]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// What is used: its group 1, or all of it.
    first: Spanned<String>,
    /// What explains it: its group 1 must be the same.
    second: Spanned<String>,
    /// What needs no explaining.
    #[serde(default)]
    except: Vec<String>,
    /// Does the case of letters matter?
    #[serde(default)]
    case: bool,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "what must be explained if it is used";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        compiler.expression(&self.first, 0);
        compiler.expression(&self.second, 1);
        Box::new(ConditionalCheck {
            first: Expression::new(self.first.get_ref(), self.case),
            second: Expression::new(self.second.get_ref(), self.case),
            except: self.except,
        })
    }
}

#[derive(Debug)]
struct ConditionalCheck {
    first: Expression,
    second: Expression,
    except: Vec<String>,
}

impl Check for ConditionalCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let stretches = Within::Paragraph.stretches(page);
        let mut explained = Vec::new();
        for stretch in &stretches {
            self.second
                .find(page, *stretch, 1, |span, _| explained.push(page.words(span)));
        }
        for stretch in stretches {
            self.first.find(page, stretch, 0, |whole, group| {
                let span = group.unwrap_or(whole);
                let words = page.words(span);
                if !explained.contains(&words) && !self.except.iter().any(|e| e == words) {
                    out.push(Hit::at(span));
                }
            });
        }
    }
}
