//! `spelling`: one word in two spellings, either of which would do.

use super::Kind;
use crate::rules::Spanned;
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::Span;
use crate::text::phrase::Tag;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::slice;

/// `[check.spelling]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Two spellings each: `centre = "center"`.
    either: BTreeMap<Spanned<String>, Spanned<String>>,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "one word in two spellings";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let pairs = self.either.iter().filter_map(|(one, other)| {
            let one = compiler.phrases(slice::from_ref(one))?;
            Some((one, compiler.phrases(slice::from_ref(other))?))
        });
        Box::new(SpellingCheck { pairs: pairs.collect() })
    }
}

#[derive(Debug)]
struct SpellingCheck {
    pairs: Vec<(Tag, Tag)>,
}

impl Check for SpellingCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let spans = |tag: Tag| -> Vec<Span> {
            let found = page.matches.of(tag).iter();
            found.map(|m| page.document.span_of(m.tokens.clone())).collect()
        };
        for (one, other) in &self.pairs {
            let (one, other) = (spans(*one), spans(*other));
            // The rarer spelling is the slip; of two as frequent, the one that came second.
            let slip_is_one = one.len() < other.len() || one.len() == other.len() && one.first() > other.first();
            let (slips, usual) = if slip_is_one { (one, other) } else { (other, one) };
            if let Some(usual) = usual.first() {
                out.extend(slips.into_iter().map(|slip| Hit::pair(slip, *usual)));
            }
        }
    }
}
