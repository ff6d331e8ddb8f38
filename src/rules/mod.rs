//! Floor 3: rules as data, and the kinds that give them their meaning.

pub mod builtin;
pub mod check;
pub mod compiler;
pub mod example;
pub mod exception;
pub mod expression;
pub mod fault;
pub mod guard;
pub mod kinds;
pub mod line;
mod loading;
pub mod near;
pub mod pack;
mod place;
pub mod reading;
mod rule_file;
pub mod spanned;
pub mod taxonomy;
mod teach;
pub mod template;
pub mod tone;
mod when;
pub mod worth;
pub mod written;

pub use check::{Check, Hit, Page, Stage};
pub use compiler::Compiler;
pub use example::{Example, Wanted};
pub use exception::Exceptions;
pub use fault::Fault;
pub use line::Line;
pub use pack::{Pack, Rule, Rules};
pub use rule_file::RuleFile;
pub use spanned::Spanned;
pub use tone::{Tone, Weighed};
pub use when::When;
pub use worth::Worth;
