//! Floor 5: a report as people and machines read it. One small file for each way.
//!
//! A renderer sees the report and the article it is about, and nothing else: no rule, no fact.

pub mod catalogue;
pub mod compare;
pub mod diff;
pub mod github;
pub mod html;
pub mod human;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod sarif;
pub mod typerighter;

mod escape;
mod excerpt;
mod groups;
mod page;
mod wording;
mod wrap;
