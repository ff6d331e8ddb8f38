//! What is wrong with a pack, and where.

use std::ops::Range;

/// One thing wrong in one file of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as the pack names it.
    pub file: String,
    /// The bytes of the file it is about; `None` for the file as a whole.
    pub span: Option<Range<usize>>,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
}
