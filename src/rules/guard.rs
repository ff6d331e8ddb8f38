//! What keeps a rule from firing, whatever its kind.

use super::check::{Hit, Page};
use super::compiler::Compiler;
use super::written::RuleAsWritten;
use crate::facts::{SourceKind, Voice};
use crate::text::phrase::Tag;
use crate::text::{BlockKind, Span, one_line};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// In whose voice, and in which part of the article, a rule looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Outside quotations and report scope.
    AuthorVoice,
    /// Outside quotations, whoever's word it is: paraphrase is worded by the newsroom.
    Unquoted,
    /// Inside quotations only.
    Quotation,
    /// Headlines only.
    Headline,
    /// Headlines and subheads only.
    Headings,
    /// Everything but headlines and subheads.
    Body,
    /// Anywhere in the copy.
    #[default]
    Anywhere,
}

/// An article is about a thing when it names it this often; once or twice is background.
const ABOUT: usize = 3;
/// A brief has no room to name it more than twice.
const ABOUT_IN_BRIEF: usize = 2;
/// Words and marks up to which an article is a brief: some 170 words, four short paragraphs.
const BRIEF: usize = 200;

/// What keeps a rule from firing.
#[derive(Clone, Debug, Default)]
pub struct Guards {
    scope: Scope,
    unless_before: Option<Tag>,
    unless_after: Option<Tag>,
    unless_in_sentence: Option<Tag>,
    only_in_sentence: Option<Tag>,
    unless_in_article: Option<Tag>,
    only_in_article: Option<Tag>,
    unless_genre: Vec<String>,
    unless_named_beside: Option<Tag>,
    stood: Vec<Arc<Words>>,
}

/// Words that the newsroom stands by, and on whose word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// In lower case, with single spaces.
    pub words: Vec<String>,
    /// Why.
    pub reason: String,
    /// Whose decision: initials.
    pub by: Option<String>,
    /// Who agreed: initials.
    pub second: Option<String>,
    /// Where it is written, for messages.
    pub from: String,
}

impl Guards {
    /// Compiles the guards of a rule as written.
    pub fn compile(written: &RuleAsWritten, compiler: &mut Compiler<'_>) -> Self {
        Self {
            scope: written.scope,
            unless_before: compiler.phrases(&written.unless_before),
            unless_after: compiler.phrases(&written.unless_after),
            unless_in_sentence: compiler.phrases(&written.unless_in_sentence),
            only_in_sentence: compiler.phrases(&written.only_in_sentence),
            unless_in_article: compiler.phrases(&written.unless_in_article),
            only_in_article: compiler.phrases(&written.only_in_article),
            unless_genre: written.unless_genre.iter().map(|g| g.to_lowercase()).collect(),
            unless_named_beside: compiler.phrases(&written.unless_named_beside),
            stood: Vec::new(),
        }
    }

    /// Lets findings stand where these words are all that was found.
    pub fn stand_by(&mut self, words: &Arc<Words>) {
        self.stood.push(Arc::clone(words));
    }

    /// The newsroom's decision to let stand what is found here, if it stands by these words.
    #[must_use]
    pub fn stood_by(&self, found: Span, page: &Page<'_>) -> Option<&Words> {
        // Most newsrooms have no such words, and most rules none of them.
        self.stood.first()?;
        let found = one_line(page.words(found)).to_lowercase();
        let stood = self.stood.iter().map(|stood| &**stood);
        // What is said last holds.
        stood.rev().find(|stood| stood.words.contains(&found))
    }

    /// May a rule with these guards speak about this article at all?
    #[must_use]
    pub fn admit_article(&self, page: &Page<'_>) -> bool {
        let genre = page.document.genre.as_deref().map(str::to_lowercase);
        let barred = genre.is_some_and(|g| self.unless_genre.iter().any(|u| g.contains(u.as_str())));
        let brief = page.document.tokens.len() <= BRIEF;
        let least = if brief { ABOUT_IN_BRIEF } else { ABOUT };
        let about = self
            .only_in_article
            .is_none_or(|tag| page.matches.of(tag).len() >= least);
        !barred && about && self.unless_in_article.is_none_or(|tag| page.matches.of(tag).is_empty())
    }

