//! From the form an article came in to its text and blocks.
//!
//! A reader appends to a [`Reading`]; it opens no files and never fails on content.

pub mod docx;
mod graft;
pub mod html;
pub mod item;
pub mod json;
pub mod markdown;
pub mod news;
pub mod plain;
pub mod rtf;
mod style;
mod xml;

use super::article::Field;
use super::block::BlockKind;
use super::origin::{Origin, Piece};
use super::span::Span;
use jiff::civil::Date;

/// What a reader hands on.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The text as read so far.
    pub text: String,
    /// Where each piece of it stood.
    pub origin: Origin,
    /// Blocks in text order.
    pub blocks: Vec<RawBlock>,
    /// What the source says about itself.
    pub meta: Meta,
}

/// A block before its sentences are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawBlock {
    /// Where it stands in the text.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a source says about itself, where its form has a place for that.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meta {
    /// The day of publication.
    pub published: Option<Date>,
    /// The day it was last changed.
    pub updated: Option<Date>,
    /// Section or sort of story.
    pub genre: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// A correction notice.
    pub correction: Option<String>,
    /// Was the copy cut out of a whole page? Then what stood around it is gone already.
    pub extracted: bool,
}

impl Reading {
    /// Appends source bytes as they are.
    pub fn verbatim(&mut self, source: &str, field: Field, at: usize) {
        self.replaced(source, field, at, source.len());
    }

    /// Appends text that was read from `source_len` bytes at `at`, of any length.
    pub fn replaced(&mut self, text: &str, field: Field, at: usize, source_len: usize) {
        self.origin.push(Piece {
            start: self.text.len() as u32,
            len: text.len() as u32,
            field,
            source: at as u32,
            source_len: source_len as u32,
        });
        self.text.push_str(text);
    }

    /// Puts a blank line between what stands so far and what follows; it stood nowhere.
    pub fn part(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
    }

    /// Appends a whole field as one block.
    pub fn field(&mut self, source: &str, field: Field, kind: BlockKind) {
        self.part();
        let start = self.text.len();
        self.verbatim(source, field, 0);
        self.blocks.push(RawBlock {
            span: Span::new(start, self.text.len()),
            kind,
        });
    }
}
