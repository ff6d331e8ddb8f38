//! Floor 1: what stands on the page.
//!
//! An [`Article`] is read once into a [`Document`]: its text, where each piece of it stood in the
//! source, its blocks, sentences and tokens. Nothing here knows what a fact or a rule is.

pub mod article;
pub mod block;
pub mod document;
mod genre;
pub mod lists;
pub mod notation;
pub mod origin;
pub mod phrase;
mod prefix;
pub mod read;
pub mod sentence;
pub mod span;
pub(crate) mod table;
pub mod token;
pub mod vocabulary;
mod word_key;
mod word_set;

pub use article::{Article, Body, Field, JsonForm};
pub use block::{Block, BlockKind};
pub use document::Document;
pub use origin::Origin;
pub use prefix::Prefix;
pub use sentence::Sentence;
pub use span::{Span, inert, inert_words, lower_case, one_line};
pub use token::{Case, Token, TokenKind};
pub use vocabulary::{Vocabulary, WordId};
