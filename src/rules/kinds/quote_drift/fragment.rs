//! A quoted word that no quotation holds.

use super::LEAST_WORDS;
use super::words::each_word;
use crate::facts::{Class, Quotation, QuotationKind};
use crate::finding::Severity;
use crate::rules::{Hit, Page};
use crate::text::{BlockKind, Prefix, Token, WordId};
use rustc_hash::FxHashMap;

/// Words that share this many first letters are of one stem.
const STEM: usize = 6;
/// Quoted words of more than two are phrases that people share.
const MOST_FRAGMENT: usize = 2;
/// Sentences of a first paragraph that are the first lines of the story.
const LEDE: usize = 3;

/// Words of one to three in quotation marks in the headline or the first paragraph whose stem stands
/// in no full quotation of the article.
pub(super) fn fragment(page: &Page<'_>, out: &mut Vec<Hit>) {
    let document = page.document;
    let first = document.blocks.iter().position(|b| b.kind == BlockKind::Paragraph);
    // Copy without paragraphs is one block; its first lines are no more than anybody's.
    let lede = first.map_or(0, |block| document.blocks[block].sentences.start + LEDE);
    let is_top = |q: &&Quotation| {
        (Some(q.block) == first && document.sentence_at(q.span.start) < lede)
            || matches!(
                document.blocks[q.block].kind,
                BlockKind::Headline | BlockKind::Standfirst
            )
    };
    let quoted = page.facts.quotations.iter();
    let fragments: Vec<&Quotation> = quoted
        .filter(|q| q.kind == QuotationKind::Word && q.words <= MOST_FRAGMENT)
        .filter(is_top)
        .collect();
    if fragments.is_empty() {
        return;
    }
    let (mut said, mut full) = (FxHashMap::default(), Full::default());
    for quotation in page.facts.quotations.iter().filter(|q| q.kind != QuotationKind::Title) {
        let is_full = matches!(quotation.kind, QuotationKind::Full | QuotationKind::Continued);
        each_word(page, quotation, |hash, word| {
            if is_full {
                full.add(hash, Prefix::of(word, STEM));
            }
            *said.entry(hash).or_insert(0_usize) += 1;
        });
    }
    if full.words < LEAST_WORDS {
        return;
    }
    for quotation in fragments {
        let tokens = document.tokens_in(quotation.inner);
        let content = tokens
            .map(|i| &document.tokens[i])
            .filter(|t| t.is_word() && t.span.len() >= 5 && !t.is_capitalised())
            .filter(|t| {
                t.word == WordId::UNKNOWN || !page.lexicon.any(t.word, &[Class::Preposition, Class::Auxiliary])
            });
        let content: Vec<&Token> = content.collect();
        // In its own quotation each word stands once for each time it is written there.
        let mut own = Vec::new();
        each_word(page, quotation, |hash, _| own.push(hash));
        let elsewhere = |token: &&Token| {
            let here = own.iter().filter(|hash| **hash == token.hash).count();
            said.get(&token.hash).is_some_and(|times| *times > here)
        };
        let missing = !content.is_empty() && !content.iter().any(elsewhere);
        // A word of the same stem in a full quotation: the writer made one word of another.
        let kin = content
            .iter()
            .any(|t| full.has_kin(t.hash, Prefix::of(page.words(t.span), STEM)));
        let vowed = holds(page, quotation, &[Class::CueAct]);
        if missing && (kin || vowed) {
            let hit = Hit::at(quotation.span);
            // Without both the speaker may have said it where the article does not quote.
            out.push(if kin && vowed {
                hit.severity(Severity::Minor)
            } else {
                hit
            });
        }
    }
}

/// The words of the full quotations, by their first letters.
#[derive(Default)]
struct Full {
    words: usize,
    /// Two different words of a stem tell whether one has kin; more would tell no more.
    stems: FxHashMap<Prefix, (u32, Option<u32>)>,
}

impl Full {
    fn add(&mut self, word: u32, stem: Prefix) {
        self.words += 1;
        if stem.len() < STEM {
            return;
        }
        let known = self.stems.entry(stem).or_insert((word, None));
        if known.0 != word {
            known.1.get_or_insert(word);
        }
    }

    /// Does a full quotation hold another word with the same first six letters?
    fn has_kin(&self, word: u32, stem: Prefix) -> bool {
        let known = self.stems.get(&stem).filter(|_| stem.len() >= STEM);
        known.is_some_and(|(first, second)| *first != word || second.is_some())
    }
}

/// Does a word of these classes stand in the sentence of the quoted word?
fn holds(page: &Page<'_>, quotation: &Quotation, classes: &[Class]) -> bool {
    let sentence = page.document.sentence_at(quotation.span.start);
    let Some(sentence) = page.document.sentences.get(sentence) else {
        return false;
    };
    let tokens = &page.document.tokens[sentence.tokens.clone()];
    tokens.iter().any(|t| page.lexicon.any(t.word, classes))
}
