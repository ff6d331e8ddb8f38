//! `substitution`: words for which the house has others.

use super::Kind;
use crate::rules::expression::{Expression, Manner, Within};
use crate::rules::{Check, Compiler, Exceptions, Hit, Page, Spanned};
use crate::text::Span;
use crate::text::phrase::Tag;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `[check.substitution]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// A phrase and what to write instead; several choices with `|` between.
    #[serde(default)]
    swap: BTreeMap<Spanned<String>, String>,
    /// A regular expression and what to write instead.
    #[serde(default)]
    patterns: BTreeMap<Spanned<String>, String>,
    /// Does the case of letters matter in the patterns?
    #[serde(default)]
    case: bool,
    /// The stretch the patterns are matched in.
    #[serde(default)]
    within: Within,
    /// What the patterns leave alone, as regular expressions in their own case.
    #[serde(default)]
    except: Vec<Spanned<String>>,
    /// Do an apostrophe and a space in a pattern stand for themselves alone, and not for ’ and a line break
    /// too?
    #[serde(default)]
    exact: bool,
}

impl Kind for Settings {
    const SUMMARY: &'static str = "words for which the house has others";
    const VALUES: &'static [&'static str] = &["instead"];

    fn compile(self, compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        let mut check = SubstitutionCheck {
            within: self.within,
            except: Exceptions::compile(&self.except, compiler),
            ..SubstitutionCheck::default()
        };
        let manner = Manner {
            case: self.case,
            exact: self.exact,
        };
        for (phrase, instead) in &self.swap {
            if choices(instead).contains(phrase.get_ref()) {
                let help = "name what the house writes, or delete the line".to_owned();
                compiler.fault(
                    phrase.span(),
                    "the word and what to write for it are the same",
                    Some(help),
                );
            }
            check.phrases.push((compiler.phrase(phrase), choices(instead)));
        }
        for (pattern, instead) in &self.patterns {
            compiler.expression(pattern, 0);
            let expression = Expression::new(pattern.get_ref(), manner);
            check.expressions.push((expression, choices(instead)));
        }
        Box::new(check)
    }
}

fn choices(written: &str) -> Vec<String> {
    written.split('|').map(|c| c.trim().to_owned()).collect()
}

#[derive(Debug, Default)]
struct SubstitutionCheck {
    phrases: Vec<(Tag, Vec<String>)>,
    expressions: Vec<(Expression, Vec<String>)>,
    within: Within,
    except: Exceptions,
}

impl Check for SubstitutionCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let first = out.len();
        for (tag, instead) in &self.phrases {
            for found in page.matches.of(*tag) {
                push(page.document.span_of(found.tokens.clone()), instead, page, out);
            }
        }
        for stretch in self.within.stretches(page) {
            for (expression, instead) in &self.expressions {
                let mut found = Vec::new();
                expression.find(page, stretch, 0, |span, group| found.push((span, group)));
                self.except.spare(page, stretch, &mut found);
                for (span, _) in found {
                    push(span, instead, page, out);
                }
            }
        }
        // Of words found twice the longer find holds: it knows more of the phrase.
        out[first..].sort_by_key(|h| (h.primary.start, std::cmp::Reverse(h.primary.end)));
        let mut end = 0;
        let mut at = 0;
        out.retain(|hit| {
            at += 1;
            let keep = at <= first || hit.primary.start >= end;
            if keep && at > first {
                end = hit.primary.end;
            }
            keep
        });
    }
}

fn push(span: Span, instead: &[String], page: &Page<'_>, out: &mut Vec<Hit>) {
    // A pattern for "e-mail or Email" meets "email" too where case is no matter.
    let words = page.words(span);
    if instead
        .iter()
        .any(|choice| choice == words || stands_in(choice, words, span, page))
    {
        return;
    }
    let quoted: Vec<String> = instead.iter().map(|c| format!("\u{201c}{c}\u{201d}")).collect();
    out.push(Hit::at(span).with("instead", quoted.join(" or ")));
}

/// Is the word part of what is to be written instead, and does that stand there already? ("gay" for which
/// the house writes "gay men", in "gay men".)
fn stands_in(choice: &str, words: &str, span: Span, page: &Page<'_>) -> bool {
    let (choice, words) = (choice.to_lowercase(), words.to_lowercase());
    let text = &page.document.text;
    let mut places = choice.match_indices(&words).map(|(at, _)| at);
    choice.len() > words.len()
        && places.any(|before| {
            let start = (span.start as usize).checked_sub(before);
            let there = start.and_then(|start| text.get(start..start + choice.len()));
            there.is_some_and(|there| there.to_lowercase() == choice)
        })
}
