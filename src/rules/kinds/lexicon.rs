//! `lexicon`: words and phrases that should not stand where they stand.

use super::Kind;
use crate::rules::{Check, Compiler, Hit, Page, PhrasesAsWritten, Spanned};
use crate::text::phrase::Tag;
use serde::Deserialize;

/// `[check.lexicon]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The words and phrases.
    terms: Spanned<PhrasesAsWritten>,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "words and phrases";

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        if self.terms.get_ref().is_empty() {
            let help = "list the words: terms = [\"leverage\", \"utilis{e,es,ed}\"]".to_owned();
            compiler.fault(self.terms.span(), "`terms` is empty: this finds nothing", Some(help));
        }
        Box::new(LexiconCheck {
            tag: compiler.phrases(self.terms.get_ref()),
        })
    }
}

#[derive(Debug)]
struct LexiconCheck {
    tag: Option<Tag>,
}

impl Check for LexiconCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let Some(tag) = self.tag else { return };
        let mut last_end = 0;
        for found in page.matches.of(tag) {
            if found.tokens.start >= last_end {
                out.push(Hit::at(page.document.span_of(found.tokens.clone())));
                last_end = found.tokens.end;
            }
        }
    }
}
