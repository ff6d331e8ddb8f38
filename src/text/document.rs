//! An article, read.

use super::article::{Article, Body, Field};
use super::block::{Block, BlockKind};
use super::genre;
use super::origin::Origin;
use super::read::{self, Reading};
use super::sentence::{self, Sentence};
use super::span::{Span, one_line};
use super::token::{Token, tokenize};
use super::vocabulary::Vocabulary;
use jiff::civil::Date;

/// An article, read: one text with its blocks, sentences and tokens, and the way back to the source.
///
/// The text runs headline, standfirst, body, with blank lines between blocks. All spans of a
/// document, its facts and its findings are spans of this text.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The article as read.
    pub text: String,
    /// Where each piece of it stood.
    pub origin: Origin,
    /// Its blocks, in order; none overlap.
    pub blocks: Vec<Block>,
    /// Its sentences, in order, of all blocks.
    pub sentences: Vec<Sentence>,
    /// Its tokens, in order, of all blocks.
    pub tokens: Vec<Token>,
    /// The day of publication, if known.
    pub published: Option<Date>,
    /// The day it was last changed, if its source says so.
    pub updated: Option<Date>,
    /// Who wrote it, as its source says or the line under the headline.
    pub byline: Option<String>,
    /// What was put right in it, in its source's words.
    pub correction: Option<String>,
    /// The newsroom's own word for the sort of story.
    pub genre: Option<String>,
    /// The places of a newsroom's settings that it lies in.
    pub sections: Vec<String>,
    /// Was the copy cut out of a whole page? Then what stood around it is gone already.
    pub extracted: bool,
}

/// A headline or standfirst of more bytes is copy that went into the wrong field, some 300 words; what
/// stands at the top is held against all of the body, which would take too long.
const LONGEST_HEAD: usize = 2048;

impl Document {
    /// Reads an article. Never fails: whatever the bytes say, something can be read.
    #[must_use]
    pub fn read(article: &Article, vocabulary: &Vocabulary) -> Self {
        let mut reading = Reading::default();
        if let Some(headline) = &article.headline {
            reading.field(headline, Field::Headline, BlockKind::Headline);
        }
        if let Some(standfirst) = &article.standfirst {
            reading.field(standfirst, Field::Standfirst, BlockKind::Standfirst);
        }
        match &article.body {
            Body::Text(source) => read::plain::read(source, &mut reading),
            Body::Markdown(source) => read::markdown::read(source, &mut reading),
            Body::Html(source) => read::html::read(source, &mut reading),
            Body::Xml(source) => read::news::read(source, &mut reading),
            Body::Rtf(source) => read::rtf::read(source, &mut reading),
            Body::Docx(manuscript) => read::docx::read(manuscript, &mut reading),
            Body::Json(form, source) => read::json::read(*form, source, &mut reading),
        }
        Self::from_reading(reading, article, vocabulary)
    }

    fn from_reading(reading: Reading, article: &Article, vocabulary: &Vocabulary) -> Self {
        let mut document = Self {
            text: reading.text,
            origin: reading.origin,
            published: article.published.or(reading.meta.published),
            updated: reading.meta.updated,
            byline: reading.meta.byline,
            correction: reading.meta.correction,
            genre: article.genre.clone().or(reading.meta.genre),
            sections: article.sections.clone(),
            extracted: reading.meta.extracted,
            // A token is about six bytes of news copy.
            tokens: Vec::with_capacity(article.body.source().len() / 6),
            ..Self::default()
        };
        for raw in reading.blocks {
            let span = raw.span.trim(&document.text);
            let head = matches!(raw.kind, BlockKind::Headline | BlockKind::Standfirst);
            let kind = if head && span.len() > LONGEST_HEAD {
                BlockKind::Paragraph
            } else {
                raw.kind
            };
            if !span.is_empty() {
                document.push_block(span, kind, vocabulary);
            }
        }
        document.genre = document.genre.take().or_else(|| genre::printed(&document));
        document.byline = document.byline.take().or_else(|| document.line_under_the_headline());
        document
    }

    /// The first byline in the copy, on one line.
    fn line_under_the_headline(&self) -> Option<String> {
        let byline = self.blocks.iter().find(|b| b.kind == BlockKind::Byline)?;
        Some(one_line(self.words(byline.span)))
    }

    fn push_block(&mut self, span: Span, kind: BlockKind, vocabulary: &Vocabulary) {
        let first_token = self.tokens.len();
        let first_sentence = self.sentences.len();
        tokenize(&self.text, span, vocabulary, &mut self.tokens);
        for range in sentence::split(&self.text, &self.tokens[first_token..]) {
            let tokens = first_token + range.start..first_token + range.end;
            let span = self.tokens[tokens.start].span.join(self.tokens[tokens.end - 1].span);
            self.sentences.push(Sentence {
                span,
                titled: sentence::is_titled(&self.tokens[tokens.clone()]),
                tokens,
                block: self.blocks.len(),
            });
        }
        self.blocks.push(Block {
            span,
            kind,
            sentences: first_sentence..self.sentences.len(),
            tokens: first_token..self.tokens.len(),
        });
    }

    /// The words a span covers.
    #[must_use]
    #[inline]
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The tokens that begin inside a span, as a range of [`Self::tokens`].
    #[must_use]
    #[inline]
    pub fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start < span.start);
        let end = self.tokens.partition_point(|t| t.span.start < span.end);
        start..end.max(start)
    }

    /// The number of the sentence that holds a byte of the text, or of the last one before it.
    #[must_use]
    #[inline]
    pub fn sentence_at(&self, offset: u32) -> usize {
        self.sentences
            .partition_point(|s| s.span.start <= offset)
            .saturating_sub(1)
    }

    /// The span of a run of tokens.
    ///
    /// # Panics
    /// If the run is empty or out of range.
    #[must_use]
    pub fn span_of(&self, tokens: std::ops::Range<usize>) -> Span {
        self.tokens[tokens.start].span.join(self.tokens[tokens.end - 1].span)
    }

    /// The kind of the block a sentence stands in.
    #[must_use]
    #[inline]
    pub fn kind_of(&self, sentence: &Sentence) -> BlockKind {
        self.blocks[sentence.block].kind
    }
}
