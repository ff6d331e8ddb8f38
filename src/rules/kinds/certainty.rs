//! `certainty`: an event that is hedged when it comes in and flat where the reader stops.

use super::Kind;
use crate::facts::act::is_doubt;
use crate::facts::{CueClass, EventMention, Voice};
use crate::rules::{Check, Compiler, Hit, Page};
use crate::text::{BlockKind, Case};
use serde::Deserialize;

/// `[check.certainty]`
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The hedge must stand within this many first paragraphs, headlines not counted.
    #[serde(default = "first_paragraphs")]
    first_paragraphs: usize,
}

/// The lead and the paragraph that spells it out: a hedge farther down belongs to what is told there.
fn first_paragraphs() -> usize {
    2
}

impl Kind for Settings {
    const SUMMARY: &'static str = "an event alleged at first and flat at the end";

    fn compile(self, _compiler: &mut Compiler<'_>) -> Box<dyn Check> {
        Box::new(CertaintyCheck { settings: self })
    }
}

#[derive(Debug)]
struct CertaintyCheck {
    settings: Settings,
}

impl Check for CertaintyCheck {
    fn find(&self, page: &Page<'_>, out: &mut Vec<Hit>) {
        let document = page.document;
        let body: Vec<usize> = (0..document.blocks.len())
            .filter(|b| document.blocks[*b].kind == BlockKind::Paragraph)
            .collect();
        let (Some(last), first) = (body.last().copied(), body.get(self.settings.first_paragraphs).copied()) else {
            return;
        };
        // In one or two paragraphs nothing is far from its hedge.
        let Some(first) = first else { return };
        let block = |e: &EventMention| document.sentences[e.sentence].block;
        let is_alleged = |e: &&EventMention| e.hedge.is_some_and(|h| is_doubt(page.words(h)));
        let Some(hedged) = page.facts.events.iter().find(|e| block(e) < first && is_alleged(e)) else {
            return;
        };
        // A story that names it flat from the start did not drop a hedge at the end; it never held one.
        let flat = |e: &&EventMention| {
            e.hedge.is_none() && !e.negated && e.definite && e.sort == hedged.sort && is_same(page, hedged, e)
        };
        let kicker = page.facts.events.iter().find(|e| {
            let own = is_own(page, e);
            (block(e) == last || document.blocks[block(e)].kind == BlockKind::Headline) && own && flat(e)
        });
        let Some(kicker) = kicker else { return };
        let flat_before = page
            .facts
            .events
            .iter()
            .filter(|e| e.sentence < kicker.sentence && block(e) != block(kicker))
            .filter(|e| page.facts.voice(e.tokens.end - 1) == Voice::Author)
            .filter(flat)
            .count();
        if flat_before == 0 {
            out.push(Hit::pair(kicker.span, hedged.span));
        }
    }
}

/// Does the writer say it, or somebody who does not vouch for it ("rejected all talk of the attack")?
fn is_own(page: &Page<'_>, event: &EventMention) -> bool {
    match page.facts.voice(event.tokens.end - 1) {
        Voice::Author => true,
        Voice::Quoted => false,
        Voice::Reported => page
            .facts
            .attribution_of(event.sentence)
            .is_some_and(|a| matches!(a.class, CueClass::Act | CueClass::Thought)),
    }
}

/// Is it the same noun with a modifier in common, or with the same words after it?
fn is_same(page: &Page<'_>, a: &EventMention, b: &EventMention) -> bool {
    let noun = |e: &EventMention| page.words(page.document.tokens[e.tokens.end - 1].span).to_lowercase();
    if noun(a).trim_end_matches('s') != noun(b).trim_end_matches('s') {
        return false;
    }
    let hedge = a.hedge.map(|h| page.words(h).to_lowercase());
    let modifiers = |e: &EventMention| -> Vec<String> {
        let range = e.tokens.start..e.tokens.end - 1;
        let words = range.map(|i| page.words(page.document.tokens[i].span).to_lowercase());
        words
            .filter(|w| w.len() > 3 && Some(w) != hedge.as_ref() && w != "this" && w != "that" && w != "these")
            .collect()
    };
    let theirs = modifiers(b);
    if modifiers(a).iter().any(|m| theirs.contains(m)) {
        return true;
    }
    let after = |e: &EventMention| -> Vec<&str> {
        let end = page.document.sentences[e.sentence].tokens.end;
        (e.tokens.end..(e.tokens.end + 5).min(end))
            .map(|i| &page.document.tokens[i])
            .take_while(|t| t.is_word())
            .filter(|t| t.span.len() > 4 || t.case != Case::Lower)
            .map(|t| page.words(t.span))
            .collect()
    };
    let theirs = after(b);
    after(a).iter().any(|w| theirs.contains(w))
}
