//! Floor 6: the only floor that opens files, prints and knows about processes.

pub mod batch;