    /// May a hit stand?
    #[must_use]
    pub fn admit(&self, hit: &Hit, page: &Page<'_>) -> bool {
        self.in_scope(hit, page)
            && !self.unless_before.is_some_and(|tag| ends_at(tag, hit, page))
            && !self.unless_after.is_some_and(|tag| begins_after(tag, hit, page))
            && !self.unless_in_sentence.is_some_and(|tag| in_sentence(tag, hit, page))
            && self.only_in_sentence.is_none_or(|tag| in_sentence(tag, hit, page))
            && !self
                .unless_named_beside
                .is_some_and(|tag| one_of_them_speaks(tag, hit, page))
    }

    fn in_scope(&self, hit: &Hit, page: &Page<'_>) -> bool {
        let kind = page.block_kind_at(hit.primary);
        match self.scope {
            Scope::Anywhere => true,
            Scope::AuthorVoice => page.voice_at(hit.primary) == Voice::Author && kind != BlockKind::Quote,
            Scope::Unquoted => page.voice_at(hit.primary) != Voice::Quoted && kind != BlockKind::Quote,
            Scope::Quotation => page.voice_at(hit.primary) == Voice::Quoted,
            Scope::Headline => kind == BlockKind::Headline,
            Scope::Headings => matches!(kind, BlockKind::Headline | BlockKind::Heading),
            Scope::Body => !matches!(kind, BlockKind::Headline | BlockKind::Heading),
        }
    }
}

/// Does a match of `tag` end right before the hit?
fn ends_at(tag: Tag, hit: &Hit, page: &Page<'_>) -> bool {
    let first = page.document.tokens_in(hit.primary).start;
    page.matches.ends_at(tag, first)
}

/// Does a match of `tag` begin right after the hit?
fn begins_after(tag: Tag, hit: &Hit, page: &Page<'_>) -> bool {
    let next = page.document.tokens_in(hit.primary).end;
    page.matches.begins_at(tag, next)
}

/// "Many economists believe …", and the next to speak is an economist by name: one within so many sentences, since
/// a second half of the thought may stand between.
const BEHIND: usize = 2;

/// Does the hit hold a word for a class of people, and does somebody of it speak by name right behind it, or before it
/// in its paragraph? The spokesman who follows "experts say" is no expert.
fn one_of_them_speaks(tag: Tag, hit: &Hit, page: &Page<'_>) -> bool {
    let tokens = page.document.tokens_in(hit.primary);
    if page.matches.within(tag, tokens).is_empty() {
        return false;
    }
    let at = page.document.sentence_at(hit.primary.start);
    let sentences = &page.document.sentences;
    let before = at.checked_sub(1).filter(|b| sentences[*b].block == sentences[at].block);
    let near = before.unwrap_or(at)..=at + BEHIND;
    let (speakers, all) = (&page.facts.speakers, &page.facts.attributions);
    let first = all.partition_point(|a| a.sentence < *near.start());
    let from = speakers.lines.partition_point(|(line, _)| *line < first);
    let mut lines = speakers.lines[from..].iter().map_while(|(line, who)| {
        let said = all.get(*line).filter(|a| near.contains(&a.sentence))?;
        Some((said.sentence, &speakers.all[*who]))
    });
    let of_them = |role: Span| !page.matches.within(tag, page.document.tokens_in(role)).is_empty();
    lines.any(|(sentence, s)| sentence != at && s.kind == SourceKind::Named && s.role.is_some_and(of_them))
}

/// Does a match of `tag` stand in the hit's sentence?
fn in_sentence(tag: Tag, hit: &Hit, page: &Page<'_>) -> bool {
    page.in_sentence(tag, page.document.sentence_at(hit.primary.start))
}
