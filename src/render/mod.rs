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

/// What is to be done about an article, as its report has it in one word: the gate's answer, and "fix" where the gate
/// lets pass what the run fails on.
#[must_use]
pub fn verdict(report: &crate::report::Report) -> crate::report::Verdict {
    verdict::answer(report).verdict
}

mod escape;
mod excerpt;
mod groups;
mod page;
mod verdict;
mod wording;
pub(crate) mod wrap;
