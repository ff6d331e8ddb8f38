//! What makes the exit code 1.

use crate::finding::Severity;
use clap::ValueEnum;

/// What makes the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Critical,
    Major,
    Minor,
    Info,
    /// Nothing does.
    Never,
}

impl FailOn {
    /// The least severity; none where nothing does.
    pub(super) fn severity(self) -> Option<Severity> {
        match self {
            Self::Critical => Some(Severity::Critical),
            Self::Major => Some(Severity::Major),
            Self::Minor => Some(Severity::Minor),
            Self::Info => Some(Severity::Info),
            Self::Never => None,
        }
    }
}
