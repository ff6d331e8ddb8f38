//! `malformed`: a sum of money that cannot be read as it is printed.

use super::Kind;
use crate::facts::quantity::Unit;
use crate::facts::relation::RelationKind;
use crate::rules::{Check, Compiler, Hit, Page};
use serde::Deserialize;

/// `[check.malformed]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Below this an amount without a magnitude beside one with a magnitude has lost its own.
    bare_below: f64,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a sum of money that cannot be read as it is printed";

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(MalformedCheck(self))
    }
}

#[derive(Debug)]
struct MalformedCheck(Settings);

impl Check for MalformedCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let quantities = &page.facts.quantities;
        let wrong = quantities.iter().filter(|q| q.unit == Unit::Malformed);
        // Lists and sets ("1-6,4-6", "2003,2004") have commas of their own; money has not.
        out.extend(
            wrong
                .filter(|q| page.words(q.figure).starts_with(['$', '£', '€']))
                .map(|q| Hit::at(q.figure)),
        );
        for relation in page.facts.relations.iter().filter(|r| r.kind == RelationKind::Restated) {
            let (one, other) = (&quantities[relation.one], &quantities[relation.other]);
            let money = matches!((one.unit, other.unit), (Unit::Money(_), Unit::Money(_)));
            let (bare, scaled) = if one.magnitude { (other, one) } else { (one, other) };
            // "$102 million ($174 a vote)" is a price of something else.
            let next = page.document.tokens.get(other.tokens.end);
            let restated = next.is_none_or(|t| !t.is_word());
            if money && restated && scaled.magnitude && !bare.magnitude && bare.value < self.0.bare_below {
                out.push(Hit::pair(bare.figure, scaled.figure));
            }
        }
        out.sort_by_key(|h| h.primary);
    }
}
