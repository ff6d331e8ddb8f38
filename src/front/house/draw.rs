//! Faults of a newsroom's files as one failure.

use crate::front::Failure;
use crate::rules::fault::{self, Fault};

/// A failure that shows each fault under its line.
pub(super) fn failure<'a>(faults: &[Fault], source: impl Fn(&str) -> Option<&'a str>) -> Failure {
    let drawn = fault::draw(faults, source, true);
    Failure::new(format!(
        "the house rules cannot be used as they are\n\n{}",
        drawn.trim_end()
    ))
}
