//! `part-whole`: a part that is larger than its whole.

use super::Kind;
use crate::facts::Class;
use crate::facts::quantity::{Bound, Quantity, Unit};
use crate::facts::relation::RelationKind;
use crate::rules::kinds::figures;
use crate::rules::{Check, Compiler, Hit, Page};
use serde::Deserialize;

/// `[check.part-whole]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Which of the two forms is read.
    form: Form,
}

/// How part and whole are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
enum Form {
    /// "52 of the 103 drones", "Of the 103 drones, 52 …".
    Of,
    /// "six civilians, including three children".
    Including,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "a part that is larger than its whole";
    const VALUES: &'static [&'static str] = &["part", "whole"];

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(PartWholeCheck { form: self.form })
    }
}

#[derive(Debug)]
struct PartWholeCheck {
    form: Form,
}

impl Check for PartWholeCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let wanted = match self.form {
            Form::Of => RelationKind::PartOf,
            Form::Including => RelationKind::Including,
        };
        for relation in page.facts.relations.iter().filter(|r| r.kind == wanted) {
            let part = &page.facts.quantities[relation.one];
            let whole = &page.facts.quantities[relation.other];
            let fits = match self.form {
                Form::Of => comparable(page, part, whole),
                Form::Including => includes(page, part, whole),
            };
            if fits && part.low > whole.high {
                out.push(
                    Hit::pair(part.figure, whole.figure)
                        .with("part", figures::plain(part.value))
                        .with("whole", figures::plain(whole.value)),
                );
            }
        }
    }
}

/// Can the one be a part of the other as they are written? Ratings ("11 out of 10") are exaggeration.
fn comparable(page: &Page<'_>, part: &Quantity, whole: &Quantity) -> bool {
    let vague = part.bound == Bound::Vague || whole.bound == Bound::Vague;
    // "of the 19", "of his 15", but "11 out of 10" only if something is counted.
    let between = part.tokens.end + 1..page.document.tokens_in(whole.span).start;
    let determined = between.clone().any(|i| {
        let token = &page.document.tokens[i];
        page.lexicon.is(token, Class::FigureStop) && !page.words(token.span).eq_ignore_ascii_case("of")
    });
    match (part.unit, whole.unit) {
        (Unit::Count, Unit::Count) => !vague && whole.value >= 2.0 && (determined || whole.counted.is_some()),
        (Unit::Money(a), Unit::Money(b)) => a == b && part.magnitude == whole.magnitude,
        _ => false,
    }
}

/// Does the whole count what the part counts: people and people, titles and titles?
fn includes(page: &Page<'_>, part: &Quantity, whole: &Quantity) -> bool {
    let Some(from) = whole.counted.filter(|c| !c.further) else {
        return false;
    };
    let same = part
        .counted
        .is_some_and(|of| of.head == from.head || (of.person && from.person));
    // "four titles, including nine awards": side by side the one is of the other, unless people are in
    // things: "two groups, including 100 fighters".
    let side_by_side = page.document.tokens_in(part.span).start <= from.token + 3;
    let people_in_things = !from.person && part.counted.is_none_or(|of| of.person);
    let counts = part.unit == Unit::Count && whole.unit == Unit::Count && whole.bound != Bound::Vague;
    counts && (same || (side_by_side && !people_in_things))
}
