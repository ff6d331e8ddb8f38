//! Sources that the story names near the words that leave them unnamed.

use crate::facts::{Attribution, Class, SourceKind};
use crate::rules::Page;

/// Sentences further away than this are no longer "nearby", however long the paragraph is.
const NEARBY: usize = 6;

/// Does the paragraph let a person speak by name, in one of these sentences?
pub(super) fn named_nearby(page: &Page<'_>, attribution: &Attribution, named: &[usize]) -> bool {
    let block = &page.document.blocks[page.document.sentences[attribution.sentence].block];
    let from = block.sentences.start.max(attribution.sentence.saturating_sub(NEARBY));
    let to = block.sentences.end.min(attribution.sentence + NEARBY);
    let first = named.partition_point(|sentence| *sentence < from);
    named.get(first).is_some_and(|sentence| *sentence < to)
}

/// The words of a source that stand for one person or for several.
fn is_plural(page: &Page<'_>, attribution: &Attribution) -> bool {
    let head = page
        .words(attribution.source.span)
        .split_whitespace()
        .next_back()
        .unwrap_or_default();
    head.ends_with('s') || head.ends_with("men") || head.ends_with("women")
}

/// "The firm's finance chief said": one holder of an office, whom the sentence before or behind names;
/// "analysts said" before the first of them speaks.
pub(super) fn is_named_at_once(page: &Page<'_>, attribution: &Attribution, named: &[usize]) -> bool {
    let words = page.words(attribution.source.span).to_lowercase();
    let one_of_many = ["a ", "an ", "one ", "another "].iter().any(|w| words.starts_with(w));
    let class = attribution.source.kind == SourceKind::Vague;
    let reach = if class { CLASS_REACH } else { 1 };
    let first = named.partition_point(|sentence| *sentence + 1 < attribution.sentence);
    !one_of_many
        && (class || !is_plural(page, attribution))
        && named
            .get(first)
            .is_some_and(|sentence| *sentence <= attribution.sentence + reach)
}

/// "A top official criticised the bank on Monday." opens the story, and one of the next two sentences gives his name.
pub(super) fn is_named_behind(page: &Page<'_>, attribution: &Attribution, named: &[usize]) -> bool {
    let mut sentences = page.document.sentences.iter();
    let opens = sentences.position(|s| page.document.kind_of(s).is_body()) == Some(attribution.sentence);
    let next = named.partition_point(|s| *s <= attribution.sentence);
    let near = named
        .get(next)
        .is_some_and(|s| *s <= attribution.sentence + CLASS_REACH);
    opens && near && !is_plural(page, attribution)
}

/// The first of a class speaks at most so many sentences behind "analysts said": a second half of the thought may
/// stand between.
const CLASS_REACH: usize = 2;

/// "The aide added": one whom the story has let speak before, and was asked about then.
pub(super) fn is_told_before(page: &Page<'_>, attribution: &Attribution) -> bool {
    let words = page.words(attribution.source.span);
    let definite = words.starts_with("The ") || words.starts_with("the ");
    let before = page
        .facts
        .attributions
        .partition_point(|a| a.sentence < attribution.sentence);
    let from = before.saturating_sub(EARLIER);
    let unnamed = |a: &Attribution| a.source.kind == SourceKind::Anonymous;
    // "The experts", a class; officials whom the story brings up again are still to be named.
    let class = attribution.source.kind == SourceKind::Vague && words.split_whitespace().count() <= CLASS_WORDS;
    if definite && class && is_plural(page, attribution) && are_told_before(page, attribution) {
        return true;
    }
    definite && !is_plural(page, attribution) && page.facts.attributions[from..before].iter().any(unnamed)
}

/// "A panel of four economists met … The experts said": those of whom the story has told already, by a noun for such
/// people in the sentences before, outside what the same words open.
fn are_told_before(page: &Page<'_>, attribution: &Attribution) -> bool {
    let sentences = &page.document.sentences[attribution.sentence.saturating_sub(EARLIER)..attribution.sentence];
    let kinds = [Class::VagueGroup, Class::Role];
    sentences.iter().any(|sentence| {
        let tokens = &page.document.tokens[sentence.tokens.clone()];
        page.document.kind_of(sentence).is_body()
            && tokens
                .iter()
                .any(|t| page.words(t.span).ends_with('s') && page.lexicon.any(t.word, &kinds))
    })
}

/// "The legal experts": words for those who were told of before are short.
const CLASS_WORDS: usize = 3;

/// Reports that are looked back at for the one who speaks again.
const EARLIER: usize = 8;

/// "Bank officials said", and the next speaks the bank's spokeswoman by name: one of them stands for the rest.
pub(super) fn is_one_of_them_next(page: &Page<'_>, attribution: &Attribution, voices: &[(usize, usize)]) -> bool {
    let next = voices.partition_point(|v| v.0 <= attribution.sentence);
    let near = voices
        .get(next)
        .is_some_and(|v| v.0 <= attribution.sentence + CLASS_REACH);
    near && is_plural(page, attribution)
}

/// The sentences in which somebody speaks by name and in office.
pub(super) fn voices_in_office(page: &Page<'_>) -> Vec<(usize, usize)> {
    let speakers = &page.facts.speakers;
    let lines = speakers.lines.iter().filter_map(|(line, who)| {
        let attribution = page.facts.attributions.get(*line)?;
        let speaker = speakers.all.get(*who)?;
        (speaker.kind == SourceKind::Named && speaker.role.is_some()).then_some((attribution.sentence, *who))
    });
    lines.collect()
}
